//! What can be offered now and later, and what holds the rest back: every open contact of a
//! list counted once.
//!
//! Counted from indexes. What an index does not tell is whether the law and a roster still allow
//! what they allowed when the contact was placed: an untouched contact has no roster, so its
//! zone and kind decide for all alike; touched ones that are due are looked at themselves.

use super::end_of_day;
use super::why::{Hours, Why, known};
use crate::clock::instant;
use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::sql::floor as sql;
use crate::store::Store;
use engine::{ListId, Rules};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// The open contacts of a list, or those of them that a filtered link offers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListStock {
    counts: BTreeMap<Why, i64>,
    /// Of those that wait, what can be had later on the same civil day of the list's zone …
    pub today: i64,
    /// … and after that.
    pub later: i64,
    /// Callbacks whose time has passed longer ago than the centre likes, and the oldest.
    pub overdue: i64,
    pub oldest: Option<Timestamp>,
}

impl ListStock {
    pub fn count(&self, why: Why) -> i64 {
        self.counts.get(&why).copied().unwrap_or_default()
    }

    /// All open contacts.
    pub fn open(&self) -> i64 {
        self.counts.values().sum()
    }

    /// What holds contacts back, with how many, the most first.
    pub fn held(&self) -> Vec<(Why, i64)> {
        let mut held: Vec<(Why, i64)> = self
            .counts
            .iter()
            .filter(|(why, count)| **why != Why::Now && **count > 0)
            .map(|(why, count)| (*why, *count))
            .collect();
        held.sort_by_key(|(why, count)| (std::cmp::Reverse(*count), *why));
        held
    }

    /// As a part of so many open contacts: the others were not chosen.
    pub(super) fn within(&self, all: i64) -> Self {
        let mut stock = self.clone();
        let others = all.saturating_sub(self.open()).max(0);
        stock.add(Why::Filtered, others);
        stock
    }

    fn add(&mut self, why: Why, contacts: i64) {
        *self.counts.entry(why).or_default() += contacts;
    }
}

/// What is counted by going through the whole list, and so more seldom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Shape {
    /// All closed contacts, and those that a limit closed.
    pub closed: (i64, i64),
    /// Zones and kinds of open contacts.
    kinds: BTreeSet<(String, String)>,
}

impl Store {
    pub(super) fn count_stock(
        &self,
        list: ListId,
        link: Option<i64>,
        rules: &Rules,
        shape: &Shape,
        overdue: SignedDuration,
    ) -> Result<ListStock> {
        let now = self.clock().now();
        let late = now.checked_sub(overdue).unwrap_or(now);
        self.read(|conn| {
            let mut count = Count {
                conn,
                stock: ListStock::default(),
                list,
                link,
                hours: Hours::at(rules, now),
            };
            count.offerable(shape)?;
            count.waiting()?;
            let mut stock = count.stock;
            let args = [list.0.into(), late.as_microsecond().into()];
            if let Some(row) = conn.rows(&sql::OVERDUE, &args)?.first() {
                stock.overdue = row.int(0)?;
                stock.oldest = row.maybe_int(1)?.map(instant);
            }
            Ok(stock)
        })
    }

    pub(super) fn count_shape(&self, list: ListId, rules: &Rules) -> Result<Shape> {
        self.read(|conn| {
            let mut shape = Shape::default();
            for row in conn.rows(&sql::SHAPE, &[list.0.into()])? {
                if row.int(0)? == 0 {
                    let kind = (row.text(2)?.to_owned(), row.text(3)?.to_owned());
                    shape.kinds.insert(kind);
                    continue;
                }
                let contacts = row.int(4)?;
                shape.closed.0 += contacts;
                let by_limit = |trigger: &String| trigger.starts_with("limit");
                let found = rules.catalogue.find(row.text(1)?);
                if found.is_some_and(|found| found.on.iter().any(by_limit)) {
                    shape.closed.1 += contacts;
                }
            }
            Ok(shape)
        })
    }
}

/// Counting one list, or one filtered link, at one moment.
struct Count<'a> {
    conn: &'a mut dyn Conn,
    stock: ListStock,
    list: ListId,
    link: Option<i64>,
    hours: Hours<'a>,
}

