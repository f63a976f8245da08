//! Open contacts with a number in a register are closed by events of their own, some at a time,
//! by whoever imported it and by the keeper. Until then nobody dials them: leave to dial asks
//! the register itself.

use super::block;
use super::find::place;
use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::sql::register as sql;
use crate::store::Store;
use crate::suppression::Suppression;
use engine::Number;
use jiff::Timestamp;

/// A register some of whose numbers were looked at.
struct Looked {
    id: i64,
    version: i64,
    covered: Vec<Suppression>,
    /// Up to which number; none when that was the last.
    up_to: Option<i64>,
}

impl Store {
    /// Closes open contacts whose numbers a register holds, as far as so many numbers go. None
    /// when there is nothing left to look at, else how many contacts were closed.
    pub fn close_registered(&self, limit: i64) -> Result<Option<usize>> {
        let now = self.clock().now();
        let Some(looked) = self.read(|conn| look(conn, limit, now))? else {
            return Ok(None);
        };
        let closed = self.close_covered(&looked.covered)?;
        let done = [looked.up_to.into(), looked.id.into(), looked.version.into()];
        self.write(move |conn, _| conn.exec(&sql::CLOSED_UP_TO, &done))?;
        Ok(Some(closed))
    }
}

fn look(conn: &mut dyn Conn, limit: i64, now: Timestamp) -> Result<Option<Looked>> {
    let at = now.as_microsecond();
    let rows = conn.rows(&sql::CLOSING, &[at.into(), at.into()])?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let (id, version) = (row.int(0)?, row.int(1)?);
    let (extent, scope) = place(row.text(2)?, row.int(3)?, row.maybe_int(5)?);
    let called: Vec<i64> = conn
        .rows(&sql::CALLED, &[row.int(4)?.into(), limit.into()])?
        .iter()
        .map(|row| row.int(0))
        .collect::<Result<_>>()?;
    let keys: Vec<Vec<Value>> = called
        .iter()
        .map(|number| vec![id.into(), version.into(), (*number).into()])
        .collect();
    let mut covered = Vec::new();
    for row in conn.many_rows(&sql::AT, &keys)? {
        let number = row.int(0)?.unsigned_abs();
        let is_held = row
            .maybe_text(1)?
            .is_some_and(|body| block::holds(body, number));
        if let (true, Ok(number)) = (is_held, Number::new(number)) {
            covered.push(Suppression {
                extent,
                scope,
                ..Suppression::everywhere(number, "", now)
            });
        }
    }
    let is_last = i64::try_from(called.len()).is_ok_and(|count| count < limit);
    Ok(Some(Looked {
        id,
        version,
        covered,
        up_to: called.last().copied().filter(|_| !is_last),
    }))
}
