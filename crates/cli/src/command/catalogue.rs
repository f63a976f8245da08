//! `dispo catalogue`: a file of dispositions checked, shown, or put beside another.

mod coverage;
mod crosswalk;
mod diff;
#[expect(dead_code, reason = "the tests that play the rows read all of them")]
mod rows;

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use crate::shipped;
use engine::Catalogue;
use engine::catalogue::{CatalogueProblem, Examined, Hours};
use export::kind;
use serde::Serialize;

/// Check or show a catalogue of dispositions
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Check a catalogue file: everything wrong or doubtful, with line, code, why and remedy
    #[command(
        after_help = "Examples:\n  dispo catalogue check our-codes.toml\n  dispo catalogue check our-codes.toml --country NL\n\nA warning keeps nothing from being used: a code nobody can set, a figure a report would\nmiscount, a retry the law never lets happen when it says. What is meant so is\naccepted by the word in brackets: `accepted = { WORD = \"why\" }` in the record. A jurisdiction file, or a country such as NL, is checked as by `dispo law check`: it\nwarns of every figure that is not certain.\n\nExit status 1 when anything is wrong; warnings alone are 0."
    )]
    Check {
        /// The TOML file, or the name of a shipped catalogue
        file: String,
        /// Also against the hours of this country's law, from today on
        #[arg(long, value_name = "COUNTRY")]
        country: Option<String>,
    },
    /// Show the dispositions of a catalogue
    #[command(
        after_help = "Examples:\n  dispo catalogue show callpro --language nl\n  dispo catalogue show our-codes.toml --json"
    )]
    Show {
        /// callpro, callmonkey, contact-expert, stucc, or a TOML file
        catalogue: String,
        /// The language of the labels: nl, en, de or hu; the catalogue's own when absent
        #[arg(long, value_name = "LANGUAGE")]
        language: Option<String>,
    },
    /// Show the codes of one catalogue in the words of another, and back, with what is lost
    #[command(
        after_help = "Examples:\n  dispo catalogue crosswalk callpro contact-expert --language en\n  dispo catalogue crosswalk our-codes.toml stucc --json\n\nA code becomes the one of the same meaning, else that of the nearest meaning above it. What\nis lost is named: meaning, credit, kind, suppression."
    )]
    Crosswalk {
        /// callpro, callmonkey, contact-expert, stucc, or a TOML file
        from: String,
        /// The other one
        to: String,
        /// The language of the labels; each catalogue's own when absent
        #[arg(long, value_name = "LANGUAGE")]
        language: Option<String>,
    },
    /// Show every code of the four vocabularies, what sets it, and the scenario that reaches it
    #[command(
        after_help = "Example:\n  dispo catalogue coverage --json\n\nThe tests play each scenario on the program. A code without one waits for an ability that is\nnot built yet."
    )]
    Coverage {
        /// The language of the labels; each catalogue's own when absent
        #[arg(long, value_name = "LANGUAGE")]
        language: Option<String>,
    },
    /// Show what differs between two catalogues, and what would have gone differently
    #[command(
        after_help = "Examples:\n  dispo catalogue diff callpro our-codes.toml\n  dispo catalogue diff callpro@1 our-codes.toml --replay 7d\n\n--replay decides again what was decided in that time, in the lists of these catalogues: each\nevent upon the past it met, under the one and under the other. What people would have done\notherwise nobody can know. The time is counted back from the newest event of the database."
    )]
    Diff {
        /// A shipped catalogue, a TOML file, or NAME@VERSION of the database
        here: String,
        /// The other one
        there: String,
        /// Decide again what was decided in this time: 7d, 36h
        #[arg(long, value_name = "PERIOD")]
        replay: Option<String>,
    },
}

#[derive(Serialize)]
struct Checked {
    file: String,
    name: Option<String>,
    dispositions: usize,
    problems: Vec<Wrong>,
    warnings: Vec<Wrong>,
}

#[derive(Serialize)]
struct Wrong {
    line: Option<usize>,
    code: String,
    field: String,
    /// The word by which a doubt is accepted.
    finding: &'static str,
    text: String,
    remedy: String,
}

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    match command {
        Command::Check { file, country } => check(file, country.as_deref(), out),
        Command::Show {
            catalogue,
            language,
        } => show(catalogue, language.as_deref(), out),
        Command::Diff {
            here,
            there,
            replay,
        } => diff::run((here, there), replay.as_deref(), db, out),
        Command::Coverage { language } => coverage::run(language.as_deref(), out),
        Command::Crosswalk { from, to, language } => {
            crosswalk::run(from, to, language.as_deref(), out)
        }
    }
}

