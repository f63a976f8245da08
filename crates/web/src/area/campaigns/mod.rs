//! Campaigns: who works on which lists, and how.

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
