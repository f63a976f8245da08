//! What became of the calls to each number.

use crate::clock::instant;
use crate::conn::Conn;
use crate::error::Result;
use crate::import::digits;
use crate::queue::Queue;
use crate::sql::inbound as sql;
use crate::store::Store;
use engine::Number;
use jiff::Timestamp;

/// What became of the calls to one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InboundCounts {
    pub called: Number,
    pub offered: i64,
    pub answered: i64,
    /// Of those, as fast as was promised.
    pub in_time: i64,
    pub abandoned: i64,
    pub waiting: i64,
    /// Since when the one waits who waits longest.
    pub longest: Option<Timestamp>,
    pub callbacks: i64,
    pub opted_out: i64,
}

impl Store {
    /// What became of the calls since an instant, by number.
    pub fn inbound_counts(&self, since: Timestamp) -> Result<Vec<InboundCounts>> {
        let queues = self.queues()?;
        self.read(|conn| {
            let found = queues.iter().map(|queue| counts(conn, queue, since));
            found.filter_map(Result::transpose).collect()
        })
    }
}

fn counts(conn: &mut dyn Conn, queue: &Queue, since: Timestamp) -> Result<Option<InboundCounts>> {
    let within = i64::from(queue.rules.served_within).saturating_mul(1_000_000);
    let args = [
        within.into(),
        since.as_microsecond().into(),
        digits(queue.number),
    ];
    let rows = conn.rows(&sql::COUNTS, &args)?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    Ok(Some(InboundCounts {
        called: queue.number,
        offered: row.int(1)?,
        answered: row.int(2)?,
        in_time: row.int(3)?,
        abandoned: row.int(4)?,
        waiting: row.int(5)?,
        longest: row.maybe_int(6)?.map(instant),
        callbacks: row.int(7)?,
        opted_out: row.int(8)?,
    }))
}
