//! `dispo access`: everything that is held on a person, for the person.

use crate::Done;
use crate::command::erase::number;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use engine::Zone;
use lists::Country;
use std::path::PathBuf;
use store::{AuditActor, AuditEntry, AuditWord};
use web::{Language, Words};

/// Write down everything that is held on a person
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  dispo access --number '+49 731 5846209' --language de --out answer.html\n  dispo access --number '+49 731 5846209' --out answer.json\n\nFields, numbers, attempts, notes, suppressions and who looked at it, over all lists. A name that\nends in .json gives JSON, any other a page to read. It is noted in the audit trail."
)]
pub struct Args {
    /// Every contact with this number
    #[arg(long, value_name = "NUMBER")]
    number: String,
    /// How numbers without + are written
    #[arg(long, default_value = "NL", value_name = "COUNTRY")]
    country: Country,
    /// nl, en, de or hu
    #[arg(long, default_value = "en", value_name = "LANGUAGE")]
    language: String,
    /// The file
    #[arg(short, long, value_name = "FILE")]
    out: PathBuf,
}

pub fn run(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let wanted = number(&args.number, args.country)?;
    let language = Language::of(&args.language).ok_or_else(|| {
        Failure::of(format!(
            "`{}` is not spoken here: write nl, en, de or hu",
            args.language
        ))
    })?;
    let zone: Zone = args
        .country
        .zone()
        .parse()
        .map_err(|error: engine::ZoneError| Failure::of(error.to_string()))?;
    let places = store.holders_of(wanted)?;
    // Noted first: nothing leaves the house that the trail does not know.
    let noted = places.iter().map(|(list, contact)| {
        let (who, what) = (AuditActor::Program, AuditWord::Exported);
        AuditEntry::contact(who, what, *list, *contact)
    });
    store.audit_all(noted.collect())?;
    let access = web::access_of(&store, &places, Words::new(language, zone))
        .map_err(|failure| Failure::of(failure.to_string()))?;
    let is_json = args.out.extension().is_some_and(|ending| ending == "json");
    let text = match is_json {
        true => {
            serde_json::to_string_pretty(&access).map_err(|error| Failure::of(error.to_string()))?
        }
        false => web::access_html(&access).map_err(|failure| Failure::of(failure.to_string()))?,
    };
    std::fs::write(&args.out, text)
        .map_err(|error| Failure::of(format!("{}: {error}", args.out.display())))?;
    out.show(&access.contacts.len(), |count| {
        format!("{count} contacts in {}", args.out.display())
    })?;
    Ok(Done::Clean)
}
