//! Somebody called and reached no agent: an attempt of the contact, with its one disposition.

use crate::because::Because;
use crate::catalogue::Kind;
use crate::contact::Contact;
use crate::decision::Decision;
use crate::event::CallbackChoice;
use crate::handling::{Call, Cause, Handling, Line};
use crate::id::{AgentId, CampaignId, Slot};
use crate::inbound::InboundEnd;
use crate::rules::Rules;
use crate::settle::{Verdict, attempt_of, close_by, is_sticky, settle};
use crate::sign::Sign;
use jiff::Timestamp;

/// A call that came in and was not taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Missed {
    pub slot: Slot,
    pub campaign: Option<CampaignId>,
    pub called_at: Timestamp,
    pub end: InboundEnd,
    /// The contact was made for this call: nobody asked for it to be called.
    pub made_for_it: bool,
}

/// A contact that somebody has in hand, and one whose code stays whatever happens, is left as it
/// is; so is any other, but for a caller who asked for something.
pub(super) fn missed(contact: &Contact, missed: Missed, at: Timestamp, rules: &Rules) -> Decision {
    let trigger = missed.end.trigger();
    let hand = handling(contact, &missed, at);
    let attempt = hand.calls.last().map(|call| {
        let code = rules.catalogue.answer(trigger).code.clone();
        attempt_of(&hand, call, code, at, rules)
    });
    let mut next = contact.clone();
    next.dials = contact.dials.saturating_add(1);
    let word = format!("inbound.{}", missed.end.word());
    let said = Because::Line {
        attempt: next.dials,
        word,
    };
    if let Some(kind) = kind(contact, &missed, rules) {
        let choice = CallbackChoice {
            at: Some(at),
            ..CallbackChoice::default()
        };
        let choice = (kind == Kind::Callback).then_some(&choice);
        let verdict = Verdict {
            kind,
            choice,
            ..Verdict::answer(rules, trigger)
        };
        next.hand = Some(hand);
        let mut decision = settle(&next, &verdict, at, rules);
        decision.because.insert(0, said);
        return decision;
    }
    let mut decision = match missed.end {
        InboundEnd::OptedOut if contact.hand.is_none() => close_by(&next, trigger, None, at, rules),
        InboundEnd::OptedOut => super::opted_out(&next, (next.dials, missed.slot), at, rules),
        _ => Decision::of(next, Vec::new()),
    };
    decision.because.insert(0, said);
    decision.attempts.extend(attempt);
    decision
}

/// What becomes of the contact; nothing where it stays as it is.
fn kind(contact: &Contact, missed: &Missed, rules: &Rules) -> Option<Kind> {
    let is_free = contact.hand.is_none() && !is_sticky(contact, rules);
    match missed.end {
        InboundEnd::OptedOut => None,
        InboundEnd::CallbackAsked if is_free => Some(Kind::Callback),
        _ if is_free && missed.made_for_it => Some(Kind::Final),
        _ => None,
    }
}

fn handling(contact: &Contact, missed: &Missed, at: Timestamp) -> Handling {
    Handling {
        agent: AgentId::NOBODY,
        campaign: missed.campaign,
        since: missed.called_at.min(at),
        lease_until: at,
        calls: vec![Call {
            attempt: contact.dials.saturating_add(1),
            slot: missed.slot,
            placed_at: missed.called_at.min(at),
            line: Line::Ended {
                outcome: missed.end.outcome(),
                at,
                answered_at: None,
            },
            cause: Cause {
                sign: Some(Sign::Inbound(missed.end)),
                ..Cause::default()
            },
            unreserved: false,
            inbound: true,
            stays_with: None,
        }],
        recoding: false,
        closing: None,
    }
}
