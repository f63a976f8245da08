//! What people and programs alter by hand: the fields and numbers of a contact, and contacts
//! that come one at a time.
//!
//! Values lie in rows of their own, by version; the journal says which fields and slots
//! changed. All of a day, list and set of rules belongs to one import that stays live.

mod add;
mod alter;
mod caller;
mod candidate;
mod consent;
mod order;
mod owner;
mod who;

pub(crate) use alter::values;
pub(crate) use caller::add_caller;

pub use add::{Added, AddedContact};
pub use candidate::Candidate;
pub use consent::Consent;
pub use owner::{Imported, Owned};

use crate::clock::instant;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::import::{Import, ImportCounts, by_id};
use crate::record::row::json;
use crate::record::{Answer, Entry, RecordError, Recorded};
use crate::rules::RulesCache;
use crate::sql::hand as sql;
use crate::store::Store;
use engine::ListId;
use jiff::Timestamp;

/// Work that was refused leaves nothing behind: the refusal travels as an error and back.
pub(crate) type Outcome<T> = std::result::Result<T, RecordError>;

/// How often work that collides with another is tried.
const TRIES: usize = 5;

impl Store {
    /// Runs work in one transaction with the door; a refusal takes everything back.
    pub(crate) fn by_hand<T: Send + 'static>(
        &self,
        work: impl Fn(&mut dyn Conn, &RulesCache, Timestamp) -> Outcome<T> + Clone + Send + 'static,
    ) -> Outcome<T> {
        let mut tried = 0;
        loop {
            tried += 1;
            let (rules, work) = (self.rules_cache(), work.clone());
            let (told, heard) = std::sync::mpsc::channel();
            let done = self.write(move |conn, now| match work(conn, &rules, now) {
                Ok(value) => Ok(value),
                Err(RecordError::Store(error)) => Err(error),
                Err(refusal) => {
                    // Whoever asked waits for it below.
                    let _ = told.send(refusal);
                    Err(StoreError::other("by_hand", "refused"))
                }
            });
            match (done, heard.try_recv()) {
                (Err(_), Ok(refusal)) => return Err(refusal),
                (Err(error), _) if tried < TRIES && error.is_worth_repeating() => {}
                (done, _) => return Ok(done?),
            }
        }
    }
}

/// Records one event inside the open transaction.
pub(crate) fn record(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    entry: Entry,
    now: Timestamp,
) -> Outcome<Recorded> {
    let mut answers: Vec<Answer> = crate::record::record(conn, rules, vec![entry], now)?;
    answers
        .pop()
        .unwrap_or_else(|| Err(StoreError::other("record", "no answer came").into()))
}

/// The import to which everything belongs that comes into a list by hand today.
fn import_of_today(conn: &mut dyn Conn, list: ListId, now: Timestamp) -> Result<Import> {
    let day = instant(now.as_microsecond()).strftime("%Y-%m-%d");
    let file = format!("by hand {day}");
    import_by_hand(conn, list, file.clone(), &file, now)
}

/// The import of what belongs together, one for each set of rules it came in under.
pub(crate) fn import_by_hand(
    conn: &mut dyn Conn,
    list: ListId,
    file: String,
    digest: &str,
    now: Timestamp,
) -> Result<Import> {
    let found = crate::house::list_by_id(conn, list)?
        .ok_or_else(|| StoreError::other("by_hand", format!("there is no list {}", list.0)))?;
    let digest = format!("{digest} under rules {}", found.rules);
    let there = conn.rows(
        &sql::IMPORT_BY_HAND,
        &[list.0.into(), digest.as_str().into()],
    )?;
    if let Some(row) = there.first() {
        return by_id(conn, row.int(0)?);
    }
    let args = [
        list.0.into(),
        file.into(),
        digest.into(),
        found.rules.into(),
        now.as_microsecond().into(),
        json("import.open_by_hand", &ImportCounts::default())?.into(),
    ];
    let rows = conn.rows(&sql::OPEN_BY_HAND, &args)?;
    let id = rows.first().map_or_else(
        || Err(StoreError::other("import.open_by_hand", "gave no id")),
        |row| row.int(0),
    )?;
    by_id(conn, id)
}
