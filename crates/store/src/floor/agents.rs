//! What each agent does at this moment.

use super::Pace;
use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::house::agent_from_body;
use crate::sql::floor as sql;
use engine::{Agent, AgentId, AgentPhase, CampaignId, ContactId, ListId, Presence};
use jiff::Timestamp;

#[derive(Debug, Clone, PartialEq)]
pub struct FloorAgent {
    pub id: AgentId,
    pub name: String,
    pub phase: AgentPhase,
    pub since: Timestamp,
    /// The type of break.
    pub detail: Option<String>,
    /// Of the contact in hand, as the next three.
    pub campaign: Option<CampaignId>,
    pub contact: Option<(ListId, ContactId)>,
    pub key: Option<String>,
    /// When the desk was last heard of, to within two minutes.
    pub seen: Option<Timestamp>,
    /// What waits for the contact in hand, and the rest of the agent's own state.
    pub state: Agent,
    pub today: Pace,
    pub talked_seconds: i64,
}

impl FloorAgent {
    pub(super) fn add(&mut self, figures: Option<&(Pace, i64)>) {
        if let Some((pace, talked)) = figures {
            self.today = *pace;
            self.talked_seconds = *talked;
        }
    }

    pub fn is_in(&self) -> bool {
        self.phase != AgentPhase::Out
    }

    /// When anything was last heard: of the desk, or what the agent turned to. Nothing of a
    /// desk that never gives signs of life.
    pub fn heard(&self) -> Option<Timestamp> {
        self.seen.map(|seen| seen.max(self.since))
    }
}

pub(super) fn read(conn: &mut dyn Conn) -> Result<Vec<FloorAgent>> {
    conn.rows(&sql::AGENTS, &[])?.iter().map(agent).collect()
}

fn agent(row: &Row) -> Result<FloorAgent> {
    let id = AgentId(row.int(0)?);
    let state = agent_from_body(row.text(4)?, id)?;
    let detail = match &state.presence {
        Presence::Break { kind } => Some(kind.clone()),
        Presence::Out | Presence::Ready => None,
    };
    let phase = match row.maybe_text(6)? {
        Some("reserved") => AgentPhase::Reserved,
        Some("dialling") => AgentPhase::Dialling,
        Some("talking") => AgentPhase::Talking,
        Some("wrap_up") => AgentPhase::WrapUp,
        // With empty hands presence says it, also for those who came before phases were kept.
        _ => state.phase(None),
    };
    let list = row.maybe_int(9)?.map(ListId);
    let contact = row.maybe_int(10)?.map(ContactId);
    Ok(FloorAgent {
        id,
        name: row.text(1)?.to_owned(),
        phase,
        since: row.maybe_int(5)?.map_or(state.since, instant),
        detail: detail.filter(|_| phase == AgentPhase::Break),
        campaign: row.maybe_int(8)?.map(CampaignId),
        contact: list.zip(contact),
        key: row.maybe_text(11)?.map(str::to_owned),
        seen: row.maybe_int(3)?.map(instant),
        state,
        today: Pace::default(),
        talked_seconds: 0,
    })
}
