//! Suppression: durable before anybody is told, and seen by every later permit.

mod closing;

use crate::clock::instant;
use crate::conn::{Row, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::import::digits;
use crate::sql::{contact as sql_contact, import as sql_import, suppression as sql};
use crate::store::Store;
use engine::catalogue::Extent;
use engine::{ContactId, ListId, Number, Report, Slot};
use jiff::Timestamp;

/// A number that must not be called, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Suppression {
    pub number: Number,
    pub extent: Extent,
    /// The campaign it holds in, or the advertiser in whose campaigns; 0 where it holds everywhere.
    pub scope: i64,
    pub source: String,
    pub reason: String,
    pub added_at: Timestamp,
    /// When it begins to hold; at once where nothing is said.
    pub from_at: Option<Timestamp>,
    pub until_at: Option<Timestamp>,
    /// It was meant for the advertiser of a campaign that had none.
    pub falls_back: bool,
}

impl Suppression {
    /// A number that must not be called anywhere from now on, for good.
    pub fn everywhere(number: Number, source: &str, now: Timestamp) -> Self {
        Self {
            number,
            extent: Extent::Everywhere,
            scope: 0,
            source: source.to_owned(),
            reason: String::new(),
            added_at: now,
            from_at: None,
            until_at: None,
            falls_back: false,
        }
    }

    pub fn has_begun(&self, at: Timestamp) -> bool {
        self.from_at.is_none_or(|from| from <= at)
    }

    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.has_begun(at) && self.until_at.is_none_or(|until| until > at)
    }

    pub(crate) fn told_extent(&self) -> &'static str {
        extent_word(self.extent)
    }

    /// What the journal may say of it: where it holds. Its source may name somebody.
    pub fn told(&self) -> Report {
        Report::Suppressed {
            source: extent_word(self.extent).to_owned(),
        }
    }
}

impl Store {
    /// Adds suppressions; gives how many numbers there are more. One that exists keeps its
    /// first source, and the later end of the two.
    pub fn suppress(&self, new: Vec<Suppression>) -> Result<i64> {
        let rows = merged(new.iter().map(row_of).collect());
        let mut added = 0_i64;
        for some in rows.chunks(AT_ONCE) {
            let some = some.to_vec();
            added = added.saturating_add(self.write(move |conn, _| put(conn, &some))?);
        }
        self.hints().tell(Hint::Suppressions);
        Ok(added)
    }

    /// Suppressions of one number.
    pub fn suppressions_of(&self, number: Number) -> Result<Vec<Suppression>> {
        self.read(|conn| {
            conn.rows(&sql::OF, &[digits(number)])?
                .iter()
                .map(suppression)
                .collect()
        })
    }

    /// Suppressions in order of their numbers, from after one on.
    pub fn suppressions(&self, after: u64, limit: i64) -> Result<Vec<Suppression>> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        self.read(|conn| {
            conn.rows(&sql::FROM, &[after.into(), limit.into()])?
                .iter()
                .map(suppression)
                .collect()
        })
    }
}

/// One row of each number and extent, with the first source, the earlier beginning and the later
/// end: PostgreSQL takes no two rows of one key at once, and neither may be forgotten. Beginning
/// and end stand last in a row.
pub(crate) fn merged(mut rows: Vec<Vec<Value>>) -> Vec<Vec<Value>> {
    let key = |row: &Vec<Value>| row.get(..3).map(<[Value]>::to_vec);
    rows.sort_by_key(key);
    rows.dedup_by(|next, first| {
        let same = next.get(..3) == first.get(..3);
        if let (true, [.., from, until], [.., other_from, other_until]) =
            (same, first.as_mut_slice(), next.as_slice())
        {
            *from = earlier(from, other_from);
            *until = later_end(until, other_until);
        }
        same
    });
    rows
}

/// No beginning is the earliest of all.
fn earlier(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Null, _) | (_, Value::Null) => Value::Null,
        (a, b) => a.min(b).clone(),
    }
}

/// No end is the latest of all.
fn later_end(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Null, _) | (_, Value::Null) => Value::Null,
        (a, b) => a.max(b).clone(),
    }
}

