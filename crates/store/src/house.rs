//! Lists, campaigns, their links, and agents.

use crate::advertiser::AdvertiserId;
use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::import::digits;
use crate::phase::{self, Turn, Turns};
use crate::record::row::{Line, json};
use crate::rules::{self, NewRules};
use crate::sql::house as sql;
use engine::{Agent, AgentCommand, AgentId, CampaignId, Contact, ContactId, ListId, Number};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A call list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    pub id: ListId,
    pub name: String,
    pub country: String,
    pub rules: i64,
    pub fields: Vec<Field>,
}

/// One field of a list's contacts, and what may stand in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub name: String,
    /// What it is called outside, such as the column it came from.
    pub external: String,
    /// A type of `lists` by its code, such as `date`; nothing where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Most characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// What may be chosen, where it is a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    pub id: CampaignId,
    pub name: String,
    pub state: CampaignState,
    pub priority: i64,
    pub callbacks_jump: bool,
    /// On whose behalf it calls, if that was said: see [`Store::set_advertiser`].
    pub advertiser: Option<AdvertiserId>,
    /// The number its calls show; the law may demand one.
    pub caller_id: Option<Number>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CampaignState {
    Running,
    Paused,
    Closed,
}

impl CampaignState {
    pub const ALL: [Self; 3] = [Self::Running, Self::Paused, Self::Closed];

    pub fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Closed => "closed",
        }
    }

    fn of(word: &str) -> Self {
        match word {
            "running" => Self::Running,
            "paused" => Self::Paused,
            _ => Self::Closed,
        }
    }
}

/// A list as it is asked for.
#[derive(Debug, Clone)]
pub struct NewList {
    pub name: String,
    pub country: String,
    pub rules: NewRules,
    pub fields: Vec<Field>,
}

/// An agent with presence, and the contact in hand.
#[derive(Debug, Clone, PartialEq)]
pub struct AgentRow {
    pub id: AgentId,
    pub name: String,
    pub seq: i64,
    pub agent: Agent,
    pub hand: Option<Contact>,
    /// When the desk was last heard of, to within two minutes.
    pub seen: Option<Timestamp>,
}

/// A list in a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLink {
    pub id: i64,
    pub campaign: CampaignId,
    pub list: ListId,
    /// Lower goes first.
    pub priority: i64,
    pub active: bool,
    /// Only members are offered: the text of the filter that chose them.
    pub filter: Option<String>,
}

/// CallPro's default for campaigns and links; lower goes first.
pub const USUAL_PRIORITY: i64 = 500;

pub(crate) fn add_list(conn: &mut dyn Conn, new: &NewList, at: Timestamp) -> Result<ListId> {
    let rules = rules::add(conn, &new.rules)?;
    add_list_under(conn, rules, (&new.name, &new.country), &new.fields, at)
}

/// An empty list under rules that are there.
pub(crate) fn add_list_under(
    conn: &mut dyn Conn,
    rules: i64,
    (name, country): (&str, &str),
    fields: &[Field],
    at: Timestamp,
) -> Result<ListId> {
    let next = conn
        .rows(&sql::NEXT_ID, &[])?
        .first()
        .map(|row| row.maybe_int(0))
        .transpose()?
        .flatten();
    let rows = conn.rows(
        &sql::ADD_LIST,
        &[
            name.into(),
            country.into(),
            rules.into(),
            json("list.add", &fields)?.into(),
            next.unwrap_or(1).into(),
            at.as_microsecond().into(),
        ],
    )?;
    id_of(&rows, "list.add").map(ListId)
}

pub(crate) fn add_list_with_campaign(
    conn: &mut dyn Conn,
    new: &NewList,
    at: Timestamp,
) -> Result<ListId> {
    let there = campaigns(conn)?
        .into_iter()
        .find(|campaign| campaign.name == new.name);
    let campaign = match there {
        Some(campaign) => campaign.id,
        None => add_campaign(conn, &new.name, CampaignState::Running, at)?,
    };
    let list = add_list(conn, new, at)?;
    add_link(conn, campaign, list, USUAL_PRIORITY)?;
    Ok(list)
}

pub(crate) fn list_by_name(conn: &mut dyn Conn, name: &str) -> Result<Option<List>> {
    conn.rows(&sql::LIST_BY_NAME, &[name.into()])?
        .first()
        .map(list)
        .transpose()
}

