//! The container of an XLS file: sectors, chained by tables of their own.

use super::{u16_at, u32_at};

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FIRST_RESERVED: u32 = 0xFFFF_FFFA;
const HEADER: usize = 512;
const ENTRY: usize = 128;
const MINI_SECTOR: usize = 64;
/// Shorter streams lie in mini sectors.
const MINI_LIMIT: usize = 4096;

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    /// Where the first one begins.
    start: usize,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

/// The stream with the sheets; `None` if the container is damaged or a chain runs in a circle.
pub(super) fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let sectors = Sectors {
        bytes,
        size,
        start: size,
    };
    let table = allocation_table(bytes, &sectors)?;
    let directory = sectors.chain(u32_at(bytes, 48)?, &table, usize::MAX)?;
    let entries: Vec<Entry> = directory.chunks_exact(ENTRY).filter_map(entry).collect();
    let root = entries.first()?;
    let mini_tables = usize::try_from(u32_at(bytes, 64)?).ok()?;
    let (mini_stream, mini_table) = if mini_tables == 0 {
        (Vec::new(), Vec::new())
    } else {
        let length = mini_tables.checked_mul(size)?;
        let mini_table = sectors.chain(u32_at(bytes, 60)?, &table, length)?;
        let mini_stream = sectors.chain(root.start, &table, root.length)?;
        (mini_stream, figures(&mini_table))
    };
    let named = |name: &str| {
        entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    };
    let book = named("Workbook").or_else(|| named("Book"))?;
    if book.length >= MINI_LIMIT {
        return sectors.chain(book.start, &table, book.length);
    }
    let minis = Sectors {
        bytes: &mini_stream,
        size: MINI_SECTOR,
        start: 0,
    };
    minis.chain(book.start, &mini_table, book.length)
}

/// Which sector follows which, gathered from the sectors that the header lists.
fn allocation_table(bytes: &[u8], sectors: &Sectors<'_>) -> Option<Vec<u32>> {
    let mut listed = figures(bytes.get(76..HEADER)?);
    let mut next = u32_at(bytes, 68)?;
    let mut left = sectors.count() + 1;
    while next < FIRST_RESERVED {
        left = left.checked_sub(1)?;
        listed.extend(figures(sectors.get(next)?));
        next = listed.pop()?;
    }
    let mut table = Vec::new();
    for id in listed.into_iter().filter(|&id| id < FIRST_RESERVED) {
        table.extend(figures(sectors.get(id)?));
        if table.len() > sectors.count().saturating_mul(2) + sectors.size {
            return None;
        }
    }
    Some(table)
}

impl<'a> Sectors<'a> {
    fn count(&self) -> usize {
        self.bytes.len() / self.size
    }

    /// A sector; the last one of a file may be cut short.
    fn get(&self, id: u32) -> Option<&'a [u8]> {
        let at = usize::try_from(id)
            .ok()?
            .checked_mul(self.size)?
            .checked_add(self.start)?;
        let end = at.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(at..end)
    }

    fn chain(&self, first: u32, table: &[u32], length: usize) -> Option<Vec<u8>> {
        let mut chain = Vec::new();
        let mut left = self.count() + 1;
        let mut id = first;
        while id != END_OF_CHAIN && chain.len() < length {
            left = left.checked_sub(1)?;
            chain.extend_from_slice(self.get(id)?);
            id = *table.get(usize::try_from(id).ok()?)?;
        }
        chain.truncate(length);
        Some(chain)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let units = bytes
        .get(..64)?
        .chunks_exact(2)
        .filter_map(|pair| u16_at(pair, 0));
    let units: Vec<u16> = units.take_while(|&unit| unit != 0).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        start: u32_at(bytes, 116)?,
        length: usize::try_from(u32_at(bytes, 120)?).ok()?,
    })
}

fn figures(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .filter_map(|four| u32_at(four, 0))
        .collect()
}
