//! What people type, and the instant that is meant.

use crate::callback::typed::{Preset, parse, presets};
use crate::zone::Zone;
use jiff::Timestamp;
use proptest::prelude::*;

/// A Tuesday, ten in the morning.
const NOW: &str = "2026-11-24T09:00:00Z";

fn amsterdam() -> Zone {
    Zone::new("Europe/Amsterdam").unwrap()
}

fn read_at(now: &str, language: &str, text: &str) -> String {
    let (now, zone): (Timestamp, Zone) = (now.parse().unwrap(), amsterdam());
    match parse(text, now, &zone, language) {
        Ok(at) => zone.local(at).strftime("%a %Y-%m-%d %H:%M").to_string(),
        Err(error) => error.code().to_owned(),
    }
}

/// `language | typed | meant`, one a line.
fn check(now: &str, table: &str) -> usize {
    let mut wrong = Vec::new();
    let mut lines = 0;
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [language, typed, meant] = cells[..] else {
            panic!("{line}")
        };
        let read = read_at(now, language, typed);
        if read != meant {
            wrong.push(format!("{language} `{typed}`: {read}, not {meant}"));
        }
        lines += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    lines
}

#[test]
fn dutch() {
    let lines = check(
        NOW,
        "
        nl | di 14:30                | Tue 2026-11-24 14:30
        nl | di 9:30                 | Tue 2026-12-01 09:30
        nl | Dinsdag om 14:30 uur    | Tue 2026-11-24 14:30
        nl | wo 10.15                | Wed 2026-11-25 10:15
        nl | morgen 9u               | Wed 2026-11-25 09:00
        nl | morgen 9u15             | Wed 2026-11-25 09:15
        nl | morgen                  | Wed 2026-11-25 09:00
        nl | morgen vroeg            | Wed 2026-11-25 09:00
        nl | morgenmiddag            | Wed 2026-11-25 14:00
        nl | morgenmiddag 3 uur      | Wed 2026-11-25 15:00
        nl | morgen om half 3        | Wed 2026-11-25 02:30
        nl | morgenmiddag half 3     | Wed 2026-11-25 14:30
        nl | overmorgen 11           | Thu 2026-11-26 11:00
        nl | vanmiddag               | Tue 2026-11-24 14:00
        nl | vanmiddag 4 uur         | Tue 2026-11-24 16:00
        nl | vanavond                | Tue 2026-11-24 18:00
        nl | vandaag 16:45           | Tue 2026-11-24 16:45
        nl | over 2 uur              | Tue 2026-11-24 12:00
        nl | over 1 uur en 30 min    | Tue 2026-11-24 11:30
        nl | over een half uur       | Tue 2026-11-24 10:30
        nl | over een kwartier       | Tue 2026-11-24 10:15
        nl | over 2 dagen            | Thu 2026-11-26 10:00
        nl | over een week           | Tue 2026-12-01 10:00
        nl | over 3 dagen 14:00      | Fri 2026-11-27 14:00
        nl | 14 uur                  | Tue 2026-11-24 14:00
        nl | 9 uur                   | Wed 2026-11-25 09:00
        nl | ma volgende week 9:15   | Mon 2026-11-30 09:15
        nl | volgende week           | Mon 2026-11-30 09:00
        nl | volgende week vrijdag   | Fri 2026-12-04 09:00
        nl | volgende di 10:30       | Tue 2026-12-01 10:30
        nl | vrijdagmiddag           | Fri 2026-11-27 14:00
        nl | vrijdag 's middags      | Fri 2026-11-27 14:00
        nl | 24-12 10:00             | Thu 2026-12-24 10:00
        nl | 24/12/2026 10:00        | Thu 2026-12-24 10:00
        nl | 24-12-26 10:00          | Thu 2026-12-24 10:00
        nl | 24 december 10 uur      | Thu 2026-12-24 10:00
        nl | 3 jan. 14:00            | Sun 2027-01-03 14:00
        nl | 14:30                   | Tue 2026-11-24 14:30
        nl | 9:30                    | Wed 2026-11-25 09:30
        nl | +30m                    | Tue 2026-11-24 10:30
        ",
    );
    assert_eq!(lines, 40);
}

