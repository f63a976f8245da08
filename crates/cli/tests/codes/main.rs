//! Every code by its real trigger. The table says which scenario reaches which code; what is
//! not reached yet stands in one list that cannot grow unseen.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use engine::Catalogue;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

const ROWS: &str = include_str!("codes.txt");

fn rows() -> Vec<Vec<&'static str>> {
    let lines = ROWS.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut parts: Vec<&str> = line.split('|').map(str::trim).collect();
            parts.resize(5, "");
            parts
        })
        .collect()
}

/// The text of everything in this folder: scenarios are functions of it.
fn scenarios() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/codes");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let sources = files.filter(|file| file.extension().is_some_and(|end| end == "rs"));
    sources
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

#[test]
fn every_code_of_the_four_vocabularies_has_one_row() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in rows() {
        let catalogue = Catalogue::parse(import::catalogue(row[0]).unwrap()).unwrap();
        let cause = row[1].strip_prefix("cause ");
        let is_there = match cause {
            Some(code) => catalogue
                .file()
                .causes
                .iter()
                .any(|one| one.code.as_str() == code),
            None => catalogue.find(row[1]).is_some(),
        };
        assert!(is_there, "{row:?}");
        assert!(seen.insert((row[0], row[1])), "{row:?} stands twice");
        *counts.entry(row[0]).or_default() += 1;
    }
    let expected = [
        ("callmonkey", 20),
        ("callpro", 65),
        ("contact-expert", 47),
        ("stucc", 13),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn a_scenario_that_is_named_is_there_and_a_row_that_has_one_waits_for_nothing() {
    let sources = scenarios();
    for row in rows().iter().filter(|row| !row[3].is_empty()) {
        assert_eq!(row[4], "", "{row:?}");
        assert!(sources.contains(&format!("fn {}(", row[3])), "{row:?}");
    }
}

#[test]
fn what_is_pending_is_known() {
    let ran = Command::new(env!("CARGO_BIN_EXE_dispo"))
        .args(["catalogue", "coverage", "--json"])
        .output()
        .unwrap();
    let shown: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let pending = shown["pending"].as_array().unwrap();
    assert_eq!(shown["total"], 145);
    assert_eq!(
        shown["reached"].as_u64().unwrap() as usize,
        145 - pending.len()
    );
    let lines = pending.iter().map(|one| {
        let text = |name: &str| one[name].as_str().unwrap().to_owned();
        format!(
            "{} {}: {}\n",
            text("catalogue"),
            text("code"),
            text("waits_for")
        )
    });
    insta::assert_snapshot!(lines.collect::<String>());
}
