//! The fields of a code as its form shows them: under their headings, with what is said of each.

use super::fields::{Field, SECTIONS, Section, Shape};
use super::form::Pairs;
use super::found::Said;
use super::reveal::{concrete, holds};
use crate::words::Words;
use engine::catalogue::CatalogueFile;
use std::collections::BTreeMap;

/// One heading.
pub struct Part {
    pub title: String,
    pub fields: Vec<Shown>,
    pub rare: Vec<Shown>,
    /// How many of those that are folded away are filled in.
    pub set: usize,
    /// Something is said of one of them.
    pub is_open: bool,
}

pub struct Shown {
    pub path: &'static str,
    pub id: String,
    pub label: String,
    pub shape: Shape,
    pub value: String,
    pub choices: Vec<Choice>,
    pub error: Option<String>,
    pub said: Vec<Said>,
    /// What reveals it, and what stands in it where nobody has said anything.
    pub when: String,
    pub usual: &'static str,
    pub hidden: bool,
}

/// What may be chosen.
pub struct Choice {
    pub word: String,
    pub label: String,
    pub is: bool,
    pub when: String,
    pub hidden: bool,
}

impl Shown {
    pub fn is_many(&self) -> bool {
        matches!(self.shape, Shape::Many(_))
    }

    pub fn is_chosen(&self) -> bool {
        matches!(self.shape, Shape::OneOf(_) | Shape::Group)
    }

    fn is_set(&self) -> bool {
        self.value != self.usual
    }
}

/// What the form is filled with.
pub struct Filled<'a> {
    pub pairs: &'a Pairs,
    pub file: &'a CatalogueFile,
    pub wrong: &'a BTreeMap<&'static str, String>,
    pub words: &'a Words,
}

impl Filled<'_> {
    /// All headings, and what is said of none of their fields.
    pub fn parts(&self, mut said: Vec<Said>) -> (Vec<Part>, Vec<Said>) {
        let mut heads = Vec::new();
        let parts = SECTIONS.map(|section| self.part(section, &mut said, &mut heads));
        (parts.into(), said)
    }

    fn part(&self, section: &Section, said: &mut Vec<Said>, heads: &mut Vec<String>) -> Part {
        let mut shown = |fields: &'static [Field]| -> Vec<Shown> {
            let fields = fields.iter();
            fields.map(|field| self.shown(field, said, heads)).collect()
        };
        let (fields, rare) = (shown(section.fields), shown(section.rare));
        let is_told = |one: &Shown| one.error.is_some() || !one.said.is_empty();
        Part {
            title: self.words.t(section.title),
            set: rare.iter().filter(|one| one.is_set()).count(),
            is_open: rare.iter().any(is_told),
            fields,
            rare,
        }
    }

    fn shown(&self, field: &'static Field, said: &mut Vec<Said>, heads: &mut Vec<String>) -> Shown {
        let path = field.path;
        let head = path.split('.').next().unwrap_or(path);
        let is_first = !heads.iter().any(|known| known == head);
        heads.push(head.to_owned());
        let about = |one: &Said| one.field == path || (one.field == head && is_first);
        let (own, rest) = std::mem::take(said).into_iter().partition(about);
        *said = rest;
        let value = self.values(path).next().unwrap_or_default();
        let mut shown = Shown {
            path,
            id: path.replace('.', "-"),
            label: self.words.t(field.label),
            shape: field.shape,
            value: value.to_owned(),
            choices: self.choices(field),
            error: self.wrong.get(path).cloned(),
            said: own,
            when: concrete(field.when, self.file),
            usual: field.usual,
            hidden: false,
        };
        let is_told = shown.error.is_some() || !shown.said.is_empty();
        let is_there = match shown.is_many() {
            true => shown.choices.iter().any(|one| !one.hidden),
            false => shown.is_set() || holds(&shown.when, self.pairs),
        };
        shown.hidden = !is_told && !is_there;
        shown
    }

    fn values(&self, path: &'static str) -> impl Iterator<Item = &str> {
        let own = self.pairs.iter().filter(move |(known, _)| known == path);
        own.map(|(_, value)| value.as_str())
    }

    fn choices(&self, field: &'static Field) -> Vec<Choice> {
        let is = |word: &str| self.values(field.path).any(|value| value == word);
        let none = self.values(field.path).next().is_none();
        let choice = |word: &str, when: &str| {
            let (when, is) = (
                concrete(when, self.file),
                is(word) || word.is_empty() && none,
            );
            Choice {
                word: word.to_owned(),
                label: self.label(field.path, word),
                hidden: !is && !holds(&when, self.pairs),
                is,
                when,
            }
        };
        match field.shape {
            Shape::OneOf(known) => known.iter().map(|word| choice(word, "")).collect(),
            Shape::Many(known) => known
                .iter()
                .map(|(word, when)| choice(word, when))
                .collect(),
            Shape::Group => self.groups(is),
            _ => Vec::new(),
        }
    }

    /// A closed group takes none but those it has.
    fn groups(&self, is: impl Fn(&str) -> bool) -> Vec<Choice> {
        let groups = self.file.groups.iter();
        let there = groups.filter(|group| !group.closed || is(&group.key));
        let language = self.words.language().word();
        there
            .map(|group| Choice {
                word: group.key.clone(),
                label: format!(
                    "{} {}",
                    group.key,
                    group.label.get(language).map_or("", String::as_str)
                ),
                is: is(&group.key),
                when: String::new(),
                hidden: false,
            })
            .collect()
    }

    fn label(&self, path: &str, word: &str) -> String {
        match (path, word) {
            (_, "") => "–".to_owned(),
            ("credit.client" | "credit.agent", figure) => figure.to_owned(),
            ("contact_priority", "1") => self.words.t("code-near-1"),
            ("contact_priority", "3") => self.words.t("code-near-3"),
            ("contact_priority", "4") => self.words.t("code-near-4"),
            ("contact_priority", _) => self.words.t("code-near-6"),
            ("set_by", "mail") => self.words.t("code-set-by-mail"),
            (_, word) => self
                .words
                .t(&format!("code-word-{}", word.replace('_', "-"))),
        }
    }
}
