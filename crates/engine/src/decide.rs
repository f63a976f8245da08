//! What follows from something that is asked for, or why it cannot be done.

mod accept;
mod alter;
mod claim;
mod dial;
mod dispose;
mod erase;
mod moving;
mod order;
mod pass;
mod pick_up;
mod set;

pub use accept::{Beside, filled_in, fits};
pub(crate) use order::wake;

use crate::because::Because;
use crate::catalogue::Disposition;
use crate::contact::{Contact, Standing};
use crate::decision::{Decision, Refusal};
use crate::event::Command;
use crate::id::{AgentId, Code};
use crate::observe::{concluded, taken_back};
use crate::rules::Rules;
use crate::settle::{GivenBack, give_back, settle};
use crate::stock;
use alter::{call_first, edit, renumber};
use claim::claim;
use dial::dial;
use dispose::dispose;
use erase::erase;
use jiff::Timestamp;
use moving::{move_in, move_out};
use order::put_in_order;
use pass::pass;
use pick_up::pick_up;
use set::set;

/// What changes the past is answered by [`History`](crate::History), which knows it.
pub fn decide(
    contact: &Contact,
    command: &Command,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    if contact.erased_at.is_some() {
        return Err(Refusal::Erased);
    }
    // What stayed behind of a contact that moved is personal all the same.
    if let (Some(to), false) = (contact.moved_to, matches!(command, Command::Erase)) {
        return Err(Refusal::Moved(to));
    }
    match command {
        Command::Claim {
            agent,
            campaign,
            facts,
        } => claim(contact, (*agent, *campaign), facts, at, rules),
        Command::Dial {
            slot,
            facts,
            unreserved,
        } => dial(contact, (*slot, *unreserved), facts, at, rules),
        Command::PickUp {
            agent,
            campaign,
            slot,
            called_at,
        } => {
            let call = (*slot, *called_at);
            pick_up(contact, (*agent, *campaign), call, at, rules)
        }
        Command::Dispose { code, callback } => dispose(contact, code, callback.as_ref(), at, rules),
        Command::Conclude => conclude(contact, at, rules),
        Command::Release => release(contact, at, rules),
        Command::Pass { to } => pass(contact, *to, at, rules),
        Command::TakeBack => {
            let hand = contact.hand.as_ref().ok_or(Refusal::NotInHand)?;
            Ok(taken_back(contact, hand, Because::Unlocked, at, rules))
        }
        Command::Set {
            code,
            reset,
            due,
            owner,
        } => set(contact, code, *reset, (*due, *owner), at, rules),
        Command::Assign { owner } => assign(contact, *owner, rules),
        Command::SetRoster { change } => set_roster(contact, *change, rules),
        Command::Resume { due } => resume(contact, *due, at, rules),
        Command::Edit {
            fields, consent, ..
        } => Ok(edit(contact, fields, consent.as_ref(), rules)),
        Command::Renumber {
            changed,
            removed,
            added,
        } => renumber(contact, changed, removed, *added, rules),
        Command::CallFirst => call_first(contact, at, rules),
        Command::Order { order } => put_in_order(contact, order.as_ref(), at, rules),
        Command::MoveOut { to } => move_out(contact, *to, rules),
        Command::Erase => erase(contact, at, rules),
        Command::MoveIn { from, carried } => move_in(contact, *from, carried, rules),
        Command::Correct { .. } | Command::Undo => Err(Refusal::NoHistory),
    }
}

/// Lets the contact go with what the line said.
fn conclude(contact: &Contact, at: Timestamp, rules: &Rules) -> Result<Decision, Refusal> {
    let hand = contact.hand.as_ref().ok_or(Refusal::NotInHand)?;
    match concluded(hand, rules) {
        Some(verdict) => Ok(settle(contact, &verdict, at, rules)),
        None => Err(Refusal::NotEnded),
    }
}

fn release(contact: &Contact, at: Timestamp, rules: &Rules) -> Result<Decision, Refusal> {
    let hand = contact.hand.as_ref().ok_or(Refusal::NotInHand)?;
    if !hand.calls.is_empty() {
        return Err(Refusal::Dialled);
    }
    Ok(give_back(
        contact,
        GivenBack::NoAgent,
        Because::Returned,
        at,
        rules,
    ))
}

fn assign(contact: &Contact, owner: Option<AgentId>, rules: &Rules) -> Result<Decision, Refusal> {
    if contact.is_closed() {
        return Err(Refusal::Closed(contact.code.clone()));
    }
    let mut next = contact.clone();
    next.owner = owner;
    let mut because = vec![Because::Assigned { agent: owner }];
    because.extend(stock::hold(&mut next, rules));
    Ok(Decision::of(next, because))
}

fn set_roster(
    contact: &Contact,
    roster: Option<crate::roster::Roster>,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    let mut next = contact.clone();
    next.roster = roster;
    let removed = roster.is_none();
    let mut because = vec![Because::RosterSet { removed }];
    because.extend(stock::set_offer(&mut next, rules));
    // What was released to everybody stays released.
    if next.held.is_some() {
        because.extend(stock::hold(&mut next, rules));
    }
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
    let due = due.max(at);
    next.standing = Standing::New { due };
    let mut because = vec![Because::Resumed { due }];
    because.extend(stock::set_offer(&mut next, rules));
    Ok(Decision::of(next, because))
}

pub(crate) fn find<'a>(code: &Code, rules: &'a Rules) -> Result<&'a Disposition, Refusal> {
    rules
        .catalogue
        .find(code.as_str())
        .ok_or_else(|| Refusal::UnknownCode(code.to_string()))
}

fn lease_from(at: Timestamp, rules: &Rules) -> Timestamp {
    at.checked_add(rules.settings.lease.duration())
        .unwrap_or(at)
}
