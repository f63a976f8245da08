//! How exchange, lines and store keep up: for whoever looks after the program.

use crate::app::App;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use jiff::Timestamp;
use meters::Meter;
use std::time::Duration;
use store::{Exchange, Traffic};

#[derive(Template)]
#[template(path = "people/telephony.html")]
struct TelephonyPage {
    shell: Shell,
    board: Board,
}

#[derive(Template)]
#[template(path = "people/telephony_now.html")]
struct TelephonyBlock {
    board: Board,
}

struct Board {
    words: Words,
    /// From when on today's figures are, where that is later than midnight.
    since: Option<String>,
    rows: Vec<Row>,
    /// What is measured, with half of it and nearly all of it.
    delays: Vec<(&'static str, String, String)>,
    waiting: [(&'static str, usize); 2],
}

struct Row {
    name: String,
    trunk: String,
    is_connected: bool,
    reconnects: u64,
    up: [(&'static str, usize); 3],
    attempts: u64,
    answered: String,
    mean_talk: String,
    set_up: (String, String),
    bridged: (String, String),
}

pub async fn show(visitor: Visitor, State(app): State<App>) -> Page<impl Template> {
    Page(TelephonyPage {
        board: board(&app, &visitor.words),
        shell: visitor.shell("telephony-title"),
    })
}

pub async fn now(visitor: Visitor, State(app): State<App>) -> Page<impl Template> {
    let board = board(&app, &visitor.words);
    Page(TelephonyBlock { board })
}

fn board(app: &App, words: &Words) -> Board {
    let traffic = app.switchboard().traffic().read();
    let zone = words.zone();
    let midnight = zone.start_of(zone.local(app.store().clock().now()).date());
    let late = traffic.since.filter(|since| *since > midnight);
    let rows = traffic.exchanges.iter();
    Board {
        rows: rows
            .map(|(name, exchange)| Row::of(name, exchange, midnight, words))
            .collect(),
        since: late.map(|since| words.time(since)),
        delays: delays(app, &traffic, words),
        waiting: [
            ("telephony-unrecorded", traffic.unrecorded),
            ("telephony-callers", traffic.callers_waiting),
        ],
        words: words.clone(),
    }
}

fn delays(app: &App, traffic: &Traffic, words: &Words) -> Vec<(&'static str, String, String)> {
    let writes = app.store().pulse().writes;
    let all = [
        ("telephony-behind", &traffic.behind),
        ("telephony-writes", &writes),
    ];
    all.map(|(key, meter)| {
        let (half, most) = shares(meter, words);
        (key, half, most)
    })
    .into()
}

impl Row {
    fn of(name: &str, exchange: &Exchange, midnight: Timestamp, words: &Words) -> Self {
        let today = exchange.since(midnight);
        let mean = today.mean_talk().map(|mean| words.duration(mean.as_secs()));
        Self {
            name: name.to_owned(),
            trunk: exchange.trunk.clone(),
            is_connected: exchange.is_connected,
            reconnects: exchange.reconnects,
            up: [
                ("telephony-dialling", exchange.dialling),
                ("telephony-ringing", exchange.ringing),
                ("telephony-talking", exchange.talking),
            ],
            attempts: today.seizures,
            answered: words.share(today.answers, today.seizures),
            mean_talk: mean.unwrap_or_else(|| "–".to_owned()),
            set_up: shares(&exchange.set_up, words),
            bridged: shares(&exchange.bridged, words),
        }
    }
}

/// Within which time half of it was done, and 99 of a hundred.
fn shares(meter: &Meter, words: &Words) -> (String, String) {
    if meter.count() == 0 {
        return ("–".to_owned(), "–".to_owned());
    }
    let told = |took: Duration| {
        words.n(
            "telephony-ms",
            u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        )
    };
    (told(meter.within(500)), told(meter.within(990)))
}
