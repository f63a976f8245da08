//! The last hour in slices of five minutes: drawn on the server, and told as a table.

use crate::words::Words;
use store::{Floor, SLICES};

/// Of the drawing, in its own units.
const WIDTH: i64 = 480;
const HEIGHT: i64 = 96;
/// Room for the number above the highest bar.
const ABOVE: i64 = 14;

pub struct Trend {
    pub width: i64,
    pub height: i64,
    pub slices: Vec<Slice>,
    /// What the drawing says in one sentence.
    pub told: String,
}

pub struct Slice {
    pub from: String,
    pub attempts: String,
    pub live: String,
    pub positive: String,
    /// Position and heights of its bars.
    pub x: i64,
    pub middle: i64,
    pub bar: i64,
    pub whole: Bar,
    pub live_bar: Bar,
    pub positive_bar: Bar,
    pub label_y: i64,
}

pub struct Bar {
    pub y: i64,
    pub height: i64,
}

pub fn trend(floor: &Floor, words: &Words) -> Trend {
    let most = floor.trend.iter().map(|slice| slice.attempts).max();
    let most = most.unwrap_or_default().max(1);
    let step = WIDTH / SLICES as i64;
    let bar = |count: i64| {
        let height = count.saturating_mul(HEIGHT - ABOVE) / most;
        Bar {
            y: HEIGHT - height,
            height,
        }
    };
    let mut slices = Vec::new();
    for (place, pace) in (0_i64..).zip(floor.trend) {
        let minutes = jiff::SignedDuration::from_mins(5 * place);
        let from = floor.trend_from.checked_add(minutes);
        let whole = bar(pace.attempts);
        slices.push(Slice {
            from: words.time(from.unwrap_or(floor.trend_from)),
            attempts: words.number(pace.attempts),
            live: words.number(pace.live),
            positive: words.number(pace.positive),
            x: place * step,
            middle: place * step + step / 2,
            bar: step - 6,
            label_y: whole.y - 3,
            whole,
            live_bar: bar(pace.live),
            positive_bar: bar(pace.positive),
        });
    }
    let sum = |of: fn(&store::Pace) -> i64| -> String {
        words.number(floor.trend.iter().map(of).sum::<i64>())
    };
    let told = words.with(
        "floor-trend-told",
        [
            ("attempts", sum(|pace| pace.attempts).as_str()),
            ("live", sum(|pace| pace.live).as_str()),
            ("positive", sum(|pace| pace.positive).as_str()),
        ],
    );
    Trend {
        width: WIDTH,
        height: HEIGHT,
        slices,
        told,
    }
}
