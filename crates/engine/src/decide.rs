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
use crate::settle::{
    Verdict, attempt_of, close_by, close_used_up, give_back, is_first, is_sticky, place, settle,
};
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
        Command::SetRoster { change } => set_roster(contact, *change, rules),
        Command::Resume { due } => resume(contact, *due, at, rules),
    }
}

/// Takes the contact in hand if one of its numbers may be dialled now. Otherwise it goes
/// back with the instant at which it can be had, or closes if it is suppressed or used up.
/// Whether it is due is the offer's business: an agent may ask for a contact ahead of time.
fn claim(
    contact: &Contact,
    agent: AgentId,
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    let released = may_claim(contact, agent, at)?;
    if let Some(source) = facts.suppressed_by() {
        let source = Some(source);
        return Ok(close_by(contact, Trigger::Suppressed, source, at, rules));
    }
    if let Some(hit) = rules.limits().total_reached(contact.counters.attempts) {
        return Ok(close_used_up(contact, hit, rules));
    }
    let slots = contact.open_slots();
    let denials: Vec<Denial> = slots
        .iter()
        .map_while(|slot| permit(contact, *slot, facts, at, &rules.law).err())
        .collect();
    let may_dial = denials.len() < slots.len();
    let roster = contact.roster.as_ref();
    let in_roster = roster.is_none_or(|roster| roster.allows(at, &contact.zone));
    if !may_dial || !in_roster {
        let stop = if may_dial { &[] } else { denials.as_slice() };
        return Ok(put_back(contact.clone(), stop, at, rules));
    }
    let mut decision = take(contact.clone(), agent, at, rules);
    if released {
        decision.next.held = None;
        let because = Because::Released { owner_out: false };
        decision.because.insert(0, because);
    }
    Ok(decision)
}

/// Nobody else has it, it is open, and it is not reserved for another agent. True where a
/// reservation has just run out.
fn may_claim(contact: &Contact, agent: AgentId, at: Timestamp) -> Result<bool, Refusal> {
    if let Some(hand) = &contact.hand {
        return Err(Refusal::InHand(hand.agent));
    }
    match contact.standing {
        Standing::Closed { .. } => return Err(Refusal::Closed(contact.code.clone())),
        Standing::Suspended => return Err(Refusal::Suspended(contact.code.clone())),
        Standing::New { .. } | Standing::Unreached { .. } | Standing::Callback { .. } => {}
    }
    match contact.held {
        Some(held) if held.agent != agent => match held.release_at {
            Some(release_at) if release_at <= at => Ok(true),
            _ => Err(Refusal::Held(held.agent)),
        },
        _ => Ok(false),
    }
}

fn take(mut next: Contact, agent: AgentId, at: Timestamp, rules: &Rules) -> Decision {
    next.hand = Some(Handling {
        agent,
        since: at,
        lease_until: lease_from(at, rules),
        calls: Vec::new(),
        closing: None,
    });
    Decision::of(next, vec![Because::Claimed { agent }])
}

fn lease_from(at: Timestamp, rules: &Rules) -> Timestamp {
    at.checked_add(rules.settings.lease.duration())
        .unwrap_or(at)
}

/// A stale offer: the contact gets the instant at which it can really be had.
fn put_back(mut next: Contact, denials: &[Denial], at: Timestamp, rules: &Rules) -> Decision {
    let mut because: Vec<Because> = denials.iter().map(|d| d.because.clone()).collect();
    let earliest = denials.iter().filter_map(|denial| denial.until).min();
    let standing = next.standing;
    let due = standing
        .due()
        .unwrap_or(at)
        .max(earliest.unwrap_or(at))
        .max(at);
    next.standing = standing.due_at(due);
    because.extend(stock::set_offer(&mut next, rules));
    next.standing = standing;
    // Nothing may be offered again at the instant at which it was just put back.
    if next.offer_at.is_some_and(|offer_at| offer_at <= at) {
        next.offer_at = Some(lease_from(at, rules));
    }
    if next.held.is_some() {
        because.extend(stock::hold(&mut next, rules));
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
        hand.lease_until = lease_from(at, rules);
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
    let first = is_first(&contact.counters, disposition);
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
    match line_verdict(hand, rules) {
        Some(verdict) => Ok(settle(contact, &verdict, at, rules)),
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
    if let Some(due) = due.filter(|due| *due < at) {
        return Err(Refusal::Past(due));
    }
    let mut from = contact.clone();
    if reset {
        from.counters.reset();
    }
    // Whoever opens a contact wants it tried, so its numbers must not all stay closed.
    if reset || (disposition.kind != Kind::Final && from.open_slots().is_empty()) {
        for number in &mut from.numbers {
            number.closed = None;
        }
    }
    let choice = due.map(|due| CallbackChoice {
        at: Some(due),
        ..CallbackChoice::default()
    });
    let verdict = Verdict {
        because: Because::SetByHand {
            code: disposition.code.clone(),
            reset,
        },
        ..Verdict::chosen(disposition, choice.as_ref())
    };
    let mut decision = place(&from, &verdict, at, rules);
    decision.next.counters.is_callback |= disposition.kind == Kind::Callback;
    Ok(decision)
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
