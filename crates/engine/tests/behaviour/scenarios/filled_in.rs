//! What an agent must fill in beside a code, and what a code has no use for.

use crate::support::{ANNA, BERT, FIRST, Rulebook, SECOND, play};
use engine::catalogue::{OwnerRule, Requirement};
use engine::{Beside, CallbackChoice, Command, NumberState, filled_in, fits};

const NOTED: Beside = Beside {
    noted: true,
    mailable: false,
};
const ALONE: Beside = Beside {
    noted: false,
    mailable: false,
};

fn give(book: &Rulebook, shipped: &str, callback: Option<CallbackChoice>) -> Command {
    let code = book.code(shipped);
    Command::Dispose { code, callback }
}

#[test]
fn a_date_is_asked_for_where_the_code_calls_back() {
    play(|mut world| {
        world
            .book
            .edit("310", |code| code.requires = vec![Requirement::Date]);
        let rules = &world.book.rules;
        let refusal = filled_in(&give(&world.book, "310", None), NOTED, rules).unwrap_err();
        assert_eq!(refusal.code(), "missing_date");
        let agreed = CallbackChoice {
            at: Some(world.instant("2026-03-04 12:30")),
            ..CallbackChoice::default()
        };
        filled_in(&give(&world.book, "310", Some(agreed)), ALONE, rules).unwrap();
    });
}

#[test]
fn a_date_of_something_else_is_not_asked_for_with_the_code() {
    play(|mut world| {
        world
            .book
            .edit("500", |code| code.requires = vec![Requirement::Date]);
        filled_in(&give(&world.book, "500", None), ALONE, &world.book.rules).unwrap();
    });
}

#[test]
fn a_note_is_asked_for_by_name() {
    play(|mut world| {
        world
            .book
            .edit("500", |code| code.requires = vec![Requirement::Note]);
        let refusal =
            filled_in(&give(&world.book, "500", None), ALONE, &world.book.rules).unwrap_err();
        assert_eq!(refusal.code(), "missing_note");
        assert!(refusal.to_string().ends_with("asks for a note: fill it in"));
        filled_in(&give(&world.book, "500", None), NOTED, &world.book.rules).unwrap();
    });
}

#[test]
fn a_choice_without_effect_is_refused() {
    play(|world| {
        let mut world = world.numbers(2);
        world.book.law_of("nl");
        world.book.edit("320", |code| code.owner = OwnerRule::Any);
        world.claim(ANNA).dial(FIRST).answered();
        world.contact.numbers[SECOND.index()] = NumberState {
            closed: Some(world.book.code("200")),
            ..NumberState::default()
        };
        let refused = |code, choice| {
            let command = give(&world.book, code, Some(choice));
            fits(&world.contact, &command, world.now, &world.book.rules)
                .unwrap_err()
                .code()
        };
        let none = CallbackChoice::default;
        let at = Some(world.instant("2026-03-04 12:30"));
        assert_eq!(
            refused("500", CallbackChoice { at, ..none() }),
            "takes_no_date"
        );
        let owner = Some(BERT);
        assert_eq!(
            refused("320", CallbackChoice { owner, ..none() }),
            "takes_no_owner"
        );
        let slot = Some(SECOND);
        assert_eq!(
            refused("310", CallbackChoice { slot, ..none() }),
            "number_closed"
        );
        let roster = "su 10:00-12:00".parse().ok();
        assert_eq!(
            refused("310", CallbackChoice { roster, ..none() }),
            "never_allowed"
        );
        let whole = CallbackChoice {
            at,
            owner,
            slot: Some(FIRST),
            roster: "mo-fr 14:00-".parse().ok(),
            ..none()
        };
        fits(
            &world.contact,
            &give(&world.book, "310", Some(whole)),
            world.now,
            &world.book.rules,
        )
        .unwrap();
    });
}
