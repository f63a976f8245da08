//! The supervisor's live view of agents and campaigns.

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
