//! The parts of the product that have pages of their own.

mod api;
mod campaigns;
mod catalogues;
mod contacts;
mod demo;
mod desk;
mod door;
mod floor;
mod lists;
mod locked;
mod name;
mod optout;
mod people;
mod queues;
mod recordings;
mod results;
mod settings;
mod suppressions;

use crate::routes::Routes;

pub use api::Scope;
pub(crate) use api::program;
pub(crate) use api::{Form, Problem, changed_numbers};
pub use contacts::{Access, access_html, access_of};
pub(crate) use desk::{Pace, Then, step_of};
pub(crate) use door::Strangers;
pub use door::first_start;
pub(crate) use door::told_link;
pub(crate) use floor::why_key;
pub(crate) use lists::{Work, basis_label, purpose_label};
pub(crate) use people::audit_word;
pub(crate) use recordings::Heard;
pub(crate) use suppressions::suppress_by_file;

pub fn routes() -> Routes {
    Routes::new()
        .and(crate::live::routes())
        .and(door::routes())
        .and(optout::routes())
        .and(demo::routes())
        .and(desk::routes())
        .and(floor::routes())
        .and(lists::routes())
        .and(locked::routes())
        .and(campaigns::routes())
        .and(catalogues::routes())
        .and(contacts::routes())
        .and(recordings::routes())
        .and(queues::routes())
        .and(results::routes())
        .and(suppressions::routes())
        .and(people::routes())
        .and(settings::routes())
        .and(api::routes())
}
