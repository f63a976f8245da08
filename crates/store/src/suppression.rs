//! Suppression: durable before anybody is told, and seen by every later permit.

mod closing;
mod foreseeing;
mod importing;
mod linking;

pub(crate) use linking::cover_linked;

use crate::clock::instant;
use crate::conn::{Row, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::person::{self, Subject};
use crate::sql::{contact as sql_contact, import as sql_import, suppression as sql};
use crate::store::Store;
use engine::catalogue::Extent;
use engine::{ContactId, ListId, Number, Report, Slot};
use jiff::Timestamp;

/// A number, a person or a domain that must not be called, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Suppression {
    pub subject: Subject,
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
    /// Must not be called anywhere from now on, for good.
    pub fn everywhere(subject: impl Into<Subject>, source: &str, now: Timestamp) -> Self {
        Self {
            subject: subject.into(),
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

    /// Suppressions of one number, person or domain.
    pub fn suppressions_of(&self, subject: impl Into<Subject>) -> Result<Vec<Suppression>> {
        let subject = subject.into();
        self.read(|conn| {
            conn.rows(&sql::OF, &[subject.key().into()])?
                .iter()
                .map(suppression)
                .collect()
        })
    }

    /// The suppressions that hold of a contact as whoever it is: of its person and its domains.
    pub fn suppressions_of_person(
        &self,
        list: ListId,
        contact: ContactId,
    ) -> Result<Vec<Suppression>> {
        let now = self.clock().now();
        let all = self.read(|conn| of_contact(conn, list, contact, now))?;
        let of_person = all.into_iter().filter(|(slot, _)| slot.is_none());
        Ok(of_person.map(|(_, there)| there).collect())
    }

    /// Suppressions in order of their keys, from after one on: persons and domains before numbers.
    pub fn suppressions(&self, after: i64, limit: i64) -> Result<Vec<Suppression>> {
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

/// The suppressions that hold of a contact's numbers, each with its slot, and of whom it is.
pub(crate) fn of_contact(
    conn: &mut dyn crate::conn::Conn,
    list: ListId,
    contact: ContactId,
    now: Timestamp,
) -> Result<Vec<(Option<Slot>, Suppression)>> {
    let mut found = Vec::new();
    for mark in person::marks_of(conn, std::iter::once((list, contact)))? {
        for row in conn.rows(&sql::OF, &[mark.into()])? {
            let there = suppression(&row)?;
            if there.holds_at(now) {
                found.push((None, there));
            }
        }
    }
    for number in conn.rows(&sql_contact::NUMBERS, &[list.0.into(), contact.0.into()])? {
        let slot = Some(Slot(u8::try_from(number.int(0)?).unwrap_or(u8::MAX)));
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

/// Whether any of these numbers, or whoever is known by these fields, may not be called for a
/// list now.
pub(crate) fn covers_any(
    conn: &mut dyn crate::conn::Conn,
    list: ListId,
    (numbers, fields): (&[Number], &str),
    now: Timestamp,
) -> Result<bool> {
    let people = person::addresses_in(fields);
    let marks = people.iter().flat_map(person::Email::marks);
    let numbered = numbers.iter().map(|number| Subject::Number(*number).key());
    let keys: Vec<Vec<Value>> = numbered
        .chain(marks)
        .map(|key| vec![key.into(), list.0.into(), now.as_microsecond().into()])
        .collect();
    if keys.is_empty() {
        return Ok(false);
    }
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
        new.subject.key().into(),
        extent_word(new.extent).into(),
        new.scope.into(),
        new.source.as_str().into(),
        new.reason.as_str().into(),
        new.added_at.as_microsecond().into(),
        new.falls_back.then_some("advertiser").into(),
        new.subject.named().into(),
        new.from_at
            .max(Some(new.added_at))
            .map(Timestamp::as_microsecond)
            .into(),
        new.from_at.map(Timestamp::as_microsecond).into(),
        new.until_at.map(Timestamp::as_microsecond).into(),
    ]
}

pub(crate) fn suppression(row: &Row) -> Result<Suppression> {
    let subject = Subject::kept(row.int(0)?, row.maybe_text(9)?);
    let subject = subject.ok_or_else(|| StoreError::Corrupt {
        table: "suppression".into(),
        column: "number".into(),
        row: "…".into(),
        problem: "is not an E.164 number".into(),
    })?;
    Ok(Suppression {
        subject,
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
