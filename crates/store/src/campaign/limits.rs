//! What a list sets for itself: kept as new rules, so that history keeps the old ones.

use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::house;
use crate::record::row::{contact_from_body, json};
use crate::sql::{campaign as sql, house as sql_house};
use crate::store::Store;
use engine::catalogue::Kind;
use engine::{ContactId, Limits, ListId, Settings};

impl Store {
    /// Gives a list other settings from now on, under the same catalogue and law. Gives the
    /// version of its new rules.
    pub fn set_settings(&self, list: ListId, settings: Settings) -> Result<i64> {
        let written = self.write(move |conn, _| set_settings(conn, list, &settings));
        self.telling(Hint::List(list), written)
    }

    /// Open contacts whose next unreached or callback disposition would close them under
    /// these limits, by what has been counted so far.
    pub fn count_at_limit(&self, list: ListId, limits: &Limits) -> Result<u64> {
        let now = self.clock().now();
        self.read(|conn| {
            let mut found = 0_u64;
            conn.each(&sql::TRIED, &[list.0.into()], &mut |row| {
                let contact = contact_from_body(row.text(0)?, list, ContactId(0))?;
                let hit = [Kind::Unreached, Kind::Callback]
                    .into_iter()
                    .any(|kind| limits.hit(&contact.counters, kind, 0, now).is_some());
                found = found.saturating_add(u64::from(hit));
                Ok(())
            })?;
            Ok(found)
        })
    }
}

/// What does not fit over the catalogue must not be kept: rules that do not load stop a list.
fn fits(conn: &mut dyn Conn, rules: i64, settings: &Settings) -> Result<()> {
    if settings.overlay.is_empty() {
        return Ok(());
    }
    let rows = conn.rows(&sql_house::RULES, &[rules.into()])?;
    let text = rows.first().map(|row| row.text(1)).transpose()?;
    let told = |problems: Vec<engine::catalogue::CatalogueProblem>| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        StoreError::other("rules.with_settings", told.join("; "))
    };
    let catalogue = engine::Catalogue::parse(text.unwrap_or_default()).map_err(told)?;
    settings.overlay.over(&catalogue).map(|_| ()).map_err(told)
}

fn set_settings(conn: &mut dyn Conn, list: ListId, settings: &Settings) -> Result<i64> {
    let missing = || {
        StoreError::other(
            "rules.with_settings",
            format!("there is no list {}", list.0),
        )
    };
    let there = house::list_by_id(conn, list)?.ok_or_else(missing)?;
    fits(conn, there.rules, settings)?;
    let body = json("rules.with_settings", settings)?;
    let rows = conn.rows(&sql::COPY_RULES, &[body.into(), there.rules.into()])?;
    let rules = rows.first().ok_or_else(missing)?.int(0)?;
    conn.exec(&sql_house::SET_RULES, &[rules.into(), list.0.into()])?;
    Ok(rules)
}
