//! What is read by whoever watches over the house, or dials without a key.

use crate::centre::Centre;
use crate::support::{Database, with_both};
use engine::{AgentId, Outcome, Profile, Progressive};
use jiff::SignedDuration;
use store::{NewRecording, RecordingConsent, RecordingNews, RecordingOf};

#[test]
fn recordings_are_counted_by_what_is_still_to_be_done() {
    with_both(|database: &Database| {
        let centre = Centre::open(database, 1);
        let store = &centre.store;
        assert!(store.open_recordings().unwrap().is_empty());
        for contact in centre.import(3) {
            let of = RecordingOf {
                list: centre.list,
                contact,
                attempt: 1,
            };
            let new = NewRecording {
                of,
                agent: centre.agents[0],
                campaign: Some(centre.campaign),
                consent: RecordingConsent::Awaited,
                kept_days: 30,
                by_agent: false,
            };
            store.add_recording(new).unwrap();
            if contact.0 % 2 == 1 {
                let there = Some("there".to_owned());
                let began = RecordingNews::Began { on_exchange: there };
                let now = store.clock().now();
                store.note_recording(of, began, now).unwrap();
                let later = now + SignedDuration::from_secs(9);
                store
                    .note_recording(of, RecordingNews::Ended, later)
                    .unwrap();
            }
        }
        let open = store.open_recordings().unwrap();
        let states: Vec<(&str, i64)> = open.iter().map(|(state, n)| (state.as_str(), *n)).collect();
        assert_eq!(states, [("ended", 2), ("waits", 1)]);
    });
}

#[test]
fn the_pulse_counts_what_was_written() {
    with_both(|database: &Database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let before = centre.store.pulse();
        let agent = centre.agents[0];
        let contact = centre.offer(agent).unwrap();
        centre.call(contact, agent, Outcome::Busy);
        let after = centre.store.pulse();
        assert!(after.events > before.events);
        assert!(after.writes.count() > before.writes.count());
        assert!(after.statements > before.statements);
        assert_eq!(after.waiting, 0);
        assert!(["sqlite", "postgresql"].contains(&centre.store.kind()));
    });
}

#[test]
fn a_campaign_dials_by_itself_for_those_who_work_for_it() {
    with_both(|database: &Database| {
        let centre = Centre::open(database, 2);
        centre.import(2);
        let store = &centre.store;
        let (anna, bert) = (centre.agents[0], centre.agents[1]);
        let rule = |agent: AgentId| {
            let there = store.agent(agent).unwrap().unwrap();
            store.progressive(&there).unwrap()
        };
        assert_eq!(rule(anna), None);
        let wanted = Progressive {
            look_seconds: 7,
            may_skip: false,
        };
        let profile = Profile {
            progressive: Some(wanted),
            ..Profile::default()
        };
        store
            .set_campaign_profile(centre.campaign, &profile)
            .unwrap();
        assert_eq!(rule(anna), Some(wanted));
        centre.offer(anna).unwrap();
        assert_eq!(rule(anna), Some(wanted), "the campaign of what is in hand");
        store.unassign(centre.campaign, bert).unwrap();
        assert_eq!(rule(bert), None);
    });
}
