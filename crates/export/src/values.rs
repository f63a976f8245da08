//! The values of one contact, by the index of their column.

use crate::codes::Coded;
use engine::SessionState;
use lists::definition::{Field, SYSTEM_COLUMNS};
use lists::export::Cell;
use std::collections::BTreeMap;
use store::{ContactRow, StoreError};

pub(crate) struct Values {
    texts: Vec<Option<String>>,
}

impl Values {
    pub fn new(
        contact: &ContactRow,
        available: &[Field],
        coded: Option<&Coded>,
        session: Option<SessionState>,
    ) -> Result<Self, StoreError> {
        let mut fields: BTreeMap<String, String> =
            serde_json::from_str(&contact.fields).map_err(|error| StoreError::Corrupt {
                table: "personal".to_owned(),
                column: "fields".to_owned(),
                row: contact.id.0.to_string(),
                problem: error.to_string(),
            })?;
        if let Some(session) = session {
            fields.insert(crate::SESSION.to_owned(), session.told());
        }
        let code = coded.map_or_else(|| contact.code.to_string(), |coded| coded.code.clone());
        let system = [
            Some(contact.id.0.to_string()),
            contact.key.clone(),
            Some(contact.state.clone()),
            Some(code),
            coded.map(|coded| coded.kind.clone()),
            contact.due_at.map(|at| at.to_string()),
            contact.owner.map(|owner| owner.to_string()),
            Some(contact.attempts.to_string()),
            Some(contact.unreached_run.to_string()),
            contact.last_attempt_at.map(|at| at.to_string()),
        ];
        let own = available
            .iter()
            .skip(system.len())
            .map(|field| fields.get(&field.name).cloned());
        Ok(Self {
            texts: system.into_iter().chain(own).collect(),
        })
    }

    pub fn text(&self, index: usize) -> &str {
        self.texts
            .get(index)
            .and_then(Option::as_deref)
            .unwrap_or_default()
    }

    pub fn cell(&self, index: usize) -> Cell<'_> {
        let Some(text) = self.texts.get(index).and_then(Option::as_deref) else {
            return Cell::Empty;
        };
        match SYSTEM_COLUMNS.get(index) {
            Some(&("id" | "owner" | "attempts" | "unreached_run")) => {
                text.parse().map_or(Cell::Text(text), Cell::Int)
            }
            Some(&("due_at" | "last_attempt_at")) => Cell::Instant(text),
            _ => Cell::Text(text),
        }
    }
}
