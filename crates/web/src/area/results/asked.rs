//! The question in the address bar: what is counted, of which time, by what.

use crate::page::query_value;
use crate::words::Words;
use engine::{AgentId, ListId, Zone};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::{Dimension, Question};

/// Days looked at where nothing is said.
const USUAL_DAYS: i64 = 7;

/// Everything may be missing; what makes no sense is as if it were.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub by1: String,
    pub by2: String,
    pub by3: String,
    /// First and last day, both included: `2026-11-24`.
    pub from: String,
    pub to: String,
    pub list: String,
    pub agent: String,
    pub code: String,
    /// Each code in its own words, where another vocabulary was chosen.
    pub own: String,
    /// Which line's attempts are asked for.
    pub line: String,
}

/// A question that can be asked, with its days as people know them.
pub struct Meant {
    pub question: Question,
    pub first: Date,
    pub last: Date,
    /// Said in the visitor's words: what was left out and why.
    pub problems: Vec<String>,
}

impl Asked {
    pub fn meant(&self, now: Timestamp, words: &Words) -> Meant {
        let zone = words.zone().clone();
        let today = zone.local(now).date();
        let mut problems = Vec::new();
        let mut day = |text: &str, otherwise: Date| match text.trim() {
            "" => otherwise,
            text => text.parse().unwrap_or_else(|_| {
                problems.push(words.with("results-bad-day", [("day", text)]));
                otherwise
            }),
        };
        let last = day(&self.to, today);
        let usual = last
            .checked_sub(SignedDuration::from_hours(24 * (USUAL_DAYS - 1)))
            .unwrap_or(last);
        let mut first = day(&self.from, usual);
        if first > last {
            problems.push(words.t("results-days-swapped"));
            first = last;
        }
        let mut by = Vec::new();
        for word in [&self.by1, &self.by2, &self.by3] {
            if let Some(dimension) = Dimension::of(word)
                && !by.contains(&dimension)
            {
                by.push(dimension);
            }
        }
        let question = Question {
            from: start_of(&zone, first),
            to: start_of(&zone, last.tomorrow().unwrap_or(last)),
            by,
            lists: self.list.parse().ok().map(ListId).into_iter().collect(),
            agents: self.agent.parse().ok().map(AgentId).into_iter().collect(),
            codes: Some(self.code.replace(char::is_control, " ").trim().to_owned())
                .filter(|code| !code.is_empty())
                .into_iter()
                .collect(),
            zone,
        };
        Meant {
            question,
            first,
            last,
            problems,
        }
    }

    /// In whose words the answer is told.
    pub fn words(&self, words: &Words) -> Words {
        match self.own.is_empty() {
            true => words.clone(),
            false => words.in_own(),
        }
    }

    /// The same question for the address bar, without the line.
    pub fn query(&self) -> String {
        let given = [
            ("by1", &self.by1),
            ("by2", &self.by2),
            ("by3", &self.by3),
            ("from", &self.from),
            ("to", &self.to),
            ("list", &self.list),
            ("agent", &self.agent),
            ("code", &self.code),
            ("own", &self.own),
        ];
        let pairs: Vec<String> = given
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", query_value(value)))
            .collect();
        pairs.join("&")
    }
}

fn start_of(zone: &Zone, day: Date) -> Timestamp {
    zone.instant(day, Time::midnight())
}
