//! Everything the store knows of one contact, read together.

use crate::app::App;
use crate::called::{Fields, called};
use crate::failure::Failure;
use crate::words::{Reasons, Words};
use engine::{AgentId, Attempt, Catalogue, Contact, ContactId, ListId, Number, Rules, Slot};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{ContactRow, Explanation, HistoryLine, List, Store};

/// The address of a contact's page.
pub type Place = axum::extract::Path<(i64, i64)>;

pub struct Known {
    pub list: List,
    pub rules: Arc<Rules>,
    pub contact: Contact,
    pub row: ContactRow,
    name: String,
    /// The values of its fields, by their names.
    pub values: Fields,
    pub now: Timestamp,
    /// Name of the field as people call it, and its value; empty ones are left out.
    pub fields: Vec<(String, String)>,
    pub numbers: Vec<(Slot, Number)>,
    pub explanation: Explanation,
    pub attempts: Vec<Attempt>,
    pub recordings: Vec<store::Recording>,
    /// Since when whoever this is does not want to be recorded.
    pub refuses_recording: Option<Timestamp>,
    pub history: Vec<HistoryLine>,
    /// By the number of the event they were written with.
    pub notes: BTreeMap<i64, String>,
    pub agents: BTreeMap<AgentId, String>,
    /// In whose name letters go out.
    pub house: String,
}

impl Known {
    pub async fn of(app: &App, list: ListId, contact: ContactId) -> Result<Self, Failure> {
        app.ask(move |store| read(store, list, contact)).await
    }

    pub fn catalogue(&self) -> &Catalogue {
        &self.rules.catalogue
    }

    /// Reasons about this contact in somebody's words.
    pub fn reasons<'a>(&'a self, words: &'a Words) -> Reasons<'a> {
        Reasons {
            words,
            catalogue: self.catalogue(),
            agents: &self.agents,
            me: None,
        }
    }

    pub fn agent(&self, id: AgentId) -> String {
        self.agents
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.0.to_string())
    }

    pub fn name(&self) -> String {
        self.name.clone()
    }
}

pub fn read(store: &Store, list: ListId, contact: ContactId) -> Result<Known, Failure> {
    let there = store.list(list)?.ok_or(Failure::NotFound)?;
    let row = store.card(list, contact)?.ok_or(Failure::NotFound)?;
    let state = store.contact(list, contact)?.ok_or(Failure::NotFound)?;
    let explanation = store.explain(list, contact)?.ok_or(Failure::NotFound)?;
    let values: Fields = serde_json::from_str(&row.fields)
        .map_err(|error| Failure::Broken(format!("fields of a contact: {error}")))?;
    let otherwise = row.key.clone().unwrap_or_else(|| row.id.0.to_string());
    Ok(Known {
        name: called(Some(&there), &values, &otherwise),
        rules: store.rules(there.rules)?,
        now: store.clock().now(),
        fields: fields(&there, values.clone()),
        values,
        contact: state,
        row,
        numbers: store.numbers_by_slot(list, contact)?,
        explanation,
        attempts: store.attempts_of(list, contact)?,
        recordings: store.recordings_of(list, contact)?,
        refuses_recording: store.refuses_recording(list, contact)?,
        history: store.history(list, contact)?,
        notes: store.notes_of(list, contact)?,
        agents: store.agents()?.into_iter().collect(),
        house: store.house_name()?,
        list: there,
    })
}

/// In the order of the list's form, then what came beyond it.
fn fields(list: &List, mut values: Fields) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = list
        .fields
        .iter()
        .filter_map(|field| {
            let value = values.remove(&field.name)?;
            Some((field.external.clone(), value))
        })
        .collect();
    fields.extend(values);
    fields.retain(|(_, value)| !value.is_empty());
    fields
}
