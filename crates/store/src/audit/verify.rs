//! Whether the trail is whole: every row follows upon the one before it.

use super::AuditFault;
use super::line::Line;
use crate::clock::instant;
use crate::conn::Row;
use crate::error::{Result, StoreError};
use crate::sql::audit as sql;
use crate::store::Store;
use jiff::Timestamp;
use serde::Serialize;

/// Where the trail ends. Kept outside the house, it proves later what was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditHead {
    pub seq: i64,
    pub at: Timestamp,
    pub digest: String,
}

/// What a walk along the trail found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditChain {
    pub rows: u64,
    /// Rows up to this one were older than the trail is kept, and are forgotten.
    pub forgotten: i64,
    pub head: AuditHead,
    /// The first place at which the trail does not hold.
    pub fault: Option<AuditFault>,
}

impl Store {
    pub fn audit_head(&self) -> Result<AuditHead> {
        self.read(|conn| head_of(&conn.rows(&sql::HEAD, &[])?))
    }

    /// Walks the whole trail; with an anchor that was kept elsewhere, looks for that row, too.
    pub fn audit_verify(&self, anchor: Option<(i64, String)>) -> Result<AuditChain> {
        self.read(|conn| {
            let rows = conn.rows(&sql::HEAD, &[])?;
            let head = head_of(&rows)?;
            let (base, before) = base_of(&rows)?;
            let mut walk = Walk {
                rows: 0,
                seq: base,
                digest: before,
                fault: None,
                anchor,
            };
            conn.each(&sql::ALL, &[], &mut |row| walk.step(&row))?;
            let fault = walk.end(&head, base);
            Ok(AuditChain {
                rows: walk.rows,
                forgotten: base,
                head,
                fault,
            })
        })
    }
}

struct Walk {
    rows: u64,
    seq: i64,
    digest: String,
    fault: Option<AuditFault>,
    anchor: Option<(i64, String)>,
}

impl Walk {
    fn step(&mut self, row: &Row) -> Result<()> {
        self.rows = self.rows.saturating_add(1);
        let line = Line::of(row)?;
        let next = self.seq.saturating_add(1);
        let stored = row.text(9)?;
        let fault = if line.seq != next {
            Some(AuditFault::Missing { seq: next })
        } else if line.digest(&self.digest)? != stored {
            Some(AuditFault::Changed { seq: line.seq })
        } else {
            self.unlike_anchor(line.seq, stored)
        };
        self.fault = self.fault.take().or(fault);
        self.seq = line.seq;
        stored.clone_into(&mut self.digest);
        Ok(())
    }

    fn unlike_anchor(&self, seq: i64, stored: &str) -> Option<AuditFault> {
        let (kept, digest) = self.anchor.as_ref()?;
        (*kept == seq && digest != stored).then_some(AuditFault::Anchor { seq })
    }

    /// The end that was noted must be the last row, and the anchor must not lie behind it.
    fn end(&self, head: &AuditHead, base: i64) -> Option<AuditFault> {
        if self.fault.is_some() {
            return self.fault.clone();
        }
        let anchored = self.anchor.as_ref().map_or(0, |(seq, _)| *seq);
        let until = head.seq.max(anchored);
        let next = self.seq.saturating_add(1);
        if until > self.seq {
            return Some(AuditFault::Tail { seq: next, until });
        }
        if head.seq < self.seq {
            let seq = head.seq.saturating_add(1);
            return Some(AuditFault::Beyond { seq });
        }
        let ends_otherwise = self.seq > base && head.digest != self.digest;
        ends_otherwise.then_some(AuditFault::Changed { seq: self.seq })
    }
}

pub(super) fn head_of(rows: &[Row]) -> Result<AuditHead> {
    let row = rows.first().ok_or_else(no_head)?;
    Ok(AuditHead {
        seq: row.int(0)?,
        at: instant(row.int(1)?),
        digest: row.text(2)?.to_owned(),
    })
}

fn base_of(rows: &[Row]) -> Result<(i64, String)> {
    let row = rows.first().ok_or_else(no_head)?;
    Ok((row.int(3)?, row.text(4)?.to_owned()))
}

fn no_head() -> StoreError {
    StoreError::other(
        "audit_head.read",
        "the row that says where the trail ends is gone",
    )
}
