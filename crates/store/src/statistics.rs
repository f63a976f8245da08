//! Statistics of what was tried: attempts in a period, by up to three dimensions.
//!
//! The attempts of the period are read once, in order of an index, and counted here: unique
//! contacts cannot be added up from finer counts. A million attempts take about a second.

mod tally;

pub use tally::Tally;
pub(crate) use tally::{is_live, is_positive};

use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::Result;
use crate::house;
use crate::menu;
use crate::rules::RulesCache;
use crate::sql::statistics as sql;
use crate::store::Store;
use engine::{
    AgentId, Attempt, CampaignId, Cause, Code, ContactId, ListId, Outcome, Rules, Slot, Zone,
};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What attempts may be counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    List,
    /// The campaign it was made for; none for attempts from before that was kept.
    Campaign,
    Agent,
    Code,
    /// The reporting group of the code.
    Group,
    /// The civil day in the question's zone.
    Day,
    /// The week, by its Monday.
    Week,
    /// The hour of the day, 0 to 23.
    Hour,
    Outcome,
    /// Which of the contact's numbers, from 1.
    Number,
}

impl Dimension {
    pub const ALL: [Self; 10] = [
        Self::List,
        Self::Campaign,
        Self::Agent,
        Self::Code,
        Self::Group,
        Self::Day,
        Self::Week,
        Self::Hour,
        Self::Outcome,
        Self::Number,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Campaign => "campaign",
            Self::Agent => "agent",
            Self::Code => "code",
            Self::Group => "group",
            Self::Day => "day",
            Self::Week => "week",
            Self::Hour => "hour",
            Self::Outcome => "outcome",
            Self::Number => "number",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }
}

/// One value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    List(ListId),
    Campaign(Option<CampaignId>),
    Agent(AgentId),
    Code(String),
    Group(String),
    Day(Date),
    Week(Date),
    Hour(i8),
    Outcome(Outcome),
    Number(u8),
}

/// Which attempts, and how they are counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Coded at or after this instant …
    pub from: Timestamp,
    /// … and before this one.
    pub to: Timestamp,
    /// In it days, weeks and hours are told apart.
    pub zone: Zone,
    /// At most three; none asks for the sum alone.
    pub by: Vec<Dimension>,
    /// Empty: all of them. The same for the next two.
    pub lists: BTreeSet<ListId>,
    pub agents: BTreeSet<AgentId>,
    pub codes: BTreeSet<String>,
}

/// The answer: one line for each combination that occurred, in order of its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Statistics {
    pub lines: Vec<(Vec<Part>, Tally)>,
    pub total: Tally,
}

/// One attempt behind a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    pub list: ListId,
    pub contact: ContactId,
    pub attempt: Attempt,
}

impl Store {
    pub fn statistics(&self, question: &Question) -> Result<Statistics> {
        let rules = self.rules_cache();
        self.read(|conn| {
            let lists = rules_of_lists(conn, &rules)?;
            let menus = menu::of_period(conn, question.from, question.to)?;
            let mut lines: BTreeMap<Vec<Part>, Tally> = BTreeMap::new();
            let mut total = Tally::default();
            each(conn, question, &mut |tried| {
                let rules = lists.get(&tried.list);
                let key = parts(&tried, question, rules.map(AsRef::as_ref));
                let disposition =
                    rules.and_then(|rules| rules.catalogue.find(tried.attempt.code.as_str()));
                let place = (tried.list, tried.contact, tried.attempt.attempt);
                let menu = menus.get(&place).copied();
                lines.entry(key).or_default().add(&tried, disposition, menu);
                total.add(&tried, disposition, menu);
                true
            })?;
            Ok(Statistics {
                lines: lines.into_iter().collect(),
                total,
            })
        })
    }

