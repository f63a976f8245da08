//! Every code of the four vocabularies in the words of each other: one readable table a pair.

use crate::support::rulebook::{CALLMONKEY, CALLPRO, CONTACT_EXPERT, STUCC};
use engine::catalogue::Disposition;
use engine::crosswalk::{Counterpart, cause, cause_of_call, counterpart, counterpart_of_call};
use engine::{AgentId, Attempt, Catalogue, Cause, Code, Outcome, Slot};
use std::fmt::Write;

const ALL: [&str; 4] = [CALLPRO, CALLMONKEY, CONTACT_EXPERT, STUCC];

fn pairs() -> impl Iterator<Item = (Catalogue, Catalogue)> {
    let parse = |text| Catalogue::parse(text).unwrap();
    ALL.into_iter()
        .flat_map(move |from| ALL.map(|to| (parse(from), parse(to))))
}

fn label(code: &Disposition) -> String {
    format!("{} {}", code.code, code.label_in("en"))
}

/// `130 Busy  →  33/3 Failed  meaning, kind unreached → final`.
fn line(code: &Disposition, to: &Catalogue, found: Option<&Counterpart<'_>>) -> String {
    let own = label(code);
    let Some(found) = found else {
        return format!("{own:<48} no code");
    };
    let beside = cause(code, to).map_or(String::new(), |cause| format!("/{}", cause.code));
    let there = found.disposition;
    let there = format!("{}{beside} {}", there.code, there.label_in("en"));
    let losses = found.losses.iter().map(|loss| {
        let (here, there) = loss.sides();
        match loss.word() {
            "meaning" => format!("meaning, by {}", found.through),
            _ => format!("{here} → {there}"),
        }
    });
    let losses: Vec<String> = losses.collect();
    format!("{own:<48} {there:<48} {}", losses.join("; "))
        .trim_end()
        .to_owned()
}

#[test]
fn every_pair_as_a_table() {
    for (from, to) in pairs().filter(|(from, to)| from.name() != to.name()) {
        let mut table = String::new();
        for code in from.dispositions() {
            let found = counterpart(code, &to);
            writeln!(table, "{}", line(code, &to, found.as_ref())).unwrap();
        }
        insta::assert_snapshot!(format!("{}_in_{}", from.name(), to.name()), table);
    }
}

#[test]
fn each_vocabulary_is_itself_in_its_own_words() {
    for (from, to) in pairs().filter(|(from, to)| from.name() == to.name()) {
        for code in from.dispositions() {
            let found = counterpart(code, &to).unwrap();
            assert_eq!(found.disposition.code, code.code);
            assert_eq!(
                (found.through, found.losses),
                (code.meaning.clone(), vec![])
            );
        }
    }
}

#[test]
fn a_refusal_never_becomes_a_success_nor_a_wish_not_to_be_called_something_else() {
    for (from, to) in pairs() {
        for code in from.dispositions() {
            let Some(found) = counterpart(code, &to) else {
                continue;
            };
            let (here, there) = (code.credit.client, found.disposition.credit.client);
            assert!(
                here * there >= 0,
                "{} → {}",
                label(code),
                label(found.disposition)
            );
            let (own, other) = (&code.meaning, &found.disposition.meaning);
            let wish = "refusal.do_not_call";
            assert!(
                !own.starts_with(wish) || other.starts_with(wish),
                "{}",
                label(code)
            );
        }
    }
}

