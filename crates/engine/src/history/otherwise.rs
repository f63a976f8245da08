//! What would have followed under other rules: the same event upon the same past, decided once
//! more. What people then would have done otherwise nobody can know, so each event is asked by
//! itself.

use super::{History, Past};
use crate::because::Because;
use crate::catalogue::Catalogue;
use crate::crosswalk::counterpart;
use crate::decision::{Decision, Effect, Refusal};
use crate::event::{Command, Event};
use crate::id::{AgentId, Code};
use crate::rules::Rules;
use jiff::Timestamp;
use std::sync::Arc;

/// What a decision came to, as far as anybody notices.
#[derive(Debug, Clone, PartialEq)]
pub struct CameTo {
    /// Why it could not be done at all; then nothing else is said.
    pub refused: Option<Refusal>,
    pub code: Option<Code>,
    pub state: &'static str,
    pub due: Option<Timestamp>,
    pub offer_at: Option<Timestamp>,
    pub owner: Option<AgentId>,
    /// The dispositions the attempts got.
    pub attempts: Vec<Code>,
    /// What leaves the house.
    pub actions: Vec<&'static str>,
    pub suppresses: bool,
    /// Which rules decided.
    pub because: Vec<Because>,
}

impl History {
    /// What an event comes to under these rules.
    pub fn otherwise(&self, next: &Past, rules: &Arc<Rules>) -> CameTo {
        let event = match in_words_of(&next.event, &next.rules.catalogue, &rules.catalogue) {
            Ok(event) => event,
            Err(refusal) => return CameTo::refused(refusal),
        };
        let past = Past {
            event,
            rules: rules.clone(),
            ..next.clone()
        };
        match self.decide(&past) {
            Ok(decision) => CameTo::of(&decision),
            Err(refusal) => CameTo::refused(refusal),
        }
    }

    /// Whether an event decides where the contact goes: it leaves somebody's hands, or gets a
    /// code in nobody's.
    pub fn settles(&self, decision: &Decision) -> bool {
        let was_in_hand = self.now.hand.is_some();
        let is_in_hand = decision.next.hand.is_some();
        let moved =
            decision.next.code != self.now.code || decision.next.standing != self.now.standing;
        !is_in_hand && (was_in_hand && !decision.attempts.is_empty() || moved)
    }
}

/// A choice of a code as it would have been made in another catalogue.
fn in_words_of(event: &Event, own: &Catalogue, there: &Catalogue) -> Result<Event, Refusal> {
    let Event::Command(Command::Dispose { code, callback }) = event else {
        return Ok(event.clone());
    };
    if there.find(code.as_str()).is_some() {
        return Ok(event.clone());
    }
    let found = own
        .find(code.as_str())
        .and_then(|code| counterpart(code, there));
    let found = found.ok_or_else(|| Refusal::UnknownCode(code.to_string()))?;
    Ok(Event::Command(Command::Dispose {
        code: found.disposition.code.clone(),
        callback: callback.clone(),
    }))
}

impl CameTo {
    fn refused(refusal: Refusal) -> Self {
        Self {
            refused: Some(refusal),
            code: None,
            state: "refused",
            due: None,
            offer_at: None,
            owner: None,
            attempts: Vec::new(),
            actions: Vec::new(),
            suppresses: false,
            because: Vec::new(),
        }
    }

    fn of(decision: &Decision) -> Self {
        let next = &decision.next;
        let actions = decision.effects.iter().filter_map(|effect| match effect {
            Effect::Act { action, .. } => Some(action.word()),
            _ => None,
        });
        let suppresses = |effect: &Effect| matches!(effect, Effect::Suppress { .. });
        Self {
            refused: None,
            code: Some(next.code.clone()),
            state: next.state(),
            due: next.standing.due(),
            offer_at: next.offer_at,
            owner: next.owner,
            attempts: decision
                .attempts
                .iter()
                .map(|attempt| attempt.code.clone())
                .collect(),
            actions: actions.collect(),
            suppresses: decision.effects.iter().any(suppresses),
            because: decision.because.clone(),
        }
    }
}
