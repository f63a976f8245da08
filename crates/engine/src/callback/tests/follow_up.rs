use super::*;

#[test]
fn the_documented_example() {
    let follow_up: FollowUp =
        toml::from_str("expression = \"DateAdd=2m, Time=18:00\"\nmin = \"DateAdd=1m\"").unwrap();
    for name in ZONES {
        let zone = zone(name);
        let now = at("2026-05-12T10:15", &zone);
        assert_eq!(
            follow_up.due(true, now, &zone),
            at("2026-07-12T18:00", &zone)
        );
        let earliest = at("2026-06-12T10:15", &zone);
        assert_eq!(
            follow_up.bounds(now, &zone),
            Bounds {
                min: Some(earliest),
                max: None
            }
        );
        let check = |chosen: &str| follow_up.check(at(chosen, &zone), true, now, &zone);
        assert_eq!(check("2026-06-12T10:15"), Ok(earliest));
        let refusal = check("2026-06-12T10:14").unwrap_err();
        assert_eq!(
            refusal,
            OutOfBounds {
                earliest: Some(earliest),
                latest: None
            }
        );
        assert_eq!(
            refusal.to_string().split("choose ").nth(1).unwrap(),
            format!("{earliest} or later")
        );
    }
}

#[test]
fn a_read_only_expression_allows_only_its_own_instant() {
    let zone = zone("Europe/Amsterdam");
    let now = at("2026-05-12T10:15", &zone);
    let follow_up = FollowUp::from(expression("DateAdd=1d, Time=14:00, ReadOnly=1"));
    let due = at("2026-05-13T14:00", &zone);
    assert_eq!(follow_up.check(due, false, now, &zone), Ok(due));
    let refusal = follow_up
        .check(at("2026-05-13T14:01", &zone), false, now, &zone)
        .unwrap_err();
    assert_eq!(
        refusal,
        OutOfBounds {
            earliest: Some(due),
            latest: Some(due)
        }
    );
    assert!(refusal.to_string().ends_with(&format!("only {due} is")));
}

#[test]
fn the_first_time_may_differ_and_the_latest_holds() {
    let follow_up: FollowUp = toml::from_str(
        "expression = 'TimeAdd=3h'\ninitial = 'TimeAdd=15m'\nmax = 'DateAdd=5d, Time=20:00'",
    )
    .unwrap();
    let zone = zone("Europe/Amsterdam");
    let now = at("2026-05-12T10:15", &zone);
    assert_eq!(
        follow_up.due(true, now, &zone),
        at("2026-05-12T10:30", &zone)
    );
    assert_eq!(
        follow_up.due(false, now, &zone),
        at("2026-05-12T13:15", &zone)
    );
    let latest = at("2026-05-17T20:00", &zone);
    assert_eq!(follow_up.check(latest, true, now, &zone), Ok(latest));
    let refusal = follow_up
        .check(at("2026-05-17T20:01", &zone), true, now, &zone)
        .unwrap_err();
    assert_eq!(
        refusal,
        OutOfBounds {
            earliest: None,
            latest: Some(latest)
        }
    );
    assert!(toml::from_str::<FollowUp>("expression = 'TimeAdd=3h'\nmaximum = ''").is_err());
}

#[test]
fn the_base_is_what_was_asked_for_or_missing() {
    let zone = zone("America/New_York");
    let now = at("2026-05-12T10:15", &zone);
    let appointment = at("2026-05-20T15:00", &zone);
    let bases = Bases {
        now,
        date: Some(date(2026, 6, 1)),
        appointment: Some(appointment),
    };
    assert_eq!(bases.instant(Base::Now, &zone), Some(now));
    assert_eq!(
        bases.instant(Base::Date, &zone),
        Some(at("2026-06-01T00:00", &zone))
    );
    assert_eq!(bases.instant(Base::Appointment, &zone), Some(appointment));
    assert_eq!(Bases::at(now).instant(Base::Date, &zone), None);
    assert_eq!("appointment".parse(), Ok(Base::Appointment));
    assert!("today".parse::<Base>().is_err());
}
