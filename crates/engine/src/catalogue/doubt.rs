//! What a catalogue may say and its author hardly means. A doubt keeps nothing from loading;
//! each says why it matters and what to write instead.

mod circling;
mod reports;
mod retry;

use super::problem::{Found, Place, Spot};
use super::{CatalogueFile, Disposition, Kind, Reopen, Requirement, Setter, accepted};
use crate::meaning;
use std::collections::BTreeMap;

pub use retry::Hours;

pub(super) fn doubts(file: &CatalogueFile, hours: &[Hours]) -> Vec<Found> {
    let mut doubts = Vec::new();
    for (index, disposition) in file.dispositions.iter().enumerate() {
        let code = disposition.code.as_str();
        let mut place = Place::of_code(index, code, &mut doubts);
        unreachable(disposition, &mut place);
        requirements(disposition, &mut place);
        reopening(disposition, &mut place);
        circling::circling(file, disposition, &mut place);
        reports::disagreeing(file, disposition, &mut place);
        retry::never_as_written(disposition, hours, &mut place);
    }
    exits(file, &mut doubts);
    two_defaults(file, &mut doubts);
    accepted::without(file, hours, doubts)
}

/// A code that nobody may choose and nothing asks for never stands on anything. What gives a
/// contact back is asked for by its meaning.
fn unreachable(disposition: &Disposition, place: &mut Place<'_>) {
    let gives_back =
        disposition.kind == Kind::Returned && meaning::is_within(&disposition.meaning, "returned");
    if disposition.on.is_empty() && disposition.set_by_system_only() && !gives_back {
        place.blame("set_by", "unreachable", &[]);
    }
}

impl Disposition {
    /// Nobody chooses it.
    fn set_by_system_only(&self) -> bool {
        let by_itself = |setter: &Setter| matches!(setter, Setter::System | Setter::Ivr);
        self.set_by.iter().all(by_itself)
    }
}

/// What the code requires must be something that can be given where it is chosen.
fn requirements(disposition: &Disposition, place: &mut Place<'_>) {
    let requires = |what| disposition.requires.contains(&what);
    if requires(Requirement::Note) && !disposition.pop_up {
        place.blame("requires", "note-screen", &[]);
    }
    let fixed = disposition
        .follow_up
        .is_some_and(|follow_up| follow_up.expression.read_only);
    if requires(Requirement::Date) && disposition.calls_back() && fixed {
        place.blame("requires", "fixed-date", &[]);
    }
    if !disposition.requires.is_empty() && !by_hand(disposition) {
        place.blame("requires", "nobody-asks", &[]);
    }
}

fn by_hand(disposition: &Disposition) -> bool {
    disposition.set_by.iter().any(|setter| {
        matches!(
            setter,
            Setter::Agent | Setter::Script | Setter::Supervisor | Setter::Adviser
        )
    })
}

/// The way back to a stage is offered where the way back at all is.
fn reopening(disposition: &Disposition, place: &mut Place<'_>) {
    let reopens = |way| disposition.reopen.contains(&way);
    if reopens(Reopen::Stage) && !reopens(Reopen::List) {
        place.blame("reopen", "stage-list", &[]);
    }
}

/// An agent must be able to end a contact: well, badly, and for good.
fn exits(file: &CatalogueFile, doubts: &mut Vec<Found>) {
    let chosen: Vec<&Disposition> = file
        .dispositions
        .iter()
        .filter(|code| code.set_by.contains(&Setter::Agent))
        .collect();
    let closes = |code: &&&Disposition| code.kind == Kind::Final;
    let well = chosen.iter().any(|code| code.credit.client > 0);
    let badly = chosen
        .iter()
        .filter(closes)
        .any(|code| code.credit.client <= 0);
    let for_good = chosen
        .iter()
        .filter(closes)
        .any(|code| code.suppress.is_some());
    let mut place = Place::new(Spot::File, doubts);
    for (there, reason) in [
        (well, "no-success"),
        (badly, "no-failure"),
        (for_good, "no-objection"),
    ] {
        if !there {
            place.blame("disposition", reason, &[]);
        }
    }
}

/// Of several codes below one node one stands for all: not two.
fn two_defaults(file: &CatalogueFile, doubts: &mut Vec<Found>) {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let marked = file.dispositions.iter().enumerate();
    for (index, disposition) in marked.filter(|(_, code)| code.canonical) {
        let Some(node) = meaning::parent(&disposition.meaning) else {
            continue;
        };
        let code = disposition.code.as_str();
        if let Some(other) = first.insert(node, code) {
            let mut place = Place::of_code(index, code, doubts);
            let parts = [("node", node), ("other", other)];
            place.blame("canonical", "two-defaults", &parts);
        }
    }
}
