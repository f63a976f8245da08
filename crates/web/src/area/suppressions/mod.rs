//! Whom nobody may call: the registers, and all that is known of one number, person or domain.

mod acts;
mod asked;
mod page;
mod rows;

pub(crate) use rows::told_subject;

use crate::routes::Routes;
use crate::seat::Seat::Supervisor;

pub fn routes() -> Routes {
    Routes::new()
        .get("/suppressions", Supervisor, page::show)
        .post("/suppressions", Supervisor, acts::add)
        .post("/suppressions/lift", Supervisor, acts::lift)
}
