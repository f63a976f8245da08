//! The shipped catalogues: each loads, and no label was copied from language to language.

use engine::Catalogue;
use engine::catalogue::Label;

/// Labels that two languages rightly share.
pub const SAME_LABELS: &str = "catalogues/same-labels.toml";

/// One reviewed pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Same {
    pub catalogue: String,
    pub code: String,
    pub languages: Vec<String>,
}

/// The reviewed list: tables `[[same]]` with one entry a line.
pub fn same_labels(text: &str) -> Vec<Same> {
    let tables = text.split("[[same]]").skip(1);
    tables
        .map(|table| Same {
            catalogue: value(table, "catalogue").concat(),
            code: value(table, "code").concat(),
            languages: value(table, "languages"),
        })
        .collect()
}

/// The quoted texts of one entry.
fn value(table: &str, name: &str) -> Vec<String> {
    let entry = table.lines().find_map(|line| {
        let (found, value) = line.split_once('=')?;
        (found.trim() == name).then_some(value)
    });
    let parts = entry.unwrap_or_default().split('"');
    parts.skip(1).step_by(2).map(str::to_owned).collect()
}

pub fn loads(path: &str, text: &str) -> Result<Catalogue, Vec<String>> {
    let told = |problem: &dyn std::fmt::Display| format!("{path}: {problem}");
    Catalogue::parse(text)
        .map_err(|problems| problems.iter().map(|problem| told(problem)).collect())
}

pub fn copied_labels(catalogue: &Catalogue, reviewed: &[Same]) -> Vec<String> {
    let file = catalogue.file();
    let dispositions = file
        .dispositions
        .iter()
        .map(|found| (found.code.to_string(), &found.label));
    let causes = file
        .causes
        .iter()
        .map(|found| (found.code.to_string(), &found.label));
    let groups = file
        .groups
        .iter()
        .map(|found| (found.key.clone(), &found.label));
    let mut wrong = Vec::new();
    for (code, label) in dispositions.chain(causes).chain(groups) {
        for (first, second) in shared(label) {
            let known = reviewed.iter().any(|same| {
                let languages = [&first, &second];
                same.catalogue == file.name
                    && same.code == code
                    && languages
                        .iter()
                        .all(|language| same.languages.contains(language))
            });
            if !known {
                wrong.push(format!(
                    "{} `{code}`: one label in {first} and {second}",
                    file.name
                ));
            }
        }
    }
    wrong
}

/// Pairs of languages with the same label.
fn shared(label: &Label) -> Vec<(String, String)> {
    let texts: Vec<(&String, String)> = label
        .iter()
        .map(|(language, text)| (language, text.to_lowercase()))
        .collect();
    let mut pairs = Vec::new();
    for (index, (first, text)) in texts.iter().enumerate() {
        let others = texts
            .iter()
            .skip(index + 1)
            .filter(|(_, other)| other == text);
        pairs.extend(others.map(|(second, _)| ((*first).clone(), (*second).clone())));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(texts: &[(&str, &str)]) -> Label {
        let owned = texts
            .iter()
            .map(|(language, text)| ((*language).to_owned(), (*text).to_owned()));
        owned.collect()
    }

    #[test]
    fn a_copied_label_is_found() {
        let copied = label(&[("nl", "Fax"), ("en", "fax"), ("de", "Faxgerät")]);
        assert_eq!(shared(&copied), [("en".to_owned(), "nl".to_owned())]);
        assert!(shared(&label(&[("nl", "Bezet"), ("en", "Busy")])).is_empty());
    }

    #[test]
    fn the_reviewed_list_is_read() {
        let text = "# why\n\n[[same]]\ncatalogue = \"a\"\ncode = \"4.1/x\"\nlanguages = [\"nl\", \"en\"]\n";
        let same = Same {
            catalogue: "a".to_owned(),
            code: "4.1/x".to_owned(),
            languages: vec!["nl".to_owned(), "en".to_owned()],
        };
        assert_eq!(same_labels(text), [same]);
    }

    #[test]
    fn a_catalogue_that_does_not_load_is_told_with_its_place() {
        let wrong = loads("catalogues/x.toml", "name = \"x\"\n").unwrap_err();
        assert!(
            wrong
                .iter()
                .all(|line| line.starts_with("catalogues/x.toml: "))
        );
        assert!(!wrong.is_empty());
    }
}
