//! The menu after a call: how often it was offered, and how often somebody opted out there.

use crate::error::Result;
use crate::sql::menu as sql;
use crate::store::Store;
use engine::{ContactId, ListId};
use std::collections::BTreeMap;

/// How often the menu was heard after calls of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MenuCounts {
    pub offered: i64,
    pub completed: i64,
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
            rows.iter()
                .map(|row| {
                    let attempt = u32::try_from(row.int(0)?).unwrap_or(u32::MAX);
                    let menu = match row.maybe_int(1)? {
                        Some(_) => Menu::Completed,
                        None => Menu::Offered,
                    };
                    Ok((attempt, menu))
                })
                .collect()
        })
    }
}
