//! The one door, on both databases.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{CallbackChoice, Command, Outcome, Report, Slot, Standing};
use jiff::SignedDuration;
use std::collections::BTreeMap;
use store::{Entry, RecordError};

#[test]
fn a_busy_number_is_due_again_in_a_quarter_of_an_hour() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let [ada] = centre.agents[..] else { panic!() };
        let ids = centre.import(1);
        let contact = centre.offer(ada).unwrap();
        assert_eq!(contact, ids[0]);
        assert_eq!(
            centre
                .store
                .contact(centre.list, contact)
                .unwrap()
                .unwrap()
                .state(),
            "in_hand"
        );
        let ended = centre.call(contact, ada, Outcome::Busy);
        assert_eq!(ended.contact.state(), "unreached");
        assert_eq!(ended.contact.code.as_str(), "130");
        assert_eq!(ended.attempts.len(), 1);
        assert_eq!(centre.offer(ada), None);
        centre.pass(14);
        assert_eq!(centre.offer(ada), None);
        centre.pass(1);
        assert_eq!(centre.offer(ada), Some(contact));
        centre.is_sound();
    });
}

#[test]
fn two_agents_never_get_the_same_contact() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        centre.import(3);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let a = centre.offer(ada).unwrap();
        let b = centre.offer(ben).unwrap();
        assert_ne!(a, b);
        let stolen = centre.command(
            a,
            ben,
            Command::Claim {
                agent: ben,
                campaign: None,
                facts: engine::Facts::default(),
            },
        );
        assert!(
            matches!(stolen, Err(RecordError::Refused(engine::Refusal::InHand(agent))) if agent == ada)
        );
        centre.is_sound();
    });
}

#[test]
fn an_event_with_a_known_id_is_recorded_once() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let ada = centre.agents[0];
        let contact = centre.offer(ada).unwrap();
        let attempt = centre.dial(contact, ada).unwrap().contact.dials;
        let ring = || {
            Entry::report(
                centre.list,
                contact,
                engine::Actor::Line,
                Report::Ringing { attempt },
            )
            .with_id("channel 7, ring 1")
        };
        let first = centre.store.record(ring()).unwrap();
        let again = centre.store.record(ring()).unwrap();
        assert!(!first.known);
        assert!(again.known);
        assert_eq!(again.seq, first.seq);
        let twice = centre.store.record_all(vec![ring(), ring()]).unwrap();
        assert!(twice.iter().all(|answer| answer.as_ref().unwrap().known));
        centre.is_sound();
    });
}

#[test]
fn do_not_call_makes_the_next_dial_of_the_number_impossible_in_every_list() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let other = crate::centre::add_list(&centre.store, "Other", engine::Settings::default());
        centre.store.add_link(centre.campaign, other, 900).unwrap();
        centre.import(1);
        let there = Centre {
            list: other,
            store: centre.store.clone(),
            clock: centre.clock.clone(),
            campaign: centre.campaign,
            agents: centre.agents.clone(),
        };
        there.import(1);
        let first = centre.offer(ada).unwrap();
        let second = there.offer(ben).unwrap();
        centre.call(first, ada, Outcome::Answered);
        let coded = centre.dispose(first, ada, "210", None).unwrap();
        assert!(coded.contact.is_closed());
        // The other list's contact is in hand already, and still its number is not dialled.
        let denied = there.dial(second, ben);
        assert!(
            matches!(&denied, Err(RecordError::Refused(refusal)) if refusal.code() == "suppressed"),
            "{denied:?}"
        );
        let effects = centre.store.waiting_suppressions(10).unwrap();
        assert_eq!(effects.len(), 1);
        let suppressions = centre
            .store
            .suppressions_by(effects[0].list, effects[0].contact, &effects[0].effect)
            .unwrap();
        assert_eq!(centre.store.close_covered(&suppressions).unwrap(), 1);
        centre.store.settle_effect(&effects[0]).unwrap();
        assert!(centre.store.waiting_suppressions(10).unwrap().is_empty());
        let released = there.command(second, ben, Command::Release).unwrap();
        assert_eq!(released.contact.code.as_str(), "010");
        assert!(released.contact.is_closed());
        centre.is_sound();
    });
}

