//! `dispo report`: how a list is doing, in the words of the client.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use store::ListReport;

/// Show how a list is doing: to call, drop-out, no interest, positive, and every code
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  dispo report --list spring\n  dispo report --list spring --vocabulary stucc --language de\n\nA contact that is positive and will be called again stands under both; the report says how\nmany do, so that the sum can be checked."
)]
pub struct Args {
    /// The list
    #[arg(long, value_name = "NAME")]
    list: String,
    /// In the codes of another catalogue: its name or TOML file
    #[arg(long, value_name = "CATALOGUE")]
    vocabulary: Option<String>,
    /// The language of the labels in that vocabulary; its own when absent
    #[arg(long, value_name = "LANGUAGE", requires = "vocabulary")]
    language: Option<String>,
}

pub fn run(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let list = database::list(&store, &args.list)?;
    let report = store.report(list.id)?;
    let report = match &args.vocabulary {
        Some(wanted) => {
            let there = super::catalogue::read(wanted)?;
            let language = super::catalogue::language_of(&there, args.language.as_deref())?;
            let own = store.rules(list.rules)?;
            report.in_words_of(&own.catalogue, &there, &language)
        }
        None => report,
    };
    out.show(&report, text)?;
    Ok(Done::Clean)
}

fn text(report: &ListReport) -> String {
    let mut columns = Table::new([("", Align::Left), ("", Align::Right)]);
    let figures = [
        ("to call", report.to_call),
        ("drop-out", report.drop_out),
        ("no interest", report.no_interest),
        ("positive", report.positive),
    ];
    let sum = figures.iter().map(|(_, figure)| figure).sum::<i64>();
    for (name, figure) in figures {
        columns.row([name.to_owned(), figure.to_string()]);
    }
    if report.in_both > 0 {
        columns.row([
            "counted in two of them".to_owned(),
            format!("-{}", report.in_both),
        ]);
    }
    let in_none = report
        .contacts
        .saturating_sub(sum.saturating_sub(report.in_both));
    if in_none != 0 {
        columns.row(["in none of them".to_owned(), in_none.to_string()]);
    }
    columns.row(["contacts".to_owned(), report.contacts.to_string()]);
    let mut codes = Table::new([
        ("code", Align::Left),
        ("group", Align::Left),
        ("disposition", Align::Left),
        ("contacts", Align::Right),
        ("open", Align::Right),
    ]);
    for count in &report.codes {
        codes.row([
            count.code.clone(),
            count.group.clone(),
            count.label.clone(),
            count.contacts.to_string(),
            count.open.to_string(),
        ]);
    }
    let notes: String = report
        .notes
        .iter()
        .map(|note| format!("\nNote: {note}."))
        .collect();
    format!(
        "{}\n\n{}\n{}{notes}",
        report.list,
        columns.text(),
        codes.text()
    )
}
