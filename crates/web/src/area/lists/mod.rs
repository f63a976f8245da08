//! Call lists: all of them, one of them, what came in, and the way of a file into a list.

mod counted;
mod download;
mod ground;
mod import;
mod new;
mod one;
mod overview;
mod retention;
mod wizard;

pub use counted::{Figure, Kind, kinds};
pub use download::{Pipe, headers};
pub use ground::{basis_label, purpose_label, settle_grounds};
pub use import::SurePage;
pub use new::made;
pub use new::{Choice, countries};
pub use retention::zone_of;
pub use wizard::{
    LARGEST_FILE, Reading, SUPPRESSIONS, Sample, Seen, Trouble, Underway, Way, Work, kept,
    problems_file, problems_name, received, seen, size, text, underway_whole, upload_for,
};

use crate::failure::Failure;
use crate::routes::Routes;
use crate::seat::Seat::Supervisor;
use engine::ListId;
use store::{List, Store};

pub fn routes() -> Routes {
    Routes::new()
        .get("/lists", Supervisor, overview::page)
        .get("/lists/new", Supervisor, new::page)
        .post("/lists/new", Supervisor, new::add)
        .get("/lists/{list}", Supervisor, one::page)
        .get("/lists/{list}/purpose", Supervisor, ground::page)
        .post("/lists/{list}/purpose", Supervisor, ground::set)
        .get(
            "/lists/{list}/export/{format}",
            Supervisor,
            download::contacts,
        )
        .post("/lists/{list}/retention", Supervisor, retention::set)
        .get("/lists/{list}/imports", Supervisor, one::imports)
        .get("/lists/{list}/imports/{import}", Supervisor, import::page)
        .get(
            "/lists/{list}/imports/{import}/problems",
            Supervisor,
            import::problems,
        )
        .get(
            "/lists/{list}/imports/{import}/undo",
            Supervisor,
            import::sure_undo,
        )
        .post(
            "/lists/{list}/imports/{import}/undo",
            Supervisor,
            import::undo,
        )
        .get(
            "/lists/{list}/imports/{import}/cancel",
            Supervisor,
            import::sure_cancel,
        )
        .post(
            "/lists/{list}/imports/{import}/cancel",
            Supervisor,
            import::cancel,
        )
        .and(wizard::routes())
}

/// The list, or a page that says there is none.
fn list(store: &Store, id: i64) -> Result<List, Failure> {
    store.list(ListId(id))?.ok_or(Failure::NotFound)
}
