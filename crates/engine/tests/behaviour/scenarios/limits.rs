//! Attempt limits, each with its exact count.

use crate::support::{ANNA, FIRST, World, play};
use engine::{Because, LimitKind, Limits, Outcome, Period};

fn limited(mut world: World, limits: Limits) -> World {
    world.book.limits(limits);
    world
}

fn hit(world: &World) -> Option<(LimitKind, i64, i64)> {
    world.because.iter().find_map(|because| match because {
        Because::Limit {
            limit,
            counted,
            allowed,
            ..
        } => Some((*limit, *counted, *allowed)),
        _ => None,
    })
}

#[test]
fn the_eighth_unreached_handling_writes_off_a_cold_contact() {
    play(|mut world| {
        for _ in 0..7 {
            world.call(Outcome::NoAnswer);
            assert_eq!(world.code(), "120");
        }
        world.call(Outcome::Busy).stands("closed 090");
        assert_eq!(hit(&world), Some((LimitKind::ColdCount, 8, 8)));
        assert_eq!(
            world.attempt_codes()[7],
            "130",
            "the attempt keeps its own code"
        );
    });
}

#[test]
fn a_cold_contact_is_written_off_by_the_first_handling_after_its_period() {
    let limits = Limits {
        cold_period: Period::days(2),
        ..Limits::default()
    };
    play(|world| {
        let mut world = limited(world, limits.clone());
        world.call(Outcome::NoAnswer);
        world.at("2026-03-05 09:59").call(Outcome::NoAnswer);
        assert_eq!(world.code(), "120");
        // No clock writes it off: it stays offered until the next handling has ended.
        world
            .at("2026-03-09 10:00")
            .call(Outcome::NoAnswer)
            .stands("closed 091");
        assert_eq!(
            hit(&world),
            Some((LimitKind::ColdPeriod, 6 * 86_400, 2 * 86_400))
        );
    });
    play(|world| {
        let mut world = limited(world, limits.clone());
        world
            .call(Outcome::NoAnswer)
            .at("2026-03-05 10:00")
            .call(Outcome::NoAnswer);
        world.stands("closed 091");
    });
}

#[test]
fn after_a_callback_the_run_begins_anew_under_its_own_limit() {
    let limits = Limits {
        cold_count: 3,
        callback_count: 2,
        ..Limits::default()
    };
    play(|world| {
        let mut world = limited(world, limits.clone());
        world.call(Outcome::NoAnswer).call(Outcome::NoAnswer);
        world.talk("320");
        assert_eq!(world.contact.counters.unreached_run, 0);
        world.call(Outcome::NoAnswer);
        assert_eq!(world.code(), "120");
        world.call(Outcome::NoAnswer).stands("closed 092");
        assert_eq!(hit(&world), Some((LimitKind::CallbackCount, 2, 2)));
    });
}

#[test]
fn the_period_of_a_callback_contact_counts_from_the_first_miss_after_it() {
    let limits = Limits {
        cold_period: Period::days(1),
        callback_period: Period::days(3),
        ..Limits::default()
    };
    play(|world| {
        let mut world = limited(world, limits.clone());
        world.call(Outcome::NoAnswer).talk("320");
        world.at("2026-03-10 10:00").call(Outcome::NoAnswer);
        assert_eq!(world.code(), "120");
        world
            .at("2026-03-13 10:00")
            .call(Outcome::NoAnswer)
            .stands("closed 093");
        assert_eq!(
            hit(&world),
            Some((LimitKind::CallbackPeriod, 3 * 86_400, 3 * 86_400))
        );
    });
}

#[test]
fn the_eighth_callback_still_takes_place_and_the_ninth_is_one_too_many() {
    play(|mut world| {
        for _ in 0..8 {
            world.talk("320");
            assert_eq!(world.code(), "320");
        }
        world.talk("320").stands("closed 094");
        assert_eq!(hit(&world), Some((LimitKind::Callbacks, 9, 8)));
    });
}

#[test]
fn callbacks_end_with_their_period() {
    let limits = Limits {
        callbacks_period: Period::days(10),
        ..Limits::default()
    };
    play(|world| {
        let mut world = limited(world, limits.clone());
        world.talk("320");
        world.at("2026-03-13 09:00").talk("320");
        assert_eq!(world.code(), "320");
        world.at("2026-03-13 10:02").call(Outcome::NoAnswer);
        assert_eq!(world.code(), "120", "an unreached handling is no callback");
        world.talk("320").stands("closed 095");
    });
}

#[test]
fn the_absolute_maximum_counts_every_attempt() {
    let limits = Limits {
        total: 3,
        ..Limits::default()
    };
    play(|world| {
        let mut world = limited(world, limits.clone());
        world
            .call(Outcome::Busy)
            .talk("320")
            .call(Outcome::NoAnswer)
            .stands("closed 096");
        assert_eq!(hit(&world), Some((LimitKind::Total, 3, 3)));
    });
}

#[test]
fn the_same_code_too_often_in_a_row() {
    play(|mut world| {
        world.book.edit("130", |code| code.max_run = 3);
        world
            .call(Outcome::Busy)
            .call(Outcome::Busy)
            .call(Outcome::NoAnswer);
        world.call(Outcome::Busy).call(Outcome::Busy);
        assert_eq!(world.code(), "130");
        world.call(Outcome::Busy).stands("closed 097");
        assert_eq!(hit(&world), Some((LimitKind::SameRun, 3, 3)));
    });
}

#[test]
fn the_first_limit_in_order_gives_its_code() {
    let limits = Limits {
        cold_count: 2,
        cold_period: Period::minutes(1),
        total: 2,
        ..Limits::default()
    };
    for (total, max_run, expected) in [(2, 2, "096"), (0, 2, "097"), (0, 0, "090")] {
        play(|world| {
            let mut world = limited(
                world,
                Limits {
                    total,
                    ..limits.clone()
                },
            );
            world.book.edit("130", |code| code.max_run = max_run);
            world.call(Outcome::Busy).call(Outcome::Busy);
            assert_eq!(world.code(), expected);
        });
    }
}

#[test]
fn a_final_result_beats_every_limit() {
    let limits = Limits {
        cold_count: 2,
        cold_period: Period::minutes(1),
        total: 2,
        ..Limits::default()
    };
    play(|world| {
        let mut world = limited(world, limits.clone());
        world.book.edit("501", |code| code.max_run = 1);
        world.call(Outcome::Busy).talk("501").stands("closed 501");
    });
}

#[test]
fn a_final_result_ends_the_run() {
    play(|mut world| {
        for _ in 0..7 {
            world.call(Outcome::NoAnswer);
        }
        world.talk("501").set("000", false, None);
        assert_eq!(world.contact.counters.unreached_run, 0);
        world.call(Outcome::NoAnswer);
        assert_eq!(world.code(), "120");
    });
}

#[test]
fn what_was_given_back_breaks_no_run_and_is_not_counted() {
    play(|mut world| {
        world.book.edit("130", |code| code.max_run = 2);
        world.call(Outcome::Busy);
        let before = world.contact.counters.clone();
        world.claim(ANNA).dial(FIRST);
        world.report(&engine::Report::NotPlaced { attempt: 2 });
        assert_eq!(world.contact.counters, before);
        world.call(Outcome::Busy).stands("closed 097");
    });
}

#[test]
fn a_figure_of_zero_is_no_limit() {
    play(|world| {
        let mut world = limited(world, Limits::default());
        for _ in 0..30 {
            world.call(Outcome::Busy).call(Outcome::NoAnswer);
        }
        world.talk("320");
        assert_eq!(world.contact.counters.attempts, 61);
    });
}
