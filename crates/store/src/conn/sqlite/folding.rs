//! Folds the write-ahead log into the file beside the writer, so that no commit waits for it.
//!
//! While commits come without a pause a fold never reaches the end of the log, and a log that is
//! not folded to its end grows on: every commit then waits for the file system to make it longer.
//! So the folding thread does all but the last, and the writer that, between two commits: it is
//! the work of a moment, and the log begins anew.

use rusqlite::Connection;
use rusqlite::hooks::Wal;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// So many pages of log are worth a fold: each page of the file is then written once for several
/// commits that changed it. More of them at once would keep the disk, and with it the next commit,
/// for longer than anybody should wait.
const ENOUGH: i32 = 1_000;
/// The log grew faster than it was folded: the writer does it, and whoever waits for it waits.
const TOO_MUCH: i32 = 20_000;
/// A log that somebody reads at that moment cannot begin anew; a few commits later it may.
const TRIES: u32 = 8;
/// Whoever reads may be in the way of emptying the log for good.
const LOOKS: u32 = 50;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// What the writer and the folding thread know of each other.
#[derive(Default)]
struct Shared {
    /// Only one folds at a time; SQLite would turn the other away.
    turn: Mutex<()>,
    /// All is folded but what was committed meanwhile.
    is_nearly_done: AtomicBool,
}

/// Ends with the writer's connection: first the hook, which holds the other end, then this.
pub(super) struct Folding {
    thread: Option<JoinHandle<()>>,
}

impl Folding {
    /// From now on the log of this connection's commits is folded by another thread.
    pub(super) fn beside(writer: &mut Connection, file: &Path) -> rusqlite::Result<Self> {
        let (grown, told) = sync_channel(1);
        let shared = Arc::new(Shared::default());
        writer.wal_hook(Some(hook(grown, shared.clone())))?;
        let file = file.to_owned();
        let thread = std::thread::Builder::new()
            .name("fold".to_owned())
            .spawn(move || fold_when(&told, &shared, &file));
        // Without a thread the writer does it, later and in one go.
        Ok(Self {
            thread: thread.ok(),
        })
    }

    pub(super) fn end(&mut self, writer: &mut Connection) {
        let none: Option<fn(&mut Wal, i32) -> rusqlite::Result<()>> = None;
        let is_free = writer.wal_hook(none).is_ok();
        if let Some(thread) = self.thread.take().filter(|_| is_free) {
            // Had it panicked, that would have been said already.
            let _ = thread.join();
        }
    }
}

/// What happens after each commit, told how many pages the log has.
fn hook(
    grown: SyncSender<()>,
    shared: Arc<Shared>,
) -> impl FnMut(&mut Wal, i32) -> rusqlite::Result<()> + Send {
    let (mut known, mut next, mut tries) = (0, ENOUGH, 0);
    move |log, pages| {
        if pages < known {
            // It has begun anew.
            (next, tries) = (ENOUGH, 0);
        }
        known = pages;
        if shared.is_nearly_done.swap(false, Ordering::Relaxed) {
            tries = TRIES;
        }
        if tries > 0 {
            tries -= 1;
            shared.in_turn(|| log.checkpoint());
        } else if pages >= next {
            next = pages.saturating_add(ENOUGH);
            if pages < TOO_MUCH {
                // Told already where there is no room.
                let _ = grown.try_send(());
            } else {
                shared.in_turn(|| log.checkpoint());
            }
        }
        Ok(())
    }
}

impl Shared {
    /// What a reader keeps from being folded now is folded a next time.
    fn in_turn<T>(&self, fold: impl FnOnce() -> rusqlite::Result<T>) {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = fold();
    }
}

fn fold_when(told: &Receiver<()>, shared: &Shared, file: &Path) {
    let mut connection = None;
    while told.recv().is_ok() {
        if connection.is_none() {
            connection = Connection::open(file).ok();
        }
        if let Some(open) = &connection {
            shared.in_turn(|| open.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())));
            shared.is_nearly_done.store(true, Ordering::Relaxed);
        }
    }
}

/// Folds the log and empties it. Whoever folds at the moment is waited for; whoever reads for long
/// keeps it from being emptied, until the next time or the end.
pub(super) fn empty(connection: &Connection) -> rusqlite::Result<()> {
    for _ in 0..LOOKS {
        let is_busy = |row: &rusqlite::Row<'_>| row.get::<_, bool>(0);
        if !connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], is_busy)? {
            break;
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conn::{Access, Conn, sqlite::SqliteConn};

    #[test]
    fn the_log_of_many_commits_is_folded_beside_them() {
        let folder = std::env::temp_dir().join(format!("dispo-fold-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("house.db");
        let log = folder.join("house.db-wal");
        let mut first = SqliteConn::open(&file, Access::Create).unwrap();
        first.batch("CREATE TABLE filler (text TEXT)").unwrap();
        drop(first);
        let mut writer = SqliteConn::open(&file, Access::Write).unwrap();
        writer.batch("PRAGMA synchronous = OFF").unwrap();
        let most = u64::try_from(TOO_MUCH).unwrap();
        let pages = most * 3;
        for _ in 0..pages / 12 {
            writer
                .batch("INSERT INTO filler VALUES (hex(randomblob(20000)))")
                .unwrap();
        }
        let kept = std::fs::metadata(&log).unwrap().len() / 4_120;
        assert!(kept < most, "the log has grown to {kept} pages of {pages}");
        drop(writer);
        assert!(!log.exists(), "folded when the last connection ends");
        let rows = Connection::open(&file).unwrap();
        let rows: i64 = rows
            .query_row("SELECT count(*) FROM filler", [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows.cast_unsigned(), pages / 12);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