/// A catalogue that is in order.
pub(super) fn read(wanted: &str) -> Result<Catalogue, Failure> {
    let text = shipped::catalogue(wanted)?;
    Catalogue::parse(&text).map_err(|problems| {
        Failure::all(
            problems
                .iter()
                .map(|problem| format!("{wanted}: {problem}")),
        )
    })
}

/// The language asked for, or the catalogue's own.
pub(super) fn language_of(catalogue: &Catalogue, wanted: Option<&str>) -> Result<String, Failure> {
    let file = catalogue.file();
    let language = wanted.unwrap_or(&file.own_language);
    if file.languages.iter().any(|known| known == language) {
        return Ok(language.to_owned());
    }
    Err(Failure::of(format!(
        "`{}` has no labels in `{language}`: it has {}",
        file.name,
        file.languages.join(", ")
    )))
}

fn check(file: &str, country: Option<&str>, out: Out) -> Result<Done, Failure> {
    if is_jurisdiction(file) {
        return super::law::check(file, out);
    }
    let text = shipped::catalogue(file)?;
    let hours = country.map(hours_of).transpose()?;
    let Examined {
        catalogue,
        problems,
        warnings,
        ..
    } = Catalogue::examine(&text, hours.as_slice());
    let clean = problems.is_empty();
    let checked = Checked {
        file: file.to_owned(),
        name: catalogue.as_ref().map(|there| there.name().to_owned()),
        dispositions: catalogue
            .as_ref()
            .map_or(0, |there| there.dispositions().len()),
        problems: problems.iter().map(wrong).collect(),
        warnings: warnings.iter().map(wrong).collect(),
    };
    let line = |what: &str, found: &CatalogueProblem| {
        format!("{file}: {what}{found} [{}]\n", found.reason)
    };
    out.show(&checked, |checked| {
        let wrong = problems.iter().map(|problem| line("", problem));
        let doubtful = warnings.iter().map(|warning| line("warning: ", warning));
        let found: String = wrong.chain(doubtful).collect();
        match &checked.name {
            Some(name) => format!(
                "{found}{file}: catalogue `{name}` with {} dispositions is in order",
                checked.dispositions
            ),
            None => found,
        }
    })?;
    Ok(Done::clean_if(clean))
}

/// The law of a country, from now on.
fn hours_of(country: &str) -> Result<Hours, Failure> {
    let file = engine::law::shipped::shipped(country);
    let text =
        file.ok_or_else(|| Failure::of(format!("`{country}` is no country whose law is known")))?;
    let law = engine::Law::parse(text, country)
        .map_err(|problems| Failure::all(problems.iter().map(ToString::to_string)))?;
    let from = store::Clock::System.now();
    Ok(Hours { law, from })
}

/// A country, or a file with its law: those are checked here, too.
fn is_jurisdiction(file: &str) -> bool {
    let is_country = engine::law::shipped::shipped(file).is_some();
    is_country || std::fs::read_to_string(file).is_ok_and(|text| super::law::is_law(&text))
}

fn wrong(problem: &CatalogueProblem) -> Wrong {
    Wrong {
        line: problem.line,
        code: problem.code.clone(),
        field: problem.field.clone(),
        finding: problem.reason,
        text: problem.text.clone(),
        remedy: problem.remedy.clone(),
    }
}

fn show(wanted: &str, language: Option<&str>, out: Out) -> Result<Done, Failure> {
    let catalogue = read(wanted)?;
    let language = language_of(&catalogue, language)?;
    out.show(catalogue.file(), |_| table(&catalogue, &language))?;
    Ok(Done::Clean)
}

fn table(catalogue: &Catalogue, language: &str) -> String {
    let mut table = Table::new([
        ("code", Align::Left),
        ("group", Align::Left),
        ("kind", Align::Left),
        ("disposition", Align::Left),
        ("meaning", Align::Left),
        ("answers", Align::Left),
    ]);
    for disposition in catalogue.dispositions() {
        table.row([
            disposition.code.to_string(),
            disposition.group.clone(),
            kind(disposition),
            disposition.label_in(language).to_owned(),
            disposition.meaning.clone(),
            disposition.on.join(" "),
        ]);
    }
    format!(
        "{} (version {})\n\n{}",
        catalogue.file().title,
        catalogue.file().version,
        table.text()
    )
}