    /// The attempts behind one line of an answer, oldest first; at most `limit` of them.
    pub fn tried(&self, question: &Question, line: &[Part], limit: usize) -> Result<Vec<Tried>> {
        let rules = self.rules_cache();
        self.read(|conn| {
            let lists = rules_of_lists(conn, &rules)?;
            let mut found = Vec::new();
            each(conn, question, &mut |tried| {
                let rules = lists.get(&tried.list).map(AsRef::as_ref);
                if parts(&tried, question, rules) == line {
                    found.push(tried);
                }
                found.len() < limit
            })?;
            Ok(found)
        })
    }
}

fn rules_of_lists(conn: &mut dyn Conn, cache: &RulesCache) -> Result<BTreeMap<ListId, Arc<Rules>>> {
    house::lists(conn)?
        .into_iter()
        .map(|list| Ok((list.id, cache.load(conn, list.rules)?)))
        .collect()
}

/// Hands over the attempts the question asks for until `take` has enough.
fn each(
    conn: &mut dyn Conn,
    question: &Question,
    take: &mut dyn FnMut(Tried) -> bool,
) -> Result<()> {
    let args = [
        question.from.as_microsecond().into(),
        question.to.as_microsecond().into(),
    ];
    let mut enough = false;
    conn.each(&sql::ATTEMPTS, &args, &mut |row| {
        if enough {
            return Ok(());
        }
        let tried = tried(&row)?;
        if question.asks_for(&tried) {
            enough = !take(tried);
        }
        Ok(())
    })
}

impl Question {
    fn asks_for(&self, tried: &Tried) -> bool {
        let attempt = &tried.attempt;
        (self.lists.is_empty() || self.lists.contains(&tried.list))
            && (self.agents.is_empty() || self.agents.contains(&attempt.agent))
            && (self.codes.is_empty() || self.codes.contains(attempt.code.as_str()))
    }
}

/// Where the attempt belongs, one part for each dimension asked for.
fn parts(tried: &Tried, question: &Question, rules: Option<&Rules>) -> Vec<Part> {
    let attempt = &tried.attempt;
    let local = question.zone.local(attempt.coded_at);
    let part = |dimension: &Dimension| match dimension {
        Dimension::List => Part::List(tried.list),
        Dimension::Campaign => Part::Campaign(attempt.campaign),
        Dimension::Agent => Part::Agent(attempt.agent),
        Dimension::Code => Part::Code(attempt.code.to_string()),
        Dimension::Group => Part::Group(
            rules
                .and_then(|rules| rules.catalogue.find(attempt.code.as_str()))
                .map_or_else(String::new, |found| found.group.clone()),
        ),
        Dimension::Day => Part::Day(local.date()),
        Dimension::Week => Part::Week(monday(local.date())),
        Dimension::Hour => Part::Hour(local.hour()),
        Dimension::Outcome => Part::Outcome(attempt.outcome),
        Dimension::Number => Part::Number(attempt.slot.0.saturating_add(1)),
    };
    question.by.iter().map(part).collect()
}

fn monday(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::SignedDuration::from_hours(since.saturating_mul(24)))
        .unwrap_or(day)
}

pub(crate) fn tried(row: &Row) -> Result<Tried> {
    let outcome = row.text(8)?;
    Ok(Tried {
        list: ListId(row.int(0)?),
        contact: ContactId(row.int(1)?),
        attempt: Attempt {
            attempt: u32::try_from(row.int(2)?).unwrap_or(u32::MAX),
            slot: Slot(u8::try_from(row.int(3)?).unwrap_or(u8::MAX)),
            agent: AgentId(row.int(4)?),
            placed_at: instant(row.int(5)?),
            answered_at: row.maybe_int(6)?.map(instant),
            ended_at: instant(row.int(7)?),
            outcome: Outcome::ALL
                .into_iter()
                .find(|known| known.word() == outcome)
                .unwrap_or(Outcome::Incomplete),
            code: Code::new(row.text(9)?),
            cause: Cause::default(),
            coded_at: instant(row.int(10)?),
            campaign: row.maybe_int(11)?.map(CampaignId),
            pair: crate::explain::pair(row.maybe_text(12)?, row.maybe_text(13)?),
            inbound: row.int(14)? > 0,
        },
    })
}
