//! Sessions in Contact Expert, in the words of whoever ran them: dial rules, Postponed and
//! Resumed, callbacks that expire, and the pair of reasons on every task.

use crate::support::rulebook::CONTACT_EXPERT;
use crate::support::{ANNA, BERT, FIRST, Rulebook, World};
use engine::catalogue::Retry;
use engine::{
    Because, CallbackChoice, Code, Command, Counters, LimitKind, Outcome, Period, Report,
    SessionState, Trigger,
};

fn record() -> World {
    World::new(Rulebook::new(CONTACT_EXPERT, Code::clone))
}

fn session(world: &World) -> SessionState {
    SessionState::of(&world.contact, world.now, &world.book.rules.catalogue).unwrap()
}

fn pair(world: &World, attempt: u32) -> (String, String) {
    let pair = world.attempts[&attempt].pair.clone().unwrap();
    (pair.major.to_string(), pair.minor.to_string())
}

#[test]
fn a_failed_call_is_postponed_by_its_dial_rule_then_resumed_and_at_last_closed() {
    let mut world = record();
    assert_eq!(session(&world), SessionState::Remaining);
    world.call(Outcome::Busy);
    let quarter = jiff::SignedDuration::from_mins(15);
    assert_eq!(world.contact.offer_at, Some(world.now + quarter));
    assert_eq!(session(&world), SessionState::Postponed);
    world.later(15);
    assert_eq!(session(&world), SessionState::Resumed);
    for _ in 0..4 {
        world.call(Outcome::Busy);
        assert_eq!(session(&world), SessionState::Postponed);
    }
    // Five retries were allowed; this was the fifth.
    world.call(Outcome::Busy);
    assert_eq!(session(&world), SessionState::Closed);
    assert_eq!(world.contact.code.as_str(), "closed");
    assert_eq!(world.attempts[&6].code.as_str(), "33");
    let used_up = |because: &Because| {
        matches!(
            because,
            Because::Limit {
                limit: LimitKind::Retries,
                counted: 6,
                allowed: 5,
                ..
            }
        )
    };
    assert!(world.because.iter().any(used_up), "{:?}", world.because);
}

#[test]
fn every_minor_reason_has_a_delay_and_a_count_of_its_own() {
    let mut world = record();
    world.call(Outcome::Busy).call(Outcome::NoAnswer);
    let three = jiff::SignedDuration::from_hours(3);
    assert_eq!(world.contact.offer_at, Some(world.now + three));
    world.call(Outcome::Machine).call(Outcome::Busy);
    let causes = &world.contact.counters.causes;
    let counted: Vec<(&str, u32)> = causes.iter().map(|(code, n)| (code.as_str(), *n)).collect();
    assert_eq!(counted, [("2", 1), ("3", 2), ("6", 1)]);
    world.talk("51");
    assert!(world.contact.counters.causes.is_empty());
}

#[test]
fn a_customer_sets_another_rule_for_a_minor_reason() {
    let mut world = record();
    world.book.change(|file| {
        let mut causes = file.causes.iter_mut();
        let busy = causes.find(|cause| cause.name == "MINOR_BUSY").unwrap();
        busy.retry = Some(Retry {
            after: Period::minutes(2),
            most: 0,
        });
    });
    world.call(Outcome::Busy);
    assert_eq!(session(&world), SessionState::Closed);
}

#[test]
fn major_and_minor_stand_on_the_task_beside_the_closure_code() {
    let mut world = record();
    world.call(Outcome::Busy);
    assert_eq!(pair(&world, 1), ("33".to_owned(), "3".to_owned()));
    world.call(Outcome::Abandoned);
    assert_eq!(pair(&world, 2), ("39".to_owned(), "25".to_owned()));
    world.call(Outcome::Interrupted);
    assert_eq!(pair(&world, 3), ("33".to_owned(), "18".to_owned()));
    world.talk("48");
    assert_eq!(pair(&world, 4), ("48".to_owned(), "0".to_owned()));
}

