//! Growing the trail, and forgetting what is older than it is kept.

use super::line::Line;
use super::verify::head_of;
use super::{AuditActor, AuditEntry, AuditWord, KEPT_HOURS};
use crate::conn::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::record::row::json;
use crate::sql::audit as sql;
use crate::store::Store;
use crate::writer::Job;
use jiff::{SignedDuration, Timestamp};

impl Store {
    /// Appends one row, together with what else is being committed.
    pub fn audit(&self, entry: AuditEntry) -> Result<()> {
        self.audit_all(vec![entry])
    }

    pub fn audit_all(&self, entries: Vec<AuditEntry>) -> Result<()> {
        self.job(|to| Job::Audit(entries, to))
    }

    /// Forgets rows older than the trail is kept, and says so in the trail.
    pub fn forget_audit(&self) -> Result<u64> {
        self.write(|conn, now| {
            let oldest = now
                .checked_sub(SignedDuration::from_hours(KEPT_HOURS))
                .unwrap_or(Timestamp::MIN);
            let rows = conn.rows(&sql::LAST_BEFORE, &[oldest.as_microsecond().into()])?;
            let Some(last) = rows.first() else {
                return Ok(0);
            };
            let (seq, digest) = (last.int(0)?, last.text(1)?.to_owned());
            // Holds the end of the trail before its beginning is moved.
            conn.rows(&sql::HEAD_TO_APPEND, &[])?;
            conn.exec(&sql::SET_BASE, &[seq.into(), digest.into()])?;
            let gone = conn.exec(&sql::FORGET, &[seq.into()])?;
            let said = AuditEntry::about(AuditActor::System, AuditWord::Forgot, "audit", Some(seq));
            append(conn, &[said.told("rows", gone)], now)?;
            Ok(gone)
        })
    }
}

/// The only way a row gets in. Last in a transaction: the end of the trail is held from here on.
pub(crate) fn append(conn: &mut dyn Conn, entries: &[AuditEntry], now: Timestamp) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let rows = conn.rows(&sql::HEAD_TO_APPEND, &[])?;
    let mut head = head_of(&rows)?;
    let mut at = now.as_microsecond();
    let mut written = Vec::new();
    for entry in entries {
        let detail = json("audit.append", &entry.detail)?;
        // Other programs may go by other clocks: time in the trail never goes back.
        at = at.max(head.at.as_microsecond());
        let line = Line {
            seq: head.seq.saturating_add(1),
            at,
            actor: entry.actor.word(),
            actor_id: entry.actor.id(),
            word: entry.word.word(),
            subject: entry.subject,
            list: entry.list,
            id: entry.id,
            detail: &detail,
        };
        head.digest = line.digest(&head.digest)?;
        head.seq = line.seq;
        written.push(line.values(&head.digest));
    }
    conn.many(&sql::APPEND, &written)?;
    let end: [Value; 3] = [head.seq.into(), at.into(), head.digest.into()];
    match conn.exec(&sql::SET_HEAD, &end)? {
        1 => Ok(()),
        _ => Err(StoreError::other("audit_head.set", "the trail has no end")),
    }
}
