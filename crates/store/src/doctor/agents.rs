//! The journal of agents against their rows.

use super::Difference;
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::Result;
use crate::house::agent_line;
use crate::sql::figure as sql;
use std::collections::BTreeMap;

/// Every command is there, one after the other, as it was written.
pub(super) fn examine(conn: &mut dyn Conn, differences: &mut Vec<Difference>) -> Result<()> {
    let mut last: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
    for row in conn.rows(&sql::AGENT_JOURNAL, &[])? {
        let (id, seq, at) = (row.int(0)?, row.int(1)?, row.int(2)?);
        let (before, earlier) = last.insert(id, (seq, at)).unwrap_or((0, i64::MIN));
        let mut say = |seq: i64, field: &str, journal: String, found: String| {
            differences.push(of_agent(id, seq, field, journal, found));
        };
        if seq != before + 1 {
            let next = format!("next is {seq}");
            say(before + 1, "journal", "a row is missing".into(), next);
        }
        if at < earlier || row.int(3)? != at {
            let before = format!("before {}", instant(earlier));
            say(seq, "at", instant(at).to_string(), before);
        }
        let ours = agent_line(id, seq, at, row.text(4)?, row.text(5)?).digest(0);
        if ours != row.int(6)? {
            say(seq, "digest", ours.to_string(), row.int(6)?.to_string());
        }
    }
    for row in conn.rows(&sql::AGENT_SEQS, &[])? {
        let (id, seq) = (row.int(0)?, row.int(1)?);
        let journalled = last.remove(&id).map_or(0, |(seq, _)| seq);
        if journalled != seq {
            let (journal, row) = (journalled.to_string(), seq.to_string());
            differences.push(of_agent(id, journalled, "seq", journal, row));
        }
    }
    Ok(())
}

fn of_agent(id: i64, seq: i64, field: &str, journal: String, row: String) -> Difference {
    Difference {
        subject: format!("agent {id}"),
        seq,
        field: field.to_owned(),
        journal,
        row,
    }
}