#[test]
fn german() {
    let lines = check(
        NOW,
        "
        de | Fr 10                   | Fri 2026-11-27 10:00
        de | Fr 10h                  | Fri 2026-11-27 10:00
        de | Freitag um 10 Uhr       | Fri 2026-11-27 10:00
        de | am Montag 9.30 Uhr      | Mon 2026-11-30 09:30
        de | heute 14:30             | Tue 2026-11-24 14:30
        de | heute Nachmittag        | Tue 2026-11-24 14:00
        de | heute nachmittag 4      | Tue 2026-11-24 16:00
        de | heute Abend             | Tue 2026-11-24 18:00
        de | heute Mittag            | Tue 2026-11-24 12:00
        de | morgen                  | Wed 2026-11-25 09:00
        de | morgen früh             | Wed 2026-11-25 09:00
        de | morgen 9                | Wed 2026-11-25 09:00
        de | morgen Vormittag        | Wed 2026-11-25 10:00
        de | Donnerstag morgen       | Thu 2026-11-26 09:00
        de | übermorgen 15 Uhr 30    | Thu 2026-11-26 15:30
        de | morgen nachmittag halb 3 | Wed 2026-11-25 14:30
        de | in 15 min               | Tue 2026-11-24 10:15
        de | in 2 Stunden            | Tue 2026-11-24 12:00
        de | in einer Stunde         | Tue 2026-11-24 11:00
        de | in einer halben Stunde  | Tue 2026-11-24 10:30
        de | 1 h                     | Tue 2026-11-24 11:00
        de | in 3 Tagen              | Fri 2026-11-27 10:00
        de | in 2 Wochen 9:00        | Tue 2026-12-08 09:00
        de | nächste Woche           | Mon 2026-11-30 09:00
        de | nächste Woche Mi 10     | Wed 2026-12-02 10:00
        de | nächsten Dienstag 11    | Tue 2026-12-01 11:00
        de | 24.12. 10 Uhr           | Thu 2026-12-24 10:00
        de | 24.12.2026 10:00        | Thu 2026-12-24 10:00
        de | 24.12 10:00             | Thu 2026-12-24 10:00
        de | 24. Dezember, 10 Uhr    | Thu 2026-12-24 10:00
        de | 3. März 8:15            | Wed 2027-03-03 08:15
        de | 14.30 Uhr               | Tue 2026-11-24 14:30
        de | 14.30                   | Tue 2026-11-24 14:30
        de | Samstag                 | Sat 2026-11-28 09:00
        de | Sonnabend 11:00         | Sat 2026-11-28 11:00
        ",
    );
    assert_eq!(lines, 35);
}

#[test]
fn hungarian() {
    let lines = check(
        NOW,
        "
        hu | k 14:30                 | Tue 2026-11-24 14:30
        hu | kedd 14:30              | Tue 2026-11-24 14:30
        hu | H 9:00                  | Mon 2026-11-30 09:00
        hu | szerdán 10-kor          | Wed 2026-11-25 10:00
        hu | cs 11:15                | Thu 2026-11-26 11:15
        hu | péntek 16 óra           | Fri 2026-11-27 16:00
        hu | p 16                    | Fri 2026-11-27 16:00
        hu | holnap 9-kor            | Wed 2026-11-25 09:00
        hu | holnap 9 órakor         | Wed 2026-11-25 09:00
        hu | holnap 14:30-kor        | Wed 2026-11-25 14:30
        hu | holnap reggel           | Wed 2026-11-25 09:00
        hu | holnap délután 3-kor    | Wed 2026-11-25 15:00
        hu | holnap délután fél 3    | Wed 2026-11-25 14:30
        hu | holnapután              | Thu 2026-11-26 09:00
        hu | ma délután              | Tue 2026-11-24 14:00
        hu | ma este                 | Tue 2026-11-24 18:00
        hu | ma 16:00                | Tue 2026-11-24 16:00
        hu | 2 óra múlva             | Tue 2026-11-24 12:00
        hu | egy óra múlva           | Tue 2026-11-24 11:00
        hu | fél óra múlva           | Tue 2026-11-24 10:30
        hu | 15 perc múlva           | Tue 2026-11-24 10:15
        hu | 15 perc                 | Tue 2026-11-24 10:15
        hu | 3 nap múlva             | Fri 2026-11-27 10:00
        hu | egy hét múlva           | Tue 2026-12-01 10:00
        hu | jövő hét                | Mon 2026-11-30 09:00
        hu | jövő héten szerdán 10-kor | Wed 2026-12-02 10:00
        hu | dec. 24. 10:00          | Thu 2026-12-24 10:00
        hu | december 24-én 10 órakor | Thu 2026-12-24 10:00
        hu | 12.24. 10:00            | Thu 2026-12-24 10:00
        hu | 2026.12.24. 10:00       | Thu 2026-12-24 10:00
        hu | 2026. dec. 24. 10 óra   | Thu 2026-12-24 10:00
        ",
    );
    assert_eq!(lines, 31);
}

