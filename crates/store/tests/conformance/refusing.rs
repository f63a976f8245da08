//! Whoever refused to be recorded is asked before the next talk, wherever she is called.

use crate::centre::{Centre, add_list, contact};
use crate::support::with_both;
use engine::{Actor, AgentId, CampaignId, Cause, ContactId, Outcome, Owed, Report, Settings};
use jiff::Timestamp;
use store::{
    AuditActor, BulkChange, Erasing, Move, NewRecording, RecordingConsent, RecordingNews,
    RecordingOf, Selection,
};

const MOBILE: u64 = 31_612_345_678;
const OFFICE: u64 = 31_201_234_567;
const OTHERS: u64 = 31_201_234_999;

fn of(centre: &Centre, contact: ContactId, attempt: u32) -> RecordingOf {
    let list = centre.list;
    RecordingOf {
        list,
        contact,
        attempt,
    }
}

fn may_be_recorded(centre: &Centre, of: RecordingOf) {
    let new = NewRecording {
        of,
        agent: centre.agents[0],
        campaign: Some(CampaignId(1)),
        consent: RecordingConsent::Awaited,
        kept_days: 30,
        by_agent: false,
    };
    centre.store.add_recording(new).unwrap();
}

fn refuses(centre: &Centre, contact: ContactId) {
    let (of, by) = (of(centre, contact, 1), AuditActor::Agent(1));
    may_be_recorded(centre, of);
    centre.store.refuse_recording(of, by).unwrap();
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
        may_be_recorded(&centre, asked);
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
