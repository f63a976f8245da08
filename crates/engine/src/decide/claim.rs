//! Taking a contact in hand, or putting a stale offer back.

use super::lease_from;
use crate::because::Because;
use crate::contact::{Contact, Standing};
use crate::decision::{Decision, Refusal};
use crate::facts::Facts;
use crate::handling::Handling;
use crate::id::{AgentId, CampaignId};
use crate::permit::{Denial, permit};
use crate::rules::Rules;
use crate::settle::{changes_at_rest, close_by, close_used_up};
use crate::stock;
use crate::trigger::Trigger;
use jiff::Timestamp;

/// Takes the contact in hand if one of its numbers may be dialled now. Otherwise it goes
/// back with the instant at which it can be had, or closes if it is suppressed or used up.
/// Whether it is due is the offer's business: an agent may ask for a contact ahead of time.
pub(super) fn claim(
    contact: &Contact,
    (agent, campaign): (AgentId, Option<CampaignId>),
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<Decision, Refusal> {
    let released = may_claim(contact, agent, at)?;
    if let Some(source) = facts.suppressed_by() {
        let source = Some(source);
        return Ok(close_by(contact, Trigger::Suppressed, source, at, rules));
    }
    // Where no number can be called from here, no later instant helps.
    if facts.all_locked(&contact.open_slots()) && changes_at_rest(Trigger::ProviderLocked, rules) {
        return Ok(close_by(contact, Trigger::ProviderLocked, None, at, rules));
    }
    if let Some(hit) = rules
        .limits_of(contact)
        .total_reached(contact.counters.attempts)
    {
        return Ok(close_used_up(contact, hit, rules));
    }
    let campaigns = facts.profile.as_ref();
    if let Some(hit) = rules.window_used_up(contact, campaigns, 0) {
        return Ok(close_used_up(contact, hit, rules));
    }
    if let Some((until, why)) = stock::held_until(contact, campaigns, at, rules) {
        let denial = Denial::held(why, until);
        return Ok(put_back(contact.clone(), &[denial], at, rules));
    }
    let slots = contact.open_slots();
    let denials: Vec<Denial> = slots
        .iter()
        .map_while(|slot| permit(contact, *slot, facts, at, rules).err())
        .collect();
    let may_dial = denials.len() < slots.len();
    let roster = contact.roster.as_ref();
    let in_roster = roster.is_none_or(|roster| roster.allows(at, &contact.zone));
    if !may_dial || !in_roster {
        let stop = if may_dial { &[] } else { denials.as_slice() };
        return Ok(put_back(contact.clone(), stop, at, rules));
    }
    let mut decision = take(contact.clone(), agent, at, rules);
    if let Some(hand) = &mut decision.next.hand {
        hand.campaign = campaign;
    }
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
        campaign: None,
        since: at,
        lease_until: lease_from(at, rules),
        calls: Vec::new(),
        recoding: false,
        closing: None,
    });
    Decision::of(next, vec![Because::Claimed { agent }])
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
