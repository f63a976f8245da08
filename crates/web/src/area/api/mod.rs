//! JSON for programs, under `/api/v1`: see `docs/api.md`.
//!
//! A handler reads path, question and body, asks the store, and gives a view of the answer. What
//! is wrong with a request is told as `application/problem+json`, all of it at once.

mod callbacks;
mod campaigns;
mod contacts;
mod document;
mod entry;
mod intake;
mod lists;
mod once;
mod paging;
mod problem;
pub(crate) mod program;
mod question;
mod scope;
mod suppressions;

pub(crate) use intake::{Form, changed_numbers};
pub use problem::Problem;
pub use scope::Scope;

use crate::routes::Routes;
use crate::seat::Seat;
use axum::http::Method;
use axum::routing;

pub fn routes() -> Routes {
    let may = Seat::Program;
    Routes::new()
        .get("/api/v1/openapi.json", Seat::Open, document::show)
        .get("/api/v1/lists", may(Scope::ReadLists), lists::all)
        .get("/api/v1/lists/{list}", may(Scope::ReadLists), lists::one)
        .get(
            "/api/v1/lists/{list}/dispositions",
            may(Scope::ReadLists),
            lists::dispositions,
        )
        .get(
            "/api/v1/lists/{list}/callbacks",
            may(Scope::ReadContacts),
            callbacks::of_list,
        )
        .get(
            "/api/v1/lists/{list}/contacts",
            may(Scope::ReadContacts),
            contacts::of_list,
        )
        .post(
            "/api/v1/lists/{list}/contacts",
            may(Scope::WriteContacts),
            intake::put,
        )
        .get(
            "/api/v1/lists/{list}/contacts/{contact}",
            may(Scope::ReadContacts),
            contacts::one,
        )
        .add(
            Method::PATCH,
            "/api/v1/lists/{list}/contacts/{contact}",
            may(Scope::WriteContacts),
            routing::patch(intake::change),
        )
        .get(
            "/api/v1/lists/{list}/contacts/{contact}/attempts",
            may(Scope::ReadContacts),
            contacts::attempts,
        )
        .get(
            "/api/v1/contacts",
            may(Scope::ReadContacts),
            contacts::search,
        )
        .get(
            "/api/v1/campaigns",
            may(Scope::ReadCampaigns),
            campaigns::all,
        )
        .get(
            "/api/v1/suppressions",
            may(Scope::ReadSuppressions),
            suppressions::all,
        )
        .post(
            "/api/v1/suppressions",
            may(Scope::WriteSuppressions),
            suppressions::add,
        )
        .get(
            "/api/v1/suppressions/{number}",
            may(Scope::ReadSuppressions),
            suppressions::of_number,
        )
}
