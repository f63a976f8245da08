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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::shipped;
    use jiff::civil::DateTime;

    fn zone() -> Zone {
        Zone::new("Europe/Amsterdam").unwrap()
    }

    fn at(local: &str) -> Timestamp {
        let local: DateTime = local.parse().unwrap();
        zone().instant(local.date(), local.time())
    }

    fn dutch() -> Law {
        Law::parse(shipped::NL, "nl.toml").unwrap()
    }

    fn found(due: &str, roster: Option<&str>) -> Option<(String, Vec<String>)> {
        let roster = roster.map(|text| Roster::parse(text).unwrap());
        let kind = ContactKind::Consumer;
        let found = offerable(at(due), roster.as_ref(), &dutch(), &zone(), kind)?;
        let held_by = found.held_by.iter().map(|held| match held {
            Held::Roster => "roster".to_owned(),
            Held::Law(rule) => rule.id().to_owned(),
        });
        Some((zone().local(found.at).to_string(), held_by.collect()))
    }

    fn expect(due: &str, roster: Option<&str>, at: &str, held_by: &[&str]) {
        let (found_at, found_by) = found(due, roster).unwrap();
        assert_eq!(
            (found_at.as_str(), found_by),
            (at, held_by.iter().map(|h| (*h).to_owned()).collect())
        );
    }

    #[test]
    fn roster_and_law_take_turns() {
        let monday = "2026-06-01T10:00:00";
        expect(monday, None, monday, &[]);
        expect(monday, Some("mo-fr 08:00-12:00"), monday, &[]);
        expect(
            monday,
            Some("mo-fr 14:00-"),
            "2026-06-01T14:00:00",
            &["roster"],
        );
        expect(
            "2026-06-01T08:10:00",
            Some("mo -12:00"),
            "2026-06-01T09:00:00",
            &["nl.hours.workday"],
        );
        // The roster says Monday morning, which is Whit Monday, then the week after before nine.
        expect(
            "2026-05-22T22:30:00",
            Some("mo 08:00-10:00"),
            "2026-06-01T09:00:00",
            &["roster", "nl.holiday.whit_monday", "nl.hours.workday"],
        );
    }

    #[test]
    fn no_hour_in_common_is_an_answer() {
        assert_eq!(found("2026-06-01T10:00:00", Some("su 08:00-22:00")), None);
        assert_eq!(
            found("2026-06-01T10:00:00", Some("mo-fr 08:00-09:00")),
            None
        );
        let friday_night = found("2026-06-05T21:00:00", Some("sa 20:00-")).is_none();
        assert!(friday_night);
    }

    #[test]
    fn without_a_law_only_the_roster_holds() {
        let roster = Roster::parse("su 08:00-08:30").unwrap();
        let kind = ContactKind::Company;
        let found = offerable(
            at("2026-06-01T10:00"),
            Some(&roster),
            &Law::open(),
            &zone(),
            kind,
        );
        let expected = Offerable {
            at: at("2026-06-07T08:00"),
            held_by: vec![Held::Roster],
        };
        assert_eq!(found, Some(expected));
    }
}
