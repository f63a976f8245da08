//! Every standing and every phase in hand, against every report and every command.

use crate::support::{ANNA, BERT, FIRST, Rulebook, SECOND, World, unanswered};
use engine::{CallbackChoice, Cause, Command, Effect, Event, Outcome, Report, Roster, Trigger};

/// How the contact comes into each state that it can be in.
type Steps = fn(&mut World);

const AT_REST: [(&str, Steps); 6] = [
    ("new", |_| {}),
    ("unreached", |world| {
        world.claim(ANNA).dial(FIRST).dispose("130").when_offered();
    }),
    ("callback", |world| {
        world.claim(ANNA).dial(FIRST).answered();
        world.agree("310", "2026-03-04 14:00").when_offered();
    }),
    ("suspended", |world| {
        world.set("299", false, None);
    }),
    ("closed", |world| {
        world.set("501", false, None);
    }),
    ("closed for good", |world| {
        world.set("210", false, None);
    }),
];

const IN_HAND: [(&str, Steps); 6] = [
    ("reserved", |world| {
        world.claim(ANNA);
    }),
    ("dialling", |world| {
        world.claim(ANNA).dial(FIRST);
    }),
    ("ringing", |world| {
        let ringing = Report::Ringing { attempt: 1 };
        world.claim(ANNA).dial(FIRST).report(&ringing);
    }),
    ("talking", |world| {
        world.claim(ANNA).dial(FIRST).answered();
    }),
    ("wrap-up", |world| {
        world.claim(ANNA).dial(FIRST).answered().later(2);
        world.ended(Outcome::Answered);
    }),
    ("unanswered", |world| {
        world.claim(ANNA).dial(FIRST).ended(Outcome::NoAnswer);
    }),
];

/// A contact with two numbers in that state.
fn world(steps: Steps) -> World {
    let mut book = Rulebook::callpro();
    // The shipped catalogue has no code that suspends.
    book.edit("299", |code| code.kind = engine::catalogue::Kind::Suspended);
    let mut world = World::with_numbers(book, 2);
    steps(&mut world);
    world
}

fn reports() -> Vec<(String, Report)> {
    let attempt = 1;
    let mut reports = vec![
        ("rings".to_owned(), Report::Ringing { attempt }),
        ("is answered".to_owned(), Report::Answered { attempt }),
    ];
    for outcome in unanswered().chain([Outcome::Answered]) {
        let cause = Cause::default();
        reports.push((
            format!("ends: {outcome}"),
            Report::Ended {
                attempt,
                outcome,
                cause,
            },
        ));
    }
    let source = "list".to_owned();
    reports.extend([
        ("not placed".to_owned(), Report::NotPlaced { attempt }),
        (
            "not placed: unknown".to_owned(),
            Report::NotPlaced { attempt: 9 },
        ),
        (
            "sign of life".to_owned(),
            Report::SignOfLife { agent: ANNA },
        ),
        (
            "sign of life of another".to_owned(),
            Report::SignOfLife { agent: BERT },
        ),
        ("lease expired".to_owned(), Report::LeaseExpired),
        ("wrap-up expired".to_owned(), Report::WrapUpExpired),
        ("released".to_owned(), Report::Released { owner_out: false }),
        (
            "owner is out".to_owned(),
            Report::Released { owner_out: true },
        ),
        ("suppressed".to_owned(), Report::Suppressed { source }),
    ]);
    for trigger in Trigger::all() {
        if !matches!(trigger, Trigger::Line(_) | Trigger::Limit(_)) {
            reports.push((format!("trigger {trigger}"), Report::Triggered { trigger }));
        }
    }
    reports
}

