//! Letting go of a contact: the only way out of somebody's hands. It always closes the
//! line, gives every call its disposition, counts, checks the limits and says when, if
//! ever, the contact is offered again.

mod advance;
mod attempts;
mod closing;
mod consequences;

pub(crate) use advance::priority_of;
pub(crate) use attempts::{attempt_of, hang_up};
pub(crate) use closing::{cancelling, changes_at_rest, close_by, is_sticky, late};
pub(crate) use consequences::suppression;

use crate::because::Because;
use crate::catalogue::{Catalogue, Disposition, FinalFor, Kind, Reopen};
use crate::contact::{Contact, Standing};
use crate::counters::Counters;
use crate::decision::Decision;
use crate::entered::Entered;
use crate::event::CallbackChoice;
use crate::handling::{Attempt, Cause};
use crate::id::Slot;
use crate::limits::LimitHit;
use crate::outcome::Outcome;
use crate::rules::Rules;
use crate::stock;
use crate::trigger::{LimitKind, Trigger};
use advance::{Circumstances, Retried, advance};
use closing::{close_if_asked, stay_closed, stays_closed};
use consequences::consequences;
use jiff::Timestamp;

/// The disposition a contact gets, and how it came to it.
pub(crate) struct Verdict<'a> {
    pub disposition: &'a Disposition,
    pub kind: Kind,
    pub because: Because,
    pub choice: Option<&'a CallbackChoice>,
    /// The attempt it is about; otherwise the one with the longest call.
    pub attempt: Option<u32>,
}

impl<'a> Verdict<'a> {
    /// What the catalogue answers to a trigger.
    pub fn answer(rules: &'a Rules, trigger: Trigger) -> Self {
        let disposition = rules.catalogue.answer(trigger);
        Self {
            disposition,
            kind: Catalogue::kind_by(disposition, trigger),
            because: Because::Answers {
                trigger,
                code: disposition.code.clone(),
            },
            choice: None,
            attempt: None,
        }
    }

    /// What a person chose.
    pub fn chosen(disposition: &'a Disposition, choice: Option<&'a CallbackChoice>) -> Self {
        Self {
            disposition,
            kind: match again(disposition, choice) {
                Some(Reopen::List) => Kind::Callback,
                Some(Reopen::Stage) => Kind::New,
                None => disposition.kind,
            },
            because: Because::Chosen {
                code: disposition.code.clone(),
            },
            choice,
            attempt: None,
        }
    }

    /// Whether somebody chose it, or asked for what it brings.
    fn is_wanted(&self) -> bool {
        self.choice.is_some() || matches!(self.because, Because::Chosen { .. })
    }

    /// Whether it closes the number that was called and says nothing of the others.
    pub fn is_for_number(&self) -> bool {
        self.kind == Kind::Final && self.disposition.final_for == FinalFor::Number
    }

    /// By whom it is followed up again although the code ends it.
    fn again(&self) -> Option<Reopen> {
        again(self.disposition, self.choice)
    }

    /// What was entered beside the code.
    fn entered(&self) -> impl Iterator<Item = Because> {
        let appointment = self.choice.and_then(|choice| choice.appointment);
        let deal = self.choice.and_then(|choice| choice.deal.clone());
        let all = [
            deal.map(Entered::Deal),
            appointment.map(Entered::Appointment),
            self.again().map(Entered::Again),
        ];
        all.into_iter()
            .flatten()
            .map(|what| Because::Entered { what })
    }

    /// Whether the contact stays what it was.
    fn leaves_untouched(&self) -> bool {
        matches!(self.kind, Kind::Returned | Kind::AttemptOnly)
    }
}

fn again(disposition: &Disposition, choice: Option<&CallbackChoice>) -> Option<Reopen> {
    let by = choice.and_then(|choice| choice.again)?;
    disposition.reopen.contains(&by).then_some(by)
}

/// Why a contact goes back without having been judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GivenBack {
    /// The call never left the house.
    NoGateway,
    /// Whoever had it in hand did not call.
    NoAgent,
    /// Whoever had it in hand did nothing at all, for as long as that may take.
    InVain,
}

