//! Batches of every size: each event gets its own answer, and each contact's keep their order.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Actor, AgentId, Command, ContactId};
use std::collections::BTreeMap;
use store::{Answer, Entry, RecordError};

/// Contacts of the batches; ids beyond are not there.
const CONTACTS: i64 = 40;

/// What the n-th event of a batch is, and what is to be answered.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Kept,
    Missing,
    Refused,
}

fn event(centre: &Centre, size: i64, n: i64) -> (Kind, Entry) {
    let kind = match (size + n) % 10 {
        3 => Kind::Missing,
        7 => Kind::Refused,
        _ => Kind::Kept,
    };
    // Some contacts come twice and more often, the more the larger the batch.
    let id = match kind {
        Kind::Missing => CONTACTS + n + 1,
        Kind::Kept | Kind::Refused => (n * 7 + size) % CONTACTS + 1,
    };
    let command = match kind {
        Kind::Refused => Command::Conclude,
        Kind::Kept | Kind::Missing => Command::Assign {
            owner: Some(AgentId(size * 1_000 + n)),
        },
    };
    (
        kind,
        Entry::command(centre.list, ContactId(id), Actor::System, command),
    )
}

#[test]
fn batches_of_every_size_answer_each_event_in_its_place() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(CONTACTS as u32);
        let mut seqs: BTreeMap<ContactId, i64> = BTreeMap::new();
        let mut owners = BTreeMap::new();
        for size in (1..=66).chain([100, 129, 200]) {
            let events: Vec<(Kind, Entry)> = (0..size).map(|n| event(&centre, size, n)).collect();
            let entries = events.iter().map(|(_, entry)| entry.clone()).collect();
            let answers = centre.store.record_all(entries).unwrap();
            assert_eq!(answers.len(), events.len());
            for ((kind, entry), answer) in events.iter().zip(&answers) {
                check(*kind, entry, answer, &mut seqs);
                if let (Kind::Kept, engine::Event::Command(Command::Assign { owner })) =
                    (kind, &entry.event)
                {
                    owners.insert(entry.contact, *owner);
                }
            }
        }
        for (contact, owner) in owners {
            assert_eq!(centre.contact(contact).owner, owner, "the last event holds");
            let history = centre.store.history(centre.list, contact).unwrap();
            assert_eq!(history.len() as i64, seqs[&contact]);
        }
        assert!(centre.store.record_all(Vec::new()).unwrap().is_empty());
        centre.is_sound();
    });
}

fn check(kind: Kind, entry: &Entry, answer: &Answer, seqs: &mut BTreeMap<ContactId, i64>) {
    match (kind, answer) {
        (Kind::Kept, Ok(recorded)) => {
            let seq = seqs.entry(entry.contact).or_insert(0);
            *seq += 1;
            assert_eq!((recorded.contact.id, recorded.seq), (entry.contact, *seq));
        }
        (Kind::Missing, Err(RecordError::NotFound { contact, .. })) => {
            assert_eq!(*contact, entry.contact)
        }
        (Kind::Refused, Err(RecordError::Refused(engine::Refusal::NotInHand))) => {}
        other => panic!("{other:?}"),
    }
}
