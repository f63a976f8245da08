//! The shipped calendars, row by row.

use super::*;

/// The rule that holds, with `+` where it is open, and the local time at which that ends.
fn look(law: &Law, local: &str, zone: &Zone, kind: ContactKind) -> (String, String) {
    let (sign, until, rule) = match law.window(at(local, zone), zone, kind) {
        Window::Open { until, rule } => ("+", until, rule),
        Window::Closed { until, rule } => ("-", until, Some(rule)),
    };
    let rule = rule.map_or_else(String::new, |rule| rule.id().to_owned());
    let until = until.map_or_else(String::new, |until| {
        zone.local(until).strftime("%FT%R").to_string()
    });
    (format!("{sign}{rule}"), until)
}

/// Rows of local time, rule that holds (`+` open, `-` shut) and local time at which that ends.
fn table(law: &Law, zone: &Zone, kind: ContactKind, rows: &str) {
    let rows = rows.lines().map(str::trim);
    for row in rows.filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let words: Vec<&str> = row.split_whitespace().collect();
        let [local, rule, until] = words.as_slice() else {
            panic!("{row}");
        };
        let (found, found_until) = look(law, local, zone, kind);
        assert_eq!(
            (found.as_str(), found_until.as_str()),
            (*rule, *until),
            "{row}"
        );
        let expected = match rule.split_at(1) {
            ("+", _) => (at(local, zone), None),
            (_, id) => (at(until, zone), Some(id.to_owned())),
        };
        let next = law.next_open(at(local, zone), zone, kind);
        let next = next.map(|(at, rule)| (at, rule.map(|rule| rule.id().to_owned())));
        assert_eq!(next, Some(expected), "{row}");
    }
}

#[test]
fn the_dutch_calendar_for_a_consumer() {
    let rows = "
        # Thursday 24 December 2026, then Christmas, its second day on Saturday, Sunday.
        2026-12-24T18:29  +nl.cutoff.christmas_eve  2026-12-24T18:30
        2026-12-24T18:31  -nl.cutoff.christmas_eve  2026-12-28T09:00
        2026-12-25T11:00  -nl.holiday.christmas  2026-12-28T09:00
        2026-12-26T11:00  -nl.holiday.second_christmas_day  2026-12-28T09:00
        2026-12-27T11:00  -nl.closed.sunday  2026-12-28T09:00
        2026-12-31T21:59:59  +nl.hours.workday  2026-12-31T22:00
        2026-12-31T22:00  -nl.hours.workday  2027-01-02T10:00
        2027-01-01T12:00  -nl.holiday.new_year  2027-01-02T10:00
        # An ordinary Monday and Saturday.
        2026-06-01T08:59:59  -nl.hours.workday  2026-06-01T09:00
        2026-06-01T09:00  +nl.hours.workday  2026-06-01T22:00
        2026-06-06T09:59  -nl.hours.saturday  2026-06-06T10:00
        2026-06-06T10:00  +nl.hours.saturday  2026-06-06T16:00
        2026-06-06T16:00  -nl.hours.saturday  2026-06-08T09:00
        # St Nicholas' Eve on a Friday, and on a Saturday that ends earlier anyway.
        2025-12-05T18:30  -nl.cutoff.st_nicholas_eve  2025-12-06T10:00
        2026-12-05T12:00  +nl.hours.saturday  2026-12-05T16:00
        2026-12-05T17:00  -nl.hours.saturday  2026-12-07T09:00
        # Remembrance on Monday, liberation on Tuesday.
        2026-05-04T18:29  +nl.cutoff.remembrance_day  2026-05-04T18:30
        2026-05-04T18:31  -nl.cutoff.remembrance_day  2026-05-06T09:00
        2026-05-05T12:00  -nl.holiday.liberation_day  2026-05-06T09:00
        # Feasts that move.
        2026-04-03T12:00  +nl.hours.workday  2026-04-03T22:00
        2026-04-06T12:00  -nl.holiday.easter_monday  2026-04-07T09:00
        2026-05-14T12:00  -nl.holiday.ascension  2026-05-15T09:00
        2026-05-25T12:00  -nl.holiday.whit_monday  2026-05-26T09:00
        # The King's birthday; in 2025 it fell on a Sunday and was kept on Saturday.
        2026-04-27T12:00  -nl.holiday.kings_day  2026-04-28T09:00
        2025-04-26T12:00  -nl.holiday.kings_day  2025-04-28T09:00
        2025-04-25T12:00  +nl.hours.workday  2025-04-25T22:00
        # The Queen's day was kept until 2013.
        2013-04-30T12:00  -nl.holiday.queens_day  2013-05-01T09:00
        2013-04-26T12:00  +nl.hours.workday  2013-04-26T22:00
        2014-04-30T12:00  +nl.hours.workday  2014-04-30T22:00";
    let (law, zone) = (country("NL"), zone("Europe/Amsterdam"));
    table(&law, &zone, Consumer, rows);
    table(&law, &zone, SoleTrader, rows);
}

