//! Finding contacts, one contact's page, corrections.

mod access;
mod attempts;
mod bulk;
mod changes;
mod consent;
mod correct;
mod erase;
mod known;
mod moving;
mod one;
mod search;
mod story;

pub use access::{Access, html as access_html, of as access_of};
pub(crate) use bulk::{Choice, name_of};
pub use correct::supervisor;
pub use search::{House, Line};
pub use story::Coded;

use crate::routes::Routes;
use crate::seat::Seat;

/// The words of the states a contact can be in.
pub(crate) const STATES: [&str; 6] = [
    "new",
    "unreached",
    "callback",
    "suspended",
    "closed",
    "in_hand",
];

pub fn routes() -> Routes {
    Routes::new()
        .get("/contacts", Seat::Supervisor, search::page)
        .get("/contacts/attempts", Seat::Supervisor, attempts::page)
        .get("/contacts/{list}/{contact}", Seat::Supervisor, one::page)
        .get("/contacts/{list}/{contact}/now", Seat::Supervisor, one::now)
        .get(
            "/contacts/{list}/{contact}/access",
            Seat::Supervisor,
            access::download,
        )
        .get(
            "/contacts/{list}/{contact}/consent.pdf",
            Seat::Supervisor,
            consent::letter,
        )
        .get(
            "/contacts/{list}/{contact}/erase",
            Seat::Administrator,
            erase::page,
        )
        .post(
            "/contacts/{list}/{contact}/erase",
            Seat::Administrator,
            erase::erase,
        )
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
        .get("/lists/{id}/move", Seat::Supervisor, moving::page)
        .post("/lists/{id}/move", Seat::Supervisor, moving::begin)
        .post("/lists/{id}/move/new", Seat::Supervisor, moving::new_list)
        .and(bulk::routes())
}
