//! Whoever does not want to be called is not called.

use super::play::histories;
use engine::{Because, Command, Contact, Event, Facts, Line};

fn facts(event: &Event) -> Option<&Facts> {
    match event {
        Event::Command(Command::Claim { facts, .. } | Command::Dial { facts, .. }) => Some(facts),
        _ => None,
    }
}

fn calls(contact: &Contact) -> usize {
    contact.hand.as_ref().map_or(0, |hand| hand.calls.len())
}

#[test]
fn nothing_is_dialled_after_a_suppression_is_known() {
    histories("no dial after a suppression", |history| {
        for step in &history.steps {
            let known = facts(&step.event).is_some_and(|facts| facts.suppressed_by().is_some());
            let closing = step.before.hand.as_ref().and_then(|hand| hand.closing);
            if known || closing.is_some() {
                assert_eq!(step.dialled, None);
                assert!(calls(&step.after) <= calls(&step.before));
                let taken = step.before.hand.is_none() && step.after.hand.is_some();
                assert!(!taken);
            }
        }
    });
}

#[test]
fn a_call_begins_with_a_permit_and_only_then() {
    histories("a call begins with a permit", |history| {
        for step in &history.steps {
            let begun = step.after.dials - step.before.dials;
            assert_eq!(begun, u32::from(step.dialled.is_some()));
            if step.dialled.is_some() {
                let call = step.after.hand.as_ref().unwrap().calls.last().unwrap();
                assert_eq!(
                    (call.line, call.attempt),
                    (Line::Dialling, step.after.dials)
                );
                assert!(
                    step.rules
                        .law
                        .is_open(step.at, &step.after.zone, step.after.kind)
                );
            }
        }
    });
}

#[test]
fn no_call_begins_without_a_ground_where_the_law_asks_for_one() {
    let (mut grounds, mut refused) = (0, 0);
    histories("no call without a ground", |history| {
        for step in &history.steps {
            let today = step.after.zone.local(step.at).date();
            let ground = step.rules.ground(&step.before, today);
            if step.dialled.is_some() {
                let told = |why: &Because| matches!(why, Because::Ground { .. });
                let ground = ground.expect("dialled without a ground");
                assert_eq!(ground.is_some(), step.because.iter().any(told));
                grounds += usize::from(ground.is_some());
            }
            let denied = |why: &Because| matches!(why, Because::NoGround { .. });
            refused += usize::from(step.because.iter().any(denied));
        }
    });
    assert!(grounds > 50 && refused > 50, "{grounds} {refused}");
}

#[test]
fn what_closes_a_contact_in_hand_is_never_lost() {
    histories("closing is never lost", |history| {
        for step in &history.steps {
            let closing = step.before.hand.as_ref().and_then(|hand| hand.closing);
            if let (Some(trigger), None) = (closing, &step.after.hand) {
                let answer = &step.rules.catalogue.answer(trigger).code;
                assert!(step.after.is_closed() || step.after.code == *answer);
                assert_eq!(step.after.offer_at, None);
            }
        }
    });
}
