//! What events left behind in other tables: attempts and dials, compared with those that
//! follow from the journal.

use super::{Difference, Entry, difference};
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::Result;
use crate::sql::{figure as sql, moving, past};
use engine::{Attempt, Because, Contact, Decision};
use std::collections::BTreeMap;

/// By attempt: when it was dialled, and how the attempt was coded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Trace {
    dials: BTreeMap<i64, String>,
    attempts: BTreeMap<i64, String>,
    /// By event.
    corrections: BTreeMap<i64, String>,
    /// Where it went; at most one.
    moves: BTreeMap<i64, String>,
}

/// The traces that the tables hold, by contact.
pub(super) struct Traces(BTreeMap<(i64, i64), Trace>);

impl Trace {
    pub fn follow(&mut self, entry: &Entry, decision: &Decision) {
        for attempt in &decision.attempts {
            let number = i64::from(attempt.attempt);
            self.attempts.insert(number, coded(attempt));
        }
        for attempt in &decision.uncoded {
            self.attempts.remove(&i64::from(*attempt));
        }
        for because in &decision.because {
            match because {
                Because::Corrected { attempt, from, to } => {
                    let told = format!("attempt {attempt} from {from} to {to}");
                    self.corrections.insert(entry.seq, told);
                }
                Because::MovedTo { to } => {
                    let told = format!("to list {} contact {}", to.list.0, to.contact.0);
                    self.moves.insert(1, told);
                }
                _ => {}
            }
        }
        if decision.permit.is_some() {
            let at = instant(entry.at).to_string();
            self.dials.insert(decision.next.dials.into(), at);
        }
    }
}

fn coded(attempt: &Attempt) -> String {
    format!(
        "{} {} at {} by {}{}",
        attempt.outcome,
        attempt.code,
        instant(attempt.coded_at.as_microsecond()),
        attempt.agent.0,
        worked_for(attempt.campaign.map(|campaign| campaign.0))
    )
}

fn worked_for(campaign: Option<i64>) -> String {
    campaign.map_or_else(String::new, |campaign| format!(" for campaign {campaign}"))
}

impl Traces {
    pub fn read(conn: &mut dyn Conn) -> Result<Self> {
        let mut found: BTreeMap<(i64, i64), Trace> = BTreeMap::new();
        conn.each(&sql::ALL_DIALS, &[], &mut |row| {
            let trace = found.entry((row.int(0)?, row.int(1)?)).or_default();
            let at = instant(row.int(3)?).to_string();
            trace.dials.insert(row.int(2)?, at);
            Ok(())
        })?;
        conn.each(&sql::ALL_ATTEMPTS, &[], &mut |row| {
            let trace = found.entry((row.int(0)?, row.int(1)?)).or_default();
            let coded = format!(
                "{} {} at {} by {}{}",
                row.text(3)?,
                row.text(4)?,
                instant(row.int(5)?),
                row.int(6)?,
                worked_for(row.maybe_int(7)?)
            );
            trace.attempts.insert(row.int(2)?, coded);
            Ok(())
        })?;
        conn.each(&past::ALL_CORRECTIONS, &[], &mut |row| {
            let trace = found.entry((row.int(0)?, row.int(1)?)).or_default();
            let told = format!(
                "attempt {} from {} to {}",
                row.int(3)?,
                row.text(4)?,
                row.text(5)?
            );
            trace.corrections.insert(row.int(2)?, told);
            Ok(())
        })?;
        conn.each(&moving::ALL, &[], &mut |row| {
            let trace = found.entry((row.int(0)?, row.int(1)?)).or_default();
            let told = format!("to list {} contact {}", row.int(2)?, row.int(3)?);
            trace.moves.insert(1, told);
            Ok(())
        })?;
        Ok(Self(found))
    }

    pub fn compare(
        &mut self,
        contact: &Contact,
        seq: i64,
        follows: Trace,
        differences: &mut Vec<Difference>,
    ) {
        let key = (contact.list.0, contact.id.0);
        let found = self.0.remove(&key).unwrap_or_default();
        for (field, journal, rows) in [
            ("dial", &follows.dials, &found.dials),
            ("attempt", &follows.attempts, &found.attempts),
            ("correction", &follows.corrections, &found.corrections),
            ("move", &follows.moves, &found.moves),
        ] {
            say(key, seq, field, journal, rows, differences);
        }
    }

    /// Traces of contacts that are not there.
    pub fn left_over(&self, differences: &mut Vec<Difference>) {
        let nothing = BTreeMap::new();
        for (key, trace) in &self.0 {
            say(*key, 0, "dial", &nothing, &trace.dials, differences);
            say(*key, 0, "attempt", &nothing, &trace.attempts, differences);
            let corrections = &trace.corrections;
            say(*key, 0, "correction", &nothing, corrections, differences);
            say(*key, 0, "move", &nothing, &trace.moves, differences);
        }
    }
}

fn say(
    (list, contact): (i64, i64),
    seq: i64,
    field: &str,
    journal: &BTreeMap<i64, String>,
    rows: &BTreeMap<i64, String>,
    differences: &mut Vec<Difference>,
) {
    let mut numbers: Vec<i64> = journal.keys().chain(rows.keys()).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers {
        let shown = |side: &BTreeMap<i64, String>| {
            side.get(&number)
                .map_or_else(|| "none".to_owned(), Clone::clone)
        };
        let (journal, row) = (shown(journal), shown(rows));
        if journal != row {
            let field = format!("{field} {number}");
            differences.push(difference(list, contact, seq, &field, journal, row));
        }
    }
}
