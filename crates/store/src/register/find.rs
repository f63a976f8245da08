//! Which registers there are, and which of them hold a number.

use super::block;
use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::Result;
use crate::import::digits;
use crate::sql::register as sql;
use crate::store::Store;
use crate::suppression::Suppression;
use engine::catalogue::Extent;
use engine::{ListId, Number};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A register of which a version holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    pub id: i64,
    pub name: String,
    pub extent: Extent,
    /// The campaign it holds in, or the advertiser in whose campaigns; 0 where it holds everywhere.
    pub scope: i64,
    pub source: String,
    /// The moment of which the last file says that it is complete.
    pub as_of: Timestamp,
    pub imported_at: Timestamp,
    pub numbers: u64,
    pub from_at: Option<Timestamp>,
    pub until_at: Option<Timestamp>,
    /// Open contacts with a number in it are still being closed.
    pub is_closing: bool,
}

/// A number was looked for in a register: the proof of a check.
#[derive(Debug, Clone, PartialEq)]
pub struct Registered {
    pub number: Number,
    pub register: Register,
    pub holds: bool,
}

impl Register {
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.from_at.is_none_or(|from| from <= at) && self.until_at.is_none_or(|until| until > at)
    }
}

impl Registered {
    /// The number as if it had been suppressed by itself.
    pub(crate) fn as_suppression(&self) -> Suppression {
        let register = &self.register;
        Suppression {
            subject: self.number.into(),
            extent: register.extent,
            scope: register.scope,
            source: format!("register {}", register.name),
            reason: register.source.clone(),
            added_at: register.imported_at,
            from_at: register.from_at,
            until_at: register.until_at,
            falls_back: false,
        }
    }
}

/// A register holds a number for a list now.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub list: ListId,
    pub number: Number,
    pub extent: String,
}

impl Store {
    /// The registers in the order of their names.
    pub fn registers(&self) -> Result<Vec<Register>> {
        self.read(|conn| conn.rows(&sql::ALL, &[])?.iter().map(register).collect())
    }

    /// Looks for numbers in all registers.
    pub fn check_registers(&self, numbers: &[Number]) -> Result<Vec<Registered>> {
        self.read(|conn| {
            let mut all = Vec::new();
            for number in numbers {
                all.extend(of_number(conn, *number)?);
            }
            Ok(all)
        })
    }

    /// The numbers of a register in rising order, from after one on.
    pub fn register_numbers(&self, register: i64, after: u64, limit: usize) -> Result<Vec<u64>> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        self.read(|conn| {
            let blocks = limit.div_ceil(block::LONGEST).saturating_add(1);
            let blocks = i64::try_from(blocks).unwrap_or(i64::MAX);
            let rows = conn.rows(&sql::PAGE, &[after.into(), register.into(), blocks.into()])?;
            let mut numbers = Vec::new();
            for row in rows {
                let later = |number: &u64| *number > after.unsigned_abs();
                numbers.extend(block::read(row.text(0)?).filter(later));
            }
            numbers.truncate(limit);
            Ok(numbers)
        })
    }
}

/// In which registers that hold for their list now numbers stand.
pub(crate) fn hits(
    conn: &mut dyn Conn,
    numbers: &[(ListId, Number)],
    now: Timestamp,
) -> Result<Vec<Hit>> {
    let keys: Vec<Vec<Value>> = numbers
        .iter()
        .map(|(list, number)| {
            let now = now.as_microsecond();
            vec![digits(*number), list.0.into(), now.into()]
        })
        .collect();
    let mut found = Vec::new();
    if keys.is_empty() {
        return Ok(found);
    }
    for row in conn.many_rows(&sql::AROUND, &keys)? {
        let wanted = row.int(1)?.unsigned_abs();
        let Ok(number) = Number::new(wanted) else {
            continue;
        };
        if row
            .maybe_text(3)?
            .is_some_and(|body| block::holds(body, wanted))
        {
            found.push(Hit {
                list: ListId(row.int(0)?),
                number,
                extent: row.text(2)?.to_owned(),
            });
        }
    }
    Ok(found)
}

/// What each register says of a number.
pub(crate) fn of_number(conn: &mut dyn Conn, number: Number) -> Result<Vec<Registered>> {
    let rows = conn.rows(&sql::AROUND_ONE, &[digits(number)])?;
    rows.iter()
        .map(|row| {
            let body = row.maybe_text(12)?;
            Ok(Registered {
                number,
                register: register(row)?,
                holds: body.is_some_and(|body| block::holds(body, number.digits())),
            })
        })
        .collect()
}

/// Of which moment the registers are, by name.
pub(crate) fn as_of(conn: &mut dyn Conn) -> Result<BTreeMap<String, Timestamp>> {
    let rows = conn.rows(&sql::ALL, &[])?;
    rows.iter()
        .map(|row| Ok((row.text(1)?.to_owned(), instant(row.int(5)?))))
        .collect()
}

fn register(row: &Row) -> Result<Register> {
    let (extent, scope) = place(row.text(2)?, row.int(3)?, row.maybe_int(11)?);
    Ok(Register {
        id: row.int(0)?,
        name: row.text(1)?.to_owned(),
        extent,
        scope,
        source: row.text(4)?.to_owned(),
        as_of: instant(row.int(5)?),
        imported_at: instant(row.int(6)?),
        numbers: row.int(7)?.unsigned_abs(),
        from_at: row.maybe_int(8)?.map(instant),
        until_at: row.maybe_int(9)?.map(instant),
        is_closing: row.maybe_int(10)?.is_some(),
    })
}

/// Where a register holds, as it is kept.
pub(super) fn place(extent: &str, scope: i64, advertiser: Option<i64>) -> (Extent, i64) {
    match (extent, advertiser) {
        (_, Some(advertiser)) => (Extent::Advertiser, advertiser),
        ("campaign", None) => (Extent::Campaign, scope),
        _ => (Extent::Everywhere, 0),
    }
}
