//! Every code of the four vocabularies is in its catalogue.

use crate::support::rulebook::{CALLMONKEY, CALLPRO, CONTACT_EXPERT, STUCC};
use crate::support::unanswered;
use engine::catalogue::{Band, Kind};
use engine::{Catalogue, Trigger};
use std::collections::BTreeSet;

const CALLPRO_CODES: &str = "
    000 010 011 012 060 061 062 063 064 065 066 067 090 091 092 093 094 095 096 097 098
    120 130 140 150 160 200 201 205 210 211 212 220 225 230 231 290 299 300 310 320 330
    410 431 500 501 510 525 610 611 612 613 700 705 706 710 711 712 713 715 780 781 782
    783 785";

const CALLMONKEY_CODES: &str = "
    1/open 2/bedrijf-failliet 2/bestaande-klant 2/buiten-doelgroep
    2/onjuist-telefoonnummer 3/negatief-contactpersoon-gesproken
    3/negatief-contactpersoon-niet-gesproken 4.1/in-gesprek 4.1/voicemail
    4.3/met-e-mail 4.3/zonder-e-mail 4.4/met-e-mail 4.4/zonder-e-mail 4.6/met-e-mail
    4.6/zonder-e-mail 5/afspraak 5/lead 6/offerte 7/order 7/verloren";

const CONTACT_EXPERT_CODES: &str = "
    32 33 34 35 36 37 38 39 40 48 49 50 51 52 54 55 57 58 59 60 61 62";

const CONTACT_EXPERT_CAUSES: &str = "
    0 1 2 3 4 5 6 7 8 9 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26";

const STUCC_CODES: &str = "
    failed/$cancelled failed/$do_not_call failed/$duplicate failed/$error
    failed/$invalid_contact failed/$locked_number failed/$skipped failed/$unavailable
    failed/$wrong_number open/$assigned open/$follow_up_auto open/$follow_up_personal
    open/$none";

fn load(text: &str) -> Catalogue {
    Catalogue::parse(text).unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", problems.join("\n"))
    })
}

fn missing(catalogue: &Catalogue, codes: &str) -> Vec<String> {
    let codes = codes.split_whitespace().map(str::to_owned);
    codes
        .filter(|code| catalogue.find(code).is_none())
        .collect()
}

#[test]
fn callpro_has_its_65_codes_and_no_other() {
    let catalogue = load(CALLPRO);
    let expected: BTreeSet<&str> = CALLPRO_CODES.split_whitespace().collect();
    let dispositions = catalogue.dispositions().iter();
    let found: BTreeSet<&str> = dispositions.map(|code| code.code.as_str()).collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 65);
}

#[test]
fn the_other_three_have_all_of_theirs() {
    for (text, codes, count) in [
        (CALLMONKEY, CALLMONKEY_CODES, 20),
        (CONTACT_EXPERT, CONTACT_EXPERT_CODES, 22),
        (STUCC, STUCC_CODES, 13),
    ] {
        let catalogue = load(text);
        assert_eq!(codes.split_whitespace().count(), count);
        assert_eq!(missing(&catalogue, codes), [""; 0], "{}", catalogue.name());
    }
}

#[test]
fn contact_expert_keeps_its_causes_beside() {
    let catalogue = load(CONTACT_EXPERT);
    let causes = catalogue.file().causes.iter();
    let found: BTreeSet<&str> = causes.map(|cause| cause.code.as_str()).collect();
    let expected: BTreeSet<&str> = CONTACT_EXPERT_CAUSES.split_whitespace().collect();
    assert_eq!(found, expected);
}

#[test]
fn a_catalogue_that_loads_answers_everything() {
    for text in [CALLPRO, CALLMONKEY, CONTACT_EXPERT, STUCC] {
        let catalogue = load(text);
        for trigger in Trigger::all() {
            let answer = catalogue.answer(trigger);
            let words = [
                Some(trigger.to_string()),
                trigger.served_by().map(|by| by.to_string()),
                trigger.parent().map(str::to_owned),
                trigger
                    .served_by()
                    .and_then(Trigger::parent)
                    .map(str::to_owned),
            ];
            let says =
                |word: &Option<String>| word.as_ref().is_some_and(|word| answer.on.contains(word));
            assert!(words.iter().any(says), "{}: {trigger}", catalogue.name());
        }
    }
}

#[test]
fn what_the_line_says_retries_or_closes_as_the_manual_has_it() {
    let catalogue = load(CALLPRO);
    let finals = ["never_rang", "special_tone", "fax", "noise"];
    for outcome in unanswered() {
        let answer = catalogue.answer(Trigger::Line(outcome));
        let expected = if finals.contains(&outcome.word()) {
            Kind::Final
        } else {
            Kind::Unreached
        };
        assert_eq!(answer.kind, expected, "{outcome}");
    }
}

#[test]
fn callpro_stands_in_the_bands_of_its_kind() {
    for disposition in load(CALLPRO).dispositions() {
        let Some(priority) = disposition.priority else {
            continue;
        };
        let fits = match disposition.kind {
            Kind::Callback => Band::of(priority).is_callback(),
            Kind::Final => Band::of(priority) == Band::Processed,
            Kind::New => Band::of(priority) == Band::System,
            _ => matches!(
                Band::of(priority),
                Band::NotReachedHigh | Band::NotReachedLow
            ),
        };
        assert!(fits, "{}", disposition.code);
    }
}

#[test]
fn older_names_are_found() {
    let catalogue = load(STUCC);
    assert_eq!(catalogue.find("$none").unwrap().code.as_str(), "open/$none");
    assert!(catalogue.find("no such code").is_none());
}

#[test]
fn each_catalogue_has_something_for_a_callback_with_and_without_an_owner() {
    let expected = [
        (CALLPRO, "310", "320"),
        (CALLMONKEY, "4.6/zonder-e-mail", "4.4/zonder-e-mail"),
        (CONTACT_EXPERT, "51", "51"),
        (STUCC, "open/$follow_up_personal", "open/$follow_up_auto"),
    ];
    for (text, personal, soft) in expected {
        let catalogue = load(text);
        let code = |has_owner| catalogue.callback(has_owner).map(|it| it.code.to_string());
        assert_eq!(code(true).as_deref(), Some(personal));
        assert_eq!(code(false).as_deref(), Some(soft));
    }
}
