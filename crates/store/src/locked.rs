//! Numbers that the telephone provider bars, whole or by how they begin: nobody can call them from
//! here, whatever list they stand in. The provider lifts it, not the house.

use crate::clock::instant;
use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::sql::locked as sql;
use crate::store::Store;
use engine::Number;
use jiff::Timestamp;
use std::collections::{BTreeSet, HashSet};

/// A number or the beginning of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedNumber {
    pub prefix: Prefix,
    /// Why, in the words of whoever wrote it down.
    pub note: String,
    pub added_at: Timestamp,
}

/// Two to fifteen digits, the country's first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prefix(u64);

const FEWEST: usize = 2;
const MOST: usize = 15;

impl Prefix {
    /// As people write it: with a plus or two zeros, with blanks and hyphens, or bare.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text
            .chars()
            .filter(|sign| !matches!(sign, ' ' | '-' | '.' | '(' | ')' | '/'))
            .collect();
        let bare = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
        let digits = bare.unwrap_or(&text);
        let is_whole = (FEWEST..=MOST).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse().ok().filter(|_| is_whole).map(Self)
    }

    fn key(self) -> Value {
        Value::Int(self.0.cast_signed())
    }
}

impl std::fmt::Display for Prefix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "+{}", self.0)
    }
}

impl Store {
    /// In the order of their digits as figures.
    pub fn locked_numbers(&self) -> Result<Vec<LockedNumber>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::ALL, &[])?;
            rows.iter()
                .map(|row| {
                    Ok(LockedNumber {
                        prefix: Prefix(row.int(0)?.unsigned_abs()),
                        note: row.text(1)?.to_owned(),
                        added_at: instant(row.int(2)?),
                    })
                })
                .collect()
        })
    }

    /// From now on these are barred; one that was already has another note.
    pub fn lock_numbers(&self, new: Vec<(Prefix, String)>) -> Result<()> {
        self.write(move |conn, now| {
            for (prefix, note) in &new {
                let args = [
                    prefix.key(),
                    note.as_str().into(),
                    now.as_microsecond().into(),
                ];
                conn.exec(&sql::ADD, &args)?;
            }
            Ok(())
        })
    }

    /// The provider bars it no longer; says whether it did. Contacts that were closed stay closed.
    pub fn unlock_number(&self, prefix: Prefix) -> Result<bool> {
        self.write(move |conn, _| Ok(conn.exec(&sql::REMOVE, &[prefix.key()])? > 0))
    }

    /// Which of these numbers the provider bars.
    pub fn locked_among(&self, numbers: &[Number]) -> Result<HashSet<u64>> {
        self.read(|conn| among(conn, numbers))
    }
}

pub(crate) fn among(conn: &mut dyn Conn, numbers: &[Number]) -> Result<HashSet<u64>> {
    if numbers.is_empty() || conn.rows(&sql::ANY, &[])?.is_empty() {
        return Ok(HashSet::new());
    }
    let asked: BTreeSet<u64> = numbers.iter().copied().flat_map(beginnings).collect();
    let keys: Vec<Vec<Value>> = asked
        .into_iter()
        .map(|digits| vec![Prefix(digits).key()])
        .collect();
    let mut barred = HashSet::new();
    for row in conn.many_rows(&sql::AMONG, &keys)? {
        barred.insert(row.int(0)?.unsigned_abs());
    }
    let is_barred = |number: &Number| beginnings(*number).any(|digits| barred.contains(&digits));
    let found = numbers.iter().filter(|number| is_barred(number));
    Ok(found.map(|number| number.digits()).collect())
}

/// The number itself, and all that is left of it when digits are taken off its end.
fn beginnings(number: Number) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(number.digits()), |digits| Some(digits / 10))
        .take_while(|digits| *digits >= 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_read_as_people_write_it() {
        let read = |text| Prefix::parse(text).map(|prefix| prefix.to_string());
        assert_eq!(read("+31 900"), Some("+31900".to_owned()));
        assert_eq!(read("0031-900"), Some("+31900".to_owned()));
        assert_eq!(read("31900"), Some("+31900".to_owned()));
        for wrong in ["", "3", "0900", "+0900", "31 9x", "+1234567890123456"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_begins_with_itself_and_with_less() {
        let number = Number::new(31_900_123_456).unwrap();
        let all: Vec<u64> = beginnings(number).collect();
        assert_eq!((all[0], all.len()), (31_900_123_456, 10));
        assert!(all.contains(&31_900) && all.contains(&31) && !all.contains(&3));
    }
}
