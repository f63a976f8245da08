//! The way in: where one lands, logging in and out.

use crate::page::see;
use crate::routes::Routes;
use crate::seat::{Role, Seat, Visitor};
use axum::response::Redirect;

pub fn routes() -> Routes {
    Routes::new().get("/", Seat::Anybody, land)
}

/// Everybody begins where her day is.
async fn land(visitor: Visitor) -> Redirect {
    let supervises = visitor.role() >= Some(Role::Supervisor);
    see(match (visitor.agent(), supervises) {
        (Some(_), false) => "/desk",
        (_, true) => "/floor",
        (None, false) => "/settings",
    })
}
