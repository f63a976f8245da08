//! Given back or put back: nothing happened, and it is not offered again at once.

use crate::support::{ANNA, BERT, FIRST, SECOND, play};
use engine::{Because, Command, Outcome, Report, Roster};

#[test]
fn a_dial_that_never_left_the_house_is_no_attempt() {
    play(|mut world| {
        world.call(Outcome::Busy);
        let before = world.contact.clone();
        world
            .claim(ANNA)
            .dial(FIRST)
            .report(&Report::NotPlaced { attempt: 2 });
        assert_eq!(world.contact.standing, before.standing);
        assert_eq!(world.contact.counters, before.counters);
        assert_eq!(world.attempt_codes(), ["130"]);
        world.stands("unreached 130 due 03-03 10:15 offered 03-03 10:16");
        // The number of the dial is not used a second time.
        world.claim(ANNA).dial(FIRST);
        assert_eq!(world.contact.dials, 3);
    });
}

#[test]
fn a_second_number_that_is_not_placed_leaves_the_first_call() {
    play(|world| {
        let mut world = world.numbers(2);
        world
            .call(Outcome::NoAnswer)
            .dial(SECOND)
            .report(&Report::NotPlaced { attempt: 2 });
        world.stands("in hand: WrapUp 000 due 03-03 10:00");
        world.command(&Command::Conclude).unwrap();
        assert_eq!(world.attempt_codes(), ["120"]);
    });
}

#[test]
fn given_back_by_the_agent_it_rests_for_a_minute() {
    play(|mut world| {
        world.claim(ANNA).command(&Command::Release).unwrap();
        world.stands("new 000 due 03-03 10:00 offered 03-03 10:01");
    });
}

#[test]
fn what_was_dialled_cannot_be_given_back() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST);
        assert_eq!(
            world.command(&Command::Release).unwrap_err().code(),
            "dialled"
        );
    });
}

#[test]
fn a_code_that_returns_leaves_everything_but_the_attempt() {
    play(|mut world| {
        world
            .book
            .edit("063", |code| code.kind = engine::catalogue::Kind::Returned);
        world.talk("310");
        let before = world.contact.clone();
        world.when_offered();
        let offered = world.now;
        world.call(Outcome::Failed);
        assert_eq!(world.attempt_codes(), ["310", "063"]);
        assert_eq!(world.contact.standing, before.standing);
        assert_eq!(
            (&world.contact.code, world.contact.owner),
            (&before.code, before.owner)
        );
        assert_eq!(world.contact.counters.same_run, before.counters.same_run);
        assert!(world.contact.offer_at > Some(offered));
    });
}

#[test]
fn a_stale_offer_goes_back_with_the_instant_at_which_it_can_be_had() {
    play(|mut world| {
        world.book.law_of("NL");
        world.at("2026-03-03 22:30").try_claim(ANNA).unwrap();
        world.stands("new 000 due 03-03 10:00 offered 03-04 09:00");
        let law = |because: &Because| because.kind() == "law";
        assert!(world.because.iter().any(law), "{:?}", world.because);
    });
}

#[test]
fn a_stale_offer_waits_no_longer_than_it_must() {
    play(|world| {
        let mut world = world.numbers(2);
        world.book.law_of("NL");
        world.claim(ANNA).dial(FIRST).dispose("130");
        // The first number rests, the second may be dialled; only the roster holds it back.
        let change = Roster::parse("mo-fr 10:30-").ok();
        world.command(&Command::SetRoster { change }).unwrap();
        world.at("2026-03-03 10:05").try_claim(ANNA).unwrap();
        world.stands("unreached 130 due 03-03 10:15 offered 03-03 10:30");
    });
}

#[test]
fn nothing_is_offered_again_at_the_instant_it_was_put_back() {
    play(|mut world| {
        let facts = engine::Facts::default();
        world
            .command(&Command::Claim {
                agent: ANNA,
                campaign: None,
                facts,
            })
            .unwrap();
        assert!(world.contact.hand.is_none());
        assert!(world.contact.offer_at > Some(world.now));
    });
}

#[test]
fn an_early_claim_that_fails_does_not_bring_a_callback_forward() {
    play(|mut world| {
        world.book.law_of("NL");
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .agree("320", "2026-03-12 11:00");
        world.at("2026-03-03 23:00").try_claim(BERT).unwrap();
        world.stands("callback 320 due 03-12 11:00");
    });
}

#[test]
fn an_owner_whose_callback_is_put_back_keeps_it_for_the_new_instant() {
    play(|mut world| {
        world.book.law_of("NL");
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .agree("310", "2026-03-03 21:45");
        world.at("2026-03-03 22:05").try_claim(ANNA).unwrap();
        world
            .stands("callback 310 due 03-03 21:45 offered 03-04 09:00 of 1 held until 03-04 09:30");
    });
}
