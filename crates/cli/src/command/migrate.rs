//! `dispo migrate`: the database brought to the form this program knows.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use serde::Serialize;
use store::migrate::MIGRATIONS;

/// Bring a database to the form this program knows, making it if there is none
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  dispo --db postgres://dispo@db.example/dispo migrate\n\nEvery other command does this as well; this one does nothing else."
)]
pub struct Args {}

#[derive(Serialize)]
struct Migrated {
    migration: i64,
}

pub fn run(db: &str, out: Out) -> Result<Done, Failure> {
    database::or_new(db)?;
    let migration = MIGRATIONS.last().map_or(0, |last| last.number);
    out.show(&Migrated { migration }, |there| {
        format!("the database is at migration {}", there.migration)
    })?;
    Ok(Done::Clean)
}
