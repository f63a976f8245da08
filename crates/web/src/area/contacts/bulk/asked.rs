//! What the form says: which contacts, and what is to be done to them.

use crate::area::desk::{typed_problem, written};
use crate::page::query_value;
use crate::words::Words;
use engine::callback::typed;
use engine::{AgentId, Code, Rules, Zone};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{BulkChange, FieldHolds, Holding, Matching};

/// Everything may be missing, or nonsense.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub list: String,
    pub state: String,
    pub code: String,
    pub attempt_code: String,
    pub agent: String,
    /// First and last day of the attempt, both included.
    pub from: String,
    pub until: String,
    pub field: String,
    pub how: String,
    pub value: String,
    /// `correct`, `set`, `assign` or `roster`.
    pub change: String,
    pub to: String,
    pub reset: String,
    pub due: String,
    pub owner: String,
    pub roster: String,
    /// Where they are moved to, and what goes along; ticks are `on`.
    pub target: String,
    pub counters: String,
    pub duplicates: String,
    pub add_fields: String,
}

/// By the name of the field: what is wrong with it, and the remedy.
pub type Problems = BTreeMap<&'static str, String>;

impl Asked {
    /// Both halves as they stand in an address or a form.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let mut pairs = self.filter_pairs();
        let change: [(&'static str, &str); 10] = [
            ("change", &self.change),
            ("to", &self.to),
            ("reset", &self.reset),
            ("due", &self.due),
            ("owner", &self.owner),
            ("roster", &self.roster),
            ("target", &self.target),
            ("counters", &self.counters),
            ("duplicates", &self.duplicates),
            ("add_fields", &self.add_fields),
        ];
        pairs.extend(change.into_iter().filter(|(_, value)| !value.is_empty()));
        pairs
    }

