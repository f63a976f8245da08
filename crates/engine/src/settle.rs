//! Letting go of a contact: the only way out of somebody's hands. It always closes the
//! line, gives every call its disposition, counts, checks the limits and says when, if
//! ever, the contact is offered again.

use crate::because::Because;
use crate::catalogue::{Disposition, FinalFor, Kind, OwnerRule, RosterMode, SuppressSubject};
use crate::contact::{Contact, Standing};
use crate::decision::{Decision, Effect};
use crate::event::CallbackChoice;
use crate::handling::{Attempt, Handling, Line};
use crate::id::{AgentId, Code, Slot};
use crate::limits::LimitHit;
use crate::outcome::Outcome;
use crate::rules::Rules;
use crate::stock;
use crate::trigger::Trigger;
use jiff::Timestamp;

/// The disposition a contact gets, and how it came to it.
pub(crate) struct Verdict<'a> {
    pub disposition: &'a Disposition,
    pub kind: Kind,
    pub because: Because,
    pub choice: Option<&'a CallbackChoice>,
}

impl<'a> Verdict<'a> {
    /// What the catalogue answers to a trigger.
    pub fn answer(rules: &'a Rules, trigger: Trigger) -> Self {
        let disposition = rules.catalogue.answer(trigger);
        Self {
            disposition,
            kind: crate::catalogue::Catalogue::kind_by(disposition, trigger),
            because: Because::Answers {
                trigger,
                code: disposition.code.clone(),
            },
            choice: None,
        }
    }

    /// What a person chose.
    pub fn chosen(disposition: &'a Disposition, choice: Option<&'a CallbackChoice>) -> Self {
        Self {
            disposition,
            kind: disposition.kind,
            because: Because::Chosen {
                code: disposition.code.clone(),
            },
            choice,
        }
    }
}

/// Gives the contact back as it was before it was taken in hand. Nothing is counted.
pub(crate) fn give_back(
    contact: &Contact,
    because: Because,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let mut next = contact.clone();
    let closing = next.hand.take().and_then(|hand| hand.closing);
    let mut decision = Decision::of(next, vec![because]);
    decision
        .because
        .extend(stock::set_offer(&mut decision.next, rules));
    close_if_asked(decision, closing, at, rules)
}

/// Ends the handling with a disposition.
pub(crate) fn settle(
    contact: &Contact,
    verdict: &Verdict<'_>,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let mut next = contact.clone();
    let mut decision_because = vec![verdict.because.clone()];
    let mut effects = Vec::new();
    let hand = next.hand.take();
    let agent = hand.as_ref().map(|hand| hand.agent);
    let closing = hand.as_ref().and_then(|hand| hand.closing);
    let dialled = hand.as_ref().map_or(0, |hand| hand.calls.len());
    let mut main_slot = None;
    let mut attempts = Vec::new();
    if let Some(mut hand) = hand {
        effects.extend(hang_up(&mut hand, at));
        main_slot = main_slot_of(&hand);
        attempts = code_attempts(&hand, verdict, at, rules, &mut decision_because);
    }
    let counted = u32::try_from(dialled).unwrap_or(u32::MAX);
    effects.extend(consequences(verdict.disposition, &next, main_slot));
    if closes_one_number(
        &mut next,
        verdict,
        main_slot,
        counted,
        at,
        &mut decision_because,
    ) {
        let total = rules.limits().total_reached(next.counters.attempts);
        close_at_limit(&mut next, total, rules, &mut decision_because);
    } else {
        next.counters
            .count(verdict.disposition, verdict.kind, counted, at);
        let hit = rules.limits().hit(
            &next.counters,
            verdict.kind,
            verdict.disposition.max_run,
            at,
        );
        advance(
            &mut next,
            verdict,
            agent,
            main_slot,
            at,
            &mut decision_because,
        );
        close_at_limit(&mut next, hit, rules, &mut decision_because);
    }
    decision_because.extend(stock::set_offer(&mut next, rules));
    decision_because.extend(stock::hold(&mut next, rules));
    let decision = Decision {
        next,
        attempts,
        effects,
        because: decision_because,
        permit: None,
    };
    close_if_asked(decision, closing, at, rules)
}

/// Ends a call that is still open; a conversation counts as answered.
fn hang_up(hand: &mut Handling, at: Timestamp) -> Option<Effect> {
    let call = hand.calls.last_mut().filter(|call| call.line.is_open())?;
    let outcome = match call.line {
        Line::Talking { .. } => Outcome::Answered,
        Line::Dialling | Line::Ringing { .. } | Line::Ended { .. } => Outcome::LostWhileDialling,
    };
    call.line = call.line.end(outcome, at);
    Some(Effect::HangUp {
        attempt: call.attempt,
    })
}

fn main_slot_of(hand: &Handling) -> Option<Slot> {
    let main = hand.main_attempt();
    hand.calls
        .iter()
        .find(|call| Some(call.attempt) == main)
        .map(|call| call.slot)
}

