//! What the lines carry and have carried.

use meters::Text;
use store::{Exchange, Traffic};

pub fn write(text: &mut Text, traffic: &Traffic) {
    connection(text, traffic);
    calls(text, traffic);
    trunks(text, traffic);
    delays(text, traffic);
    callers(text, traffic);
}

/// Every exchange with its name and its way out.
fn each(traffic: &Traffic) -> impl Iterator<Item = ([(&'static str, &str); 2], &Exchange)> {
    traffic.exchanges.iter().map(|(name, exchange)| {
        let labels = [("exchange", name.as_str()), ("trunk", &exchange.trunk)];
        (labels, exchange)
    })
}

fn connection(text: &mut Text, traffic: &Traffic) {
    let mut connected = text.gauge(
        "dispo_exchange_connected",
        "Whether the exchange can be reached: 1 or 0.",
    );
    for (labels, exchange) in each(traffic) {
        connected.count(&labels, exchange.is_connected.into());
    }
    let mut reconnects = text.counter(
        "dispo_exchange_reconnects_total",
        "How often the exchange was there again after it was lost.",
    );
    for (labels, exchange) in each(traffic) {
        reconnects.count(&labels, exchange.reconnects);
    }
}

fn calls(text: &mut Text, traffic: &Traffic) {
    let mut up = text.gauge("dispo_calls_up", "Calls that are up, by their state.");
    for (labels, exchange) in each(traffic) {
        for (state, calls) in [
            ("dialling", exchange.dialling),
            ("ringing", exchange.ringing),
            ("talking", exchange.talking),
        ] {
            let [name, trunk] = labels;
            up.count(&[name, trunk, ("state", state)], whole(calls));
        }
    }
    let mut ended = text.counter(
        "dispo_calls_ended_total",
        "Calls that ended, by outcome; those that came in among them.",
    );
    for (labels, exchange) in each(traffic) {
        for outcome in engine::Outcome::ALL {
            let calls = exchange.ended.get(&outcome).copied().unwrap_or_default();
            let [name, trunk] = labels;
            ended.count(&[name, trunk, ("outcome", outcome.word())], calls);
        }
    }
    text.counter(
        "dispo_calls_not_placed_total",
        "Dials that never left the house.",
    )
    .count(&[], traffic.not_placed);
}

fn trunks(text: &mut Text, traffic: &Traffic) {
    let mut seizures = text.counter(
        "dispo_trunk_seizures_total",
        "Attempts that reached the trunk.",
    );
    for (labels, exchange) in each(traffic) {
        seizures.count(&labels, exchange.total.seizures);
    }
    let mut answers = text.counter(
        "dispo_trunk_answers_total",
        "Attempts that were answered, by whomever or whatever.",
    );
    for (labels, exchange) in each(traffic) {
        answers.count(&labels, exchange.total.answers);
    }
    let mut talk = text.counter(
        "dispo_trunk_talk_seconds_total",
        "From answers to ends, of attempts that have ended.",
    );
    for (labels, exchange) in each(traffic) {
        talk.seconds(&labels, exchange.total.talk);
    }
}

fn delays(text: &mut Text, traffic: &Traffic) {
    let mut set_up = text.histogram(
        "dispo_call_setup_seconds",
        "From the dial to the first thing heard of it; real exchanges only.",
    );
    for (labels, exchange) in each(traffic) {
        set_up.meter(&labels, &exchange.set_up);
    }
    let mut bridged = text.histogram(
        "dispo_answer_to_bridge_seconds",
        "From an answer until both hear each other; real exchanges only.",
    );
    for (labels, exchange) in each(traffic) {
        bridged.meter(&labels, &exchange.bridged);
    }
    text.histogram(
        "dispo_events_behind_seconds",
        "From a word of a line until it was recorded.",
    )
    .meter(&[], &traffic.behind);
    text.gauge(
        "dispo_events_unrecorded",
        "Words of lines that are still to be recorded.",
    )
    .count(&[], whole(traffic.unrecorded));
}

fn callers(text: &mut Text, traffic: &Traffic) {
    text.gauge("dispo_callers_waiting", "Callers nobody has taken yet.")
        .count(&[], whole(traffic.callers_waiting));
    let mut ended = text.counter(
        "dispo_callers_total",
        "Callers, by what became of them: taken, or why not.",
    );
    for (end, callers) in &traffic.callers {
        ended.count(&[("end", end)], *callers);
    }
}

pub fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
