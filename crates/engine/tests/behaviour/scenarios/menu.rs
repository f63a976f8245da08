//! The menu after a call, in which somebody may opt out.

use crate::support::{ANNA, FIRST, SECOND, World, play};
use engine::{Effect, Outcome, Report, Slot};

fn suppressed(world: &World) -> Vec<Slot> {
    let slots = world.effects.iter().filter_map(|effect| match effect {
        Effect::Suppress { slots, .. } => Some(slots.clone()),
        _ => None,
    });
    slots.flatten().collect()
}

fn opts_out(world: &mut World) {
    let attempt = world.contact.dials;
    world.report(&Report::OptedOut {
        attempt,
        slot: SECOND,
    });
}

#[test]
fn after_the_talk_the_number_that_was_called_is_suppressed() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).dial(SECOND).answered().later(1);
        world.agree("310", "2026-03-04 14:00");
        let attempt = world.contact.dials;
        world.report(&Report::MenuOffered { attempt });
        assert_eq!(world.code(), "310", "only heard");
        opts_out(&mut world);
        world.stands("closed 012");
        assert_eq!(suppressed(&world), [SECOND]);
        assert_eq!(
            world.attempt_codes(),
            ["310"],
            "the attempt keeps its own code"
        );
    });
}

#[test]
fn while_the_agent_still_wraps_up_it_holds_at_once() {
    play(|world| {
        let mut world = world.numbers(2);
        world
            .claim(ANNA)
            .dial(SECOND)
            .answered()
            .later(1)
            .ended(Outcome::Answered);
        opts_out(&mut world);
        assert_eq!(suppressed(&world), [SECOND]);
        world.stands("in hand: WrapUp 000 due 03-03 10:00 closing: optout_ivr");
        assert!(
            world.try_dial(FIRST).is_err(),
            "nobody is called in between"
        );
        world.agree("310", "2026-03-04 14:00").stands("closed 012");
    });
}

#[test]
fn what_the_client_was_promised_stands_and_the_number_is_suppressed() {
    for (code, then) in [("210", "210"), ("610", "610"), ("501", "012")] {
        play(|world| {
            let mut world = world.numbers(2);
            world
                .claim(ANNA)
                .dial(SECOND)
                .answered()
                .later(1)
                .dispose(code);
            opts_out(&mut world);
            world.stands(&format!("closed {then}"));
            assert_eq!(suppressed(&world), [SECOND]);
        });
    }
}

#[test]
fn what_was_heard_in_the_menu_does_not_keep_a_code_from_being_taken_back() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(1)
            .dispose("501");
        let attempt = world.contact.dials;
        world.seconds(1).report(&Report::MenuOffered { attempt });
        world.seconds(1).try_undo(ANNA).unwrap();

        world.dispose("501");
        world.seconds(1).report(&Report::OptedOut {
            attempt,
            slot: FIRST,
        });
        assert!(
            world.seconds(1).try_undo(ANNA).is_err(),
            "a wish not to be called stands"
        );
    });
}