    fn filter_pairs(&self) -> Vec<(&'static str, &str)> {
        let all: [(&'static str, &str); 10] = [
            ("list", &self.list),
            ("state", &self.state),
            ("code", &self.code),
            ("attempt_code", &self.attempt_code),
            ("agent", &self.agent),
            ("from", &self.from),
            ("until", &self.until),
            ("field", &self.field),
            ("how", &self.how),
            ("value", &self.value),
        ];
        all.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// Who is meant, for the address bar.
    pub fn filter_query(&self) -> String {
        let pairs = self.filter_pairs();
        let pairs: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{name}={}", query_value(value)))
            .collect();
        pairs.join("&")
    }

    /// The contacts that are meant, with what is wrong about it.
    pub fn matching(&self, words: &Words, problems: &mut Problems) -> Matching {
        let zone = words.zone();
        let from = self.day("from", &self.from, words, problems);
        let until = self.day("until", &self.until, words, problems);
        if let (Some(first), Some(last)) = (from, until)
            && first > last
        {
            problems.insert("until", words.t("bulk-days-swapped"));
        }
        let state = plain(&self.state);
        if !state.is_empty() && !super::super::STATES.contains(&state.as_str()) {
            problems.insert("state", words.t("bulk-bad-state"));
        }
        let agent = match self.agent.trim() {
            "" => None,
            id => id.parse().ok().map(AgentId).or_else(|| {
                problems.insert("agent", words.t("change-owner-unknown"));
                None
            }),
        };
        Matching {
            state: Some(state).filter(|state| !state.is_empty()),
            code: code(&self.code),
            attempt_code: code(&self.attempt_code),
            agent,
            from: from.map(|day| start_of(zone, day)),
            until: until
                .and_then(|day| day.tomorrow().ok())
                .map(|day| start_of(zone, day)),
            field: self.field(words, problems),
        }
    }

    fn day(
        &self,
        name: &'static str,
        text: &str,
        words: &Words,
        problems: &mut Problems,
    ) -> Option<Date> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let day = text.parse().ok();
        if day.is_none() {
            problems.insert(name, words.with("results-bad-day", [("day", text)]));
        }
        day
    }

    fn field(&self, words: &Words, problems: &mut Problems) -> Option<FieldHolds> {
        let name = plain(&self.field);
        if name.is_empty() {
            if !self.value.trim().is_empty() {
                problems.insert("field", words.t("bulk-which-field"));
            }
            return None;
        }
        let how = Holding::ALL
            .into_iter()
            .find(|how| how.word() == self.how)
            .unwrap_or(Holding::Is);
        Some(FieldHolds {
            name,
            how,
            value: plain(&self.value),
        })
    }

    /// What is to be done; nothing where that is not said yet.
    pub fn change(
        &self,
        rules: &Rules,
        now: Timestamp,
        words: &Words,
        problems: &mut Problems,
    ) -> Option<BulkChange> {
        match self.change.trim() {
            "" => None,
            "correct" => Some(BulkChange::Correct {
                code: self.known_code(rules, words, problems)?,
            }),
            "set" => {
                let code = self.known_code(rules, words, problems);
                let due = self.due(now, words, problems);
                Some(BulkChange::Set {
                    code: code?,
                    reset: !self.reset.is_empty(),
                    due: due?,
                })
            }
            "assign" => Some(BulkChange::Assign {
                owner: self.owner(words, problems)?,
            }),
            "roster" => Some(BulkChange::SetRoster {
                roster: self.roster(words, problems)?,
            }),
            _ => {
                problems.insert("change", words.t("bulk-bad-change"));
                None
            }
        }
    }

    fn known_code(&self, rules: &Rules, words: &Words, problems: &mut Problems) -> Option<Code> {
        let text = plain(&self.to);
        let found = rules.catalogue.find(&text).filter(|_| !text.is_empty());
        if found.is_none() {
            let problem = match text.is_empty() {
                true => words.t("bulk-which-code"),
                false => words.with("refused-unknown-code", [("code", text.as_str())]),
            };
            problems.insert("to", problem);
        }
        found.map(|found| found.code.clone())
    }

    /// Outer: whether it can be read; inner: whether something was written.
    fn due(
        &self,
        now: Timestamp,
        words: &Words,
        problems: &mut Problems,
    ) -> Option<Option<Timestamp>> {
        let text = self.due.trim();
        if text.is_empty() {
            return Some(None);
        }
        match typed::parse(text, now, words.zone(), words.language().word()) {
            Ok(due) => Some(Some(due)),
            Err(error) => {
                problems.insert("due", typed_problem(&error, words));
                None
            }
        }
    }

    fn owner(&self, words: &Words, problems: &mut Problems) -> Option<Option<AgentId>> {
        match self.owner.trim() {
            "" => Some(None),
            id => match id.parse() {
                Ok(id) => Some(Some(AgentId(id))),
                Err(_) => {
                    problems.insert("owner", words.t("change-owner-unknown"));
                    None
                }
            },
        }
    }

    fn roster(&self, words: &Words, problems: &mut Problems) -> Option<Option<engine::Roster>> {
        match self.roster.trim() {
            "" => Some(None),
            text => match words.read_roster(text) {
                Ok(roster) => Some(Some(roster)),
                Err(_) => {
                    problems.insert("roster", words.t("roster-wrong"));
                    None
                }
            },
        }
    }

    /// The same with the moment written out: what was looked at is what is done.
    pub fn settled(&self, change: &BulkChange, words: &Words) -> Self {
        match change {
            BulkChange::Set { due: Some(due), .. } => Self {
                due: written(*due, words),
                ..self.clone()
            },
            _ => self.clone(),
        }
    }
}

/// No text holds a control character, and a database may refuse one.
fn plain(text: &str) -> String {
    text.replace(char::is_control, " ").trim().to_owned()
}

fn code(text: &str) -> Option<Code> {
    let text = plain(text);
    (!text.is_empty()).then(|| Code::new(text))
}

fn start_of(zone: &Zone, day: Date) -> Timestamp {
    zone.instant(day, Time::midnight())
}
