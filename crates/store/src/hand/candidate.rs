//! Whose the contacts of a list might be.

use crate::error::Result;
use crate::house::{CampaignState, ListLink};
use crate::people::UserState;
use crate::store::Store;
use engine::{AgentId, ListId};
use std::collections::BTreeSet;

/// An agent, and what speaks against giving her contacts of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub agent: AgentId,
    pub login: Option<String>,
    pub name: String,
    pub has_left: bool,
    /// Works for a campaign of the list; true of everybody while nobody does.
    pub works_here: bool,
}

impl Store {
    /// All agents, as owners of contacts of a list.
    pub fn candidates(&self, list: ListId) -> Result<Vec<Candidate>> {
        let now = self.clock().now();
        let campaigns = self.campaigns()?;
        let is_open = |link: &ListLink| {
            let mut all = campaigns.iter();
            all.any(|it| it.id == link.campaign && it.state != CampaignState::Closed)
        };
        let links = self.links(list)?.into_iter().filter(is_open);
        let here: BTreeSet<_> = links.map(|link| link.campaign).collect();
        let cells = self.cells()?.into_iter();
        let cells = cells.filter(|cell| here.contains(&cell.campaign) && !cell.is_over(now));
        let crew: BTreeSet<AgentId> = cells.map(|cell| cell.agent).collect();
        let users = self.users()?;
        let candidate = |(agent, name): (AgentId, String)| {
            let user = users.iter().find(|user| user.agent == Some(agent));
            Candidate {
                agent,
                login: user.map(|user| user.login.clone()),
                name,
                has_left: user.is_some_and(|user| user.state == UserState::Off),
                works_here: crew.is_empty() || crew.contains(&agent),
            }
        };
        Ok(self.agents()?.into_iter().map(candidate).collect())
    }
}
