//! Campaigns: who works on which lists, what is offered of them, what is said.
//!
//! One page for a campaign, with a check list of what keeps it from starting; what needs
//! room (filter, roster, limits, script) has a page of its own behind it.

mod acts;
mod agents;
pub mod bounds;
mod checks;
mod codes;
mod compliance;
mod destinations;
mod filter;
mod limits;
mod links;
mod new;
mod one;
mod overview;
mod quotas;
mod roster;
mod rows;
mod script;
mod seen;
mod sounds;
mod state;
mod windows;

use crate::app::App;
use crate::area::name::bad_name;
use crate::routes::Routes;
use crate::seat::Seat;
use crate::words::Words;
use jiff::Timestamp;
use std::ops::RangeInclusive;
use store::CampaignState;

pub use limits::{Kind, MOST_SHARES};
pub use quotas::{MOST as MOST_OF_QUOTA, code_of, column_label};
pub use windows::LONGEST as LONGEST_WINDOWS;

pub fn routes() -> Routes {
    let seat = Seat::Supervisor;
    Routes::new()
        .get("/campaigns", seat, overview::show)
        .get("/campaigns/new", seat, new::show)
        .post("/campaigns/new", seat, new::add)
        .get("/campaigns/{id}", seat, one::show)
        .post("/campaigns/{id}", seat, acts::save)
        .get("/campaigns/{id}/compliance", seat, compliance::show)
        .get("/campaigns/{id}/state", seat, state::show)
        .post("/campaigns/{id}/state", seat, state::set)
        .post("/campaigns/{id}/agents", seat, agents::set)
        .post("/campaigns/{id}/links", seat, links::add)
        .post("/campaigns/{id}/links/{link}", seat, links::save)
        .get("/campaigns/{id}/links/{link}/remove", seat, links::ask)
        .post("/campaigns/{id}/links/{link}/remove", seat, links::remove)
        .get("/campaigns/{id}/links/{link}/filter", seat, filter::show)
        .post("/campaigns/{id}/links/{link}/filter", seat, filter::set)
        .get("/campaigns/{id}/links/{link}/roster", seat, roster::show)
        .post("/campaigns/{id}/links/{link}/roster", seat, roster::set)
        .get("/campaigns/{id}/links/{link}/limits", seat, limits::show)
        .post("/campaigns/{id}/links/{link}/limits", seat, limits::set)
        .get("/campaigns/{id}/links/{link}/codes", seat, codes::show)
        .post("/campaigns/{id}/links/{link}/codes", seat, codes::set)
        .get("/campaigns/{id}/bounds", seat, bounds::show)
        .post("/campaigns/{id}/bounds", seat, bounds::set)
        .post("/campaigns/{id}/quotas", seat, quotas::add)
        .post(
            "/campaigns/{id}/quotas/{quota}/remove",
            seat,
            quotas::remove,
        )
        .post("/campaigns/{id}/destinations", seat, destinations::add)
        .post(
            "/campaigns/{id}/destinations/{destination}/remove",
            seat,
            destinations::remove,
        )
        .post("/campaigns/{id}/sounds", seat, sounds::set)
        .get("/campaigns/{id}/script", seat, script::show)
        .post("/campaigns/{id}/script", seat, script::set)
        .post("/campaigns/{id}/script/preview", seat, script::preview)
}

fn state_label(words: &Words, state: CampaignState) -> String {
    match state {
        CampaignState::Running => words.t("campaign-running"),
        CampaignState::Paused => words.t("campaign-paused"),
        CampaignState::Closed => words.t("campaign-closed"),
    }
}

/// The tag's class.
fn state_mark(state: CampaignState) -> &'static str {
    match state {
        CampaignState::Running => "good",
        CampaignState::Paused => "warn",
        CampaignState::Closed => "",
    }
}

/// When today began, by the centre's clock.
fn midnight(app: &App, words: &Words) -> Timestamp {
    let zone = words.zone();
    let today = zone.local(app.store().clock().now()).date();
    zone.start_of(today)
}

/// A name as it may be kept: one line, not empty, not long.
fn name_problem(name: &str) -> Option<&'static str> {
    bad_name(name).map(|_| "campaign-name-remedy")
}

/// Of campaigns and links; lower goes first. CallPro's range.
pub const PRIORITIES: RangeInclusive<i64> = 0..=9999;

fn priority(text: &str) -> Option<i64> {
    text.trim()
        .parse()
        .ok()
        .filter(|priority| PRIORITIES.contains(priority))
}
