//! Imports: staged unseen, live at once, taken back, cancelled, gone on with.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{Command, ContactId};
use store::{Batch, Import, ImportCounts, Mode, NewContact, Offered};

impl Centre {
    pub fn begin(&self, mode: Mode, file: &str) -> Import {
        self.store
            .begin_import(self.list, mode, file, file)
            .unwrap()
    }

    fn stage(&self, import: &Import, contacts: Vec<NewContact>, lines_done: u64) {
        let counts = ImportCounts {
            rows: lines_done - 1,
            ..ImportCounts::default()
        };
        let batch = Batch {
            contacts,
            lines_done,
            counts,
            ..Batch::default()
        };
        self.store.stage(import, batch).unwrap();
    }

    pub fn fields(&self) -> Vec<String> {
        let mut fields = Vec::new();
        let mut take = |row: store::ContactRow| {
            fields.push(row.fields);
            Ok(())
        };
        self.store.each_contact(self.list, &mut take).unwrap();
        fields
    }

    /// How many contacts anybody can see, in whatever way they look.
    fn visible(&self) -> usize {
        let listed = self.fields().len();
        let report = self.store.report(self.list).unwrap();
        assert_eq!(report.contacts as usize, listed);
        let stock = self.store.stock(self.list).unwrap();
        assert_eq!(
            (stock.now + stock.today + stock.later + stock.closed) as usize,
            listed
        );
        let by_code: i64 = self
            .store
            .contacts_by_code(self.list)
            .unwrap()
            .values()
            .sum();
        assert_eq!(by_code as usize, listed);
        let offered = match self.store.peek(self.agents[0]).unwrap() {
            Offered::Peek { .. } => true,
            Offered::Nothing => false,
            other => panic!("{other:?}"),
        };
        assert_eq!(offered, stock.now > 0);
        listed
    }

    /// Whether a contact can be reached in any way, by id or key.
    fn is_known(&self, id: ContactId, key: &str) -> bool {
        let known = self.store.contact(self.list, id).unwrap().is_some();
        assert_eq!(self.store.explain(self.list, id).unwrap().is_some(), known);
        let command = self.command(id, self.agents[0], Command::Assign { owner: None });
        assert_eq!(command.is_ok(), known, "{command:?}");
        for list in [None, Some(self.list)] {
            for word in [id.0.to_string(), key.to_owned()] {
                let found = self.store.find_contact(&word, list).unwrap();
                assert_eq!(!found.is_empty(), known, "{word}");
            }
        }
        let keys = self
            .store
            .contacts_by_key(self.list, &[key.to_owned()])
            .unwrap();
        assert_eq!(keys.contains_key(key), known);
        known
    }
}

fn some(numbers: std::ops::RangeInclusive<u32>) -> Vec<NewContact> {
    numbers
        .map(|n| contact(n, &[493_023_125_000 + u64::from(n)]))
        .collect()
}

#[test]
fn what_is_staged_is_seen_by_nobody_until_it_is_live() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let import = centre.begin(Mode::Append, "a.csv");
        centre.stage(&import, some(1..=3), 4);
        assert_eq!(centre.visible(), 0);
        assert!(!centre.is_known(ContactId(1), "K1"));
        assert!(centre.store.dedupe_of(centre.list, 0).unwrap().is_empty());
        assert_eq!(
            centre
                .store
                .dedupe_of(centre.list, import.id)
                .unwrap()
                .len(),
            3
        );
        centre.store.make_live(import.id).unwrap();
        assert_eq!(centre.visible(), 3);
        assert!(centre.is_known(ContactId(1), "K1"));
        assert_eq!(centre.store.dedupe_of(centre.list, 0).unwrap().len(), 3);
        let again = centre.store.make_live(import.id).unwrap_err().to_string();
        assert!(again.contains("it is live"), "{again}");
        centre.is_sound();
    });
}

#[test]
fn undo_takes_back_the_untouched_and_keeps_the_rest_as_they_are() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let import = centre.begin(Mode::Append, "a.csv");
        centre.stage(&import, some(1..=3), 4);
        centre.store.make_live(import.id).unwrap();
        let touched = centre.offer(centre.agents[0]).unwrap();
        assert_eq!(touched, ContactId(1));
        assert_eq!(centre.store.undo_import(import.id).unwrap(), 1);
        centre
            .command(touched, centre.agents[0], Command::Release)
            .unwrap();
        centre.pass(1);
        assert_eq!(centre.visible(), 1);
        assert!(centre.is_known(touched, "K1"));
        assert!(!centre.is_known(ContactId(2), "K2"));
        assert_eq!(
            centre.fields(),
            [r#"{"name":"Person 1"}"#],
            "what is kept keeps its fields"
        );
        assert_eq!(centre.offer(centre.agents[0]), Some(touched));
        assert!(
            centre
                .store
                .undo_import(import.id)
                .unwrap_err()
                .to_string()
                .contains("it is undone")
        );
        centre.is_sound();
    });
}

#[test]
fn a_cancelled_import_leaves_nothing_and_takes_nothing_more() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let import = centre.begin(Mode::Append, "a.csv");
        centre.stage(&import, some(1..=2), 3);
        centre.store.cancel_import(import.id).unwrap();
        let batch = Batch {
            contacts: some(3..=3),
            lines_done: 4,
            ..Batch::default()
        };
        let refused = centre.store.stage(&import, batch).unwrap_err().to_string();
        assert!(refused.contains("is cancelled"), "{refused}");
        assert!(centre.store.make_live(import.id).is_err());
        assert_eq!(centre.visible(), 0);
        let anew = centre.begin(Mode::Append, "a.csv");
        assert_ne!(anew.id, import.id);
        assert_eq!(anew.lines_done, 0);
        centre.is_sound();
    });
}

#[test]
fn an_unfinished_import_is_found_where_it_stopped() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let import = centre.begin(Mode::Append, "a.csv");
        centre.stage(&import, some(1..=2), 3);
        centre.pass(5);
        let found = centre.begin(Mode::Append, "a.csv");
        assert_eq!(
            (found.id, found.lines_done, found.counts.rows),
            (import.id, 3, 2)
        );
        assert_eq!(found.at, import.at, "its contacts all begin at one instant");
        assert_ne!(centre.begin(Mode::Append, "b.csv").id, import.id);
        assert_ne!(centre.begin(Mode::Update, "a.csv").id, import.id);
        centre.stage(&found, some(3..=4), 5);
        centre.store.make_live(import.id).unwrap();
        assert_eq!(centre.visible(), 4);
        assert_eq!(centre.store.import(import.id).unwrap().lines_done, 5);
        centre.is_sound();
    });
}