impl Count<'_> {
    fn offerable(&mut self, shape: &Shape) -> Result<()> {
        let live: BTreeSet<i64> = self
            .conn
            .rows(&sql::POOLS, &[self.list.0.into()])?
            .iter()
            .map(|row| row.int(0))
            .collect::<Result<_>>()?;
        let (statement, of) = match self.link {
            Some(link) => (&sql::OFFERABLE_MEMBERS, link),
            None => (&sql::OFFERABLE, self.list.0),
        };
        let at: Value = self.hours.now.as_microsecond().into();
        let midnight = end_of_day(self.hours.rules, self.hours.now).as_microsecond();
        let args = [at.clone(), midnight.into(), at, of.into()];
        let mut touched = false;
        for row in self.conn.rows(statement, &args)? {
            let (pool, held, hour) = (row.int(0)?, row.int(1)? == 1, row.int(2)?);
            let (due, contacts) = (row.int(3)? == 1, row.int(4)?);
            if pool != 0 && !live.contains(&pool) {
                continue;
            }
            match hour {
                0 => {}
                1 => self.stock.today += contacts,
                _ => self.stock.later += contacts,
            }
            match (hour, due) {
                (0, _) | (_, true) if held => self.stock.add(Why::Reserved, contacts),
                (0, _) | (_, true) if pool == 0 => touched = true,
                (0, _) => self.untouched(pool, contacts, shape)?,
                (_, false) => self.stock.add(Why::NotDue, contacts),
                (_, true) => self.stock.add(Why::Law, contacts),
            }
        }
        match touched {
            true => self.touched(),
            false => Ok(()),
        }
    }

    /// Untouched contacts whose time has come: the law says whether it still is.
    fn untouched(&mut self, pool: i64, contacts: i64, shape: &Shape) -> Result<()> {
        let mut closed = Vec::new();
        for (zone, kind) in &shape.kinds {
            closed.push(known(self.list, self.hours.closed(zone, kind))?);
        }
        if !closed.contains(&true) {
            self.stock.add(Why::Now, contacts);
            return Ok(());
        }
        if !closed.contains(&false) {
            self.stock.add(Why::Law, contacts);
            return Ok(());
        }
        let (now, link) = (self.hours.now.as_microsecond(), self.link.unwrap_or(0));
        let list = self.list.0;
        let args = [
            list.into(),
            pool.into(),
            now.into(),
            link.into(),
            link.into(),
        ];
        for row in self.conn.rows(&sql::UNTOUCHED, &args)? {
            let closed = self.hours.closed(row.text(0)?, row.text(1)?);
            let why = if known(self.list, closed)? {
                Why::Law
            } else {
                Why::Now
            };
            self.stock.add(why, row.int(2)?);
        }
        Ok(())
    }

    fn touched(&mut self) -> Result<()> {
        let (now, link) = (self.hours.now.as_microsecond(), self.link.unwrap_or(0));
        let list = self.list.0;
        let args = [
            now.into(),
            list.into(),
            now.into(),
            now.into(),
            link.into(),
            link.into(),
        ];
        let mut rostered = false;
        for row in self.conn.rows(&sql::TOUCHED, &args)? {
            if row.int(3)? == 1 {
                rostered = true;
                continue;
            }
            let (zone, kind, had) = (row.text(0)?, row.text(1)?, row.int(2)? == 1);
            let why = self.hours.of_due(zone, kind, had, None);
            self.stock.add(known(self.list, why)?, row.int(4)?);
        }
        if !rostered {
            return Ok(());
        }
        for row in self.conn.rows(&sql::ROSTERED, &args)? {
            let (zone, kind, had) = (row.text(0)?, row.text(1)?, row.int(2)? == 1);
            let why = self.hours.of_due(zone, kind, had, Some(row.text(3)?));
            self.stock.add(known(self.list, why)?, 1);
        }
        Ok(())
    }

    fn waiting(&mut self) -> Result<()> {
        let list = self.list.0;
        let rows = match self.link {
            Some(link) => {
                let args = [link.into(), list.into()];
                self.conn.rows(&sql::WAITING_MEMBERS, &args)?
            }
            None => self.conn.rows(&sql::WAITING, &[list.into()])?,
        };
        for row in rows {
            let why = match row.text(0)? {
                "in_hand" => Why::InHand,
                "suspended" => Why::Suspended,
                _ => Why::Never,
            };
            self.stock.add(why, row.int(1)?);
        }
        Ok(())
    }
}
