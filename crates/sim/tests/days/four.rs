//! Two working days under each of the four vocabularies, with crashes and opt-outs: the laws hold,
//! and what the journal tells again is what stands in the rows.

use crate::support::{CALLPRO, Directory, fill_with};
use crate::{at_rest, played};
use engine::{Catalogue, Counter, Period, Profile, Settings, Window};
use sim::{Faults, Plan, Played};
use std::collections::BTreeSet;

const CALLMONKEY: &str = include_str!("../../../../catalogues/callmonkey.toml");
const CONTACT_EXPERT: &str = include_str!("../../../../catalogues/contact-expert.toml");
const STUCC: &str = include_str!("../../../../catalogues/stucc.toml");

fn two_days(text: &str, settings: Settings) -> Played {
    let directory = Directory::new();
    let address = directory.address("four.db");
    fill_with(&address, 120, settings, text);
    let plan = Plan {
        faults: Faults::all(),
        opt_outs: 6,
        ..Plan::new(4, 2, 5)
    };
    let played = played(&address, &plan);
    at_rest(&address, &played);
    let catalogue = Catalogue::parse(text).unwrap();
    let seen = &played.laws.seen;
    assert!(
        seen.dials > 150 && seen.crashes > 0 && !seen.opt_outs.is_empty(),
        "{}: {seen:#?}",
        catalogue.name()
    );
    for there in &played.summary.codes {
        assert!(catalogue.find(&there.code).is_some(), "{}", there.code);
    }
    played
}

/// Which codes attempts were given.
fn given(played: &Played) -> BTreeSet<&str> {
    let codes = played.summary.codes.iter();
    codes
        .filter(|there| there.attempts > 0)
        .map(|there| there.code.as_str())
        .collect()
}

fn holds(played: &Played, codes: &[&str]) {
    let given = given(played);
    for code in codes {
        assert!(given.contains(code), "{code} is not among {given:?}");
    }
}

#[test]
fn two_days_under_callpro() {
    let played = two_days(CALLPRO, Settings::default());
    holds(&played, &["120", "130", "140", "300", "501", "700"]);
}

#[test]
fn two_days_under_callmonkey() {
    let played = two_days(CALLMONKEY, Settings::default());
    holds(&played, &["4.1/voicemail", "4.1/in-gesprek", "5/lead"]);
}

#[test]
fn two_days_under_contact_expert() {
    let played = two_days(CONTACT_EXPERT, Settings::default());
    holds(&played, &["33", "48", "51", "55"]);
}

/// With limits for each window, as the product has them.
#[test]
fn two_days_under_stucc() {
    let windows = vec![
        Window {
            counter: Counter::Attempts,
            within: Some(Period::days(1)),
            most: 4,
        },
        Window {
            counter: Counter::NotReached,
            within: Some(Period::minutes(240)),
            most: 2,
        },
    ];
    let settings = Settings {
        profile: Some(Profile {
            windows,
            ..Profile::default()
        }),
        ..Settings::default()
    };
    let played = two_days(STUCC, settings);
    holds(&played, &["open/$none", "open/$follow_up_auto"]);
}
