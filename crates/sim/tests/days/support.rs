//! A small list in a database of its own, gone after the test.

use engine::law::shipped;
use engine::{ContactKind, ListId, Number, Settings, Zone};
use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{
    Address, Batch, CampaignState, Clock, Durability, Mode, NewContact, NewList, NewRules,
    SetClock, Store, USUAL_PRIORITY,
};

pub const CALLPRO: &str = include_str!("../../../../catalogues/callpro.toml");

/// A Monday, an hour before anybody is called.
pub fn imported_at() -> Timestamp {
    "2026-06-01T07:00:00Z".parse().unwrap()
}

pub struct Directory(PathBuf);

impl Directory {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("dispo-sim-{}-{number}", std::process::id());
        let directory = std::env::temp_dir().join(name);
        std::fs::create_dir(&directory).unwrap();
        Self(directory)
    }

    pub fn address(&self, name: &str) -> Address {
        let file = self.0.join(name);
        format!("sqlite:{}", file.display()).parse().unwrap()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A list of so many contacts under CallPro's catalogue, in a running campaign.
pub fn fill(address: &Address, contacts: i64, settings: Settings) -> ListId {
    fill_with(address, contacts, settings, CALLPRO)
}

/// The same under any catalogue. The law is the Dutch one.
pub fn fill_with(address: &Address, contacts: i64, settings: Settings, catalogue: &str) -> ListId {
    let clock = Clock::Set(SetClock::at(imported_at()));
    let store = Store::open(address, clock, Durability::Relaxed).unwrap();
    let list = store
        .add_list(NewList {
            name: "Spring".to_owned(),
            country: "NL".to_owned(),
            rules: NewRules {
                catalogue: catalogue.to_owned(),
                law: Some(shipped::NL.to_owned()),
                settings,
            },
            fields: Vec::new(),
        })
        .unwrap();
    let campaign = store
        .add_campaign("Spring", CampaignState::Running)
        .unwrap();
    store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
    let import = store
        .begin_import(list, Mode::Append, "spring.csv", "digest")
        .unwrap();
    let batch = Batch {
        contacts: (0..contacts).map(contact).collect(),
        lines_done: contacts.unsigned_abs(),
        ..Batch::default()
    };
    store.stage(&import, batch).unwrap();
    store.make_live(import.id).unwrap();
    list
}

/// Every fourth contact is a company; every third has a second number, which a few of them
/// share: what one of them says of it holds for the others.
fn contact(index: i64) -> NewContact {
    let own = 31_990_000_000 + index.unsigned_abs();
    let second = 493_023_125_000 + index.unsigned_abs() / 3 % 20;
    let mut numbers = vec![Number::new(own).unwrap()];
    if index % 3 == 0 {
        numbers.push(Number::new(second).unwrap());
    }
    NewContact {
        line: index.unsigned_abs() + 2,
        key: None,
        dedupe: None,
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        kind: if index % 4 == 0 {
            ContactKind::Company
        } else {
            ContactKind::Consumer
        },
        arrival: None,
        consent: None,
        numbers,
        fields: "{}".to_owned(),
    }
}

/// An empty database on the server that `DISPO_TEST_POSTGRES` names.
pub struct Server {
    pub address: Address,
    name: String,
}

impl Server {
    pub fn new() -> Self {
        let name = format!("dispo_sim_{}", std::process::id());
        administrate(&format!("CREATE DATABASE {name}"));
        let url = server();
        let (place, _) = url.rsplit_once('/').expect("a database in the URL");
        Self {
            address: format!("{place}/{name}").parse().unwrap(),
            name,
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        administrate(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}

/// A missing server fails the test: skipping it would hide that nothing was tested.
fn server() -> String {
    std::env::var("DISPO_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!(
            "DISPO_TEST_POSTGRES is not set: run the tests as \
             `scripts/postgres-for-tests cargo nextest run -p sim`"
        )
    })
}

fn administrate(sql: &str) {
    let address: Address = server().parse().unwrap();
    let mut conn = store::conn::open(&address, store::conn::Access::Write).unwrap();
    conn.batch(sql).unwrap();
}
