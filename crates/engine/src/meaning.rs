//! The meaning tree: the neutral sense of a disposition, the hinge of the crosswalk.
//!
//! A path such as `unreached.line.refused` has the ancestors `unreached.line` and
//! `unreached`. The nodes are data: `catalogues/meanings.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const NODES: &str = include_str!("../../../catalogues/meanings.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    meaning: Vec<Node>,
}

/// One node of the tree.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    pub path: String,
    pub label: BTreeMap<String, String>,
}

static TREE: LazyLock<BTreeMap<String, Node>> = LazyLock::new(|| {
    let file: File = toml::from_str(NODES).unwrap_or(File {
        meaning: Vec::new(),
    });
    file.meaning
        .into_iter()
        .map(|node| (node.path.clone(), node))
        .collect()
});

/// Whether a path is a node of the tree.
pub fn is_known(path: &str) -> bool {
    TREE.contains_key(path)
}

/// The node above a path.
pub fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(parent, _)| parent)
}

/// A path and all nodes above it, nearest first.
pub fn upwards(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |node| parent(node))
}

/// Whether a path is that node or lies below it.
pub fn is_within(path: &str, node: &str) -> bool {
    path.strip_prefix(node)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// All nodes, in order of their paths.
pub fn nodes() -> impl Iterator<Item = &'static Node> {
    TREE.values()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_tree_reads_and_has_no_gap() {
        let file: File = toml::from_str(NODES).unwrap();
        assert_eq!(file.meaning.len(), TREE.len(), "a path is listed twice");
        for node in nodes() {
            assert!(
                parent(&node.path).is_none_or(is_known),
                "{} has no parent",
                node.path
            );
        }
    }
}
