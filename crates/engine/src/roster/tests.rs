use super::*;
use proptest::prelude::*;

const ZONES: [&str; 4] = [
    "Europe/Amsterdam",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
];

fn zone(name: &str) -> Zone {
    Zone::new(name).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn roster(text: &str) -> Roster {
    Roster::parse(text).unwrap()
}

/// Not on Monday morning, never between twelve and two, not at the weekend.
fn documented() -> Roster {
    roster("mo-fr 14:00-22:00; tu-fr 08:00-12:00")
}

#[test]
fn the_documented_example_shows_two_lines() {
    let lines = documented().lines();
    let shown: Vec<String> = lines.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["mo-fr 14:00-", "tu-fr -12:00"]);
    assert!(lines[0].open_to && !lines[0].open_from);
    assert!(lines[1].open_from && !lines[1].open_to);
    assert_eq!(documented().to_string(), "mo-fr 14:00-; tu-fr -12:00");
    assert_eq!(roster("mo-fr 14:00-; tu-fr -12:00"), documented());
}

#[test]
fn the_documented_example_shifts_by_the_contacts_clock() {
    // Monday 27 September 2021 and the days after; the local time is the first of each pair.
    for (local, shifted) in [
        ("2021-09-27T09:00", "2021-09-27T14:00"),
        ("2021-09-27T14:00", "2021-09-27T14:00"),
        ("2021-09-27T21:59", "2021-09-27T21:59"),
        ("2021-09-27T22:00", "2021-09-28T08:00"),
        ("2021-09-28T07:00", "2021-09-28T08:00"),
        ("2021-09-28T11:59", "2021-09-28T11:59"),
        ("2021-09-28T12:00", "2021-09-28T14:00"),
        ("2021-10-01T22:30", "2021-10-04T14:00"),
        ("2021-10-02T10:00", "2021-10-04T14:00"),
    ] {
        for name in ZONES {
            let zone = zone(name);
            let instant = |text: &str| {
                let local: jiff::civil::DateTime = text.parse().unwrap();
                zone.instant(local.date(), local.time())
            };
            let found = documented().shift(instant(local), &zone);
            assert_eq!(found, instant(shifted), "{local} in {name}");
        }
    }
}

#[test]
fn the_same_instant_is_allowed_here_and_not_there() {
    // Tuesday 09:00 in Amsterdam is 03:00 in New York and 12:30 in Kolkata.
    let instant = at("2026-06-02T07:00:00Z");
    assert!(documented().allows(instant, &zone("Europe/Amsterdam")));
    assert!(!documented().allows(instant, &zone("America/New_York")));
    assert!(!documented().allows(instant, &zone("Asia/Kolkata")));
    let shift = |name: &str| documented().shift(instant, &zone(name)).to_string();
    assert_eq!(shift("America/New_York"), "2026-06-02T12:00:00Z");
    assert_eq!(shift("Asia/Kolkata"), "2026-06-02T08:30:00Z");
}

#[test]
fn the_nights_on_which_the_clock_changes() {
    let sunday = roster("su 08:00-09:00");
    for (name, evening_before, first) in [
        // Eight o'clock comes an hour early in spring and an hour late in autumn.
        (
            "Europe/Amsterdam",
            "2026-03-28T22:00:00Z",
            "2026-03-29T06:00:00Z",
        ),
        (
            "Europe/Amsterdam",
            "2026-10-24T22:00:00Z",
            "2026-10-25T07:00:00Z",
        ),
        (
            "America/New_York",
            "2026-03-08T02:00:00Z",
            "2026-03-08T12:00:00Z",
        ),
        (
            "America/New_York",
            "2026-11-01T02:00:00Z",
            "2026-11-01T13:00:00Z",
        ),
        (
            "Australia/Lord_Howe",
            "2026-10-03T12:00:00Z",
            "2026-10-03T21:00:00Z",
        ),
        (
            "Australia/Lord_Howe",
            "2026-04-04T12:00:00Z",
            "2026-04-04T21:30:00Z",
        ),
    ] {
        let found = sunday.shift(at(evening_before), &zone(name));
        assert_eq!(found, at(first), "{name}");
    }
}

#[test]
fn a_weekday_that_a_place_left_out_comes_a_week_later() {
    // There was no Friday 30 December 2011 in Samoa.
    let friday = roster("fr 08:00-09:00");
    let found = friday.shift(at("2011-12-30T00:00:00Z"), &zone("Pacific/Apia"));
    assert_eq!(found.to_string(), "2012-01-05T18:00:00Z");
}

