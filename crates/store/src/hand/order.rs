//! Where the client wants contacts called, from the field of an import that says so.

use super::alter::values;
use crate::error::Result;
use crate::export::ContactRow;
use crate::import::Import;
use crate::record::Entry;
use crate::store::Store;
use engine::catalogue::Offering;
use engine::{Actor, AskedOrder, Command, ContactId};

/// The field that carries it.
const FIELD: &str = "call_order";

impl Store {
    /// Puts the contacts that an import brought into the client's own order, each by an event of
    /// its own, where their list knows such an order. It may be done again; gives how many there
    /// were.
    pub fn settle_orders(&self, import: &Import) -> Result<usize> {
        let list = self.list(import.list)?;
        let rules = list.map(|list| self.rules(list.rules)).transpose()?;
        let knows = rules.is_some_and(|rules| rules.catalogue.offering() == Offering::CallOrder);
        if !knows {
            return Ok(0);
        }
        let (mut after, mut settled) = (ContactId(0), 0_usize);
        loop {
            let rows = self.brought(import, after)?;
            let Some(last) = rows.last() else {
                return Ok(settled);
            };
            after = last.id;
            let mut entries = Vec::new();
            for row in &rows {
                entries.extend(self.unordered(import, row)?);
            }
            let answers = self.record_all(entries)?;
            settled = settled.saturating_add(answers.iter().filter(|it| it.is_ok()).count());
        }
    }

    /// What is to be recorded where the field names another place than the contact has.
    fn unordered(&self, import: &Import, row: &ContactRow) -> Result<Option<Entry>> {
        let fields = values(&row.fields, import.list, row.id)?;
        let text = fields.get(FIELD).map_or("", |text| text.trim());
        let Ok(order) = text.parse::<AskedOrder>() else {
            return Ok(None);
        };
        let Some(there) = self.contact(import.list, row.id)? else {
            return Ok(None);
        };
        let has = there.call_order.as_ref();
        if there.is_closed() || has.is_some_and(|has| has.value == order.value) {
            return Ok(None);
        }
        let command = Command::Order { order: Some(order) };
        let actor = Actor::Import;
        Ok(Some(Entry::command(import.list, row.id, actor, command)))
    }
}