pub(crate) fn list_by_id(conn: &mut dyn Conn, id: ListId) -> Result<Option<List>> {
    conn.rows(&sql::LIST_BY_ID, &[id.0.into()])?
        .first()
        .map(list)
        .transpose()
}

pub(crate) fn lists(conn: &mut dyn Conn) -> Result<Vec<List>> {
    conn.rows(&sql::LISTS, &[])?.iter().map(list).collect()
}

fn list(row: &Row) -> Result<List> {
    let fields = serde_json::from_str(row.text(4)?).map_err(|error| StoreError::Corrupt {
        table: "list".into(),
        column: "fields".into(),
        row: row.int(0).unwrap_or_default().to_string(),
        problem: error.to_string(),
    })?;
    Ok(List {
        id: ListId(row.int(0)?),
        name: row.text(1)?.to_owned(),
        country: row.text(2)?.to_owned(),
        rules: row.int(3)?,
        fields,
    })
}

pub(crate) fn set_rules(conn: &mut dyn Conn, list: ListId, new: &NewRules) -> Result<i64> {
    let rules = rules::add(conn, new)?;
    conn.exec(&sql::SET_RULES, &[rules.into(), list.0.into()])?;
    Ok(rules)
}

pub(crate) fn set_fields(conn: &mut dyn Conn, list: ListId, fields: &[Field]) -> Result<()> {
    conn.exec(
        &sql::SET_FIELDS,
        &[json("list.set_fields", &fields)?.into(), list.0.into()],
    )
    .map(|_| ())
}

pub(crate) fn add_campaign(
    conn: &mut dyn Conn,
    name: &str,
    state: CampaignState,
    at: Timestamp,
) -> Result<CampaignId> {
    let args = [
        name.into(),
        state.word().into(),
        USUAL_PRIORITY.into(),
        true.into(),
        at.as_microsecond().into(),
    ];
    id_of(&conn.rows(&sql::ADD_CAMPAIGN, &args)?, "campaign.add").map(CampaignId)
}

pub(crate) fn campaigns(conn: &mut dyn Conn) -> Result<Vec<Campaign>> {
    conn.rows(&sql::CAMPAIGNS, &[])?
        .iter()
        .map(|row| {
            Ok(Campaign {
                id: CampaignId(row.int(0)?),
                name: row.text(1)?.to_owned(),
                state: CampaignState::of(row.text(2)?),
                priority: row.int(3)?,
                callbacks_jump: row.int(4)? == 1,
                advertiser: row.maybe_int(5)?.map(AdvertiserId),
                caller_id: caller_id(row.maybe_int(6)?),
            })
        })
        .collect()
}

pub(crate) fn set_caller_id(
    conn: &mut dyn Conn,
    campaign: CampaignId,
    shown: Option<Number>,
) -> Result<u64> {
    let shown = shown.map(digits).unwrap_or(Value::Null);
    conn.exec(&sql::SET_CALLER_ID, &[shown, campaign.0.into()])
}

/// One of the numbers that Ofcom keeps for stories.
const NOBODYS_NUMBER: i64 = 442_079_460_000;

pub(crate) fn show_nobodys_number(conn: &mut dyn Conn, campaign: CampaignId) -> Result<u64> {
    set_caller_id(conn, campaign, caller_id(Some(NOBODYS_NUMBER)))
}

/// As it is kept.
pub(crate) fn caller_id(kept: Option<i64>) -> Option<Number> {
    Number::new(kept?.unsigned_abs()).ok()
}

pub(crate) fn set_campaign(conn: &mut dyn Conn, campaign: &Campaign) -> Result<()> {
    let args = [
        campaign.state.word().into(),
        campaign.priority.into(),
        campaign.callbacks_jump.into(),
        campaign.caller_id.map(digits).unwrap_or(Value::Null),
        campaign.id.0.into(),
    ];
    conn.exec(&sql::SET_CAMPAIGN, &args).map(|_| ())
}

pub(crate) fn add_link(
    conn: &mut dyn Conn,
    campaign: CampaignId,
    list: ListId,
    priority: i64,
) -> Result<i64> {
    let args = [
        campaign.0.into(),
        list.0.into(),
        priority.into(),
        true.into(),
        Value::Null,
    ];
    id_of(&conn.rows(&sql::ADD_LINK, &args)?, "link.add")
}