impl GivenBack {
    /// Some vocabularies have a code for it.
    fn code(self, rules: &Rules) -> Option<Because> {
        let found = rules.catalogue.returned(match self {
            Self::NoGateway => "returned.no_gateway",
            Self::NoAgent | Self::InVain => "returned.no_agent",
        })?;
        let cause = rules.catalogue.cause_of(match self {
            Self::NoGateway => "returned.no_gateway",
            Self::NoAgent => "returned.no_agent",
            Self::InVain => "returned.in_vain",
        });
        Some(Because::ReturnedUnder {
            code: found.code.clone(),
            cause: cause.map(|cause| cause.code.clone()),
        })
    }
}

/// Gives the contact back as it was before it was taken in hand. Nothing is counted.
pub(crate) fn give_back(
    contact: &Contact,
    why: GivenBack,
    because: Because,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let mut next = contact.clone();
    let closing = next.hand.take().and_then(|hand| hand.closing);
    let mut because = vec![because];
    because.extend(why.code(rules));
    because.extend(stock::set_offer(&mut next, rules));
    stock::rest(&mut next, at);
    close_if_asked(Decision::of(next, because), closing, at, rules)
}

/// Ends the handling with a disposition.
pub(crate) fn settle(
    contact: &Contact,
    verdict: &Verdict<'_>,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let decision = let_go(contact, verdict, at, rules);
    if contact.hand.is_some() && stays_closed(contact, verdict, rules) {
        stay_closed(contact, decision)
    } else {
        decision
    }
}

fn let_go(contact: &Contact, verdict: &Verdict<'_>, at: Timestamp, rules: &Rules) -> Decision {
    let mut next = contact.clone();
    let Some(hand) = next.hand.take() else {
        return place(contact, verdict, at, rules);
    };
    let ended = attempts::end(&hand, verdict, at, rules);
    let mut because = vec![verdict.because.clone()];
    because.extend(verdict.entered());
    because.extend(ended.because);
    for (slot, code) in ended.closed {
        close_number(&mut next, slot, code, &mut because);
    }
    let mut effects: Vec<_> = ended.hang_up.into_iter().collect();
    effects.extend(consequences(verdict.disposition, &next, ended.slot));
    let is_dialled = |attempt: &&Attempt| !attempt.inbound;
    let dialled = ended.attempts.iter().filter(is_dialled).count();
    let dialled = u32::try_from(dialled).unwrap_or(u32::MAX);
    tally(&mut next, verdict, &ended.attempts, rules);
    let hit = if verdict.leaves_untouched() {
        if verdict.disposition.counts.attempt {
            next.counters.count_attempts(dialled, at);
        }
        None
    } else if closes_one_number(&mut next, verdict, ended.slot, &mut because) {
        next.counters.count_attempts(dialled, at);
        next.standing = next.standing.due_at(at);
        rules.limits_of(&next).total_reached(next.counters.attempts)
    } else {
        if verdict.again().is_some() {
            // A new round begins; what came before is no reason to end it.
            next.counters.reset();
        }
        let before = next.counters.clone();
        next.counters
            .count(verdict.disposition, verdict.kind, dialled, at);
        score(&mut next, verdict.disposition, &mut because);
        let retry = retried(&mut next, verdict, (ended.outcome, &ended.cause), rules);
        let hit = limit_hit(&before, &next, verdict, at, rules)
            .or_else(|| retry.as_ref().and_then(Retried::used_up));
        let circumstances = Circumstances {
            agent: Some(hand.agent),
            slot: ended.slot,
            first: is_first(&before, verdict.disposition),
            retry,
            at,
        };
        advance(&mut next, verdict, &circumstances, &mut because);
        hit
    };
    close_at_limit(&mut next, hit, rules, &mut because);
    because.extend(stock::set_offer(&mut next, rules));
    if verdict.leaves_untouched() {
        stock::rest(&mut next, at);
    } else {
        because.extend(stock::hold(&mut next, rules));
    }
    let decision = Decision {
        attempts: ended.attempts,
        effects,
        ..Decision::of(next, because)
    };
    close_if_asked(decision, hand.closing, at, rules)
}

/// Gives a contact that nobody has in hand another code: no attempt, so nothing is counted
/// and no limit is met.
pub(crate) fn place(
    contact: &Contact,
    verdict: &Verdict<'_>,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let mut next = contact.clone();
    let mut because = vec![verdict.because.clone()];
    let circumstances = Circumstances {
        agent: None,
        slot: None,
        first: is_first(&contact.counters, verdict.disposition),
        retry: None,
        at,
    };
    score(&mut next, verdict.disposition, &mut because);
    advance(&mut next, verdict, &circumstances, &mut because);
    because.extend(stock::set_offer(&mut next, rules));
    because.extend(stock::hold(&mut next, rules));
    let effects = consequences(verdict.disposition, &next, None);
    Decision {
        effects,
        ..Decision::of(next, because)
    }
}

