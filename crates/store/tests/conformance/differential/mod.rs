//! Random histories of every verb, played on SQLite, on PostgreSQL and on an oracle that
//! holds everything in memory and offers by scanning. After every step the three must have
//! said the same; at intervals and at the end all they hold must be the same.

mod events;
mod house;
mod imports;
mod moves;
mod oracle;
mod order;
mod player;
mod suppressions;
mod view;

use crate::support::Database;
use moves::Moves;
use oracle::Oracle;
use player::Player;
use std::collections::BTreeMap;

/// What one of the three said to a move.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub verb: &'static str,
    /// `done`, or the code of the refusal.
    pub word: String,
    pub detail: String,
}

/// Moves between two comparisons of everything.
const INTERVAL: u64 = 250;
const LEAST: u64 = 1_500;
const MOST: u64 = 8_000;

/// What must have happened at least once, by verb and word.
const VERBS: [&str; 30] = [
    "claim",
    "dial",
    "dispose",
    "conclude",
    "release",
    "pass",
    "set",
    "assign",
    "set_roster",
    "resume",
    "ringing",
    "answered",
    "ended",
    "not_placed",
    "lease_expired",
    "wrap_up_expired",
    "released",
    "suppressed",
    "triggered",
    "import",
    "undo",
    "undo_import",
    "correct",
    "cancel",
    "suppress",
    "offer",
    "peek",
    "ask",
    "campaign",
    "link",
];
const WORDS: [&str; 37] = [
    "late",
    "known",
    "not_found",
    "agent_busy",
    "nothing",
    "not_ready",
    "wrong_state",
    // Refusals.
    "in_hand",
    "not_in_hand",
    "closed",
    "suspended",
    "held",
    "sticky",
    "unknown_code",
    "not_choosable",
    "line_open",
    "no_such_number",
    "not_ended",
    "no_talk",
    "out_of_bounds",
    "fixed_time",
    "past",
    "dialled",
    "not_suspended",
    "limit",
    "no_such_attempt",
    "gave_way",
    "already_coded",
    "nothing_to_undo",
    "moved_on",
    "lasting",
    // Denials.
    "number_closed",
    "outside_hours",
    "too_soon",
    "too_often",
    "suppressed",
    "closing",
];

#[test]
fn sqlite_postgres_and_the_oracle_say_and_hold_the_same() {
    let seed = match std::env::var("DISPO_TEST_SEED") {
        Ok(seed) => seed.parse().expect("DISPO_TEST_SEED is a whole number"),
        Err(_) => 20_260_108,
    };
    println!("seed {seed}: repeat with DISPO_TEST_SEED={seed}");
    let databases = [Database::sqlite(), Database::postgres()];
    let mut oracle = Oracle::open();
    let players = [Player::open(&databases[0]), Player::open(&databases[1])];
    let mut moves = Moves::new(seed);
    let mut table: BTreeMap<(&str, String), u64> = BTreeMap::new();
    for step in 1..=MOST {
        let next = moves.next(&oracle);
        let said = oracle.play(&next);
        for player in &players {
            let theirs = player.play(&next);
            assert_eq!(
                theirs, said,
                "seed {seed}, step {step}, on {}: {next:?}",
                player.name
            );
        }
        *table.entry((said.verb, said.word)).or_insert(0) += 1;
        let complete = missing(&table).is_empty() && step >= LEAST;
        if step % INTERVAL == 0 || complete {
            let held = oracle.holds();
            for player in &players {
                compare(&held, &player.holds(&oracle), player.name, seed, step);
            }
        }
        if complete {
            break;
        }
    }
    for ((verb, word), count) in &table {
        println!("{verb:>16} {word:<16} {count:>6}");
    }
    assert_eq!(
        missing(&table),
        Vec::<&str>::new(),
        "seed {seed}: never happened"
    );
    for player in &players {
        let found = player.store.doctor().unwrap();
        assert_eq!(found.differences, [], "seed {seed}, on {}", player.name);
    }
}

fn missing(table: &BTreeMap<(&str, String), u64>) -> Vec<&'static str> {
    let verbs = VERBS
        .into_iter()
        .filter(|verb| !table.contains_key(&(*verb, "done".to_owned())));
    let words = WORDS
        .into_iter()
        .filter(|word| !table.keys().any(|(_, there)| there == word));
    verbs.chain(words).collect()
}

/// Line by line, so that the first difference is seen and not a page of the same.
fn compare(ours: &[String], theirs: &[String], name: &str, seed: u64, step: u64) {
    for (a, b) in ours.iter().zip(theirs) {
        assert_eq!(b, a, "seed {seed}, step {step}, on {name}");
    }
    assert_eq!(
        theirs.len(),
        ours.len(),
        "seed {seed}, step {step}, on {name}"
    );
}
