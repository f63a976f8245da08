//! What follows from something that is asked for, or why it cannot be done.

use crate::because::Because;
use crate::catalogue::{Disposition, Kind, Setter};
use crate::contact::{Contact, Standing};
use crate::decision::{Decision, Refusal};
use crate::event::{CallbackChoice, Command};
use crate::facts::Facts;
use crate::handling::{Call, Cause, Handling, Line};
use crate::id::{AgentId, Code, Slot};
use crate::observe::line_verdict;
use crate::permit::{Denial, permit};
use crate::rules::Rules;
use crate::settle::{Verdict, attempt_of, close_by, give_back, is_sticky, settle};
use crate::stock;
use crate::trigger::Trigger;
use jiff::Timestamp;

pub fn decide(
    contact: &Contact,
    command: &Command,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    match command {
        Command::Claim { agent, facts } => claim(contact, *agent, facts, at, rules),
        Command::Dial { slot, facts } => dial(contact, *slot, facts, at, rules),
        Command::Dispose { code, callback } => dispose(contact, code, callback.as_ref(), at, rules),
        Command::Conclude => conclude(contact, at, rules),
        Command::Release => release(contact, at, rules),
        Command::Set { code, reset, due } => set(contact, code, *reset, *due, at, rules),
        Command::Assign { owner } => assign(contact, *owner, rules),
        Command::SetRoster { change } => set_roster(contact, change.clone(), rules),
        Command::Resume { due } => resume(contact, *due, at, rules),
    }
}

/// Takes the contact in hand if one of its numbers may be dialled now. Otherwise it goes
/// back with the instant at which it can be had, or closes if it is suppressed.
fn claim(
    contact: &Contact,
    agent: AgentId,
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    if contact.is_closed() {
        return Err(Refusal::Closed(contact.code.clone()));
    }
    // Whoever asked not to be called is not called on another number of theirs.
    if let Some(source) = facts
        .numbers
        .iter()
        .find_map(|number| number.suppressed_by.as_deref())
    {
        return Ok(close_by(
            contact,
            Trigger::Suppressed,
            Some(source),
            at,
            rules,
        ));
    }
    let tries: Vec<Denial> = contact
        .open_slots()
        .into_iter()
        .map_while(|slot| permit(contact, slot, facts, at, &rules.law).err())
        .collect();
    let may_dial = tries.len() < contact.open_slots().len();
    let in_roster = contact
        .roster
        .as_ref()
        .is_none_or(|roster| roster.allows(at, &contact.zone));
    let next = contact.clone();
    if may_dial && in_roster {
        return Ok(take(next, agent, at, rules));
    }
    Ok(put_back(next, &tries, at, rules))
}

fn take(mut next: Contact, agent: AgentId, at: Timestamp, rules: &Rules) -> Decision {
    next.hand = Some(Handling {
        agent,
        since: at,
        lease_until: at
            .checked_add(rules.settings.lease.duration())
            .unwrap_or(at),
        calls: Vec::new(),
        closing: None,
    });
    Decision::of(next, vec![Because::Claimed { agent }])
}

/// A stale offer: the contact gets the instant at which it can really be had.
fn put_back(mut next: Contact, tries: &[Denial], at: Timestamp, rules: &Rules) -> Decision {
    let mut because: Vec<Because> = tries.iter().map(|denial| denial.because.clone()).collect();
    let earliest = tries.iter().filter_map(|denial| denial.until).min();
    let standing = next.standing;
    next.standing = standing.due_at(earliest.unwrap_or(at).max(at));
    because.extend(stock::set_offer(&mut next, rules));
    next.standing = standing;
    // Nothing may be offered again at the instant at which it was just put back.
    if next.offer_at.is_some_and(|offer_at| offer_at <= at) {
        next.offer_at = at.checked_add(rules.settings.lease.duration()).ok();
    }
    Decision::of(next, because)
}

fn dial(
    contact: &Contact,
    slot: Slot,
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    let hand = contact.hand.as_ref().ok_or(Refusal::NotInHand)?;
    if hand.calls.iter().any(|call| call.line.is_open()) {
        return Err(Refusal::LineOpen);
    }
    if contact.number(slot).is_none() {
        return Err(Refusal::NoSuchNumber(slot));
    }
    let placed = u32::try_from(hand.calls.len()).unwrap_or(u32::MAX);
    if let Some(hit) = rules
        .limits()
        .total_reached(contact.counters.attempts.saturating_add(placed))
    {
        return Err(Refusal::Limit {
            limit: hit.limit,
            counted: hit.counted,
            allowed: hit.allowed,
        });
    }
    let leave = permit(contact, slot, facts, at, &rules.law).map_err(Refusal::Denied)?;
    let mut next = contact.clone();
    let mut because = vec![Because::Permitted { slot }];
    let attempts = give_way(hand, at, rules, &mut because);
    next.dials = leave.attempt();
    if let Some(number) = next.numbers.get_mut(slot.index()) {
        number.last_dial_at = Some(at);
    }
    if let Some(hand) = next.hand.as_mut() {
        hand.lease_until = at
            .checked_add(rules.settings.lease.duration())
            .unwrap_or(at);
        hand.calls.push(Call {
            attempt: leave.attempt(),
            slot,
            placed_at: at,
            line: Line::Dialling,
            cause: Cause::default(),
        });
    }
    Ok(Decision {
        attempts,
        permit: Some(leave),
        ..Decision::of(next, because)
    })
}

/// A second number closes the running attempt.
fn give_way(
    hand: &Handling,
    at: Timestamp,
    rules: &Rules,
    because: &mut Vec<Because>,
) -> Vec<crate::handling::Attempt> {
    let code = &rules.catalogue.answer(Trigger::SecondNumber).code;
    let running = hand.calls.last();
    because.extend(running.map(|call| Because::OtherNumber {
        attempt: call.attempt,
        code: code.clone(),
    }));
    running
        .map(|call| attempt_of(hand.agent, call, code.clone(), at))
        .into_iter()
        .collect()
}

