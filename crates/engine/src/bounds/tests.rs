//! The strictest holds, whoever asks for it.

use super::*;
use jiff::civil::date;

fn law() -> Law {
    let text = std::fs::read_to_string("../../jurisdictions/gb.toml").unwrap();
    Law::parse(&text, "gb.toml").unwrap()
}

fn today() -> Date {
    date(2026, 11, 24)
}

/// Great Britain: 10 minutes, 3 a day, 10 in 30 days, 72 hours, 30 in 1000.
#[test]
fn without_a_profile_the_law_speaks() {
    let law = law();
    let bounds = Bounds::new(&law, None, None);
    let minutes = SignedDuration::from_mins;
    assert_eq!(bounds.min_gap(today()), Some((minutes(10), Says::Law)));
    assert_eq!(bounds.dials_per_day(today()), Some((3, Says::Law)));
    let quarantine = SignedDuration::from_hours(72);
    assert_eq!(bounds.quarantine(today()), Some((quarantine, Says::Law)));
    let (ceiling, says) = bounds.abandonment(today()).unwrap();
    assert_eq!((ceiling.per_mille, says), (30, Says::Law));
}

#[test]
fn the_strictest_of_law_campaign_and_list_holds() {
    let law = law();
    let campaign = Profile {
        min_gap: Some(Period::minutes(60)),
        dials_per_day: Some(5),
        abandoned_per_mille: Some(10),
        ..Profile::default()
    };
    let list = Profile {
        min_gap: Some(Period::minutes(30)),
        dials_per_day: Some(1),
        ..Profile::default()
    };
    let bounds = Bounds::new(&law, Some(&campaign), Some(&list));
    let hour = SignedDuration::from_hours(1);
    assert_eq!(bounds.min_gap(today()), Some((hour, Says::Campaign)));
    assert_eq!(bounds.dials_per_day(today()), Some((1, Says::List)));
    let (ceiling, says) = bounds.abandonment(today()).unwrap();
    assert_eq!((ceiling.per_mille, says), (10, Says::Campaign));
    assert_eq!(ceiling.window, SignedDuration::from_hours(24));
}

#[test]
fn counts_over_different_days_hold_beside_each_other() {
    let law = law();
    let week = Often { dials: 3, days: 7 };
    let campaign = Profile {
        dials_per_period: Some(week),
        ..Profile::default()
    };
    let bounds = Bounds::new(&law, Some(&campaign), None);
    let month = Often {
        dials: 10,
        days: 30,
    };
    let all: Vec<_> = bounds.often(today()).collect();
    assert_eq!(all, [(month, Says::Law), (week, Says::Campaign)]);
}

#[test]
fn only_dials_that_may_still_count_are_remembered() {
    let law = law();
    let bounds = Bounds::new(&law, None, None);
    let days_ago = |days: i64| {
        let day = today().checked_sub(days.days()).unwrap();
        Zone::UTC.start_of(day) + SignedDuration::from_hours(12)
    };
    let dials: Vec<Timestamp> = [0, 0, 5, 29, 30, 80].map(days_ago).to_vec();
    let known = bounds.dialled(Slot(0), dials.clone(), today(), &Zone::UTC);
    assert_eq!(known.dials_today, 2);
    assert_eq!(known.last_dial_at, Some(days_ago(0)));
    assert_eq!(known.recent, dials[..4]);

    let often = (0..40).map(|_| days_ago(1)).collect();
    let known = bounds.dialled(Slot(0), often, today(), &Zone::UTC);
    assert_eq!(known.recent.len(), 10);
}
