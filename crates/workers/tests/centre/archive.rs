//! What was recorded is brought in from every exchange that can be asked, whatever becomes of the
//! others.

use crate::House;
use engine::{AgentId, ContactId, ListId};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use store::{
    AuditActor, NewRecording, RecordingConsent, RecordingNews, RecordingOf, RecordingState, Store,
};
use telephony::asterisk::AsteriskAddress;
use vault::Vault;
use workers::Archive;

/// Something that keeps recordings as Asterisk does.
#[derive(Clone)]
struct Exchange {
    address: AsteriskAddress,
    has: Arc<Mutex<BTreeSet<String>>>,
    answers: Arc<AtomicBool>,
    asked: Arc<AtomicUsize>,
}

impl Exchange {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let exchange = Self {
            address: format!("ws://u:p@127.0.0.1:{port}/ari?trunk=x")
                .parse()
                .unwrap(),
            has: Arc::default(),
            answers: Arc::new(AtomicBool::new(true)),
            asked: Arc::default(),
        };
        let there = exchange.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                there.asked.fetch_add(1, Ordering::Relaxed);
                if there.answers.load(Ordering::Relaxed) {
                    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
                    let first = lines.next().unwrap();
                    lines.find(String::is_empty);
                    stream.write_all(&there.answer(&first)).unwrap();
                }
            }
        });
        exchange
    }

    fn answer(&self, line: &str) -> Vec<u8> {
        let mut parts = line.split_whitespace();
        let (method, path) = (parts.next().unwrap(), parts.next().unwrap());
        let mut has = self.has.lock().unwrap();
        let name = path.trim_end_matches("/file").rsplit('/').next().unwrap();
        let there = path.contains("/stored/") && has.contains(name);
        if !there {
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec();
        }
        if method == "DELETE" {
            has.remove(name);
            return b"HTTP/1.1 204 No Content\r\n\r\n".to_vec();
        }
        let sound = [telephony::wav_head(1_600).to_vec(), vec![7; 1_600]].concat();
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", sound.len());
        [head.into_bytes(), sound].concat()
    }

    /// A talk that was recorded there, and is over.
    fn records(&self, store: &Store, contact: i64) -> RecordingOf {
        let of = RecordingOf {
            list: ListId(1),
            contact: ContactId(contact),
            attempt: 1,
        };
        let new = NewRecording {
            of,
            agent: AgentId(1),
            campaign: None,
            consent: RecordingConsent::NotNeeded,
            kept_days: 30,
            by_agent: false,
        };
        store.add_recording(new).unwrap();
        let name = format!("dispo-rec-{}", of.name());
        self.has.lock().unwrap().insert(name.clone());
        let began = RecordingNews::Began {
            on_exchange: Some(name),
        };
        let now = store.clock().now();
        for news in [began, RecordingNews::Ended] {
            store.note_recording(of, news, now).unwrap();
        }
        of
    }

    fn dies(&self) {
        self.answers.store(false, Ordering::Relaxed);
        self.asked.store(0, Ordering::Relaxed);
    }

    fn comes_back(&self) {
        self.answers.store(true, Ordering::Relaxed);
    }

    fn is_empty(&self) -> bool {
        self.has.lock().unwrap().is_empty()
    }
}

/// Two exchanges, and how many problems a round of the archive told of.
struct Sounds {
    house: House,
    north: Exchange,
    south: Exchange,
    archive: Archive,
    folder: std::path::PathBuf,
}

impl Sounds {
    fn open(name: &str) -> Self {
        let house = House::with(name, None);
        let (north, south) = (Exchange::open(), Exchange::open());
        let folder =
            std::env::temp_dir().join(format!("dispo-{}-{name}-vault", std::process::id()));
        let vault = Vault::open(&folder.join("sounds"), &folder.join("keys")).unwrap();
        let exchanges = vec![north.address.clone(), south.address.clone()];
        Self {
            archive: Archive::new(house.store.clone(), vault, exchanges),
            house,
            north,
            south,
            folder,
        }
    }

    fn round(&self) -> usize {
        let mut wrong = 0;
        let is_well = self.archive.step(&mut |_| wrong += 1);
        assert_eq!(is_well, wrong == 0);
        wrong
    }

    fn state(&self, of: RecordingOf) -> RecordingState {
        self.house.store.recording(of).unwrap().unwrap().state
    }
}

impl Drop for Sounds {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// More than are looked at in one go.
const MANY: i64 = 45;

#[test]
fn an_exchange_that_is_dead_keeps_no_other_waiting() {
    let sounds = Sounds::open("archive-dead");
    let store = &sounds.house.store;
    let of_north: Vec<_> = (1..=MANY)
        .map(|contact| sounds.north.records(store, contact))
        .collect();
    let of_south = sounds.south.records(store, MANY + 1);
    sounds.north.dies();
    assert_eq!(sounds.round(), 1, "told once");
    assert_eq!(sounds.north.asked.load(Ordering::Relaxed), 1, "asked once");
    assert_eq!(sounds.state(of_south), RecordingState::Kept);
    assert!(sounds.south.is_empty());
    let waits = |of: &RecordingOf| sounds.state(*of) == RecordingState::Ended;
    assert!(of_north.iter().all(waits));
    sounds.north.comes_back();
    assert_eq!(sounds.round(), 0);
    let is_kept = |of: &RecordingOf| sounds.state(*of) == RecordingState::Kept;
    assert!(of_north.iter().all(is_kept));
    assert!(sounds.north.is_empty());
}

#[test]
fn what_is_to_be_destroyed_there_keeps_nothing_waiting_either() {
    let sounds = Sounds::open("archive-condemned");
    let store = &sounds.house.store;
    let by = AuditActor::User(7);
    let condemned: Vec<_> = (1..=MANY)
        .map(|contact| {
            let of = sounds.north.records(store, contact);
            assert!(store.condemn_recording(of, by).unwrap());
            of
        })
        .collect();
    let of_south = sounds.south.records(store, MANY + 1);
    assert!(store.condemn_recording(of_south, by).unwrap());
    sounds.north.dies();
    assert_eq!(sounds.round(), 1);
    // Nobody knows that the one is not with the other.
    assert_eq!(sounds.state(of_south), RecordingState::Condemned);
    assert!(sounds.south.is_empty());
    sounds.north.comes_back();
    assert_eq!(sounds.round(), 0);
    let is_gone = |of: &RecordingOf| sounds.state(*of) == RecordingState::Destroyed;
    assert!(condemned.iter().all(is_gone) && is_gone(&of_south));
    assert!(sounds.north.is_empty());
}

#[test]
fn what_nobody_has_is_lost_where_all_can_be_asked() {
    let sounds = Sounds::open("archive-lost");
    let store = &sounds.house.store;
    let lost = sounds.north.records(store, 1);
    let there = sounds.north.records(store, 2);
    sounds.north.has.lock().unwrap().remove("dispo-rec-1-1-1");
    assert_eq!(sounds.round(), 0);
    assert_eq!(sounds.state(lost), RecordingState::Lost);
    assert_eq!(sounds.state(there), RecordingState::Kept);
}
