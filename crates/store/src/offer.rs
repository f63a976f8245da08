//! The next contact for an agent: index seeks in the engine's order, then a claim by the
//! door, all in one transaction. Nothing is scanned.

use crate::apart::Apart;
use crate::campaign::quota;
use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::record::{self, Entry, RecordError, Recorded};
use crate::rules::RulesCache;
use crate::sql::{house, offer as sql};
use engine::catalogue::Band;
use engine::offer::{Link, Look, looks};
use engine::{
    Actor, Agent, AgentCommand, AgentId, CampaignId, Command, ContactId, Facts, ListId, Shelf, Zone,
};
use jiff::Timestamp;
use std::collections::HashMap;

/// An agent asks for the next contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    pub agent: AgentId,
    /// Only look: nothing is claimed.
    pub peek: bool,
}

/// What was found.
#[derive(Debug)]
pub enum Offered {
    /// In the agent's hands.
    Contact {
        list: ListId,
        campaign: CampaignId,
        recorded: Box<Recorded>,
    },
    /// What would be offered.
    Peek { list: ListId, contact: ContactId },
    /// Nothing that may be offered now.
    Nothing,
    /// The agent is not ready, or has a contact in hand.
    NotReady(String),
}

/// Offers that turned out stale in a row before the agent is told to come back.
const STALE_MOST: usize = 50;

/// A contact that could be offered, with its place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Candidate {
    link: usize,
    contact: i64,
    priority: i64,
    offer_at: i64,
    due_at: i64,
}

pub(crate) fn offer(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    offer: &Offer,
    apart: &Apart,
    now: Timestamp,
) -> Result<Offered> {
    let wants = match agent_ready(conn, offer, now)? {
        Ok(wants) => wants,
        Err(reason) => return Ok(Offered::NotReady(reason)),
    };
    if !offer.peek && crate::inbound::waits_for(conn, offer.agent, apart)? {
        return Ok(Offered::Nothing);
    }
    let (mut links, callbacks_jump) = links_of(conn, rules, offer.agent, now)?;
    hold_back(conn, &mut links, now)?;
    if let Some(contact) = wants
        && let Some(offered) = offer_wanted(conn, rules, &links, offer, contact, now)?
    {
        return Ok(offered);
    }
    let plan = looks(&links, offer.agent, callbacks_jump);
    let mut pools = HashMap::new();
    for _ in 0..STALE_MOST {
        let found = find(conn, &links, &plan, offer.agent, now, &mut pools)?;
        let Some((link, contact)) =
            found.and_then(|candidate| Some((links.get(candidate.link)?, candidate.contact)))
        else {
            return Ok(Offered::Nothing);
        };
        if let Some(offered) = hand_over(conn, rules, link, offer, contact, now)? {
            return Ok(offered);
        }
    }
    Ok(Offered::Nothing)
}

/// The contact the agent asked for goes before all others, once: if it cannot be had now,
/// the next one in the order is offered.
fn offer_wanted(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    links: &[Link],
    offer: &Offer,
    contact: ContactId,
    now: Timestamp,
) -> Result<Option<Offered>> {
    if !offer.peek {
        let done = AgentCommand::Want { contact: None };
        if let Err(reason) = crate::house::agent_command(conn, offer.agent, &done, now)? {
            return Ok(Some(Offered::NotReady(reason)));
        }
    }
    for link in links {
        let args = [link.list.0.into(), contact.0.into()];
        let rows = conn.rows(&sql::WANTED, &args)?;
        let Some(row) = rows.first() else {
            continue;
        };
        if !link.callbacks_only || row.text(1)? == "callback" {
            return hand_over(conn, rules, link, offer, contact.0, now);
        }
    }
    Ok(None)
}

/// Gives the agent the contact, or only names it; nothing if the offer was stale.
fn hand_over(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    link: &Link,
    offer: &Offer,
    contact: i64,
    now: Timestamp,
) -> Result<Option<Offered>> {
    if offer.peek {
        return Ok(Some(Offered::Peek {
            list: link.list,
            contact: ContactId(contact),
        }));
    }
    let Some(recorded) = claim(conn, rules, offer.agent, link, contact, now)? else {
        return Ok(None);
    };
    conn.exec(&house::OFFERED, &[link.id.into()])?;
    Ok(Some(Offered::Contact {
        list: link.list,
        campaign: link.campaign,
        recorded: Box::new(recorded),
    }))
}