/// Whether the code does not follow upon itself: then its initial follow-up holds.
pub(crate) fn is_first(before: &Counters, disposition: &Disposition) -> bool {
    before.last_code.as_ref() != Some(&disposition.code)
}

/// A contact that was not reached is tried again as the cause says, where it says something.
fn retried(
    next: &mut Contact,
    verdict: &Verdict<'_>,
    (outcome, said): (Option<Outcome>, &Cause),
    rules: &Rules,
) -> Option<Retried> {
    let cause = rules.catalogue.cause(outcome?, said)?;
    let rule = cause.retry.filter(|_| verdict.kind == Kind::Unreached)?;
    Some(Retried {
        misses: next.counters.miss(&cause.code),
        cause: cause.code.clone(),
        rule,
    })
}

impl Retried {
    fn used_up(&self) -> Option<LimitHit> {
        (self.misses > self.rule.most).then_some(LimitHit {
            limit: LimitKind::Retries,
            counted: self.misses.into(),
            allowed: self.rule.most.into(),
        })
    }
}

/// What windows count. The client's own order held for this handling, unless nothing came of it.
fn tally(next: &mut Contact, verdict: &Verdict<'_>, attempts: &[Attempt], rules: &Rules) {
    if verdict.leaves_untouched() && !verdict.disposition.counts.attempt {
        return;
    }
    next.call_order = None;
    if rules.counts_windows() && !attempts.is_empty() {
        let tried = next.tried.get_or_insert_default();
        for attempt in attempts.iter().filter(|attempt| !attempt.inbound) {
            tried.count(attempt.outcome, attempt.placed_at);
        }
    }
}

/// What the code says of the address, where contacts are put in order by that.
fn score(next: &mut Contact, disposition: &Disposition, because: &mut Vec<Because>) {
    let Some(before) = next.score else {
        return;
    };
    let score = before.after(disposition);
    next.score = Some(score);
    if score != before {
        because.push(Because::Scored { score });
    }
}

fn close_number(next: &mut Contact, slot: Slot, code: crate::id::Code, because: &mut Vec<Because>) {
    if let Some(number) = next.numbers.get_mut(slot.index()) {
        number.closed = Some(code.clone());
        because.push(Because::NumberClosed { slot, code });
    }
}

/// A disposition that is final for a number closes that number only, while others are left.
fn closes_one_number(
    next: &mut Contact,
    verdict: &Verdict<'_>,
    slot: Option<Slot>,
    because: &mut Vec<Because>,
) -> bool {
    let Some(slot) = slot.filter(|_| verdict.is_for_number()) else {
        return false;
    };
    close_number(next, slot, verdict.disposition.code.clone(), because);
    !next.open_slots().is_empty()
}

/// The limit this handling reached, or one that had been reached before: a contact that
/// was opened again with its counters is written off at its next result.
fn limit_hit(
    before: &Counters,
    next: &Contact,
    verdict: &Verdict<'_>,
    at: Timestamp,
    rules: &Rules,
) -> Option<LimitHit> {
    let limits = rules.limits_of(next);
    limits
        .hit(
            &next.counters,
            verdict.kind,
            verdict.disposition.max_run,
            at,
        )
        .or_else(|| limits.left_over(before, verdict.kind))
        .or_else(|| {
            let is_open = matches!(verdict.kind, Kind::Unreached | Kind::Callback);
            let hit = rules.window_used_up(next, None, 0);
            hit.filter(|_| is_open)
        })
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
    next.code = disposition.code.clone();
    next.priority = priority_of(disposition, Kind::Final);
    next.standing = Standing::Closed { revive_at: None };
    next.owner = None;
    next.preferred = None;
}

/// Closes a contact that has used up its attempts before it is dialled once more.
pub(crate) fn close_used_up(contact: &Contact, hit: LimitHit, rules: &Rules) -> Decision {
    let mut next = contact.clone();
    let mut because = Vec::new();
    close_at_limit(&mut next, Some(hit), rules, &mut because);
    because.extend(stock::set_offer(&mut next, rules));
    because.extend(stock::hold(&mut next, rules));
    Decision::of(next, because)
}
