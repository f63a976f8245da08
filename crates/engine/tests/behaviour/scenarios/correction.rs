//! A supervisor corrects what an attempt was coded as.

use crate::support::{ANNA, FIRST, SECOND, World, play};
use engine::catalogue::Action;
use engine::{Actor, Because, Command, Effect, Limits, Outcome, Trigger};

/// Coded as no interest on a Tuesday at 10:02.
fn refused(mut world: World) -> World {
    world.talk("500").stands("closed 500");
    world
}

#[test]
fn a_closed_contact_is_open_again_under_the_right_code() {
    play(|world| {
        let mut world = refused(world);
        world.later(1).correct(1, "120");
        world.stands("unreached 120 due 03-03 13:02");
        assert_eq!(world.attempt_codes(), ["120"]);
        assert_eq!(world.contact.counters.unreached_run, 1);
    });
}

#[test]
fn it_says_from_which_code_to_which_and_what_it_moved() {
    play(|world| {
        let mut world = refused(world);
        world.correct(1, "120");
        let corrected = Because::Corrected {
            attempt: 1,
            from: world.book.code("500"),
            to: world.book.code("120"),
        };
        assert_eq!(world.because[0], corrected);
        let due = Some(world.instant("2026-03-03 13:02"));
        assert_eq!(
            world.because[1],
            Because::DueMoved {
                from: None,
                to: due
            }
        );
        let recounted = Because::Recounted {
            counter: "unreached_run".to_owned(),
            from: 0,
            to: 1,
        };
        assert_eq!(world.because[2], recounted);
        assert!(matches!(world.because[4], Because::FollowUp { .. }));
    });
}

#[test]
fn what_would_have_been_due_already_is_due_now() {
    play(|world| {
        let mut world = refused(world);
        world.at("2026-03-03 16:00").correct(1, "120");
        world.stands("unreached 120 due 03-03 16:00");
    });
}

#[test]
fn the_attempt_keeps_the_day_on_which_it_was_coded() {
    play(|world| {
        let mut world = refused(world);
        let coded_at = world.attempts[&1].coded_at;
        world.at("2026-03-05 16:00").correct(1, "700");
        assert_eq!(world.attempts[&1].coded_at, coded_at);
        assert_eq!(world.attempts[&1].agent, ANNA);
    });
}

#[test]
fn later_dispositions_stand() {
    play(|mut world| {
        world.call(Outcome::NoAnswer).call(Outcome::Busy);
        let before = world.shows();
        world.correct(1, "500").stands(&before);
        assert_eq!(world.attempt_codes(), ["500", "130"]);
        assert_eq!(world.contact.counters.unreached_run, 1);
    });
}

#[test]
fn a_limit_that_was_reached_by_mistake_opens_again() {
    play(|mut world| {
        world.book.limits(Limits {
            cold_count: 3,
            ..Limits::default()
        });
        for _ in 0..3 {
            world.call(Outcome::NoAnswer);
        }
        world.stands("closed 090");
        world.correct(2, "320");
        assert_eq!(world.contact.standing.word(), "unreached");
        assert_eq!(world.code(), "120");
        assert_eq!(world.contact.counters.callbacks, 1);
        world.correct(2, "140").stands("closed 090");
    });
}

#[test]
fn a_limit_is_met_by_a_correction_too() {
    play(|mut world| {
        world.book.limits(Limits {
            cold_count: 2,
            ..Limits::default()
        });
        world.call(Outcome::NoAnswer).talk("320");
        world.correct(2, "120").stands("closed 090");
        assert_eq!(world.attempt_codes(), ["120", "120"]);
    });
}

#[test]
fn a_correction_that_closes_a_number_leaves_the_others() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).dial(SECOND).answered().later(1);
        world.dispose("120").correct(1, "230");
        assert!(world.contact.numbers[1].closed.is_some());
        assert_eq!(world.contact.open_slots(), [FIRST]);
    });
}

