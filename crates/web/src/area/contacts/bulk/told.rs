//! A bulk change in the visitor's words.

use crate::failure::Failure;
use crate::words::{Reasons, Words};
use engine::{Actor, AgentId, Code, ListId, Rules};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Bulk, BulkChange, BulkState, Holding, List, Matching, Selection, Store, UserId};

/// What is needed to tell a change: names of lists, people, codes.
pub struct Teller {
    pub lists: BTreeMap<ListId, (List, Arc<Rules>)>,
    pub agents: BTreeMap<AgentId, String>,
    pub users: BTreeMap<UserId, String>,
}

/// One change as the log and its own page show it.
pub struct LogLine {
    pub id: i64,
    pub what: String,
    pub whom: String,
    pub list: String,
    pub who: String,
    pub begun: String,
    pub ended: String,
    /// `running`, `done` or `stopped`.
    pub state: &'static str,
    pub contacts: String,
    pub done: String,
    pub waiting: String,
    pub refused: String,
    /// For the bar: of how many, how many.
    pub all: u64,
    pub settled: u64,
}

impl LogLine {
    pub fn state_key(&self) -> &'static str {
        match self.state {
            "running" => "bulk-state-running",
            "done" => "bulk-state-done",
            _ => "bulk-state-stopped",
        }
    }
}

impl Teller {
    pub fn read(store: &Store) -> Result<Self, Failure> {
        let mut lists = BTreeMap::new();
        for list in store.lists()? {
            let rules = store.rules(list.rules)?;
            lists.insert(list.id, (list, rules));
        }
        let users = store.users()?;
        Ok(Self {
            lists,
            agents: store.agents()?.into_iter().collect(),
            users: users.into_iter().map(|user| (user.id, user.name)).collect(),
        })
    }

    pub fn list(&self, id: ListId) -> String {
        self.lists
            .get(&id)
            .map_or_else(|| id.0.to_string(), |(list, _)| list.name.clone())
    }

    pub fn line(&self, bulk: &Bulk, words: &Words) -> LogLine {
        let refused: u64 = bulk.refused.values().sum();
        LogLine {
            id: bulk.id,
            what: self.change(bulk.list, &bulk.change, words),
            whom: self.selection(bulk.list, &bulk.selection, words),
            list: self.list(bulk.list),
            who: self.who(bulk, words),
            begun: words.moment(bulk.begun_at),
            ended: bulk
                .ended_at
                .map_or_else(String::new, |at| words.moment(at)),
            state: match bulk.state {
                BulkState::Running => "running",
                BulkState::Done => "done",
                BulkState::Stopped => "stopped",
            },
            contacts: words.number(count(bulk.contacts)),
            done: words.number(count(bulk.done)),
            waiting: words.number(count(bulk.waiting())),
            refused: words.number(count(refused)),
            all: bulk.contacts.max(1),
            settled: bulk.done.saturating_add(refused),
        }
    }

    fn who(&self, bulk: &Bulk, words: &Words) -> String {
        if let Some(name) = bulk.user.and_then(|user| self.users.get(&user)) {
            return name.clone();
        }
        match bulk.actor {
            Actor::Agent(id) | Actor::Supervisor(id) => self
                .agents
                .get(&id)
                .cloned()
                .unwrap_or_else(|| words.t("actor-supervisor")),
            _ => words.t("actor-system"),
        }
    }

