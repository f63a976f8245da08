//! `dispo law`: a jurisdiction file checked, or the figures that hold on a day.

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use engine::Law;
use engine::law::{Standing, shipped};
use jiff::civil::Date;
use serde::Serialize;
use std::path::Path;

/// Check or show the law of a country
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Check a jurisdiction file: what is wrong with it, and which figures are not certain
    #[command(
        after_help = "Examples:\n  dispo law check nl.toml\n  dispo law check NL\n\nExit status 1 when anything is wrong, or a figure is not certain."
    )]
    Check {
        /// The TOML file, or a country by its two letters
        file: String,
    },
    /// Show the rules that hold on a day, with their sources
    #[command(
        after_help = "Examples:\n  dispo law show NL\n  dispo law show DE --on 2026-07-01 --json"
    )]
    Show {
        /// NL, DE, CH, HU, GB, US, or a TOML file
        country: String,
        /// The day, as YYYY-MM-DD; today when absent
        #[arg(long, value_name = "DAY")]
        on: Option<Date>,
    },
}

pub fn run(command: &Command, out: Out) -> Result<Done, Failure> {
    match command {
        Command::Check { file } => check(file, out),
        Command::Show { country, on } => show(country, on.unwrap_or_else(today), out),
    }
}

/// What a check found.
#[derive(Serialize)]
pub struct Checked {
    file: String,
    country: Option<String>,
    rules: usize,
    problems: Vec<String>,
    warnings: Vec<Uncertain>,
}

#[derive(Serialize)]
struct Uncertain {
    line: usize,
    rule: String,
    text: String,
    source: String,
    remedy: &'static str,
}

const REMEDY: &str = "ask a lawyer before you rely on it; write the source and `certain = true` \
                      once it is";

pub fn check(file: &str, out: Out) -> Result<Done, Failure> {
    let text = read(file)?;
    let checked = match Law::parse(&text, file) {
        Ok(law) => Checked {
            file: file.to_owned(),
            country: Some(law.country().to_owned()),
            rules: law.standing().len(),
            problems: Vec::new(),
            warnings: law.standing().iter().filter_map(uncertain).collect(),
        },
        Err(problems) => Checked {
            file: file.to_owned(),
            country: None,
            rules: 0,
            problems: problems.iter().map(ToString::to_string).collect(),
            warnings: Vec::new(),
        },
    };
    out.show(&checked, told)?;
    Ok(Done::clean_if(
        checked.problems.is_empty() && checked.warnings.is_empty(),
    ))
}

fn uncertain(there: &Standing) -> Option<Uncertain> {
    (!there.certain).then(|| Uncertain {
        line: there.line,
        rule: there.rule.id().to_owned(),
        text: there.rule.text().to_owned(),
        source: there.rule.source().to_owned(),
        remedy: REMEDY,
    })
}

fn told(checked: &Checked) -> String {
    let file = &checked.file;
    let mut text: String = checked
        .problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    for there in &checked.warnings {
        text.push_str(&format!(
            "{file}, line {}, {}: not certain: {} (source: {}); {}\n",
            there.line, there.rule, there.text, there.source, there.remedy
        ));
    }
    if let Some(country) = &checked.country {
        text.push_str(&format!(
            "{file}: law of {country} with {} rules, {} of them not certain",
            checked.rules,
            checked.warnings.len()
        ));
    }
    text
}

#[derive(Serialize)]
struct Shown {
    country: String,
    version: String,
    on: Date,
    next_change: Option<Date>,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
struct Rule {
    rule: String,
    text: String,
    from: Option<Date>,
    until: Option<Date>,
    certain: bool,
    source: String,
}

fn show(country: &str, on: Date, out: Out) -> Result<Done, Failure> {
    let law = Law::parse(&read(country)?, country)
        .map_err(|problems| Failure::all(problems.iter().map(ToString::to_string)))?;
    let rule = |there: &Standing| Rule {
        rule: there.rule.id().to_owned(),
        text: there.rule.text().to_owned(),
        from: there.from(),
        until: there.until(),
        certain: there.certain,
        source: there.rule.source().to_owned(),
    };
    let shown = Shown {
        country: law.country().to_owned(),
        version: law.version().to_owned(),
        on,
        next_change: law.next_change(on),
        rules: law.in_force(on).map(rule).collect(),
    };
    out.show(&shown, table)?;
    Ok(Done::Clean)
}

fn table(shown: &Shown) -> String {
    let mut table = Table::new([
        ("rule", Align::Left),
        ("says", Align::Left),
        ("until", Align::Left),
        ("certain", Align::Left),
        ("source", Align::Left),
    ]);
    let day = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
    for there in &shown.rules {
        table.row([
            there.rule.clone(),
            there.text.clone(),
            day(there.until),
            if there.certain { "yes" } else { "no" }.to_owned(),
            there.source.clone(),
        ]);
    }
    format!(
        "{} (version {}) on {}; next change: {}\n\n{}",
        shown.country,
        shown.version,
        shown.on,
        day(shown.next_change),
        table.text()
    )
}

/// The text of a file, or of the law that is shipped for a country.
fn read(name: &str) -> Result<String, Failure> {
    if let Some(text) = shipped::shipped(name) {
        return Ok(text.to_owned());
    }
    std::fs::read_to_string(Path::new(name)).map_err(|error| {
        let known = shipped::COUNTRIES.join(", ");
        Failure::of(format!(
            "`{name}` is no country with a law ({known}) and no file that can be read: {error}"
        ))
    })
}

/// Whether a text is a jurisdiction file rather than a catalogue.
pub fn is_law(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    lines.any(|line| line.starts_with("country") && line.contains('='))
}

fn today() -> Date {
    engine::Zone::UTC.local(store::Clock::System.now()).date()
}
