//! The files of the repository as they lie on the disk, without what a build or a run leaves.

use std::fs;
use std::path::{Path, PathBuf};

/// Directories that hold nothing of ours.
const LEFT_BY_OTHERS: [&str; 4] = [".git", "target", "demo-centre", "node_modules"];

/// A file with its path from the root, written with `/`.
#[derive(Debug, Clone)]
pub struct TextFile {
    pub path: String,
    pub text: String,
}

impl TextFile {
    #[cfg(test)]
    pub fn sample(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// Whether it is part of what a crate builds, not of its tests.
    pub fn is_product(&self) -> bool {
        self.path.starts_with("crates/") && self.path.contains("/src/") && !self.is_unit_test()
    }

    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    fn is_unit_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }

    /// The text before the tests that stand in the same file.
    pub fn before_its_tests(&self) -> &str {
        let marks = ["#[cfg(test)]\nmod tests {", "#[cfg(test)]\r\nmod tests {"];
        let end = marks.iter().find_map(|mark| self.text.find(mark));
        &self.text[..end.unwrap_or(self.text.len())]
    }
}

pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("the crate lies in crates/cli")
        .to_owned()
}

/// Every file that is text. A data file in another encoding is none.
pub fn text_files() -> Vec<TextFile> {
    let root = root();
    let mut files = Vec::new();
    let mut waiting = vec![root.clone()];
    while let Some(directory) = waiting.pop() {
        for entry in fs::read_dir(&directory).expect("a directory that can be read") {
            let path = entry.expect("an entry that can be read").path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if path.is_dir() {
                if !LEFT_BY_OTHERS.contains(&name.as_str()) {
                    waiting.push(path);
                }
            } else if let Ok(text) = fs::read_to_string(&path) {
                let path = path.strip_prefix(&root).expect("a path below the root");
                let path = path.to_string_lossy().replace('\\', "/");
                files.push(TextFile { path, text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// One document by its path from the root.
pub fn read(path: &str) -> String {
    let file = root().join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_walk_finds_this_file_and_nothing_built() {
    let files = text_files();
    assert!(
        files
            .iter()
            .any(|file| file.path == "crates/cli/tests/tidy/tree.rs")
    );
    assert!(files.iter().any(|file| file.path == "Cargo.toml"));
    assert!(!files.iter().any(|file| file.path.starts_with("target/")));
}

#[test]
fn a_file_is_product_or_test_by_its_place() {
    let is_product = |path: &str| TextFile::sample(path, "").is_product();
    assert!(is_product("crates/engine/src/law/mod.rs"));
    assert!(!is_product("crates/engine/src/law/tests/window.rs"));
    assert!(!is_product("crates/engine/src/roster/tests.rs"));
    assert!(!is_product("crates/engine/tests/laws.rs"));
    assert!(!is_product("scripts/src/x.rs"));
    let file = TextFile::sample(
        "crates/a/src/b.rs",
        "fn f() {}\n#[cfg(test)]\nmod tests {\n}\n",
    );
    assert_eq!(file.before_its_tests(), "fn f() {}\n");
}
