//! Results: a question first, then chart and table together, then the attempts behind.

mod asked;
mod attempts;
mod chart;
mod day;
mod file;
mod folded;
mod list;
mod overview;
mod parts;
mod sessions;
mod statistics;

use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    Routes::new()
        .get("/results", Seat::Supervisor, overview::page)
        .get("/results/list", Seat::Supervisor, list::page)
        .get("/results/statistics", Seat::Supervisor, statistics::page)
        .get(
            "/results/statistics/{format}",
            Seat::Supervisor,
            file::download,
        )
        .get("/results/attempts", Seat::Supervisor, attempts::page)
        .get("/results/sessions", Seat::Supervisor, sessions::page)
        .get(
            "/results/sessions/{agent}/{day}",
            Seat::Supervisor,
            day::page,
        )
        .post("/results/saved", Seat::Supervisor, overview::save)
        .post(
            "/results/saved/{id}/forget",
            Seat::Supervisor,
            overview::forget,
        )
}
