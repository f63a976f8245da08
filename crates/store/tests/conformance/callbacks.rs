//! Callbacks in the order of their time, and an agent who keeps one early.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Actor, AgentCommand, AgentId, CallbackChoice, Code, Command, ContactId, Outcome};
use jiff::{SignedDuration, Timestamp};
use store::{BreakType, CallbacksOf, Entry, Offered};

fn agree(centre: &Centre, agent: AgentId, hours: i64, note: &str) -> (ContactId, Timestamp) {
    let contact = centre.offer(agent).unwrap();
    centre.call(contact, agent, Outcome::Answered);
    let due = centre.clock.now() + SignedDuration::from_hours(hours);
    let command = Command::Dispose {
        code: Code::new("310"),
        callback: Some(CallbackChoice {
            at: Some(due),
            ..CallbackChoice::default()
        }),
    };
    let entry = Entry::command(centre.list, contact, Actor::Agent(agent), command);
    centre.store.record(entry.with_note(note)).unwrap();
    (contact, due)
}

#[test]
fn an_agent_sees_own_callbacks_in_the_order_of_their_time() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        centre.import(4);
        let (late, _) = agree(&centre, ada, 48, "ask for Ms B.");
        let (early, due) = agree(&centre, ada, 24, "after lunch");
        let (other, _) = agree(&centre, ben, 25, "");
        let own = centre.store.callbacks_of(ada, 10).unwrap();
        let ids: Vec<ContactId> = own.iter().map(|callback| callback.contact).collect();
        assert_eq!(ids, [early, late]);
        let first = &own[0];
        assert_eq!(first.due, due);
        assert_eq!(first.code.as_str(), "310");
        assert_eq!(first.owner, Some(ada));
        assert_eq!(first.note.as_deref(), Some("after lunch"));
        assert!(first.fields.contains("Person 2"));
        assert_eq!(centre.store.callbacks_of(ada, 1).unwrap().len(), 1);
        let from = centre.clock.now();
        let to = from + SignedDuration::from_hours(30);
        for of in [
            CallbacksOf::List(centre.list),
            CallbacksOf::Campaign(centre.campaign),
        ] {
            let all = centre.store.callbacks(of, from, to, 10).unwrap();
            let ids: Vec<ContactId> = all.iter().map(|callback| callback.contact).collect();
            assert_eq!(ids, [early, other], "the last one is due later");
        }
        centre.is_sound();
    });
}

#[test]
fn an_own_callback_can_be_kept_before_it_is_due_within_the_law() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        centre.import(1);
        let (contact, _) = agree(&centre, ada, 48, "");
        let want = |agent| {
            let command = AgentCommand::Want {
                contact: Some(contact),
            };
            centre.store.agent_command(agent, command).unwrap().unwrap();
            centre.offer_or_nothing(agent)
        };
        assert_eq!(want(ben), None, "it is held for its owner");
        // In the evening the law forbids it, whoever asks.
        centre.pass(12 * 60);
        assert_eq!(want(ada), None);
        centre.pass(12 * 60);
        assert_eq!(want(ada), Some(contact));
        assert!(centre.store.callbacks_of(ada, 10).unwrap().is_empty());
        centre.dial(contact, ada).unwrap();
        centre.is_sound();
    });
}

impl Centre {
    /// What is offered, where a refused wish counts as nothing.
    fn offer_or_nothing(&self, agent: AgentId) -> Option<ContactId> {
        match self.store.offer(agent) {
            Ok(Offered::Contact { recorded, .. }) => Some(recorded.contact.id),
            Ok(Offered::Nothing) => None,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn breaks_come_with_names_and_can_be_changed() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let shipped = centre.store.break_types().unwrap();
        assert!(shipped.len() >= 5);
        for there in &shipped {
            for language in ["de", "en", "hu", "nl"] {
                assert!(!there.label[language].is_empty(), "{there:?}");
            }
        }
        let lunch = shipped.iter().find(|there| there.code == "lunch").unwrap();
        assert!(!lunch.paid);
        let longer = BreakType {
            warn_after_minutes: Some(45),
            active: false,
            ..lunch.clone()
        };
        centre.store.set_break_type(longer.clone()).unwrap();
        let prayer = BreakType {
            code: "prayer".to_owned(),
            label: [("en".to_owned(), "Prayer".to_owned())].into(),
            position: 0,
            ..longer.clone()
        };
        centre.store.set_break_type(prayer.clone()).unwrap();
        let after = centre.store.break_types().unwrap();
        assert_eq!(after[0], prayer);
        assert_eq!(after[0].label_in("nl"), "Prayer");
        assert!(after.contains(&longer));
        for code in ["", "two words", "logged_in"] {
            let wrong = BreakType {
                code: code.to_owned(),
                ..prayer.clone()
            };
            assert!(centre.store.set_break_type(wrong).is_err(), "{code}");
        }
    });
}
