//! One change for many contacts: who is meant, what is to be done, what would come of it in
//! numbers, and only then the change itself, with its progress and its place in the log.

mod asked;
mod form;
mod log;
mod look;
mod one;
mod parts;
mod told;

pub use asked::{Asked, Problems};
pub use look::{Look, name_of, names};
pub use parts::{Choice, Parts, lists};
pub use told::{Teller, count};

use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    Routes::new()
        .get("/contacts/bulk", Seat::Supervisor, form::page)
        .post("/contacts/bulk", Seat::Supervisor, form::begin)
        .get("/contacts/bulk/log", Seat::Supervisor, log::page)
        .get("/contacts/bulk/log/{id}", Seat::Supervisor, one::page)
        .get("/contacts/bulk/log/{id}/now", Seat::Supervisor, one::now)
        .post("/contacts/bulk/log/{id}/stop", Seat::Supervisor, one::stop)
        .post(
            "/contacts/bulk/log/{id}/go-on",
            Seat::Supervisor,
            one::go_on,
        )
}
