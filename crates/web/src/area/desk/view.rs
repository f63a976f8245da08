//! The desk as it is shown: who sits there, what is at hand.

use super::act::{Bench, Done, PASSIVE};
use super::asked::Asked;
use super::bar::{self, Bar};
use super::hand::{self, Hand};
use super::incoming::{self, Incoming};
use super::seen::{InHand, Seen};
use super::undo::{self, Undoable};
use crate::area::floor::{Unread, unread};
use crate::failure::Failure;
use crate::words::Words;
use engine::{AgentId, Attends, NotThere, Presence};

pub struct Desk {
    pub words: Words,
    /// `out`, `break`, `passive`, `waiting`, or the phase of what is in hand.
    pub state: &'static str,
    /// What is fetched when something moved: waiting desks ask for the next contact.
    pub fetch: &'static str,
    pub bar: Bar,
    pub undo: Option<Undoable>,
    pub hand: Option<Hand>,
    /// A call that she is asked to take.
    pub incoming: Option<Incoming>,
    /// From supervisors, not read yet.
    pub messages: Option<Unread>,
    /// A colleague who asks, on the phone.
    pub asked_by: Option<String>,
    /// A supervisor at somebody else's talk, or not any more since she has a call of her own.
    pub attends: Option<String>,
    /// By whom the talk in hand was passed on.
    pub passed_by: Option<String>,
    /// A campaign of hers dials by itself.
    pub by_itself: bool,
    /// Why nothing is dialled by itself.
    pub why_not: Option<String>,
    pub said: String,
    pub problem: Option<String>,
    pub lost_note: Option<String>,
    /// Nothing of this answer would be missed after a reload.
    pub is_settled: bool,
}

pub fn desk(bench: &Bench<'_>, asked: &Asked, done: Done) -> Result<Desk, Failure> {
    let seen = Seen::of(bench.store, bench.agent)?;
    let nothing = Asked::default();
    let is_settled = done.problem.is_none() && done.is_over;
    let hand = match &seen.in_hand {
        Some(held) => {
            // What was typed for another contact must not slip into this one.
            let is_same = !done.is_over && asked.text("hand") == held.key();
            let kept = if is_same { asked } else { &nothing };
            Some(hand::hand(bench, &seen, held, kept)?)
        }
        None => None,
    };
    let state = match (&hand, &seen.me.agent.presence) {
        (Some(hand), _) => hand.phase,
        (None, Presence::Out) => "out",
        (None, Presence::Break { kind }) if kind == PASSIVE => "passive",
        (None, Presence::Break { .. }) => "break",
        (None, Presence::Ready) => "waiting",
    };
    let by_itself = bench.rule(&seen)?.is_some();
    let asked_by = bench.lines.talks().of(bench.agent).asked_by;
    let named = |agent: AgentId| seen.names.get(&agent).cloned();
    let passed_by = seen.in_hand.as_ref().and_then(InHand::passed_by);
    // One key, one meaning: first what is lost for good in a moment.
    let takes_back = hand.as_ref().is_some_and(Hand::takes_back_refusal);
    Ok(Desk {
        passed_by: passed_by.and_then(named),
        bar: bar::bar(bench, &seen)?,
        undo: match takes_back {
            true => None,
            false => undo::undoable(bench, &seen.names)?,
        },
        incoming: incoming::incoming(bench, &seen)?,
        state,
        asked_by: asked_by.and_then(named),
        attends: attends(bench, named),
        fetch: match state {
            "waiting" if asked_by.is_none() => "/desk/offer",
            _ => "/desk/now",
        },
        hand,
        messages: unread(bench.store, bench.agent, bench.words)?,
        why_not: bench.why_not.filter(|_| by_itself).map(str::to_owned),
        by_itself,
        said: done.said.unwrap_or_default(),
        problem: done.problem,
        lost_note: done.lost_note,
        is_settled,
        words: bench.words.clone(),
    })
}

fn attends(bench: &Bench<'_>, named: impl Fn(AgentId) -> Option<String>) -> Option<String> {
    let attendance = bench.lines.talks().attendance_as(bench.agent)?;
    let key = match attendance.stage {
        Attends::There => "desk-attends",
        Attends::Over(NotThere::OwnCall) => "desk-attends-no-more",
        _ => return None,
    };
    let who = named(attendance.agent)?;
    Some(bench.words.with(key, [("who", who.as_str())]))
}

/// What a desk with nothing in hand says, and offers to do.
impl Desk {
    /// Seconds without a touch after which the desk falls passive; ours, no source gives a
    /// figure.
    pub fn passive_after(&self) -> Option<u32> {
        let waits = match self.state {
            "waiting" | "preview" => true,
            "dialling" => self.by_itself,
            _ => false,
        };
        waits.then_some(300)
    }

    pub fn idle_title(&self) -> &'static str {
        match self.state {
            "out" => "desk-idle-out",
            "break" => "desk-idle-break",
            "passive" => "desk-idle-passive",
            _ => "desk-idle-waiting",
        }
    }

    pub fn idle_text(&self) -> &'static str {
        match self.state {
            "out" => "desk-idle-out-text",
            "break" => "desk-idle-break-text",
            "passive" => "desk-idle-passive-text",
            _ if self.by_itself => "desk-idle-by-itself-text",
            _ => "desk-idle-waiting-text",
        }
    }

    pub fn idle_action(&self) -> &'static str {
        match self.state {
            "waiting" => "desk-ask-again",
            "out" => "desk-start",
            _ => "desk-be-ready",
        }
    }

    pub fn idle_path(&self) -> &'static str {
        match self.state {
            "waiting" => "/desk/offer",
            _ => "/desk/ready",
        }
    }
}
