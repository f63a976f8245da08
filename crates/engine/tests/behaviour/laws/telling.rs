//! A history told again gives the same contact; told with one code changed, it is the
//! history in which that code was given.

use super::history::Dice;
use super::play::{Step, histories};
use crate::support::{ANNA, BERT, CAROL, FIRST, Rulebook, World};
use engine::catalogue::{Kind, Setter};
use engine::{Actor, Command, Contact, Event, Outcome, Past, Refusal};
use std::sync::Arc;

type Told = engine::History;

fn past(step: &Step<'_>, rules: &Arc<engine::Rules>, seq: i64) -> Past {
    let hand = step.before.hand.as_ref().map(|hand| hand.agent);
    let actor = match &step.event {
        Event::Report(_) => Actor::Line,
        Event::Command(_) => hand.map_or(Actor::Supervisor(CAROL), Actor::Agent),
    };
    Past {
        seq,
        event: step.event.clone(),
        actor,
        at: step.at,
        rules: rules.clone(),
    }
}

/// Follows every event that was not refused, and shows what it led to.
fn follow(law: &str, mut check: impl FnMut(&mut Told, &Arc<engine::Rules>, &Step<'_>, u64)) {
    let mut seed = 0;
    histories(law, |history| {
        let Some(first) = history.steps.first() else {
            return;
        };
        let rules = Arc::new(first.rules.clone());
        let mut told = Told::begin(first.before.clone());
        for step in history.steps.iter().filter(|step| step.refusal.is_none()) {
            let next = past(step, &rules, told.seq() + 1);
            assert_eq!(told.follow(next).unwrap().next, step.after);
            seed += 1;
            check(&mut told, &rules, step, seed);
        }
    });
}

#[test]
fn told_again_it_is_the_same() {
    follow("told again it is the same", |told, _, step, _| {
        assert_eq!(told.told_again(), step.after, "{:?}", step.event);
    });
}

fn correct(
    told: &mut Told,
    code: &engine::Code,
    step: &Step<'_>,
    rules: &Arc<engine::Rules>,
) -> Result<(), Refusal> {
    let next = Past {
        seq: told.seq() + 1,
        event: Event::Command(Command::Correct {
            attempt: told.last_attempt().unwrap_or(1),
            code: code.clone(),
        }),
        actor: Actor::Supervisor(CAROL),
        at: step.at,
        rules: rules.clone(),
    };
    told.follow(next).map(drop)
}

/// All but the instants, which a correction keeps out of the past, and but whether a place in the
/// client's order is taken: its instant may be another, and the keeper tells it anew.
fn timeless(contact: &Contact) -> Contact {
    let mut contact = contact.clone();
    contact.standing = contact.standing.due_at(
        contact
            .standing
            .due()
            .map_or_else(Default::default, |_| jiff::Timestamp::UNIX_EPOCH),
    );
    contact.offer_at = None;
    contact.gives_up_at = None;
    contact.held = None;
    if let Some(order) = &mut contact.call_order {
        order.awake = false;
    }
    contact
}

#[test]
fn corrected_there_and_back_it_is_the_same() {
    let mut corrected = 0;
    follow("there and back", |told, rules, step, seed| {
        if seed % 4 > 0 || told.last_attempt().is_none() {
            return;
        }
        let mut dice = Dice::new(seed);
        let code = dice.of(rules.catalogue.dispositions()).code.clone();
        let mut other = told.clone();
        if correct(&mut other, &code, step, rules).is_err() {
            return;
        }
        assert_eq!(other.told_again(), *other.contact());
        let first = told
            .last_attempt()
            .and_then(|attempt| coded(told, step, rules, attempt));
        let Some(first) = first.filter(|_| !rules.catalogue.find(code.as_str()).unwrap().sticky)
        else {
            return;
        };
        if correct(&mut other, &first, step, rules).is_ok() {
            corrected += 1;
            assert_eq!(timeless(other.contact()), timeless(told.contact()));
        }
    });
    assert!(corrected > 150, "{corrected}");
}

/// The code an attempt has: the one to which it cannot be corrected.
fn coded(
    told: &Told,
    step: &Step<'_>,
    rules: &Arc<engine::Rules>,
    attempt: u32,
) -> Option<engine::Code> {
    let codes = rules.catalogue.dispositions().iter();
    let mut codes = codes.map(|code| code.code.clone());
    codes.find(|code| {
        let next = Past {
            seq: told.seq() + 1,
            event: Event::Command(Command::Correct {
                attempt,
                code: code.clone(),
            }),
            actor: Actor::Supervisor(CAROL),
            at: step.at,
            rules: rules.clone(),
        };
        matches!(told.decide(&next), Err(Refusal::AlreadyCoded(_)))
    })
}

#[test]
fn taken_back_and_given_again_it_is_the_same() {
    let mut undone = 0;
    follow("taken back and given again", |told, rules, step, _| {
        let disposed = matches!(
            step.event,
            Event::Command(Command::Dispose { .. } | Command::Conclude)
        );
        let Some(hand) = step.before.hand.as_ref().filter(|_| disposed) else {
            return;
        };
        let undo = Past {
            seq: told.seq() + 1,
            event: Event::Command(Command::Undo),
            actor: Actor::Agent(hand.agent),
            at: step.at,
            rules: rules.clone(),
        };
        match told.follow(undo) {
            Ok(decision) => {
                undone += 1;
                assert_eq!(decision.next.counters, step.before.counters);
                assert_eq!(told.told_again(), decision.next);
                let again = past(step, rules, told.seq() + 1);
                assert_eq!(told.follow(again).unwrap().next, step.after);
            }
            Err(refusal) => assert_eq!(refusal.code(), "lasting"),
        }
    });
    assert!(undone > 300, "{undone}");
}

/// What an agent of CallPro can choose.
fn agent_codes(book: &Rulebook) -> Vec<(String, bool, Kind)> {
    let codes = book.rules.catalogue.dispositions().iter();
    codes
        .filter(|code| code.set_by.contains(&Setter::Agent))
        .filter(|code| !matches!(code.kind, Kind::New | Kind::Returned | Kind::AttemptOnly))
        .map(|code| (code.code.to_string(), code.sticky, code.kind))
        .collect()
}

fn handling(world: &mut World, agent: engine::AgentId, code: &str) {
    world.later(60).try_claim(agent).unwrap();
    world
        .dial(FIRST)
        .answered()
        .later(2)
        .ended(Outcome::Answered);
    world.dispose(code);
}

#[test]
fn corrected_to_a_code_it_is_as_if_that_had_been_given() {
    let mut start = World::new(Rulebook::callpro());
    handling(&mut start, ANNA, "120");
    let codes = agent_codes(&start.book);
    let mut pairs = 0;
    for (given, sticky, _) in codes.iter().filter(|code| !code.1) {
        assert!(!sticky);
        let mut wrong = start.clone();
        handling(&mut wrong, BERT, given);
        for (code, ..) in codes.iter().filter(|code| code.0 != *given) {
            let mut right = start.clone();
            handling(&mut right, BERT, code);
            let mut corrected = wrong.clone();
            corrected.correct(2, code);
            assert_eq!(corrected.contact, right.contact, "{given} to {code}");
            assert_eq!(corrected.attempts, right.attempts, "{given} to {code}");
            pairs += 1;
        }
    }
    assert!(pairs > 1000, "{pairs}");
}

#[test]
fn so_it_is_with_an_earlier_attempt() {
    let start = World::new(Rulebook::callpro());
    let codes = agent_codes(&start.book);
    let open: Vec<_> = codes
        .iter()
        .filter(|code| matches!(code.2, Kind::Unreached | Kind::Callback))
        .collect();
    for (given, ..) in &open {
        for (code, ..) in open.iter().filter(|code| code.0 != *given) {
            let [mut wrong, mut right] = [(); 2].map(|()| start.clone());
            for (world, first) in [(&mut wrong, given), (&mut right, code)] {
                handling(world, ANNA, first);
                handling(world, ANNA, "140");
            }
            wrong.correct(1, code);
            assert_eq!(wrong.contact, right.contact, "{given} to {code}");
            assert_eq!(wrong.attempts, right.attempts, "{given} to {code}");
        }
    }
}
