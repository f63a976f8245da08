//! A register that is taken back holds nothing any more. Contacts it closed stay closed.

use super::by_name;
use crate::error::Result;
use crate::hint::Hint;
use crate::sql::register as sql;
use crate::store::Store;

impl Store {
    /// Takes a register back; says whether there was one. A file that is being taken into it is
    /// given up, and a law that wants it looked at finds none.
    pub fn withdraw_register(&self, register: i64) -> Result<bool> {
        let found = self.write(move |conn, _| {
            let lock = conn.engine().lock_registers();
            if !lock.is_empty() {
                conn.batch(lock)?;
            }
            if conn.exec(&sql::WITHDRAW, &[register.into()])? == 0 {
                return Ok(None);
            }
            let rows = conn.rows(&sql::NAME, &[register.into()])?;
            match rows.first() {
                Some(row) => by_name(conn, row.text(0)?),
                None => Ok(None),
            }
        })?;
        let Some(found) = found else {
            return Ok(false);
        };
        self.hints().tell(Hint::Suppressions);
        self.prune_register(&found)?;
        Ok(true)
    }
}
