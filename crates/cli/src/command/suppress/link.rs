//! A link by which somebody says herself that she is not to be called.

use super::How;
use super::place::reach;
use super::reading::read_all;
use super::whom::Whom;
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use store::Subject;
use web::{Language, OptOut, USUAL_DAYS, language_of};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    how: How,
    #[command(flatten)]
    whom: Whom,
    /// A telephone number
    #[arg(long, value_name = "NUMBER")]
    number: Vec<String>,
    /// Of the page: nl, de, hu or en [that of the number's country]
    #[arg(long, value_parser = language, value_name = "LANGUAGE")]
    language: Option<Language>,
    /// How many days it works
    #[arg(long, default_value_t = USUAL_DAYS, value_parser = clap::value_parser!(u32).range(1..=3650), value_name = "COUNT")]
    days: u32,
    /// Where browsers find this house, such as https://calls.example
    #[arg(long, default_value = "", value_name = "ADDRESS")]
    site: String,
}

#[derive(Serialize)]
struct Made {
    link: String,
    expires_at: Timestamp,
    headers: BTreeMap<&'static str, String>,
}

fn language(word: &str) -> Result<Language, String> {
    Language::of(word).ok_or_else(|| "it is nl, de, hu or en".to_owned())
}

pub fn make(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let numbers = read_all(&args.number, args.how.country)?;
    let mut subjects = args.whom.read()?;
    subjects.extend(numbers.into_iter().map(Subject::Number));
    if subjects.is_empty() {
        return Err(Failure::of("say for whom: --number or --person"));
    }
    let store = database::existing(db)?;
    let (extent, scope) = reach(&store, &args.how)?;
    let mut made = Vec::new();
    for subject in subjects {
        let usual = match &subject {
            Subject::Number(number) => language_of(*number),
            Subject::Person(_) => Language::default(),
            Subject::Domain(..) => {
                return Err(Failure::of(
                    "a domain speaks for more than whoever holds the link: name a person",
                ));
            }
        };
        let wanted = OptOut {
            subject,
            extent,
            scope,
            language: args.language.unwrap_or(usual),
            last_day: 0,
        }
        .lasting(store.clock().now(), args.days);
        let site = args.site.trim_end_matches('/');
        let link = format!("{site}/stop/{}", wanted.sign(&store)?);
        made.push(Made {
            headers: OptOut::headers(&link),
            link,
            expires_at: wanted.expires_at(),
        });
    }
    out.show(&made, |made| {
        let links = made.iter().map(|made| made.link.as_str());
        links.collect::<Vec<_>>().join("\n")
    })?;
    Ok(Done::Clean)
}