/// The families of the crosswalk as the trade sees them: a code of each product that stands for
/// the same thing. Where a product has no code for it, there is none.
const FAMILIES: [(&str, [Option<&str>; 4]); 14] = [
    (
        "new",
        [
            Some("000"),
            Some("1/open"),
            Some("remaining"),
            Some("open/$none"),
        ],
    ),
    (
        "listed",
        [
            Some("010"),
            Some("2/niet-meer-bellen"),
            Some("58"),
            Some("failed/$do_not_call"),
        ],
    ),
    (
        "scrub expired",
        [
            Some("011"),
            Some("2/buiten-doelgroep"),
            Some("60"),
            Some("failed/$cancelled"),
        ],
    ),
    (
        "abandoned",
        [
            Some("060"),
            Some("4.1/niet-bereikt"),
            Some("39"),
            Some("open/$none"),
        ],
    ),
    (
        "cold limit",
        [
            Some("090"),
            Some("2/maximaal-aantal-contactpogingen"),
            Some("closed"),
            Some("failed/$unavailable"),
        ],
    ),
    (
        "callback period",
        [
            Some("095"),
            Some("2/maximaal-aantal-contactpogingen"),
            Some("57"),
            Some("failed/$unavailable"),
        ],
    ),
    ("other number", [Some("098"), None, None, None]),
    (
        "no answer",
        [
            Some("120"),
            Some("4.1/niet-bereikt"),
            Some("33"),
            Some("open/$none"),
        ],
    ),
    (
        "busy",
        [
            Some("130"),
            Some("4.1/in-gesprek"),
            Some("33"),
            Some("open/$none"),
        ],
    ),
    (
        "not in",
        [
            Some("150"),
            Some("4.3/zonder-e-mail"),
            Some("51"),
            Some("open/$follow_up_auto"),
        ],
    ),
    (
        "excluded by client",
        [
            Some("220"),
            Some("2/buiten-doelgroep"),
            Some("60"),
            Some("failed/$cancelled"),
        ],
    ),
    (
        "personal callback",
        [
            Some("310"),
            Some("4.6/zonder-e-mail"),
            Some("51"),
            Some("open/$follow_up_personal"),
        ],
    ),
    (
        "no interest",
        [
            Some("501"),
            Some("3/negatief-contactpersoon-gesproken"),
            Some("55"),
            Some("declined"),
        ],
    ),
    (
        "appointment",
        [Some("780"), Some("5/afspraak"), Some("48"), Some("success")],
    ),
];

#[test]
fn the_families_of_the_trade_are_found() {
    let callpro = Catalogue::parse(CALLPRO).unwrap();
    for (family, codes) in FAMILIES {
        let own = callpro.find(codes[0].unwrap()).unwrap();
        for (text, expected) in ALL.into_iter().zip(codes) {
            let to = Catalogue::parse(text).unwrap();
            let found = counterpart(own, &to);
            let found = found.map(|found| found.disposition.code.to_string());
            assert_eq!(found.as_deref(), expected, "{family} in {}", to.name());
        }
    }
}

/// One code for every end of a line there, one for each here: what the line said tells them apart.
#[test]
fn a_call_is_told_by_what_its_line_said() {
    let load = |text| Catalogue::parse(text).unwrap();
    let (contact_expert, callpro) = (load(CONTACT_EXPERT), load(CALLPRO));
    let called = |code: &str, outcome| {
        let at = "2026-03-02T10:00:00Z".parse().unwrap();
        Attempt {
            attempt: 1,
            slot: Slot(0),
            agent: AgentId(1),
            campaign: None,
            inbound: false,
            placed_at: at,
            answered_at: None,
            ended_at: at,
            outcome,
            code: Code::new(code),
            pair: None,
            cause: Cause::default(),
            coded_at: at,
        }
    };
    for (outcome, code, minor) in [
        (Outcome::Busy, "130", "3"),
        (Outcome::NoAnswer, "120", "6"),
        (Outcome::Machine, "140", "2"),
        (Outcome::Fax, "201", "4"),
    ] {
        let there = called("33", outcome);
        let found = counterpart_of_call(&there, &contact_expert, &callpro).unwrap();
        assert_eq!(found.disposition.code.as_str(), code, "{outcome}");
        let here = called(code, outcome);
        let cause = cause_of_call(&here, &callpro, &contact_expert).unwrap();
        assert_eq!(cause.code.as_str(), minor, "{outcome}");
    }
    // What an agent chose is not told by the line.
    let chosen = called("48", Outcome::Answered);
    let found = counterpart_of_call(&chosen, &contact_expert, &callpro).unwrap();
    assert_eq!(
        found,
        counterpart(contact_expert.find("48").unwrap(), &callpro).unwrap()
    );
}