/// Whether the agent may be offered a contact, and which one is wanted. A break that was
/// asked for while a contact was in hand begins here.
fn agent_ready(
    conn: &mut dyn Conn,
    offer: &Offer,
    now: Timestamp,
) -> Result<std::result::Result<Option<ContactId>, String>> {
    let agent = offer.agent;
    let rows = conn.rows(&house::AGENT, &[agent.0.into()])?;
    let Some(row) = rows.first() else {
        return Ok(Err(format!("there is no agent {}", agent.0)));
    };
    if let Some(contact) = row.maybe_int(5)? {
        return Ok(Err(format!(
            "contact {contact} is in hand: give it a disposition first"
        )));
    }
    let state: Agent = serde_json::from_str(row.text(3)?).map_err(|error| StoreError::Corrupt {
        table: "agent".into(),
        column: "body".into(),
        row: agent.0.to_string(),
        problem: error.to_string(),
    })?;
    let not_ready = || "not ready: log in and choose ready".to_owned();
    if state.is_leaving() && !offer.peek {
        let begun = crate::house::agent_command(conn, agent, &AgentCommand::LetGo, now)?;
        return Ok(Err(begun.err().unwrap_or_else(not_ready)));
    }
    if state.is_ready() && !state.is_leaving() {
        Ok(Ok(state.wants))
    } else {
        Ok(Err(not_ready()))
    }
}

/// The links an agent works at this moment, and whether callbacks go before everything.
pub(crate) fn links_of(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    agent: AgentId,
    now: Timestamp,
) -> Result<(Vec<Link>, bool)> {
    let at = now.as_microsecond();
    let args = [agent.0.into(), at.into(), at.into(), at.into()];
    let rows = conn.rows(&house::LINKS_OF_AGENT, &args)?;
    let today = Zone::UTC.local(now).date();
    let mut callbacks_jump = true;
    let mut links = Vec::new();
    for row in &rows {
        let rules = rules.load(conn, row.int(8)?)?;
        // Leave to dial would be refused, and each offer only put a contact back.
        if row.maybe_int(10)?.is_none() && rules.law.demands_number(today).is_some() {
            continue;
        }
        callbacks_jump &= row.int(7)? == 1;
        links.push(Link {
            id: row.int(0)?,
            campaign: CampaignId(row.int(1)?),
            list: ListId(row.int(2)?),
            campaign_priority: row.int(3)?,
            priority: row.int(4)?,
            bands: rules.bands(),
            shares: rules.shares(),
            offering: rules.catalogue.offering(),
            filtered: row.maybe_text(5)?.is_some(),
            offers: u64::try_from(row.int(6)?).unwrap_or_default(),
            callbacks_only: row.int(9)? == 1,
        });
    }
    Ok((links, callbacks_jump))
}

/// A quota that is reached leaves only callbacks to offer.
fn hold_back(conn: &mut dyn Conn, links: &mut [Link], now: Timestamp) -> Result<()> {
    let campaigns: Vec<CampaignId> = links.iter().map(|link| link.campaign).collect();
    let reached = quota::reached(conn, &campaigns, now)?;
    for link in links {
        if reached
            .iter()
            .any(|quota| quota.holds(link.campaign, link.list))
        {
            link.bands.clear();
            link.shares.clear();
        }
    }
    Ok(())
}

fn find(
    conn: &mut dyn Conn,
    links: &[Link],
    plan: &[Look],
    agent: AgentId,
    now: Timestamp,
    pools: &mut HashMap<i64, Vec<i64>>,
) -> Result<Option<Candidate>> {
    for look in plan {
        let mut best: Option<Candidate> = None;
        for index in &look.links {
            let Some(link) = links.get(*index) else {
                continue;
            };
            let found = match look.shelf {
                Shelf::Band(band) => first_of(conn, link, *index, band, agent, now, pools)?,
                Shelf::Ordered => first_ordered(conn, link, *index, agent)?,
            };
            best = earlier(best, found);
            if best.is_some() && !look.across {
                break;
            }
        }
        if best.is_some() {
            return Ok(best);
        }
    }
    Ok(None)
}

/// The first in the client's own order that is for this agent, or for everybody. Whatever stands
/// there is due.
fn first_ordered(
    conn: &mut dyn Conn,
    link: &Link,
    index: usize,
    agent: AgentId,
) -> Result<Option<Candidate>> {
    let (statement, of) = match link.filtered {
        true => (&sql::FIRST_ORDERED_MEMBER, link.id),
        false => (&sql::FIRST_ORDERED, link.list.0),
    };
    for holder in [agent.0, 0] {
        let rows = conn.rows(statement, &[of.into(), holder.into()])?;
        if let Some(row) = rows.first() {
            return candidate(index, row).map(Some);
        }
    }
    Ok(None)
}

