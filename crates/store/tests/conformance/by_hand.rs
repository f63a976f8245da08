//! What people and programs alter by hand.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{
    Actor, AgentCommand, Command, ContactId, ContactKind, Number, Outcome, Slot, Trigger, Zone,
};
use std::collections::BTreeMap;
use store::{Added, AddedContact, Entry, NewContact, RecordError};

const BY: Actor = Actor::System;

fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pairs = pairs.iter().map(|(name, value)| (*name, *value));
    pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

fn number(last: u64) -> Number {
    Number::new(493_023_125_000 + last).unwrap()
}

fn fields(centre: &Centre, id: ContactId) -> String {
    let mut found = String::new();
    centre
        .store
        .each_contact(centre.list, &mut |row| {
            if row.id == id {
                found.clone_from(&row.fields);
            }
            Ok(())
        })
        .unwrap();
    found
}

#[test]
fn fields_change_by_version_and_the_journal_keeps_their_names_only() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import(1)[0];
        let ada = centre.agents[0];
        let edit = |pairs: &[(&str, &str)]| {
            centre
                .store
                .edit(centre.list, id, values(pairs), Actor::Agent(ada))
                .unwrap()
        };
        let changed = edit(&[("city", "Utrecht"), ("name", "Person 1")]).unwrap();
        assert_eq!(changed.seq, 1);
        assert_eq!(
            fields(&centre, id),
            r#"{"city":"Utrecht","name":"Person 1"}"#
        );
        assert!(edit(&[("city", "Utrecht")]).is_none(), "nothing changes");
        edit(&[("city", "")]).unwrap();
        assert_eq!(fields(&centre, id), r#"{"name":"Person 1"}"#);
        let history = centre.store.history(centre.list, id).unwrap();
        assert_eq!(history.len(), 2);
        let told = format!("{history:?}");
        assert!(told.contains("city") && !told.contains("Utrecht"), "{told}");
        // In hand, too.
        assert_eq!(centre.offer(ada), Some(id));
        edit(&[("city", "Delft")]).unwrap();
        assert_eq!(centre.contact(id).state(), "in_hand");
        let nobody = centre
            .store
            .edit(centre.list, ContactId(4_711), values(&[("a", "b")]), BY);
        assert!(matches!(nobody, Err(RecordError::NotFound { .. })));
        centre.is_sound();
    });
}

#[test]
fn a_corrected_number_is_dialled_and_one_that_is_gone_is_not() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let digits = [493_023_125_001, 493_023_125_002];
        let id = centre.import_all(vec![contact(1, &digits)])[0];
        let set = |changes: &[(Slot, Option<Number>)]| {
            centre
                .store
                .set_numbers(centre.list, id, changes.to_vec(), BY)
        };
        assert!(set(&[(Slot(0), Some(number(1)))]).unwrap().is_none());
        set(&[
            (Slot(0), None),
            (Slot(1), Some(number(7))),
            (Slot(2), Some(number(8))),
        ])
        .unwrap()
        .unwrap();
        let there = centre.store.numbers_by_slot(centre.list, id).unwrap();
        assert_eq!(there, [(Slot(1), number(7)), (Slot(2), number(8))]);
        assert_eq!(centre.contact(id).open_slots(), [Slot(1), Slot(2)]);
        assert_eq!(centre.offer(ada), Some(id));
        let gone = centre.dial_number(id, ada, 0);
        assert!(
            matches!(gone, Err(RecordError::Refused(refusal)) if refusal.code() == "no_such_number")
        );
        let dialled = centre.dial_number(id, ada, 1).unwrap();
        assert_eq!(dialled.dial.unwrap().1, number(7));
        let open = set(&[(Slot(1), Some(number(9)))]);
        assert!(
            matches!(open, Err(RecordError::Refused(refusal)) if refusal.code() == "line_open")
        );
        let last = set(&[(Slot(2), None)]).unwrap();
        assert!(last.is_some());
        let there = centre.store.numbers_by_slot(centre.list, id).unwrap();
        assert_eq!(there, [(Slot(1), number(7))], "a refusal changes nothing");
        centre.is_sound();
    });
}

#[test]
fn whoever_knows_no_slots_says_what_was_and_what_is() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let id = centre.import(1)[0];
        let replace = |old: Option<u64>, new: Option<u64>| {
            let pairs = vec![(old.map(number), new.map(number))];
            let store = &centre.store;
            store
                .replace_numbers(centre.list, id, pairs, Actor::Import)
                .unwrap()
                .is_some()
        };
        let there = || centre.store.numbers_by_slot(centre.list, id).unwrap();
        assert!(replace(Some(1), Some(5)));
        assert!(
            !replace(Some(1), Some(5)),
            "the second time nothing changes"
        );
        assert!(replace(None, Some(6)));
        assert_eq!(there(), [(Slot(0), number(5)), (Slot(1), number(6))]);
        assert!(replace(Some(5), None));
        assert_eq!(there(), [(Slot(1), number(6))]);
        assert!(!replace(Some(77), None));
        centre.is_sound();
    });
}

