//! `dispo catalogue coverage`: every code of the four vocabularies, what sets it, and the
//! scenario that drives the program there.

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use serde::Serialize;

/// Kept beside the scenarios.
const ROWS: &str = include_str!("../../../tests/codes/codes.txt");

#[derive(Serialize)]
struct Coverage {
    total: usize,
    reached: usize,
    pending: Vec<Pending>,
    codes: Vec<Row>,
}

#[derive(Serialize)]
struct Pending {
    catalogue: &'static str,
    code: &'static str,
    waits_for: &'static str,
}

#[derive(Serialize)]
struct Row {
    catalogue: &'static str,
    code: &'static str,
    /// What sets it: a trigger, or who chooses it.
    trigger: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scenario: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waits_for: Option<&'static str>,
}

/// What a row without a scenario waits for when every capability is there.
const SCENARIO: &str = "its scenario";

pub fn run(out: Out) -> Result<Done, Failure> {
    let codes: Vec<Row> = ROWS.lines().filter_map(row).collect();
    let waiting = codes.iter().filter(|row| row.scenario.is_none());
    let pending: Vec<Pending> = waiting
        .map(|row| Pending {
            catalogue: row.catalogue,
            code: row.code,
            waits_for: row.waits_for.unwrap_or(SCENARIO),
        })
        .collect();
    let coverage = Coverage {
        total: codes.len(),
        reached: codes.len().saturating_sub(pending.len()),
        pending,
        codes,
    };
    out.show(&coverage, text)?;
    Ok(Done::Clean)
}

fn row(line: &'static str) -> Option<Row> {
    let mut parts = line.split('|').map(str::trim);
    let catalogue = parts.next().filter(|name| !name.starts_with('#'))?;
    let (code, trigger) = (parts.next()?, parts.next()?);
    let mut more = || parts.next().filter(|text| !text.is_empty());
    Some(Row {
        catalogue,
        code,
        trigger,
        scenario: more(),
        waits_for: more(),
    })
}

fn text(coverage: &Coverage) -> String {
    let mut table = Table::new([
        ("catalogue", Align::Left),
        ("code", Align::Left),
        ("trigger", Align::Left),
        ("scenario", Align::Left),
    ]);
    for row in &coverage.codes {
        let waits = || format!("waits for {}", row.waits_for.unwrap_or(SCENARIO));
        table.row([
            row.catalogue.to_owned(),
            row.code.to_owned(),
            row.trigger.to_owned(),
            row.scenario.map_or_else(waits, str::to_owned),
        ]);
    }
    format!(
        "{}\n{} of {} codes are reached by a scenario\n",
        table.text(),
        coverage.reached,
        coverage.total
    )
}