    /// What is to be done.
    pub fn change(&self, list: ListId, change: &BulkChange, words: &Words) -> String {
        let code = |code: &Code| self.code(list, code, words);
        match change {
            BulkChange::Correct { code: to } => {
                words.with("bulk-does-correct", [("code", code(to).as_str())])
            }
            BulkChange::Set {
                code: to,
                reset,
                due,
            } => {
                let mut parts = vec![words.with("bulk-does-set", [("code", code(to).as_str())])];
                if *reset {
                    parts.push(words.t("bulk-does-reset"));
                }
                if let Some(due) = due {
                    let at = words.moment(*due);
                    parts.push(words.with("bulk-does-due", [("at", at.as_str())]));
                }
                parts.join(", ")
            }
            BulkChange::Assign { owner: Some(agent) } => {
                let agent = self.agent(*agent);
                words.with("bulk-does-assign", [("agent", agent.as_str())])
            }
            BulkChange::Assign { owner: None } => words.t("bulk-does-unassign"),
            BulkChange::SetRoster {
                roster: Some(roster),
            } => {
                let roster = words.roster(roster);
                words.with("bulk-does-roster", [("roster", roster.as_str())])
            }
            BulkChange::SetRoster { roster: None } => words.t("bulk-does-unroster"),
            BulkChange::Move(change) => {
                let to = self.list(change.to);
                let key = match change.counters {
                    true => "bulk-does-move-counters",
                    false => "bulk-does-move",
                };
                words.with(key, [("list", to.as_str())])
            }
        }
    }

    /// Which contacts.
    pub fn selection(&self, list: ListId, selection: &Selection, words: &Words) -> String {
        match selection {
            Selection::Contacts(contacts) => words.n("bulk-whom-chosen", count_of(contacts)),
            Selection::Matching(matching) => {
                let parts = self.matching(list, matching, words);
                match parts.is_empty() {
                    true => words.t("bulk-whom-all"),
                    false => parts.join(" · "),
                }
            }
        }
    }

    fn matching(&self, list: ListId, matching: &Matching, words: &Words) -> Vec<String> {
        let say = |key: &str, value: &str| format!("{}: {value}", words.t(key));
        let code = |code: &Code| self.code(list, code, words);
        let state = matching.state.as_ref().map(|state| {
            let key = format!("state-{}", state.replace('_', "-"));
            say("search-state", &words.t(&key))
        });
        let held = matching.code.as_ref().map(|it| say("bulk-code", &code(it)));
        let attempt = matching.attempt_code.as_ref();
        let attempt = attempt.map(|it| say("bulk-attempt-code", &code(it)));
        let agent = matching.agent;
        let agent = agent.map(|agent| say("attempt-agent", &self.agent(agent)));
        let from = matching.from.map(|at| say("bulk-from", &words.moment(at)));
        let until = matching
            .until
            .map(|at| say("bulk-before", &words.moment(at)));
        let field = matching.field.as_ref().map(|field| {
            let how = words.t(how_key(field.how));
            format!("{} {how} “{}”", self.field(list, &field.name), field.value)
        });
        [state, held, attempt, agent, from, until, field]
            .into_iter()
            .flatten()
            .collect()
    }

    /// A field as people call it.
    fn field(&self, list: ListId, name: &str) -> String {
        let fields = self.lists.get(&list).map(|(list, _)| &list.fields);
        fields
            .into_iter()
            .flatten()
            .find(|field| field.name == name)
            .map_or_else(|| name.to_owned(), |field| field.external.clone())
    }

    fn agent(&self, id: AgentId) -> String {
        self.agents
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.0.to_string())
    }

    pub fn code(&self, list: ListId, code: &Code, words: &Words) -> String {
        match self.lists.get(&list) {
            Some((_, rules)) => Reasons {
                words,
                catalogue: &rules.catalogue,
                agents: &self.agents,
                me: None,
            }
            .code(code),
            None => code.to_string(),
        }
    }
}

pub fn how_key(how: Holding) -> &'static str {
    match how {
        Holding::Is => "bulk-how-is",
        Holding::IsNot => "bulk-how-is-not",
        Holding::Begins => "bulk-how-begins",
        Holding::Contains => "bulk-how-contains",
    }
}

/// Why a contact was left as it is.
pub fn refused_word(words: &Words, refusal: &str) -> String {
    let key = format!("bulk-why-{}", refusal.replace('_', "-"));
    match words.knows(&key) {
        true => words.t(&key),
        false => words.with("bulk-why-other", [("word", refusal)]),
    }
}

pub fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn count_of<T>(things: &[T]) -> i64 {
    i64::try_from(things.len()).unwrap_or(i64::MAX)
}
