//! Call stages in STUCC, in the words of whoever ran them: `$call_order`, Wiedervorlagen, the
//! twenty minutes between two dials, and limits per time window.

use crate::support::rulebook::STUCC;
use crate::support::{ANNA, BERT, FIRST, Rulebook, SECOND, World};
use engine::{
    Because, CallbackChoice, Code, Command, Counter, LimitKind, Outcome, Period, Profile, Report,
    Settings, Shelf, Standing, Window,
};

fn contact() -> World {
    let mut book = Rulebook::new(STUCC, Code::clone);
    book.rules.settings = Settings::usual(&book.rules.catalogue);
    World::new(book)
}

fn with_windows(windows: &[(Counter, u32, Option<i64>)]) -> World {
    let mut book = contact().book;
    let window = |(counter, most, hours): &(Counter, u32, Option<i64>)| Window {
        counter: *counter,
        most: *most,
        within: hours.map(|hours| Period::minutes(hours * 60)),
    };
    book.rules.settings.profile = Some(Profile {
        windows: windows.iter().map(window).collect(),
        ..Profile::default()
    });
    World::new(book)
}

fn order(world: &mut World, text: &str) {
    let order = Some(text.parse().unwrap());
    world.command(&Command::Order { order }).unwrap();
}

#[test]
fn call_order_goes_before_the_rest_and_sorts_alphabetically() {
    let (mut first, mut second) = (contact(), contact());
    order(&mut first, "A10");
    order(&mut second, "b2");
    for world in [&first, &second] {
        assert_eq!(world.contact.place().shelf, Shelf::Ordered);
    }
    let key = |world: &World| world.contact.call_order.as_ref().unwrap().key();
    assert!(key(&first) < key(&second));
}

#[test]
fn it_is_cleared_after_each_attempt_and_may_be_set_again() {
    let mut world = contact();
    order(&mut world, "A10");
    world.call(Outcome::NoAnswer);
    assert_eq!(world.contact.call_order, None);
    order(&mut world, "A20");
    assert_eq!(world.contact.call_order.as_ref().unwrap().value, "A20");
    world.command(&Command::Order { order: None }).unwrap();
    assert_eq!(world.contact.call_order, None);
}

#[test]
fn an_instant_behind_the_value_postpones_the_dial_until_then() {
    let mut world = contact();
    order(&mut world, "A10#2026-03-03T13:30:00Z");
    assert_eq!(
        world.contact.offer_at,
        Some(world.instant("2026-03-03 14:30"))
    );
    assert_ne!(world.contact.place().shelf, Shelf::Ordered);
    assert_eq!(world.contact.wakes_at(), world.contact.offer_at);
    world.at("2026-03-03 14:30").report(&Report::Due);
    assert_eq!(world.contact.place().shelf, Shelf::Ordered);
    assert_eq!(world.because, [Because::InOrder]);
}

#[test]
fn it_overrides_when_the_contact_was_due_but_not_the_twenty_minutes() {
    let mut world = contact();
    world.call(Outcome::NoAnswer);
    let dialled = world.contact.numbers[0].last_dial_at.unwrap();
    order(&mut world, "A10");
    let twenty = jiff::SignedDuration::from_mins(20);
    assert_eq!(world.contact.offer_at, Some(dialled + twenty));
}

#[test]
fn between_two_dials_of_one_contact_lie_twenty_minutes_whichever_number_it_was() {
    let mut world = contact().numbers(2);
    world.claim(ANNA).dial(SECOND).ended(Outcome::Busy);
    world.command(&Command::Conclude).unwrap();
    world.later(19).try_claim(ANNA).unwrap();
    assert_eq!(world.contact.hand, None);
    let gap = |because: &Because| matches!(because, Because::Gap { minutes: 20, .. });
    assert!(world.because.iter().any(gap), "{:?}", world.because);
    world.later(1).try_claim(ANNA).unwrap();
    assert!(world.contact.hand.is_some());
}