#[test]
fn the_last_number_stays() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let id = centre.import(1)[0];
        let refused = centre
            .store
            .set_numbers(centre.list, id, vec![(Slot(0), None)], BY);
        assert!(
            matches!(refused, Err(RecordError::Refused(refusal)) if refusal.code() == "last_number")
        );
        assert_eq!(
            centre.store.numbers_of(centre.list, id).unwrap(),
            [number(1)]
        );
        centre.is_sound();
    });
}

fn lead(key: &str, last: u64) -> AddedContact {
    AddedContact {
        key: Some(key.to_owned()),
        dedupe: Some(last as i64),
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        kind: ContactKind::Consumer,
        numbers: vec![number(last)],
        fields: values(&[("name", "Lead")]),
        first: false,
    }
}

fn add(centre: &Centre, new: AddedContact) -> Added {
    centre.store.add_contact(centre.list, new, BY).unwrap()
}

#[test]
fn a_contact_that_comes_by_itself_can_be_called_first() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        centre.import(2);
        let plain = add(&centre, lead("W1", 11));
        centre.pass(5);
        let first = AddedContact {
            first: true,
            ..lead("W2", 12)
        };
        let first = add(&centre, first);
        assert!(!first.known && first.arrival.is_none());
        assert_eq!(centre.offer(ada), Some(first.contact));
        centre.call(first.contact, ada, Outcome::NoAnswer);
        let mut rest = Vec::new();
        while let Some(id) = centre.offer(ada) {
            centre.call(id, ada, Outcome::NoAnswer);
            rest.push(id);
        }
        assert_eq!(rest.len(), 3);
        assert!(rest.contains(&plain.contact));
        let later = add(&centre, lead("W3", 13));
        assert_eq!(
            centre.offer(ada),
            Some(later.contact),
            "the pool of the day is sought again"
        );
        centre.is_sound();
    });
}

#[test]
fn the_same_key_again_changes_what_is_there() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let new = add(&centre, lead("W1", 11));
        assert_eq!(
            add(&centre, lead("W1", 11)),
            Added {
                known: true,
                ..new.clone()
            }
        );
        let moved = AddedContact {
            fields: values(&[("city", "Gouda")]),
            ..lead("W1", 11)
        };
        let changed = add(&centre, moved);
        assert_eq!(changed.contact, new.contact);
        assert_eq!(changed.changed, ["city"]);
        assert_eq!(
            fields(&centre, new.contact),
            r#"{"city":"Gouda","name":"Lead"}"#
        );
        centre.is_sound();
    });
}

#[test]
fn what_must_not_be_called_is_closed_on_arrival() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let twice = add(&centre, lead("W1", 1));
        assert_eq!(twice.arrival, Some(Trigger::ImportDuplicate));
        assert!(centre.contact(twice.contact).is_closed());
        let none = AddedContact {
            numbers: Vec::new(),
            ..lead("W2", 2)
        };
        assert_eq!(add(&centre, none).arrival, Some(Trigger::ImportInvalid));
        let ada = centre.agents[0];
        let refuser = add(&centre, lead("W3", 3)).contact;
        let want = AgentCommand::Want {
            contact: Some(refuser),
        };
        centre.store.agent_command(ada, want).unwrap().unwrap();
        assert_eq!(centre.offer(ada), Some(refuser));
        centre.call(refuser, ada, Outcome::Answered);
        centre.dispose(refuser, ada, "210", None).unwrap();
        let other = crate::centre::add_list(&centre.store, "Other", engine::Settings::default());
        let there = centre.store.add_contact(other, lead("W4", 3), BY).unwrap();
        assert_eq!(there.arrival, Some(Trigger::Suppressed));
        centre.is_sound();
    });
}

#[test]
fn what_came_in_by_hand_is_not_undone() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        add(&centre, lead("W1", 1));
        let import = centre.store.imports(centre.list).unwrap().remove(0);
        assert_eq!(import.mode, "by_hand");
        assert_eq!(import.counts.imported, 1);
        assert!(centre.store.undo_import(import.id).is_err());
        let entry = Entry::command(centre.list, ContactId(1), BY, Command::CallFirst);
        centre.store.record(entry).unwrap();
        centre.is_sound();
    });
}

#[test]
fn the_evidence_of_an_opt_in_is_read_from_the_fields() {
    with_both(|database| {
        let centre = Centre::open(database, 0);
        let with = NewContact {
            fields: r#"{"optin_date":"2026-01-02","optin_source":"web form","name":"A"}"#.into(),
            ..contact(1, &[493_023_125_001])
        };
        let ids = centre.import_all(vec![with, contact(2, &[493_023_125_002])]);
        let known = centre
            .store
            .consent_of(centre.list, ids[0])
            .unwrap()
            .unwrap();
        assert_eq!(known.date.as_deref(), Some("2026-01-02"));
        assert_eq!(known.source.as_deref(), Some("web form"));
        assert_eq!(known.who, None);
        assert_eq!(centre.store.consent_of(centre.list, ids[1]).unwrap(), None);
    });
}
