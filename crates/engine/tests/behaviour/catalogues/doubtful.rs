//! Catalogues that load and hardly mean what they say: each doubt with its place and remedy.

use crate::support::rulebook::{CALLMONKEY, CALLPRO, CONTACT_EXPERT, STUCC};
use engine::catalogue::{CatalogueProblem, Hours};
use engine::law::shipped;
use engine::{Catalogue, Law};

fn dutch() -> Hours {
    Hours {
        law: Law::parse(shipped::NL, "nl.toml").unwrap(),
        from: "2026-01-05T09:00:00Z".parse().unwrap(),
    }
}

fn warnings(text: &str, hours: &[Hours]) -> Vec<CatalogueProblem> {
    let examined = Catalogue::examine(text, hours);
    assert_eq!(examined.problems, [], "it loads");
    assert!(examined.catalogue.is_some());
    examined.warnings
}

/// What is said of the shipped catalogue with some texts replaced, beyond what is said of it
/// as it is.
fn said(changes: &[(&str, &str)], hours: &[Hours]) -> Vec<CatalogueProblem> {
    let mut text = CALLPRO.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "`{from}` is not in the catalogue");
        text = text.replace(from, to);
    }
    let usual = warnings(CALLPRO, hours);
    let is_new = |found: &CatalogueProblem| {
        !usual
            .iter()
            .any(|known| (&known.code, &known.text) == (&found.code, &found.text))
    };
    let found = warnings(&text, hours).into_iter().filter(is_new);
    let found: Vec<CatalogueProblem> = found.collect();
    for warning in &found {
        assert!(!warning.remedy.is_empty(), "{warning}");
        // The line is that of the field, or the head of the record that lacks it.
        if let Some(line) = warning.line {
            let line = text.lines().nth(line - 1).unwrap();
            let field = warning.field.split('.').next().unwrap();
            assert!(
                line.starts_with("[[") || line.contains(field),
                "{warning}: `{line}`"
            );
        }
    }
    found
}

/// Changes, then the code and field that are doubted, and some words of why.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str, &'a str);

const CASES: [Case<'_>; 13] = [
    (
        &[(
            "kind = \"unreached\"\nset_by = [\"agent\", \"script\"]",
            "kind = \"unreached\"",
        )],
        "150",
        "set_by",
        "nobody may set it",
    ),
    (
        &[("cold_count = 8", "cold_count = 0")],
        "120",
        "max_run",
        "called for ever",
    ),
    (
        &[(
            "group = \"1\"\nmeaning = \"unreached.line.busy\"",
            "group = \"3\"\nmeaning = \"unreached.line.busy\"",
        )],
        "130",
        "group",
        "read as `callback`",
    ),
    (
        &[
            (
                "group = \"7\"\nmeaning = \"concluded.positive\"",
                "group = \"9\"\nmeaning = \"concluded.positive\"",
            ),
            (
                "credit = { client = 1, agent = 1 }",
                "credit = { client = 1, agent = 0 }",
            ),
        ],
        "700",
        "credit",
        "reserved for codes that count",
    ),
    (
        &[(
            "credit = { client = 1, agent = 1 }",
            "credit = { client = 0, agent = 1 }",
        )],
        "700",
        "report_column",
        "no credit",
    ),
    (
        &[(
            "meaning = \"refusal.offer.no_interest\"\nkind = \"final\"",
            "meaning = \"refusal.offer.no_interest\"\nkind = \"final\"\npop_up = false\nrequires = [\"note\"]",
        )],
        "501",
        "requires",
        "none can be written",
    ),
    (
        &[(
            "meaning = \"number.special_tone\"\nkind = \"final\"",
            "meaning = \"number.special_tone\"\nkind = \"final\"\nrequires = [\"note\"]",
        )],
        "200",
        "requires",
        "no screen asks for it",
    ),
    (
        &[
            (
                "meaning = \"callback.soft\"\nkind = \"callback\"",
                "meaning = \"callback.soft\"\ncanonical = true\nkind = \"callback\"",
            ),
            (
                "meaning = \"callback.long_term\"",
                "canonical = true\nmeaning = \"callback.long_term\"",
            ),
        ],
        "330",
        "canonical",
        "beside `320`",
    ),
    (
        &[("expression = \"TimeAdd=4h\"", "expression = \"Time=23:00\"")],
        "140",
        "follow_up.expression",
        "never falls where",
    ),
    (
        &[(
            "expression = \"TimeAdd=4h\"",
            "expression = \"DateAdd=1d, TimeFrame=60m, TimeFrameStart=9:00, CallBackDays=1\"",
        )],
        "140",
        "follow_up.expression",
        "never falls where",
    ),
    (
        &[(
            "expression = \"TimeAdd=4h\" }",
            "expression = \"DateAdd=1d, Time=20:00\" }\nroster = \"change\"\nroster_lines = \"mo-fr 09:00-12:00\"",
        )],
        "140",
        "follow_up.expression",
        "moved to other hours",
    ),
    (
        &[(
            "expression = \"TimeAdd=4h\" }",
            "expression = \"TimeAdd=4h\" }\nroster = \"change\"\nroster_lines = \"su 09:00-12:00\"",
        )],
        "140",
        "roster_lines",
        "no hour in common",
    ),
    (
        &[("suppress = { ", "choices = [] # suppress = { ")],
        "",
        "disposition",
        "does not want to be called again",
    ),
];

