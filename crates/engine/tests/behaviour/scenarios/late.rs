//! Reports that come late, twice, or about something nobody knows: noted, never obeyed.

use crate::support::{ANNA, FIRST, SECOND, World, play};
use engine::{Because, Cause, Outcome, Report};

fn nothing_follows(world: &mut World, report: &Report) {
    let before = (world.contact.clone(), world.attempts.clone());
    world.report(report);
    assert_eq!(
        (&world.contact, &world.attempts),
        (&before.0, &before.1),
        "{report:?}"
    );
    assert!(world.effects.is_empty());
    let late = |because: &Because| matches!(because, Because::Late { .. });
    assert!(world.because.iter().all(late), "{:?}", world.because);
}

fn ended(attempt: u32, outcome: Outcome) -> Report {
    let cause = Cause::default();
    Report::Ended {
        attempt,
        outcome,
        cause,
    }
}

#[test]
fn twice_is_once() {
    play(|world| {
        let mut world = world.numbers(2);
        world
            .claim(ANNA)
            .dial(FIRST)
            .report(&Report::Ringing { attempt: 1 });
        nothing_follows(&mut world, &Report::Ringing { attempt: 1 });
        world.later(1).answered();
        nothing_follows(&mut world, &Report::Answered { attempt: 1 });
        nothing_follows(&mut world, &Report::Ringing { attempt: 1 });
        nothing_follows(&mut world, &Report::NotPlaced { attempt: 1 });
        world.later(1).ended(Outcome::Answered);
        nothing_follows(&mut world, &ended(1, Outcome::Answered));
        nothing_follows(&mut world, &ended(1, Outcome::Busy));
    });
}

#[test]
fn a_report_of_the_call_before_does_not_touch_the_running_one() {
    play(|world| {
        let mut world = world.numbers(2);
        world.call(Outcome::NoAnswer).dial(SECOND);
        nothing_follows(&mut world, &ended(1, Outcome::Busy));
        nothing_follows(&mut world, &Report::Answered { attempt: 1 });
        nothing_follows(&mut world, &Report::NotPlaced { attempt: 1 });
        nothing_follows(&mut world, &ended(7, Outcome::Busy));
    });
}

#[test]
fn after_the_disposition_the_line_says_nothing_new() {
    play(|mut world| {
        world.talk("501");
        for report in [
            Report::Ringing { attempt: 1 },
            Report::Answered { attempt: 1 },
            ended(1, Outcome::Answered),
            Report::NotPlaced { attempt: 1 },
            Report::LeaseExpired,
            Report::WrapUpExpired,
            Report::Released { owner_out: false },
        ] {
            nothing_follows(&mut world, &report);
        }
    });
}

#[test]
fn a_lease_cannot_expire_before_its_time() {
    play(|mut world| {
        world.claim(ANNA).later(59);
        nothing_follows(&mut world, &Report::LeaseExpired);
        nothing_follows(&mut world, &Report::WrapUpExpired);
    });
}

#[test]
fn the_cause_is_kept_from_the_first_report_only() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST);
        let cause = |sip| Cause {
            sip: Some(sip),
            ..Cause::default()
        };
        for sip in [486, 503] {
            world.report(&Report::Ended {
                attempt: 1,
                outcome: Outcome::Busy,
                cause: cause(sip),
            });
        }
        assert_eq!(world.attempts[&1].cause, cause(486));
    });
}

#[test]
fn an_answer_that_was_never_reported_still_ends_as_answered() {
    play(|mut world| {
        world
            .claim(ANNA)
            .dial(FIRST)
            .later(3)
            .ended(Outcome::Answered);
        world.stands("in hand: WrapUp 000 due 03-03 10:00");
        world.dispose("700").stands("closed 700");
    });
}

#[test]
fn a_callback_that_is_being_kept_does_not_time_out() {
    play(|mut world| {
        world.talk("320").claim(ANNA);
        let trigger = engine::Trigger::CallbackTimeout;
        nothing_follows(&mut world, &Report::Triggered { trigger });
        world.dial(FIRST).answered().dispose("320");
        assert_eq!(world.code(), "320");
        world.triggered(trigger).stands("closed 095");
    });
}
