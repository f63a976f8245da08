//! What a simulation says when it is over. The same seed on a copy of the same database
//! gives the same bytes.

use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{AgentFigures, Result, Stock, Store};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    pub from: Timestamp,
    pub to: Timestamp,
    pub attempts: i64,
    pub codes: Vec<CodeFigures>,
    pub agents: Vec<AgentFigures>,
    pub stock: Vec<StockAt>,
    pub state_hash: String,
}

/// Attempts that were given a code, and contacts that stand under it at the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeFigures {
    pub code: String,
    pub attempts: i64,
    pub contacts: i64,
}

/// What there was to call at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StockAt {
    pub at: Timestamp,
    #[serde(flatten)]
    pub stock: Stock,
}

/// The stock of all lists together.
pub(crate) fn stock(store: &Store, lists: &[engine::ListId]) -> Result<StockAt> {
    let mut sum = Stock::default();
    for list in lists {
        let stock = store.stock(*list)?;
        sum.now += stock.now;
        sum.today += stock.today;
        sum.later += stock.later;
        sum.closed += stock.closed;
    }
    let at = store.clock().now();
    Ok(StockAt { at, stock: sum })
}

pub(crate) fn summary(
    store: &Store,
    lists: &[engine::ListId],
    (from, to): (Timestamp, Timestamp),
    stock: Vec<StockAt>,
) -> Result<Summary> {
    // What was coded at the last instant belongs to it, too.
    let until = Timestamp::from_microsecond(to.as_microsecond().saturating_add(1)).unwrap_or(to);
    let mut codes: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for list in lists {
        for (code, attempts) in store.attempts_by_code(*list, from, until)? {
            codes.entry(code).or_default().0 += attempts;
        }
        for (code, contacts) in store.contacts_by_code(*list)? {
            codes.entry(code).or_default().1 += contacts;
        }
    }
    Ok(Summary {
        from,
        to,
        attempts: codes.values().map(|(attempts, _)| attempts).sum(),
        codes: codes
            .into_iter()
            .map(|(code, (attempts, contacts))| CodeFigures {
                code,
                attempts,
                contacts,
            })
            .collect(),
        agents: store.attempts_by_agent(from, until)?,
        stock,
        state_hash: store.state_hash()?,
    })
}
