//! A supervisor opens a closed contact again, with or without its counters.

use crate::support::{ANNA, World, play};
use engine::{Command, Limits, Outcome};

fn written_off(mut world: World) -> World {
    world.book.limits(Limits {
        cold_count: 5,
        callbacks: 2,
        ..Limits::default()
    });
    for _ in 0..5 {
        world.call(Outcome::NoAnswer);
    }
    world.stands("closed 090");
    world
}

#[test]
fn without_a_reset_it_is_written_off_by_its_next_unreached_result() {
    play(|world| {
        let mut world = written_off(world);
        world.set("000", false, None);
        assert_eq!(world.contact.counters.unreached_run, 5);
        world.call(Outcome::Busy).stands("closed 090");
        assert_eq!(world.attempt_codes()[5], "130");
    });
}

#[test]
fn without_a_reset_it_is_written_off_by_its_next_callback_too() {
    play(|world| {
        let mut world = written_off(world);
        world
            .set("000", false, None)
            .talk("320")
            .stands("closed 090");
        assert_eq!(world.attempt_codes()[5], "320");
    });
}

#[test]
fn a_final_result_stands_even_so() {
    play(|world| {
        let mut world = written_off(world);
        world
            .set("000", false, None)
            .talk("700")
            .stands("closed 700");
    });
}

#[test]
fn with_a_reset_it_begins_afresh() {
    play(|world| {
        let mut world = written_off(world);
        world.set("000", true, None);
        for _ in 0..4 {
            world.call(Outcome::NoAnswer);
            assert_eq!(world.code(), "120");
        }
        world.call(Outcome::NoAnswer).stands("closed 090");
        assert_eq!(world.contact.dials, 10, "attempts are numbered on");
    });
}

#[test]
fn it_may_be_opened_for_a_later_day() {
    for (code, expected) in [
        ("000", "new 000 due 03-09 09:00"),
        ("120", "unreached 120 due 03-09 09:00"),
        ("300", "callback 300 due 03-09 09:00"),
    ] {
        play(|world| {
            let mut world = written_off(world);
            world
                .set(code, true, Some("2026-03-09 09:00"))
                .stands(expected);
        });
    }
}

#[test]
fn a_day_that_has_passed_is_refused() {
    play(|mut world| {
        let (code, due) = (
            world.book.code("000"),
            Some(world.instant("2026-03-02 09:00")),
        );
        let set = Command::Set {
            code,
            reset: true,
            due,
            owner: None,
        };
        assert_eq!(world.command(&set).unwrap_err().code(), "past");
    });
}

#[test]
fn setting_a_code_by_hand_is_no_attempt() {
    play(|mut world| {
        world.book.edit("120", |code| code.max_run = 2);
        world.call(Outcome::NoAnswer);
        let before = world.contact.counters.clone();
        world.set("120", false, None);
        assert_eq!(world.contact.counters, before);
        assert_eq!(world.contact.standing.word(), "unreached");
    });
}

#[test]
fn a_contact_without_a_live_number_gets_its_numbers_back() {
    play(|mut world| {
        world.call(Outcome::SpecialTone).stands("closed 200");
        world
            .set("000", false, None)
            .stands("new 000 due 03-03 10:00");
        world.call(Outcome::NoAnswer);
    });
}

#[test]
fn the_absolute_maximum_closes_it_before_it_is_dialled() {
    play(|mut world| {
        world.book.limits(Limits {
            total: 2,
            ..Limits::default()
        });
        world
            .call(Outcome::Busy)
            .call(Outcome::Busy)
            .stands("closed 096");
        world
            .set("000", false, None)
            .when_offered()
            .try_claim(ANNA)
            .unwrap();
        world.stands("closed 096");
    });
}

#[test]
fn a_do_not_call_code_is_not_overwritten() {
    for code in ["010", "012", "210", "211", "410", "510"] {
        play(|mut world| {
            world.set(code, false, None);
            let code = world.book.code("000");
            let set = Command::Set {
                code,
                reset: true,
                due: None,
                owner: None,
            };
            assert_eq!(world.command(&set).unwrap_err().code(), "sticky");
        });
    }
}
