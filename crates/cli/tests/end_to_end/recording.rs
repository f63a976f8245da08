//! Recordings from the command line: keys are begun, changes are found, the erased are gone.

use crate::support::Floor;
use engine::{AgentId, ContactId, ListId};
use store::{
    Address, Clock, Durability, NewRecording, RecordingConsent, RecordingNews, RecordingOf,
    SealedSound, Store,
};
use vault::Vault;

fn open(floor: &Floor, db: &str) -> Store {
    let address: Address = format!("sqlite:{}", floor.path(db).display())
        .parse()
        .unwrap();
    Store::open(&address, Clock::System, Durability::Full).unwrap()
}

/// One recording of the list's first contact, in the vault beside the database.
fn keep(floor: &Floor, store: &Store, contact: ContactId) -> RecordingOf {
    let of = RecordingOf {
        list: ListId(1),
        contact,
        attempt: 1,
    };
    let new = NewRecording {
        of,
        agent: AgentId(1),
        campaign: None,
        consent: RecordingConsent::Agreed,
        kept_days: 30,
        by_agent: false,
    };
    store.add_recording(new).unwrap();
    let now = store.clock().now();
    for news in [
        RecordingNews::Began { on_exchange: None },
        RecordingNews::Ended,
    ] {
        store.note_recording(of, news, now).unwrap();
    }
    let (folder, keys) = (
        floor.path("dispo.db-recordings"),
        floor.path("dispo.db-recordings.keys"),
    );
    let mut writer = Vault::open(&folder, &keys)
        .unwrap()
        .write(&of.name())
        .unwrap();
    writer.push(b"what was said").unwrap();
    let sealed = writer.finish().unwrap();
    let sealed = SealedSound {
        bytes: sealed.bytes,
        digest: sealed.digest,
        key: sealed.key,
    };
    assert!(store.keep_recording(of, sealed).unwrap());
    of
}

#[test]
fn keys_are_begun_changes_are_found_and_the_erased_are_gone() {
    let floor = Floor::new();
    floor.write(
        "list.csv",
        "Name,Phone\nAnna,+31612345678\nBert,+31612345679\n",
    );
    floor.run("import --list a --create --purpose research --country NL list.csv");
    let store = open(&floor, "dispo.db");
    let first = keep(&floor, &store, ContactId(1));
    let (code, checked) = floor.json("recordings check");
    assert_eq!((code, &checked["checked"]), (0, &1.into()));
    let ran = floor.run("recordings key rotate");
    assert!(ran.out.contains("key 2 seals"), "{}", ran.out);
    keep(&floor, &store, ContactId(2));
    assert_eq!(floor.run("recordings key list").out.trim(), "key 1\nkey 2");
    let file = floor
        .path("dispo.db-recordings")
        .join(format!("{}.rec", first.name()));
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let (code, checked) = floor.json("recordings check");
    assert_eq!((code, &checked["checked"]), (1, &2.into()));
    let wrong = checked["wrong"][0].as_str().unwrap();
    assert!(wrong.contains("was changed after it was sealed"), "{wrong}");
    let erased = floor.run("erase --number +31612345678 --yes");
    assert_eq!(erased.code, 0, "{}", erased.err);
    assert!(!file.exists());
    assert_eq!(floor.json("recordings check").1["checked"], 1);
}