fn commands(world: &World) -> Vec<(String, Command)> {
    let facts = || world.facts();
    let code = |shipped: &str| world.book.code(shipped);
    let mut suppressed = facts();
    suppressed.numbers[1].suppressed_by = Some("list".to_owned());
    let claim = |agent, facts| Command::Claim {
        agent,
        campaign: None,
        facts,
    };
    let dial = |slot, facts| Command::dial(slot, facts);
    let dispose = |shipped| Command::Dispose {
        code: code(shipped),
        callback: None,
    };
    let set = |shipped, reset| Command::Set {
        code: code(shipped),
        reset,
        due: None,
        owner: None,
    };
    let tomorrow = CallbackChoice {
        at: Some(world.instant("2026-03-05 14:00")),
        owner: Some(BERT),
        ..CallbackChoice::default()
    };
    let mut all = vec![
        ("claim", claim(ANNA, facts())),
        ("claim by another", claim(BERT, facts())),
        ("claim suppressed", claim(ANNA, suppressed.clone())),
        (
            "claim knowing nothing",
            claim(ANNA, engine::Facts::default()),
        ),
        ("dial first", dial(FIRST, facts())),
        ("dial second", dial(SECOND, facts())),
        ("dial suppressed", dial(FIRST, suppressed)),
        ("dial unknown", dial(engine::Slot(7), facts())),
        ("dispose 120", dispose("120")),
        ("dispose 310", dispose("310")),
        (
            "agree 310",
            Command::Dispose {
                code: code("310"),
                callback: Some(tomorrow),
            },
        ),
        ("dispose 501", dispose("501")),
        ("dispose 510", dispose("510")),
        ("dispose 230", dispose("230")),
        ("dispose 096", dispose("096")),
        (
            "dispose unknown",
            Command::Dispose {
                code: engine::Code::new("?"),
                callback: None,
            },
        ),
        ("conclude", Command::Conclude),
        ("release", Command::Release),
        ("pass", Command::Pass { to: BERT }),
        ("set 000", set("000", false)),
        ("set 000 afresh", set("000", true)),
        ("set 120", set("120", false)),
        ("set 310", set("310", false)),
        ("set 098", set("098", false)),
        ("set 501", set("501", false)),
    ];
    all.extend(altering(world));
    let named = |(name, command): (&str, Command)| (name.to_owned(), command);
    all.into_iter().map(named).collect()
}

/// What changes owner, roster, fields, numbers or place.
fn altering(world: &World) -> Vec<(&'static str, Command)> {
    let renumber = |changed: &[engine::Slot], removed: &[engine::Slot], added| Command::Renumber {
        changed: changed.to_vec(),
        removed: removed.to_vec(),
        added,
    };
    let roster = Roster::parse("mo-fr 14:00-").ok();
    let due = world.instant("2026-03-05 09:00");
    vec![
        ("assign", Command::Assign { owner: Some(BERT) }),
        ("assign to nobody", Command::Assign { owner: None }),
        ("roster", Command::SetRoster { change: roster }),
        ("no roster", Command::SetRoster { change: None }),
        ("resume", Command::Resume { due }),
        (
            "edit",
            Command::Edit {
                fields: vec!["city".to_owned()],
                version: 2,
                consent: None,
            },
        ),
        ("other second", renumber(&[SECOND], &[], 0)),
        ("other first", renumber(&[FIRST], &[], 0)),
        ("second gone", renumber(&[], &[SECOND], 0)),
        ("both gone", renumber(&[], &[FIRST, SECOND], 0)),
        ("both gone, one new", renumber(&[], &[FIRST, SECOND], 1)),
        ("other unknown", renumber(&[engine::Slot(7)], &[], 0)),
        ("call first", Command::CallFirst),
        (
            "move out",
            Command::MoveOut {
                to: engine::Elsewhere {
                    list: engine::ListId(2),
                    contact: engine::ContactId(9),
                },
            },
        ),
    ]
}

fn outcome(mut world: World, event: &Event) -> String {
    let before = world.contact.clone();
    let known = world.attempts.clone();
    if let Err(refusal) = world.event(event) {
        return format!("refused: {}", refusal.code());
    }
    let mut words = if world.contact == before {
        vec!["–".to_owned()]
    } else {
        vec![world.shows()]
    };
    for (attempt, record) in &world.attempts {
        if known.get(attempt) != Some(record) {
            words.push(format!("#{attempt}={}", world.book.shipped(&record.code)));
        }
    }
    words.extend(world.effects.iter().map(|effect| match effect {
        Effect::HangUp { attempt } => format!("hang up #{attempt}"),
        Effect::Suppress { slots, .. } => format!("suppress {} numbers", slots.len()),
        Effect::Act { action, .. } => format!("{action:?}"),
        Effect::Recall { actions, .. } => format!("recall {actions:?}"),
    }));
    words.join(" · ")
}

#[test]
fn every_event_in_every_state() {
    let mut table = String::new();
    for (name, steps) in AT_REST.into_iter().chain(IN_HAND) {
        let world = world(steps);
        table.push_str(&format!("\n== {name}: {}\n", world.shows()));
        let events = reports()
            .into_iter()
            .map(|(name, report)| (name, Event::Report(report)));
        let commands = commands(&world)
            .into_iter()
            .map(|(name, command)| (name, Event::Command(command)));
        for (event_name, event) in events.chain(commands) {
            let mut fresh = world.clone();
            if event == Event::Report(Report::LeaseExpired)
                || event == Event::Report(Report::WrapUpExpired)
            {
                fresh.later(61);
            }
            table.push_str(&format!("{event_name:<28} {}\n", outcome(fresh, &event)));
        }
    }
    insta::assert_snapshot!(table);
}
