//! A week of calling in CallMonkey, in the words of whoever worked with it: the contact list
//! sorted by address score, the callback at its minute, the prospect that stays with its caller.

use crate::support::rulebook::CALLMONKEY;
use crate::support::{ANNA, BERT, FIRST, Rulebook, World};
use engine::catalogue::Band;
use engine::{
    Because, CallbackChoice, Code, Command, Limits, Outcome, Place, Score, Settings, Shelf,
    Standing,
};

fn address() -> World {
    let mut book = Rulebook::new(CALLMONKEY, Code::clone);
    book.rules.settings = Settings::usual(&book.rules.catalogue);
    World::new(book)
}

/// Another name and group for every code: the engine knows none of them.
fn renamed() -> World {
    let mut book = Rulebook::new(CALLMONKEY, |code| Code::new(format!("x{code}")));
    book.rules.settings = Settings::usual(&book.rules.catalogue);
    World::new(book)
}

fn points(world: &World) -> u32 {
    world.contact.score.map(Score::points).unwrap()
}

fn place(world: &World) -> (Band, i64) {
    match world.contact.place() {
        Place {
            shelf: Shelf::Band(band),
            rank,
        } => (band, rank),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_score_follows_from_the_contact_history_and_says_of_what_it_is_made_up() {
    for mut world in [address(), renamed()] {
        assert_eq!((points(&world), place(&world)), (0, (Band::System, 1000)));
        world.call(Outcome::Machine);
        assert_eq!(points(&world), 101);
        world.call(Outcome::Busy);
        assert_eq!(points(&world), 102);
        world.talk("4.3/zonder-e-mail");
        assert_eq!((points(&world), place(&world)), (305, (Band::System, 695)));
        let told = world.because.iter().find_map(|because| match because {
            Because::Scored { score } => Some((score.from_last(), score.from_history())),
            _ => None,
        });
        assert_eq!(told, Some((300, 5)));
        world.talk("4.4/zonder-e-mail");
        assert_eq!(points(&world), 409);
    }
}

#[test]
fn an_address_that_was_spoken_to_goes_before_one_that_was_not_and_both_before_a_new_one() {
    let (new, mut machine, mut wrong, mut right) = (address(), address(), address(), address());
    machine.call(Outcome::Machine);
    wrong.talk("4.3/zonder-e-mail");
    right.talk("4.4/zonder-e-mail");
    let order = [&right, &wrong, &machine, &new].map(place);
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_callback_with_very_high_priority_comes_at_its_minute_before_all_others() {
    for mut world in [address(), renamed()] {
        world
            .claim(ANNA)
            .dial(FIRST)
            .answered()
            .agree("4.6/zonder-e-mail", "2026-03-03 15:17");
        assert_eq!(place(&world).0, Band::CallbackHigh);
        assert_eq!(
            world.contact.offer_at,
            Some(world.instant("2026-03-03 15:17"))
        );
        world.at("2026-03-03 15:16");
        assert_eq!(world.try_claim(BERT).unwrap_err().code(), "held");
        world.at("2026-03-05 09:00");
        assert_eq!(world.try_claim(BERT).unwrap_err().code(), "held");
        world.claim(ANNA);
    }
}

#[test]
fn a_qualified_prospect_stays_with_whom_it_spoke_even_when_nobody_answers() {
    let mut world = address();
    world.talk("4.4/zonder-e-mail");
    assert_eq!(world.contact.owner, Some(ANNA));
    world.when_offered();
    assert_eq!(world.try_claim(BERT).unwrap_err().code(), "held");
    world.call(Outcome::NoAnswer);
    assert_eq!(world.contact.owner, Some(ANNA));
    world.when_offered();
    assert_eq!(world.try_claim(BERT).unwrap_err().code(), "held");
}

#[test]
fn an_address_of_which_only_somebody_was_reached_is_nobodys() {
    let mut world = address();
    world.talk("4.3/zonder-e-mail");
    assert_eq!((world.contact.owner, world.contact.held), (None, None));
    world.claim(BERT);
}

#[test]
fn it_may_be_given_to_another_user_of_the_campaign() {
    let mut world = address();
    world.claim(ANNA).dial(FIRST).answered();
    let choice = CallbackChoice {
        owner: Some(BERT),
        ..CallbackChoice::default()
    };
    world.try_dispose("4.4/zonder-e-mail", choice).unwrap();
    assert_eq!(world.contact.owner, Some(BERT));
    world.when_offered();
    assert_eq!(world.try_claim(ANNA).unwrap_err().code(), "held");
    world.claim(BERT);
}

#[test]
fn limits_lapse_once_the_right_person_was_reached() {
    let limits = Limits {
        cold_count: 3,
        total: 4,
        ..Limits::NONE
    };
    let mut cold = address();
    cold.book.limits(limits.clone());
    for _ in 0..3 {
        cold.call(Outcome::NoAnswer);
    }
    assert!(cold.contact.is_closed());
    assert_eq!(
        cold.contact.code.as_str(),
        "2/maximaal-aantal-contactpogingen"
    );

    let mut warm = address();
    warm.book.limits(limits);
    warm.call(Outcome::NoAnswer).talk("4.4/zonder-e-mail");
    for _ in 0..6 {
        warm.call(Outcome::NoAnswer);
    }
    assert!(matches!(warm.contact.standing, Standing::Unreached { .. }));
    assert_eq!(warm.contact.counters.attempts, 8);
}

#[test]
fn an_address_that_begins_afresh_has_no_score() {
    let mut world = address();
    world.talk("4.3/zonder-e-mail").set("1/open", true, None);
    assert_eq!(points(&world), 0);
    world.command(&Command::CallFirst).unwrap();
    assert_eq!(place(&world), (Band::CallbackHigh, 0));
}

#[test]
fn what_an_adviser_corrects_changes_the_score_as_well() {
    let mut world = address();
    world.call(Outcome::Machine).correct(1, "4.4/zonder-e-mail");
    assert_eq!(points(&world), 404);
}
