//! Settings of the house by name.

use crate::conn::Conn;
use crate::error::Result;
use crate::record::row::json;
use crate::sql::floor as sql;
use crate::store::Store;

/// Most letters of the house's name and address.
pub const LONGEST_HOUSE_NAME: usize = 200;
const HOUSE_NAME: &str = "house.name";

impl Store {
    /// In whose name the house answers: its name and address; empty where nobody has said.
    pub fn house_name(&self) -> Result<String> {
        let body = self.setting(HOUSE_NAME)?;
        let name = body.and_then(|body| serde_json::from_str(&body).ok());
        Ok(name.unwrap_or_default())
    }

    pub fn set_house_name(&self, name: &str) -> Result<()> {
        let body = json("setting.set", &name)?;
        self.write(move |conn, _| set(conn, HOUSE_NAME, &body))
    }

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
