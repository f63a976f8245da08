//! Settings of the house by name.

use crate::conn::Conn;
use crate::error::Result;
use crate::sql::floor as sql;
use crate::store::Store;

impl Store {
    /// The body of a setting, as JSON; nothing where it was never set.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        self.read(|conn| get(conn, name))
    }
}

pub(crate) fn get(conn: &mut dyn Conn, name: &str) -> Result<Option<String>> {
    let rows = conn.rows(&sql::SETTING, &[name.into()])?;
    rows.first()
        .map(|row| row.text(0).map(str::to_owned))
        .transpose()
}

pub(crate) fn set(conn: &mut dyn Conn, name: &str, body: &str) -> Result<()> {
    conn.exec(&sql::SET_SETTING, &[name.into(), body.into()])
        .map(|_| ())
}
