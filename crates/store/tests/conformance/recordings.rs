//! Recordings: what is known of each, from the talk to its end.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{AgentId, CampaignId, Command, ContactId, Outcome, Report};
use jiff::{SignedDuration, Timestamp};
use store::conn::Access;
use store::{
    AuditActor, Erasing, NewRecording, Recording, RecordingConsent, RecordingNews, RecordingOf,
    RecordingSearch, RecordingState, SealedSound, WhyGone,
};

pub fn of(centre: &Centre, contact: ContactId, attempt: u32) -> RecordingOf {
    RecordingOf {
        list: centre.list,
        contact,
        attempt,
    }
}

pub fn begin(centre: &Centre, of: RecordingOf) {
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

fn news(centre: &Centre, of: RecordingOf, news: RecordingNews, seconds: i64) -> Recording {
    let at = start(centre) + SignedDuration::from_secs(seconds);
    let noted = centre.store.note_recording(of, news, at).unwrap();
    noted.unwrap()
}

fn start(centre: &Centre) -> Timestamp {
    centre.store.clock().now()
}

fn sealed() -> SealedSound {
    SealedSound {
        bytes: 160_044,
        digest: "ab".repeat(32),
        key: 3,
    }
}

fn began() -> RecordingNews {
    RecordingNews::Began {
        on_exchange: Some("there".into()),
    }
}

fn kept(centre: &Centre, of: RecordingOf) {
    begin(centre, of);
    news(centre, of, began(), 0);
    news(centre, of, RecordingNews::Ended, 10);
    assert!(centre.store.keep_recording(of, sealed()).unwrap());
}

#[test]
fn a_talk_is_recorded_paused_taken_in_and_kept() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![contact(1, &[31_201_234_567])]);
        let of = of(&centre, ids[0], 1);
        begin(&centre, of);
        let agreed = news(&centre, of, RecordingNews::Agreed, 3);
        assert_eq!(agreed.consent, RecordingConsent::Agreed);
        assert_eq!(agreed.state, RecordingState::Waits);
        news(&centre, of, began(), 4);
        news(&centre, of, RecordingNews::Paused, 10);
        // Said twice is said once.
        news(&centre, of, RecordingNews::Paused, 12);
        news(&centre, of, RecordingNews::Resumed, 15);
        let ended = news(&centre, of, RecordingNews::Ended, 24);
        let seconds = SignedDuration::from_secs;
        assert_eq!(ended.pauses_in_sound(), [(seconds(6), seconds(5))]);
        assert_eq!(ended.lasts(), Some(seconds(15)));
        let waiting = centre
            .store
            .recordings_in(RecordingState::Ended, 10)
            .unwrap();
        assert_eq!(waiting, [ended]);
        assert!(centre.store.keep_recording(of, sealed()).unwrap());
        centre.store.recording_left_exchange(of).unwrap();
        let kept = centre.store.recording(of).unwrap().unwrap();
        assert_eq!((kept.can_be_heard(), kept.on_exchange), (true, None));
        assert_eq!(kept.sealed, Some(sealed()));
        assert_eq!(kept.keep_until, start(&centre) + seconds(30 * 86_400));
    });
}

#[test]
fn a_refusal_destroys_what_was_recorded_and_says_so() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![contact(1, &[31_201_234_567])]);
        let store = &centre.store;
        let by = AuditActor::Agent(centre.agents[0].0);
        // Nothing was recorded yet: there is nothing to be destroyed.
        let before = of(&centre, ids[0], 1);
        begin(&centre, before);
        store.refuse_recording(before, by).unwrap();
        // In the middle of the talk.
        let during = of(&centre, ids[0], 2);
        begin(&centre, during);
        news(&centre, during, began(), 0);
        store.refuse_recording(during, by).unwrap();
        assert_eq!(store.destroy_refused().unwrap(), []);
        let seconds = SignedDuration::from_secs;
        centre.clock.advance_to(start(&centre) + seconds(10));
        assert_eq!(store.destroy_refused().unwrap(), [before, during]);
        let refused = store.recording(before).unwrap().unwrap();
        assert_eq!(refused.state, RecordingState::Destroyed);
        let late = news(&centre, during, RecordingNews::Ended, 9);
        assert_eq!(late.state, RecordingState::Condemned);
        assert!(!store.keep_recording(during, sealed()).unwrap());
        store.recording_destroyed(during).unwrap();
        let gone = store.recording(during).unwrap().unwrap();
        assert_eq!(gone.state, RecordingState::Destroyed);
        assert_eq!(gone.consent, RecordingConsent::Refused);
        let why = gone.gone.unwrap();
        assert_eq!((why.why, why.by), (WhyGone::Refused, by));
    });
}

