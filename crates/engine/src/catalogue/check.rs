//! What must hold before a catalogue may be used; all problems at once.

use super::{Band, CatalogueFile, Disposition, Kind, RosterMode};
use crate::meaning;
use crate::trigger::Trigger;
use std::collections::BTreeMap;
use std::fmt;

/// One thing wrong with a catalogue: where, what, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueProblem {
    pub line: Option<usize>,
    /// The code it concerns, or empty for the file itself.
    pub code: String,
    pub field: String,
    pub text: String,
    pub remedy: String,
}

impl fmt::Display for CatalogueProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.code.is_empty() {
            write!(f, "disposition `{}`: ", self.code)?;
        }
        write!(f, "`{}`: {}; {}", self.field, self.text, self.remedy)
    }
}

impl CatalogueProblem {
    fn new(code: &str, field: &str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            line: None,
            code: code.to_owned(),
            field: field.to_owned(),
            text: text.into(),
            remedy: remedy.into(),
        }
    }

    pub(super) fn of_toml(text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map(|span| line_of(text, span.start));
        Self {
            line,
            ..Self::new(
                "",
                "file",
                error.message().to_owned(),
                "correct the line; the fields are listed in docs/catalogue.md",
            )
        }
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}

/// Adds the line where the disposition of each problem begins.
pub(super) fn locate(text: &str, problems: Vec<CatalogueProblem>) -> Vec<CatalogueProblem> {
    let line_of_code = |code: &str| {
        let wanted = format!("code = \"{code}\"");
        text.lines()
            .position(|line| line.trim() == wanted || line.starts_with(&wanted))
            .map(|at| at + 1)
    };
    problems
        .into_iter()
        .map(|problem| CatalogueProblem {
            line: line_of_code(&problem.code),
            ..problem
        })
        .collect()
}

/// Index of every code and alias.
pub(super) fn codes(file: &CatalogueFile) -> BTreeMap<String, usize> {
    let mut by_code = BTreeMap::new();
    for (index, disposition) in file.dispositions.iter().enumerate() {
        by_code.insert(disposition.code.to_string(), index);
        for alias in &disposition.aliases {
            by_code.entry(alias.clone()).or_insert(index);
        }
    }
    by_code
}

/// Index of the disposition that answers each trigger, itself or by its family.
pub(super) fn answers(file: &CatalogueFile) -> BTreeMap<Trigger, usize> {
    let answering = |word: &str| {
        file.dispositions
            .iter()
            .position(|d| d.on.iter().any(|on| on == word))
    };
    Trigger::all()
        .into_iter()
        .filter_map(|trigger| {
            let own = answering(&trigger.to_string());
            let index = own.or_else(|| trigger.parent().and_then(answering))?;
            Some((trigger, index))
        })
        .collect()
}

pub(super) fn check(file: &CatalogueFile) -> Vec<CatalogueProblem> {
    let mut problems = Vec::new();
    header(file, &mut problems);
    unique(file, &mut problems);
    triggers(file, &mut problems);
    for disposition in &file.dispositions {
        labels(file, disposition, &mut problems);
        record(file, disposition, &mut problems);
    }
    problems
}

fn header(file: &CatalogueFile, problems: &mut Vec<CatalogueProblem>) {
    if file.dispositions.is_empty() {
        problems.push(CatalogueProblem::new(
            "",
            "disposition",
            "the catalogue has none",
            "add at least one `[[disposition]]`",
        ));
    }
    if !file.languages.contains(&file.own_language) {
        let remedy = format!("write one of {:?}", file.languages);
        problems.push(CatalogueProblem::new(
            "",
            "own_language",
            format!("`{}` is not among the languages", file.own_language),
            remedy,
        ));
    }
}

fn unique(file: &CatalogueFile, problems: &mut Vec<CatalogueProblem>) {
    let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for disposition in &file.dispositions {
        let code = disposition.code.as_str();
        let names = std::iter::once(code).chain(disposition.aliases.iter().map(String::as_str));
        let mut keys: Vec<(&str, String)> = names.map(|name| ("code", name.to_owned())).collect();
        keys.push(("meaning", disposition.meaning.clone()));
        keys.extend(disposition.hotkey.map(|key| ("hotkey", key.to_string())));
        for key in keys {
            let (field, value) = key.clone();
            if let Some(other) = seen.insert(key, code) {
                let remedy = format!("give one of the two another {field}");
                problems.push(CatalogueProblem::new(
                    code,
                    field,
                    format!("`{value}` is already that of `{other}`"),
                    remedy,
                ));
            }
        }
        if file.reserved.iter().any(|reserved| reserved == code) {
            problems.push(CatalogueProblem::new(
                code,
                "code",
                "is reserved",
                "choose a code that is not in `reserved`",
            ));
        }
    }
}