/// The handling's disposition goes to the attempt with the longest live call; the other
/// attempts gave way to another number.
fn code_attempts(
    hand: &Handling,
    verdict: &Verdict<'_>,
    at: Timestamp,
    rules: &Rules,
    because: &mut Vec<Because>,
) -> Vec<Attempt> {
    let main = hand.main_attempt();
    let other = &rules.catalogue.answer(Trigger::SecondNumber).code;
    if hand.calls.len() > 1 {
        because.extend(main.map(|attempt| Because::LongestCall { attempt }));
    }
    hand.calls
        .iter()
        .map(|call| {
            let code = if Some(call.attempt) == main {
                &verdict.disposition.code
            } else {
                other
            };
            attempt_of(hand.agent, call, code.clone(), at)
        })
        .collect()
}

/// The record of one call under a code.
pub(crate) fn attempt_of(
    agent: AgentId,
    call: &crate::handling::Call,
    code: Code,
    at: Timestamp,
) -> Attempt {
    let (outcome, ended_at, answered_at) = match call.line {
        Line::Ended {
            outcome,
            at,
            answered_at,
        } => (outcome, at, answered_at),
        Line::Talking { since } => (Outcome::Answered, at, Some(since)),
        Line::Dialling | Line::Ringing { .. } => (Outcome::Incomplete, at, None),
    };
    Attempt {
        attempt: call.attempt,
        slot: call.slot,
        agent,
        placed_at: call.placed_at,
        answered_at,
        ended_at,
        outcome,
        code,
        cause: call.cause,
        coded_at: at,
    }
}

/// A disposition that is final for a number closes that number only, while others are left.
fn closes_one_number(
    next: &mut Contact,
    verdict: &Verdict<'_>,
    slot: Option<Slot>,
    dialled: u32,
    at: Timestamp,
    because: &mut Vec<Because>,
) -> bool {
    if verdict.kind != Kind::Final || verdict.disposition.final_for != FinalFor::Number {
        return false;
    }
    let Some((slot, number)) = slot.and_then(|slot| {
        next.numbers
            .get_mut(slot.index())
            .map(|number| (slot, number))
    }) else {
        return false;
    };
    number.closed = Some(verdict.disposition.code.clone());
    if next.open_slots().is_empty() || next.is_closed() {
        return false;
    }
    next.counters.attempts = next.counters.attempts.saturating_add(dialled);
    next.counters.last_attempt_at = Some(at);
    next.preferred = None;
    next.standing = next.standing.due_at(at);
    because.push(Because::NumberClosed {
        slot,
        code: verdict.disposition.code.clone(),
    });
    true
}

/// Gives the contact its code and what follows from it.
fn advance(
    next: &mut Contact,
    verdict: &Verdict<'_>,
    agent: Option<AgentId>,
    slot: Option<Slot>,
    at: Timestamp,
    because: &mut Vec<Because>,
) {
    let disposition = verdict.disposition;
    next.code = disposition.code.clone();
    next.priority = priority_of(disposition, verdict.kind);
    next.preferred = verdict.choice.and_then(|choice| choice.slot);
    set_roster(next, verdict);
    next.owner = owner_after(next.owner, disposition.owner, agent, verdict.choice);
    next.standing = match verdict.kind {
        Kind::New => Standing::New { due: at },
        Kind::Unreached => Standing::Unreached {
            due: due_after(next, verdict, at, because),
        },
        Kind::Callback => {
            next.preferred = next.preferred.or(slot);
            Standing::Callback {
                due: due_after(next, verdict, at, because),
            }
        }
        Kind::Suspended => Standing::Suspended,
        Kind::Final => {
            let revive_at = disposition
                .revive_on
                .as_ref()
                .map(|expression| expression.resolve(at, &next.zone));
            Standing::Closed { revive_at }
        }
        Kind::Returned | Kind::AttemptOnly => next.standing,
    };
}

/// A catalogue need not name priorities: each kind has its usual one (domain: CallPro's bands).
fn priority_of(disposition: &Disposition, kind: Kind) -> u8 {
    disposition.priority.unwrap_or(match kind {
        Kind::Callback => 25,
        Kind::Unreached => 76,
        Kind::New | Kind::Suspended | Kind::Returned | Kind::AttemptOnly => 150,
        Kind::Final => 225,
    })
}

fn set_roster(next: &mut Contact, verdict: &Verdict<'_>) {
    if let Some(change) = verdict.choice.and_then(|choice| choice.roster.clone()) {
        next.roster = change.apply(next.roster.take());
        return;
    }
    match verdict.disposition.roster {
        RosterMode::Change => next.roster = verdict.disposition.roster_lines.clone(),
        RosterMode::Remove => next.roster = None,
        RosterMode::Keep => {}
    }
}

