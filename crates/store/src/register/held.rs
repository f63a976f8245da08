//! The numbers of the version that holds, read page by page.

use super::{Found, block};
use crate::conn::Value;
use crate::error::{Result, StoreError};
use crate::sql::register as sql;
use crate::store::Store;

/// Blocks of one page.
const PAGE: i64 = 500;

/// An error ends it, and is left where whoever asks for numbers looks.
pub struct Held<'s> {
    store: &'s Store,
    place: [Value; 2],
    after: i64,
    page: std::vec::IntoIter<u64>,
    failed: &'s mut Option<StoreError>,
}

impl<'s> Held<'s> {
    pub fn new(store: &'s Store, found: &Found, failed: &'s mut Option<StoreError>) -> Self {
        Self {
            store,
            place: [found.id.into(), found.version.into()],
            after: 0,
            page: Vec::new().into_iter(),
            failed,
        }
    }

    fn next_page(&mut self) -> Result<Vec<u64>> {
        let [id, version] = self.place.clone();
        let args = [id, version, self.after.into(), PAGE.into()];
        let rows = self.store.read(|conn| conn.rows(&sql::BLOCKS, &args))?;
        let mut numbers = Vec::with_capacity(rows.len().saturating_mul(block::LONGEST));
        for row in rows {
            self.after = row.int(0)?;
            numbers.extend(block::read(row.text(1)?));
        }
        Ok(numbers)
    }
}

impl Iterator for Held<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if let Some(number) = self.page.next() {
            return Some(number);
        }
        match self.next_page() {
            Ok(numbers) => self.page = numbers.into_iter(),
            Err(error) => *self.failed = Some(error),
        }
        self.page.next()
    }
}
