//! Clocks, periods and the ends of the search.

use super::*;

#[test]
fn the_called_partys_clock_and_calendar_count() {
    let law = country("NL");
    // 20:30 on Friday in Amsterdam: half past two in the afternoon in New York, Saturday
    // midnight in Kolkata.
    let instant = at("2026-06-05T20:30", &zone("Europe/Amsterdam"));
    assert!(law.is_open(instant, &zone("Europe/Amsterdam"), Consumer));
    assert!(law.is_open(instant, &zone("America/New_York"), Consumer));
    let kolkata = zone("Asia/Kolkata");
    let (next, rule) = law.next_open(instant, &kolkata, Consumer).unwrap();
    assert_eq!(next, at("2026-06-06T10:00", &kolkata));
    assert_eq!(rule.unwrap().id(), "nl.hours.saturday");
}

const NIGHT: &str = r#"
country = "NL"
version = "test"
zone = "Europe/Amsterdam"
[[hours]]
id = "night"
text = "At night only"
days = "mo-su"
open = "02:00"
close = "02:45"
from = 2026-01-01
until = 2026-12-30
source = "ours"
certain = false
[[hours]]
id = "late"
text = "And late"
days = "mo-su"
open = "23:00"
close = "24:00"
from = 2026-01-01
until = 2026-12-30
source = "ours"
certain = false
"#;

#[test]
fn the_nights_on_which_the_clock_changes() {
    let law = Law::parse(NIGHT, "night.toml").unwrap();
    let amsterdam = zone("Europe/Amsterdam");
    let next = |from: &str| {
        let (next, _) = law
            .next_open(from.parse().unwrap(), &amsterdam, Consumer)
            .unwrap();
        next.to_string()
    };
    // In spring the hours from 02:00 to 02:45 do not exist: late in the evening is the next.
    assert_eq!(next("2026-03-29T00:30:00Z"), "2026-03-29T21:00:00Z");
    assert_eq!(next("2026-03-29T01:00:00Z"), "2026-03-29T21:00:00Z");
    // In autumn they exist twice.
    assert_eq!(next("2026-10-24T22:30:00Z"), "2026-10-25T00:00:00Z");
    assert_eq!(next("2026-10-25T01:15:00Z"), "2026-10-25T01:15:00Z");
    // In the Dutch file the night changes nothing: 09:00 local.
    let monday = at("2026-10-26T09:00", &amsterdam);
    let saturday_night = at("2026-10-24T23:00", &amsterdam);
    let found = country("NL").next_open(saturday_night, &amsterdam, Consumer);
    assert_eq!(found.unwrap().0, monday);
}

#[test]
fn a_rule_holds_from_its_first_to_its_last_day() {
    let law = Law::parse(NIGHT, "night.toml").unwrap();
    let amsterdam = zone("Europe/Amsterdam");
    let open = |local: &str| law.is_open(at(local, &amsterdam), &amsterdam, Consumer);
    assert!(open("2025-12-31T12:00"));
    assert!(!open("2026-01-01T12:00"));
    assert!(!open("2026-12-30T12:00"));
    assert!(open("2026-12-31T12:00"));
    // On the last day it is open from 23:00 on and stays so: the next day nothing restricts.
    let late = at("2026-12-30T23:10", &amsterdam);
    let Window::Open { until, rule } = law.window(late, &amsterdam, Consumer) else {
        panic!("shut");
    };
    assert_eq!((until, rule.unwrap().id()), (None, "nl.hours.late"));
    // Before the Dutch code there were no hours.
    let sunday = at("2011-12-25T03:00", &amsterdam);
    assert!(country("NL").is_open(sunday, &amsterdam, Consumer));
}

#[test]
fn an_open_law_restricts_nothing() {
    let (law, now) = (Law::open(), at("2026-12-25T03:00", &Zone::UTC));
    assert_eq!(law.next_open(now, &Zone::UTC, Consumer), Some((now, None)));
    let window = law.window(now, &Zone::UTC, Consumer);
    assert_eq!(
        window,
        Window::Open {
            until: None,
            rule: None
        }
    );
    assert_eq!(law.min_gap(date(2026, 1, 1)), None);
}

#[test]
fn a_law_that_never_opens_is_noticed() {
    let text = "country = 'NL'\nversion = '1'\nzone = 'UTC'\n[[closed]]\nid = 'all'\n\
                text = 'Never'\ndays = 'mo-su'\nsource = 'ours'\ncertain = false";
    let law = Law::parse(text, "never.toml").unwrap();
    let now = at("2026-06-01T12:00", &Zone::UTC);
    assert_eq!(law.next_open(now, &Zone::UTC, Consumer), None);
    let Window::Closed { until: None, rule } = law.window(now, &Zone::UTC, Consumer) else {
        panic!("open");
    };
    assert_eq!(
        (rule.id(), rule.text(), rule.source()),
        ("nl.closed.all", "Never", "ours")
    );
}

proptest! {
    #[test]
    fn next_open_is_the_first_open_instant(
        second in 1_704_067_200_i64..1_830_297_600,
        country_index in 0..2_usize,
        kind in prop::sample::select(ContactKind::ALL.to_vec()),
        name in prop::sample::select(vec!["Europe/Amsterdam", "America/New_York", "Asia/Kolkata"]),
    ) {
        let law = country(shipped::COUNTRIES[country_index]);
        let (zone, from) = (zone(name), Timestamp::from_second(second).unwrap());
        let (next, rule) = law.next_open(from, &zone, kind).unwrap();
        prop_assert!(next >= from && law.is_open(next, &zone, kind));
        prop_assert_eq!(rule.is_none(), next == from);
        let quarter = SignedDuration::from_mins(15);
        let mut between = Timestamp::from_second(second - second.rem_euclid(900)).unwrap() + quarter;
        while between < next {
            prop_assert!(!law.is_open(between, &zone, kind), "{between} is open too");
            between += quarter;
        }
        match law.window(from, &zone, kind) {
            Window::Open { until, .. } => {
                let until = until.unwrap();
                prop_assert!(until > from && !law.is_open(until, &zone, kind));
            }
            Window::Closed { until, .. } => prop_assert_eq!(until, Some(next)),
        }
    }
}
