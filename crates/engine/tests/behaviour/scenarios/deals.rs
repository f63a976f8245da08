//! Quotes, orders and what was lost, as somebody who sells in CallMonkey enters them.

use crate::support::rulebook::CALLMONKEY;
use crate::support::{ANNA, BERT, FIRST, Rulebook, World};
use engine::catalogue::Reopen;
use engine::{
    Because, Beside, CallbackChoice, Code, Command, Deal, Entered, Money, Outcome, Settings,
    Standing, filled_in, fits,
};

fn address() -> World {
    let mut book = Rulebook::new(CALLMONKEY, Code::clone);
    book.rules.settings = Settings::usual(&book.rules.catalogue);
    World::new(book)
}

fn spoken_to() -> World {
    let mut world = address();
    world.claim(ANNA).dial(FIRST).answered();
    world
}

fn euros(hundredths: i64) -> Option<Money> {
    let currency = "EUR".to_owned();
    Some(Money {
        hundredths,
        currency,
    })
}

fn won() -> Deal {
    Deal {
        value: euros(120_000),
        chance: None,
        day: "2026-03-02".parse().ok(),
        reason: Some("price".to_owned()),
    }
}

/// What the door says of a choice: first what has no effect, then what is missing.
fn said(world: &World, code: &str, choice: &CallbackChoice) -> Result<(), &'static str> {
    let command = Command::Dispose {
        code: world.book.code(code),
        callback: Some(choice.clone()),
    };
    let rules = &world.book.rules;
    fits(&world.contact, &command, world.now, rules)
        .and_then(|()| filled_in(&command, Beside::default(), rules))
        .map_err(|refusal| refusal.code())
}

#[test]
fn an_order_needs_its_value_its_day_and_its_reason() {
    let world = spoken_to();
    let with = |deal: Deal| CallbackChoice {
        deal: Some(deal),
        ..CallbackChoice::default()
    };
    assert_eq!(said(&world, "7/order", &with(won())), Ok(()));
    for (change, refusal) in [
        (
            Deal {
                value: None,
                ..won()
            },
            "missing_amounts",
        ),
        (Deal { day: None, ..won() }, "missing_date"),
        (
            Deal {
                reason: None,
                ..won()
            },
            "missing_reason",
        ),
        (
            Deal {
                reason: Some("weather".to_owned()),
                ..won()
            },
            "no_such_reason",
        ),
        (
            Deal {
                value: euros(-1),
                ..won()
            },
            "no_amount",
        ),
        // An order is certain.
        (
            Deal {
                chance: Some(80),
                ..won()
            },
            "takes_no_deal",
        ),
    ] {
        assert_eq!(
            said(&world, "7/order", &with(change.clone())),
            Err(refusal),
            "{change}"
        );
    }
    assert_eq!(
        said(&world, "3/negatief-contactpersoon-gesproken", &with(won())),
        Err("takes_no_deal")
    );
}

#[test]
fn a_quote_needs_its_value_its_chance_and_the_day_the_order_is_expected() {
    let world = spoken_to();
    let at = Some(world.instant("2026-03-20 10:00"));
    let quote = |value, chance, at| CallbackChoice {
        at,
        deal: Some(Deal {
            value,
            chance,
            ..Deal::default()
        }),
        ..CallbackChoice::default()
    };
    let said = |choice| said(&world, "6/offerte", &choice);
    assert_eq!(said(quote(euros(5_000), Some(60), at)), Ok(()));
    assert_eq!(said(quote(euros(5_000), None, at)), Err("missing_amounts"));
    assert_eq!(
        said(quote(euros(5_000), Some(60), None)),
        Err("missing_date")
    );
    assert_eq!(said(quote(euros(5_000), Some(101), at)), Err("no_amount"));
}

