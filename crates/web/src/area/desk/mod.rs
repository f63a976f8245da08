//! The agent's desk: one contact at a time.

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