#[test]
fn one_whose_time_is_over_or_that_nobody_wants_is_destroyed() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![contact(1, &[31_201_234_567])]);
        let store = &centre.store;
        let (old, unwanted) = (of(&centre, ids[0], 1), of(&centre, ids[0], 2));
        kept(&centre, old);
        kept(&centre, unwanted);
        store.condemn_due_recordings(10).unwrap();
        assert!(
            store
                .condemn_recording(unwanted, AuditActor::User(7))
                .unwrap()
        );
        assert!(
            !store
                .condemn_recording(of(&centre, ids[0], 9), AuditActor::User(7))
                .unwrap()
        );
        let condemned = || store.recordings_in(RecordingState::Condemned, 10).unwrap();
        assert_eq!(condemned().len(), 1);
        let later = start(&centre) + SignedDuration::from_hours(31 * 24);
        centre.clock.advance_to(later);
        store.condemn_due_recordings(10).unwrap();
        let why: Vec<_> = condemned()
            .iter()
            .map(|one| one.gone.unwrap().why)
            .collect();
        assert_eq!(why.len(), 2);
        assert!(why.contains(&WhyGone::Due) && why.contains(&WhyGone::ByHand));
    });
}

#[test]
fn what_a_program_left_behind_is_over_and_what_the_exchange_lost_is_lost() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![contact(1, &[31_201_234_567])]);
        let store = &centre.store;
        let (waited, ran) = (of(&centre, ids[0], 1), of(&centre, ids[0], 2));
        begin(&centre, waited);
        begin(&centre, ran);
        news(&centre, ran, began(), 0);
        store.end_recordings(10).unwrap();
        assert_eq!(
            store.recording(waited).unwrap(),
            None,
            "nothing was recorded"
        );
        assert_eq!(
            store.recording(ran).unwrap().unwrap().state,
            RecordingState::Ended
        );
        store.recording_lost(ran).unwrap();
        let lost = store.recording(ran).unwrap().unwrap();
        assert_eq!(lost.state, RecordingState::Lost);
        assert_eq!(lost.gone.unwrap().why, WhyGone::Lost);
    });
}

#[test]
fn they_are_found_by_campaign_agent_and_day_and_go_with_their_contact() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_all(vec![contact(1, &[31_201_234_567])]);
        let store = &centre.store;
        let all: Vec<_> = (1..=3)
            .map(|attempt| of(&centre, ids[0], attempt))
            .collect();
        for of in &all {
            kept(&centre, *of);
        }
        let search = |search: RecordingSearch| {
            let found = store
                .find_recordings(&RecordingSearch { limit: 2, ..search })
                .unwrap();
            found.iter().map(|one| one.of.attempt).collect::<Vec<_>>()
        };
        assert_eq!(search(RecordingSearch::default()), [3, 2]);
        let behind = Some((start(&centre), all[1]));
        let next = RecordingSearch {
            behind,
            ..RecordingSearch::default()
        };
        assert_eq!(search(next), [1]);
        for (campaign, agent, found) in [(1, centre.agents[0].0, 2), (2, 0, 0), (0, 99, 0)] {
            let of = RecordingSearch {
                campaign: (campaign > 0).then_some(CampaignId(campaign)),
                agent: (agent > 0).then_some(AgentId(agent)),
                ..RecordingSearch::default()
            };
            assert_eq!(search(of).len(), found);
        }
        let erasing = Erasing {
            by: AuditActor::Program,
            only_look: false,
            evidence_too: false,
        };
        store.erase(&[(centre.list, ids[0])], erasing).unwrap();
        let condemned = store.recordings_in(RecordingState::Condemned, 10).unwrap();
        assert_eq!(condemned.len(), 3);
        assert!(
            condemned
                .iter()
                .all(|one| one.gone.unwrap().why == WhyGone::Erased)
        );
    });
}

