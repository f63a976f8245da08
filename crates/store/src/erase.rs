//! Erasing: what is personal goes, what was counted stays.
//!
//! The event goes through the door like any other, so that the journal replays; in the same
//! transaction every row goes that says who it was. What is left of a contact is its id, its
//! codes and its instants. A suppression of its number stays: it is what keeps it from being
//! called. Looking first does all the same and takes it back.

mod evidence;
mod purge;
mod scrub;

pub use evidence::KeptEvidence;

use crate::audit::{self, AuditActor, AuditEntry, AuditWord};
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::import::digits;
use crate::record::{self, Entry, RecordError};
use crate::recording;
use crate::rules::RulesCache;
use crate::sql::erase as sql;
use crate::store::Store;
use engine::{Actor, Command, ContactId, ListId, Number, Refusal};
use jiff::Timestamp;
use purge::{found, purge};
use scrub::Values;
use serde::Serialize;

/// Contacts of one commit, so that nobody waits long behind it.
const AT_ONCE: i64 = 100;

/// How it is done, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erasing {
    pub by: AuditActor,
    /// Nothing is erased: only what would be is counted.
    pub only_look: bool,
    /// Evidence of consent goes, too, although the law wants it kept.
    pub evidence_too: bool,
}

/// What was erased, in rows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Erasure {
    pub contacts: u64,
    pub numbers: u64,
    /// Versions of fields.
    pub fields: u64,
    pub notes: u64,
    /// Rejected rows and other findings of imports.
    pub problems: u64,
    /// Dials that are counted on, of no number.
    pub dials: u64,
    /// Answers to programs, messages and selections that named it.
    pub texts: u64,
    /// Files in the folder of uploads: their names there.
    pub files: Vec<String>,
    /// Contacts that are in somebody's hands: erase them afterwards.
    pub in_hand: Vec<(ListId, ContactId)>,
    /// What the law wants kept.
    pub kept: Vec<KeptEvidence>,
}

impl Erasure {
    /// Counts what another commit erased, too.
    pub fn add(&mut self, other: Self) {
        self.contacts = self.contacts.saturating_add(other.contacts);
        self.numbers = self.numbers.saturating_add(other.numbers);
        self.fields = self.fields.saturating_add(other.fields);
        self.notes = self.notes.saturating_add(other.notes);
        self.problems = self.problems.saturating_add(other.problems);
        self.dials = self.dials.saturating_add(other.dials);
        self.texts = self.texts.saturating_add(other.texts);
        self.files.extend(other.files);
        self.in_hand.extend(other.in_hand);
        self.kept.extend(other.kept);
    }
}