#[test]
fn an_order_ends_it_unless_somebody_follows_it_up_again() {
    let mut world = spoken_to();
    let choice = CallbackChoice {
        deal: Some(won()),
        ..CallbackChoice::default()
    };
    world.try_dispose("7/order", choice).unwrap();
    assert_eq!(world.contact.standing, Standing::Closed { revive_at: None });
    let dealt = Because::Entered {
        what: Entered::Deal(won()),
    };
    assert!(world.because.contains(&dealt), "{:?}", world.because);
}

#[test]
fn followed_up_again_it_stays_with_whoever_sold_it() {
    let mut world = address();
    world.call(Outcome::Busy);
    world.call(Outcome::NoAnswer);
    world.claim(ANNA).dial(FIRST).answered();
    let due = world.instant("2026-06-01 10:00");
    let choice = CallbackChoice {
        at: Some(due),
        deal: Some(won()),
        again: Some(Reopen::List),
        ..CallbackChoice::default()
    };
    assert_eq!(said(&world, "7/order", &choice), Ok(()));
    world.try_dispose("7/order", choice).unwrap();
    assert_eq!(world.contact.standing, Standing::Callback { due });
    assert_eq!(world.contact.owner, Some(ANNA));
    assert_eq!(world.attempts[&3].code.as_str(), "7/order");
    // A new round: what was tried before does not end it.
    assert_eq!(world.contact.counters.attempts, 1);
    world.now = due;
    assert_eq!(world.try_claim(BERT).unwrap_err().code(), "held");
    world.claim(ANNA);
}

#[test]
fn put_back_to_telemarketing_it_is_anybodys() {
    let mut world = spoken_to();
    let due = world.instant("2026-06-01 10:00");
    let choice = CallbackChoice {
        at: Some(due),
        deal: Some(won()),
        again: Some(Reopen::Stage),
        ..CallbackChoice::default()
    };
    world.try_dispose("7/verloren", choice).unwrap();
    assert_eq!(world.contact.standing, Standing::New { due });
    assert_eq!(world.contact.owner, None);
    world.now = due;
    world.claim(BERT);
}

#[test]
fn a_moment_without_saying_that_it_goes_on_is_not_thrown_away() {
    let world = spoken_to();
    let at = Some(world.instant("2026-06-01 10:00"));
    let dated = CallbackChoice {
        at,
        deal: Some(won()),
        ..CallbackChoice::default()
    };
    assert_eq!(said(&world, "7/order", &dated), Err("not_again"));
    let undated = CallbackChoice {
        at: None,
        again: Some(Reopen::List),
        ..dated.clone()
    };
    assert_eq!(said(&world, "7/order", &undated), Err("missing_date"));
    let again = CallbackChoice {
        at,
        again: Some(Reopen::List),
        ..CallbackChoice::default()
    };
    assert_eq!(
        said(&world, "2/onjuist-telefoonnummer", &again),
        Err("takes_no_date")
    );
}

#[test]
fn an_appointment_needs_its_moment_and_one_that_lies_ahead() {
    let world = spoken_to();
    let meets = |appointment| CallbackChoice {
        appointment,
        ..CallbackChoice::default()
    };
    let (ahead, past) = (
        Some(world.instant("2026-03-20 10:00")),
        Some(world.instant("2026-02-20 10:00")),
    );
    let said = |code, choice| said(&world, code, &choice);
    assert_eq!(said("5/afspraak", meets(ahead)), Ok(()));
    assert_eq!(said("5/afspraak", meets(None)), Err("missing_appointment"));
    assert_eq!(said("5/afspraak", meets(past)), Err("past"));
    assert_eq!(said("5/lead", meets(ahead)), Err("takes_no_appointment"));
}

#[test]
fn an_address_to_write_to_is_asked_for_where_something_is_sent() {
    let world = spoken_to();
    let command = Command::Dispose {
        code: world.book.code("4.4/met-e-mail"),
        callback: None,
    };
    let rules = &world.book.rules;
    let refusal = filled_in(&command, Beside::default(), rules).unwrap_err();
    assert_eq!(refusal.code(), "missing_email");
    let mailable = Beside {
        mailable: true,
        ..Beside::default()
    };
    filled_in(&command, mailable, rules).unwrap();
}
