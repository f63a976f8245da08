use super::*;
use jiff::civil::Date;

/// Resolves in local times; the same in every zone as long as no clock changes.
fn resolves(text: &str, base: &str, expected: &str) {
    for name in ZONES {
        let zone = zone(name);
        let found = expression(text).resolve(at(base, &zone), &zone);
        let shown = zone.local(found).to_string();
        assert_eq!(
            found,
            at(expected, &zone),
            "{text} from {base} in {name}: {shown}"
        );
    }
}

#[test]
fn a_time_without_a_date_is_today_or_tomorrow() {
    resolves("Time=18:00", "2026-05-12T10:15", "2026-05-12T18:00");
    resolves("Time=18:00", "2026-05-12T18:00", "2026-05-12T18:00");
    resolves("Time=18:00", "2026-05-12T18:00:01", "2026-05-13T18:00");
    resolves("Time=9:00", "2026-12-31T10:15", "2027-01-01T09:00");
    // With a date the time stays on that date, even when it has passed.
    resolves(
        "DateAdd=0d, Time=9:00",
        "2026-05-12T10:15",
        "2026-05-12T09:00",
    );
}

#[test]
fn offsets_count_from_the_base() {
    resolves("TimeAdd=30m", "2026-05-12T23:45:10", "2026-05-13T00:15:10");
    resolves("TimeAdd=3h", "2026-05-12T10:15", "2026-05-12T13:15");
    resolves("DateAdd=2d", "2026-05-12T10:15:30", "2026-05-14T10:15:30");
    resolves(
        "DateAdd=1d, TimeAdd=2h",
        "2026-05-12T10:15",
        "2026-05-13T12:15",
    );
    resolves(
        "Date=2026-6-1, TimeAdd=15m",
        "2026-05-12T10:15",
        "2026-06-01T10:30",
    );
    resolves(
        "Date=2026-06-01, Time=8:05",
        "2026-05-12T10:15",
        "2026-06-01T08:05",
    );
    resolves("", "2026-05-12T10:15", "2026-05-12T10:15");
}

#[test]
fn months_end_where_they_end() {
    resolves("DateAdd=1m", "2026-01-31T10:00", "2026-02-28T10:00");
    resolves("DateAdd=1m", "2028-01-31T10:00", "2028-02-29T10:00");
    resolves("DateAdd=12m", "2028-02-29T10:00", "2029-02-28T10:00");
    resolves("DateAdd=2m", "2026-12-31T10:00", "2027-02-28T10:00");
    resolves("DateAdd=1d", "2028-02-28T10:00", "2028-02-29T10:00");
    resolves("DateAdd=9999m", "2026-05-12T10:00", "2859-08-12T10:00");
}

#[test]
fn the_window_holds_the_instant() {
    let evening = "TimeFrame=180m, TimeFrameStart=18:00";
    resolves(evening, "2026-05-12T10:15", "2026-05-12T18:00");
    resolves(evening, "2026-05-12T20:59:59", "2026-05-12T20:59:59");
    resolves(evening, "2026-05-12T21:00", "2026-05-13T18:00");
    resolves(
        "TimeFrame=60m, TimeFrameStart=23:00",
        "2026-05-12T23:59",
        "2026-05-12T23:59",
    );
    resolves(
        &format!("TimeAdd=12h, {evening}"),
        "2026-05-12T10:15",
        "2026-05-13T18:00",
    );
}

#[test]
fn the_weekdays_shift_forward() {
    // 12 May 2026 is a Tuesday.
    resolves("CallBackDays=16", "2026-05-12T10:15", "2026-05-14T10:15");
    resolves("CallBackDays=4", "2026-05-12T10:15", "2026-05-12T10:15");
    resolves("CallBackDays=1", "2026-05-12T10:15", "2026-05-17T10:15");
    resolves("CallBackDays=2", "2026-05-12T10:15", "2026-05-18T10:15");
    resolves("CallBackDays=64", "2026-05-12T10:15", "2026-05-16T10:15");
    // Past on Tuesday, so Wednesday, which is not allowed: Friday.
    resolves(
        "Time=9:00, CallBackDays=36",
        "2026-05-12T10:15",
        "2026-05-15T09:00",
    );
    // The window pushes into Wednesday, the weekdays on to Monday.
    let text = "TimeFrame=60m, TimeFrameStart=9:00, CallBackDays=2";
    resolves(text, "2026-05-12T10:15", "2026-05-18T09:00");
}

