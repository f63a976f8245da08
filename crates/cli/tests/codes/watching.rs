//! Somebody watches over the program by its numbers, while calls are placed.

use crate::page::{self, Samples};
use crate::play::Stage;
use axum::http::Method;

/// The page as it is now; nothing that counts has fallen since.
fn scraped(stage: &Stage, before: &Samples) -> Samples {
    let answer = stage.house.program(Method::GET, "/metrics", "");
    assert_eq!(answer.status, 200, "{}", answer.body);
    let now = page::read(&answer.body).unwrap();
    for (series, (kind, value)) in before {
        let (_, then) = now
            .get(series)
            .unwrap_or_else(|| panic!("{series} is gone"));
        assert!(kind != "grows" || then >= value, "{series} fell to {then}");
    }
    now
}

#[track_caller]
fn is(samples: &Samples, series: &str, wanted: f64) {
    let found = samples.get(series).map(|(_, value)| *value);
    assert_eq!(found, Some(wanted), "{series}");
}

fn of(name: &str, labels: &str) -> String {
    format!("{name}{{exchange=\"simulated\",trunk=\"simulated\"{labels}}}")
}

#[test]
fn numbers_tell_what_the_lines_did() {
    let mut stage = Stage::open(include_str!("../../../../catalogues/callpro.toml"));
    let act = |stage: &mut Stage, words: &str| {
        let words: Vec<&str> = words.split(' ').collect();
        stage.act(&words).unwrap();
    };
    act(&mut stage, "import");
    let first = scraped(&stage, &Samples::new());
    act(&mut stage, "dial busy");
    act(&mut stage, "dial ringing");
    let rings = scraped(&stage, &first);
    is(&rings, &of("dispo_calls_up", ",state=\"ringing\""), 1.0);
    is(&rings, &of("dispo_trunk_seizures_total", ""), 2.0);
    is(&rings, &of("dispo_trunk_answers_total", ""), 0.0);
    stage.house.pass(20);
    let talks = scraped(&stage, &rings);
    is(&talks, &of("dispo_calls_up", ",state=\"talking\""), 1.0);
    is(&talks, &of("dispo_calls_up", ",state=\"ringing\""), 0.0);
    act(&mut stage, "they-hang-up");
    act(&mut stage, "code 710");
    let over = scraped(&stage, &talks);
    is(&over, &of("dispo_exchange_connected", ""), 1.0);
    is(&over, &of("dispo_calls_up", ",state=\"talking\""), 0.0);
    is(&over, &of("dispo_trunk_seizures_total", ""), 2.0);
    is(&over, &of("dispo_trunk_answers_total", ""), 1.0);
    is(&over, &of("dispo_trunk_talk_seconds_total", ""), 60.0);
    let ended = |word: &str| of("dispo_calls_ended_total", &format!(",outcome=\"{word}\""));
    is(&over, &ended("busy"), 1.0);
    is(&over, &ended("answered"), 1.0);
    is(&over, &ended("abandoned"), 0.0);
    is(&over, "dispo_calls_not_placed_total", 0.0);
    is(&over, "dispo_events_unrecorded", 0.0);
    is(&over, "dispo_database_info{kind=\"sqlite\"}", 1.0);
    let scrapes = over.get("dispo_http_request_seconds_count{status=\"200\"}");
    assert!(scrapes.is_some_and(|(_, count)| *count >= 3.0));
    let events = |samples: &Samples| samples["dispo_store_events_total"].1;
    assert!(events(&over) > events(&first));
}

#[test]
fn whoever_calls_in_is_counted_and_is_none_of_the_trunks_attempts() {
    let mut stage = Stage::open(include_str!("../../../../catalogues/callpro.toml"));
    for words in ["import", "number", "call-in taken", "they-hang-up"] {
        let words: Vec<&str> = words.split(' ').collect();
        stage.act(&words).unwrap();
    }
    let over = scraped(&stage, &Samples::new());
    is(&over, "dispo_callers_total{end=\"taken\"}", 1.0);
    is(&over, "dispo_callers_waiting", 0.0);
    is(&over, &of("dispo_trunk_seizures_total", ""), 0.0);
    is(&over, &of("dispo_trunk_talk_seconds_total", ""), 0.0);
}

#[test]
fn without_an_exchange_nothing_is_connected() {
    let mut stage = Stage::open(include_str!("../../../../catalogues/callpro.toml"));
    for words in ["import", "unplug", "dial-in-vain"] {
        let words: Vec<&str> = words.split(' ').collect();
        stage.act(&words).unwrap();
    }
    let page = scraped(&stage, &Samples::new());
    is(&page, "dispo_calls_not_placed_total", 1.0);
    assert!(!page.keys().any(|series| series.contains("exchange=")));
}
