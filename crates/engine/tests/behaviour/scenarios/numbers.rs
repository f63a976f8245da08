//! Several numbers in one handling.

use crate::support::{ANNA, FIRST, SECOND, World, play};
use engine::{Because, Command, Limits, Outcome, Slot};

fn two(world: World) -> World {
    world.numbers(2)
}

#[test]
fn an_unanswered_call_waits_while_another_number_can_be_tried() {
    play(|world| {
        let mut world = two(world);
        world
            .call(Outcome::NoAnswer)
            .stands("in hand: WrapUp 000 due 03-03 10:00");
        world
            .dial(SECOND)
            .ended(Outcome::Busy)
            .stands("unreached 130 due 03-03 10:15");
        assert_eq!(world.attempt_codes(), ["098", "130"]);
        assert_eq!(world.contact.counters.attempts, 2);
        assert_eq!(
            world.contact.counters.unreached_run, 1,
            "limits count handlings"
        );
    });
}

#[test]
fn the_second_dial_closes_the_running_attempt() {
    play(|world| {
        let mut world = two(world);
        world.call(Outcome::NoAnswer).dial(SECOND);
        assert_eq!(world.attempt_codes(), ["098"]);
        let code = world.book.code("098");
        assert!(
            world
                .because
                .contains(&Because::OtherNumber { attempt: 1, code })
        );
    });
}

#[test]
fn the_disposition_goes_to_the_longest_call() {
    play(|world| {
        let mut world = two(world);
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(9)
            .ended(Outcome::Answered);
        world
            .later(1)
            .dial(SECOND)
            .answered()
            .later(2)
            .ended(Outcome::Answered);
        assert_eq!(world.attempt_codes(), ["098"]);
        world.dispose("700").stands("closed 700");
        assert_eq!(world.attempt_codes(), ["700", "098"]);
        assert!(world.because.contains(&Because::LongestCall { attempt: 1 }));
    });
    play(|world| {
        let mut world = two(world);
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(2)
            .ended(Outcome::Answered);
        world
            .later(1)
            .dial(SECOND)
            .answered()
            .later(9)
            .dispose("700");
        assert_eq!(world.attempt_codes(), ["098", "700"]);
    });
}

#[test]
fn a_special_tone_closes_one_number_and_the_other_is_tried() {
    play(|world| {
        let mut world = two(world);
        world
            .call(Outcome::SpecialTone)
            .command(&Command::Conclude)
            .unwrap();
        world.stands("new 000 due 03-03 10:00");
        assert_eq!(world.attempt_codes(), ["200"]);
        assert_eq!(world.contact.open_slots(), [SECOND]);
        assert_eq!(world.contact.counters.unreached_run, 0);
        world.claim(ANNA);
        assert_eq!(world.try_dial(FIRST).unwrap_err().code(), "number_closed");
        world.dial(SECOND).ended(Outcome::Fax).stands("closed 201");
        assert_eq!(world.attempt_codes(), ["200", "201"]);
    });
}

#[test]
fn a_dead_number_does_not_hide_that_the_other_was_not_answered() {
    for (first, second) in [
        (Outcome::SpecialTone, Outcome::NoAnswer),
        (Outcome::NoAnswer, Outcome::SpecialTone),
    ] {
        play(|world| {
            let mut world = two(world);
            world.call(first).dial(SECOND).ended(second);
            world.stands("unreached 120 due 03-03 13:00");
            let dead = Slot(u8::from(second == Outcome::SpecialTone));
            assert!(
                !world.contact.open_slots().contains(&dead),
                "{first}, {second}"
            );
            assert_eq!(world.contact.counters.unreached_run, 1);
            let codes = match dead {
                FIRST => ["098", "120"],
                _ => ["120", "200"],
            };
            assert_eq!(world.attempt_codes(), codes);
        });
    }
}

#[test]
fn two_dead_numbers_close_the_contact() {
    play(|world| {
        let mut world = two(world);
        world
            .call(Outcome::SpecialTone)
            .dial(SECOND)
            .ended(Outcome::Fax);
        world.stands("closed 201");
        assert!(world.contact.open_slots().is_empty());
    });
}

#[test]
fn a_wrong_number_heard_by_the_agent_closes_that_number_only() {
    play(|world| {
        let mut world = two(world);
        world.talk("230").stands("new 000 due 03-03 10:02");
        assert_eq!(world.contact.open_slots(), [SECOND]);
    });
}

#[test]
fn the_number_that_was_not_tried_yet_goes_first_next_time() {
    play(|world| {
        let mut world = two(world);
        world.claim(ANNA).dial(FIRST).dispose("120");
        assert_eq!(world.contact.open_slots(), [SECOND, FIRST]);
    });
}

#[test]
fn the_absolute_maximum_holds_between_two_numbers_of_one_handling() {
    play(|world| {
        let mut world = two(world);
        world.book.limits(Limits {
            total: 1,
            ..Limits::default()
        });
        // No second dial is allowed, so the first result is the last word.
        world.call(Outcome::NoAnswer).stands("closed 096");
        assert_eq!(world.attempt_codes(), ["120"]);
    });
    play(|world| {
        let mut world = two(world);
        world.book.limits(Limits {
            total: 1,
            ..Limits::default()
        });
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(1)
            .ended(Outcome::Answered);
        assert_eq!(world.try_dial(SECOND).unwrap_err().code(), "limit");
        world.dispose("501").stands("closed 501");
    });
}

#[test]
fn a_dead_number_counts_for_the_absolute_maximum() {
    play(|world| {
        let mut world = world.numbers(3);
        world.book.limits(Limits {
            total: 2,
            ..Limits::default()
        });
        world
            .call(Outcome::SpecialTone)
            .dial(SECOND)
            .ended(Outcome::SpecialTone);
        world.stands("closed 096");
    });
}

#[test]
fn another_number_in_a_slot_is_tried_although_the_old_one_was_closed() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).dial(FIRST).ended(Outcome::SpecialTone);
        world.later(5).dial(SECOND).ended(Outcome::NoAnswer);
        assert_eq!(world.contact.open_slots(), [SECOND]);
        let change = Command::Renumber {
            changed: vec![FIRST],
            removed: Vec::new(),
            added: 0,
        };
        world.command(&change).unwrap();
        assert_eq!(world.contact.open_slots().len(), 2);
    });
}

#[test]
fn a_number_that_is_taken_away_leaves_its_slot_empty() {
    play(|world| {
        let mut world = world.numbers(2);
        let change = Command::Renumber {
            changed: Vec::new(),
            removed: vec![FIRST],
            added: 1,
        };
        world.command(&change).unwrap();
        assert_eq!(world.contact.open_slots(), [SECOND, Slot(2)]);
        world.claim(ANNA);
        let refused = world.try_dial(FIRST).unwrap_err();
        assert_eq!(refused.code(), "no_such_number");
    });
}

#[test]
fn what_is_to_be_called_first_goes_before_all_callbacks() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).ended(Outcome::Busy);
        world.command(&Command::CallFirst).unwrap();
        assert_eq!(world.contact.priority, 0);
        assert_eq!(world.contact.offer_at, Some(world.now));
        world.claim(ANNA).dial(FIRST).ended(Outcome::NoAnswer);
        assert!(
            world.contact.priority > 0,
            "the next code gives it its place"
        );
    });
}
