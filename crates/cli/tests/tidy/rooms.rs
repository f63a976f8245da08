//! The rooms: which crate may use which, what each says of itself, how much it brings in.

use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// What a crate may use of ours; `cli` may use everything.
const MAY_USE: [(&str, &[&str]); 14] = [
    ("engine", &[]),
    ("lists", &["engine"]),
    ("meters", &[]),
    ("store", &["engine", "meters"]),
    ("import", &["engine", "lists", "store"]),
    ("export", &["engine", "lists", "store"]),
    ("paper", &[]),
    ("vault", &[]),
    ("telephony", &["engine", "meters"]),
    ("asterisk", &[]),
    (
        "workers",
        &["engine", "meters", "store", "telephony", "lists", "vault"],
    ),
    (
        "web",
        &[
            "engine", "meters", "lists", "store", "import", "export", "paper", "vault",
        ],
    ),
    ("sim", &["engine", "lists", "store", "telephony", "workers"]),
    (
        "cli",
        &[
            "engine",
            "meters",
            "lists",
            "store",
            "import",
            "export",
            "paper",
            "vault",
            "telephony",
            "asterisk",
            "workers",
            "web",
            "sim",
        ],
    ),
];

/// One translation in two directions, which no sentence says without the word.
const NEEDS_AN_AND: [&str; 1] = ["telephony"];

const ENGINE_MOST: usize = 5;
const PRODUCT_MOST: usize = 50;

/// A crate as its manifest describes it.
#[derive(Debug, Clone, Default)]
pub struct Room {
    pub name: String,
    pub description: String,
    /// Crates of the house, also those used by tests alone.
    pub uses: BTreeSet<String>,
    /// Crates from elsewhere that are part of the product.
    pub brings: BTreeSet<String>,
}

pub fn rooms() -> Vec<Room> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(super::tree::root())
        .output()
        .expect("cargo can be run");
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata: {problem}");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON from cargo metadata");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    packages.iter().map(room).collect()
}

fn room(package: &Value) -> Room {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut room = Room {
        name: text(&package["name"]),
        description: text(&package["description"]),
        ..Room::default()
    };
    for dependency in package["dependencies"].as_array().into_iter().flatten() {
        let name = text(&dependency["name"]);
        if dependency["path"].is_string() {
            room.uses.insert(name);
        } else if dependency["kind"].is_null() {
            room.brings.insert(name);
        }
    }
    room
}

pub fn directions(rooms: &[Room]) -> Vec<String> {
    let mut wrong = Vec::new();
    for room in rooms {
        let Some((_, may)) = MAY_USE.iter().find(|(name, _)| *name == room.name) else {
            wrong.push(format!(
                "`{}` is a crate without a place in the house",
                room.name
            ));
            continue;
        };
        let beyond = room
            .uses
            .iter()
            .filter(|used| !may.contains(&used.as_str()));
        wrong.extend(beyond.map(|used| format!("`{}` may not use `{used}`", room.name)));
    }
    wrong
}

pub fn sentences(rooms: &[Room]) -> Vec<String> {
    let mut wrong = Vec::new();
    for room in rooms {
        let said = room.description.as_str();
        let starts = said.chars().next().is_some_and(char::is_uppercase);
        if !starts || !said.ends_with('.') {
            wrong.push(format!(
                "`{}` is not described by a sentence: `{said}`",
                room.name
            ));
        }
        if said.contains(" and ") && !NEEDS_AN_AND.contains(&room.name.as_str()) {
            wrong.push(format!("`{}` does two things: `{said}`", room.name));
        }
    }
    wrong
}

pub fn weight(rooms: &[Room]) -> Vec<String> {
    let mut wrong = Vec::new();
    let engine = rooms.iter().find(|room| room.name == "engine");
    let brought = engine.map_or(0, |room| room.brings.len());
    if brought > ENGINE_MOST {
        wrong.push(format!(
            "engine has {brought} direct dependencies, {ENGINE_MOST} are allowed"
        ));
    }
    let all: BTreeSet<&String> = rooms.iter().flat_map(|room| &room.brings).collect();
    if all.len() > PRODUCT_MOST {
        let count = all.len();
        wrong.push(format!(
            "the product has {count} direct dependencies, {PRODUCT_MOST} are allowed"
        ));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(name: &str, description: &str, uses: &[&str]) -> Room {
        Room {
            name: name.to_owned(),
            description: description.to_owned(),
            uses: uses.iter().map(|&used| used.to_owned()).collect(),
            brings: BTreeSet::new(),
        }
    }

    #[test]
    fn an_arrow_in_the_wrong_direction_is_found() {
        assert!(directions(&[sample("store", "", &["engine"])]).is_empty());
        let wrong = directions(&[sample("engine", "", &["store"]), sample("helpers", "", &[])]);
        assert_eq!(
            wrong,
            [
                "`engine` may not use `store`",
                "`helpers` is a crate without a place in the house"
            ]
        );
    }

    #[test]
    fn a_crate_with_two_tasks_is_found() {
        assert!(sentences(&[sample("a", "Keeps bees.", &[])]).is_empty());
        assert_eq!(
            sentences(&[sample("a", "Keeps bees and sells honey.", &[])]).len(),
            1
        );
        assert_eq!(sentences(&[sample("a", "keeps bees", &[])]).len(), 1);
        assert_eq!(sentences(&[sample("a", "", &[])]).len(), 1);
    }

    #[test]
    fn one_dependency_too_many_is_found() {
        let bringing = |count: usize| Room {
            brings: (0..count).map(|n| format!("crate-{n}")).collect(),
            ..sample("engine", "", &[])
        };
        assert!(weight(&[bringing(ENGINE_MOST)]).is_empty());
        assert_eq!(weight(&[bringing(ENGINE_MOST + 1)]).len(), 1);
        let cli = Room {
            name: "cli".to_owned(),
            ..bringing(PRODUCT_MOST + 1)
        };
        assert_eq!(weight(&[cli]).len(), 1);
    }
}
