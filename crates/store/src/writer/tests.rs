//! A full disk, made by limiting the pages of the writer's own connection.

use crate::{
    Address, Batch, Clock, Durability, Entry, Mode, NewContact, NewList, NewRules, SetClock, Store,
    StoreError,
};
use engine::{Actor, AgentId, Command, ContactId, ContactKind, ListId, Number, Settings, Zone};
use std::path::PathBuf;

const CONTACTS: u64 = 64;

struct House {
    store: Store,
    list: ListId,
    directory: PathBuf,
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

impl House {
    fn open(name: &str) -> House {
        let directory = std::env::temp_dir().join(format!("dispo-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let address = Address::Sqlite(directory.join("full.db"));
        let clock = SetClock::at("2026-01-06T09:00:00Z".parse().unwrap());
        let store = Store::open(&address, Clock::Set(clock), Durability::Relaxed).unwrap();
        let rules = NewRules {
            catalogue: include_str!("../../../../catalogues/callpro.toml").to_owned(),
            law: None,
            settings: Settings::default(),
        };
        let (name, country) = ("list".to_owned(), "NL".to_owned());
        let new = NewList {
            name,
            country,
            rules,
            fields: Vec::new(),
        };
        let list = store.add_list(new).unwrap();
        let import = store.begin_import(list, Mode::Append, "a", "a").unwrap();
        let contacts = (1..=CONTACTS).map(contact).collect();
        let batch = Batch {
            contacts,
            ..Batch::default()
        };
        store.stage(&import, batch).unwrap();
        store.make_live(import.id).unwrap();
        House {
            store,
            list,
            directory,
        }
    }

    /// Lets the file grow by so many pages more, or as it likes.
    fn leave_pages(&self, pages: Option<u32>) {
        let now = {
            let file = self.directory.join("full.db");
            let conn = rusqlite::Connection::open(file).unwrap();
            conn.query_row("PRAGMA page_count", [], |row| row.get::<_, u32>(0))
                .unwrap()
        };
        let most = pages.map_or(1_000_000, |pages| now + pages);
        let limit = format!("PRAGMA max_page_count = {most}");
        self.store.write(move |conn, _| conn.batch(&limit)).unwrap();
    }

    fn entries(&self) -> Vec<Entry> {
        let entry = |id| {
            let command = Command::Assign {
                owner: Some(AgentId(7)),
            };
            let entry = Entry::command(self.list, ContactId(id), Actor::System, command);
            entry.with_note("n".repeat(3_000))
        };
        (1..=CONTACTS as i64).map(entry).collect()
    }

    /// How many events there are, row and journal agreeing on every contact.
    fn events(&self) -> u64 {
        let found = self.store.doctor().unwrap();
        assert_eq!(found.differences, []);
        found.events
    }
}

fn contact(n: u64) -> NewContact {
    NewContact {
        line: n + 1,
        key: None,
        dedupe: None,
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        kind: ContactKind::Consumer,
        arrival: None,
        consent: None,
        numbers: vec![Number::new(493_023_125_000 + n).unwrap()],
        fields: "{}".to_owned(),
    }
}

#[test]
fn a_batch_that_does_not_fit_on_the_disk_leaves_nothing_behind() {
    let house = House::open("full-batch");
    house.leave_pages(Some(20));
    for _ in 0..2 {
        let full = house.store.record_all(house.entries()).unwrap_err();
        assert!(matches!(full, StoreError::Full { .. }), "{full}");
        assert!(
            full.to_string().contains("no space left on the disk"),
            "{full}"
        );
        assert_eq!(house.events(), 0);
    }
    house.leave_pages(None);
    let answers = house.store.record_all(house.entries()).unwrap();
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!(house.events(), CONTACTS);
}

#[test]
fn events_that_still_fit_are_kept_and_the_others_say_so() {
    let house = House::open("full-single");
    house.leave_pages(Some(20));
    let sent: Vec<_> = house
        .entries()
        .into_iter()
        .map(|entry| house.store.send_record(house.list, vec![entry]))
        .collect();
    let answers: Vec<_> = sent
        .into_iter()
        .map(|answer| answer.blocking_recv().unwrap())
        .collect();
    let kept = answers.iter().filter(|answer| answer.is_ok()).count() as u64;
    let full = answers
        .iter()
        .filter(|answer| matches!(answer, Err(StoreError::Full { .. })));
    assert_eq!(kept + full.count() as u64, CONTACTS);
    assert!((1..CONTACTS).contains(&kept), "{kept}");
    assert_eq!(house.events(), kept);
    house.leave_pages(None);
    let answers = house.store.record_all(house.entries()).unwrap();
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!(house.events(), kept + CONTACTS);
}
