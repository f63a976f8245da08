//! Somebody does not want to be called.

use crate::support::{ANNA, FIRST, SECOND, play};
use engine::catalogue::{Extent, SuppressSubject};
use engine::{Effect, Outcome, Report, Slot, Trigger};

fn suppressed_slots(effects: &[Effect]) -> Vec<Slot> {
    let mut slots = effects.iter().filter_map(|effect| match effect {
        Effect::Suppress {
            slots,
            subject: SuppressSubject::Number,
            extent: Extent::Everywhere,
            until: None,
            ..
        } => Some(slots.clone()),
        _ => None,
    });
    slots.next().unwrap_or_default()
}

#[test]
fn said_to_the_agent_it_suppresses_the_number_that_was_called() {
    for code in ["210", "410", "510"] {
        play(|world| {
            let mut world = world.numbers(2);
            world
                .claim(ANNA)
                .dial(SECOND)
                .answered()
                .later(1)
                .dispose(code);
            world.stands(&format!("closed {code}"));
            assert_eq!(suppressed_slots(&world.effects), [SECOND]);
        });
    }
}

#[test]
fn during_a_call_it_closes_the_contact_at_wrap_up() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .triggered(Trigger::OptoutIvr);
        world.stands("in hand: Talking 000 due 03-03 10:00 closing: optout_ivr");
        assert!(
            world.effects.is_empty(),
            "nothing is taken out of the agent's hands"
        );
        world.agree("310", "2026-03-04 14:00").stands("closed 012");
        assert_eq!(world.attempt_codes(), ["310"]);
        assert_eq!(suppressed_slots(&world.effects), [FIRST]);
    });
}

#[test]
fn after_it_no_other_number_is_dialled_in_the_same_handling() {
    play(|world| {
        let mut world = world.numbers(2);
        world.call(Outcome::NoAnswer).triggered(Trigger::OptoutIvr);
        assert_eq!(world.try_dial(SECOND).unwrap_err().code(), "closing");
    });
}

#[test]
fn an_unanswered_call_is_the_last_word_then() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).dial(FIRST).triggered(Trigger::OptoutIvr);
        world.ended(Outcome::NoAnswer).stands("closed 012");
        assert_eq!(world.attempt_codes(), ["120"]);
    });
}

#[test]
fn it_is_not_lost_when_the_agent_vanishes() {
    play(|mut world| {
        world.claim(ANNA).triggered(Trigger::OptoutIvr);
        world
            .later(60)
            .report(&Report::LeaseExpired)
            .stands("closed 012");
    });
}

#[test]
fn it_outlasts_whatever_else_closes_the_contact() {
    play(|mut world| {
        world
            .claim(ANNA)
            .triggered(Trigger::ExcludedByClient)
            .triggered(Trigger::OptoutIvr);
        world.triggered(Trigger::SyncAbsent);
        world.command(&engine::Command::Release).unwrap();
        world.stands("closed 012");
    });
}

#[test]
fn on_a_closed_contact_it_still_suppresses_and_the_result_stands() {
    play(|mut world| {
        world
            .talk("700")
            .triggered(Trigger::OptoutIvr)
            .stands("closed 700");
        assert_eq!(suppressed_slots(&world.effects), [FIRST]);
    });
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .triggered(Trigger::OptoutIvr);
        world.dispose("700").stands("closed 700");
        assert_eq!(suppressed_slots(&world.effects), [FIRST]);
    });
}

#[test]
fn a_suppressed_number_is_never_taken_in_hand() {
    play(|world| {
        let mut world = world.numbers(2);
        world.suppressed.push(SECOND);
        world.try_claim(ANNA).unwrap();
        world.stands("closed 010");
        assert!(world.effects.is_empty(), "the suppression exists already");
    });
}

#[test]
fn a_suppression_that_appears_between_claim_and_dial_stops_the_dial() {
    for suppressed in [FIRST, SECOND] {
        play(|world| {
            let mut world = world.numbers(2);
            world.claim(ANNA).suppressed.push(suppressed);
            assert_eq!(world.try_dial(FIRST).unwrap_err().code(), "suppressed");
            assert_eq!(world.contact.dials, 0);
        });
    }
}

#[test]
fn a_suppression_closes_the_open_contact() {
    play(|mut world| {
        let source = "robinson".to_owned();
        world
            .report(&Report::Suppressed { source })
            .stands("closed 010");
        assert_eq!(world.because[0].kind(), "suppression");
    });
}

#[test]
fn the_dead_are_left_alone_under_all_their_numbers() {
    play(|world| {
        let mut world = world.numbers(2);
        world.talk("211").stands("closed 211");
        assert!(world.effects.iter().any(|effect| matches!(
            effect,
            Effect::Suppress { slots, subject: SuppressSubject::Person, .. }
                if *slots == [FIRST, SECOND]
        )));
    });
}