pub(crate) fn links(conn: &mut dyn Conn, list: ListId) -> Result<Vec<ListLink>> {
    conn.rows(&sql::LIST_LINKS, &[list.0.into()])?
        .iter()
        .map(|row| {
            Ok(ListLink {
                id: row.int(0)?,
                campaign: CampaignId(row.int(1)?),
                list,
                priority: row.int(2)?,
                active: row.int(3)? == 1,
                filter: row.maybe_text(4)?.map(str::to_owned),
            })
        })
        .collect()
}

/// The links of all lists.
pub(crate) fn all_links(conn: &mut dyn Conn) -> Result<Vec<ListLink>> {
    conn.rows(&crate::sql::floor::LINKS, &[])?
        .iter()
        .map(|row| {
            Ok(ListLink {
                id: row.int(0)?,
                campaign: CampaignId(row.int(1)?),
                list: ListId(row.int(2)?),
                priority: row.int(3)?,
                active: row.int(4)? == 1,
                filter: row.maybe_text(5)?.map(str::to_owned),
            })
        })
        .collect()
}

pub(crate) fn set_link(conn: &mut dyn Conn, link: i64, priority: i64, active: bool) -> Result<()> {
    let args = [priority.into(), active.into(), link.into()];
    match conn.exec(&sql::SET_LINK, &args)? {
        1 => Ok(()),
        _ => Err(StoreError::other(
            "link.set",
            format!("there is no link {link}"),
        )),
    }
}

pub(crate) fn add_agent(conn: &mut dyn Conn, name: &str, at: Timestamp) -> Result<AgentId> {
    let body = json("agent.add", &Agent::new(at))?;
    id_of(
        &conn.rows(&sql::ADD_AGENT, &[name.into(), body.into()])?,
        "agent.add",
    )
    .map(AgentId)
}

pub(crate) fn agent_by_name(conn: &mut dyn Conn, name: &str) -> Result<Option<AgentId>> {
    conn.rows(&sql::AGENT_BY_NAME, &[name.into()])?
        .first()
        .map(|row| row.int(0).map(AgentId))
        .transpose()
}

pub(crate) fn agents(conn: &mut dyn Conn) -> Result<Vec<(AgentId, String)>> {
    conn.rows(&sql::AGENTS, &[])?
        .iter()
        .map(|row| Ok((AgentId(row.int(0)?), row.text(1)?.to_owned())))
        .collect()
}

pub(crate) fn assign(conn: &mut dyn Conn, campaign: CampaignId, agent: AgentId) -> Result<()> {
    conn.exec(&sql::ASSIGN, &[campaign.0.into(), agent.0.into()])
        .map(|_| ())
}

pub(crate) fn unassign(conn: &mut dyn Conn, campaign: CampaignId, agent: AgentId) -> Result<()> {
    conn.exec(&sql::UNASSIGN, &[campaign.0.into(), agent.0.into()])
        .map(|_| ())
}

pub(crate) fn agent(conn: &mut dyn Conn, id: AgentId) -> Result<Option<AgentRow>> {
    let rows = conn.rows(&sql::AGENT, &[id.0.into()])?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let corrupt = |error: serde_json::Error| StoreError::Corrupt {
        table: "agent".into(),
        column: "body".into(),
        row: id.0.to_string(),
        problem: error.to_string(),
    };
    Ok(Some(AgentRow {
        id,
        name: row.text(1)?.to_owned(),
        seq: row.int(2)?,
        agent: serde_json::from_str(row.text(3)?).map_err(corrupt)?,
        hand: row
            .maybe_text(6)?
            .map(serde_json::from_str)
            .transpose()
            .map_err(corrupt)?,
        seen: row.maybe_int(7)?.map(crate::clock::instant),
    }))
}

/// What an agent asked for, through the same door: decided, journalled, kept.
pub(crate) fn agent_command(
    conn: &mut dyn Conn,
    id: AgentId,
    command: &AgentCommand,
    at: Timestamp,
) -> Result<std::result::Result<Agent, String>> {
    command_by(conn, id, command, engine::Actor::Agent(id), at)
}

