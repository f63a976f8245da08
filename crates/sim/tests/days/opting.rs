//! Whoever opts out, at any moment of any history and by any door, is dialled no more.

use crate::support::{Directory, Server, imported_at};
use engine::{ContactKind, ListId, Number, Settings, Zone};
use sim::{Faults, Plan, play};
use store::{
    Address, Batch, CampaignState, Clock, Durability, Mode, NewContact, NewList, NewRules,
    SetClock, Store, USUAL_PRIORITY,
};

/// Two lists in campaigns of one advertiser, a third in a campaign of nobody's. Numbers, addresses
/// and domains are shared within them and across.
fn fill(address: &Address, contacts: i64) {
    let clock = Clock::Set(SetClock::at(imported_at()));
    let store = Store::open(address, clock, Durability::Relaxed).unwrap();
    let bakery = store.advertiser_named("Bakery").unwrap();
    for (name, behalf) in [
        ("Bread", Some(bakery)),
        ("Cake", Some(bakery)),
        ("Tea", None),
    ] {
        let list = store.add_list(list(name)).unwrap();
        let campaign = store.add_campaign(name, CampaignState::Running).unwrap();
        store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
        store.set_advertiser(campaign, behalf).unwrap();
        bring(&store, list, contacts);
    }
}

fn list(name: &str) -> NewList {
    NewList {
        name: name.to_owned(),
        country: "NL".to_owned(),
        rules: NewRules {
            catalogue: include_str!("../../../../catalogues/callpro.toml").to_owned(),
            law: Some(include_str!("../../../../jurisdictions/nl.toml").to_owned()),
            settings: Settings::default(),
        },
        fields: Vec::new(),
    }
}

fn bring(store: &Store, list: ListId, contacts: i64) {
    let import = store
        .begin_import(list, Mode::Append, "file", "digest")
        .unwrap();
    let batch = Batch {
        contacts: (0..contacts)
            .map(|n| contact(n.unsigned_abs(), list))
            .collect(),
        lines_done: contacts.unsigned_abs(),
        ..Batch::default()
    };
    store.stage(&import, batch).unwrap();
    store.make_live(import.id).unwrap();
}

fn contact(n: u64, list: ListId) -> NewContact {
    // Some numbers stand in all lists, some in one, some with many contacts.
    let own = match n % 3 {
        0 => 31_990_000_000 + n,
        _ => 31_991_000_000 + n * 10 + list.0.unsigned_abs(),
    };
    let mut numbers = vec![Number::new(own).unwrap()];
    if n.is_multiple_of(4) {
        numbers.push(Number::new(493_023_125_000 + n / 4 % 12).unwrap());
    }
    let below = if n.is_multiple_of(2) { "" } else { "post." };
    let fields = match n % 5 {
        0 => "{}".to_owned(),
        _ => format!(r#"{{"mail":"p{}@{below}firm{}.example"}}"#, n % 40, n % 9),
    };
    NewContact {
        line: n + 2,
        key: None,
        dedupe: None,
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        kind: ContactKind::Company,
        arrival: None,
        consent: None,
        numbers,
        fields,
    }
}

/// Plays one history with crashes, and looks whether anybody was dialled who had opted out.
fn history(address: &Address, seed: u64) -> Vec<&'static str> {
    fill(address, 90);
    let plan = Plan {
        faults: Faults::all(),
        opt_outs: 12,
        ..Plan::new(5, 1, seed)
    };
    let played = play(address, Durability::Relaxed, &plan).unwrap();
    let seen = &played.laws.seen;
    assert_eq!(played.laws.broken, [] as [String; 0], "seed {seed}");
    assert!(
        seen.dials > 40 && seen.crashes > 0,
        "seed {seed}: {seen:#?}"
    );
    let clock = Clock::Set(SetClock::at(played.summary.to));
    let store = Store::open(address, clock, Durability::Relaxed).unwrap();
    assert_eq!(store.unlawful_dials().unwrap(), [], "seed {seed}");
    assert_eq!(store.doctor().unwrap().differences, [], "seed {seed}");
    assert_eq!(store.closing_suppressions(1).unwrap(), [], "seed {seed}");
    seen.opt_outs.keys().copied().collect()
}

const DOORS: [&str; 7] = [
    "advertiser",
    "campaign",
    "domain",
    "everywhere",
    "menu",
    "person",
    "register",
];

#[test]
fn whoever_opts_out_is_dialled_no_more() {
    let directory = Directory::new();
    let mut doors = Vec::new();
    for seed in 0..8 {
        let address = directory.address(&format!("opting-{seed}.db"));
        doors.extend(history(&address, seed));
    }
    doors.sort_unstable();
    doors.dedup();
    assert_eq!(
        doors, DOORS,
        "a door that nobody went through proves nothing"
    );
}

/// On a PostgreSQL server of the tests, see `scripts/postgres-for-tests`.
#[test]
fn whoever_opts_out_is_dialled_no_more_on_postgresql() {
    let server = Server::new();
    let doors = history(&server.address, 3);
    assert!(doors.len() > 3, "{doors:?}");
}
