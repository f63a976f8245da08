//! What stands around the codes as a form holds it, and back: each value is read by itself.

use crate::words::Words;
use engine::Period;
use engine::catalogue::{CatalogueFile, Group, Label, Offering, Retry};
use std::collections::BTreeMap;

pub type Pairs = [(String, String)];
/// By the name of the field.
pub type Wrong = BTreeMap<String, String>;

pub const COUNTS: [&str; 4] = ["cold-count", "callback-count", "callbacks", "total"];
pub const PERIODS: [&str; 3] = ["cold-period", "callback-period", "callbacks-period"];
const MOST: u32 = 999;

pub fn written(file: &CatalogueFile) -> Vec<(String, String)> {
    let limits = &file.limits;
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut say = |name: &str, value: String| pairs.push((name.to_owned(), value));
    say("title", file.title.clone());
    say("offering", word(file.offering).to_owned());
    say("contact-gap", period(file.contact_gap));
    say("callback-timeout", period(file.callback_timeout));
    say("cold-count", limits.cold_count.to_string());
    say("cold-period", period(limits.cold_period));
    say("callback-count", limits.callback_count.to_string());
    say("callback-period", period(limits.callback_period));
    say("callbacks", limits.callbacks.to_string());
    say("callbacks-period", period(limits.callbacks_period));
    say("total", limits.total.to_string());
    for group in &file.groups {
        for language in &file.languages {
            let label = group.label.get(language).cloned().unwrap_or_default();
            say(&format!("group.{}.{language}", group.key), label);
        }
    }
    for cause in &file.causes {
        let name = |field: &str| format!("cause.{}.{field}", cause.code);
        say(&name("on"), cause.on.join(" "));
        say(&name("signs"), cause.signs.join(" "));
        if let Some(retry) = cause.retry {
            say(&name("after"), period(retry.after));
            say(&name("most"), retry.most.to_string());
        }
    }
    pairs
}

pub fn word(offering: Offering) -> &'static str {
    match offering {
        Offering::Bands => "bands",
        Offering::Score => "score",
        Offering::CallOrder => "call_order",
        Offering::DialRules => "dial_rules",
    }
}

fn period(period: Period) -> String {
    match period.is_zero() {
        true => String::new(),
        false => period.to_string(),
    }
}

/// The file with what was entered, or what is wrong with each value that cannot be read.
pub fn entered(pairs: &Pairs, base: &CatalogueFile, words: &Words) -> Result<CatalogueFile, Wrong> {
    let mut read = Reading {
        pairs,
        words,
        wrong: Wrong::new(),
    };
    let mut file = base.clone();
    file.accepted = super::super::meant::entered(pairs);
    file.title = read.one("title").to_owned();
    let offerings = [
        Offering::Bands,
        Offering::Score,
        Offering::CallOrder,
        Offering::DialRules,
    ];
    let mut chosen = offerings.into_iter();
    let chosen = chosen.find(|offering| word(*offering) == read.one("offering"));
    file.offering = chosen.unwrap_or(file.offering);
    file.contact_gap = read.period("contact-gap");
    file.callback_timeout = read.period("callback-timeout");
    let limits = &mut file.limits;
    limits.cold_count = read.count("cold-count");
    limits.cold_period = read.period("cold-period");
    limits.callback_count = read.count("callback-count");
    limits.callback_period = read.period("callback-period");
    limits.callbacks = read.count("callbacks");
    limits.callbacks_period = read.period("callbacks-period");
    limits.total = read.count("total");
    for group in &mut file.groups {
        read.label(&group.key, &base.languages, &mut group.label);
    }
    read.new_group(&mut file);
    for cause in &mut file.causes {
        let name = |field: &str| format!("cause.{}.{field}", cause.code);
        cause.on = read.list(&name("on"));
        cause.signs = read.list(&name("signs"));
        cause.retry = read.retry(&name("after"), &name("most"));
    }
    match read.wrong.is_empty() {
        true => Ok(file),
        false => Err(read.wrong),
    }
}

struct Reading<'r> {
    pairs: &'r Pairs,
    words: &'r Words,
    wrong: Wrong,
}

impl<'r> Reading<'r> {
    fn one(&self, name: &str) -> &'r str {
        let found = self.pairs.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.trim())
    }

    fn blame(&mut self, name: &str, key: &'static str) {
        self.wrong.insert(name.to_owned(), self.words.t(key));
    }

    /// Nothing is off.
    fn count(&mut self, name: &str) -> u32 {
        let text = self.one(name);
        let count = text.parse().ok().filter(|count| *count <= MOST);
        if count.is_none() && !text.is_empty() {
            self.blame(name, "frame-no-count");
        }
        count.unwrap_or_default()
    }

    fn period(&mut self, name: &str) -> Period {
        let text = self.one(name);
        let period = text.parse().ok();
        if period.is_none() && !text.is_empty() {
            self.blame(name, "frame-no-period");
        }
        period.unwrap_or_default()
    }

    fn list(&self, name: &str) -> Vec<String> {
        let words = self.one(name).split([' ', ',']);
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    }

    fn label(&self, key: &str, languages: &[String], label: &mut Label) {
        for language in languages {
            let text = self.one(&format!("group.{key}.{language}"));
            label.insert(language.clone(), text.to_owned());
        }
    }

    /// One more group, called by its key until somebody says how.
    fn new_group(&mut self, file: &mut CatalogueFile) {
        let key = self.one("new-group");
        if key.is_empty() {
            return;
        }
        if file.group(key).is_some() || key.contains([',', '.', ' ']) || key.len() > 20 {
            return self.blame("new-group", "frame-no-group");
        }
        let label = file.languages.iter();
        file.groups.push(Group {
            key: key.to_owned(),
            label: label.map(|one| (one.clone(), key.to_owned())).collect(),
            set_by: Vec::new(),
            closed: false,
            scored: false,
            options: None,
        });
    }

    /// When, and how often at most; neither is nothing without the other.
    fn retry(&mut self, after: &str, most: &str) -> Option<Retry> {
        if self.one(after).is_empty() && self.one(most).is_empty() {
            return None;
        }
        for name in [after, most] {
            if self.one(name).is_empty() {
                self.blame(name, "frame-both");
            }
        }
        Some(Retry {
            after: self.period(after),
            most: self.count(most),
        })
    }
}
