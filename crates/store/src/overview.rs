//! All lists at a glance: what is in each, what it stands in, when something last came in.

use crate::clock::instant;
use crate::conn::Value;
use crate::error::Result;
use crate::figures::Stock;
use crate::house::{self, List};
use crate::sql::{figure as sql, import as sql_import};
use crate::store::Store;
use engine::{CampaignId, ListId, Rules};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A list as an overview shows it.
#[derive(Debug, Clone)]
pub struct ListOverview {
    pub list: List,
    pub rules: Arc<Rules>,
    pub stock: Stock,
    /// Campaigns it stands in, by name; whether contacts are taken from it there.
    pub campaigns: Vec<(CampaignId, String, bool)>,
    /// The newest import that is live.
    pub imported_at: Option<Timestamp>,
}

/// What an import put into its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    pub contacts: u64,
    /// Of those, the ones that have a history and would stay.
    pub touched: u64,
}

impl Store {
    /// All lists, by a number of statements that does not grow with them.
    pub fn lists_overview(&self) -> Result<Vec<ListOverview>> {
        let now = self.clock().now();
        let cache = self.rules_cache();
        self.read(|conn| {
            let mut lists = Vec::new();
            let mut keys: Vec<Vec<Value>> = Vec::new();
            for list in house::lists(conn)? {
                let rules = cache.load(conn, list.rules)?;
                let zone = rules.law.zone();
                let today = zone.local(now).date();
                let midnight = zone.start_of(today.tomorrow().unwrap_or(today));
                keys.push(vec![
                    list.id.0.into(),
                    now.as_microsecond().into(),
                    midnight.as_microsecond().into(),
                ]);
                lists.push((list, rules));
            }
            let mut stocks: BTreeMap<ListId, Stock> = BTreeMap::new();
            for row in conn.many_rows(&sql::STOCKS, &keys)? {
                let stock = Stock {
                    now: row.int(1)?,
                    today: row.int(2)?,
                    later: row.int(3)?,
                    closed: row.int(4)?,
                };
                stocks.insert(ListId(row.int(0)?), stock);
            }
            let mut campaigns: BTreeMap<ListId, Vec<_>> = BTreeMap::new();
            for row in conn.rows(&sql::ALL_LINKS, &[])? {
                let link = (
                    CampaignId(row.int(1)?),
                    row.text(2)?.to_owned(),
                    row.int(3)? == 1 && row.text(4)? == "running",
                );
                campaigns.entry(ListId(row.int(0)?)).or_default().push(link);
            }
            let mut imported: BTreeMap<ListId, Timestamp> = BTreeMap::new();
            for row in conn.rows(&sql_import::NEWEST, &[])? {
                imported.insert(ListId(row.int(0)?), instant(row.int(1)?));
            }
            let overview = lists.into_iter().map(|(list, rules)| ListOverview {
                stock: stocks.remove(&list.id).unwrap_or_default(),
                campaigns: campaigns.remove(&list.id).unwrap_or_default(),
                imported_at: imported.remove(&list.id),
                list,
                rules,
            });
            Ok(overview.collect())
        })
    }

    /// How many contacts an import brought, and how many of them have a history.
    pub fn import_extent(&self, list: ListId, import: i64) -> Result<Extent> {
        self.read(|conn| {
            let rows = conn.rows(&sql_import::EXTENT, &[list.0.into(), import.into()])?;
            rows.first().map_or(Ok(Extent::default()), |row| {
                Ok(Extent {
                    contacts: row.int(0)?.unsigned_abs(),
                    touched: row.int(1)?.unsigned_abs(),
                })
            })
        })
    }
}
