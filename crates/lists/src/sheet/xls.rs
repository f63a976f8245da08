//! A look at an XLS file before the parser sees it.
//!
//! The parser allocates whatever size a damaged file claims, and an allocation that fails cannot
//! be caught. So claims that no sheet can make are refused here first.

mod compound;
mod extent;

use super::{Format, OpenError};

/// Refuses a file whose structure is circular or whose cells lie where no sheet has any.
pub(super) fn guard(bytes: &[u8]) -> Result<(), OpenError> {
    let broken = |why: &str| OpenError::Unreadable {
        format: Format::Xls,
        why: why.to_owned(),
    };
    let stream = compound::workbook(bytes).ok_or_else(|| broken("its container is damaged"))?;
    if extent::is_plausible(&stream) {
        Ok(())
    } else {
        Err(broken("its cells are damaged"))
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