fn earlier(a: Option<Candidate>, b: Option<Candidate>) -> Option<Candidate> {
    let rank = |candidate: &Candidate| {
        (
            candidate.priority,
            candidate.offer_at,
            candidate.due_at,
            candidate.contact,
        )
    };
    a.into_iter().chain(b).min_by_key(rank)
}

/// The first contact of one link and band that is due: among the touched ones, those held
/// for this agent, and the untouched ones of each import.
fn first_of(
    conn: &mut dyn Conn,
    link: &Link,
    index: usize,
    band: Band,
    agent: AgentId,
    now: Timestamp,
    pools: &mut HashMap<i64, Vec<i64>>,
) -> Result<Option<Candidate>> {
    let mut best = seek(conn, link, index, (0, 0), band, now)?;
    if band.is_callback() || link.offering.keeps_for_owner() {
        best = earlier(best, seek(conn, link, index, (0, agent.0), band, now)?);
    }
    if band == Band::System {
        for pool in pools_of(conn, link.list.0, pools)? {
            let found = seek(conn, link, index, (pool, 0), band, now)?;
            if found.is_none() {
                drain(conn, link.list.0, pool, pools)?;
            }
            best = earlier(best, found);
        }
    }
    Ok(best)
}

pub(crate) fn pools_of(
    conn: &mut dyn Conn,
    list: i64,
    pools: &mut HashMap<i64, Vec<i64>>,
) -> Result<Vec<i64>> {
    if let Some(known) = pools.get(&list) {
        return Ok(known.clone());
    }
    let rows = conn.rows(&sql::POOLS, &[list.into()])?;
    let found: Vec<i64> = rows.iter().map(|row| row.int(0)).collect::<Result<_>>()?;
    pools.insert(list, found.clone());
    Ok(found)
}

/// An import whose last untouched contact is gone is not looked at again.
fn drain(
    conn: &mut dyn Conn,
    list: i64,
    pool: i64,
    pools: &mut HashMap<i64, Vec<i64>>,
) -> Result<()> {
    if conn
        .rows(&sql::POOL_EMPTY, &[list.into(), pool.into()])?
        .is_empty()
    {
        conn.exec(&sql::DRAIN, &[pool.into()])?;
        if let Some(known) = pools.get_mut(&list) {
            known.retain(|known| *known != pool);
        }
    }
    Ok(())
}

/// Steps from priority to priority: within one, the first is the earliest, so if it is not
/// due none of that priority is.
fn seek(
    conn: &mut dyn Conn,
    link: &Link,
    index: usize,
    pool: (i64, i64),
    band: Band,
    now: Timestamp,
) -> Result<Option<Candidate>> {
    let (statement, of) = if link.filtered {
        (&sql::FIRST_MEMBER, link.id)
    } else {
        (&sql::FIRST, link.list.0)
    };
    let mut from = 0;
    loop {
        let args = [
            of.into(),
            pool.0.into(),
            pool.1.into(),
            Value::Int(band as i64),
            Value::Int(from),
        ];
        let rows = conn.rows(statement, &args)?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        let candidate = candidate(index, row)?;
        if instant(candidate.offer_at) <= now {
            return Ok(Some(candidate));
        }
        from = candidate.priority.saturating_add(1);
    }
}

fn candidate(link: usize, row: &Row) -> Result<Candidate> {
    Ok(Candidate {
        link,
        contact: row.int(0)?,
        priority: row.int(1)?,
        offer_at: row.int(2)?,
        due_at: row.maybe_int(3)?.unwrap_or_default(),
    })
}

/// Claims through the door. A stale offer was put back with its new instant, and is not it.
fn claim(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    agent: AgentId,
    link: &Link,
    contact: i64,
    now: Timestamp,
) -> Result<Option<Recorded>> {
    let command = Command::Claim {
        agent,
        campaign: Some(link.campaign),
        facts: Facts::default(),
    };
    let entry = Entry::command(link.list, ContactId(contact), Actor::Agent(agent), command);
    let answer = record::record(conn, rules, vec![entry], now)?.pop();
    match answer {
        Some(Ok(recorded)) if recorded.contact.hand.is_some() => Ok(Some(recorded)),
        Some(Err(RecordError::Store(error))) => Err(error),
        Some(Ok(_) | Err(_)) | None => Ok(None),
    }
}
