//! JSON for programs.

mod scope;

pub use scope::Scope;

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
