//! Every limit, every state and the code for another number occur, and hold.

use crate::support::{CALLPRO, Directory, fill_with};
use crate::{at_rest, played};
use engine::{LimitKind, Limits, Period, Settings};
use sim::{Plan, Seen};
use std::collections::BTreeSet;

const CONTACT_EXPERT: &str = include_str!("../../../../catalogues/contact-expert.toml");
const CALLMONKEY: &str = include_str!("../../../../catalogues/callmonkey.toml");
const STUCC: &str = include_str!("../../../../catalogues/stucc.toml");

fn day_under(catalogue: &str, limits: Option<Limits>, days: u32, contacts: i64) -> Seen {
    let directory = Directory::new();
    let address = directory.address("limits.db");
    let settings = Settings {
        limits,
        ..Settings::default()
    };
    fill_with(&address, contacts, settings, catalogue);
    let played = played(&address, &Plan::new(4, days, 5));
    at_rest(&address, &played);
    played.laws.seen
}

fn hit(seen: &Seen) -> BTreeSet<LimitKind> {
    seen.limits.keys().copied().collect()
}

fn kinds(kinds: &[LimitKind]) -> BTreeSet<LimitKind> {
    kinds.iter().copied().collect()
}

#[test]
fn counted_limits_close_contacts() {
    let limits = Limits {
        cold_count: 2,
        callback_count: 1,
        ..Limits::default()
    };
    let seen = day_under(CALLPRO, Some(limits), 2, 150);
    assert_eq!(
        hit(&seen),
        kinds(&[LimitKind::ColdCount, LimitKind::CallbackCount])
    );
}

#[test]
fn limits_in_time_close_contacts() {
    let limits = Limits {
        cold_period: Period::days(1),
        callback_period: Period::minutes(60),
        callbacks_period: Period::minutes(60),
        ..Limits::default()
    };
    let seen = day_under(CALLPRO, Some(limits), 2, 150);
    let periods = [
        LimitKind::ColdPeriod,
        LimitKind::CallbackPeriod,
        LimitKind::CallbacksPeriod,
    ];
    assert_eq!(hit(&seen), kinds(&periods));
    assert!(
        seen.other_numbers > 0 && seen.closed_by_suppression > 0,
        "{seen:#?}"
    );
}

#[test]
fn the_absolute_maximum_and_a_code_too_often_in_a_row_close_contacts() {
    let limits = Limits {
        total: 3,
        ..Limits::default()
    };
    let code = "code = \"120\"";
    assert_eq!(CALLPRO.matches(code).count(), 1);
    let catalogue = CALLPRO.replace(code, &format!("{code}\nmax_run = 2"));
    let seen = day_under(&catalogue, Some(limits), 2, 150);
    assert_eq!(hit(&seen), kinds(&[LimitKind::Total, LimitKind::SameRun]));
}

#[test]
fn other_catalogues_are_worked_as_well() {
    let one_callback = Limits {
        callbacks: 1,
        ..Limits::default()
    };
    let seen = [
        day_under(CONTACT_EXPERT, Some(one_callback), 3, 150),
        day_under(CALLMONKEY, None, 1, 100),
        day_under(STUCC, None, 1, 100),
    ];
    let states: BTreeSet<&str> = seen
        .iter()
        .flat_map(|seen| seen.states.keys().copied())
        .collect();
    let all = ["callback", "closed", "in_hand", "new", "unreached"];
    assert_eq!(states, BTreeSet::from(all));
    assert_eq!(
        hit(&seen[0]),
        kinds(&[LimitKind::Callbacks, LimitKind::Retries])
    );
    assert!(seen.iter().all(|seen| seen.dials > 100));
}
