//! Whoever had the contact in hand is not heard of any more.

use crate::support::{ANNA, BERT, FIRST, SECOND, play};
use engine::{Because, Command, Effect, Outcome, Refusal, Report};

#[test]
fn claimed_and_not_dialled_comes_back_untouched_after_a_rest() {
    play(|mut world| {
        let before = world.contact.clone();
        world.claim(ANNA).later(60).report(&Report::LeaseExpired);
        world.stands("new 000 due 03-03 10:00 offered 03-03 11:01");
        assert_eq!(world.contact.counters, before.counters);
        assert!(world.attempts.is_empty());
    });
}

#[test]
fn dialled_and_lost_is_interrupted_and_counted() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .later(60)
            .report(&Report::LeaseExpired);
        world.stands("unreached 064 due 03-03 11:15");
        assert_eq!(world.attempt_codes(), ["064"]);
        assert_eq!(world.attempts[&1].outcome, Outcome::Interrupted);
        assert_eq!(world.contact.counters.attempts, 1);
        assert_eq!(world.contact.counters.unreached_run, 1);
        assert_eq!(world.effects, [Effect::HangUp { attempt: 1 }]);
    });
}

#[test]
fn lost_in_conversation_is_interrupted_and_keeps_when_it_was_answered() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).later(1).answered();
        let answered = world.now;
        world
            .later(60)
            .report(&Report::LeaseExpired)
            .stands("unreached 064 due 03-03 11:16");
        assert_eq!(world.attempts[&1].answered_at, Some(answered));
    });
}

#[test]
fn the_call_that_was_lost_is_the_interrupted_one() {
    play(|world| {
        let mut world = world.numbers(2);
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(5)
            .ended(Outcome::Answered);
        world.dial(SECOND).later(60).report(&Report::LeaseExpired);
        assert_eq!(world.attempt_codes(), ["098", "064"]);
    });
}

#[test]
fn vanished_in_wrap_up_after_a_conversation_is_incomplete() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(2)
            .ended(Outcome::Answered);
        world
            .later(10)
            .report(&Report::WrapUpExpired)
            .stands("unreached 066 due 03-03 11:12");
        assert_eq!(world.attempts[&1].outcome, Outcome::Answered);
    });
}

#[test]
fn vanished_in_wrap_up_after_a_dead_line_is_what_the_line_said() {
    play(|world| {
        let mut world = world.numbers(2);
        world
            .call(Outcome::Busy)
            .later(10)
            .report(&Report::LeaseExpired);
        world.stands("unreached 130 due 03-03 10:25");
    });
}

#[test]
fn a_sign_of_life_lengthens_the_lease() {
    play(|mut world| {
        world
            .claim(ANNA)
            .later(59)
            .dial(FIRST)
            .later(59)
            .report(&Report::LeaseExpired);
        world.stands("in hand: Dialling 000 due 03-03 10:00");
        world.answered().later(59).report(&Report::LeaseExpired);
        world.stands("in hand: Talking 000 due 03-03 10:00");
        world
            .ended(Outcome::Answered)
            .later(9)
            .report(&Report::WrapUpExpired);
        world.stands("in hand: WrapUp 000 due 03-03 10:00");
    });
}

#[test]
fn a_conversation_the_line_lost_is_still_the_agents_to_code() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(5)
            .ended(Outcome::Interrupted);
        world.stands("in hand: WrapUp 000 due 03-03 10:00");
        let mut silent = world.clone();
        world.agree("310", "2026-03-03 10:30");
        world.stands("callback 310 due 03-03 10:30 of 1 held until 03-03 11:00");
        assert_eq!(world.attempts[&1].outcome, Outcome::Interrupted);
        silent
            .later(10)
            .report(&Report::WrapUpExpired)
            .stands("unreached 064 due 03-03 10:30");
    });
}

#[test]
fn a_conversation_that_was_lost_may_be_the_longest() {
    play(|world| {
        let mut world = world.numbers(2);
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(9)
            .ended(Outcome::Interrupted);
        world.dial(SECOND).answered().later(1).dispose("700");
        assert_eq!(world.attempt_codes(), ["700", "098"]);
    });
}

#[test]
fn a_long_call_stays_with_the_agent_whose_desk_is_open() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).answered();
        for _ in 0..4 {
            world.later(30).report(&Report::SignOfLife { agent: ANNA });
        }
        world.later(30).report(&Report::LeaseExpired);
        world.stands("in hand: Talking 000 due 03-03 10:00");
        world.later(30).report(&Report::LeaseExpired);
        world.stands("unreached 064 due 03-03 13:15");
    });
}

#[test]
fn an_open_desk_does_not_lengthen_the_wrap_up() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).answered().later(2);
        world.ended(Outcome::Answered).later(9);
        world.report(&Report::SignOfLife { agent: ANNA });
        world.later(1).report(&Report::WrapUpExpired);
        assert_eq!(world.attempt_codes(), ["066"]);
    });
}

#[test]
fn a_sign_of_life_of_somebody_else_renews_nothing() {
    play(|mut world| {
        world.claim(ANNA).later(30);
        world.report(&Report::SignOfLife { agent: BERT });
        world.later(30).report(&Report::LeaseExpired);
        assert!(world.contact.hand.is_none());
    });
}

#[test]
fn a_supervisor_takes_it_back_at_any_moment_as_if_nobody_had_been_heard_of() {
    play(|mut world| {
        assert_eq!(world.command(&Command::TakeBack), Err(Refusal::NotInHand));
        world.claim(ANNA).later(1);
        world.command(&Command::TakeBack).unwrap();
        assert_eq!(world.because[0], Because::Unlocked);
        assert_eq!(world.contact.counters.attempts, 0);
        world.later(2).claim(BERT).dial(FIRST).answered().later(1);
        world.command(&Command::TakeBack).unwrap();
        assert_eq!(world.effects, [Effect::HangUp { attempt: 1 }]);
        assert_eq!(world.attempt_codes(), ["064"]);
        world.later(30).claim(ANNA).dial(FIRST).answered();
        world.ended(Outcome::Answered);
        world.command(&Command::TakeBack).unwrap();
        assert_eq!(world.because[0], Because::Unlocked);
        assert_eq!(world.attempt_codes(), ["064", "066"]);
        // What came of it may be corrected like anything else.
        world.correct(2, "501");
        assert_eq!(world.code(), "501");
    });
}
