//! Two programs on one database, each with writers of its own.

use crate::centre::Centre;
use crate::support::{Database, with_both};
use engine::{Actor, AgentId, Cause, Code, Command, ContactId, Facts, Outcome, Report, Slot};
use std::collections::BTreeMap;
use std::sync::Mutex;
use store::{Clock, Durability, Entry, Offered, Store};

fn second(database: &Database, centre: &Centre) -> Store {
    let clock = Clock::Set(centre.clock.clone());
    Store::open(&database.address, clock, Durability::Relaxed).unwrap()
}

/// One call from the offer to the disposition; nothing when nothing is left.
fn work(store: &Store, centre: &Centre, agent: AgentId) -> Option<ContactId> {
    let Offered::Contact { list, recorded, .. } = store.offer(agent).unwrap() else {
        return None;
    };
    assert_eq!(list, centre.list);
    let id = recorded.contact.id;
    let actor = Actor::Agent(agent);
    let dial = Command::dial(Slot(0), Facts::default());
    let attempt = store
        .record(Entry::command(list, id, actor, dial))
        .unwrap()
        .contact
        .dials;
    let (outcome, cause) = (Outcome::Answered, Cause::default());
    let ended = Report::Ended {
        attempt,
        outcome,
        cause,
    };
    for report in [Report::Answered { attempt }, ended] {
        store
            .record(Entry::report(list, id, Actor::Line, report))
            .unwrap();
    }
    let done = Command::Dispose {
        code: Code::new("500"),
        callback: None,
    };
    store.record(Entry::command(list, id, actor, done)).unwrap();
    Some(id)
}

#[test]
fn no_contact_is_offered_twice_and_no_event_is_lost() {
    const CONTACTS: u32 = 60;
    with_both(|database| {
        let centre = Centre::open(database, 4);
        centre.import(CONTACTS);
        let stores = [centre.store.clone(), second(database, &centre)];
        let claimed: Mutex<BTreeMap<ContactId, u32>> = Mutex::default();
        std::thread::scope(|scope| {
            for (n, agent) in centre.agents.iter().enumerate() {
                let (store, centre, claimed) = (&stores[n % 2], &centre, &claimed);
                scope.spawn(move || {
                    while let Some(id) = work(store, centre, *agent) {
                        *claimed.lock().unwrap().entry(id).or_insert(0) += 1;
                    }
                });
            }
        });
        let claimed = claimed.into_inner().unwrap();
        assert_eq!(claimed.len(), CONTACTS as usize);
        assert!(claimed.values().all(|times| *times == 1), "{claimed:?}");
        for id in claimed.keys() {
            let history = centre.store.history(centre.list, *id).unwrap();
            let words: Vec<&str> = history.iter().map(|line| line.event.word()).collect();
            assert_eq!(words, ["claim", "dial", "answered", "ended", "dispose"]);
        }
        centre.is_sound();
    });
}

#[test]
fn events_of_one_contact_from_both_follow_upon_each_other() {
    const EACH: i64 = 25;
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import(1)[0];
        let stores = [centre.store.clone(), second(database, &centre)];
        let seqs: Mutex<Vec<i64>> = Mutex::default();
        std::thread::scope(|scope| {
            for store in &stores {
                let (list, seqs) = (centre.list, &seqs);
                scope.spawn(move || {
                    for owner in 1..=EACH {
                        let command = Command::Assign {
                            owner: Some(AgentId(owner)),
                        };
                        let entry = Entry::command(list, id, Actor::System, command);
                        let recorded = store.record(entry).unwrap();
                        seqs.lock().unwrap().push(recorded.seq);
                    }
                });
            }
        });
        let mut seqs = seqs.into_inner().unwrap();
        seqs.sort_unstable();
        assert_eq!(seqs, (1..=2 * EACH).collect::<Vec<i64>>());
        centre.is_sound();
    });
}

#[test]
fn ids_of_contacts_are_drawn_from_one_line() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let other = crate::centre::add_list(&here.store, "Other", engine::Settings::default());
        let (clock, agents) = (here.clock.clone(), here.agents.clone());
        let store = second(database, &here);
        let there = Centre {
            list: other,
            store,
            clock,
            campaign: here.campaign,
            agents,
        };
        let ids: Mutex<Vec<ContactId>> = Mutex::default();
        std::thread::scope(|scope| {
            for centre in [&here, &there] {
                let ids = &ids;
                scope.spawn(move || {
                    for count in 1..=12 {
                        let new = centre.import(count);
                        ids.lock().unwrap().extend(new);
                    }
                });
            }
        });
        let ids = ids.into_inner().unwrap();
        let different: std::collections::BTreeSet<&ContactId> = ids.iter().collect();
        assert_eq!((ids.len(), different.len()), (2 * 78, 2 * 78));
        here.is_sound();
    });
}
