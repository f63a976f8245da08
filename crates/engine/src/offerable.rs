//! The first instant at which roster and law both let a contact be offered.

use crate::contact_kind::ContactKind;
use crate::law::{Law, RuleRef};
use crate::roster::Roster;
use crate::zone::Zone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// Roster and law that have no hour in common within this time have none at all.
const SEARCH: SignedDuration = SignedDuration::from_hours(400 * 24);

/// When a contact may be offered, and why not earlier.
#[derive(Debug, Clone, PartialEq)]
pub struct Offerable {
    pub at: Timestamp,
    /// Each only once, in the order in which they held it back.
    pub held_by: Vec<Held>,
}

/// What keeps a due contact from being offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    Roster,
    Law(RuleRef),
}

/// The first instant from `due` on that roster and law allow; none if they share no hour within
/// 400 days.
pub fn offerable(
    due: Timestamp,
    roster: Option<&Roster>,
    law: &Law,
    zone: &Zone,
    kind: ContactKind,
) -> Option<Offerable> {
    let last = due.checked_add(SEARCH).unwrap_or(Timestamp::MAX);
    let mut held_by = Vec::new();
    let mut at = due;
    while at <= last {
        let in_roster = roster.map_or(at, |roster| roster.shift(at, zone));
        if in_roster > at {
            hold(&mut held_by, Held::Roster);
        }
        let (open, rule) = law.next_open(in_roster, zone, kind)?;
        if let Some(rule) = rule {
            hold(&mut held_by, Held::Law(rule));
        }
        if roster.is_none_or(|roster| open == in_roster || roster.allows(open, zone)) {
            return Some(Offerable { at: open, held_by });
        }
        at = open;
    }
    None
}

fn hold(held_by: &mut Vec<Held>, held: Held) {
    if !held_by.contains(&held) {
        held_by.push(held);
    }
}
