//! An agent takes a call: her phone is had in hand first, then the contact is hers.

use super::{Live, Reception, Stage};
use engine::{AgentId, CampaignId, InboundEnd, Number};
use jiff::SignedDuration;
use store::{RecordError, Store, StoreError};
use telephony::asterisk::Phone;
use telephony::{InLine, InOrder, LineId, Placed};

/// A phone that an exchange says nothing of for so long is not had any more: none rings longer, and an
/// exchange that is silent is given up sooner. Ours.
const FETCHED_WITHIN: SignedDuration = SignedDuration::from_secs(45);

impl Reception {
    /// An agent answers the call she is asked to take.
    pub fn answer(&mut self, store: &Store, call: i64, agent: AgentId) -> Result<(), StoreError> {
        let asked = |live: &Live| {
            live.call.id == call
                && live.stage == Stage::Waiting
                && live.call.asked.is_some_and(|(asked, _)| asked == agent)
        };
        let found = self.live.iter_mut().find(|(_, live)| asked(live));
        let Some((line, live)) = found.map(|(line, live)| (*line, live)) else {
            return Ok(());
        };
        if !self.with_phones {
            return self.take(store, line, agent, None);
        }
        let Some(phone) = phone(store, agent)? else {
            return Ok(());
        };
        let now = store.clock().now();
        let until = now.checked_add(FETCHED_WITHIN).unwrap_or(now);
        live.stage = Stage::Fetching(phone.clone(), until);
        self.orders.push(InOrder::Fetch { line, phone });
        Ok(())
    }

    pub(super) fn fetched(
        &mut self,
        store: &Store,
        line: InLine,
        agent: AgentId,
    ) -> Result<(), StoreError> {
        let phone = self.live.get(&line).and_then(|live| live.fetches(agent));
        match phone.cloned() {
            Some(phone) => self.take(store, line, agent, Some(phone)),
            None => Ok(()),
        }
    }

    /// Her phone could not be had: others are asked.
    pub(super) fn not_fetched(
        &mut self,
        store: &Store,
        line: InLine,
        agent: AgentId,
    ) -> Result<(), StoreError> {
        match self.live.get_mut(&line) {
            Some(live) if live.fetches(agent).is_some() => {
                live.stage = Stage::Waiting;
                live.asks(store, None)
            }
            _ => Ok(()),
        }
    }

    /// The contact is hers, and both hear each other.
    fn take(
        &mut self,
        store: &Store,
        line: InLine,
        agent: AgentId,
        phone: Option<Phone>,
    ) -> Result<(), StoreError> {
        let Some(live) = self.live.get_mut(&line) else {
            return Ok(());
        };
        let shown = shown(store, live.call.campaign).map_err(RecordError::from);
        let taken = shown.and_then(|shown| {
            let taken = store.take_call(&live.call, live.queue.as_ref(), agent)?;
            Ok((shown, taken))
        });
        match taken {
            Ok((shown, recorded)) => {
                let contact = &recorded.contact;
                // Who cannot be told what is owed, in the campaign's own words, is not recorded.
                let campaign = contact.hand.as_ref().and_then(|hand| hand.campaign);
                let recording = store.recording_wanted(contact);
                let both = recording.and_then(|it| Ok((it, store.sounds_for(campaign)?)));
                let (recording, sounds) = both.unwrap_or_default();
                let placed = Placed {
                    // Whoever carries the call gives it a line.
                    line: LineId(0),
                    list: contact.list,
                    contact: contact.id,
                    slot: live.call.slot,
                    attempt: contact.dials,
                };
                self.orders.push(InOrder::Connect {
                    line,
                    placed,
                    agent,
                    phone,
                    shown,
                    recording,
                    sounds,
                });
                self.live.remove(&line);
                self.count("taken");
                self.recorded.push(recorded);
            }
            Err(RecordError::Store(error)) => {
                live.stage = Stage::Waiting;
                return Err(error);
            }
            // She has somebody in hand, or somebody else has the contact.
            Err(RecordError::Refused(_)) => {
                live.stage = Stage::Waiting;
                live.asks(store, None)?;
            }
            // Whose contact it was was taken away meanwhile, and nobody becomes one.
            Err(RecordError::NotFound { .. }) => {
                return self.end(store, line, InboundEnd::NoContact);
            }
        }
        Ok(())
    }
}

impl Live {
    /// The phone of this agent, if it is being had in hand.
    fn fetches(&self, agent: AgentId) -> Option<&Phone> {
        match &self.stage {
            Stage::Fetching(phone, _) if phone.agent == agent => Some(phone),
            _ => None,
        }
    }
}

/// What somebody is shown whom she asks to join: as in a talk of the campaign that went out.
fn shown(store: &Store, campaign: Option<CampaignId>) -> Result<Option<Number>, StoreError> {
    let campaigns = store.campaigns()?.into_iter();
    let mut own = campaigns.filter(|there| Some(there.id) == campaign);
    Ok(own.next().and_then(|there| there.caller_id))
}

fn phone(store: &Store, agent: AgentId) -> Result<Option<Phone>, StoreError> {
    let phone = store.phone(agent)?;
    Ok(phone.map(|phone| Phone {
        agent,
        line: phone.to_string(),
    }))
}
