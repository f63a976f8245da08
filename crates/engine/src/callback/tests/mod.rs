//! What the tests of callback expressions share.

mod follow_up;
mod resolve;
mod text;
mod typed;

use super::*;
use crate::zone::Zone;
use jiff::Timestamp;
use jiff::civil::{DateTime, date, time};
use proptest::prelude::*;

const ZONES: [&str; 3] = ["Europe/Amsterdam", "America/New_York", "Asia/Kolkata"];

fn zone(name: &str) -> Zone {
    Zone::new(name).unwrap()
}

fn expression(text: &str) -> Expression {
    text.parse().unwrap()
}

fn at(local: &str, zone: &Zone) -> Timestamp {
    let local: DateTime = local.parse().unwrap();
    zone.instant(local.date(), local.time())
}

fn any_expression() -> impl Strategy<Value = Expression> {
    let day = (1000_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d));
    let count = 0..=LARGEST_OFFSET;
    let minute = || (0_i8..24, 0_i8..60).prop_map(|(h, m)| time(h, m, 0, 0));
    let date_part = prop_oneof![
        day.prop_map(DatePart::On),
        count.clone().prop_map(|n| DatePart::Add(n, DateUnit::Days)),
        count
            .clone()
            .prop_map(|n| DatePart::Add(n, DateUnit::Months)),
    ];
    let time_part = prop_oneof![
        minute().prop_map(TimePart::At),
        count
            .clone()
            .prop_map(|n| TimePart::Add(n, TimeUnit::Minutes)),
        count.prop_map(|n| TimePart::Add(n, TimeUnit::Hours)),
    ];
    let frame = (minute(), 1_u16..=1440).prop_filter_map("runs past midnight", |(start, width)| {
        Frame::new(start, width)
    });
    let days = (1_u8..=127).prop_map(expression::from_day_bits);
    (
        prop::option::of(date_part),
        prop::option::of(time_part),
        prop::option::of(frame),
        prop::option::of(days),
        any::<bool>(),
    )
        .prop_map(|(date, time, frame, days, read_only)| Expression {
            date,
            time,
            frame,
            days,
            read_only,
        })
}
