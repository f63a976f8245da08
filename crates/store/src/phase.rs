//! What agents do, from when to when: kept with the events it follows from.

use crate::clock::instant;
use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::sql::phase as sql;
use crate::store::Store;
use engine::{
    Agent, AgentId, AgentPhase, CampaignId, Contact, ContactId, Handling, ListId, Presence, Zone,
};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What an agent turns to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Turn {
    at: Timestamp,
    phase: AgentPhase,
    detail: Option<String>,
    campaign: Option<CampaignId>,
    contact: Option<(ListId, ContactId)>,
}

/// What agents turn to within one commit: the last word counts.
pub(crate) type Turns = BTreeMap<AgentId, Turn>;

impl Turn {
    /// With empty hands, presence says it.
    pub fn by_presence(agent: &Agent, at: Timestamp) -> Self {
        let detail = match &agent.presence {
            Presence::Break { kind } => Some(kind.clone()),
            Presence::Out | Presence::Ready => None,
        };
        Self {
            at,
            phase: agent.phase(None),
            detail,
            campaign: None,
            contact: None,
        }
    }

    pub fn in_hand(contact: &Contact, hand: &Handling, at: Timestamp) -> Self {
        Self {
            at,
            phase: hand.phase().into(),
            detail: None,
            campaign: hand.campaign,
            contact: Some((contact.list, contact.id)),
        }
    }
}

pub(crate) fn turn(conn: &mut dyn Conn, turns: &Turns) -> Result<()> {
    if turns.is_empty() {
        return Ok(());
    }
    let ended: Vec<Vec<Value>> = turns
        .iter()
        .map(|(agent, turn)| vec![agent.0.into(), turn.at.as_microsecond().into()])
        .collect();
    conn.many(&sql::END, &ended)?;
    let begun: Vec<Vec<Value>> = turns
        .iter()
        .filter(|(_, turn)| turn.phase != AgentPhase::Out)
        .map(|(agent, turn)| begun(*agent, turn))
        .collect();
    if begun.is_empty() {
        return Ok(());
    }
    conn.many(&sql::BEGIN, &begun).map(|_| ())
}

fn begun(agent: AgentId, turn: &Turn) -> Vec<Value> {
    vec![
        agent.0.into(),
        turn.at.as_microsecond().into(),
        turn.phase.word().into(),
        turn.detail.as_deref().into(),
        turn.campaign.map(|campaign| campaign.0).into(),
        turn.contact.map(|(list, _)| list.0).into(),
        turn.contact.map(|(_, contact)| contact.0).into(),
    ]
}

/// How an agent spent one civil day, in seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionDay {
    pub agent: AgentId,
    pub day: Date,
    /// All of it, breaks included.
    pub logged_in: i64,
    /// By type of break.
    pub breaks: BTreeMap<String, i64>,
    /// Ready, and waiting for a contact.
    pub waiting: i64,
    /// With a contact in hand, before the dial.
    pub preview: i64,
    pub dialling: i64,
    pub talking: i64,
    pub wrap_up: i64,
}

impl SessionDay {
    fn new(agent: AgentId, day: Date) -> Self {
        Self {
            agent,
            day,
            logged_in: 0,
            breaks: BTreeMap::new(),
            waiting: 0,
            preview: 0,
            dialling: 0,
            talking: 0,
            wrap_up: 0,
        }
    }

    fn add(&mut self, phase: &str, detail: Option<&str>, micros: i64) {
        self.logged_in = self.logged_in.saturating_add(micros);
        let part = match phase {
            "ready" => &mut self.waiting,
            "reserved" => &mut self.preview,
            "dialling" => &mut self.dialling,
            "talking" => &mut self.talking,
            "wrap_up" => &mut self.wrap_up,
            _ => self
                .breaks
                .entry(detail.unwrap_or_default().to_owned())
                .or_default(),
        };
        *part = part.saturating_add(micros);
    }

    fn in_seconds(mut self) -> Self {
        for part in [
            &mut self.logged_in,
            &mut self.waiting,
            &mut self.preview,
            &mut self.dialling,
            &mut self.talking,
            &mut self.wrap_up,
        ] {
            *part /= MICROS;
        }
        self.breaks.values_mut().for_each(|part| *part /= MICROS);
        self
    }
}

/// What an agent did, from when to when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseLine {
    pub since: Timestamp,
    /// Nothing while it goes on.
    pub until: Option<Timestamp>,
    /// `break`, `ready`, `reserved`, `dialling`, `talking` or `wrap_up`.
    pub phase: String,
    /// The type of break.
    pub detail: Option<String>,
    pub contact: Option<(ListId, ContactId)>,
}

const MICROS: i64 = 1_000_000;

impl Store {
    /// What an agent did between two instants, one thing after the other; what began before or
    /// ends behind is told from its beginning to its end.
    pub fn phases_of(
        &self,
        agent: AgentId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<PhaseLine>> {
        let (from, to) = (from.as_microsecond(), to.as_microsecond());
        let args = [agent.0.into(), to.into(), from.into()];
        self.read(|conn| {
            let rows = conn.rows(&sql::OF_AGENT, &args)?;
            rows.iter()
                .map(|row| {
                    let list = row.maybe_int(4)?.map(ListId);
                    let contact = row.maybe_int(5)?.map(ContactId);
                    Ok(PhaseLine {
                        since: instant(row.int(0)?),
                        until: row.maybe_int(1)?.map(instant),
                        phase: row.text(2)?.to_owned(),
                        detail: row.maybe_text(3)?.map(str::to_owned),
                        contact: list.zip(contact),
                    })
                })
                .collect()
        })
    }

    /// How agents spent a period, by agent and civil day of the zone. What is still going on
    /// counts up to now.
    pub fn session_times(
        &self,
        from: Timestamp,
        to: Timestamp,
        zone: &Zone,
    ) -> Result<Vec<SessionDay>> {
        let until = to.min(self.clock().now());
        let args = [
            from.as_microsecond().into(),
            until.as_microsecond().into(),
            until.as_microsecond().into(),
        ];
        let mut days: BTreeMap<(AgentId, Date), SessionDay> = BTreeMap::new();
        self.read(|conn| {
            conn.each(&sql::BETWEEN, &args, &mut |row| {
                let agent = AgentId(row.int(0)?);
                let begin = instant(row.int(1)?).max(from);
                let end = row.maybe_int(2)?.map_or(until, instant).min(until);
                let (phase, detail) = (row.text(3)?, row.maybe_text(4)?);
                for (day, micros) in by_day(begin, end, zone) {
                    days.entry((agent, day))
                        .or_insert_with(|| SessionDay::new(agent, day))
                        .add(phase, detail, micros);
                }
                Ok(())
            })
        })?;
        Ok(days.into_values().map(SessionDay::in_seconds).collect())
    }
}

/// The civil days of a period, with the microseconds that fall on each.
fn by_day(mut begin: Timestamp, end: Timestamp, zone: &Zone) -> Vec<(Date, i64)> {
    let mut days = Vec::new();
    while begin < end {
        let day = zone.local(begin).date();
        let next = day
            .tomorrow()
            .map_or(end, |tomorrow| zone.start_of(tomorrow));
        let stop = if next > begin { next.min(end) } else { end };
        let micros = stop.as_microsecond().saturating_sub(begin.as_microsecond());
        days.push((day, micros));
        begin = stop;
    }
    days
}
