//! What an import brings: newer fields, contacts that are closed on arrival, problems.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{ContactId, Trigger};
use store::{Batch, ChangedContact, Import, ImportProblem, Mode, NewContact};

impl Centre {
    fn change(&self, import: &Import, contact: ContactId, version: i64, fields: &str) {
        let fields = fields.to_owned();
        let changes = vec![ChangedContact {
            contact,
            version,
            fields,
        }];
        let batch = Batch {
            changes,
            lines_done: 2,
            ..Batch::default()
        };
        self.store.stage(import, batch).unwrap();
    }
}

#[test]
fn the_newest_live_update_gives_the_fields_and_undo_the_ones_before() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import(1)[0];
        let known = |version: i64, fields: &str| {
            let found = centre
                .store
                .contacts_by_key(centre.list, &["K1".to_owned()])
                .unwrap();
            let found = &found["K1"];
            assert_eq!(
                (found.contact, found.version, found.fields.as_str()),
                (id, version, fields)
            );
            assert_eq!(centre.fields(), [fields]);
        };
        known(1, r#"{"name":"Person 1"}"#);
        let second = centre.begin(Mode::Update, "second.csv");
        centre.change(&second, id, 2, r#"{"name":"Second"}"#);
        known(2, r#"{"name":"Person 1"}"#);
        centre.store.make_live(second.id).unwrap();
        known(2, r#"{"name":"Second"}"#);
        let third = centre.begin(Mode::Update, "third.csv");
        centre.change(&third, id, 3, r#"{"name":"Third"}"#);
        centre.store.make_live(third.id).unwrap();
        known(3, r#"{"name":"Third"}"#);
        centre.store.undo_import(third.id).unwrap();
        known(3, r#"{"name":"Second"}"#);
        centre.store.undo_import(second.id).unwrap();
        known(3, r#"{"name":"Person 1"}"#);
        centre.is_sound();
    });
}

#[test]
fn what_is_wrong_on_arrival_is_closed_by_the_code_that_answers_it() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let arrivals = [
            (Trigger::ImportInvalid, "230"),
            (Trigger::ImportDuplicate, "231"),
            (Trigger::Suppressed, "010"),
            (Trigger::ExcludedByClient, "220"),
        ];
        let arriving = |(n, (trigger, _)): (u32, &(Trigger, &str))| {
            let numbers = if *trigger == Trigger::ImportInvalid {
                vec![]
            } else {
                vec![493_023_125_001]
            };
            NewContact {
                arrival: Some(*trigger),
                consent: None,
                ..contact(n, &numbers)
            }
        };
        let ids = centre.import_all((1..).zip(&arrivals).map(arriving).collect());
        for (id, (_, code)) in ids.iter().zip(arrivals) {
            let there = centre.contact(*id);
            assert!(there.is_closed(), "{code}");
            assert_eq!(there.code.as_str(), code);
            let explained = centre.store.explain(centre.list, *id).unwrap().unwrap();
            assert_eq!(
                (explained.state.as_str(), explained.code.as_str()),
                ("closed", code)
            );
            assert!(!explained.because.is_empty());
        }
        assert_eq!(centre.store.stock(centre.list).unwrap().closed, 4);
        assert_eq!(centre.offer(centre.agents[0]), None);
        centre.is_sound();
    });
}

#[test]
fn problems_are_kept_in_their_order() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let import = centre.begin(Mode::Append, "a.csv");
        let problem = |line: u64, column: &str| ImportProblem {
            line,
            column: column.to_owned(),
            value: "?".to_owned(),
            reason: "is not a number".to_owned(),
        };
        let batches = [
            vec![problem(7, "phone"), problem(3, "zip")],
            vec![],
            vec![problem(9, "phone"), problem(9, "mobile")],
        ];
        for (problems, lines_done) in batches.clone().into_iter().zip(8..) {
            let batch = Batch {
                problems,
                lines_done,
                ..Batch::default()
            };
            centre.store.stage(&import, batch).unwrap();
        }
        assert_eq!(
            centre.store.import_problems(import.id).unwrap(),
            batches.concat()
        );
        centre.is_sound();
    });
}
