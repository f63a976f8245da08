//! One's own settings: language, theme, password, sessions.

mod overview;
mod password;

use crate::guard::CHANGE_PASSWORD;
use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    Routes::new()
        .get("/settings", Seat::Anybody, overview::show)
        .post("/settings", Seat::Anybody, overview::choose)
        .post("/settings/sessions", Seat::Anybody, overview::end)
        .get(CHANGE_PASSWORD, Seat::Anybody, password::show)
        .post(CHANGE_PASSWORD, Seat::Anybody, password::change)
}
