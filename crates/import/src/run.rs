//! One import from beginning to end: read and checked on one thread, written on another.

use crate::absent;
use crate::failure::ImportFailure;
use crate::membership;
use crate::order::Order;
use crate::plan::{Planner, Staged};
use crate::renumber::{self, Corrected};
use crate::report::ImportReport;
use crate::schema;
use crate::source::{Source, today};
use engine::{Actor, ContactId, Report, Trigger};
use lists::Country;
use lists::row::Checker;
use std::collections::HashSet;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use store::{Batch, Entry, Field, Import, List, Owned, Store, StoreError};

/// Batches that may wait for the store: the reader is a little ahead, the memory small.
const AHEAD: usize = 3;
const EVENTS_AT_ONCE: usize = 1_000;

/// How an import ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Live,
    /// Interrupted: what was read is staged, and the same import again goes on from there.
    Stopped,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub rows: u64,
    pub done: u64,
    pub total: u64,
    /// The import that goes on; none where nothing is written.
    pub import: Option<i64>,
}

/// What the reader has to say when it is through.
struct Through {
    complete: bool,
    excluded: Vec<ContactId>,
    corrected: Vec<Corrected>,
    present: HashSet<ContactId>,
    owned: Vec<Owned>,
}

type Sent = (Batch, Progress);

/// Imports a file into a list. Setting `stop` ends it between two rows.
pub fn run(
    store: &Store,
    list: &List,
    country: Country,
    source: Source,
    order: &Order,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Ended, ImportReport), ImportFailure> {
    let checker =
        Checker::new(source.definition(), source.headers(), country)?.on(today(store, country));
    let digest = source.digest(country, order)?;
    let fields = fields_with(list, &source);
    let import = store.begin_import(list.id, order.mode, &source.name(), &digest)?;
    let planner = Planner::new(store, Staged::of(&import), source, checker, order)?;
    let through = std::thread::scope(|scope| {
        let (to, batches) = sync_channel(AHEAD);
        let reader = scope.spawn(move || read(planner, &to, stop));
        let staged = stage_all(store, &import, &batches, progress);
        // The reader must not wait for a store that takes nothing more.
        drop(batches);
        let through = reader.join().map_err(|_| ImportFailure::ReaderGone)?;
        staged?;
        through
    })?;
    let mut unchanged = Vec::new();
    if through.complete {
        let absent = absent::found(store, list.id, order, &through.present)?;
        absent::note(store, &import, &absent)?;
        go_live(store, list, &import, fields, &through.excluded)?;
        absent::close(store, &import, &absent)?;
        unchanged = renumber::apply(store, &import, &through.corrected)?;
        store.settle_consents(&import)?;
        store.settle_owners(&import, &through.owned)?;
        store.settle_orders(&import)?;
    }
    let ended = if through.complete {
        Ended::Live
    } else {
        Ended::Stopped
    };
    let import = store.import(import.id)?;
    let mut problems = store.import_problems(import.id)?;
    problems.extend(unchanged);
    Ok((ended, ImportReport::new(&import, problems)))
}

fn read(
    mut planner: Planner<'_>,
    to: &SyncSender<Sent>,
    stop: &AtomicBool,
) -> Result<Through, ImportFailure> {
    while let Some(batch) = planner.next(stop)? {
        let read = planner.source.progress();
        let progress = Progress {
            rows: planner.ledger.counts.rows,
            done: read.done,
            total: read.total,
            import: None,
        };
        if to.send((batch, progress)).is_err() {
            break;
        }
    }
    Ok(Through {
        complete: planner.is_complete(),
        excluded: planner.ledger.excluded,
        corrected: planner.ledger.corrected,
        present: planner.ledger.present,
        owned: planner.ledger.owners.owned,
    })
}

fn stage_all(
    store: &Store,
    import: &Import,
    batches: &Receiver<Sent>,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), StoreError> {
    for (batch, done) in batches {
        store.stage(import, batch)?;
        progress(Progress {
            import: Some(import.id),
            ..done
        });
    }
    Ok(())
}

fn go_live(
    store: &Store,
    list: &List,
    import: &Import,
    fields: Vec<Field>,
    excluded: &[ContactId],
) -> Result<(), StoreError> {
    if fields != list.fields {
        store.set_fields(list.id, fields)?;
    }
    // Filtered links know of them before anybody can see them.
    membership::judge_import(store, import)?;
    store.make_live(import.id)?;
    for some in excluded.chunks(EVENTS_AT_ONCE) {
        let entry = |contact: &ContactId| {
            let report = Report::Triggered {
                trigger: Trigger::ExcludedByClient,
            };
            let id = format!("import {} excludes {}/{}", import.id, list.id.0, contact.0);
            Entry::report(list.id, *contact, Actor::Import, report).with_id(id)
        };
        store.record_all(some.iter().map(entry).collect())?;
    }
    Ok(())
}

/// The fields a list has, and behind them those the file brings.
fn fields_with(list: &List, source: &Source) -> Vec<Field> {
    let mut fields = list.fields.clone();
    for new in fields_of(source) {
        if !fields.iter().any(|field| field.name == new.name) {
            fields.push(new);
        }
    }
    fields
}

/// The fields of a file, as a list keeps them.
pub fn fields_of(source: &Source) -> Vec<Field> {
    let fields = source.definition().fields.iter();
    fields.map(schema::kept).collect()
}
