//! `dispo catalogue coverage`: how every code of the four products comes about.

use super::rows::Product;
use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use engine::Catalogue;
use serde::Serialize;

/// The scenarios the tests play.
const SCENARIOS: [&str; 4] = [
    include_str!("../../../../../catalogues/scenarios/callpro.toml"),
    include_str!("../../../../../catalogues/scenarios/callmonkey.toml"),
    include_str!("../../../../../catalogues/scenarios/contact-expert.toml"),
    include_str!("../../../../../catalogues/scenarios/stucc.toml"),
];

#[derive(Serialize)]
struct Coverage {
    total: usize,
    reached: usize,
    pending: Vec<Pending>,
    rows: Vec<Line>,
}

#[derive(Serialize)]
struct Pending {
    catalogue: String,
    code: String,
    waits_for: String,
}

#[derive(Serialize)]
struct Line {
    catalogue: String,
    code: String,
    label: String,
    trigger: Option<String>,
    scenario: Option<Vec<String>>,
    waits_for: Option<String>,
}

pub fn run(language: Option<&str>, out: Out) -> Result<Done, Failure> {
    let mut rows = Vec::new();
    for text in SCENARIOS {
        let product: Product =
            toml::from_str(text).map_err(|error| Failure::of(error.to_string()))?;
        rows.extend(lines(product, language)?);
    }
    let waits = |line: &Line| {
        line.waits_for.clone().map(|waits_for| Pending {
            catalogue: line.catalogue.clone(),
            code: line.code.clone(),
            waits_for,
        })
    };
    let pending: Vec<Pending> = rows.iter().filter_map(waits).collect();
    let coverage = Coverage {
        total: rows.len(),
        reached: rows.len().saturating_sub(pending.len()),
        pending,
        rows,
    };
    out.show(&coverage, text)?;
    Ok(Done::Clean)
}

fn lines(product: Product, language: Option<&str>) -> Result<Vec<Line>, Failure> {
    let catalogue = super::read(&product.catalogue)?;
    let own = catalogue.file().own_language.clone();
    let language = language.unwrap_or(&own);
    let labelled = |code: &str| {
        let label = match code.strip_prefix("minor ") {
            Some(minor) => cause(&catalogue, minor, language),
            None => catalogue
                .find(code)
                .map(|there| there.label_in(language).to_owned()),
        };
        label.ok_or_else(|| Failure::of(format!("{}: there is no {code}", product.catalogue)))
    };
    let rows = product.rows.into_iter();
    rows.map(|row| {
        Ok(Line {
            label: labelled(&row.code)?,
            catalogue: product.catalogue.clone(),
            code: row.code,
            trigger: row.trigger,
            scenario: row.steps,
            waits_for: row.waits_for,
        })
    })
    .collect()
}

/// The label of a cause beside a result.
fn cause(catalogue: &Catalogue, code: &str, language: &str) -> Option<String> {
    let mut all = catalogue.causes().iter();
    let found = all.find(|cause| cause.code.as_str() == code)?;
    let label = found.label.get(language).or(found.label.values().next());
    label.cloned()
}

fn text(coverage: &Coverage) -> String {
    let mut table = Table::new([
        ("catalogue", Align::Left),
        ("code", Align::Left),
        ("label", Align::Left),
        ("trigger", Align::Left),
        ("how it comes about", Align::Left),
    ]);
    for line in &coverage.rows {
        let how = match (&line.scenario, &line.waits_for) {
            (Some(steps), _) => steps.join("; "),
            (None, waits) => format!("waits for {}", waits.as_deref().unwrap_or("nothing")),
        };
        let trigger = line.trigger.as_deref().unwrap_or("–");
        table.row([
            line.catalogue.clone(),
            line.code.clone(),
            line.label.clone(),
            trigger.to_owned(),
            how,
        ]);
    }
    format!(
        "{}\n{} of {} codes come about in a played scenario, {} wait\n",
        table.text(),
        coverage.reached,
        coverage.total,
        coverage.pending.len()
    )
}
