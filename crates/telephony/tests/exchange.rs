//! The simulated exchange says what its callees do, when they do it, and dials nothing
//! without a permit that holds.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

use engine::{
    CallSounds, Contact, ContactId, ContactKind, Facts, Law, ListId, Number, NumberFacts, Origin,
    Outcome, Permit, Report, Rules, Settings, Slot, Zone, permit,
};
use jiff::{SignedDuration, Timestamp};
use std::sync::LazyLock;
use telephony::{Callee, Fate, NotPlaced, Order, SimulatedExchange, WhyNot, usual_cause};

const CATALOGUE: &str = include_str!("../../../catalogues/callpro.toml");

fn start() -> Timestamp {
    "2026-06-02T08:00:00Z".parse().unwrap()
}

fn after(milliseconds: i64) -> Timestamp {
    start() + SignedDuration::from_millis(milliseconds)
}

/// Reading the catalogue takes a while, so it is read once.
static RULES: LazyLock<Rules> = LazyLock::new(|| Rules {
    version: 1,
    catalogue: engine::Catalogue::parse(CATALOGUE).unwrap(),
    law: Law::open(),
    settings: Settings::default(),
});

/// One contact with one number.
static CONTACT: LazyLock<Contact> = LazyLock::new(|| {
    let origin = Origin {
        zone: Zone::UTC,
        kind: ContactKind::Company,
        consent: None,
        numbers: 1,
        trigger: None,
        at: start(),
    };
    origin.contact(ListId(3), ContactId(7), &RULES).0
});

fn leave() -> Permit {
    let facts = Facts {
        numbers: vec![NumberFacts::untouched(Slot(0))],
        ..Facts::default()
    };
    permit(&CONTACT, Slot(0), &facts, start(), &RULES).unwrap()
}

fn order() -> Order {
    Order {
        list: ListId(3),
        number: Number::new(493_023_125_001).unwrap(),
        permit: leave(),
        sounds: CallSounds::default(),
    }
}

fn callee(rings: Option<i64>, then: i64, fate: Fate) -> Callee {
    Callee {
        rings_after: rings.map(SignedDuration::from_millis),
        then_after: SignedDuration::from_millis(then),
        opts_out_after: None,
        fate,
    }
}

fn said(exchange: &mut SimulatedExchange, now: Timestamp) -> Vec<(i64, String)> {
    exchange
        .step(now)
        .into_iter()
        .map(|heard| {
            let word = match heard.report {
                Report::Ended { outcome, .. } => outcome.to_string(),
                report => report.word().to_owned(),
            };
            (
                heard.happened_at.duration_since(start()).as_millis() as i64,
                word,
            )
        })
        .collect()
}

fn says(expected: &[(i64, &str)]) -> Vec<(i64, String)> {
    expected
        .iter()
        .map(|(at, word)| (*at, (*word).to_owned()))
        .collect()
}

#[test]
fn an_unanswered_call_rings_and_ends_in_its_time() {
    let mut exchange = SimulatedExchange::new();
    let fate = Fate::Ends {
        outcome: Outcome::NoAnswer,
        cause: usual_cause(Outcome::NoAnswer, 0),
    };
    let placed = exchange
        .place(order(), callee(Some(1_500), 20_000, fate), start())
        .unwrap();
    assert_eq!((placed.contact, placed.attempt), (ContactId(7), 1));
    assert_eq!(exchange.next_due(), Some(after(1_500)));
    assert_eq!(said(&mut exchange, after(1_499)), says(&[]));
    assert_eq!(
        said(&mut exchange, after(2_000)),
        says(&[(1_500, "ringing")])
    );
    assert_eq!(
        said(&mut exchange, after(60_000)),
        says(&[(21_500, "no_answer")])
    );
    assert_eq!((exchange.calls(), exchange.next_due()), (0, None));
}

#[test]
fn a_person_talks_until_somebody_hangs_up() {
    let person = |hangs_up_after: Option<i64>| Fate::Person {
        hangs_up_after: hangs_up_after.map(SignedDuration::from_millis),
    };
    let mut exchange = SimulatedExchange::new();
    let ours = exchange
        .place(order(), callee(Some(1_000), 4_000, person(None)), start())
        .unwrap();
    exchange
        .place(
            order(),
            callee(Some(1_000), 5_000, person(Some(30_000))),
            start(),
        )
        .unwrap();
    let both = [
        (1_000, "ringing"),
        (1_000, "ringing"),
        (5_000, "answered"),
        (6_000, "answered"),
    ];
    assert_eq!(said(&mut exchange, after(20_000)), says(&both));
    exchange.hang_up(ours.line, after(20_000));
    exchange.hang_up(ours.line, after(21_000));
    let ends = [(20_000, "answered"), (36_000, "answered")];
    assert_eq!(said(&mut exchange, after(3_600_000)), says(&ends));
}

#[test]
fn a_machine_picks_up_before_it_is_told_from_a_person() {
    let mut exchange = SimulatedExchange::new();
    let fate = Fate::PickedUp {
        outcome: Outcome::Machine,
        cause: usual_cause(Outcome::Machine, 5),
        told_after: SignedDuration::from_millis(2_500),
    };
    exchange
        .place(order(), callee(Some(500), 9_000, fate), start())
        .unwrap();
    let heard = [(500, "ringing"), (9_500, "answered"), (12_000, "machine")];
    assert_eq!(said(&mut exchange, after(60_000)), says(&heard));
}

