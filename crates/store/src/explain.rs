//! Why a contact stands where it stands, and what holds it back.

use crate::campaign::quota::{self, Quota};
use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::{Result, StoreError};
use crate::record::{self, Entry};
use crate::rules::RulesCache;
use crate::sql::{campaign as sql_campaign, contact as sql, figure, journal};
use crate::store::Store;
use engine::catalogue::Pair;
use engine::{
    Actor, AgentId, Attempt, Because, CampaignId, Cause, Code, Command, Contact, ContactId, Event,
    Facts, ListId, Outcome, Rules, Slot,
};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// The answer to "why?".
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    pub list: ListId,
    pub contact: ContactId,
    pub state: String,
    pub code: String,
    pub label: String,
    pub due_at: Option<Timestamp>,
    pub next_offer_at: Option<Timestamp>,
    pub because: Vec<Reason>,
    pub blocked: Vec<Block>,
    /// The same reasons as data, for other languages.
    #[serde(skip)]
    pub decided: Vec<Because>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    pub kind: String,
    #[serde(rename = "ref")]
    pub reference: String,
    pub text: String,
}

/// Something that stands in the way now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    pub reason: String,
    pub until: Option<Timestamp>,
    /// The same as data, for other languages.
    #[serde(skip)]
    pub obstacle: Obstacle,
}

/// What can stand in the way of an offer.
#[derive(Debug, Clone, PartialEq)]
pub enum Obstacle {
    Closed(Code),
    InHand(AgentId),
    NotDue,
    Reserved(AgentId),
    Suspended,
    OutsideRoster,
    /// The law refuses one of its numbers.
    Denied(Slot, Because),
    /// One of its numbers is suppressed, or whoever it is: to which extent, by which source.
    Suppressed(Option<Slot>, String, String),
    /// A quota is reached in the campaign of this name: only callbacks are offered.
    Quota(String, Quota),
}

impl Block {
    fn new(obstacle: Obstacle, reason: String, until: Option<Timestamp>) -> Self {
        Self {
            reason,
            until,
            obstacle,
        }
    }
}

/// One line of a contact's history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryLine {
    pub seq: i64,
    pub at: Timestamp,
    pub happened_at: Timestamp,
    pub actor: Actor,
    pub event: Event,
    pub because: Vec<Because>,
}

impl Store {
    /// The contacts an id or a key leads to.
    pub fn find_contact(
        &self,
        id_or_key: &str,
        list: Option<ListId>,
    ) -> Result<Vec<(ListId, ContactId)>> {
        self.read(|conn| {
            let by_key = match list {
                Some(list) => {
                    conn.rows(&sql::FIND_KEY_IN_LIST, &[list.0.into(), id_or_key.into()])?
                }
                None => conn.rows(&sql::FIND_KEY, &[id_or_key.into()])?,
            };
            let by_id = match id_or_key.parse::<i64>() {
                Ok(id) => conn.rows(&sql::FIND_ID, &[id.into()])?,
                Err(_) => Vec::new(),
            };
            let mut found = Vec::new();
            for row in by_id.iter().chain(&by_key) {
                let key = (ListId(row.int(0)?), ContactId(row.int(1)?));
                if list.is_none_or(|list| list == key.0) && !found.contains(&key) {
                    found.push(key);
                }
            }
            Ok(found)
        })
    }

    /// The contact as it stands.
    pub fn contact(&self, list: ListId, contact: ContactId) -> Result<Option<Contact>> {
        let (rules, now) = (self.rules_cache(), self.clock().now());
        self.read(|conn| Ok(load(conn, &rules, list, contact, now)?.map(|there| there.0)))
    }

    pub fn explain(&self, list: ListId, contact: ContactId) -> Result<Option<Explanation>> {
        let (rules, now) = (self.rules_cache(), self.clock().now());
        self.read(|conn| {
            let Some((there, used, facts)) = load(conn, &rules, list, contact, now)? else {
                return Ok(None);
            };
            let mut blocked = blocks(&there, &facts, &used, now);
            blocked.extend(suppressed(conn, &there, &facts, now)?);
            blocked.extend(held_by_quotas(conn, &there, now)?);
            let because = last_because(conn, &there, &used)?;
            let catalogue = &used.catalogue;
            Ok(Some(Explanation {
                list,
                contact,
                state: there.state().to_owned(),
                code: there.code.to_string(),
                label: catalogue
                    .find(there.code.as_str())
                    .map_or(String::new(), |found| {
                        found.label_in(&catalogue.file().own_language).to_owned()
                    }),
                due_at: there.standing.due(),
                next_offer_at: there.offer_at.filter(|_| there.hand.is_none()),
                because: because
                    .iter()
                    .map(|because| Reason {
                        kind: because.kind().to_owned(),
                        reference: because.reference(),
                        text: because.text(catalogue),
                    })
                    .collect(),
                blocked,
                decided: because,
            }))
        })
    }

