//! What an import asks of each of its rows before it takes them in.

use crate::conn::Value;
use crate::error::Result;
use crate::import::digits;
use crate::person::Email;
use crate::sql::import as sql;
use crate::store::Store;
use engine::{ListId, Number};
use std::collections::{HashMap, HashSet};

impl Store {
    /// Which of these numbers are suppressed for a list.
    pub fn suppressed_among(&self, list: ListId, numbers: &[Number]) -> Result<HashSet<u64>> {
        let now = self.clock().now();
        self.read(|conn| {
            let named: Vec<(ListId, Number)> =
                numbers.iter().map(|number| (list, *number)).collect();
            let registered = crate::register::hits(conn, &named, now)?;
            let mut found: HashSet<u64> =
                registered.iter().map(|hit| hit.number.digits()).collect();
            if conn.rows(&sql::ANY_SUPPRESSION, &[])?.is_empty() {
                return Ok(found);
            }
            let keys: Vec<Vec<Value>> = numbers
                .iter()
                .map(|number| {
                    let now = now.as_microsecond();
                    vec![digits(*number), list.0.into(), now.into()]
                })
                .collect();
            for row in conn.many_rows(&sql::SUPPRESSED, &keys)? {
                found.insert(row.int(0)?.unsigned_abs());
            }
            Ok(found)
        })
    }

    /// Which of these e-mail addresses are a person's, or of a domain, that is suppressed for a
    /// list.
    pub fn suppressed_people<'a>(
        &self,
        list: ListId,
        addresses: impl Iterator<Item = &'a str>,
    ) -> Result<HashSet<String>> {
        let now = self.clock().now().as_microsecond();
        let mut by_mark: HashMap<i64, Vec<&str>> = HashMap::new();
        for text in addresses {
            for mark in Email::read(text).iter().flat_map(Email::marks) {
                by_mark.entry(mark).or_default().push(text);
            }
        }
        let keys: Vec<Vec<Value>> = by_mark
            .keys()
            .map(|mark| vec![(*mark).into(), list.0.into(), now.into()])
            .collect();
        if keys.is_empty() {
            return Ok(HashSet::new());
        }
        self.read(|conn| {
            let mut found = HashSet::new();
            if conn.rows(&sql::ANY_SUPPRESSION, &[])?.is_empty() {
                return Ok(found);
            }
            for row in conn.many_rows(&sql::SUPPRESSED, &keys)? {
                let named = by_mark.get(&row.int(0)?).into_iter().flatten();
                found.extend(named.map(|text| (*text).to_owned()));
            }
            Ok(found)
        })
    }
}
