//! History is the state: the same events give the same contact, bit for bit.

use super::play::{History, histories, step};
use engine::{Because, Contact, ContactId, Event, ListId, Origin, Rules};
use serde::de::DeserializeOwned;

fn survives<T: serde::Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value, "{json}");
}

fn again(origin: &Origin, history: &History<'_>, rules: &Rules) -> Contact {
    let id = history.steps[0].before.id;
    let (mut contact, _) = origin.contact(ListId(1), id, rules);
    for past in &history.steps {
        let json = serde_json::to_string(&past.event).unwrap();
        let event: Event = serde_json::from_str(&json).unwrap();
        let now = step(rules, &contact, event, past.at);
        assert_eq!(now.because, past.because);
        assert_eq!(now.attempts, past.attempts);
        assert_eq!(now.effects, past.effects);
        contact = now.after;
    }
    contact
}

#[test]
fn the_same_events_give_the_same_state() {
    histories("replay = state", |history| {
        let Some(last) = history.steps.last() else {
            return;
        };
        let json = serde_json::to_string(&history.origin).unwrap();
        let origin: Origin = serde_json::from_str(&json).unwrap();
        let contact = again(&origin, history, last.rules);
        assert_eq!(contact, last.after);
        assert_eq!(contact.id, ContactId(last.after.id.0));
    });
}

#[test]
fn everything_that_is_stored_reads_back() {
    histories("serde round trip", |history| {
        for step in &history.steps {
            survives(&step.after);
            survives(&step.event);
            survives::<Vec<Because>>(&step.because);
            survives(&step.attempts);
            survives(&step.effects);
        }
    });
}
