//! Whoever refused to be recorded is asked before the next talk, wherever she is called.

use crate::centre::{Centre, add_list, contact};
use crate::recordings::{begin, of};
use crate::support::with_both;
use engine::{Actor, AgentId, Cause, ContactId, Outcome, Owed, Report, Settings};
use jiff::{SignedDuration, Timestamp};
use store::{
    AuditActor, BulkChange, Erasing, Move, RecordingConsent, RecordingNews, RecordingOf,
    RecordingState, SealedSound, Selection, WhyGone,
};

const MOBILE: u64 = 31_612_345_678;
const OFFICE: u64 = 31_201_234_567;
const OTHERS: u64 = 31_201_234_999;

fn refuses(centre: &Centre, contact: ContactId) {
    let (of, by) = (of(centre, contact, 1), AuditActor::Agent(1));
    begin(centre, of);
    centre.store.refuse_recording(of, by).unwrap();
    pass(centre, 10);
    assert_eq!(centre.store.destroy_refused().unwrap(), [of]);
}

fn pass(centre: &Centre, seconds: i64) {
    let later = centre.clock.now() + SignedDuration::from_secs(seconds);
    centre.clock.advance_to(later);
}

fn since(centre: &Centre, contact: ContactId) -> Option<Timestamp> {
    centre
        .store
        .refuses_recording(centre.list, contact)
        .unwrap()
}

/// What is owed to somebody who is called, and would be if she called herself. She is busy.
fn owed(centre: &Centre, id: ContactId) -> Owed {
    let agent = centre.agents[0];
    let claimed = centre.claim_for(id, agent, centre.campaign);
    let wanted = centre.store.recording_wanted(&claimed.contact).unwrap();
    let (permit, _) = centre.dial(id, agent).unwrap().dial.unwrap();
    assert_eq!(permit.conduct().recording.owed, wanted.owed);
    let report = Report::Ended {
        attempt: permit.attempt(),
        outcome: Outcome::Busy,
        cause: Cause::default(),
    };
    centre.report(id, report);
    wanted.owed
}

#[test]
fn it_holds_for_every_number_of_hers_in_every_list_until_she_agrees() {
    with_both(|database| {
        let mut centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![contact(1, &[MOBILE, OFFICE])]);
        refuses(&centre, ids[0]);
        assert_eq!(since(&centre, ids[0]), Some(centre.clock.now()));
        centre.list = add_list(&centre.store, "other", Settings::default());
        let there = centre.import_all(vec![contact(1, &[OTHERS]), contact(2, &[OFFICE])]);
        assert_eq!(owed(&centre, there[0]), Owed::Notice);
        assert_eq!(owed(&centre, there[1]), Owed::Consent);
        // She was told, and did not say yes.
        let asked = of(&centre, there[1], 1);
        begin(&centre, asked);
        let now = centre.clock.now();
        let note = |news| centre.store.note_recording(asked, news, now).unwrap();
        note(RecordingNews::Told);
        assert!(since(&centre, there[1]).is_some());
        note(RecordingNews::Agreed);
        assert_eq!(since(&centre, there[1]), None);
        centre.pass(60);
        assert_eq!(owed(&centre, there[1]), Owed::Notice);
        centre.is_sound();
    });
}

#[test]
fn for_a_moment_it_can_be_taken_back_and_was_never_said() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import_all(vec![contact(1, &[MOBILE])])[0];
        let (of, by) = (of(&centre, id, 1), AuditActor::Agent(1));
        let store = &centre.store;
        let note = |news| {
            let now = centre.clock.now();
            store.note_recording(of, news, now).unwrap().unwrap()
        };
        begin(&centre, of);
        note(RecordingNews::Told);
        note(RecordingNews::Began { on_exchange: None });
        let refused = store.refuse_recording(of, by).unwrap().unwrap();
        note(RecordingNews::Paused);
        pass(&centre, 4);
        // Said once more it is not put off.
        let again = store.refuse_recording(of, by).unwrap().unwrap();
        assert_eq!(again.refusal, refused.refusal);
        assert!(again.ran_when_refused());
        let back = store.take_back_refusal(of).unwrap().unwrap();
        assert_eq!((back.refusal, back.consent), (None, RecordingConsent::Told));
        pass(&centre, 20);
        assert_eq!(store.destroy_refused().unwrap(), []);
        assert_eq!(since(&centre, id), None);
        // Whoever had paused before goes on pausing.
        store.refuse_recording(of, by).unwrap();
        let paused = store.recording(of).unwrap().unwrap();
        assert!(!paused.ran_when_refused());
        // Too late.
        pass(&centre, 10);
        let late = store.take_back_refusal(of).unwrap().unwrap();
        assert!(late.refusal.is_some());
        store.destroy_refused().unwrap();
        assert_eq!(since(&centre, id), Some(centre.clock.now()));
        let gone = store.take_back_refusal(of).unwrap().unwrap();
        assert_eq!(gone.consent, RecordingConsent::Refused);
    });
}

