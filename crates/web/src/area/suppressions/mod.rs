//! Numbers that must not be called: the registers, and all that is known of one number.

mod acts;
mod asked;
mod page;
mod rows;

use crate::routes::Routes;
use crate::seat::Seat::Supervisor;

pub fn routes() -> Routes {
    Routes::new()
        .get("/suppressions", Supervisor, page::show)
        .post("/suppressions", Supervisor, acts::add)
        .post("/suppressions/lift", Supervisor, acts::lift)
}