#[test]
fn what_came_too_late_then_counts_now() {
    play(|mut world| {
        let trigger = Trigger::ExcludedByClient;
        world.talk("700").triggered(trigger).stands("closed 700");
        world.correct(1, "120");
        let closed = world.book.rules.catalogue.answer(trigger);
        assert_eq!(world.contact.code, closed.code);
        assert_eq!(world.attempt_codes(), ["120"]);
    });
}

#[test]
fn what_was_agreed_holds_where_a_callback_still_comes_of_it() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).answered();
        world.agree("300", "2026-03-04 15:00");
        world.correct(1, "320");
        assert_eq!(
            world.contact.standing.due(),
            Some(world.instant("2026-03-04 15:00"))
        );
        world
            .correct(1, "120")
            .stands("unreached 120 due 03-03 13:00");
    });
}

#[test]
fn a_new_code_suppresses_and_stays() {
    play(|world| {
        let mut world = refused(world);
        world.correct(1, "510").stands("closed 510");
        assert!(matches!(world.effects[..], [Effect::Suppress { .. }]));
        assert_eq!(world.try_correct(1, "120").unwrap_err().code(), "sticky");
        world.correct(1, "410").stands("closed 410");
    });
}

#[test]
fn a_suppression_that_is_not_sticky_stays_all_the_same() {
    play(|mut world| {
        world.book.edit("510", |code| code.sticky = false);
        world.talk("510").correct(1, "120");
        let code = world.book.code("510");
        assert!(world.because.contains(&Because::StillSuppressed { code }));
        assert!(world.effects.is_empty());
    });
}

#[test]
fn what_it_asks_for_is_done_and_what_the_other_asked_for_is_not() {
    play(|mut world| {
        world
            .book
            .edit("500", |code| code.actions = vec![Action::Mail]);
        world
            .book
            .edit("700", |code| code.actions = vec![Action::Webhook]);
        world.talk("500").correct(1, "700");
        let recall = Effect::Recall {
            events: vec![world.history.seq() - 1],
            actions: vec![Action::Mail],
        };
        let act = Effect::Act {
            action: Action::Webhook,
            code: world.book.code("700"),
        };
        assert_eq!(world.effects, [recall, act]);
        let not_recalled = Because::NotRecalled {
            action: Action::Mail,
            code: world.book.code("500"),
        };
        assert!(world.because.contains(&not_recalled));
    });
}

#[test]
fn the_other_numbers_of_the_handling_are_not_what_is_corrected() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).dial(FIRST).ended(Outcome::NoAnswer);
        world.dial(SECOND).answered().later(3).dispose("700");
        let refusal = world.try_correct(1, "120").unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "attempt 1 gave way to another number: correct attempt 2 instead"
        );
        world.correct(2, "500").stands("closed 500");
        assert_eq!(world.attempt_codes(), ["098", "500"]);
    });
}

#[test]
fn what_cannot_be_corrected_says_why() {
    play(|world| {
        let mut world = refused(world);
        let refused =
            |world: &mut World, attempt, code| world.try_correct(attempt, code).unwrap_err().code();
        assert_eq!(refused(&mut world, 7, "120"), "no_such_attempt");
        assert_eq!(refused(&mut world, 1, "500"), "already_coded");
        assert_eq!(refused(&mut world, 1, "090"), "not_choosable");
        assert_eq!(refused(&mut world, 1, "098"), "not_choosable");
        let code = world.book.code("120");
        let correct = Command::Correct { attempt: 1, code };
        let by_agent = world.command_by(Actor::Agent(ANNA), &correct);
        assert_eq!(by_agent.unwrap_err().code(), "not_supervisor");
        world.set("000", false, None).claim(ANNA);
        assert_eq!(refused(&mut world, 1, "120"), "not_supervisor");
        let by_supervisor = world.command_by(Actor::Supervisor(crate::support::CAROL), &correct);
        assert_eq!(by_supervisor.unwrap_err().code(), "in_hand");
    });
}
