//! Finding contacts, one contact's page, corrections.

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
