//! Who may have a contact: nobody else has it, it is open, and it is nobody's reservation.

use super::play::histories;
use engine::{Command, Event, Refusal, Standing};

#[test]
fn closed_and_suspended_contacts_are_never_taken_in_hand() {
    histories("closed and suspended are never taken", |history| {
        for step in &history.steps {
            let rests = matches!(
                step.before.standing,
                Standing::Closed { .. } | Standing::Suspended
            );
            if rests {
                assert!(
                    step.before.hand.is_none(),
                    "in hand and {:?}",
                    step.before.standing
                );
                assert_eq!(step.before.offer_at, None);
                assert!(step.after.hand.is_none(), "{:?}", step.event);
            }
        }
    });
}

#[test]
fn no_contact_is_in_two_hands() {
    histories("no contact is in two hands", |history| {
        for step in &history.steps {
            let Event::Command(Command::Claim { agent, .. }) = &step.event else {
                let agents = [&step.before, &step.after]
                    .map(|contact| contact.hand.as_ref().map(|hand| hand.agent));
                let passed = match &step.event {
                    Event::Command(Command::Pass { to }) => agents[0].and(Some(*to)),
                    _ => None,
                };
                assert!(
                    agents[0] == agents[1] || agents[1].is_none() || agents[1] == passed,
                    "{:?}",
                    step.event
                );
                continue;
            };
            match &step.before.hand {
                Some(hand) => assert_eq!(step.refusal, Some(Refusal::InHand(hand.agent))),
                None => {
                    let taken = step.after.hand.as_ref().map(|hand| hand.agent);
                    assert!(taken.is_none() || taken == Some(*agent));
                }
            }
        }
    });
}

#[test]
fn a_reserved_contact_goes_to_its_owner_until_its_time_is_over() {
    histories("a reserved contact goes to its owner", |history| {
        for step in &history.steps {
            let Event::Command(Command::Claim { agent, .. }) = &step.event else {
                continue;
            };
            if let Some(held) = step.before.held
                && held.agent != *agent
                && held
                    .release_at
                    .is_none_or(|release_at| step.at < release_at)
            {
                assert!(step.refusal.is_some());
            }
        }
    });
}

#[test]
fn what_is_put_back_is_not_offered_again_at_once() {
    histories("what is put back rests", |history| {
        for step in &history.steps {
            let claimed = matches!(&step.event, Event::Command(Command::Claim { .. }));
            let put_back = claimed && step.refusal.is_none() && step.after.hand.is_none();
            let given_back = step.before.hand.is_some()
                && step.after.hand.is_none()
                && step.attempts.is_empty()
                && step.after.standing == step.before.standing;
            if put_back || given_back {
                let later = step
                    .after
                    .offer_at
                    .is_none_or(|offer_at| offer_at > step.at);
                assert!(later, "{:?} at {}: {:?}", step.event, step.at, step.after);
            }
        }
    });
}
