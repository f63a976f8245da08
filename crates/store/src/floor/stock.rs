//! What can be offered now and later, and what holds the rest back: every open contact of a
//! list counted once.
//!
//! Counted from indexes. What an index does not tell is whether the law and a roster still allow
//! what they allowed when the contact was placed. Where the law says the same to all zones and
//! kinds of the list, and no contact has a roster, the index is enough; otherwise those that
//! are due are looked at themselves.

use super::end_of_day;
use super::grounds;
use super::why::{Hours, Why, known};
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::Result;
use crate::sql::floor as sql;
use crate::store::Store;
use engine::catalogue::Disposition;
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
    /// Contacts without a ground, by the rule that asks for one.
    pub no_ground: BTreeMap<String, i64>,
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
        if contacts == 0 {
            return;
        }
        *self.counts.entry(why).or_default() += contacts;
    }
}

/// Closed contacts of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Closed {
    pub all: i64,
    /// Those that a limit closed.
    pub by_limit: i64,
    /// Those that must not be called: suppressed, or asked for it.
    pub suppressed: i64,
}

/// What is counted by going through the whole list, and so more seldom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Shape {
    pub closed: Closed,
    /// Zones and kinds of open contacts.
    pub(super) kinds: BTreeSet<(String, String)>,
    /// Whether any open contact has a roster.
    rostered: bool,
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
            count.unplaced()?;
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
                    shape.rostered |= row.int(4)? > 0;
                    continue;
                }
                let found = rules.catalogue.find(row.text(1)?);
                shape.closed.count(found, row.int(5)?);
            }
            Ok(shape)
        })
    }
}

impl Closed {
    fn count(&mut self, code: Option<&Disposition>, contacts: i64) {
        self.all += contacts;
        let Some(code) = code else { return };
        let answers = |word: &str| code.on.iter().any(|trigger| trigger.starts_with(word));
        if answers("limit") {
            self.by_limit += contacts;
        }
        if code.suppress.is_some() || answers("suppressed") || answers("optout") {
            self.suppressed += contacts;
        }
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
        let now = self.hours.now.as_microsecond();
        let midnight = end_of_day(self.hours.rules, self.hours.now).as_microsecond();
        let law = self.law(shape)?;
        let mut touched = false;
        for row in self
            .conn
            .rows(statement, &[now.into(), midnight.into(), of.into()])?
        {
            let (pool, held) = (row.int(0)?, row.int(1)? != 0);
            if pool != 0 && !live.contains(&pool) {
                continue;
            }
            self.stock.today += row.int(4)? + row.int(5)?;
            self.stock.later += row.int(6)? + row.int(7)?;
            // Whether its time has come, and what is due then and is not yet.
            let had = row.int(2)? + row.int(3)?;
            let due = row.int(4)? + row.int(6)?;
            self.stock.add(Why::NotDue, row.int(5)? + row.int(7)?);
            if held {
                self.stock.add(Why::Reserved, had + due);
            } else if pool != 0 {
                self.stock.add(Why::Law, due);
                match law {
                    Some(closed) => self.stock.add(Why::of_law(closed), had),
                    None => self.untouched(pool)?,
                }
            } else if let (Some(closed), false) = (law, shape.rostered) {
                let resting = if closed { Why::Law } else { Why::Resting };
                self.stock.add(Why::of_law(closed), had);
                self.stock.add(resting, due);
            } else {
                touched |= had + due > 0;
            }
        }
        match touched {
            true => self.touched(),
            false => Ok(()),
        }
    }

    /// Whether the law is closed to all of the list; nothing where it is to some.
    fn law(&self, shape: &Shape) -> Result<Option<bool>> {
        let mut closed = BTreeSet::new();
        for (zone, kind) in &shape.kinds {
            closed.insert(known(self.list, self.hours.closed(zone, kind))?);
        }
        Ok(match (closed.contains(&true), closed.contains(&false)) {
            (true, true) => None,
            (closed, _) => Some(closed),
        })
    }

    /// Untouched contacts whose time has come, where the law says one thing to some of them and
    /// another to others.
    fn untouched(&mut self, pool: i64) -> Result<()> {
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
            let why = Why::of_law(known(self.list, closed)?);
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
                _ => continue,
            };
            self.stock.add(why, row.int(1)?);
        }
        Ok(())
    }

    /// What is nobody's and has no place in the order.
    fn unplaced(&mut self) -> Result<()> {
        let found = grounds::count(self.conn, &self.hours, self.list, self.link)?;
        self.stock.add(Why::NoGround, found.without_ground());
        self.stock.add(Why::Never, found.no_number + found.never);
        self.stock.no_ground = found.no_ground;
        Ok(())
    }
}
