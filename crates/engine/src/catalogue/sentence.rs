//! The sentences of the check in English. They stand with those of the other languages, so that
//! the command line and the pages say the same.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const ENGLISH: &str = include_str!("../../../../locales/en/findings.ftl");

/// By the word of the reason; what to do by the same with `-do`.
static SENTENCES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = ENGLISH.lines();
    let keyed = lines.filter_map(|line| line.strip_prefix("finding-")?.split_once(" = "));
    keyed.collect()
});

pub(super) fn say(reason: &str, end: &str, parts: &[(&'static str, &str)]) -> String {
    let key = format!("{reason}{end}");
    let sentence = SENTENCES.get(key.as_str()).copied().unwrap_or(reason);
    let plain = sentence.replace("{\"{\"}", "{").replace("{\"}\"}", "}");
    parts.iter().fold(plain, |text, (name, value)| {
        text.replace(&format!("{{ ${name} }}"), value)
    })
}
