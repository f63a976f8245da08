//! `dispo retain`: how long a list is worked, and when it is erased.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use engine::law::Kept;
use engine::{Law, Zone};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::Serialize;
use store::Retention;

/// Show or set the last day of a list, and the day on which it is erased
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  dispo retain --list spring\n  dispo retain --list spring --expires 2027-03-31 --erase 2027-06-30\n  dispo retain --list spring --none\n\nDays are those of the list's country. After its last day nobody is offered any more; on the day\nof its erasing `dispo serve` erases its contacts, a few at a time. Both are set together."
)]
pub struct Args {
    /// The list
    #[arg(long, value_name = "NAME")]
    list: String,
    /// The last day on which it is called
    #[arg(long, value_name = "DATE")]
    expires: Option<Date>,
    /// The day on which its contacts are erased
    #[arg(long, value_name = "DATE")]
    erase: Option<Date>,
    /// It has neither
    #[arg(long, conflicts_with_all = ["expires", "erase"])]
    none: bool,
}

#[derive(Serialize)]
struct Shown {
    list: String,
    expires_on: Option<Date>,
    erase_on: Option<Date>,
    erased_at: Option<Timestamp>,
    warning: Option<String>,
}

pub fn run(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let list = database::list(&store, &args.list)?;
    let zone: Zone = database::country_of(&list)?
        .zone()
        .parse()
        .map_err(|error: engine::ZoneError| Failure::of(error.to_string()))?;
    let sets = args.expires.is_some() || args.erase.is_some() || args.none;
    if sets {
        if let (Some(last), Some(day)) = (args.expires, args.erase)
            && day <= last
        {
            return Err(Failure::of(format!(
                "it would be erased on {day} and called until {last}: erase it later"
            )));
        }
        let after = args.expires.and_then(|day| day.tomorrow().ok());
        let start = |day: Date| zone.start_of(day);
        store.set_retention(list.id, after.map(start), args.erase.map(start))?;
    }
    let there = store.retention(list.id)?;
    let today = zone.local(store.clock().now()).date();
    let law = store.rules(list.rules)?;
    let shown = shown(
        list.name,
        &there,
        &zone,
        warning(&there, &zone, &law.law, today),
    );
    out.show(&shown, text)?;
    Ok(Done::clean_if(shown.warning.is_none()))
}

fn shown(list: String, there: &Retention, zone: &Zone, warning: Option<String>) -> Shown {
    let day = |at: Timestamp| zone.local(at).date();
    Shown {
        list,
        expires_on: there.expires_at.and_then(|at| day(at).yesterday().ok()),
        erase_on: there.erase_at.map(day),
        erased_at: there.erased_at,
        warning,
    }
}

/// Evidence of a consent used today must outlast the list.
fn warning(there: &Retention, zone: &Zone, law: &Law, today: Date) -> Option<String> {
    let erase_on = zone.local(there.erase_at?).date();
    let retention = law.retention(Kept::Consent)?;
    let months = Span::new().try_months(retention.months).ok()?;
    let until = today.checked_add(months).ok()?;
    (erase_on < until).then(|| {
        format!(
            "evidence of consent used today must be kept until {until}, so it is kept apart when \
             the list is erased: {}",
            retention.rule
        )
    })
}

fn text(shown: &Shown) -> String {
    let day = |day: Option<Date>| day.map_or_else(|| "not set".to_owned(), |day| day.to_string());
    let mut lines = vec![
        format!("last day   {}", day(shown.expires_on)),
        format!("erased on  {}", day(shown.erase_on)),
    ];
    if let Some(at) = shown.erased_at {
        lines.push(format!("it was erased at {at}"));
    }
    lines.extend(shown.warning.clone());
    lines.join("\n")
}
