//! One's own settings: language, theme, password, sessions.

use crate::routes::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