#[test]
fn a_roster_that_allows_nothing_cannot_be_made() {
    for error in [
        Roster::new([0; 7]).unwrap_err(),
        Roster::parse(" ; ").unwrap_err(),
    ] {
        assert!(
            error.to_string().contains("at least one half hour"),
            "{error}"
        );
    }
    assert!(Roster::new([1 << 28, 0, 0, 0, 0, 0, 0]).is_err());
    assert!(serde_json::from_str::<Roster>("\"\"").is_err());
    assert!(Roster::new([0, 0, 0, 0, 0, 0, 1 << 27]).is_ok());
}

#[test]
fn every_wrong_item_is_named_with_a_remedy() {
    let error =
        Roster::parse("mo-fr 14:00-; xx 08:00-09:00; tu 07:00-08:15; we; th 12:00-12:00; fr -")
            .unwrap_err();
    let items: Vec<&str> = error
        .problems
        .iter()
        .map(|problem| problem.item.as_str())
        .collect();
    assert_eq!(
        items,
        [
            "xx 08:00-09:00",
            "tu 07:00-08:15",
            "we",
            "th 12:00-12:00",
            "fr -"
        ]
    );
    let text = error.to_string();
    for remedy in [
        "`xx` is not a weekday: write mo, tu",
        "`07:00` is no full or half hour between 08:00 and 22:00",
        "days and hours, separated by a blank",
        "write the earlier time first",
        "write `14:00-22:00`, `14:00-` or `-12:00`",
    ] {
        assert!(text.contains(remedy), "{remedy}\n{text}");
    }
}

#[test]
fn serde_is_the_text() {
    let json = serde_json::to_string(&documented()).unwrap();
    assert_eq!(json, "\"mo-fr 14:00-; tu-fr -12:00\"");
    assert_eq!(serde_json::from_str::<Roster>(&json).unwrap(), documented());
}

fn any_roster() -> impl Strategy<Value = Roster> {
    let sparse = prop::array::uniform7(prop_oneof![Just(0), any::<u32>()]);
    let single = (0..7_usize, 0..28_u32).prop_map(|(day, slot)| {
        let mut days = [0; 7];
        days[day] = 1 << slot;
        days
    });
    prop_oneof![sparse, single]
        .prop_map(|days| days.map(|slots| slots & ALL_SLOTS))
        .prop_filter_map("allows nothing", |days| Roster::new(days).ok())
}

/// 2024 to 2027, often in a night on which a clock changes.
fn any_instant() -> impl Strategy<Value = Timestamp> {
    let nights = prop::sample::select(vec![
        "2026-03-29T01:00:00Z",
        "2026-10-25T01:00:00Z",
        "2026-03-08T07:00:00Z",
        "2026-11-01T06:00:00Z",
        "2026-10-03T15:30:00Z",
        "2026-04-04T15:00:00Z",
    ]);
    prop_oneof![
        (1_704_067_200_i64..1_830_297_600).prop_map(|s| Timestamp::from_second(s).unwrap()),
        (nights, -90_000_i64..90_000)
            .prop_map(|(night, s)| at(night) + jiff::SignedDuration::from_secs(s)),
    ]
}

proptest! {
    #[test]
    fn shift_finds_the_first_allowed_instant(
        roster in any_roster(),
        from in any_instant(),
        name in prop::sample::select(ZONES.to_vec()),
    ) {
        let zone = zone(name);
        let shifted = roster.shift(from, &zone);
        prop_assert!(shifted >= from);
        prop_assert!(roster.allows(shifted, &zone));
        prop_assert_eq!(roster.shift(shifted, &zone), shifted);
        // Clocks change on multiples of a quarter of an hour, so this step misses nothing.
        let quarter = jiff::SignedDuration::from_mins(15);
        let second = from.as_second();
        let mut between = from;
        let mut next = Timestamp::from_second(second - second.rem_euclid(900)).unwrap() + quarter;
        while between < shifted {
            prop_assert!(!roster.allows(between, &zone), "{between} is allowed too");
            between = next;
            next += quarter;
        }
    }

    #[test]
    fn text_and_roster_agree(roster in any_roster()) {
        prop_assert_eq!(Roster::parse(&roster.to_string()), Ok(roster));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[a-z0-9:;, -]{0,40}|\\PC{0,40}") {
        if let Ok(roster) = Roster::parse(&text) {
            prop_assert_eq!(Roster::parse(&roster.to_string()), Ok(roster));
        }
    }
}
