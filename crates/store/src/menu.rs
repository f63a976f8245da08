//! The menu after a call: how often it was offered, and how often somebody opted out there.

use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::sql::menu as sql;
use crate::store::Store;
use engine::{ContactId, ListId};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};

/// How often the menu was heard after calls of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MenuCounts {
    pub offered: i64,
    pub completed: i64,
}

/// By list, contact and attempt.
pub(crate) type Menus = HashMap<(ListId, ContactId, u32), Menu>;

/// The menus after attempts that were coded in a period.
pub(crate) fn of_period(conn: &mut dyn Conn, from: Timestamp, to: Timestamp) -> Result<Menus> {
    let args = [from.as_microsecond().into(), to.as_microsecond().into()];
    let rows = conn.rows(&sql::OF_PERIOD, &args)?;
    rows.iter()
        .map(|row| {
            let (attempt, menu) = menu(row, 2)?;
            Ok(((ListId(row.int(0)?), ContactId(row.int(1)?), attempt), menu))
        })
        .collect()
}

/// Attempt and menu, from a column on.
fn menu(row: &Row, column: usize) -> Result<(u32, Menu)> {
    let attempt = u32::try_from(row.int(column)?).unwrap_or(u32::MAX);
    let menu = match row.maybe_int(column.saturating_add(1))? {
        Some(_) => Menu::Completed,
        None => Menu::Offered,
    };
    Ok((attempt, menu))
}

/// What became of the menu after one attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    Offered,
    /// She opted out.
    Completed,
}

impl Store {
    pub fn menu_counts(&self, list: ListId) -> Result<MenuCounts> {
        self.read(|conn| {
            let rows = conn.rows(&sql::OF_LIST, &[list.0.into()])?;
            let count = |column| rows.first().map_or(Ok(0), |row| row.int(column));
            Ok(MenuCounts {
                offered: count(0)?,
                completed: count(1)?,
            })
        })
    }

    /// The attempts of a contact after which the menu was heard.
    pub fn menus_of(&self, list: ListId, contact: ContactId) -> Result<BTreeMap<u32, Menu>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::OF_CONTACT, &[list.0.into(), contact.0.into()])?;
            rows.iter().map(|row| menu(row, 0)).collect()
        })
    }
}
