//! What forms about many contacts have in common: the criteria, and what there is to choose.

use super::super::STATES;
use super::asked::{Asked, Problems};
use super::told::{Teller, how_key};
use crate::words::Words;
use engine::Rules;
use engine::catalogue::Kind;
use std::sync::Arc;
use store::{Holding, List};

/// Criteria as they were asked for, with what is wrong with them.
pub struct Parts {
    pub asked: Asked,
    pub problems: Problems,
    pub lists: Vec<Choice>,
    pub states: Vec<Choice>,
    pub codes: Vec<Choice>,
    pub attempt_codes: Vec<Choice>,
    pub agents: Vec<Choice>,
    pub fields: Vec<Choice>,
    pub hows: Vec<Choice>,
}

/// An entry of a list to choose from.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub is: bool,
}

impl Choice {
    pub fn new(value: impl ToString, label: impl ToString, chosen: &str) -> Self {
        let value = value.to_string();
        Self {
            is: value == chosen,
            value,
            label: label.to_string(),
        }
    }
}

impl Parts {
    pub fn of(
        asked: Asked,
        problems: Problems,
        teller: &Teller,
        list: Option<&(List, Arc<Rules>)>,
        words: &Words,
    ) -> Self {
        let fields = list.map(|(list, _)| list.fields.iter());
        Self {
            lists: lists(teller, &asked.list),
            states: STATES
                .into_iter()
                .map(|state| {
                    let label = words.t(&format!("state-{}", state.replace('_', "-")));
                    Choice::new(state, label, &asked.state)
                })
                .collect(),
            codes: codes(list, words, &asked.code, |_| true),
            attempt_codes: codes(list, words, &asked.attempt_code, |_| true),
            agents: agents(teller, &asked.agent),
            fields: fields
                .into_iter()
                .flatten()
                .map(|field| Choice::new(&field.name, &field.external, &asked.field))
                .collect(),
            hows: Holding::ALL
                .into_iter()
                .map(|how| Choice::new(how.word(), words.t(how_key(how)), &asked.how))
                .collect(),
            problems,
            asked,
        }
    }

    pub fn wrong(&self, name: &str) -> Option<&String> {
        self.problems.get(name)
    }
}

pub fn lists(teller: &Teller, chosen: &str) -> Vec<Choice> {
    teller
        .lists
        .values()
        .map(|(list, _)| Choice::new(list.id.0, &list.name, chosen))
        .collect()
}

pub fn agents(teller: &Teller, chosen: &str) -> Vec<Choice> {
    let agents = teller.agents.iter();
    agents
        .map(|(id, name)| Choice::new(id.0, name, chosen))
        .collect()
}

pub fn codes(
    list: Option<&(List, Arc<Rules>)>,
    words: &Words,
    chosen: &str,
    wanted: impl Fn(Kind) -> bool,
) -> Vec<Choice> {
    let dispositions = list.map(|(_, rules)| rules.catalogue.dispositions());
    dispositions
        .into_iter()
        .flatten()
        .filter(|there| wanted(there.kind))
        .map(|there| {
            let label = there.label_in(words.language().word());
            Choice::new(&there.code, format!("{} {label}", there.code), chosen)
        })
        .collect()
}
