//! Offering as the oracle does it: of all contacts that may be offered now, the one that
//! comes first in the whole order.

use super::Said;
use super::house::{ASSIGNED, LINKS};
use super::oracle::{Kept, Key, Oracle, recorded, said};
use engine::{Actor, AgentCommand, AgentId, CampaignId, Command, Facts, Shelf};
use jiff::Timestamp;
use store::{CampaignState, Entry};

/// Callbacks of all lists or not, campaign, link, band, priority, offer time, due time, id.
type Rank = (bool, i64, i64, usize, u8, Timestamp, Option<Timestamp>, i64);

impl Oracle {
    pub fn offer(&mut self, agent: AgentId) -> Said {
        if let Some(not_ready) = self.is_not_ready("offer", agent) {
            if self.hand_of(agent).is_none() && self.agents[&agent].is_leaving() {
                self.ask(agent, &AgentCommand::LetGo);
            }
            return not_ready;
        }
        if let Some(wanted) = self.agents[&agent].wants {
            self.ask(agent, &AgentCommand::Want { contact: None });
            let found = self.wanted(agent, wanted);
            if let Some(offered) = found.and_then(|key| self.claim(agent, key)) {
                return offered;
            }
        }
        // A stale offer is put back by the claim, and the next one is tried.
        for _ in 0..50 {
            let Some(key) = self.first(agent) else { break };
            if let Some(offered) = self.claim(agent, key) {
                return offered;
            }
        }
        said("offer", "nothing", "")
    }

    pub fn peek(&mut self, agent: AgentId) -> Said {
        if let Some(not_ready) = self.is_not_ready("peek", agent) {
            return not_ready;
        }
        let wanted = self.agents[&agent]
            .wants
            .and_then(|wanted| self.wanted(agent, wanted));
        match wanted.or_else(|| self.first(agent)) {
            Some(((list, id), _)) => said("peek", "done", format!("{} {}", list.0, id.0)),
            None => said("peek", "nothing", ""),
        }
    }

    fn is_not_ready(&self, verb: &'static str, agent: AgentId) -> Option<Said> {
        let there = &self.agents[&agent];
        let ready = there.is_ready() && !there.is_leaving() && self.hand_of(agent).is_none();
        (!ready).then(|| said(verb, "not_ready", ""))
    }

    fn claim(&mut self, agent: AgentId, (key, campaign): (Key, CampaignId)) -> Option<Said> {
        let claim = Command::Claim {
            agent,
            campaign: Some(campaign),
            facts: Facts::default(),
        };
        self.record(&Entry::command(key.0, key.1, Actor::Agent(agent), claim));
        let kept = &self.contacts[&key];
        let detail = recorded(kept.seq, &kept.contact, &[]);
        kept.contact
            .hand
            .as_ref()
            .filter(|hand| hand.agent == agent)?;
        Some(said("offer", "done", detail))
    }

    /// Links of running campaigns the agent works for.
    fn links(&self, agent: AgentId) -> impl Iterator<Item = &'static (i64, i64, i64)> {
        LINKS
            .iter()
            .zip(&self.active)
            .filter(|(_, active)| **active)
            .map(|(link, _)| link)
            .filter(move |link| works_for(agent, link.0))
            .filter(|link| self.campaigns[link.0 as usize - 1].0 == CampaignState::Running)
    }

    fn wanted(&self, agent: AgentId, wanted: engine::ContactId) -> Option<(Key, CampaignId)> {
        let key = self
            .links(agent)
            .map(|link| ((engine::ListId(link.1), wanted), CampaignId(link.0)));
        let known: Vec<Key> = self
            .visible()
            .filter(|(_, kept)| kept.contact.hand.is_none() && kept.contact.offer_at.is_some())
            .map(|(key, _)| *key)
            .collect();
        key.into_iter().find(|(key, _)| known.contains(key))
    }

    pub fn first(&self, agent: AgentId) -> Option<(Key, CampaignId)> {
        let jump = self.callbacks_jump(agent);
        self.visible()
            .filter_map(|(key, kept)| {
                let best = self
                    .links(agent)
                    .filter_map(|link| Some((self.rank(link, agent, jump, key, kept)?, link.0)))
                    .min_by_key(|(rank, _)| *rank)?;
                Some((best.0, *key, best.1))
            })
            .min()
            .map(|(_, key, campaign)| (key, CampaignId(campaign)))
    }

    fn callbacks_jump(&self, agent: AgentId) -> bool {
        self.links(agent)
            .all(|link| self.campaigns[link.0 as usize - 1].2)
    }

    /// Where a contact stands for an agent through a link; nowhere if it may not be offered.
    fn rank(
        &self,
        link: &(i64, i64, i64),
        agent: AgentId,
        jump: bool,
        key: &Key,
        kept: &Kept,
    ) -> Option<Rank> {
        let contact = &kept.contact;
        let offer_at = contact.offer_at.filter(|offer_at| *offer_at <= self.now)?;
        let is_free = contact.hand.is_none() && contact.held.is_none_or(|held| held.agent == agent);
        if link.1 != key.0.0 || !is_free {
            return None;
        }
        let Shelf::Band(band) = contact.place().shelf else {
            return None;
        };
        let within = (contact.priority, offer_at, contact.standing.due(), key.1.0);
        let (priority, offer_at, due, id) = within;
        if band.is_callback() && jump {
            return Some((false, 0, 0, band as usize, priority, offer_at, due, id));
        }
        let own = super::house::settings(key.0.0).bands;
        let place = match band.is_callback() {
            true => band as usize,
            false => 2 + own.iter().position(|offered| *offered == band)?,
        };
        let campaign = self.campaigns[link.0 as usize - 1].1;
        Some((true, campaign, link.2, place, priority, offer_at, due, id))
    }
}

fn works_for(agent: AgentId, campaign: i64) -> bool {
    ASSIGNED.contains(&(campaign, agent.0))
}
