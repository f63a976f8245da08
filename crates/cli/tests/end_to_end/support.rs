//! A folder with a database in it, and the program run there.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

pub struct Floor {
    folder: PathBuf,
}

pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Floor {
    pub fn new() -> Floor {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("dispo-cli-{}-{count}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        Floor { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of all files, in order.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Runs the program in the folder; words are separated by spaces.
    pub fn run(&self, line: &str) -> Ran {
        self.words(&line.split_whitespace().collect::<Vec<_>>())
    }

    pub fn words(&self, words: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_dispo"))
            .args(words)
            .current_dir(&self.folder)
            .env_remove("DISPO_DB")
            .output()
            .unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs it with `--json` and gives the exit status and the result.
    pub fn json(&self, line: &str) -> (i32, Value) {
        let ran = self.run(&format!("--json {line}"));
        let value = serde_json::from_str(&ran.out)
            .unwrap_or_else(|error| panic!("{line}: {error}: {}{}", ran.out, ran.err));
        (ran.code, value)
    }

    /// The counts of an import, in the order of the report.
    pub fn import(&self, line: &str) -> (i32, [u64; 8]) {
        let (code, report) = self.json(&format!("import {line}"));
        (code, counts(&report))
    }
}

impl Drop for Floor {
    fn drop(&mut self) {
        // What is left in the folder for temporary files does no harm.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// rows, imported, updated, unchanged, rejected, invalid, duplicate, suppressed
pub fn counts(report: &Value) -> [u64; 8] {
    [
        "rows",
        "imported",
        "updated",
        "unchanged",
        "rejected",
        "invalid",
        "duplicate",
        "suppressed",
    ]
    .map(|name| report[name].as_u64().unwrap())
}

pub fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/tests/fixtures");
    folder
        .join(name)
        .canonicalize()
        .unwrap()
        .display()
        .to_string()
}
