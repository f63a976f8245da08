//! Everything a desk shows, read from the store.

use crate::called::called;
use crate::failure::Failure;
use crate::words::{Reasons, Words};
use engine::{AgentId, Because, Catalogue, Contact, Handling, Number, Rules};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{AgentRow, HistoryLine, List, Store};

pub struct Seen {
    pub now: Timestamp,
    pub me: AgentRow,
    pub names: BTreeMap<AgentId, String>,
    pub in_hand: Option<InHand>,
}

/// The contact in hand, with everything known of it.
pub struct InHand {
    pub list: List,
    pub rules: Arc<Rules>,
    pub contact: Contact,
    pub hand: Handling,
    /// The values of its fields, by their names.
    pub values: BTreeMap<String, String>,
    pub numbers: Vec<Number>,
    pub history: Vec<HistoryLine>,
    /// By the number of the event they were written with.
    pub notes: BTreeMap<i64, String>,
}

impl Seen {
    pub fn of(store: &Store, agent: AgentId) -> Result<Self, Failure> {
        let me = store.agent(agent)?.ok_or(Failure::Forbidden)?;
        let in_hand = match &me.hand {
            Some(contact) => in_hand(store, contact)?,
            None => None,
        };
        Ok(Self {
            now: store.clock().now(),
            names: store.agents()?.into_iter().collect(),
            me,
            in_hand,
        })
    }

    pub fn reasons<'a>(&'a self, in_hand: &'a InHand, words: &'a Words) -> Reasons<'a> {
        Reasons {
            words,
            catalogue: in_hand.catalogue(),
            agents: &self.names,
            me: Some(self.me.id),
        }
    }
}

fn in_hand(store: &Store, contact: &Contact) -> Result<Option<InHand>, Failure> {
    let Some(hand) = contact.hand.clone() else {
        return Ok(None);
    };
    let (list, id) = (contact.list, contact.id);
    let there = store.list(list)?.ok_or(Failure::NotFound)?;
    let card = store.card(list, id)?.ok_or(Failure::NotFound)?;
    let values = serde_json::from_str(&card.fields)
        .map_err(|error| Failure::Broken(format!("fields of a contact: {error}")))?;
    Ok(Some(InHand {
        rules: store.rules(there.rules)?,
        list: there,
        contact: contact.clone(),
        hand,
        values,
        numbers: store.numbers_of(list, id)?,
        history: store.history(list, id)?,
        notes: store.notes_of(list, id)?,
    }))
}

impl InHand {
    pub fn catalogue(&self) -> &Catalogue {
        &self.rules.catalogue
    }

    /// Whether the last call came in.
    pub fn called_in(&self) -> bool {
        self.hand.calls.last().is_some_and(|call| call.inbound)
    }

    /// The call that goes on, by its attempt.
    pub fn open_call(&self) -> Option<u32> {
        let mut calls = self.hand.calls.iter();
        let open = calls.find(|call| call.line.is_open());
        open.map(|call| call.attempt)
    }

    /// Whether an address to write to is among its fields.
    pub fn is_mailable(&self) -> bool {
        store::is_mailable(&self.values)
    }

    /// Names this handling: a form that was made for another one is stale.
    pub fn key(&self) -> String {
        format!(
            "{}-{}-{}",
            self.contact.list.0,
            self.contact.id.0,
            self.hand.since.as_microsecond()
        )
    }

    /// Who passed the talk on to whoever has it now.
    pub fn passed_by(&self) -> Option<AgentId> {
        let mut lines = self.history.iter().rev();
        let line = lines.find(|line| line.at == self.hand.since)?;
        line.because.iter().find_map(|because| match because {
            Because::Passed { from, .. } => Some(*from),
            _ => None,
        })
    }

    /// What a person would call it.
    pub fn name(&self) -> String {
        let otherwise = format!("{} {}", self.list.name, self.contact.id.0);
        called(Some(&self.list), &self.values, &otherwise)
    }
}
