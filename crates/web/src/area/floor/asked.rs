//! The address of the floor: how agents are sorted and which of them are shown.

use crate::page::query_value;
use engine::{AgentPhase, CampaignId};
use serde::Deserialize;
use std::cmp::Reverse;
use store::{Cell, FloorAgent};

/// All of it may be missing, or nonsense.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub sort: String,
    pub down: String,
    pub campaign: String,
    pub phase: String,
    /// Full screen.
    pub wide: String,
}

/// The columns agents can be sorted by, with their headings.
pub const COLUMNS: [(&str, &str); 9] = [
    ("name", "attempt-agent"),
    ("phase", "floor-phase"),
    ("since", "floor-since"),
    ("campaign", "dimension-campaign"),
    ("attempts", "results-attempts"),
    ("live", "results-live"),
    ("positive", "results-positive"),
    ("talked", "results-talked"),
    ("seen", "floor-seen"),
];

/// The order of phases on the screen: who talks first.
pub const PHASES: [AgentPhase; 6] = [
    AgentPhase::Talking,
    AgentPhase::Dialling,
    AgentPhase::WrapUp,
    AgentPhase::Reserved,
    AgentPhase::Ready,
    AgentPhase::Break,
];

pub fn phase_key(phase: AgentPhase) -> &'static str {
    match phase {
        AgentPhase::Out => "phase-out",
        AgentPhase::Break => "phase-break",
        AgentPhase::Ready => "phase-ready",
        AgentPhase::Reserved => "phase-reserved",
        AgentPhase::Dialling => "phase-dialling",
        AgentPhase::Talking => "phase-talking",
        AgentPhase::WrapUp => "phase-wrap-up",
    }
}

impl Asked {
    pub fn is_wide(&self) -> bool {
        self.wide == "1"
    }

    fn is_down(&self) -> bool {
        self.down == "1"
    }

    /// The query of this address.
    pub fn query(&self) -> String {
        format!(
            "sort={}&down={}&campaign={}&phase={}&wide={}",
            query_value(&self.sort),
            query_value(&self.down),
            query_value(&self.campaign),
            query_value(&self.phase),
            query_value(&self.wide)
        )
    }

    /// The same, full screen or not any more.
    pub fn other_width(&self) -> String {
        let wide = if self.is_wide() { "" } else { "1" };
        let other = Self {
            wide: wide.to_owned(),
            ..self.clone()
        };
        format!("/floor?{}", other.query())
    }

    /// Where the head of a column leads, and how it is sorted by that now.
    pub fn head(&self, column: &str) -> (String, &'static str) {
        let is_it = self.sort == column || (self.sort.is_empty() && column == "name");
        let down = is_it && !self.is_down();
        let other = Self {
            sort: column.to_owned(),
            down: if down { "1" } else { "" }.to_owned(),
            ..self.clone()
        };
        let sorted = match (is_it, self.is_down()) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        (format!("/floor?{}", other.query()), sorted)
    }

    /// The agents that are wanted, in the wanted order. Without a phase: those at work.
    pub fn choose<'a>(&self, agents: &'a [FloorAgent], cells: &[Cell]) -> Vec<&'a FloorAgent> {
        let campaign = self.campaign.parse().ok().map(CampaignId);
        let mut chosen: Vec<&FloorAgent> = agents
            .iter()
            .filter(|agent| match self.phase.as_str() {
                "" => agent.is_in(),
                "all" => true,
                phase => agent.phase.word() == phase,
            })
            .filter(|agent| campaign.is_none_or(|campaign| works_for(agent, campaign, cells)))
            .collect();
        match self.sort.as_str() {
            "phase" => chosen.sort_by_key(|agent| place(agent.phase)),
            "since" => chosen.sort_by_key(|agent| agent.since),
            "campaign" => chosen.sort_by_key(|agent| (agent.campaign.is_none(), agent.campaign)),
            "attempts" => chosen.sort_by_key(|agent| agent.today.attempts),
            "live" => chosen.sort_by_key(|agent| agent.today.live),
            "positive" => chosen.sort_by_key(|agent| agent.today.positive),
            "talked" => chosen.sort_by_key(|agent| agent.talked_seconds),
            "seen" => chosen.sort_by_key(|agent| Reverse(agent.seen)),
            _ => chosen.sort_by_key(|agent| agent.name.to_lowercase()),
        }
        if self.is_down() {
            chosen.reverse();
        }
        chosen
    }
}

fn place(phase: AgentPhase) -> usize {
    PHASES
        .iter()
        .position(|known| *known == phase)
        .unwrap_or(PHASES.len())
}

/// A contact of the campaign in hand, or empty hands and a place in it.
fn works_for(agent: &FloorAgent, campaign: CampaignId, cells: &[Cell]) -> bool {
    match agent.campaign {
        Some(hand) => hand == campaign,
        None => cells
            .iter()
            .any(|cell| cell.agent == agent.id && cell.campaign == campaign),
    }
}
