//! How far the cells of each sheet reach, as its records claim.

use super::{u16_at, u32_at};

/// Rows times columns of the format itself.
const WHOLE_SHEET: u64 = 65_536 * 256;
/// Up to here a sheet may be as sparse as it likes.
const SMALL: u64 = 1_000_000;
/// Larger sheets have at least one cell in so many places.
const SPARSEST: u64 = 256;
/// More sheets than any workbook with a list.
const MOST_SHEETS: usize = 1_000;

const END: u16 = 0x000A;
const BEGINNING: u16 = 0x0809;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
/// Several figures in a row; its last column stands at its end.
const SEVERAL: u16 = 0x00BD;
/// Number, label, rich label, truth, short number, shared label, formula.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006];

/// The records from some place on, up to the first that is cut off.
struct Records<'a>(&'a [u8]);

/// The smallest rectangle around the cells seen so far.
struct Extent {
    rows: (u16, u16),
    columns: (u16, u16),
    cells: u64,
}

pub(super) fn is_plausible(stream: &[u8]) -> bool {
    let mut sheets = Vec::new();
    for (kind, data) in Records(stream) {
        match kind {
            END => break,
            SHEET => sheets.extend(u32_at(data, 0)),
            _ => {}
        }
    }
    sheets.len() <= MOST_SHEETS
        && sheets.into_iter().all(|start| {
            let sheet = usize::try_from(start)
                .ok()
                .and_then(|start| stream.get(start..));
            sheet.is_some_and(sheet_is_plausible)
        })
}

fn sheet_is_plausible(sheet: &[u8]) -> bool {
    let mut extent = Extent {
        rows: (u16::MAX, 0),
        columns: (u16::MAX, 0),
        cells: 0,
    };
    let mut depth = 0_u32;
    for (kind, data) in Records(sheet) {
        match kind {
            // Charts inside the sheet have records of their own.
            BEGINNING => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            DIMENSIONS if !dimensions_are_plausible(data) => return false,
            SEVERAL => {
                extent.take(data);
                extent.widen(data.len().checked_sub(2).and_then(|at| u16_at(data, at)));
            }
            _ if CELLS.contains(&kind) => extent.take(data),
            _ => {}
        }
    }
    extent.is_plausible()
}

/// First row, row behind the last, first column, column behind the last.
fn dimensions_are_plausible(data: &[u8]) -> bool {
    let wide = |at| u16_at(data, at).map(u64::from);
    let long = |at| u32_at(data, at).map(u64::from);
    let claimed = match data.len() {
        10 => [wide(0), wide(2), wide(4), wide(6)],
        _ => [long(0), long(4), wide(8), wide(10)],
    };
    match claimed {
        [Some(top), Some(below), Some(left), Some(right)] => {
            // The parser takes a first column that cannot be for 0.
            let left = if left > 0xFF || right < left { 0 } else { left };
            let rows = below.checked_sub(top);
            let empty = below == 0 && top == 0;
            empty || rows.is_some_and(|rows| rows.saturating_mul(right - left) <= WHOLE_SHEET)
        }
        _ => false,
    }
}

impl Extent {
    fn take(&mut self, data: &[u8]) {
        if let Some(row) = u16_at(data, 0) {
            self.rows = (self.rows.0.min(row), self.rows.1.max(row));
            self.cells += 1;
        }
        self.widen(u16_at(data, 2));
    }

    fn widen(&mut self, column: Option<u16>) {
        if let Some(column) = column {
            self.columns = (self.columns.0.min(column), self.columns.1.max(column));
        }
    }

    fn is_plausible(&self) -> bool {
        let length = |(first, last): (u16, u16)| u64::from(last.saturating_sub(first)) + 1;
        let area = length(self.rows) * length(self.columns);
        area <= SMALL || (area <= WHOLE_SHEET && area / SPARSEST <= self.cells)
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.0, 0)?;
        let length = usize::from(u16_at(self.0, 2)?);
        let data = self.0.get(4..4 + length)?;
        self.0 = self.0.get(4 + length..)?;
        Some((kind, data))
    }
}
