//! Call lists: overview, one list's page, import.

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
