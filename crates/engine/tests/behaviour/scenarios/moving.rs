//! A contact goes on in another list.

use crate::support::rulebook::{CONTACT_EXPERT, STUCC};
use crate::support::{ANNA, Rulebook, World, play};
use engine::{
    Because, Carried, Catalogue, Code, Command, ContactId, Elsewhere, ListId, Outcome, Slot,
    Standing, counterpart,
};

const THERE: Elsewhere = Elsewhere {
    list: ListId(2),
    contact: ContactId(7),
};

fn leaves(world: &mut World) -> Result<(), engine::Refusal> {
    world.command(&Command::MoveOut { to: THERE })
}

/// Brings into this world's contact what another would carry into its catalogue.
fn arrives(world: &mut World, carried: Carried) -> Result<(), engine::Refusal> {
    let from = Elsewhere {
        list: ListId(9),
        contact: ContactId(4),
    };
    let carried = Box::new(carried);
    world.command(&Command::MoveIn { from, carried })
}

fn carried(world: &World, into: &World, counters: bool) -> Result<Carried, engine::Refusal> {
    let (from, to) = (&world.book.rules.catalogue, &into.book.rules.catalogue);
    Carried::of(&world.contact, from, to, counters)
}

#[test]
fn an_open_contact_is_closed_as_skipped_and_says_where_it_went() {
    play(|mut world| {
        world.call(Outcome::NoAnswer);
        leaves(&mut world).unwrap();
        world.stands("closed 220");
        assert_eq!(world.because[0], Because::MovedTo { to: THERE });
        assert_eq!(world.contact.moved_to, Some(THERE));
        assert_eq!(world.attempt_codes(), ["120"]);
        assert_eq!(world.effects, []);
    });
}

#[test]
fn a_closed_contact_keeps_its_code() {
    play(|mut world| {
        world.talk("700");
        leaves(&mut world).unwrap();
        world.stands("closed 700");
    });
}

#[test]
fn in_hand_it_stays_and_it_goes_only_once() {
    play(|mut world| {
        world.claim(ANNA);
        assert_eq!(leaves(&mut world).unwrap_err().code(), "in_hand");
        world.command(&Command::Release).unwrap();
        leaves(&mut world).unwrap();
        assert_eq!(leaves(&mut world).unwrap_err().code(), "moved");
    });
}

#[test]
fn an_attempt_is_corrected_where_it_was_made_and_the_contact_stays_away() {
    play(|mut world| {
        world.talk("500");
        leaves(&mut world).unwrap();
        world.correct(1, "700");
        assert_eq!(world.attempt_codes(), ["700"]);
        assert_eq!(world.contact.moved_to, Some(THERE));
        assert!(world.contact.is_closed());
    });
}

#[test]
fn it_goes_on_as_it_stood_with_or_without_its_counters() {
    play(|mut world| {
        for _ in 0..2 {
            world.call(Outcome::NoAnswer);
        }
        for counters in [false, true] {
            let mut there = World::new(world.book.clone());
            there.now = world.now;
            let brought = carried(&world, &there, counters).unwrap();
            arrives(&mut there, brought).unwrap();
            assert_eq!(there.contact.standing, world.contact.standing);
            assert_eq!(there.contact.offer_at, world.contact.offer_at);
            assert_eq!(there.code(), "120");
            let attempts = if counters { 2 } else { 0 };
            assert_eq!(there.contact.counters.attempts, attempts);
        }
    });
}

#[test]
fn what_is_known_of_its_numbers_goes_along_without_empty_slots() {
    play(|world| {
        let mut world = world.numbers(3);
        world.call(Outcome::SpecialTone);
        let removed = vec![Slot(1)];
        let command = Command::Renumber {
            changed: Vec::new(),
            removed,
            added: 0,
        };
        if world.contact.hand.is_some() {
            world.report(&engine::Report::LeaseExpired);
        }
        world.command(&command).unwrap();
        let mut there = World::with_numbers(world.book.clone(), 2);
        there.now = world.now;
        let brought = carried(&world, &there, false).unwrap();
        assert_eq!(brought.numbers.len(), 2);
        arrives(&mut there, brought).unwrap();
        let closed = |slot: u8| there.contact.number(Slot(slot)).unwrap().closed.clone();
        assert_eq!(
            closed(0).is_some(),
            world.contact.number(Slot(0)).unwrap().closed.is_some()
        );
        assert_eq!(closed(1), None);
    });
}

#[test]
fn what_was_worked_on_takes_nothing_in() {
    play(|mut world| {
        world.call(Outcome::Busy);
        let brought = carried(&world, &world, true).unwrap();
        assert_eq!(
            arrives(&mut world, brought).unwrap_err().code(),
            "has_history"
        );
    });
}

#[test]
fn in_another_catalogue_a_code_becomes_the_one_that_means_the_same() {
    let callpro = Rulebook::callpro().rules.catalogue;
    for text in [CONTACT_EXPERT, STUCC] {
        let other = Catalogue::parse(text).unwrap();
        for disposition in callpro.dispositions() {
            let found = counterpart(&callpro, &disposition.code, &other);
            assert!(found.is_none_or(|found| found.meaning == disposition.meaning));
            let own = counterpart(&callpro, &disposition.code, &callpro).unwrap();
            assert_eq!(own.code, disposition.code);
        }
    }
    assert_eq!(
        counterpart(&callpro, &Code::new("nonsense"), &callpro),
        None
    );
}

#[test]
fn without_a_counterpart_what_is_open_begins_anew_and_what_is_closed_stays() {
    let mut world = World::new(Rulebook::callpro());
    let mut there = World::new(Rulebook::callpro());
    there.book.change(|file| file.name = "another".to_owned());
    for (code, meaning) in [("320", "unreached"), ("700", "concluded")] {
        there.book.edit(code, |disposition| {
            disposition.meaning = meaning.to_owned();
        });
    }
    world.talk("320");
    there.now = world.now;
    let brought = carried(&world, &there, false).unwrap();
    assert_eq!(brought.code, None);
    arrives(&mut there, brought).unwrap();
    assert!(matches!(there.contact.standing, Standing::New { .. }));
    let mut done = World::new(Rulebook::callpro());
    done.talk("700");
    let refusal = carried(&done, &there, false).unwrap_err();
    assert_eq!(refusal.code(), "no_counterpart");
}
