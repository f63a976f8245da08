//! What the tests of the law share.

mod calendars;
mod duties;
mod file;
mod grounds;
mod window;

use super::*;
use crate::contact_kind::ContactKind::{Company, Consumer, SoleTrader};
use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use proptest::prelude::*;

fn zone(name: &str) -> Zone {
    Zone::new(name).unwrap()
}

fn at(local: &str, zone: &Zone) -> Timestamp {
    let local: DateTime = local.parse().unwrap();
    zone.instant(local.date(), local.time())
}

fn country(letters: &str) -> Law {
    let file = format!("{letters}.toml");
    Law::parse(shipped::shipped(letters).unwrap(), &file).unwrap_or_else(|problems| {
        let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", shown.join("\n"))
    })
}
