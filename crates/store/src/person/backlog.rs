//! Contacts that came before there were marks get theirs when the database is opened, once.

use super::{mark_rows, put};
use crate::conn::Conn;
use crate::error::Result;
use crate::sql::person as sql;
use engine::ListId;

/// Contacts of one commit.
const AT_ONCE: i64 = 2_000;

/// Goes on where another start was stopped.
pub(crate) fn catch_up(conn: &mut dyn Conn) -> Result<()> {
    loop {
        conn.begin()?;
        match some(conn) {
            Ok(true) => conn.commit()?,
            Ok(false) => return conn.commit(),
            Err(error) => {
                // The first error is the one to report, whatever becomes of the rollback.
                let _ = conn.rollback();
                return Err(error);
            }
        }
    }
}

fn some(conn: &mut dyn Conn) -> Result<bool> {
    let Some((list, after)) = next(conn)? else {
        return Ok(false);
    };
    let args = [list.0.into(), after.into(), AT_ONCE.into()];
    let rows = conn.rows(&sql::UNMARKED, &args)?;
    let mut marks = Vec::new();
    for row in &rows {
        marks.extend(mark_rows(list, row.int(0)?, row.text(1)?));
    }
    put(conn, &marks)?;
    match rows.last() {
        Some(last) => conn.exec(&sql::MARKED_UP_TO, &[last.int(0)?.into(), list.0.into()])?,
        None => conn.exec(&sql::ALL_MARKED, &[list.0.into()])?,
    };
    Ok(true)
}

fn next(conn: &mut dyn Conn) -> Result<Option<(ListId, i64)>> {
    let rows = conn.rows(&sql::BACKLOG, &[])?;
    rows.first()
        .map(|row| Ok((ListId(row.int(0)?), row.int(1)?)))
        .transpose()
}
