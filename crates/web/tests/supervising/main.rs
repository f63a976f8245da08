//! What a supervisor finds, reads and corrects.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod bounds;
mod broken_files;
mod bulk;
mod campaigning;
mod catalogues;
mod correcting;
mod exchanges;
mod finding;
mod floor;
mod framing;
mod groups;
mod handing_in;
#[path = "../desk/house.rs"]
#[allow(dead_code)]
mod house;
mod importing;
mod listening;
mod lists;
mod moving;
mod opting_out;
mod overlay;
mod queues;
mod results;
mod revealing;
mod showing;
mod sounding;
mod suppressing;
mod suppressing_by_file;
mod vocabulary;

use house::{Centre, Desk};
use store::Role;

/// Two contacts coded by an agent, and a supervisor who looks at them.
fn worked() -> (Centre, Desk) {
    worked_with(&["501", "700"])
}

/// The same with codes of one's own choice.
fn worked_with(codes: &[&str]) -> (Centre, Desk) {
    let centre = Centre::open(5);
    let ada = centre.agent("ada");
    let mut desk = centre.post(&ada, "/desk/ready", &[]);
    for code in codes {
        let hand = desk.hand();
        centre.post(&ada, "/desk/dial", &[("hand", &hand)]);
        centre.line(&ada, |attempt| engine::Report::Answered { attempt });
        centre.pass(2);
        centre.ends(&ada, engine::Outcome::Answered);
        let hand = centre.get(&ada, "/desk/now").hand();
        desk = centre.post(&ada, "/desk/code", &[("hand", &hand), ("code", code)]);
    }
    let supervisor = centre.somebody("sue", Role::Supervisor, "en");
    (centre, supervisor)
}
