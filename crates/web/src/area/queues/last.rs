//! The calls that are over: who called, and what became of it.

use super::board::who;
use crate::failure::Failure;
use crate::words::{Words, key};
use engine::{AgentId, InboundEnd};
use std::collections::BTreeMap;
use store::{InboundCall, InboundState, Store};

/// So many are shown.
const MOST: i64 = 20;

pub struct Last {
    pub caller: String,
    pub name: Option<String>,
    pub contact: Option<String>,
    pub called: String,
    pub at: String,
    /// Who took it,
    pub taken: Option<String>,
    /// or why nobody did.
    pub missed: Option<String>,
    pub code: Option<String>,
}

pub fn last(
    store: &Store,
    agents: &BTreeMap<AgentId, String>,
    words: &Words,
) -> Result<Vec<Last>, Failure> {
    let newest = store.newest_inbound(MOST)?.into_iter();
    let over =
        |call: &InboundCall| matches!(call.state, InboundState::Answered | InboundState::Ended);
    Ok(newest
        .filter(over)
        .map(|call| one(&call, agents, words))
        .collect())
}

fn one(call: &InboundCall, agents: &BTreeMap<AgentId, String>, words: &Words) -> Last {
    let taken = call.agent.and_then(|agent| agents.get(&agent)).cloned();
    let (caller, contact) = who(call, words);
    Last {
        caller,
        name: call.caller_name.clone(),
        contact,
        called: call.called.to_string(),
        at: words.moment(call.arrived_at),
        missed: call.end.map(|end| why(end, words)),
        taken,
        code: call.code.as_ref().map(ToString::to_string),
    }
}

fn why(end: InboundEnd, words: &Words) -> String {
    match end {
        InboundEnd::OptedOut => words.t("line-opted-out"),
        end => words.t(&key("trigger", &format!("inbound.{}", end.word()))),
    }
}