/// Attempts and agents of what a search by agent finds.
fn found_by(centre: &Centre, agent: AgentId) -> Vec<u32> {
    let search = RecordingSearch {
        agent: Some(agent),
        limit: 10,
        ..RecordingSearch::default()
    };
    let found = centre.store.find_recordings(&search).unwrap();
    found.iter().map(|one| one.of.attempt).collect()
}

/// Anna talks on the one number, then on the other, and puts that talk through to Ben.
fn passed_on(centre: &Centre) -> ContactId {
    let numbers = [31_201_234_567, 31_201_234_568];
    let id = centre.import_all(vec![contact(1, &numbers)])[0];
    let (anna, ben) = (centre.agents[0], centre.agents[1]);
    centre.claim_for(id, anna, centre.campaign);
    centre.call(id, anna, Outcome::Answered);
    begin(centre, of(centre, id, 1));
    news(centre, of(centre, id, 1), began(), 0);
    news(centre, of(centre, id, 1), RecordingNews::Ended, 1);
    centre.dial_number(id, anna, 1).unwrap();
    centre.report(id, Report::Answered { attempt: 2 });
    begin(centre, of(centre, id, 2));
    news(centre, of(centre, id, 2), began(), 2);
    for (from, to) in [(anna, ben), (ben, anna), (anna, ben)] {
        centre.command(id, from, Command::Pass { to }).unwrap();
        let there = centre.store.recording(of(centre, id, 2)).unwrap();
        assert_eq!(there.unwrap().agent, to);
    }
    id
}

#[test]
fn a_talk_that_is_passed_on_takes_its_recording_along() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let id = passed_on(&centre);
        let (anna, ben) = (centre.agents[0], centre.agents[1]);
        news(&centre, of(&centre, id, 2), RecordingNews::Ended, 9);
        centre.dispose(id, ben, "500", None).unwrap();
        assert_eq!(found_by(&centre, anna), [1]);
        assert_eq!(found_by(&centre, ben), [2]);
        for attempt in centre.store.attempts_of(centre.list, id).unwrap() {
            let there = centre.store.recording(of(&centre, id, attempt.attempt));
            assert_eq!(there.unwrap().unwrap().agent, attempt.agent);
        }
        centre.is_sound();
    });
}

#[test]
fn those_of_talks_that_were_passed_on_before_are_put_right() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let id = passed_on(&centre);
        let (anna, ben) = (centre.agents[0], centre.agents[1]);
        centre.dispose(id, ben, "500", None).unwrap();
        let mut conn = database.open(Access::Write);
        let all_hers = format!("UPDATE recording SET agent_id = {}", anna.0);
        conn.batch(&all_hers).unwrap();
        assert_eq!(found_by(&centre, anna), [2, 1]);
        let step = store::migrate::MIGRATIONS
            .iter()
            .find(|step| step.name == "recording_owner");
        conn.batch(step.unwrap().sql).unwrap();
        assert_eq!(found_by(&centre, anna), [1]);
        assert_eq!(found_by(&centre, ben), [2]);
    });
}

#[test]
fn whoever_cannot_do_anything_about_some_goes_on_to_the_others() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(2);
        for (id, attempt) in [(0, 1), (0, 2), (1, 1), (1, 2), (1, 3)] {
            let of = of(&centre, ids[id], attempt);
            begin(&centre, of);
            news(&centre, of, began(), 0);
            news(&centre, of, RecordingNews::Ended, 1);
        }
        let mut seen = Vec::new();
        let mut last = None;
        loop {
            let store = &centre.store;
            let page = store.recordings_behind(RecordingState::Ended, last.as_ref(), 2);
            let page = page.unwrap();
            assert!(page.len() <= 2);
            seen.extend(page.iter().map(|one| (one.of.contact, one.of.attempt)));
            last = page.into_iter().next_back();
            if last.is_none() {
                break;
            }
        }
        let (first, second) = (ids[0], ids[1]);
        let all = [
            (first, 1),
            (first, 2),
            (second, 1),
            (second, 2),
            (second, 3),
        ];
        assert_eq!(seen, all);
    });
}