fn triggers(file: &CatalogueFile, problems: &mut Vec<CatalogueProblem>) {
    let families = ["line", "limit", "import"];
    let mut answered: BTreeMap<&str, &str> = BTreeMap::new();
    for disposition in &file.dispositions {
        let code = disposition.code.as_str();
        for word in disposition.on.iter().chain(disposition.kind_on.keys()) {
            if !families.contains(&word.as_str()) && word.parse::<Trigger>().is_err() {
                problems.push(CatalogueProblem::new(
                    code,
                    "on",
                    format!("`{word}` is not a trigger"),
                    "the list is closed: see docs/GLOSSARY.md",
                ));
            }
        }
        for word in &disposition.on {
            if let Some(other) = answered.insert(word, code) {
                problems.push(CatalogueProblem::new(
                    code,
                    "on",
                    format!("`{word}` is already answered by `{other}`"),
                    "leave it with one of the two",
                ));
            }
        }
    }
    let have = answers(file);
    for trigger in Trigger::all()
        .into_iter()
        .filter(|trigger| !have.contains_key(trigger))
    {
        let text = format!("no disposition answers `{trigger}`");
        problems.push(CatalogueProblem::new(
            "",
            "on",
            text,
            format!("add \"{trigger}\" to the `on` of one disposition"),
        ));
    }
}

fn labels(file: &CatalogueFile, disposition: &Disposition, problems: &mut Vec<CatalogueProblem>) {
    for language in &file.languages {
        if disposition
            .label
            .get(language)
            .is_none_or(|label| label.trim().is_empty())
        {
            let text = format!("has no label in `{language}`");
            problems.push(CatalogueProblem::new(
                disposition.code.as_str(),
                "label",
                text,
                format!("write `{language} = \"…\"`"),
            ));
        }
    }
}

fn record(file: &CatalogueFile, disposition: &Disposition, problems: &mut Vec<CatalogueProblem>) {
    let code = disposition.code.as_str();
    let mut say = |field: &str, text: String, remedy: &str| {
        problems.push(CatalogueProblem::new(code, field, text, remedy));
    };
    if !file
        .groups
        .iter()
        .any(|group| group.key == disposition.group)
    {
        say(
            "group",
            format!("`{}` is not a group of this catalogue", disposition.group),
            "add a `[[group]]` with that key",
        );
    }
    if !meaning::is_known(&disposition.meaning) {
        say(
            "meaning",
            format!(
                "`{}` is not a node of the meaning tree",
                disposition.meaning
            ),
            "choose one from catalogues/meanings.toml",
        );
    }
    if let (Some(band), Some(priority)) = (disposition.band, disposition.priority)
        && Band::of(priority) != band
    {
        let (low, high) = band.range();
        say(
            "priority",
            format!("{priority} lies outside its band"),
            &format!("write a figure from {low} to {high}"),
        );
    }
    if matches!(disposition.kind, Kind::Unreached | Kind::Callback)
        && disposition.follow_up.is_none()
    {
        say(
            "follow_up",
            "a contact would be due again at once, for ever".into(),
            "write `follow_up = { expression = \"…\" }`",
        );
    }
    if (disposition.roster == RosterMode::Change) != disposition.roster_lines.is_some() {
        say(
            "roster",
            "`change` and `roster_lines` belong together".into(),
            "write both or neither",
        );
    }
    for (figure, field) in [
        (disposition.credit.client, "credit.client"),
        (disposition.credit.agent, "credit.agent"),
    ] {
        if !(-1..=1).contains(&figure) {
            say(field, format!("{figure} is no credit"), "write -1, 0 or 1");
        }
    }
    if disposition
        .contact_priority
        .is_some_and(|figure| ![1, 3, 4, 6].contains(&figure))
    {
        say(
            "contact_priority",
            "only 1, 3, 4 and 6 exist".into(),
            "write one of them",
        );
    }
    let problem = disposition
        .suppress
        .as_ref()
        .and_then(|s| s.until.as_ref())
        .filter(|until| until.parse::<jiff::Span>().is_err());
    if let Some(until) = problem {
        say(
            "suppress.until",
            format!("`{until}` is not a period"),
            "write an ISO 8601 period such as `P1Y`",
        );
    }
}