fn dispose(
    contact: &Contact,
    code: &Code,
    choice: Option<&CallbackChoice>,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if contact.hand.is_none() {
        return Err(Refusal::NotInHand);
    }
    let disposition = find(code, rules)?;
    let choosable = disposition
        .set_by
        .iter()
        .any(|setter| matches!(setter, Setter::Agent | Setter::Script));
    if !choosable {
        return Err(Refusal::NotChoosable(disposition.code.clone()));
    }
    if let Some(choice) = choice {
        check_choice(contact, disposition, choice, at)?;
    }
    Ok(settle(
        contact,
        &Verdict::chosen(disposition, choice),
        at,
        rules,
    ))
}

fn find<'a>(code: &Code, rules: &'a Rules) -> Result<&'a Disposition, Refusal> {
    rules
        .catalogue
        .find(code.as_str())
        .ok_or_else(|| Refusal::UnknownCode(code.to_string()))
}

/// The agreed moment must lie ahead and inside the code's bounds; the number must exist.
fn check_choice(
    contact: &Contact,
    disposition: &Disposition,
    choice: &CallbackChoice,
    at: Timestamp,
) -> Result<(), Refusal> {
    if let Some(slot) = choice.slot
        && contact.number(slot).is_none()
    {
        return Err(Refusal::NoSuchNumber(slot));
    }
    let Some(chosen) = choice.at else {
        return Ok(());
    };
    if chosen < at {
        return Err(Refusal::Past(chosen));
    }
    let Some(follow_up) = &disposition.follow_up else {
        return Ok(());
    };
    let first = contact.counters.last_code.as_ref() != Some(&disposition.code);
    follow_up
        .check(chosen, first, at, &contact.zone)
        .map(|_| ())
        .map_err(|out| {
            let local = |instant: Option<Timestamp>| {
                instant.map_or_else(
                    || "any time".to_owned(),
                    |instant| contact.zone.local(instant).to_string(),
                )
            };
            if follow_up.expression(first).read_only {
                Refusal::FixedTime
            } else {
                Refusal::OutOfBounds {
                    earliest: local(out.earliest),
                    latest: local(out.latest),
                }
            }
        })
}

/// Lets the contact go with what the line said.
fn conclude(contact: &Contact, at: Timestamp, rules: &Rules) -> Result<Decision, Refusal> {
    let hand = contact.hand.as_ref().ok_or(Refusal::NotInHand)?;
    match line_verdict(hand) {
        Some(trigger) => Ok(settle(contact, &Verdict::answer(rules, trigger), at, rules)),
        None => Err(Refusal::NotEnded),
    }
}

fn release(contact: &Contact, at: Timestamp, rules: &Rules) -> Result<Decision, Refusal> {
    let hand = contact.hand.as_ref().ok_or(Refusal::NotInHand)?;
    if !hand.calls.is_empty() {
        return Err(Refusal::Dialled);
    }
    Ok(give_back(contact, Because::Returned, at, rules))
}

/// A supervisor's hand: closes, reopens or re-codes; counters are reset only if asked.
fn set(
    contact: &Contact,
    code: &Code,
    reset: bool,
    due: Option<Timestamp>,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    let disposition = find(code, rules)?;
    if is_sticky(contact, rules) {
        return Err(Refusal::Sticky(contact.code.clone()));
    }
    if disposition.kind == Kind::AttemptOnly || disposition.kind == Kind::Returned {
        return Err(Refusal::NotChoosable(disposition.code.clone()));
    }
    let mut from = contact.clone();
    if reset {
        from.counters.reset();
        for number in &mut from.numbers {
            number.closed = None;
        }
    }
    let choice = due.map(|due| CallbackChoice {
        at: Some(due),
        ..CallbackChoice::default()
    });
    let counters = from.counters.clone();
    let verdict = Verdict {
        because: Because::SetByHand {
            code: disposition.code.clone(),
            reset,
        },
        ..Verdict::chosen(disposition, choice.as_ref())
    };
    // Setting a code by hand is no attempt: it neither counts nor meets a limit.
    let mut decision = settle_uncounted(&from, &verdict, at, rules);
    decision.next.counters = counters;
    Ok(decision)
}

fn settle_uncounted(
    from: &Contact,
    verdict: &Verdict<'_>,
    at: Timestamp,
    rules: &Rules,
) -> Decision {
    let mut unlimited = rules.clone();
    unlimited.settings.limits = Some(crate::limits::Limits::default());
    settle(from, verdict, at, &unlimited)
}

fn assign(contact: &Contact, owner: Option<AgentId>, rules: &Rules) -> Result<Decision, Refusal> {
    if contact.is_closed() {
        return Err(Refusal::Closed(contact.code.clone()));
    }
    let mut next = contact.clone();
    next.owner = owner;
    let because = stock::hold(&mut next, rules);
    Ok(Decision::of(next, because.into_iter().collect()))
}

fn set_roster(
    contact: &Contact,
    roster: Option<crate::roster::Roster>,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    let mut next = contact.clone();
    next.roster = roster;
    let mut because = stock::set_offer(&mut next, rules);
    because.extend(stock::hold(&mut next, rules));
    Ok(Decision::of(next, because))
}

fn resume(
    contact: &Contact,
    due: Timestamp,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if contact.standing != Standing::Suspended {
        return Err(Refusal::NotSuspended);
    }
    let mut next = contact.clone();
    next.standing = Standing::New { due: due.max(at) };
    let because = stock::set_offer(&mut next, rules);
    Ok(Decision::of(next, because))
}
