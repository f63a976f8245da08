//! The strictest holds, whoever asks for it.

use super::*;
use crate::recording::Recorded;
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

#[test]
fn it_rings_within_what_the_law_lets_and_demands() {
    let german = Law::parse(crate::law::shipped::DE, "de.toml").unwrap();
    let asks = |rings_for| Profile {
        rings_for: Some(rings_for),
        ..Profile::default()
    };
    // The law's file says 15 to 20 seconds.
    for (asked, most) in [(5, 15), (18, 18), (60, 20)] {
        let campaign = asks(asked);
        let ring = Bounds::new(&german, Some(&campaign), None).ring(today());
        let ring = ring.unwrap();
        assert_eq!(ring.max, Some(SignedDuration::from_secs(most)), "{asked}");
        assert_eq!(ring.min, Some(SignedDuration::from_secs(15)));
    }
    let open = Law::open();
    assert_eq!(Bounds::new(&open, None, None).ring(today()), None);
    let (campaign, list) = (asks(30), asks(25));
    let ring = Bounds::new(&open, Some(&campaign), Some(&list)).ring(today());
    assert_eq!(ring.unwrap().max, Some(SignedDuration::from_secs(25)));
}

#[test]
fn the_campaign_says_first_what_becomes_of_machines() {
    let open = Law::open();
    let says = |machines| Profile {
        machines: Some(machines),
        ..Profile::default()
    };
    let (campaign, list) = (says(Machines::ToAgent), says(Machines::HangUp));
    let of = |campaign, list| Bounds::new(&open, campaign, list).machines();
    assert_eq!(of(None, None), Machines::ToAgent);
    assert_eq!(of(None, Some(&list)), Machines::HangUp);
    assert_eq!(of(Some(&campaign), Some(&list)), Machines::ToAgent);
}

#[test]
fn what_is_owed_before_a_recording_is_the_laws_to_say() {
    let owed = |law: &Law| Bounds::new(law, None, None).recording(today()).owed;
    let shipped = |text| Law::parse(text, "law.toml").unwrap();
    assert_eq!(owed(&shipped(crate::law::shipped::DE)), Owed::Consent);
    assert_eq!(owed(&shipped(crate::law::shipped::NL)), Owed::Notice);
    assert_eq!(owed(&Law::open()), Owed::Consent);
}

#[test]
fn a_recording_is_kept_as_long_as_the_strictest_says() {
    let law = "country = \"XX\"\nversion = \"1\"\nzone = \"UTC\"\n[[recording]]\ntext = \"t\"\n\
               owed = \"nothing\"\nmost_days = 60\nsource = \"a law\"\ncertain = true\n";
    let law = Law::parse(law, "xx.toml").unwrap();
    let days = |days| Profile {
        recordings_days: Some(days),
        recorded: Some(Recorded::On),
        ..Profile::default()
    };
    for (campaign, list, kept) in [(30, 90, 30), (90, 40, 40), (90, 90, 60)] {
        let (campaign, list) = (days(campaign), days(list));
        let recording = Bounds::new(&law, Some(&campaign), Some(&list)).recording(today());
        assert_eq!(recording.kept_days, kept);
        assert_eq!(recording.wanted, Recorded::On);
    }
    let open = Law::open();
    let recording = Bounds::new(&open, None, None).recording(today());
    assert_eq!(recording, Recording::default());
}