#[test]
fn a_company_has_other_hours() {
    let rows = "
        2026-06-01T08:00  +nl.hours.company_workday  2026-06-01T20:00
        2026-06-01T20:00  -nl.hours.company_workday  2026-06-02T08:00
        2026-12-24T19:00  +nl.hours.company_workday  2026-12-24T20:00
        2026-05-14T12:00  -nl.holiday.ascension  2026-05-15T08:00";
    let (law, zone) = (country("nl"), zone("Europe/Amsterdam"));
    table(&law, &zone, Company, rows);
}

#[test]
fn german_holidays_are_those_of_all_states() {
    let rows = "
        2026-04-03T12:00  -de.holiday.good_friday  2026-04-04T10:00
        2026-05-01T12:00  -de.holiday.labour_day  2026-05-02T10:00
        2026-10-03T12:00  -de.holiday.german_unity_day  2026-10-05T09:00
        2017-10-31T12:00  -de.holiday.reformation_day_2017  2017-11-01T09:00
        # Holidays of some states only: Epiphany, Corpus Christi, Reformation, All Saints'.
        2026-01-06T12:00  +de.hours.workday  2026-01-06T20:00
        2026-06-04T12:00  +de.hours.workday  2026-06-04T20:00
        2025-10-31T12:00  +de.hours.workday  2025-10-31T20:00
        2027-11-01T12:00  +de.hours.workday  2027-11-01T20:00
        # No statute, no cut-off on Christmas Eve.
        2026-12-24T19:59  +de.hours.workday  2026-12-24T20:00";
    let (law, zone) = (country("DE"), zone("Europe/Berlin"));
    table(&law, &zone, Consumer, rows);
}

#[test]
fn swiss_holidays_are_those_of_all_cantons_or_most() {
    let rows = "
        2026-01-01T12:00  -ch.holiday.new_year  2026-01-02T08:00
        2026-04-03T12:00  +ch.hours.workday  2026-04-03T20:00
        2026-05-14T12:00  -ch.holiday.ascension  2026-05-15T08:00
        2026-08-01T12:00  -ch.holiday.national_day  2026-08-03T08:00
        2026-12-25T12:00  -ch.holiday.christmas  2026-12-28T08:00";
    table(&country("CH"), &zone("Europe/Zurich"), Consumer, rows);
}

#[test]
fn hungarian_holidays() {
    let rows = "
        2026-03-13T12:00  +hu.hours.workday  2026-03-13T20:00
        2026-04-03T12:00  -hu.holiday.good_friday  2026-04-04T09:00
        2016-03-25T12:00  +hu.hours.workday  2016-03-25T20:00
        2026-08-20T12:00  -hu.holiday.st_stephen  2026-08-21T08:00
        2026-10-23T12:00  -hu.holiday.october_23  2026-10-24T09:00
        2026-12-24T12:00  -hu.holiday.christmas_eve  2026-12-28T08:00
        2023-12-22T21:00  -hu.hours.workday  2023-12-23T09:00";
    table(&country("HU"), &zone("Europe/Budapest"), Consumer, rows);
}