#[test]
fn a_callback_is_offered_to_its_owner_first_and_released_after_half_an_hour() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        centre.import(1);
        let contact = centre.offer(ada).unwrap();
        centre.call(contact, ada, Outcome::Answered);
        let at = centre.clock.now() + jiff::SignedDuration::from_hours(2);
        let choice = CallbackChoice {
            at: Some(at),
            slot: Some(Slot(0)),
            ..CallbackChoice::default()
        };
        let coded = centre.dispose(contact, ada, "310", Some(choice)).unwrap();
        assert_eq!(coded.contact.standing, Standing::Callback { due: at });
        assert_eq!(coded.contact.owner, Some(ada));
        centre.pass(120);
        assert_eq!(centre.offer(ben), None);
        assert!(
            matches!(centre.store.peek(ada).unwrap(), store::Offered::Peek { contact: found, .. } if found == contact)
        );
        assert!(centre.store.releasable(10).unwrap().is_empty());
        centre.pass(30);
        assert_eq!(
            centre.store.releasable(10).unwrap(),
            [(centre.list, contact)]
        );
        centre.report(contact, Report::Released { owner_out: false });
        assert_eq!(centre.offer(ben), Some(contact));
        centre.is_sound();
    });
}

#[test]
fn a_contact_that_is_not_there_is_said_to_be_missing() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let missing = centre.command(engine::ContactId(99), centre.agents[0], Command::Conclude);
        assert!(matches!(missing, Err(RecordError::NotFound { .. })));
    });
}

#[test]
fn many_events_of_one_contact_in_one_call_keep_their_order() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let ada = centre.agents[0];
        let contact = centre.offer(ada).unwrap();
        let attempt = centre.dial(contact, ada).unwrap().contact.dials;
        let reports = [
            Report::Ringing { attempt },
            Report::Answered { attempt },
            Report::Ended {
                attempt,
                outcome: Outcome::Answered,
                cause: engine::Cause::default(),
            },
        ];
        let entries = reports
            .map(|report| Entry::report(centre.list, contact, engine::Actor::Line, report))
            .to_vec();
        let answers = centre.store.record_all(entries).unwrap();
        let seqs: Vec<i64> = answers
            .iter()
            .map(|answer| answer.as_ref().unwrap().seq)
            .collect();
        assert_eq!(seqs, [3, 4, 5]);
        assert_eq!(
            centre.contact(contact).hand.unwrap().phase(),
            engine::Phase::WrapUp
        );
        centre.is_sound();
    });
}

#[test]
fn an_agent_with_a_contact_in_hand_cannot_claim_another() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(3);
        let ada = centre.agents[0];
        let claim = |contact| {
            let facts = engine::Facts::default();
            let claim = Command::Claim {
                agent: ada,
                campaign: None,
                facts,
            };
            Entry::command(centre.list, contact, engine::Actor::Agent(ada), claim)
        };
        let answers = centre
            .store
            .record_all(vec![claim(ids[0]), claim(ids[1])])
            .unwrap();
        assert!(answers[0].is_ok());
        for answer in [&answers[1], &centre.store.record(claim(ids[2]))] {
            assert!(
                matches!(answer, Err(RecordError::Refused(refusal)) if refusal.code() == "agent_busy"),
                "{answer:?}"
            );
        }
        centre.is_sound();
    });
}

#[test]
fn what_a_code_requires_must_come_with_it() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let ada = centre.agents[0];
        let contact = centre.offer(ada).unwrap();
        centre.call(contact, ada, Outcome::Answered);
        let refused = |code: &str, choice: Option<CallbackChoice>| match centre
            .dispose(contact, ada, code, choice)
        {
            Err(RecordError::Refused(refusal)) => refusal.code(),
            other => panic!("{other:?}"),
        };
        assert_eq!(refused("310", None), "missing_date");
        assert_eq!(refused("705", None), "missing_note");
        let tomorrow = Some(centre.clock.now() + SignedDuration::from_hours(24));
        let agreed = CallbackChoice {
            at: tomorrow,
            ..CallbackChoice::default()
        };
        assert_eq!(refused("500", Some(agreed.clone())), "takes_no_date");
        let given_away = CallbackChoice {
            owner: Some(ada),
            ..agreed.clone()
        };
        assert_eq!(refused("320", Some(given_away)), "takes_no_owner");
        let never = CallbackChoice {
            roster: Some("su 10:00-12:00".parse().unwrap()),
            ..agreed
        };
        assert_eq!(refused("310", Some(never)), "never_allowed");
        let message = Command::Dispose {
            code: engine::Code::new("705"),
            callback: None,
        };
        let actor = engine::Actor::Agent(ada);
        let entry = Entry::command(centre.list, contact, actor, message);
        let blank = centre.store.record(entry.clone().with_note("  "));
        assert!(matches!(blank, Err(RecordError::Refused(_))));
        let recorded = centre.store.record(entry.with_note("Call Ms B.")).unwrap();
        let notes = centre.store.notes_of(centre.list, contact).unwrap();
        let note = "Call Ms B.".to_owned();
        assert_eq!(notes, BTreeMap::from([(recorded.seq, note)]));
        centre.is_sound();
    });
}