fn owner_after(
    owner: Option<AgentId>,
    rule: OwnerRule,
    agent: Option<AgentId>,
    choice: Option<&CallbackChoice>,
) -> Option<AgentId> {
    let chosen = choice.and_then(|choice| choice.owner);
    match rule {
        OwnerRule::None | OwnerRule::Any => None,
        OwnerRule::Keep => owner,
        OwnerRule::HandlingAgent => chosen.or(agent).or(owner),
        OwnerRule::Assignable => chosen.or(owner).or(agent),
    }
}

/// When it is due again: as agreed, or as the code's follow-up says.
fn due_after(
    next: &Contact,
    verdict: &Verdict<'_>,
    at: Timestamp,
    because: &mut Vec<Because>,
) -> Timestamp {
    if let Some(due) = verdict.choice.and_then(|choice| choice.at) {
        because.push(Because::Agreed { due });
        return due;
    }
    let Some(follow_up) = &verdict.disposition.follow_up else {
        return at;
    };
    let first = next.counters.same_run <= 1;
    let expression = follow_up.expression(first);
    let due = expression.resolve(at, &next.zone).max(at);
    because.push(Because::FollowUp {
        code: verdict.disposition.code.clone(),
        expression: expression.to_string(),
        due,
    });
    due
}

/// A limit closes the contact with its own code; the attempts keep theirs.
fn close_at_limit(
    next: &mut Contact,
    hit: Option<LimitHit>,
    rules: &Rules,
    because: &mut Vec<Because>,
) {
    let Some(LimitHit {
        limit,
        counted,
        allowed,
    }) = hit
    else {
        return;
    };
    let disposition = rules.catalogue.answer(Trigger::Limit(limit));
    because.push(Because::Limit {
        limit,
        counted,
        allowed,
        code: disposition.code.clone(),
    });
    close(next, disposition);
}

/// Closes the contact under a code, whatever it was waiting for.
fn close(next: &mut Contact, disposition: &Disposition) {
    next.code = disposition.code.clone();
    next.priority = priority_of(disposition, Kind::Final);
    next.standing = Standing::Closed { revive_at: None };
    next.owner = None;
    next.held = None;
    next.preferred = None;
    next.offer_at = None;
}

/// What leaves the contact: suppression, and what the code's actions ask for.
fn consequences(disposition: &Disposition, contact: &Contact, slot: Option<Slot>) -> Vec<Effect> {
    let every = || {
        (0..contact.numbers.len())
            .filter_map(|index| u8::try_from(index).ok())
            .map(Slot)
            .collect()
    };
    let suppress = disposition
        .suppress
        .as_ref()
        .map(|suppress| Effect::Suppress {
            slots: match (suppress.subject, slot) {
                (SuppressSubject::Number, Some(slot)) => vec![slot],
                (
                    SuppressSubject::Number | SuppressSubject::Person | SuppressSubject::Domain,
                    _,
                ) => every(),
            },
            subject: suppress.subject,
            extent: suppress.extent,
            until: suppress.until.clone(),
            code: disposition.code.clone(),
        });
    let actions = disposition.actions.iter().map(|action| Effect::Act {
        action: *action,
        code: disposition.code.clone(),
    });
    suppress.into_iter().chain(actions).collect()
}

/// Applies what had to wait until the contact was let go. A code that may not be
/// overwritten stands.
fn close_if_asked(
    mut decision: Decision,
    closing: Option<Trigger>,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let Some(trigger) = closing else {
        return decision;
    };
    let after = close_by(&decision.next, trigger, None, at, rules);
    decision.next = after.next;
    decision.because.extend(after.because);
    decision.effects.extend(after.effects);
    decision
}

/// Closes or changes a contact that nobody has in hand, because something outside asks for it.
pub(crate) fn close_by(
    contact: &Contact,
    trigger: Trigger,
    source: Option<&str>,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let verdict = Verdict::answer(rules, trigger);
    if contact.is_closed() {
        let because = if is_sticky(contact, rules) {
            Because::Sticky {
                code: contact.code.clone(),
            }
        } else {
            Because::Late {
                report: trigger.to_string(),
            }
        };
        return Decision::unchanged(contact, because);
    }
    let mut next = contact.clone();
    let mut because = vec![match source {
        Some(source) => Because::Suppressed {
            source: source.to_owned(),
            code: verdict.disposition.code.clone(),
        },
        None => verdict.because.clone(),
    }];
    next.counters
        .count(verdict.disposition, verdict.kind, 0, at);
    advance(&mut next, &verdict, None, None, at, &mut because);
    because.extend(stock::set_offer(&mut next, rules));
    because.extend(stock::hold(&mut next, rules));
    let effects = consequences(verdict.disposition, &next, None);
    Decision {
        next,
        attempts: Vec::new(),
        effects,
        because,
        permit: None,
    }
}

/// Whether the contact's code may not be overwritten.
pub(crate) fn is_sticky(contact: &Contact, rules: &Rules) -> bool {
    contact.is_closed()
        && rules
            .catalogue
            .find(contact.code.as_str())
            .is_some_and(|disposition| disposition.sticky)
}
