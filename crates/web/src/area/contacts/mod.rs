//! Finding contacts, one contact's page, corrections.

mod changes;
mod correct;
mod known;
mod one;
mod search;
mod story;

pub use correct::supervisor;
pub use search::{House, Line};
pub use story::Coded;

use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    Routes::new()
        .get("/contacts", Seat::Supervisor, search::page)
        .get("/contacts/{list}/{contact}", Seat::Supervisor, one::page)
        .get("/contacts/{list}/{contact}/now", Seat::Supervisor, one::now)
        .post(
            "/contacts/{list}/{contact}/owner",
            Seat::Supervisor,
            changes::owner,
        )
        .post(
            "/contacts/{list}/{contact}/reactivate",
            Seat::Supervisor,
            changes::reactivate,
        )
        .post(
            "/contacts/{list}/{contact}/resume",
            Seat::Supervisor,
            changes::resume,
        )
        .get(
            "/contacts/{list}/{contact}/correct/{attempt}",
            Seat::Supervisor,
            correct::page,
        )
        .post(
            "/contacts/{list}/{contact}/correct/{attempt}",
            Seat::Supervisor,
            correct::correct,
        )
}
