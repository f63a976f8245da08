//! JSON for programs, under `/api/v1`: see `docs/api.md`.
//!
//! A handler reads path, question and body, asks the store, and gives a view of the answer. What
//! is wrong with a request is told as `application/problem+json`, all of it at once.

mod audit;
mod callbacks;
mod campaigns;
mod catalogues;
mod contacts;
mod document;
mod entry;
mod erasures;
mod intake;
mod lists;
mod locked;
mod metrics;
mod once;
mod paging;
mod problem;
pub(crate) mod program;
mod question;
mod queues;
mod recordings;
mod registers;
mod scope;
mod suppressions;
mod vocabulary;

pub(crate) use intake::{Form, changed_numbers};
pub use problem::Problem;
pub use scope::Scope;

use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/openapi.json", Seat::Open, document::show)
        .and(lists::routes())
        .and(contacts::routes())
        .and(campaigns::routes())
        .and(suppressions::routes())
        .and(registers::routes())
        .and(locked::routes())
        .and(queues::routes())
        .and(catalogues::routes())
        .and(erasures::routes())
        .and(recordings::routes())
        .and(audit::routes())
        .and(metrics::routes())
}
