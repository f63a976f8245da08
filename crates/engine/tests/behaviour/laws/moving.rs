//! Wherever a contact stands, it can go to another list and stands there as it stood here.

use super::play::{Step, histories};
use engine::catalogue::Kind;
use engine::{
    Carried, Command, Contact, ContactId, Elsewhere, ListId, Origin, Refusal, Standing, decide,
};

const THERE: Elsewhere = Elsewhere {
    list: ListId(2),
    contact: ContactId(9),
};

fn moved_out(step: &Step<'_>) -> Result<Contact, Refusal> {
    let command = Command::MoveOut { to: THERE };
    decide(&step.after, &command, step.at, step.rules).map(|decision| decision.next)
}

fn moved_in(step: &Step<'_>) -> Contact {
    let catalogue = &step.rules.catalogue;
    let carried = Carried::of(&step.after, catalogue, catalogue, true).unwrap();
    let origin = Origin {
        zone: step.after.zone.clone(),
        kind: step.after.kind,
        consent: step.after.consent.clone(),
        numbers: u8::try_from(carried.numbers.len()).unwrap(),
        trigger: None,
        at: step.at,
    };
    let (new, _) = origin.contact(THERE.list, THERE.contact, step.rules);
    let from = Elsewhere {
        list: step.after.list,
        contact: step.after.id,
    };
    let carried = Box::new(carried);
    let command = Command::MoveIn { from, carried };
    decide(&new, &command, step.at, step.rules).unwrap().next
}

#[test]
fn it_goes_unless_it_is_in_hand_and_is_closed_for_good_here() {
    histories("a contact goes to another list", |history| {
        for step in &history.steps {
            let there = match moved_out(step) {
                Ok(there) => there,
                Err(refusal) => {
                    assert_eq!(refusal.code(), "in_hand");
                    assert!(step.after.hand.is_some());
                    continue;
                }
            };
            assert!(there.is_closed() && there.offer_at.is_none() && there.held.is_none());
            let code = step.rules.catalogue.find(there.code.as_str()).unwrap();
            assert!(code.kind == Kind::Final || code.kind_on.values().any(|k| *k == Kind::Final));
            assert_eq!(there.counters, step.after.counters);
            // Nothing reopens it, nothing moves it twice.
            for command in [
                Command::CallFirst,
                Command::MoveOut { to: THERE },
                Command::Set {
                    code: step.rules.catalogue.dispositions()[0].code.clone(),
                    reset: true,
                    due: None,
                    owner: None,
                },
            ] {
                let refusal = decide(&there, &command, step.at, step.rules).unwrap_err();
                assert_eq!(refusal.code(), "moved");
            }
        }
    });
}

#[test]
fn it_stands_there_as_it_stood_here() {
    histories("a contact goes on in another list", |history| {
        for step in &history.steps {
            let here = &step.after;
            if here.hand.is_some() {
                continue;
            }
            let there = moved_in(step);
            assert_eq!(there.code, here.code);
            assert_eq!(there.counters, here.counters);
            assert_eq!(there.roster, here.roster);
            assert_eq!(there.open_slots().len(), here.open_slots().len());
            match (here.standing, there.standing) {
                (Standing::Closed { .. }, Standing::Closed { .. }) => {}
                (before, after) => {
                    assert_eq!(before, after);
                    assert_eq!(there.owner, here.owner);
                }
            }
            assert_eq!(there.dials, 0);
        }
    });
}
