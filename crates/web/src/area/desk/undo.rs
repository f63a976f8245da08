//! Ten seconds in which the code just given can be taken back.

use super::act::{Bench, Done};
use crate::called::called;
use crate::failure::Failure;
use crate::words::Reasons;
use engine::{AgentId, UNDO_WITHIN};
use std::collections::BTreeMap;
use store::RecordError;

pub struct Undoable {
    /// The code with its label.
    pub code: String,
    pub contact: String,
    /// Until when, in microseconds since 1970, for the timer.
    pub until: i64,
    pub left: String,
}

/// What may still be taken back.
pub fn undoable(
    bench: &Bench<'_>,
    names: &BTreeMap<AgentId, String>,
) -> Result<Option<Undoable>, Failure> {
    let store = bench.store;
    let Some((list, contact, at)) = store.undoable(bench.agent)? else {
        return Ok(None);
    };
    let list = store.list(list)?.ok_or(Failure::NotFound)?;
    let card = store.card(list.id, contact)?.ok_or(Failure::NotFound)?;
    let rules = store.rules(list.rules)?;
    let reasons = Reasons {
        words: bench.words,
        catalogue: &rules.catalogue,
        agents: names,
        me: Some(bench.agent),
    };
    let fields = serde_json::from_str(&card.fields).unwrap_or_default();
    let until = at.checked_add(UNDO_WITHIN).unwrap_or(at);
    let left = until.duration_since(store.clock().now()).as_secs();
    Ok(Some(Undoable {
        code: reasons.code(&card.code),
        contact: called(Some(&list), &fields, &contact.0.to_string()),
        until: until.as_microsecond(),
        left: bench.words.duration(left),
    }))
}

pub fn undo(bench: &Bench<'_>) -> Result<Done, Failure> {
    let (store, words) = (bench.store, bench.words);
    let Some((list, ..)) = store.undoable(bench.agent)? else {
        return Ok(Done::refused(words.t("refused-nothing-to-undo")));
    };
    match store.undo(bench.agent) {
        Ok(back) => {
            let was_called = back.contact.hand.is_some_and(|hand| !hand.calls.is_empty());
            Ok(Done::well(Some(match was_called {
                true => words.t("desk-said-undone"),
                false => words.t("desk-said-undone-uncalled"),
            })))
        }
        Err(RecordError::Refused(refusal)) => {
            let list = store.list(list)?.ok_or(Failure::NotFound)?;
            let rules = store.rules(list.rules)?;
            let reasons = Reasons {
                words,
                catalogue: &rules.catalogue,
                agents: &store.agents()?.into_iter().collect(),
                me: Some(bench.agent),
            };
            Ok(Done::refused(reasons.refusal(&refusal)))
        }
        Err(RecordError::NotFound { .. }) => Err(Failure::NotFound),
        Err(RecordError::Store(error)) => Err(error.into()),
    }
}
