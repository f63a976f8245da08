//! A moment was agreed on.

use crate::support::{ANNA, BERT, FIRST, SECOND, play};
use engine::{CallbackChoice, Outcome, Roster};

#[test]
fn the_agreed_moment_holds_and_the_number_that_reached_the_person_goes_first() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).dial(SECOND).answered().later(4);
        world.agree("310", "2026-03-05 16:30");
        world.stands("callback 310 due 03-05 16:30 of 1 held until 03-05 17:00");
        assert_eq!(world.contact.open_slots(), [SECOND, FIRST]);
    });
}

#[test]
fn without_a_choice_the_code_says_when() {
    play(|mut world| {
        world.talk("320").stands("callback 320 due 03-04 10:02");
    });
}

#[test]
fn what_was_agreed_wins_over_the_codes_own_delay_but_not_over_the_roster() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).answered();
        let choice = CallbackChoice {
            at: Some(world.instant("2026-03-04 12:30")),
            roster: Some("mo-fr 14:00-".parse().unwrap()),
            ..CallbackChoice::default()
        };
        world.try_dispose("320", choice).unwrap();
        world.stands("callback 320 due 03-04 12:30 offered 03-04 14:00");
        assert_eq!(world.contact.roster, Roster::parse("mo-fr 14:00-").ok());
    });
}

#[test]
fn a_moment_that_has_passed_is_refused() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).answered();
        let choice = CallbackChoice {
            at: Some(world.instant("2026-03-03 09:59")),
            ..CallbackChoice::default()
        };
        assert_eq!(world.try_dispose("310", choice).unwrap_err().code(), "past");
        world.stands("in hand: Talking 000 due 03-03 10:00");
    });
}

#[test]
fn bounds_of_the_code_hold_by_the_contacts_clock() {
    play(|mut world| {
        world.book.edit("310", |code| {
            let follow_up = code.follow_up.as_mut().unwrap();
            follow_up.min = "TimeAdd=30m".parse().ok();
            follow_up.max = "DateAdd=14d".parse().ok();
        });
        world.claim(ANNA).dial(FIRST).answered();
        for (local, expected) in [
            ("2026-03-03 10:29", Some("out_of_bounds")),
            ("2026-03-17 10:01", Some("out_of_bounds")),
            ("2026-03-17 10:00", None),
        ] {
            let mut world = world.clone();
            let choice = CallbackChoice {
                at: Some(world.instant(local)),
                ..CallbackChoice::default()
            };
            let refusal = world
                .try_dispose("310", choice)
                .err()
                .map(|refusal| refusal.code());
            assert_eq!(refusal, expected, "{local}");
        }
    });
}

#[test]
fn a_fixed_time_may_not_be_chosen() {
    play(|mut world| {
        world.book.edit("310", |code| {
            code.follow_up = Some(
                "DateAdd=1d, ReadOnly=1"
                    .parse::<engine::callback::Expression>()
                    .unwrap()
                    .into(),
            );
        });
        world.claim(ANNA).dial(FIRST).answered();
        let choice = CallbackChoice {
            at: Some(world.instant("2026-03-05 10:00")),
            ..CallbackChoice::default()
        };
        assert_eq!(
            world.try_dispose("310", choice).unwrap_err().code(),
            "fixed_time"
        );
    });
}

#[test]
fn the_first_delay_differs_from_the_later_ones() {
    play(|mut world| {
        world.book.edit("130", |code| {
            code.follow_up.as_mut().unwrap().initial = "TimeAdd=5m".parse().ok();
        });
        world
            .call(Outcome::Busy)
            .stands("unreached 130 due 03-03 10:05");
        world
            .call(Outcome::Busy)
            .stands("unreached 130 due 03-03 10:20");
        world.call(Outcome::NoAnswer).call(Outcome::Busy);
        world.stands("unreached 130 due 03-03 13:25");
    });
}

#[test]
fn a_long_way_off_is_closed_until_a_supervisor_looks_again() {
    play(|mut world| {
        world.talk("330").stands("closed 330 revive 09-03 09:00");
        assert_eq!(world.contact.offer_at, None);
    });
    play(|mut world| {
        world
            .claim(BERT)
            .dial(FIRST)
            .answered()
            .agree("330", "2026-12-01 11:00");
        world.stands("closed 330 revive 12-01 11:00");
    });
}
