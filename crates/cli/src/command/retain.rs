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
use store::{ListDays, Retention};

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
    if args.expires.is_some() || args.erase.is_some() || args.none {
        let days = ListDays {
            last: args.expires,
            erase: args.erase,
        };
        if !days.are_in_order() {
            return Err(Failure::of(
                "it would be called after it was erased: erase it after its last day",
            ));
        }
        store.set_list_days(list.id, days, &zone)?;
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
    let days = there.days(zone);
    Shown {
        list,
        expires_on: days.last,
        erase_on: days.erase,
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