impl Store {
    /// Every contact with this number, wherever it stands.
    pub fn holders_of(&self, number: Number) -> Result<Vec<(ListId, ContactId)>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::HOLDERS, &[digits(number)])?;
            rows.iter()
                .map(|row| Ok((ListId(row.int(0)?), ContactId(row.int(1)?))))
                .collect()
        })
    }

    /// Erases contacts. The files it names are for the caller to remove.
    pub fn erase(&self, contacts: &[(ListId, ContactId)], how: Erasing) -> Result<Erasure> {
        let mut all = Erasure::default();
        let mut lists: Vec<ListId> = contacts.iter().map(|(list, _)| *list).collect();
        lists.sort_unstable();
        lists.dedup();
        for some in contacts.chunks(usize::try_from(AT_ONCE).unwrap_or(1)) {
            all.add(self.erase_some(some.to_vec(), how)?);
        }
        for list in lists {
            all.files.extend(self.forget_uploads_of(list, how)?);
        }
        if !how.only_look {
            self.leave_no_trace()?;
        }
        Ok(all)
    }

    /// Erases the contacts of a list behind one, a few at a time; says how far it came, or
    /// nothing at the end.
    pub fn erase_of_list(
        &self,
        list: ListId,
        after: ContactId,
        how: Erasing,
    ) -> Result<(Erasure, Option<ContactId>)> {
        let found = self.read(|conn| {
            let args = [list.0.into(), after.0.into(), AT_ONCE.into()];
            let rows = conn.rows(&sql::CONTACTS_AFTER, &args)?;
            rows.iter()
                .map(|row| Ok((list, ContactId(row.int(0)?))))
                .collect::<Result<Vec<_>>>()
        })?;
        let last = found.last().map(|(_, contact)| *contact);
        if last.is_some() {
            return Ok((self.erase_some(found, how)?, last));
        }
        let files = self.forget_uploads_of(list, how)?;
        if !how.only_look {
            self.leave_no_trace()?;
        }
        let rest = Erasure {
            files,
            ..Erasure::default()
        };
        Ok((rest, None))
    }

    /// The evidence of consent that was put aside when a contact was erased.
    pub fn kept_evidence(&self, list: ListId, contact: ContactId) -> Result<Option<KeptEvidence>> {
        self.read(|conn| evidence::of(conn, list, contact))
    }

    /// Forgets evidence that was kept long enough.
    pub fn forget_evidence(&self) -> Result<u64> {
        self.write(|conn, now| conn.exec(&sql::FORGET_KEPT, &[now.as_microsecond().into()]))
    }

    fn erase_some(&self, contacts: Vec<(ListId, ContactId)>, how: Erasing) -> Result<Erasure> {
        let rules = self.rules_cache();
        let lists: Vec<ListId> = contacts.iter().map(|(list, _)| *list).collect();
        let (told, heard) = std::sync::mpsc::channel();
        let done = self.write(move |conn, now| {
            let erasure = erase_all(conn, &rules, &contacts, how, now)?;
            if !how.only_look {
                return Ok(erasure);
            }
            // Whoever asked waits for it below; the error takes everything back.
            let _ = told.send(erasure);
            Err(StoreError::other("erase", "only looked"))
        });
        match (done, heard.try_recv()) {
            (Err(_), Ok(looked)) => Ok(looked),
            (done, _) => {
                for list in lists {
                    self.hints().tell(Hint::List(list));
                }
                done
            }
        }
    }

    /// What was handed in for a list and may hold anybody.
    fn forget_uploads_of(&self, list: ListId, how: Erasing) -> Result<Vec<String>> {
        let mut files = Vec::new();
        for upload in self.uploads()? {
            if upload.list != Some(list) {
                continue;
            }
            if upload.state.is_at_work() {
                let reason = format!("upload {} is being worked on: wait, or stop it", upload.id);
                return Err(StoreError::other("erase", reason));
            }
            if !how.only_look {
                self.forget_upload(upload.id)?;
            }
            files.push(upload.stored);
        }
        Ok(files)
    }

    /// Writes over what was deleted, as far as the database can be told to.
    fn leave_no_trace(&self) -> Result<()> {
        self.outside_transaction(|conn| conn.leave_no_trace())
    }
}

fn erase_all(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    contacts: &[(ListId, ContactId)],
    how: Erasing,
    now: Timestamp,
) -> Result<Erasure> {
    let mut all = Erasure::default();
    let mut noted = Vec::new();
    let (mut values, mut lines) = (Values::default(), Vec::new());
    for (list, contact) in contacts {
        if !closed(conn, rules, (*list, *contact), how, now)? {
            all.in_hand.push((*list, *contact));
            continue;
        }
        let Some(found) = found(conn, *list, *contact, &mut values)? else {
            continue;
        };
        lines.push((*list, found.line));
        let kept = evidence::keep(conn, rules, (*list, *contact), &found, how, now)?;
        let recordings = recording::condemn_of(conn, (*list, *contact), how.by, now)?;
        let one = purge(conn, *list, *contact, &found)?;
        let entry = AuditEntry::contact(how.by, AuditWord::Erased, *list, *contact)
            .told("numbers", one.numbers)
            .told("fields", one.fields)
            .told("notes", one.notes)
            .told("recordings", recordings)
            .told("evidence_kept", kept.is_some());
        noted.push(entry);
        all.add(one);
        all.kept.extend(kept);
    }
    let lists = lines.iter().map(|(list, _)| *list).collect();
    all.problems = scrub::problems(conn, &lists, &lines, &values)?;
    all.texts = scrub::texts(conn, &values)?;
    audit::append(conn, &noted, now)?;
    Ok(all)
}

/// Closes it for good, by an event; says no while somebody has it in hand.
fn closed(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, contact): (ListId, ContactId),
    how: Erasing,
    now: Timestamp,
) -> Result<bool> {
    let actor = match how.by {
        AuditActor::User(_) | AuditActor::Program => Actor::Supervisor(engine::AgentId(0)),
        _ => Actor::Keeper,
    };
    let entry = Entry::command(list, contact, actor, Command::Erase);
    match record::record(conn, rules, vec![entry], now)?.pop() {
        Some(Err(RecordError::Refused(Refusal::InHand(_)))) => Ok(false),
        Some(Err(RecordError::Store(error))) => Err(error),
        // Erased already, or never seen by anybody: what is left of it goes all the same.
        _ => Ok(true),
    }
}
