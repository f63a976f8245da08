//! The attempts that gave contacts the codes they have: what their lines said, a code alone does
//! not tell.

use crate::conn::{Row, Value};
use crate::error::Result;
use crate::explain::attempt;
use crate::sql::attempts as sql;
use crate::store::Store;
use engine::{Attempt, ContactId, ListId};
use std::collections::BTreeMap;

impl Store {
    /// For contacts of a list the newest attempt that gave each the code it has. Whoever got it
    /// otherwise is not among them.
    pub fn givers(
        &self,
        list: ListId,
        contacts: &[ContactId],
    ) -> Result<BTreeMap<ContactId, Attempt>> {
        if contacts.is_empty() {
            return Ok(BTreeMap::new());
        }
        let keys: Vec<Vec<Value>> = contacts
            .iter()
            .map(|contact| vec![list.0.into(), contact.0.into()])
            .collect();
        self.read(|conn| {
            let rows = conn.many_rows(&sql::GIVERS, &keys)?;
            let pair = |row: &Row| Ok((ContactId(row.int(0)?), attempt(row, 1)?));
            rows.iter().map(pair).collect()
        })
    }

    /// The same for a whole list, one after the other.
    pub fn each_giver(&self, list: ListId, take: &mut dyn FnMut(ContactId, Attempt)) -> Result<()> {
        self.read(|conn| {
            conn.each(&sql::GIVERS_OF_LIST, &[list.0.into()], &mut |row| {
                take(ContactId(row.int(0)?), attempt(&row, 1)?);
                Ok(())
            })
        })
    }
}
