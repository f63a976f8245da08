//! Who waits now, and what became of today's calls, number by number.

use super::last::{Last, last};
use crate::failure::Failure;
use crate::words::Words;
use engine::{AgentId, ContactId, ListId};
use std::collections::BTreeMap;
use store::{InboundCall, InboundCounts, InboundState, Queue, QueueKind, Store};

pub struct Board {
    pub words: Words,
    pub rows: Vec<Row>,
    pub waiting: Vec<Waiting>,
    pub last: Vec<Last>,
    /// Campaigns that show a number under which nobody answers.
    pub unanswered: Vec<(String, String)>,
}

pub struct Row {
    pub path: String,
    pub number: String,
    pub name: String,
    pub purpose: String,
    pub campaign: String,
    pub closed: bool,
    pub waiting: i64,
    /// Since when the one waits who waits longest, in microseconds.
    pub longest: Option<(i64, String)>,
    pub offered: i64,
    pub answered: i64,
    pub abandoned: i64,
    /// Of those that were offered, how many were taken as fast as was promised.
    pub level: Option<String>,
    pub also: i64,
    pub opts_out: bool,
}

pub struct Waiting {
    pub caller: String,
    pub name: Option<String>,
    pub contact: Option<String>,
    pub called: String,
    pub since: i64,
    pub since_text: String,
    pub asked: Option<String>,
}

pub fn board(store: &Store, words: &Words) -> Result<Board, Failure> {
    let queues = store.queues()?;
    let now = store.clock().now();
    let today = words.zone().start_of(words.zone().local(now).date());
    let counts = store.inbound_counts(today)?;
    let campaigns: BTreeMap<i64, String> = store
        .campaigns()?
        .into_iter()
        .map(|campaign| (campaign.id.0, campaign.name))
        .collect();
    let agents: BTreeMap<AgentId, String> = store.agents()?.into_iter().collect();
    let row = |queue: &Queue| {
        let counted = counts.iter().find(|count| count.called == queue.number);
        row(queue, counted, &campaigns, words)
    };
    let open = store.open_inbound()?;
    let waits = open
        .iter()
        .filter(|call| call.state == InboundState::Waiting);
    let unanswered = store.unanswered_numbers()?.into_iter().filter_map(|id| {
        let name = campaigns.get(&id.0)?.clone();
        Some((name, format!("/campaigns/{}", id.0)))
    });
    Ok(Board {
        rows: queues.iter().map(row).collect(),
        waiting: waits.map(|call| waiting(call, &agents, words)).collect(),
        last: last(store, &agents, words)?,
        unanswered: unanswered.collect(),
        words: words.clone(),
    })
}

fn row(
    queue: &Queue,
    counted: Option<&InboundCounts>,
    campaigns: &BTreeMap<i64, String>,
    words: &Words,
) -> Row {
    let of = |count: fn(&InboundCounts) -> i64| counted.map_or(0, count);
    let opts_out = queue.purpose == QueueKind::OptOut;
    let campaign = queue.campaign.and_then(|id| campaigns.get(&id.0));
    let level = counted.filter(|count| count.offered > 0 && !opts_out);
    let longest = counted.and_then(|count| count.longest);
    Row {
        path: format!("/queues/{}", queue.number.digits()),
        number: queue.number.to_string(),
        name: queue.name.clone(),
        purpose: words.t(purpose(queue.purpose)),
        campaign: campaign.cloned().unwrap_or_default(),
        closed: queue.rules.closed_for_now,
        waiting: of(|count| count.waiting),
        longest: longest.map(|since| (since.as_microsecond(), words.time(since))),
        offered: of(|count| count.offered),
        answered: of(|count| count.answered),
        abandoned: of(|count| count.abandoned),
        level: level.map(|count| {
            let share = count.in_time.saturating_mul(100) / count.offered.max(1);
            format!("{share} %")
        }),
        also: match opts_out {
            true => of(|count| count.opted_out),
            false => of(|count| count.callbacks),
        },
        opts_out,
    }
}

fn waiting(call: &InboundCall, agents: &BTreeMap<AgentId, String>, words: &Words) -> Waiting {
    let since = call.waits_since.unwrap_or(call.arrived_at);
    let asked = call.asked.and_then(|(agent, _)| agents.get(&agent));
    let (caller, contact) = who(call, words);
    Waiting {
        caller,
        name: call.caller_name.clone(),
        contact,
        called: call.called.to_string(),
        since: since.as_microsecond(),
        since_text: words.time(since),
        asked: asked.cloned(),
    }
}

/// The number that called, and the page of its contact.
pub fn who(call: &InboundCall, words: &Words) -> (String, Option<String>) {
    let unknown = || words.t("inbound-no-number");
    let number = call
        .caller
        .map_or_else(unknown, |number| number.to_string());
    let path = |(list, contact): (ListId, ContactId)| format!("/contacts/{}/{}", list.0, contact.0);
    (number, call.contact.map(path))
}

pub fn purpose(purpose: QueueKind) -> &'static str {
    match purpose {
        QueueKind::Service => "queue-service",
        QueueKind::OptOut => "queue-opt-out",
    }
}