#[test]
fn the_nights_on_which_the_clock_changes() {
    let table = "
        # The same time the next day, and 24 hours later: they part ways by an hour.
        Europe/Amsterdam  2026-03-28T11:00:00Z  2026-03-29T10:00:00Z  DateAdd=1d
        Europe/Amsterdam  2026-03-28T11:00:00Z  2026-03-29T11:00:00Z  TimeAdd=24h
        Europe/Amsterdam  2026-10-24T10:00:00Z  2026-10-25T11:00:00Z  DateAdd=1d
        America/New_York  2026-03-07T17:00:00Z  2026-03-08T16:00:00Z  DateAdd=1d
        America/New_York  2026-10-31T16:00:00Z  2026-11-01T17:00:00Z  DateAdd=1d
        Asia/Kolkata      2026-03-28T06:30:00Z  2026-03-29T06:30:00Z  DateAdd=1d
        # In the gap the first valid instant, in the fold the first of the two.
        Europe/Amsterdam  2026-03-28T11:00:00Z  2026-03-29T01:00:00Z  DateAdd=1d, Time=2:30
        Europe/Amsterdam  2026-10-24T11:00:00Z  2026-10-25T00:30:00Z  DateAdd=1d, Time=2:30
        America/New_York  2026-03-08T05:00:00Z  2026-03-08T07:00:00Z  Time=2:30
        America/New_York  2026-11-01T04:00:00Z  2026-11-01T05:30:00Z  Time=1:30
        # In the second half of the fold, nothing said about date or time: untouched.
        Europe/Amsterdam  2026-10-25T01:30:00Z  2026-10-25T01:30:00Z  CallBackDays=1
        Europe/Amsterdam  2026-10-25T01:30:00Z  2026-10-25T01:30:00Z  DateAdd=0d
        # There half past two has passed already.
        Europe/Amsterdam  2026-10-25T01:29:00Z  2026-10-26T01:30:00Z  Time=2:30";
    let rows = table.lines().map(str::trim);
    for row in rows.filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let words: Vec<&str> = row.split_whitespace().collect();
        let [name, base, expected, items @ ..] = words.as_slice() else {
            panic!("{row}");
        };
        let found = expression(&items.join(" ")).resolve(base.parse().unwrap(), &zone(name));
        assert_eq!(found.to_string(), *expected, "{row}");
    }
}

#[test]
fn the_end_of_the_calendar_is_not_the_end_of_the_program() {
    let zone = zone("Europe/Amsterdam");
    for text in [
        "DateAdd=9999m",
        "TimeAdd=9999h",
        "Date=9999-12-31, CallBackDays=1",
    ] {
        let found = expression(text).resolve(Timestamp::MAX, &zone);
        assert!(found >= at("9990-01-01T00:00", &zone), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_resolved_keeps_its_promises(
        fields in any_expression(),
        second in 1_704_067_200_i64..1_830_297_600,
        name in prop::sample::select(ZONES.to_vec()),
    ) {
        let (zone, base) = (zone(name), Timestamp::from_second(second).unwrap());
        let due = fields.resolve(base, &zone);
        let local = zone.local(due);
        prop_assert_eq!(fields.resolve(base, &zone), due);
        if local.date() >= Date::MAX.yesterday().unwrap().yesterday().unwrap() {
            return Ok(());
        }
        if let Some(days) = fields.days && due < at("9990-01-01T00:00", &zone) {
            prop_assert!(days.contains(local.weekday()));
        }
        let in_the_past = matches!(fields.date, Some(DatePart::On(_) | DatePart::Add(0, _)));
        prop_assert!(in_the_past || due >= base, "{due} is before {base}");
    }
}
