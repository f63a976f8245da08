//! Calls that come in: an attempt like any other, and no dial.

use crate::support::{ANNA, BERT, FIRST, World, play};
use engine::{AgentId, Command, InboundEnd, Outcome, Refusal, Report, Standing};

fn call(world: &mut World, agent: AgentId) -> Result<(), Refusal> {
    let command = Command::PickUp {
        agent,
        campaign: None,
        slot: FIRST,
        called_at: world.now,
    };
    world.command(&command).map(|_| ())
}

fn missed(world: &mut World, end: InboundEnd, made_for_it: bool) {
    let called_at = world.now;
    world.later(1);
    world.report(&Report::Missed {
        slot: FIRST,
        campaign: None,
        called_at,
        end,
        made_for_it,
    });
}

#[test]
fn who_calls_back_is_coded_like_anybody_and_was_not_dialled() {
    play(|mut world| {
        call(&mut world, ANNA).unwrap();
        world.stands("in hand: Talking 000 due 03-03 10:00");
        world.later(5).ended(Outcome::Answered).dispose("500");
        assert_eq!(world.attempt_codes(), ["500"]);
        let attempt = &world.attempts[&1];
        assert!(attempt.inbound && attempt.agent == ANNA);
        assert_eq!(world.contact.counters.attempts, 0);
        assert_eq!(world.contact.numbers[0].last_dial_at, None);
    });
}

#[test]
fn a_contact_in_hand_is_not_taken_by_another() {
    play(|mut world| {
        world.claim(ANNA);
        assert_eq!(call(&mut world, BERT), Err(Refusal::InHand(ANNA)));
        missed(&mut world, InboundEnd::HungUp, false);
        world.dial(FIRST).ended(Outcome::Busy);
        assert_eq!(world.attempt_codes(), ["066", "130"]);
    });
}

#[test]
fn who_hangs_up_waiting_stands_where_they_stood() {
    play(|mut world| {
        let before = world.contact.standing;
        for end in [
            InboundEnd::HungUp,
            InboundEnd::QueueFull,
            InboundEnd::Holiday,
        ] {
            missed(&mut world, end, false);
            assert_eq!(world.contact.standing, before);
        }
        missed(&mut world, InboundEnd::Lost, false);
        assert_eq!(world.attempt_codes(), ["066", "066", "066", "064"]);
        assert_eq!(world.contact.counters.attempts, 0);
    });
}

#[test]
fn a_callback_asked_for_in_the_queue_is_due_at_once_also_of_a_closed_contact() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .ended(Outcome::Answered)
            .dispose("500");
        assert!(world.contact.is_closed());
        missed(&mut world, InboundEnd::CallbackAsked, false);
        assert_eq!(
            world.contact.standing,
            Standing::Callback { due: world.now }
        );
        assert_eq!(world.contact.code, world.book.code("320"));
    });
}

#[test]
fn a_contact_made_for_a_caller_is_not_called_of_itself() {
    play(|mut world| {
        missed(&mut world, InboundEnd::HungUp, true);
        assert!(world.contact.is_closed());
        assert_eq!(world.contact.offer_at, None);
    });
}

#[test]
fn who_is_not_to_be_called_is_served_and_stays_that() {
    play(|mut world| {
        world.report(&Report::Suppressed {
            source: "list".to_owned(),
        });
        let code = world.contact.code.clone();
        call(&mut world, ANNA).unwrap();
        world.ended(Outcome::Answered).dispose("300");
        assert_eq!(world.contact.code, code);
        assert!(world.contact.is_closed() && world.contact.hand.is_none());
        assert_eq!(world.attempt_codes(), ["300"]);
        missed(&mut world, InboundEnd::CallbackAsked, false);
        assert!(world.contact.is_closed());
    });
}

#[test]
fn a_closed_contact_whose_call_is_lost_stays_closed() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .ended(Outcome::Answered)
            .dispose("500");
        call(&mut world, BERT).unwrap();
        world.ended(Outcome::Interrupted);
        world.later(60).report(&Report::LeaseExpired);
        assert!(world.contact.is_closed(), "{:?}", world.contact);
        assert_eq!(world.contact.code, world.book.code("500"));
    });
}

#[test]
fn the_number_for_opting_out_closes_the_contact_and_counts_what_was_heard() {
    play(|mut world| {
        missed(&mut world, InboundEnd::OptOutHeard, false);
        assert!(!world.contact.is_closed());
        missed(&mut world, InboundEnd::OptedOut, false);
        assert!(world.contact.is_closed());
        assert_eq!(world.contact.code, world.book.code("012"));
        assert_eq!(world.attempt_codes(), ["066", "012"]);
        assert_eq!(world.effects.len(), 1);
    });
}
