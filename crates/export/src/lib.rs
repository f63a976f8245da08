//! Writes the contacts of a list to a file: how each one stands, then its fields.
//!
//! Rows are written one after the other as the store gives them; nothing is gathered.

mod codes;
mod values;

pub use codes::kind;

use codes::Codes;
use engine::catalogue::Offering;
use engine::{Catalogue, Rules, SessionState};
use lists::definition::{Field, FieldType, SYSTEM_COLUMNS};
use lists::export::{Cell, ExportError, Format, Options, Selection, Writer};
use std::io::Write;
use std::sync::Arc;
use store::{List, Store, StoreError};
use values::Values;

/// How a contact stands as a session, where its catalogue counts in sessions.
pub(crate) const SESSION: &str = "session_state";

/// Why there is no whole file.
#[derive(Debug, thiserror::Error)]
pub enum ExportFailure {
    #[error(transparent)]
    Write(#[from] ExportError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is to be written.
pub struct Export {
    store: Store,
    list: List,
    rules: Arc<Rules>,
    available: Vec<Field>,
    selection: Selection,
    /// How each code is written.
    codes: Codes,
}

impl Export {
    /// All contacts of a list with all their fields.
    pub fn new(store: Store, list: List) -> Result<Self, StoreError> {
        let rules = store.rules(list.rules)?;
        let mut available = available(&list);
        if rules.catalogue.offering() == Offering::DialRules {
            available.push(Field::new(SESSION, SESSION, FieldType::Text));
        }
        Ok(Self {
            codes: Codes::own(&rules.catalogue),
            rules,
            selection: Selection::all(&available),
            store,
            list,
            available,
        })
    }

    /// Some fields under other names, or some rows.
    pub fn only(self, selection: Selection) -> Self {
        Self { selection, ..self }
    }

    /// Codes in the words of another catalogue; where it has none, the own one stands behind
    /// "no code".
    pub fn in_words_of(self, vocabulary: Option<&Catalogue>) -> Result<Self, StoreError> {
        let own = &self.rules.catalogue;
        let Some(there) = vocabulary.filter(|there| there.name() != own.name()) else {
            return Ok(self);
        };
        let codes = Codes::translated(&self.store, &self.list, (own, there))?;
        Ok(Self { codes, ..self })
    }

    /// Writes the file; gives how many contacts are in it.
    pub fn write(
        &self,
        format: Format,
        output: impl Write + Send,
        options: &Options,
    ) -> Result<u64, ExportFailure> {
        let names = self.selection.names();
        let mut writer = Writer::new(format, output, &names, options)?;
        let now = self.store.clock().now();
        let columns: Vec<usize> = self.selection.fields().collect();
        let (mut rows, mut refused) = (0_u64, None);
        let read = self.store.each_contact(self.list.id, &mut |contact| {
            let session = SessionState::read(
                &contact.state,
                &contact.code,
                contact.due_at,
                now,
                &self.rules.catalogue,
            );
            let coded = self.codes.of(contact.id, &contact.code);
            let values = Values::new(&contact, &self.available, coded, session)?;
            if !self.selection.passes(&|index| values.text(index)) {
                return Ok(());
            }
            let cells: Vec<Cell<'_>> = columns.iter().map(|index| values.cell(*index)).collect();
            rows = rows.saturating_add(1);
            writer
                .row(&cells)
                .map_err(|error| stop(&mut refused, error))
        });
        if let Some(error) = refused {
            return Err(error.into());
        }
        read?;
        writer.finish()?;
        Ok(rows)
    }
}

/// The columns there are: how a contact stands, then its fields.
pub fn available(list: &List) -> Vec<Field> {
    let system = SYSTEM_COLUMNS.iter().map(|name| match *name {
        "id" | "owner" | "attempts" | "unreached_run" => Field::new(name, name, FieldType::Integer),
        _ => Field::new(name, name, FieldType::Text),
    });
    let own = list
        .fields
        .iter()
        .map(|field| Field::new(&field.name, &field.external, FieldType::Text));
    system.chain(own).collect()
}

/// Ends the reading of contacts; what went wrong is told by whoever reads.
fn stop(refused: &mut Option<ExportError>, error: ExportError) -> StoreError {
    let reason = error.to_string();
    *refused = Some(error);
    StoreError::Other {
        statement: "export",
        reason,
    }
}
