//! Contacts that a client's whole file no longer names: a sync closes them.
//!
//! Only contacts with a key that came by a file are meant; whoever came by hand or from a program
//! is in no file. A file that is cut short would close most of a list, so more than a share of
//! the open contacts stops the import before anything is seen of it.

use crate::failure::ImportFailure;
use crate::order::Order;
use engine::{Actor, ContactId, ListId, Report, Trigger};
use std::collections::HashSet;
use store::{Batch, Entry, Import, Mode, Store, StoreError};

const EVENTS_AT_ONCE: usize = 1_000;

/// The open contacts the file does not name, or why there are too many of them.
pub(crate) fn found(
    store: &Store,
    list: ListId,
    order: &Order,
    present: &HashSet<ContactId>,
) -> Result<Vec<ContactId>, ImportFailure> {
    if order.mode != Mode::Sync {
        return Ok(Vec::new());
    }
    let open = store.open_by_file(list)?;
    let all = open.len();
    let mut absent = open;
    absent.retain(|contact| !present.contains(contact));
    let most = u64::from(order.absent_most);
    if percent(absent.len(), all) > most {
        return Err(ImportFailure::TooManyAbsent {
            absent: absent.len(),
            open: all,
            most: order.absent_most,
            needed: percent(absent.len(), all),
        });
    }
    Ok(absent)
}

/// The count stands with the import before it is live.
pub(crate) fn note(store: &Store, import: &Import, absent: &[ContactId]) -> Result<(), StoreError> {
    if absent.is_empty() {
        return Ok(());
    }
    let there = store.import(import.id)?;
    let mut counts = there.counts;
    counts.absent = u64::try_from(absent.len()).unwrap_or(u64::MAX);
    let batch = Batch {
        lines_done: there.lines_done,
        counts,
        ..Batch::default()
    };
    store.stage(import, batch)
}

/// Each is closed by an event of its own.
pub(crate) fn close(
    store: &Store,
    import: &Import,
    absent: &[ContactId],
) -> Result<(), StoreError> {
    for some in absent.chunks(EVENTS_AT_ONCE) {
        let entry = |contact: &ContactId| {
            let trigger = Trigger::SyncAbsent;
            let id = format!("import {} lacks {}/{}", import.id, import.list.0, contact.0);
            let report = Report::Triggered { trigger };
            Entry::report(import.list, *contact, Actor::Import, report).with_id(id)
        };
        store.record_all(some.iter().map(entry).collect())?;
    }
    Ok(())
}

/// Per cent, rounded up: one of a thousand is some.
fn percent(part: usize, whole: usize) -> u64 {
    let hundredfold = u64::try_from(part).unwrap_or(u64::MAX).saturating_mul(100);
    hundredfold.div_ceil(u64::try_from(whole).unwrap_or(u64::MAX).max(1))
}
