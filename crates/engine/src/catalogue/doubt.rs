//! What a catalogue may say and its author hardly means. A doubt keeps nothing from loading;
//! each says why it matters and what to write instead.

mod reports;
mod retry;

use super::problem::{Found, Place};
use super::{CatalogueFile, Disposition, Kind, Requirement, Setter};
use crate::meaning;
use std::collections::BTreeMap;

pub use retry::Hours;

pub(super) fn doubts(file: &CatalogueFile, hours: Option<&Hours>) -> Vec<Found> {
    let mut doubts = Vec::new();
    for (index, disposition) in file.dispositions.iter().enumerate() {
        let mut place = Place {
            index: Some(index),
            code: disposition.code.as_str(),
            problems: &mut doubts,
        };
        unreachable(disposition, &mut place);
        requirements(disposition, &mut place);
        circling(file, disposition, &mut place);
        reports::disagreeing(file, disposition, &mut place);
        retry::never_as_written(disposition, hours, &mut place);
    }
    exits(file, &mut doubts);
    two_defaults(file, &mut doubts);
    doubts
}

/// A code that nobody may choose and nothing asks for never stands on anything.
fn unreachable(disposition: &Disposition, place: &mut Place<'_>) {
    let by_itself = |setter: &Setter| matches!(setter, Setter::System | Setter::Ivr);
    if disposition.on.is_empty() && disposition.set_by.iter().all(by_itself) {
        place.blame(
            "set_by",
            "nobody may set it and it answers no trigger, so it never stands on a contact and every report shows it as 0",
            "add who sets it, such as `set_by = [\"agent\"]`, or the trigger it answers in `on`; or remove it",
        );
    }
}

/// What the code requires must be something that can be given where it is chosen.
fn requirements(disposition: &Disposition, place: &mut Place<'_>) {
    let requires = |what| disposition.requires.contains(&what);
    if requires(Requirement::Note) && !disposition.pop_up {
        place.blame(
            "requires",
            "asks for a note, and without a pop-up none can be written: nobody can ever set the code",
            "write `pop_up = true`, or take \"note\" out of `requires`",
        );
    }
    let fixed = disposition
        .follow_up
        .is_some_and(|follow_up| follow_up.expression.read_only);
    if requires(Requirement::Date) && disposition.calls_back() && fixed {
        place.blame(
            "requires",
            "asks for a date that its follow-up lets nobody choose (ReadOnly=1): nobody can ever set the code",
            "take `ReadOnly=1` out of the expression, or \"date\" out of `requires`",
        );
    }
    if !disposition.requires.is_empty() && !by_hand(disposition) {
        place.blame(
            "requires",
            "no screen asks for it: no agent may set the code, and what sets it fills nothing in",
            "add \"agent\" to `set_by`, or remove `requires`",
        );
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

/// Without any limit a contact that is never reached is dialled for ever.
fn circling(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    let limits = &file.limits;
    let ends = limits.cold_count > 0
        || limits.cold_period.seconds() > 0
        || limits.total > 0
        || disposition.max_run > 0;
    if disposition.kind == Kind::Unreached && !ends {
        place.blame(
            "max_run",
            "no limit ends it: a contact that is never reached is called for ever, until the law's own count stops it",
            "write `max_run = 8`, or set `cold_count` or `total` under `[limits]`",
        );
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
    let mut place = Place {
        index: None,
        code: "",
        problems: doubts,
    };
    for (there, text, remedy) in [
        (
            well,
            "no agent can record a success: every report shows 0 positive",
            "add a code with `set_by = [\"agent\"]` and `credit = { client = 1, … }`",
        ),
        (
            badly,
            "no agent can close a contact without success: whoever says no is called again",
            "add a code with `set_by = [\"agent\"]`, `kind = \"final\"` and no credit",
        ),
        (
            for_good,
            "no agent can record that somebody does not want to be called again, which the law gives everybody a right to",
            "add a code with `set_by = [\"agent\"]`, `kind = \"final\"` and `suppress = { subject = \"number\", … }`",
        ),
    ] {
        if !there {
            place.blame("disposition", text, remedy);
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
            let mut place = Place {
                index: Some(index),
                code,
                problems: doubts,
            };
            place.blame(
                "canonical",
                format!("stands for `{node}` beside `{other}`: shown in the words of this catalogue, others' codes get none of the two"),
                "leave `canonical = true` on one of them",
            );
        }
    }
}