#[test]
fn a_closure_code_of_the_customers_own_leads_to_the_major_reason_of_its_meaning() {
    let mut world = record();
    world.book.change(|file| {
        let close = file
            .dispositions
            .iter()
            .find(|own| own.code.as_str() == "48");
        let mut sold = close.unwrap().clone();
        sold.code = Code::new("sold");
        sold.name = None;
        sold.hotkey = None;
        sold.meaning = "concluded.positive.order".to_owned();
        file.dispositions.push(sold);
    });
    world.claim(ANNA).dial(FIRST).answered();
    let code = Code::new("sold");
    world
        .command(&Command::Dispose {
            code,
            callback: None,
        })
        .unwrap();
    assert_eq!(world.attempts[&1].code.as_str(), "sold");
    assert_eq!(pair(&world, 1), ("48".to_owned(), "0".to_owned()));
}

#[test]
fn a_request_that_never_left_the_house_is_initiated_again_and_counts_nothing() {
    let mut world = record();
    world.call(Outcome::NoAnswer);
    let before: Counters = world.contact.counters.clone();
    world.claim(ANNA).dial(FIRST);
    let attempt = world.contact.dials;
    world.report(&Report::NotPlaced { attempt });
    assert_eq!(world.contact.counters, before);
    assert_eq!(world.attempts.len(), 1);
    // It left a trace for the law all the same.
    assert!(world.contact.numbers[0].last_dial_at.unwrap() > before.last_attempt_at.unwrap());
    let catalogue = &world.book.rules.catalogue;
    for technical in ["34", "36"] {
        let counts = catalogue.find(technical).unwrap().counts;
        assert!(!counts.attempt && !counts.unreached && !counts.live && !counts.abandoned);
    }
}

#[test]
fn a_callback_goes_to_the_agent_it_was_promised_to_and_is_state_four() {
    let mut world = record();
    world.claim(ANNA).dial(FIRST).answered();
    let choice = CallbackChoice {
        at: Some(world.instant("2026-03-04 14:00")),
        owner: Some(BERT),
        ..CallbackChoice::default()
    };
    world.try_dispose("51", choice).unwrap();
    assert_eq!(session(&world).number(), Some(4));
    world.at("2026-03-04 14:00");
    assert_eq!(world.try_claim(ANNA).unwrap_err().code(), "held");
    world.claim(BERT);
    assert_eq!(session(&world), SessionState::Processing);
}

#[test]
fn a_callback_that_nobody_kept_expires() {
    let mut world = record();
    world
        .claim(ANNA)
        .dial(FIRST)
        .answered()
        .agree("51", "2026-03-04 14:00");
    assert_eq!(
        world.contact.wakes_at(),
        Some(world.instant("2026-03-11 14:00"))
    );
    world.at("2026-03-11 13:59").report(&Report::Due);
    assert_eq!(session(&world), SessionState::Callback);
    world.at("2026-03-11 14:00").report(&Report::Due);
    assert_eq!(world.contact.code.as_str(), "57");
    assert_eq!(session(&world), SessionState::Closed);
}

#[test]
fn suspended_is_state_three_and_a_record_taken_out_by_the_import_is_inactive() {
    let mut world = record();
    // By the operator only where it is a task that came by e-mail.
    world.claim(ANNA);
    let refused = world.try_dispose("50", CallbackChoice::default());
    assert_eq!(refused.unwrap_err().code(), "not_choosable");
    world.command(&Command::Release).unwrap();
    world.set("50", false, None);
    assert_eq!(session(&world), SessionState::Suspend);
    assert_eq!(session(&world).number(), Some(3));
    world.triggered(Trigger::SyncAbsent);
    assert_eq!(world.contact.code.as_str(), "60");
    assert_eq!(session(&world), SessionState::Inactive);
    assert_eq!(session(&world).number(), None);
}

#[test]
fn ids_that_the_product_does_not_use_are_nobodys() {
    let file = record().book.rules.catalogue.file().clone();
    for id in ["41", "47", "53", "56"] {
        assert!(file.reserved.iter().any(|reserved| reserved == id), "{id}");
    }
    assert_eq!(file.reserved_causes, ["10", "11"]);
    let mut broken = file;
    broken.dispositions[2].code = Code::new("41");
    assert!(engine::Catalogue::from_file(broken).is_err());
}