#[test]
fn english() {
    let lines = check(
        NOW,
        "
        en | next tue 2pm            | Tue 2026-12-01 14:00
        en | tue 2pm                 | Tue 2026-11-24 14:00
        en | tomorrow 9              | Wed 2026-11-25 09:00
        en | tomorrow at 2:30 pm     | Wed 2026-11-25 14:30
        en | tomorrow morning        | Wed 2026-11-25 09:00
        en | tomorrow afternoon at 3 | Wed 2026-11-25 15:00
        en | day after tomorrow 10   | Thu 2026-11-26 10:00
        en | this afternoon          | Tue 2026-11-24 14:00
        en | this friday 10:00       | Fri 2026-11-27 10:00
        en | tonight                 | Tue 2026-11-24 18:00
        en | noon                    | Tue 2026-11-24 12:00
        en | 12 am                   | Wed 2026-11-25 00:00
        en | 10 o'clock              | Wed 2026-11-25 10:00
        en | in 15 min               | Tue 2026-11-24 10:15
        en | in an hour              | Tue 2026-11-24 11:00
        en | in half an hour         | Tue 2026-11-24 10:30
        en | 1 h                     | Tue 2026-11-24 11:00
        en | 90m                     | Tue 2026-11-24 11:30
        en | +1h                     | Tue 2026-11-24 11:00
        en | +24h                    | Wed 2026-11-25 10:00
        en | in 2 days               | Thu 2026-11-26 10:00
        en | in 2 weeks              | Tue 2026-12-08 10:00
        en | next week               | Mon 2026-11-30 09:00
        en | thursday next week 9:15 | Thu 2026-12-03 09:15
        en | half past 3             | Wed 2026-11-25 03:30
        en | 24 dec 10:00            | Thu 2026-12-24 10:00
        en | December 24, 10:00      | Thu 2026-12-24 10:00
        en | dec 24 2027 10:00       | Fri 2027-12-24 10:00
        en | 24/12 10:00             | Thu 2026-12-24 10:00
        en | 2026-12-24 10:00        | Thu 2026-12-24 10:00
        en | 2026-12-24              | Thu 2026-12-24 09:00
        fr | 2026-12-24 10:00        | Thu 2026-12-24 10:00
        ",
    );
    assert_eq!(lines, 32);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let lines = check(
        NOW,
        "
        nl |                         | empty
        nl | , , ,                   | empty
        nl | eens een keer           | unknown
        nl | kwart over 3            | unknown
        de | irgendwann              | unknown
        hu | majd                    | unknown
        en | soon                    | unknown
        en | week                    | unknown
        en | 14:30?                  | unknown
        nl | 9                       | ambiguous
        de | 10.12                   | ambiguous
        en | 14h                     | ambiguous
        nl | di 25:00                | no_such_time
        nl | morgen 9:75             | no_such_time
        en | tomorrow 14 pm          | no_such_time
        nl | morgen 99999999999      | no_such_time
        de | 31.02. 10:00            | no_such_date
        de | 24.13. 10:00            | no_such_date
        hu | 24.12. 10:00            | no_such_date
        nl | over 999999999 dagen    | no_such_date
        nl | di wo 10:00             | twice
        nl | di 10:00 11:00          | twice
        nl | morgen over 2 uur       | twice
        de | 24.12. Fr 10:00         | twice
        nl | vandaag 9:00            | past
        nl | vanochtend              | past
        en | 2026-11-24 09:59        | past
        de | 01.11.2026 10:00        | past
        ",
    );
    assert_eq!(lines, 28);
}

