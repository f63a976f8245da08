//! Results: reports, statistics, exports.

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
