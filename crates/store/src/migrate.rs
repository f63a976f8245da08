//! Brings a database to the form this program knows. All steps or none, one program at a time.

use jiff::Timestamp;

use crate::conn::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::sql::migration;

/// A numbered file of `migrations/`. Once released it never changes.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub number: i64,
    pub name: &'static str,
    pub sql: &'static str,
}

/// In ascending order, from 1, without a gap.
pub static MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "house",
        sql: include_str!("migrations/0001_house.sql"),
    },
    Migration {
        number: 2,
        name: "people",
        sql: include_str!("migrations/0002_people.sql"),
    },
    Migration {
        number: 3,
        name: "desk",
        sql: include_str!("migrations/0003_desk.sql"),
    },
    Migration {
        number: 4,
        name: "statistics",
        sql: include_str!("migrations/0004_statistics.sql"),
    },
    Migration {
        number: 5,
        name: "corrections",
        sql: include_str!("migrations/0005_corrections.sql"),
    },
    Migration {
        number: 6,
        name: "saved_report",
        sql: include_str!("migrations/0006_saved_report.sql"),
    },
    Migration {
        number: 7,
        name: "floor",
        sql: include_str!("migrations/0007_floor.sql"),
    },
    Migration {
        number: 8,
        name: "bulk",
        sql: include_str!("migrations/0008_bulk.sql"),
    },
    Migration {
        number: 9,
        name: "upload",
        sql: include_str!("migrations/0009_upload.sql"),
    },
    Migration {
        number: 10,
        name: "floor_more",
        sql: include_str!("migrations/0010_floor_more.sql"),
    },
    Migration {
        number: 11,
        name: "campaign",
        sql: include_str!("migrations/0011_campaign.sql"),
    },
    Migration {
        number: 12,
        name: "move",
        sql: include_str!("migrations/0012_move.sql"),
    },
    Migration {
        number: 13,
        name: "consent",
        sql: include_str!("migrations/0013_consent.sql"),
    },
    Migration {
        number: 14,
        name: "ceiling",
        sql: include_str!("migrations/0014_ceiling.sql"),
    },
    Migration {
        number: 15,
        name: "privacy",
        sql: include_str!("migrations/0015_privacy.sql"),
    },
    Migration {
        number: 16,
        name: "register",
        sql: include_str!("migrations/0016_register.sql"),
    },
    Migration {
        number: 17,
        name: "advertiser",
        sql: include_str!("migrations/0017_advertiser.sql"),
    },
    Migration {
        number: 18,
        name: "order",
        sql: include_str!("migrations/0018_order.sql"),
    },
    Migration {
        number: 19,
        name: "vocabulary",
        sql: include_str!("migrations/0019_vocabulary.sql"),
    },
    Migration {
        number: 20,
        name: "cancelled",
        sql: include_str!("migrations/0020_cancelled.sql"),
    },
    Migration {
        number: 21,
        name: "catalogue",
        sql: include_str!("migrations/0021_catalogue.sql"),
    },
    Migration {
        number: 22,
        name: "phone",
        sql: include_str!("migrations/0022_phone.sql"),
    },
    Migration {
        number: 23,
        name: "registers",
        sql: include_str!("migrations/0023_registers.sql"),
    },
    Migration {
        number: 24,
        name: "locked_number",
        sql: include_str!("migrations/0024_locked_number.sql"),
    },
    Migration {
        number: 25,
        name: "destination",
        sql: include_str!("migrations/0025_destination.sql"),
    },
    Migration {
        number: 26,
        name: "recording",
        sql: include_str!("migrations/0026_recording.sql"),
    },
    Migration {
        number: 27,
        name: "inbound",
        sql: include_str!("migrations/0027_inbound.sql"),
    },
    Migration {
        number: 28,
        name: "inbound_line",
        sql: include_str!("migrations/0028_inbound_line.sql"),
    },
    Migration {
        number: 29,
        name: "refusal",
        sql: include_str!("migrations/0029_refusal.sql"),
    },
    Migration {
        number: 30,
        name: "campaign_sounds",
        sql: include_str!("migrations/0030_campaign_sounds.sql"),
    },
    Migration {
        number: 31,
        name: "inbound_exchange",
        sql: include_str!("migrations/0031_inbound_exchange.sql"),
    },
    Migration {
        number: 32,
        name: "recording_owner",
        sql: include_str!("migrations/0032_recording_owner.sql"),
    },
];

const BOOKKEEPING: &str = include_str!("migrations/0000_migration.sql");

/// Applies what is missing and gives the numbers of what it applied.
pub fn migrate(conn: &mut dyn Conn, known: &[Migration], now: Timestamp) -> Result<Vec<i64>> {
    conn.begin()?;
    let applied = apply_missing(conn, known, now);
    match applied {
        Ok(numbers) => conn.commit().map(|()| numbers),
        Err(error) => {
            // The first error is the one to report, whatever becomes of the rollback.
            let _ = conn.rollback();
            Err(error)
        }
    }
}

fn apply_missing(conn: &mut dyn Conn, known: &[Migration], now: Timestamp) -> Result<Vec<i64>> {
    let engine = conn.engine();
    conn.batch(engine.lock_for_migration())?;
    conn.batch(&engine.ddl(BOOKKEEPING))?;
    let there = check_applied(conn, known)?;
    let missing = known.iter().skip(there);
    let mut numbers = Vec::new();
    for step in missing {
        conn.batch(&engine.ddl(step.sql))
            .map_err(|error| in_step(step, error))?;
        let at = now.as_microsecond();
        conn.exec(
            &migration::NOTE,
            &[step.number.into(), step.name.into(), Value::Int(at)],
        )?;
        numbers.push(step.number);
    }
    Ok(numbers)
}

/// How many of the known migrations the database has had: they must be the first ones.
fn check_applied(conn: &mut dyn Conn, known: &[Migration]) -> Result<usize> {
    let applied = conn.rows(&migration::APPLIED, &[])?;
    for (position, row) in applied.iter().enumerate() {
        let (number, name) = (row.int(0)?, row.text(1)?);
        match known.get(position) {
            Some(step) if step.number == number && step.name == name => {}
            Some(step) => return Err(foreign(number, name, step)),
            None => return Err(newer(number, name, known)),
        }
    }
    Ok(applied.len())
}

fn newer(number: i64, name: &str, known: &[Migration]) -> StoreError {
    let last = known.last().map_or(0, |step| step.number);
    StoreError::other(
        "migrate",
        format!(
            "the database has had migration {number} ({name}), this program knows them up to \
             {last}; use a newer dispo"
        ),
    )
}

fn foreign(number: i64, name: &str, step: &Migration) -> StoreError {
    StoreError::other(
        "migrate",
        format!(
            "the database has had migration {number} ({name}) where this program has {} ({}); \
             it belongs to another program or an unreleased dispo, use that one",
            step.number, step.name
        ),
    )
}

fn in_step(step: &Migration, error: StoreError) -> StoreError {
    match error {
        StoreError::Other { reason, .. } => StoreError::other(
            "migrate",
            format!("migration {} ({}): {reason}", step.number, step.name),
        ),
        other => other,
    }
}