#[test]
fn whatever_ends_the_talk_meanwhile_destroys_it() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import_all(vec![contact(1, &[MOBILE])])[0];
        let (store, by) = (&centre.store, AuditActor::Agent(1));
        // Hung up; or the program ended, and is begun anew.
        for attempt in [1, 2] {
            let of = of(&centre, id, attempt);
            begin(&centre, of);
            let began = RecordingNews::Began {
                on_exchange: Some("there".into()),
            };
            let now = centre.clock.now();
            store.note_recording(of, began, now).unwrap();
            store.refuse_recording(of, by).unwrap();
            match attempt {
                1 => drop(store.note_recording(of, RecordingNews::Ended, now).unwrap()),
                _ => store.end_recordings(10).unwrap(),
            }
            let there = store.recording(of).unwrap().unwrap();
            assert_eq!(there.state, RecordingState::Condemned);
            assert_eq!(there.consent, RecordingConsent::Refused);
            assert_eq!(there.gone.unwrap().why, WhyGone::Refused);
        }
        assert!(since(&centre, id).is_some());
        assert_eq!(store.destroy_refused().unwrap(), []);
    });
}

#[test]
fn it_goes_along_when_a_contact_is_moved() {
    with_both(|database| {
        let mut centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![contact(1, &[MOBILE])]);
        refuses(&centre, ids[0]);
        let to = add_list(&centre.store, "other", Settings::default());
        let change = BulkChange::Move(Move {
            to,
            counters: false,
            duplicates: false,
            add_fields: false,
        });
        let all = Selection::Matching(store::Matching::default());
        let by = Actor::Supervisor(AgentId(0));
        let begun = centre.store.begin_bulk(centre.list, all, change, by);
        centre
            .store
            .run_bulk(begun.unwrap().id, &mut |_| true)
            .unwrap();
        let there = centre.contact(ids[0]).moved_to.unwrap();
        centre.list = to;
        assert_eq!(since(&centre, there.contact), Some(centre.clock.now()));
    });
}

#[test]
fn it_goes_with_the_last_who_has_the_number() {
    with_both(|database| {
        let mut centre = Centre::open(database, 1);
        let first = centre.import_all(vec![contact(1, &[MOBILE])])[0];
        refuses(&centre, first);
        let of_first = centre.list;
        centre.list = add_list(&centre.store, "other", Settings::default());
        let second = centre.import_all(vec![contact(1, &[MOBILE])])[0];
        let how = Erasing {
            by: AuditActor::Program,
            only_look: false,
            evidence_too: false,
        };
        centre.store.erase(&[(of_first, first)], how).unwrap();
        assert!(since(&centre, second).is_some());
        centre.store.erase(&[(centre.list, second)], how).unwrap();
        let third = centre.import_all(vec![contact(2, &[MOBILE])])[0];
        assert_eq!(since(&centre, third), None);
    });
}

fn over(centre: &Centre, of: RecordingOf) {
    begin(centre, of);
    let now = centre.clock.now();
    let began = RecordingNews::Began { on_exchange: None };
    for news in [RecordingNews::Told, began, RecordingNews::Ended] {
        centre.store.note_recording(of, news, now).unwrap();
    }
}

fn sealed() -> SealedSound {
    SealedSound {
        bytes: 44,
        digest: "ab".repeat(32),
        key: 1,
    }
}

#[test]
fn after_the_talk_too_it_can_be_taken_back_for_a_moment() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import_all(vec![contact(1, &[MOBILE])])[0];
        let (store, by) = (&centre.store, AuditActor::Agent(1));
        // It is taken in before the refusal, or while that can still be taken back.
        for (attempt, before) in [(1, true), (2, false)] {
            let of = of(&centre, id, attempt);
            over(&centre, of);
            if before {
                assert!(store.keep_recording(of, sealed()).unwrap());
            }
            let refused = store.refuse_recording(of, by).unwrap().unwrap();
            assert!(refused.refusal.is_some() && !refused.can_be_heard());
            if !before {
                assert!(
                    store.keep_recording(of, sealed()).unwrap(),
                    "it may yet be wanted"
                );
                let there = store.recording(of).unwrap().unwrap();
                assert!(!there.can_be_heard());
            }
            pass(&centre, 9);
            let back = store.take_back_refusal(of).unwrap().unwrap();
            assert!(back.can_be_heard() && back.consent == RecordingConsent::Told);
            pass(&centre, 20);
            assert_eq!(store.destroy_refused().unwrap(), []);
            assert_eq!(since(&centre, id), None);
        }
        let meant = of(&centre, id, 1);
        store.refuse_recording(meant, by).unwrap();
        pass(&centre, 10);
        let late = store.take_back_refusal(meant).unwrap().unwrap();
        assert!(late.refusal.is_some());
        assert_eq!(store.destroy_refused().unwrap(), [meant]);
        let gone = store.recording(meant).unwrap().unwrap();
        assert_eq!(gone.consent, RecordingConsent::Refused);
        assert_eq!(gone.gone.unwrap().why, WhyGone::Refused);
        assert!(since(&centre, id).is_some());
    });
}

#[test]
fn whatever_destroys_it_meanwhile_it_was_refused() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import_all(vec![contact(1, &[MOBILE])])[0];
        let of = of(&centre, id, 1);
        over(&centre, of);
        let store = &centre.store;
        store.refuse_recording(of, AuditActor::Agent(1)).unwrap();
        let supervisor = AuditActor::User(7);
        assert!(store.condemn_recording(of, supervisor).unwrap());
        let gone = store.recording(of).unwrap().unwrap();
        assert_eq!(gone.gone.unwrap().why, WhyGone::ByHand);
        assert_eq!(gone.consent, RecordingConsent::Refused);
        assert!(since(&centre, id).is_some());
    });
}