#[test]
fn british_bank_holidays_move_off_the_weekend() {
    let rows = "
        # Counted Mondays.
        2026-05-04T12:00  -gb.holiday.early_may  2026-05-05T08:00
        2026-05-25T12:00  -gb.holiday.spring  2026-05-26T08:00
        2026-08-31T12:00  -gb.holiday.summer  2026-09-01T08:00
        2026-08-24T12:00  +gb.hours.workday  2026-08-24T21:00
        # Boxing Day on a Saturday: the Monday, too. Both on a weekend: Monday and Tuesday.
        2026-12-26T12:00  -gb.holiday.boxing_day_itself  2026-12-29T08:00
        2026-12-28T12:00  -gb.holiday.boxing_day  2026-12-29T08:00
        2027-12-27T12:00  -gb.holiday.christmas  2027-12-29T08:00
        2027-12-28T12:00  -gb.holiday.boxing_day  2027-12-29T08:00
        2022-12-27T12:00  -gb.holiday.christmas  2022-12-28T08:00
        # New Year's Day on a Saturday, on a Sunday.
        2022-01-03T12:00  -gb.holiday.new_year  2022-01-04T08:00
        2023-01-02T12:00  -gb.holiday.new_year  2023-01-03T08:00";
    table(&country("GB"), &zone("Europe/London"), Consumer, rows);
}

#[test]
fn a_new_york_number_called_from_utrecht() {
    let law = country("US");
    let rows = "
        2026-06-05T07:59  -us.hours.every_day  2026-06-05T08:00
        2026-06-05T08:00  +us.hours.every_day  2026-06-05T21:00
        2026-06-07T20:59  +us.hours.every_day  2026-06-07T21:00
        2026-06-07T21:00  -us.hours.every_day  2026-06-08T08:00";
    table(&law, &zone("America/New_York"), Consumer, rows);
    // The agent's morning is the called party's night; her evening is the other's noon.
    let (utrecht, new_york) = (zone("Europe/Amsterdam"), zone("America/New_York"));
    let morning = at("2026-06-05T10:00", &utrecht);
    assert!(!law.is_open(morning, &new_york, Consumer));
    assert!(law.is_open(at("2026-06-05T18:00", &utrecht), &new_york, Consumer));
    let (opens, _) = law.next_open(morning, &new_york, Consumer).unwrap();
    assert_eq!(utrecht.local(opens).to_string(), "2026-06-05T14:00:00");
}

#[test]
fn figures_and_what_is_uncertain() {
    let today = date(2026, 8, 1);
    for letters in shipped::COUNTRIES {
        let law = country(letters);
        assert_eq!(law.country(), letters);
        let gap = law.min_gap(today).unwrap();
        assert_eq!(gap.value, SignedDuration::from_mins(10));
        assert_eq!(gap.rule.id(), format!("{}.min_gap", letters.to_lowercase()));
        assert!(law.dials_per_day(today).is_some());
        assert!(law.dials_per_period(today).is_some());
        assert_eq!(
            law.ring(today).unwrap().value.min,
            Some(SignedDuration::from_secs(15))
        );
        assert_eq!(
            law.abandoned_message(today).unwrap().value,
            SignedDuration::from_secs(2)
        );
        let warnings: Vec<&str> = law.warnings().iter().map(|w| w.rule.id()).collect();
        assert!(warnings.contains(&gap.rule.id()));
        assert!(!warnings.iter().any(|id| id.ends_with("holiday.christmas")));
    }
    // Nothing about hours is certain in Germany.
    let uncertain = |w: &&Warning| w.rule.id().starts_with("de.hours");
    assert_eq!(country("DE").warnings().iter().filter(uncertain).count(), 4);
    assert_eq!(shipped::shipped("XX"), None);
}