/// The suppressions of a contact's numbers that hold.
pub(crate) fn of_contact(
    conn: &mut dyn crate::conn::Conn,
    list: ListId,
    contact: ContactId,
    now: Timestamp,
) -> Result<Vec<(Slot, Suppression)>> {
    let mut found = Vec::new();
    for number in conn.rows(&sql_contact::NUMBERS, &[list.0.into(), contact.0.into()])? {
        let slot = Slot(u8::try_from(number.int(0)?).unwrap_or(u8::MAX));
        for row in conn.rows(&sql::OF, &[number.int(1)?.into()])? {
            let there = suppression(&row)?;
            if there.holds_at(now) {
                found.push((slot, there));
            }
        }
        let Ok(digits) = Number::new(number.int(1)?.unsigned_abs()) else {
            continue;
        };
        for there in crate::register::of_number(conn, digits)? {
            if there.holds && there.register.holds_at(now) {
                found.push((slot, there.as_suppression()));
            }
        }
    }
    Ok(found)
}

/// Whether any of these numbers may not be called for a list now.
pub(crate) fn covers_any(
    conn: &mut dyn crate::conn::Conn,
    list: ListId,
    numbers: &[Number],
    now: Timestamp,
) -> Result<bool> {
    if numbers.is_empty() {
        return Ok(false);
    }
    let key = |number: &Number| -> Vec<Value> {
        vec![digits(*number), list.0.into(), now.as_microsecond().into()]
    };
    let keys: Vec<Vec<Value>> = numbers.iter().map(key).collect();
    if !conn.many_rows(&sql_import::SUPPRESSED, &keys)?.is_empty() {
        return Ok(true);
    }
    let named: Vec<(ListId, Number)> = numbers.iter().map(|number| (list, *number)).collect();
    Ok(!crate::register::hits(conn, &named, now)?.is_empty())
}

/// Numbers of one commit: each is locked against dials until then.
const AT_ONCE: usize = 500;

pub(crate) fn put(conn: &mut dyn crate::conn::Conn, rows: &[Vec<Value>]) -> Result<i64> {
    let before = count(conn)?;
    crate::record::write::lock_numbers(conn, rows)?;
    conn.many(&sql_contact::SUPPRESS, rows)?;
    Ok(count(conn)?.saturating_sub(before))
}

fn count(conn: &mut dyn crate::conn::Conn) -> Result<i64> {
    conn.rows(&sql::COUNT, &[])?
        .first()
        .map_or(Ok(0), |row| row.int(0))
}

pub(crate) fn extent_word(extent: Extent) -> &'static str {
    match extent {
        Extent::Campaign => "campaign",
        Extent::Advertiser => "advertiser",
        Extent::Everywhere => "everywhere",
    }
}

pub(crate) fn row_of(new: &Suppression) -> Vec<Value> {
    vec![
        digits(new.number),
        extent_word(new.extent).into(),
        new.scope.into(),
        new.source.as_str().into(),
        new.reason.as_str().into(),
        new.added_at.as_microsecond().into(),
        new.falls_back.then_some("advertiser").into(),
        Value::Null,
        new.from_at
            .max(Some(new.added_at))
            .map(Timestamp::as_microsecond)
            .into(),
        new.from_at.map(Timestamp::as_microsecond).into(),
        new.until_at.map(Timestamp::as_microsecond).into(),
    ]
}

pub(crate) fn suppression(row: &Row) -> Result<Suppression> {
    let number = Number::new(row.int(0)?.unsigned_abs()).map_err(|error| StoreError::Corrupt {
        table: "suppression".into(),
        column: "number".into(),
        row: "…".into(),
        problem: error.to_string(),
    })?;
    Ok(Suppression {
        number,
        extent: match row.text(1)? {
            "campaign" => Extent::Campaign,
            "advertiser" => Extent::Advertiser,
            _ => Extent::Everywhere,
        },
        scope: row.int(2)?,
        source: row.text(3)?.to_owned(),
        reason: row.text(4)?.to_owned(),
        added_at: instant(row.int(5)?),
        until_at: row.maybe_int(6)?.map(instant),
        from_at: row.maybe_int(7)?.map(instant),
        falls_back: row.maybe_text(8)?.is_some(),
    })
}
