//! The interface's texts: every key in every language, every key in use known, none idle.
#![allow(clippy::expect_used, clippy::panic)]

use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 4] = ["en", "nl", "de", "hu"];

/// Beginnings of keys that are put together while running: `failure-` and the rest.
const MADE_WHILE_RUNNING: &[&str] = &[
    "bulk-why-",
    "failure-",
    "weekday-",
    "state-",
    "outcome-",
    "event-",
    "actor-",
    "extent-",
    "dimension-",
    "action-",
    "counter-",
    "session-",
    "extent-",
    "limit-",
    "trigger-",
    "refused-",
    "people-event-",
    "preset-",
    "field-not-",
    "lists-country-",
    "import-mode-",
    "import-state-",
    "upload-state-",
    "columns-type-",
    "columns-form-",
    "columns-kind-",
    "problem-",
    "file-trouble-",
    "known-",
    "limits-",
    "filter-remedy-",
    "field-type-",
    "column-",
    "code-word-",
    "finding-",
];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|is| is == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Each key of a language with the names of the parts it speaks of.
fn keys(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for file in files(&here("../../locales").join(language), "ftl") {
        let text = std::fs::read_to_string(&file).expect("a file");
        if let Err((_, problems)) = FluentResource::try_new(text.clone()) {
            panic!("{}: {problems:?}", file.display());
        }
        let mut last = String::new();
        for line in text.lines() {
            if let Some((key, _)) = line.split_once(" =")
                && !line.starts_with([' ', '#', '['])
            {
                last = key.to_owned();
                let twice = keys.insert(last.clone(), BTreeSet::new());
                assert!(twice.is_none(), "{}: {key} twice", file.display());
            }
            let parts = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-')
                    .collect::<String>()
            });
            if let Some(known) = keys.get_mut(&last) {
                known.extend(parts);
            }
        }
    }
    keys
}

#[test]
fn every_language_has_every_text_with_the_same_parts() {
    let english = keys("en");
    let mut problems = Vec::new();
    for language in LANGUAGES {
        let theirs = keys(language);
        for (key, parts) in &english {
            match theirs.get(key) {
                None => problems.push(format!("{language}: {key} is missing")),
                Some(found) if found != parts => {
                    problems.push(format!(
                        "{language}: {key} speaks of {found:?}, not {parts:?}"
                    ));
                }
                Some(_) => {}
            }
        }
        for key in theirs.keys().filter(|key| !english.contains_key(*key)) {
            problems.push(format!("{language}: {key} is not in en"));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// Keys as templates and sources write them: `t("key")`, `n("key"`, `with("key"`, `say("key"`.
fn used() -> BTreeSet<String> {
    let mut sources = files(&here("templates"), "html");
    sources.extend(files(&here("src"), "rs"));
    let mut used = BTreeSet::new();
    for file in sources {
        let text = std::fs::read_to_string(&file).expect("a file");
        for piece in text.split('"').skip(1) {
            let is_key = !piece.is_empty()
                && piece
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if is_key {
                used.insert(piece.to_owned());
            }
        }
    }
    used
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let known = keys("en");
    let mut missing = BTreeSet::new();
    let mut sources = files(&here("templates"), "html");
    sources.extend(files(&here("src"), "rs"));
    for file in sources {
        let text = std::fs::read_to_string(&file).expect("a file");
        for call in [".t(\"", ".n(\"", ".with(\"", ".say(\"", ".shell(\""] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                if !known.contains_key(key) && !key.contains(['{', ' ']) {
                    missing.insert(format!("{}: {key}", file.display()));
                }
            }
        }
    }
    // The examples of the crate's own documentation.
    missing.retain(|line| !line.contains("src/lib.rs"));
    assert!(missing.is_empty(), "\n{missing:#?}");
}

#[test]
fn no_text_lies_idle() {
    let used = used();
    let idle: Vec<String> = keys("en")
        .into_keys()
        .filter(|key| !used.contains(key))
        .filter(|key| {
            !MADE_WHILE_RUNNING
                .iter()
                .any(|start| key.starts_with(start))
        })
        .collect();
    assert!(idle.is_empty(), "nobody says {idle:#?}");
}
