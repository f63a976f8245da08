//! One's own settings: language, theme, vocabulary, password, sessions.

mod overview;
mod password;
mod vocabulary;

use crate::guard::CHANGE_PASSWORD;
use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    Routes::new()
        .get("/settings", Seat::Anybody, overview::show)
        .post("/settings", Seat::Anybody, overview::choose)
        .post("/settings/sessions", Seat::Anybody, overview::end)
        .post("/settings/vocabulary", Seat::Anybody, vocabulary::choose)
        .get(CHANGE_PASSWORD, Seat::Anybody, password::show)
        .post(CHANGE_PASSWORD, Seat::Anybody, password::change)
}
