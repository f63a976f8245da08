//! Whole working days through the real engine and store. One test needs a server:
//! `scripts/postgres-for-tests cargo nextest run -p sim`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

mod callers;
mod four;
mod limits;
mod living;
mod opting;
mod support;

use engine::Settings;
use sim::{Faults, Plan, Played, play, play_watched};
use std::time::Instant;
use store::{Address, Clock, Durability, SetClock, Store};
use support::{Directory, fill};

fn played(address: &Address, plan: &Plan) -> Played {
    let started = Instant::now();
    let played = play(address, Durability::Relaxed, plan).unwrap();
    let rate = played.laws.seen.events as f64 / started.elapsed().as_secs_f64();
    println!("{:#?}", played.laws.seen);
    println!("{rate:.0} events a second");
    played
}

fn reopened(address: &Address) -> Store {
    let clock = Clock::Set(SetClock::at(support::imported_at()));
    Store::open(address, clock, Durability::Relaxed).unwrap()
}

/// Nobody has anything in hand, and every dial has exactly one disposition.
fn at_rest(address: &Address, played: &Played) {
    assert_eq!(played.laws.broken, [] as [String; 0]);
    assert_eq!(played.laws.uncoded(), []);
    let store = reopened(address);
    for (agent, name) in store.agents().unwrap() {
        let there = store.agent(agent).unwrap().unwrap();
        assert_eq!(there.hand, None, "{name} has a contact in hand");
    }
    for (list, contact) in played.laws.touched() {
        let attempts = store.attempts_of(list, contact).unwrap();
        let coded: Vec<u32> = attempts.iter().map(|attempt| attempt.attempt).collect();
        let dialled: Vec<u32> = played.laws.dialled(contact).into_iter().collect();
        assert_eq!(coded, dialled, "attempts of contact {}", contact.0);
    }
    assert_eq!(store.unlawful_dials().unwrap(), []);
    let examined = store.doctor().unwrap();
    assert_eq!(examined.differences, []);
}

#[test]
fn a_day_keeps_the_laws() {
    let directory = Directory::new();
    let address = directory.address("day.db");
    fill(&address, 600, Settings::default());
    let played = played(&address, &Plan::new(5, 1, 1));
    at_rest(&address, &played);
    assert!(played.summary.attempts > 100, "{:#?}", played.summary);
    println!("{}", serde_json::to_string_pretty(&played.summary).unwrap());
}

#[test]
fn the_same_seed_on_the_same_list_gives_the_same_bytes() {
    let directory = Directory::new();
    let json = |name: &str, seed: u64| {
        let address = directory.address(name);
        fill(&address, 300, Settings::default());
        serde_json::to_string(&played(&address, &Plan::new(4, 1, seed)).summary).unwrap()
    };
    let first = json("one.db", 7);
    assert_eq!(first, json("two.db", 7));
    assert_ne!(first, json("three.db", 8));
}

#[test]
fn a_second_simulation_goes_on_where_the_first_one_ended() {
    let directory = Directory::new();
    let address = directory.address("twice.db");
    fill(&address, 100, Settings::default());
    let first = played(&address, &Plan::new(2, 1, 7)).summary;
    let from = Some(first.from);
    let newest = reopened(&address).newest_event().unwrap().unwrap();
    assert!(newest > first.from && newest <= first.to);
    let again = Plan {
        from,
        ..Plan::new(2, 1, 7)
    };
    let second = play(&address, Durability::Relaxed, &again).unwrap();
    assert!(second.summary.from > newest && second.summary.attempts > 0);
    assert_eq!(second.laws.broken, [] as [String; 0]);
    assert_eq!(reopened(&address).doctor().unwrap().differences, []);
}

#[test]
fn it_is_looked_at_every_hour() {
    let directory = Directory::new();
    let address = directory.address("hours.db");
    fill(&address, 50, Settings::default());
    let mut hours = 0;
    let watch = &mut |_: &Store, laws: &sim::Laws| {
        assert_eq!(laws.broken, [] as [String; 0]);
        hours += 1;
    };
    play_watched(&address, Durability::Relaxed, &Plan::new(1, 1, 3), watch).unwrap();
    assert!(hours >= 7, "{hours}");
}

#[test]
fn after_faults_everything_comes_to_rest() {
    let directory = Directory::new();
    let address = directory.address("faults.db");
    fill(&address, 400, Settings::default());
    let plan = Plan {
        faults: Faults::all(),
        ..Plan::new(6, 2, 11)
    };
    let played = played(&address, &plan);
    at_rest(&address, &played);
    let seen = &played.laws.seen;
    assert!(
        seen.late > 0 && seen.rescued > 0 && seen.crashes > 0,
        "{seen:#?}"
    );
}

/// On a PostgreSQL server of the tests, see `scripts/postgres-for-tests`.
#[test]
fn a_day_on_postgresql_is_the_same_day() {
    let directory = Directory::new();
    let sqlite = directory.address("same.db");
    let server = support::Server::new();
    let json = |address: &Address| {
        fill(address, 150, Settings::default());
        let played = played(address, &Plan::new(3, 1, 4));
        at_rest(address, &played);
        serde_json::to_string(&played.summary).unwrap()
    };
    assert_eq!(json(&sqlite), json(&server.address));
}