#[test]
fn each_doubt_has_its_own_words() {
    let hours = dutch();
    for (changes, code, field, why) in CASES {
        let found = said(changes, std::slice::from_ref(&hours));
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        let fits = |warning: &CatalogueProblem| {
            (warning.code.as_str(), warning.field.as_str()) == (code, field)
                && warning.text.contains(why)
        };
        assert!(found.iter().any(fits), "{code} {field} {why}: {told:#?}");
    }
}

#[test]
fn without_a_law_nothing_is_said_of_its_hours() {
    let change = [("expression = \"TimeAdd=4h\"", "expression = \"Time=23:00\"")];
    assert_eq!(said(&change, &[]), []);
}

#[test]
fn a_catalogue_without_exits_is_doubted() {
    let text = CALLPRO.replace("\"agent\"", "\"supervisor\"");
    let found = warnings(&text, &[]);
    let of_file: Vec<&str> = found
        .iter()
        .filter(|warning| warning.code.is_empty())
        .map(|warning| warning.text.as_str())
        .collect();
    assert_eq!(of_file.len(), 3, "{of_file:?}");
}

#[test]
fn a_broken_file_says_its_problems_and_what_is_doubtful_elsewhere() {
    let text = CALLPRO
        .replacen("kind = \"new\"", "kind = \"fresh\"", 1)
        .replace("cold_count = 8", "cold_count = 0");
    let examined = Catalogue::examine(&text, &[]);
    assert!(examined.catalogue.is_none());
    assert_eq!(examined.problems.len(), 1);
    assert!(
        examined
            .warnings
            .iter()
            .all(|warning| warning.code != "000")
    );
    assert!(!examined.warnings.is_empty());
    assert!(Catalogue::examine("name = ", &[]).catalogue.is_none());
}

#[test]
fn what_is_accepted_with_a_reason_is_not_said_again() {
    let accept = |why: &str| {
        let accepted = format!("kind = \"unreached\"\naccepted = {{ circling = \"{why}\" }}");
        CALLPRO
            .replace("cold_count = 8", "cold_count = 0")
            .replace("kind = \"unreached\"", &accepted)
    };
    assert_eq!(warnings(&accept("the client counts"), &[]), []);
    // Without a reason nothing is accepted, and what is not found any more is said.
    let found = warnings(&accept(""), &[]);
    assert!(found.iter().any(|one| one.reason == "circling"));
    let idle = CALLPRO.replace(
        "kind = \"unreached\"",
        "kind = \"unreached\"\naccepted = { no-column = \"so it is\" }",
    );
    let found = warnings(&idle, &[]);
    assert!(!found.is_empty());
    assert!(found.iter().all(|one| one.reason == "accepted-idle"));
}

#[test]
fn after_a_callback_and_by_cause_something_must_end_it_too() {
    let reasons = |text: &str| -> Vec<String> {
        let found = warnings(text, &[]).into_iter();
        found
            .map(|one| format!("{} {}", one.code, one.reason))
            .collect()
    };
    let text = CALLPRO.replace("callback_count = 8", "callback_count = 0");
    assert_ne!(text, CALLPRO);
    let said = reasons(&text);
    assert!(
        said.contains(&"120 circling-callback".to_owned()),
        "{said:?}"
    );
    // A kind that only a trigger gives counts as well.
    let text = CALLPRO
        .replace("cold_count = 8", "cold_count = 0")
        .replacen("kind = \"attempt_only\"", "kind = \"attempt_only\"\nkind_on = { line = \"unreached\" }\nfollow_up = { expression = \"TimeAdd=1h\" }", 1);
    let said = reasons(&text);
    assert!(said.contains(&"098 circling".to_owned()), "{said:?}");
    // Retries by cause end it where every cause has its most.
    let text = CONTACT_EXPERT.replace("cold_count = 8", "cold_count = 0");
    assert!(reasons(&text).contains(&"33 circling".to_owned()));
    let bound = text.replace("on = [\"line\", \"second_number\"]", "on = [\"line.busy\"]");
    let problems = Catalogue::examine(&bound, &[]).warnings;
    assert!(problems.iter().all(|one| one.code != "33"), "{problems:?}");
}

#[test]
fn the_shipped_catalogues_check_clean_under_every_law() {
    let hours = |country: &str| Hours {
        law: Law::parse(shipped::shipped(country).unwrap(), country).unwrap(),
        from: "2026-01-05T09:00:00Z".parse().unwrap(),
    };
    let laws: Vec<Hours> = shipped::COUNTRIES.into_iter().map(hours).collect();
    for text in [CALLPRO, CALLMONKEY, CONTACT_EXPERT, STUCC] {
        assert_eq!(warnings(text, &laws), []);
        assert_eq!(warnings(text, &[]), []);
    }
}