    /// Everything that happened to a contact, oldest first.
    pub fn history(&self, list: ListId, contact: ContactId) -> Result<Vec<HistoryLine>> {
        self.read(|conn| history(conn, list, contact))
    }

    /// The notes written with a contact's events, by the event's number.
    pub fn notes_of(&self, list: ListId, contact: ContactId) -> Result<BTreeMap<i64, String>> {
        self.read(|conn| {
            let rows = conn.rows(&journal::NOTES, &[list.0.into(), contact.0.into()])?;
            rows.iter()
                .map(|row| Ok((row.int(0)?, row.text(1)?.to_owned())))
                .collect()
        })
    }

    pub fn attempts_of(&self, list: ListId, contact: ContactId) -> Result<Vec<Attempt>> {
        self.read(|conn| {
            let rows = conn.rows(&figure::ATTEMPTS_OF, &[list.0.into(), contact.0.into()])?;
            rows.iter().map(|row| attempt(row, 0)).collect()
        })
    }
}

/// An attempt, whose columns begin at `from`.
pub(crate) fn attempt(row: &Row, from: usize) -> Result<Attempt> {
    let at = |column: usize| from.saturating_add(column);
    let outcome = row.text(at(6))?;
    Ok(Attempt {
        attempt: u32::try_from(row.int(at(0))?).unwrap_or(u32::MAX),
        slot: Slot(u8::try_from(row.int(at(1))?).unwrap_or(u8::MAX)),
        agent: engine::AgentId(row.int(at(2))?),
        placed_at: instant(row.int(at(3))?),
        answered_at: row.maybe_int(at(4))?.map(instant),
        ended_at: instant(row.int(at(5))?),
        outcome: Outcome::ALL
            .into_iter()
            .find(|known| known.word() == outcome)
            .unwrap_or(Outcome::Incomplete),
        code: Code::new(row.text(at(7))?),
        cause: serde_json::from_str::<Cause>(row.text(at(8))?).unwrap_or_default(),
        coded_at: instant(row.int(at(9))?),
        campaign: row.maybe_int(at(10))?.map(engine::CampaignId),
        pair: pair(row.maybe_text(at(11))?, row.maybe_text(at(12))?),
        inbound: row.int(at(13))? > 0,
    })
}

/// Result and cause, where the vocabulary keeps them apart.
pub(crate) fn pair(major: Option<&str>, minor: Option<&str>) -> Option<Pair> {
    Some(Pair {
        major: Code::new(major?),
        minor: Code::new(minor?),
    })
}

type Found = (Contact, std::sync::Arc<Rules>, Facts);

fn load(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    list: ListId,
    contact: ContactId,
    now: Timestamp,
) -> Result<Option<Found>> {
    let claim = Command::Claim {
        agent: engine::AgentId(0),
        campaign: None,
        facts: Facts::default(),
    };
    let entry = Entry::command(list, contact, Actor::System, claim);
    record::look(conn, rules, entry, now)
}

pub(crate) fn history(
    conn: &mut dyn Conn,
    list: ListId,
    contact: ContactId,
) -> Result<Vec<HistoryLine>> {
    let corrupt = |error: serde_json::Error| StoreError::Corrupt {
        table: "journal".into(),
        column: "body".into(),
        row: format!("list {}, contact {}", list.0, contact.0),
        problem: error.to_string(),
    };
    conn.rows(&journal::OF_CONTACT, &[list.0.into(), contact.0.into()])?
        .iter()
        .map(|row| {
            Ok(HistoryLine {
                seq: row.int(0)?,
                at: instant(row.int(1)?),
                happened_at: instant(row.int(2)?),
                actor: serde_json::from_str(row.text(3)?).map_err(corrupt)?,
                event: serde_json::from_str(row.text(5)?).map_err(corrupt)?,
                because: serde_json::from_str(row.text(7)?).map_err(corrupt)?,
            })
        })
        .collect()
}

/// Why the contact stands as it does: the last event that was about more than a moving line,
/// or the import for a contact without history.
fn last_because(conn: &mut dyn Conn, contact: &Contact, used: &Rules) -> Result<Vec<Because>> {
    let lines = history(conn, contact.list, contact.id)?;
    let telling = lines.into_iter().rev().find(|line| {
        !line
            .because
            .iter()
            .all(|because| matches!(because, Because::Line { .. } | Because::Late { .. }))
    });
    if let Some(line) = telling {
        return Ok(line.because);
    }
    let arrival = conn.rows(&sql::ARRIVAL, &[contact.list.0.into(), contact.id.0.into()])?;
    let Some(row) = arrival.first() else {
        return Ok(Vec::new());
    };
    let origin = record::row::origin(
        row.text(0)?,
        row.text(1)?,
        row.int(2)?,
        row.maybe_text(3)?,
        instant(row.int(4)?),
        row.maybe_text(5)?,
    )
    .map_err(|problem| record::row::corrupt(contact.list, contact.id, "origin", problem))?;
    Ok(origin.contact(contact.list, contact.id, used).1)
}