/// The same, asked for by the agent or by a supervisor.
pub(crate) fn command_by(
    conn: &mut dyn Conn,
    id: AgentId,
    command: &AgentCommand,
    actor: engine::Actor,
    at: Timestamp,
) -> Result<std::result::Result<Agent, String>> {
    let Some(row) = agent(conn, id)? else {
        return Ok(Err(format!("there is no agent {}", id.0)));
    };
    let hands = row
        .hand
        .as_ref()
        .and_then(|contact| contact.hand.as_ref())
        .map(engine::Handling::phase);
    let next = match row.agent.decide(command, hands, at) {
        Ok(next) => next,
        Err(refusal) => return Ok(Err(refusal.to_string())),
    };
    let args = [
        next.presence.word().into(),
        json("agent.advance", &next)?.into(),
        id.0.into(),
        row.seq.into(),
    ];
    if conn.exec(&sql::ADVANCE_AGENT, &args)? != 1 {
        return Err(StoreError::Conflict {
            statement: "agent.advance",
        });
    }
    let turns = next.presence != row.agent.presence || *command == AgentCommand::LetGo;
    if hands.is_none() && turns {
        phase::turn(conn, &Turns::from([(id, Turn::by_presence(&next, at))]))?;
    }
    journal_command(conn, id, row.seq.saturating_add(1), (command, actor), at)?;
    crate::ending::after(conn, id, (&row.agent, &next), at)?;
    Ok(Ok(next))
}

/// A break, or leaving, that waited for the contact in hand begins with the event that let go
/// of it.
pub(crate) fn let_go(conn: &mut dyn Conn, released: &[(AgentId, Timestamp)]) -> Result<()> {
    let keys: Vec<Vec<Value>> = released
        .iter()
        .map(|(agent, _)| vec![agent.0.into()])
        .collect();
    if keys.is_empty() {
        return Ok(());
    }
    let mut leaving = Vec::new();
    let mut turns = Turns::new();
    for row in conn.many_rows(&sql::BODIES, &keys)? {
        let id = AgentId(row.int(0)?);
        let there = agent_from_body(row.text(1)?, id)?;
        let at = released.iter().find(|(released, _)| *released == id);
        if there.is_leaving() {
            leaving.push(id);
        } else if let Some((_, at)) = at {
            turns.insert(id, Turn::by_presence(&there, *at));
        }
    }
    phase::turn(conn, &turns)?;
    for (id, at) in released {
        if leaving.contains(id)
            && let Err(refusal) = agent_command(conn, *id, &AgentCommand::LetGo, *at)?
        {
            return Err(StoreError::other("agent.advance", refusal));
        }
    }
    Ok(())
}

pub(crate) fn agent_from_body(body: &str, id: AgentId) -> Result<Agent> {
    serde_json::from_str(body).map_err(|error| StoreError::Corrupt {
        table: "agent".into(),
        column: "body".into(),
        row: id.0.to_string(),
        problem: error.to_string(),
    })
}

fn journal_command(
    conn: &mut dyn Conn,
    id: AgentId,
    seq: i64,
    (command, actor): (&AgentCommand, engine::Actor),
    at: Timestamp,
) -> Result<()> {
    let (at, body) = (at.as_microsecond(), json("journal.append", command)?);
    let actor = json("journal.append", &actor)?;
    let digest = agent_line(id.0, seq, at, &actor, &body).digest(0);
    let row = vec![
        0.into(),
        "agent".into(),
        id.0.into(),
        seq.into(),
        at.into(),
        at.into(),
        actor.into(),
        "agent".into(),
        body.into(),
        0.into(),
        "[]".into(),
        digest.into(),
    ];
    conn.many(&crate::sql::journal::APPEND, &[row]).map(|_| ())
}

/// What an agent's journal row says, in the form its digest covers.
pub(crate) fn agent_line<'a>(
    id: i64,
    seq: i64,
    at: i64,
    actor: &'a str,
    body: &'a str,
) -> Line<'a> {
    Line {
        list: ListId(0),
        contact: ContactId(id),
        seq,
        at,
        happened_at: at,
        actor,
        body,
        rules: 0,
        because: "[]",
    }
}

fn id_of(rows: &[Row], statement: &'static str) -> Result<i64> {
    rows.first().map_or_else(
        || Err(StoreError::other(statement, "gave no id")),
        |row| row.int(0),
    )
}
