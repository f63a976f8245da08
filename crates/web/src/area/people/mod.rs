//! Users, roles, tokens: the administrator's pages.

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
