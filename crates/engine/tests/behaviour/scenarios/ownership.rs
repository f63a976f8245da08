//! Whose callback it is, and when everybody may have it.

use crate::support::{ANNA, BERT, FIRST, World, play};
use engine::{Because, CallbackChoice, Command, Outcome, Report, Roster};

fn agreed(mut world: World) -> World {
    world
        .claim(ANNA)
        .dial(FIRST)
        .answered()
        .agree("310", "2026-03-04 14:00");
    world.stands("callback 310 due 03-04 14:00 of 1 held until 03-04 14:30");
    world
}

#[test]
fn until_it_is_released_only_the_owner_may_have_it() {
    play(|world| {
        let mut world = agreed(world);
        world.at("2026-03-04 14:10");
        assert_eq!(world.try_claim(BERT).unwrap_err().code(), "held");
        world
            .claim(ANNA)
            .stands("in hand: Reserved 310 due 03-04 14:00 of 1 held until 03-04 14:30");
    });
}

#[test]
fn after_thirty_minutes_everybody_may_have_it() {
    play(|world| {
        let mut world = agreed(world);
        world
            .at("2026-03-04 14:30")
            .report(&Report::Released { owner_out: false });
        world.stands("callback 310 due 03-04 14:00 of 1");
        world
            .claim(BERT)
            .stands("in hand: Reserved 310 due 03-04 14:00 of 1");
    });
}

#[test]
fn a_reservation_that_ran_out_does_not_wait_for_its_report() {
    play(|world| {
        let mut world = agreed(world);
        world.at("2026-03-04 14:30").claim(BERT);
        world.stands("in hand: Reserved 310 due 03-04 14:00 of 1");
        assert_eq!(world.because[0], Because::Released { owner_out: false });
    });
}

#[test]
fn it_is_released_early_when_its_owner_is_out() {
    play(|world| {
        let mut world = agreed(world);
        world
            .at("2026-03-04 14:01")
            .report(&Report::Released { owner_out: true });
        world.claim(BERT);
        assert_eq!(world.contact.held, None);
    });
}

#[test]
fn it_may_be_agreed_for_a_colleague() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).answered();
        let choice = CallbackChoice {
            at: Some(world.instant("2026-03-04 14:00")),
            owner: Some(BERT),
            ..CallbackChoice::default()
        };
        world.try_dispose("310", choice).unwrap();
        world.stands("callback 310 due 03-04 14:00 of 2 held until 03-04 14:30");
    });
}

#[test]
fn a_soft_callback_is_nobodys() {
    play(|mut world| {
        world.talk("320").stands("callback 320 due 03-04 10:02");
        world.claim(BERT);
    });
}

#[test]
fn the_time_of_the_owner_counts_from_the_offer_not_from_the_due_time() {
    play(|mut world| {
        world.book.law_of("NL");
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .agree("310", "2026-03-07 17:00");
        // Saturday after 16:00: Monday 09:00 is the first lawful instant.
        world
            .stands("callback 310 due 03-07 17:00 offered 03-09 09:00 of 1 held until 03-09 09:30");
    });
}

#[test]
fn a_list_may_let_everybody_have_every_callback() {
    play(|mut world| {
        world.book.rules.settings.ownership.only_owner = false;
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .agree("310", "2026-03-04 14:00");
        world.stands("callback 310 due 03-04 14:00 of 1");
        world.claim(BERT);
    });
}

#[test]
fn a_list_may_reserve_callbacks_without_end() {
    play(|mut world| {
        world.book.rules.settings.ownership.release_after = None;
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .agree("310", "2026-03-04 14:00");
        world.at("2026-03-20 14:00");
        assert_eq!(world.try_claim(BERT).unwrap_err().code(), "held");
    });
}

#[test]
fn a_supervisor_gives_it_to_somebody_else() {
    play(|world| {
        let mut world = agreed(world);
        world
            .command(&Command::Assign { owner: Some(BERT) })
            .unwrap();
        world.at("2026-03-04 14:10");
        assert_eq!(world.try_claim(ANNA).unwrap_err().code(), "held");
        world.claim(BERT);
    });
}

#[test]
fn an_owner_keeps_the_callback_that_comes_back_untouched() {
    play(|world| {
        let mut world = agreed(world);
        world.claim(ANNA).command(&Command::Release).unwrap();
        world
            .stands("callback 310 due 03-04 14:00 offered 03-04 14:01 of 1 held until 03-04 14:30");
    });
}

#[test]
fn nobody_owns_it_once_nobody_was_reached() {
    play(|world| {
        let mut world = agreed(world);
        world
            .call(Outcome::NoAnswer)
            .stands("unreached 120 due 03-04 17:00");
    });
}

#[test]
fn a_release_that_comes_late_does_not_touch_what_was_agreed_anew() {
    play(|world| {
        let mut world = agreed(world);
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .agree("310", "2026-03-05 14:00");
        for owner_out in [true, false] {
            world
                .at("2026-03-04 14:31")
                .report(&Report::Released { owner_out });
            world.stands("callback 310 due 03-05 14:00 of 1 held until 03-05 14:30");
        }
    });
}

#[test]
fn a_new_roster_moves_a_reservation_and_does_not_bring_one_back() {
    play(|world| {
        let mut world = agreed(world);
        let change = Roster::parse("mo-fr 16:00-").ok();
        world.command(&Command::SetRoster { change }).unwrap();
        world
            .stands("callback 310 due 03-04 14:00 offered 03-04 16:00 of 1 held until 03-04 16:30");
        world
            .at("2026-03-04 16:30")
            .report(&Report::Released { owner_out: false });
        world.command(&Command::SetRoster { change: None }).unwrap();
        world.stands("callback 310 due 03-04 14:00 of 1");
    });
}
