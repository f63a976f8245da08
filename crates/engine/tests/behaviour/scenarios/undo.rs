//! An agent takes back the code she has just given.

use crate::support::{ANNA, BERT, FIRST, SECOND, play};
use engine::catalogue::Action;
use engine::{Because, Effect, Outcome, Report};

#[test]
fn within_ten_seconds_the_contact_is_back_to_be_wrapped_up() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).answered().later(2);
        world.ended(Outcome::Answered);
        let before = world.contact.clone();
        world.dispose("500").seconds(9).try_undo(ANNA).unwrap();
        world.stands("in hand: WrapUp 000 due 03-03 10:00");
        assert_eq!(world.contact.counters, before.counters);
        assert_eq!(
            world.contact.hand.as_ref().unwrap().calls,
            before.hand.unwrap().calls
        );
        assert!(world.attempts.is_empty());
        let code = world.book.code("500");
        assert_eq!(world.because, [Because::TakenBack { code }]);
        world.dispose("700").stands("closed 700");
        assert_eq!(world.attempt_codes(), ["700"]);
    });
}

#[test]
fn a_call_that_was_open_has_been_hung_up() {
    play(|mut world| {
        world.talk("500").ended(Outcome::Answered);
        world.seconds(5).try_undo(ANNA).unwrap();
        world.stands("in hand: WrapUp 000 due 03-03 10:00");
    });
}

#[test]
fn after_ten_seconds_it_is_too_late() {
    play(|mut world| {
        world.talk("500").seconds(10);
        assert_eq!(world.try_undo(ANNA).unwrap_err().code(), "too_late");
    });
}

#[test]
fn nobody_takes_back_what_another_gave() {
    play(|mut world| {
        world.talk("500").seconds(1);
        assert_eq!(world.try_undo(BERT).unwrap_err().code(), "nothing_to_undo");
    });
}

#[test]
fn what_the_line_said_is_not_hers_to_take_back() {
    play(|mut world| {
        world.call(Outcome::NoAnswer).seconds(1);
        assert_eq!(world.try_undo(ANNA).unwrap_err().code(), "nothing_to_undo");
    });
}

#[test]
fn nothing_may_have_happened_to_the_contact_since() {
    play(|mut world| {
        world.talk("300").seconds(1);
        world.set("000", false, None);
        assert_eq!(world.try_undo(ANNA).unwrap_err().code(), "moved_on");
    });
    play(|mut world| {
        world.talk("500").seconds(1);
        world.report(&Report::Suppressed {
            source: "everywhere".to_owned(),
        });
        assert_eq!(world.try_undo(ANNA).unwrap_err().code(), "moved_on");
    });
}

#[test]
fn a_wish_not_to_be_called_is_not_taken_back() {
    play(|mut world| {
        world.talk("510").seconds(1);
        assert_eq!(world.try_undo(ANNA).unwrap_err().code(), "lasting");
        world.stands("closed 510");
    });
}

#[test]
fn what_was_to_leave_the_house_stays() {
    play(|mut world| {
        world
            .book
            .edit("500", |code| code.actions = vec![Action::Mail]);
        world.talk("500").try_undo(ANNA).unwrap();
        let recall = Effect::Recall {
            events: vec![world.history.seq() - 1],
            actions: vec![Action::Mail],
        };
        assert_eq!(world.effects, [recall]);
    });
}

#[test]
fn an_attempt_that_had_given_way_before_has_its_code_again() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).dial(FIRST).ended(Outcome::NoAnswer);
        world.dial(SECOND).answered().later(1).dispose("700");
        world.try_undo(ANNA).unwrap();
        assert_eq!(world.attempt_codes(), ["098"]);
    });
}

#[test]
fn it_can_be_taken_back_again_and_corrected_later() {
    play(|mut world| {
        world.talk("500").seconds(3).try_undo(ANNA).unwrap();
        assert_eq!(world.try_undo(ANNA).unwrap_err().code(), "in_hand");
        world.dispose("700").seconds(3).try_undo(ANNA).unwrap();
        world.dispose("120").later(5).correct(1, "500");
        world.stands("closed 500");
        assert_eq!(world.history.told_again(), world.contact);
    });
}