/// The suppressions that cover its numbers, each with where it came from.
fn suppressed(
    conn: &mut dyn Conn,
    contact: &Contact,
    facts: &Facts,
    now: Timestamp,
) -> Result<Vec<Block>> {
    if contact.is_closed() || facts.suppressed_by().is_none() {
        return Ok(Vec::new());
    }
    let found = crate::suppression::of_contact(conn, contact.list, contact.id, now)?;
    let block = |(slot, there): (Option<Slot>, crate::Suppression)| {
        let extent = there.told_extent();
        let who = match slot {
            Some(slot) => format!("number {}", slot.0.saturating_add(1)),
            None => there.subject.word().to_owned(),
        };
        let reason = format!("{who}: suppressed ({extent}), by {}", there.source);
        let obstacle = Obstacle::Suppressed(slot, extent.to_owned(), there.source);
        Block::new(obstacle, reason, there.until_at)
    };
    Ok(found.into_iter().map(block).collect())
}

/// The quotas that keep it from being offered: all links that would offer it are held.
fn held_by_quotas(conn: &mut dyn Conn, contact: &Contact, now: Timestamp) -> Result<Vec<Block>> {
    if contact.is_closed() || contact.hand.is_some() || contact.place().shelf.is_callback() {
        return Ok(Vec::new());
    }
    let args = [contact.id.0.into(), contact.list.0.into()];
    let rows = conn.rows(&sql_campaign::OFFERED_BY, &args)?;
    let mut names = Vec::new();
    for row in &rows {
        names.push((CampaignId(row.int(0)?), row.text(1)?.to_owned()));
    }
    let campaigns: Vec<CampaignId> = names.iter().map(|(id, _)| *id).collect();
    let reached = quota::reached(conn, &campaigns, now)?;
    let mut blocks = Vec::new();
    for (campaign, name) in names {
        let mut holding = reached
            .iter()
            .filter(|quota| quota.holds(campaign, contact.list))
            .peekable();
        if holding.peek().is_none() {
            return Ok(Vec::new());
        }
        blocks.extend(holding.map(|quota| {
            let (most, of) = (quota.most, quota.of.word());
            let reason = format!("quota of {most} {of} reached in campaign {name}");
            let obstacle = Obstacle::Quota(name.clone(), quota.clone());
            Block::new(obstacle, reason, quota.ends(now))
        }));
    }
    Ok(blocks)
}

/// What stands in the way of an offer at this moment, each with its end where it has one.
fn blocks(contact: &Contact, facts: &Facts, rules: &Rules, now: Timestamp) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut block = |obstacle: Obstacle, reason: String, until: Option<Timestamp>| {
        blocks.push(Block::new(obstacle, reason, until));
    };
    if contact.is_closed() {
        let reason = format!("closed as {}", contact.code);
        block(Obstacle::Closed(contact.code.clone()), reason, None);
        return blocks;
    }
    if let Some(hand) = &contact.hand {
        let reason = format!("in the hands of agent {}", hand.agent.0);
        block(Obstacle::InHand(hand.agent), reason, None);
        return blocks;
    }
    if let Some(due) = contact.standing.due().filter(|due| *due > now) {
        block(Obstacle::NotDue, "not due yet".to_owned(), Some(due));
    }
    if let Some(held) = contact.held {
        let reason = format!("agent {} only", held.agent.0);
        block(Obstacle::Reserved(held.agent), reason, held.release_at);
    }
    if contact.standing.due().is_none() {
        let reason = "suspended: it waits to be resumed".to_owned();
        block(Obstacle::Suspended, reason, None);
    }
    if let Some(roster) = contact
        .roster
        .filter(|roster| !roster.allows(now, &contact.zone))
    {
        let until = roster.shift(now, &contact.zone);
        let reason = "outside the roster".to_owned();
        block(Obstacle::OutsideRoster, reason, Some(until));
    }
    for slot in contact.open_slots() {
        if let Err(denial) = engine::permit(contact, slot, facts, now, rules)
            && !denial.is_suppression()
        {
            let text = denial.because.text(&rules.catalogue);
            let reason = format!("number {}: {text}", slot.0.saturating_add(1));
            block(Obstacle::Denied(slot, denial.because), reason, denial.until);
        }
    }
    blocks
}
