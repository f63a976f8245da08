//! `dispo consent`: what is answered to somebody who asks on what ground she is called.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{self, Out};
use engine::{Number, Zone};
use lists::Country;
use std::path::PathBuf;
use web::{Language, Words, consent_report, language_of};

/// Answer who asks on what ground she is called
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    Report(Report),
}

/// Write everything kept of a number: grounds, evidence, each call, suppression, rights
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    dispo consent report --number +31501234567 --from 'Voorbeeld BV, Postbus 1' --out answer.pdf\n  \
    dispo consent report --number +36301234567 --language de --out answer.json\n\n\
    The letter is in the language of the number's country unless another is named: nl, de or hu,\n\
    else en.")]
pub struct Report {
    /// The number, with its country code
    #[arg(long, value_name = "NUMBER")]
    number: String,
    /// Who answers: name and address [the house's own, as its administrator set it]
    #[arg(long, value_name = "TEXT", default_value = "")]
    from: String,
    /// nl, en, de or hu [that of the number's country]
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Where it goes: a .pdf or a .json file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub fn run(command: &Command, db: &str, out: Out) -> Result<Done, Failure> {
    let Command::Report(asked) = command;
    report(asked, db, out)
}

fn report(asked: &Report, db: &str, out: Out) -> Result<Done, Failure> {
    let (number, language, form) = read(asked)?;
    let store = database::existing(db)?;
    let report = consent_report(&store, number, asked.from.clone(), language).map_err(broken)?;
    let file = match form {
        Form::Pdf => {
            let zone = lists::phone::zone_of(number)
                .and_then(|name| Zone::new(name).ok())
                .unwrap_or(Zone::UTC);
            report.letter(&Words::new(language, zone)).map_err(broken)?
        }
        Form::Json => {
            serde_json::to_vec_pretty(&report).map_err(|error| Failure::of(error.to_string()))?
        }
    };
    std::fs::write(&asked.out, file).map_err(|error| {
        Failure::of(format!(
            "{}: cannot be written: {error}",
            asked.out.display()
        ))
    })?;
    if out.json {
        out.show(&report, |_| String::new())?;
    } else {
        let (contacts, calls) = report.counts();
        out::note(format!(
            "{}: {contacts} contacts and {calls} calls of {number}",
            asked.out.display()
        ));
    }
    Ok(Done::Clean)
}

enum Form {
    Pdf,
    Json,
}

/// What is asked for, with all that is wrong at once.
fn read(asked: &Report) -> Result<(Number, Language, Form), Failure> {
    let mut wrong = Vec::new();
    let number = asked
        .number
        .trim()
        .starts_with('+')
        .then(|| lists::phone::parse(&asked.number, Country::Nl).ok())
        .flatten();
    if number.is_none() {
        wrong.push(format!(
            "--number: `{}` is no number: write it with + and its country code",
            asked.number
        ));
    }
    let language = match asked.language.as_deref() {
        None => number.map(language_of),
        Some(word) => Language::of(word),
    };
    if let (None, Some(word)) = (language, &asked.language) {
        wrong.push(format!("--language: `{word}` is none of nl, en, de, hu"));
    }
    let form = match asked.out.extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => Some(Form::Pdf),
        Some("json") => Some(Form::Json),
        _ => {
            let name = asked.out.display();
            wrong.push(format!("--out: `{name}` must end in .pdf or .json"));
            None
        }
    };
    match (number, language, form) {
        (Some(number), Some(language), Some(form)) => Ok((number, language, form)),
        _ => Err(Failure::all(wrong)),
    }
}

fn broken(failure: web::Failure) -> Failure {
    Failure::of(failure.to_string())
}