#[test]
fn a_personal_follow_up_is_its_agents_alone_and_an_automatic_one_anybodys() {
    let mut personal = contact();
    personal
        .claim(ANNA)
        .dial(FIRST)
        .answered()
        .agree("open/$follow_up_personal", "2026-03-04 14:00");
    personal.at("2026-03-09 14:00");
    assert_eq!(personal.try_claim(BERT).unwrap_err().code(), "held");
    personal.claim(ANNA);

    let mut automatic = contact();
    automatic
        .claim(ANNA)
        .dial(FIRST)
        .answered()
        .agree("open/$follow_up_auto", "2026-03-04 14:00");
    automatic.at("2026-03-04 14:00").claim(BERT);
}

#[test]
fn an_assigned_contact_is_only_for_its_owner() {
    let mut world = contact();
    let assigned = |owner| Command::Set {
        code: world.book.code("open/$assigned"),
        reset: false,
        due: None,
        owner,
    };
    let (nobodys, berts) = (assigned(None), assigned(Some(BERT)));
    assert_eq!(world.command(&nobodys).unwrap_err().code(), "nobodys_own");
    world.command(&berts).unwrap();
    assert_eq!(world.try_claim(ANNA).unwrap_err().code(), "held");
    world.claim(BERT);
}

#[test]
fn cancelled_is_read_as_dialfire_writes_it() {
    let catalogue = contact().book.rules.catalogue;
    for spelling in ["$cancelled", "$canceled", "failed/$canceled"] {
        let found = catalogue.find(spelling).unwrap();
        assert_eq!(found.code.as_str(), "failed/$cancelled");
    }
}

#[test]
fn a_window_holds_the_contact_back_until_it_is_free_again() {
    let mut world = with_windows(&[(Counter::NotReached, 2, Some(24))]);
    world.call(Outcome::NoAnswer);
    let first = world.contact.numbers[0].last_dial_at.unwrap();
    world.call(Outcome::NoAnswer);
    let day = jiff::SignedDuration::from_hours(24);
    assert_eq!(world.contact.offer_at, Some(first + day));
    assert!(matches!(world.contact.standing, Standing::Unreached { .. }));
    let full = |because: &Because| matches!(because, Because::Window { most: 2, .. });
    assert!(world.because.iter().any(full), "{:?}", world.because);
    // Whoever asks for it before is told, and it keeps its place.
    world.later(400).try_claim(ANNA).unwrap();
    assert_eq!(world.contact.hand, None);
    world.call(Outcome::Machine);
    assert!(world.contact.offer_at.unwrap() < world.now + day);
}

#[test]
fn call_order_overrides_a_window_but_not_the_total() {
    let mut world = with_windows(&[(Counter::Attempts, 1, Some(24)), (Counter::Failed, 3, None)]);
    for _ in 0..2 {
        world.call(Outcome::NoAnswer).later(30);
        order(&mut world, "A");
        assert_eq!(world.contact.offer_at, Some(world.now));
    }
    world.call(Outcome::NoAnswer);
    assert_eq!(world.contact.code.as_str(), "failed/$unavailable");
    let total = |because: &Because| {
        matches!(
            because,
            Because::Limit {
                limit: LimitKind::Window,
                counted: 3,
                ..
            }
        )
    };
    assert!(world.because.iter().any(total), "{:?}", world.because);
}

#[test]
fn what_the_campaign_asks_holds_beside_what_the_list_asks() {
    let mut world = contact();
    let window = Window {
        counter: Counter::Attempts,
        most: 1,
        within: Some(Period::days(7)),
    };
    world.profile = Some(Profile {
        windows: vec![window],
        ..Profile::default()
    });
    world.call(Outcome::NoAnswer).when_offered();
    world.try_claim(ANNA).unwrap();
    assert_eq!(world.contact.hand, None);
    assert_eq!(
        world.contact.offer_at,
        Some(world.instant("2026-03-10 10:00"))
    );
}

#[test]
fn another_catalogue_knows_no_order_of_the_clients() {
    let mut world = World::new(Rulebook::callpro());
    let order = Some("A".parse().unwrap());
    let refused = world.command(&Command::Order { order }).unwrap_err();
    assert_eq!(refused.code(), "takes_no_order");
    let choice = CallbackChoice::default();
    assert_eq!(choice.at, None);
}