#[test]
fn hanging_up_before_an_answer_loses_the_call_while_dialling() {
    let mut exchange = SimulatedExchange::new();
    let fate = Fate::Person {
        hangs_up_after: None,
    };
    let placed = exchange
        .place(order(), callee(None, 9_000, fate), start())
        .unwrap();
    exchange.hang_up(placed.line, after(3_000));
    let heard = [(3_000, "lost_while_dialling")];
    assert_eq!(said(&mut exchange, after(60_000)), says(&heard));
}

/// Calls of lists that offer a menu.
fn with_menu(german: bool) -> Order {
    let mut rules = RULES.clone();
    rules.settings.opt_out_menu = true;
    if german {
        let text = include_str!("../../../jurisdictions/de.toml");
        rules.law = Law::parse(text, "de.toml").unwrap();
    }
    let facts = Facts {
        numbers: vec![NumberFacts::untouched(Slot(0))],
        ..Facts::default()
    };
    Order {
        permit: permit(&CONTACT, Slot(0), &facts, start(), &rules).unwrap(),
        ..order()
    }
}

#[test]
fn after_we_hung_up_the_menu_is_offered_and_somebody_opts_out() {
    let person = |opts_out_after: Option<i64>| Callee {
        opts_out_after: opts_out_after.map(SignedDuration::from_millis),
        ..callee(
            None,
            1_000,
            Fate::Person {
                hangs_up_after: None,
            },
        )
    };
    let menu = "menu_offered";
    for (opts_out, heard) in [
        (
            Some(4_000),
            vec![(9_000, "answered"), (10_000, menu), (14_000, "opted_out")],
        ),
        (None, vec![(9_000, "answered"), (10_000, menu)]),
    ] {
        let mut exchange = SimulatedExchange::new();
        let placed = exchange
            .place(with_menu(false), person(opts_out), start())
            .unwrap();
        said(&mut exchange, after(5_000));
        exchange.hang_up(placed.line, after(9_000));
        exchange.step(after(8_999));
        let first = said(&mut exchange, after(10_500));
        // Whoever hangs up again ends no menu.
        exchange.hang_up(placed.line, after(10_500));
        let rest = said(&mut exchange, after(60_000));
        assert_eq!([first, rest].concat(), says(&heard));
        assert_eq!(exchange.calls(), 0);
    }
}

#[test]
fn who_hung_up_before_us_hears_no_menu() {
    let mut exchange = SimulatedExchange::new();
    let fate = Fate::Person {
        hangs_up_after: Some(SignedDuration::from_secs(3)),
    };
    exchange
        .place(with_menu(false), callee(None, 1_000, fate), start())
        .unwrap();
    let heard = [(1_000, "answered"), (4_000, "answered")];
    assert_eq!(said(&mut exchange, after(60_000)), says(&heard));
}

#[test]
fn it_rings_no_longer_than_the_law_allows() {
    let mut exchange = SimulatedExchange::new();
    let outcome = Outcome::Machine;
    let fate = Fate::Ends {
        outcome,
        cause: usual_cause(outcome, 0),
    };
    // In Germany 20 seconds.
    exchange
        .place(with_menu(true), callee(Some(1_000), 25_000, fate), start())
        .unwrap();
    let heard = [(1_000, "ringing"), (21_000, "no_answer")];
    assert_eq!(said(&mut exchange, after(60_000)), says(&heard));
}

#[test]
fn every_closed_outcome_can_be_heard() {
    for outcome in Outcome::ALL {
        let mut exchange = SimulatedExchange::new();
        let cause = usual_cause(outcome, 1);
        let fate = Fate::Ends { outcome, cause };
        exchange
            .place(order(), callee(None, 100, fate), start())
            .unwrap();
        let heard = exchange.step(after(100));
        let attempt = 1;
        assert_eq!(
            heard[0].report,
            Report::Ended {
                attempt,
                outcome,
                cause
            }
        );
    }
}

#[test]
fn an_expired_permit_and_a_full_exchange_place_nothing() {
    let forever = || {
        callee(
            None,
            9_000,
            Fate::Person {
                hangs_up_after: None,
            },
        )
    };
    let mut exchange = SimulatedExchange::with_lines(1);
    let late = exchange
        .place(order(), forever(), after(10_001))
        .unwrap_err();
    assert_eq!(late.why, WhyNot::Expired);
    assert_eq!(late.report(), Report::NotPlaced { attempt: 1 });
    assert_eq!(exchange.calls(), 0);
    // Ten of our seconds are two hundred by a clock that is twenty times as fast.
    exchange.play_at(20);
    let late = exchange.place(order(), forever(), after(200_001));
    assert_eq!(late.unwrap_err().why, WhyNot::Expired);
    assert!(exchange.place(order(), forever(), after(200_000)).is_ok());
    let mut exchange = SimulatedExchange::with_lines(1);
    assert!(exchange.place(order(), forever(), after(10_000)).is_ok());
    let full: NotPlaced = exchange.place(order(), forever(), after(0)).unwrap_err();
    assert_eq!(full.why, WhyNot::NoLineFree);
    assert_eq!(exchange.calls(), 1);
    exchange.lose_all();
    assert_eq!(exchange.step(after(3_600_000)), []);
}