#[test]
fn a_refusal_says_what_to_write_instead() {
    let now: Timestamp = NOW.parse().unwrap();
    let said = |language, text| {
        parse(text, now, &amsterdam(), language)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        said("nl", "binnenkort"),
        "`binnenkort` is not understood: write a day and a time, such as `di 14:30`"
    );
    assert_eq!(
        said("de", "10.12"),
        "`10.12` can be read in two ways: write `10:12` or `10-12`"
    );
    assert_eq!(
        said("nl", "vandaag 9:00"),
        "`2026-11-24 09:00` has passed already: write a later time"
    );
}

#[test]
fn the_clock_going_forward_or_back_leaves_one_instant() {
    let (zone, spring) = (amsterdam(), "2026-03-27T09:00:00Z".parse().unwrap());
    let at = |now, text| parse(text, now, &zone, "nl").unwrap().to_string();
    assert_eq!(at(spring, "zo 2:30"), "2026-03-29T01:00:00Z");
    assert_eq!(at(spring, "zo 3:00"), "2026-03-29T01:00:00Z");
    assert_eq!(at(spring, "over 3 dagen"), "2026-03-30T08:00:00Z");
    let autumn = "2026-10-24T10:00:00Z".parse().unwrap();
    assert_eq!(at(autumn, "zo 2:30"), "2026-10-25T00:30:00Z");
    // Elapsed time, whatever the clock on the wall does.
    assert_eq!(at(autumn, "over 24 uur"), "2026-10-25T10:00:00Z");
}

#[test]
fn a_zone_east_of_ours_has_its_own_today() {
    let zone = Zone::new("Asia/Tokyo").unwrap();
    let now = "2026-11-24T20:00:00Z".parse().unwrap();
    let at = parse("today 9:00", now, &zone, "en").unwrap();
    assert_eq!(at.to_string(), "2026-11-25T00:00:00Z");
}

#[test]
fn presets_lie_ahead_in_the_zone_of_the_contact() {
    let shown = |now: &str| -> Vec<(Preset, String)> {
        presets(now.parse().unwrap(), &amsterdam())
            .into_iter()
            .map(|(preset, at)| {
                let local = amsterdam().local(at).strftime("%a %H:%M").to_string();
                (preset, local)
            })
            .collect()
    };
    let morning = shown(NOW);
    let expected = [
        (Preset::InFifteenMinutes, "Tue 10:15"),
        (Preset::InAnHour, "Tue 11:00"),
        (Preset::ThisAfternoon, "Tue 14:00"),
        (Preset::TomorrowMorning, "Wed 09:00"),
        (Preset::NextWeek, "Mon 09:00"),
    ];
    assert_eq!(
        morning,
        expected.map(|(preset, at)| (preset, at.to_owned()))
    );
    let afternoon = shown("2026-11-24T13:00:00Z");
    assert!(
        afternoon
            .iter()
            .all(|(preset, _)| *preset != Preset::ThisAfternoon)
    );
}

proptest! {
    #[test]
    fn whatever_is_typed_gets_an_answer_that_lies_ahead(
        text in "[0-9:./+ -]{0,12}|([a-zé+]{0,8}[ .:-]?[0-9]{0,11} ?){0,4}",
        language in "nl|de|hu|en",
    ) {
        let now: Timestamp = NOW.parse().unwrap();
        if let Ok(at) = parse(&text, now, &amsterdam(), &language) {
            prop_assert!(at >= now);
        }
    }
}
