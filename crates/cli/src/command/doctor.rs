//! `dispo doctor`: every event decided again and compared with what is stored.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use store::Examination;

/// Decide every recorded event again and compare with what is stored
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  dispo doctor --json\n\nExit status 1 when journal and contacts differ anywhere: the journal is right about what\nhappened, the row is what the program works with. Restore the row from a copy."
)]
pub struct Args {}

pub fn run(db: &str, out: Out) -> Result<Done, Failure> {
    let found = database::existing(db)?.doctor()?;
    out.show(&found, text)?;
    Ok(Done::clean_if(found.differences.is_empty()))
}

fn text(found: &Examination) -> String {
    let looked_at = format!("{} events and {} contacts", found.events, found.contacts);
    if found.differences.is_empty() {
        return format!("{looked_at}: no differences");
    }
    let mut table = Table::new([
        ("subject", Align::Left),
        ("seq", Align::Right),
        ("field", Align::Left),
        ("journal", Align::Left),
        ("row", Align::Left),
    ]);
    for difference in &found.differences {
        table.row([
            difference.subject.clone(),
            difference.seq.to_string(),
            difference.field.clone(),
            difference.journal.clone(),
            difference.row.clone(),
        ]);
    }
    format!(
        "{}\n{looked_at}: {} differences",
        table.text(),
        found.differences.len()
    )
}
