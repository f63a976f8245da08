//! People and machines told apart by ear: who is known to be what is called, and what was heard is
//! set beside it. `--no-capture` shows the table.

use crate::leave::listening;
use crate::real::{Clock, connected, phone};
use engine::{ContactId, Machines, Outcome, Report};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Person,
    Machine,
    Fax,
}

/// Who is called, and what the usual detector alone makes of it: as measured, with its defaults.
#[rustfmt::skip]
const CALLEES: [(u64, &str, Kind, Kind); 9] = [
    (100, "says hello",                    Kind::Person,  Kind::Person),
    (101, "says nothing",                  Kind::Person,  Kind::Machine),
    (104, "has a long hello",              Kind::Person,  Kind::Machine),
    (110, "greeting of ten seconds",       Kind::Machine, Kind::Machine),
    (111, "short greeting",                Kind::Machine, Kind::Person),
    (113, "very long greeting",            Kind::Machine, Kind::Machine),
    (114, "silence, then a beep",          Kind::Machine, Kind::Machine),
    (180, "fax, its tone",                 Kind::Fax,     Kind::Machine),
    (182, "fax, a whole machine",          Kind::Fax,     Kind::Machine),
];

#[test]
fn people_and_machines_are_told_apart_better_than_by_the_usual_detector() {
    let heard = listen_to_all();
    let mut table: BTreeMap<(Kind, Kind), u32> = BTreeMap::new();
    let (mut ours, mut usual) = (0, 0);
    for ((behaviour, what, is, default), heard) in CALLEES.iter().zip(heard) {
        println!("{behaviour} {what:30} is {is:?}, heard as {heard:?}, usually {default:?}");
        *table.entry((*is, heard)).or_default() += 1;
        // Nobody is hung up on for being quiet.
        assert!((*behaviour, heard) != (101, Kind::Machine));
        ours += u32::from(*is == heard);
        usual += u32::from(is == default);
    }
    println!(
        "{table:?}: {ours} of {} right, {usual} by the usual detector",
        CALLEES.len()
    );
    assert!(
        ours > usual,
        "{ours} right, {usual} by the usual detector: {table:?}"
    );
    assert_eq!(table.get(&(Kind::Fax, Kind::Person)), None, "{table:?}");
}

fn listen_to_all() -> Vec<Kind> {
    let (mut asterisk, nudged) = connected("ears");
    let clock = Clock::new();
    for (at, (behaviour, ..)) in (0..).zip(CALLEES) {
        let order = listening(at, behaviour, Machines::HangUp, clock.now());
        asterisk
            .place(order, Some(phone(20 + at)), clock.now())
            .unwrap();
    }
    let mut heard = BTreeMap::new();
    let until = Instant::now() + Duration::from_secs(25);
    while heard.len() < CALLEES.len() && Instant::now() < until {
        let _ = nudged.recv_timeout(Duration::from_millis(50));
        for said in asterisk.step(clock.now()) {
            let contact = said.placed.contact;
            match said.report {
                // A fax may be heard a moment after it was taken for a person.
                Report::Answered { .. } => {
                    heard.insert(contact, Kind::Person);
                }
                Report::Ended { outcome, .. } => {
                    if let Some(kind) = kind(outcome) {
                        heard.insert(contact, kind);
                    }
                }
                _ => {}
            }
        }
    }
    let all = (0..).map(|at| heard.get(&ContactId(at)).copied());
    all.take(CALLEES.len())
        .enumerate()
        .map(|(at, heard)| heard.unwrap_or_else(|| panic!("{} was not heard", CALLEES[at].0)))
        .collect()
}

fn kind(outcome: Outcome) -> Option<Kind> {
    match outcome {
        Outcome::Machine => Some(Kind::Machine),
        Outcome::Fax => Some(Kind::Fax),
        _ => None,
    }
}

#[test]
fn a_message_is_left_after_the_greeting() {
    let (mut asterisk, nudged) = connected("message");
    let clock = Clock::new();
    let order = listening(1, 110, Machines::LeaveMessage, clock.now());
    asterisk.place(order, Some(phone(30)), clock.now()).unwrap();
    let until = Instant::now() + Duration::from_secs(10);
    let ended = loop {
        assert!(Instant::now() < until, "nobody said that it is a machine");
        let _ = nudged.recv_timeout(Duration::from_millis(50));
        let said = asterisk.step(clock.now());
        if let Some(report) = said
            .into_iter()
            .map(|said| said.report)
            .find(|report| matches!(report, Report::Ended { .. } | Report::NotPlaced { .. }))
        {
            break report;
        }
    };
    let Report::Ended { outcome, cause, .. } = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(outcome, Outcome::Machine);
    assert!(
        cause.confidence.is_some_and(|per_cent| per_cent >= 70),
        "{cause:?}"
    );
    // The agent is free; the machine is spoken to until its greeting and the message are over.
    let began = Instant::now();
    while asterisk.calls() > 0 {
        assert!(
            began.elapsed() < Duration::from_secs(30),
            "the call goes on for ever"
        );
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(
        began.elapsed() > Duration::from_secs(5),
        "nobody waited for the greeting's end"
    );
}
