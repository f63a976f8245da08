//! Nobody was reached: when it is tried again.

use crate::support::{ANNA, FIRST, play};
use engine::{Command, Outcome, Roster};

#[test]
fn every_result_of_the_line_has_its_own_delay() {
    for (outcome, expected) in [
        (Outcome::Abandoned, "unreached 060 due 03-06 10:00"),
        (Outcome::LostWhileDialling, "unreached 061 due 03-03 11:00"),
        (Outcome::Refused, "unreached 062 due 03-03 11:00"),
        (Outcome::Failed, "unreached 063 due 03-03 11:00"),
        (Outcome::Interrupted, "unreached 064 due 03-03 10:15"),
        (Outcome::NeverRang, "closed 065"),
        (Outcome::Incomplete, "unreached 066 due 03-03 11:00"),
        (Outcome::Congested, "unreached 067 due 03-03 10:10"),
        (Outcome::NoAnswer, "unreached 120 due 03-03 13:00"),
        (Outcome::Busy, "unreached 130 due 03-03 10:15"),
        (Outcome::Machine, "unreached 140 due 03-03 14:00"),
        (Outcome::SpecialTone, "closed 200"),
        (Outcome::Fax, "closed 201"),
        (Outcome::Noise, "closed 205"),
    ] {
        play(|mut world| {
            world.call(outcome).stands(expected);
            assert_eq!(world.attempts[&1].outcome, outcome);
        });
    }
}

#[test]
fn a_person_who_answered_is_coded_by_the_agent() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .later(3)
            .ended(Outcome::Answered);
        world.stands("in hand: WrapUp 000 due 03-03 10:00");
        assert_eq!(
            world.command(&Command::Conclude).unwrap_err().code(),
            "not_ended"
        );
        world.dispose("501").stands("closed 501");
        let attempt = &world.attempts[&1];
        assert_eq!(attempt.outcome, Outcome::Answered);
        assert_eq!(attempt.ended_at, world.instant("2026-03-03 10:03"));
    });
}

#[test]
fn not_in_is_tried_on_the_next_working_day() {
    play(|mut world| {
        world
            .at("2026-03-06 15:00")
            .talk("150")
            .stands("unreached 150 due 03-09 09:00");
    });
}

#[test]
fn no_answer_outside_the_roster_waits_for_the_roster() {
    play(|mut world| {
        let change = Roster::parse("mo-fr 18:00-20:00").ok();
        world.command(&Command::SetRoster { change }).unwrap();
        world.stands("new 000 due 03-03 10:00 offered 03-03 18:00");
        world.when_offered().call(Outcome::NoAnswer);
        // Three hours later is 21:00: the roster opens again the next evening.
        world.stands("unreached 120 due 03-03 21:00 offered 03-04 18:00");
        world.command(&Command::SetRoster { change: None }).unwrap();
        world.stands("unreached 120 due 03-03 21:00");
    });
}

#[test]
fn the_agent_may_hang_up_and_code_before_anybody_answers() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .dispose("120")
            .stands("unreached 120 due 03-03 13:00");
        assert_eq!(world.effects, [engine::Effect::HangUp { attempt: 1 }]);
        assert_eq!(world.attempts[&1].outcome, Outcome::LostWhileDialling);
    });
}
