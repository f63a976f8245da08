//! Taking back a disposition while nothing has come of it yet.

use super::{Deed, History, Past, UNDO_WITHIN};
use crate::because::Because;
use crate::catalogue::Action;
use crate::contact::Contact;
use crate::decision::{Decision, Effect, Refusal};
use crate::event::{Actor, Command, Event};
use crate::handling::Attempt;
use crate::id::AgentId;
use crate::observe::lease_from;
use crate::settle::hang_up;

impl History {
    /// The contact as it was in her hands, with its calls, to be wrapped up anew. A
    /// disposition that suppressed a number stands: the law wins.
    pub(super) fn undo(&self, asked: &Past) -> Result<Decision, Refusal> {
        if let Some(hand) = &self.now.hand {
            return Err(Refusal::InHand(hand.agent));
        }
        let Actor::Agent(agent) = asked.actor else {
            return Err(Refusal::NothingToUndo);
        };
        let place = self.last_letting_go().ok_or(Refusal::NothingToUndo)?;
        let (earlier, later) = self.deeds.split_at(place);
        let (given, since) = later.split_first().ok_or(Refusal::NothingToUndo)?;
        if !given.is_disposition_of(agent) {
            return Err(Refusal::NothingToUndo);
        }
        if since.iter().any(|deed| !deed.idle) {
            return Err(Refusal::MovedOn);
        }
        if asked.at.duration_since(given.past.at) >= UNDO_WITHIN {
            return Err(Refusal::TooLate);
        }
        let (_, verdict) = given.result().ok_or(Refusal::NothingToUndo)?;
        let code = verdict.disposition.code.clone();
        let before = self.tell(earlier, 0);
        let seq = given.past.seq;
        let after = self.tell(earlier.iter().chain([given]), seq);
        let suppresses = |effect: &Effect| matches!(effect, Effect::Suppress { .. });
        if after.effects.iter().any(suppresses) {
            return Err(Refusal::Lasting(code));
        }
        let earlier_code = |attempt: &Attempt| before.attempts.get(&attempt.attempt).cloned();
        let coded = || after.attempts.values();
        let uncoded = coded().filter(|attempt| earlier_code(attempt).is_none());
        let recoded = coded().filter(|attempt| earlier_code(attempt).as_ref() != Some(*attempt));
        Ok(Decision {
            attempts: recoded.filter_map(earlier_code).collect(),
            uncoded: uncoded.map(|attempt| attempt.attempt).collect(),
            effects: recall(seq, &after.effects).into_iter().collect(),
            ..Decision::of(
                back_in_hand(before.contact, given, asked),
                vec![Because::TakenBack { code }],
            )
        })
    }
}

impl Deed {
    /// Whether this agent ended the handling herself.
    fn is_disposition_of(&self, agent: AgentId) -> bool {
        let disposed = matches!(
            self.past.event,
            Event::Command(Command::Dispose { .. } | Command::Conclude)
        );
        let had_it = self.was.as_ref().is_some_and(|hand| hand.agent == agent);
        disposed && had_it && self.past.actor == Actor::Agent(agent)
    }
}

/// What the disposition asked for and is not wanted any more.
fn recall(seq: i64, effects: &[Effect]) -> Option<Effect> {
    let action = |effect: &Effect| match effect {
        Effect::Act { action, .. } => Some(*action),
        Effect::HangUp { .. } | Effect::Suppress { .. } | Effect::Recall { .. } => None,
    };
    let actions: Vec<Action> = effects.iter().filter_map(action).collect();
    (!actions.is_empty()).then_some(Effect::Recall {
        events: vec![seq],
        actions,
    })
}

/// A call that was open when the code was given has been hung up.
fn back_in_hand(contact: Contact, given: &Deed, asked: &Past) -> Contact {
    let hand = given.was.clone().map(|mut hand| {
        hang_up(&mut hand, given.past.at);
        // Whatever counts from when she got it, such as a look before it is dialled, counts anew.
        hand.since = asked.at;
        hand.recoding = true;
        hand.lease_until = lease_from(&hand, asked.at, &asked.rules);
        hand
    });
    Contact { hand, ..contact }
}
