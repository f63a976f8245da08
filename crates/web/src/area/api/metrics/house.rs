//! The program itself: store, outbox, recordings, requests.

use super::lines::whole;
use crate::app::App;
use meters::Text;
use std::collections::BTreeMap;
use store::{Result, Store};

/// What only the database knows.
pub struct Stock {
    outbox: i64,
    recordings: BTreeMap<String, i64>,
}

impl Stock {
    pub fn of(store: &Store) -> Result<Self> {
        Ok(Self {
            outbox: store.waiting_count()?,
            recordings: store.open_recordings()?,
        })
    }
}

/// Every state of a recording that does not last, by what is to be done.
const RECORDINGS: [(&str, &[&str]); 3] = [
    ("under_way", &["waits", "telling", "recording", "paused"]),
    ("to_bring_in", &["ended"]),
    ("to_destroy", &["condemned"]),
];

pub fn write(text: &mut Text, app: &App, stock: &Stock) {
    text.gauge("dispo_build_info", "Which version this is: always 1.")
        .count(&[("version", env!("CARGO_PKG_VERSION"))], 1);
    store(text, app.store());
    text.gauge("dispo_outbox_waiting", "Effects still to be carried out.")
        .count(&[], positive(stock.outbox));
    let mut recordings = text.gauge(
        "dispo_recordings",
        "Recordings under way, still on an exchange, or still to be destroyed.",
    );
    for (state, words) in RECORDINGS {
        let of = |word: &&str| stock.recordings.get(*word).copied().unwrap_or_default();
        let sum: i64 = words.iter().map(of).sum();
        recordings.count(&[("state", state)], positive(sum));
    }
    requests(text, app);
}

fn store(text: &mut Text, store: &Store) {
    let pulse = store.pulse();
    text.gauge("dispo_database_info", "Which database it is: always 1.")
        .count(&[("kind", store.kind())], 1);
    text.counter("dispo_store_events_total", "Events that were recorded.")
        .count(&[], pulse.events);
    text.counter("dispo_store_statements_total", "Statements carried out.")
        .count(&[], pulse.statements);
    text.histogram(
        "dispo_store_write_seconds",
        "From a batch's beginning until it is committed.",
    )
    .meter(&[], &pulse.writes);
    text.gauge("dispo_store_writes_waiting", "Jobs no writer has begun.")
        .count(&[], pulse.waiting);
}

fn requests(text: &mut Text, app: &App) {
    let mut requests = text.histogram(
        "dispo_http_request_seconds",
        "From a request until its answer begins, by status.",
    );
    for (status, took) in app.requests().read() {
        requests.meter(&[("status", &status.to_string())], &took);
    }
    text.gauge("dispo_live_streams", "Browsers that hear of what moves.")
        .count(&[], whole(app.live().streams()));
    text.gauge(
        "dispo_desks_open",
        "Agents whose desk is open in a browser.",
    )
    .count(&[], whole(app.live().desks().count()));
}

fn positive(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}
