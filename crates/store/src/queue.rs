//! Numbers of the house that can be called, and what is done with whoever calls there.

mod sounds;

pub use sounds::Sounds;

use crate::conn::{Row, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::house::caller_id;
use crate::import::digits;
use crate::record::row::json;
use crate::sql::queue as sql;
use crate::store::Store;
use engine::{CampaignId, ListId, Number, QueueRules, Zone};

/// One number.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    pub number: Number,
    pub name: String,
    pub purpose: QueueKind,
    /// Whose agents take its calls.
    pub campaign: Option<CampaignId>,
    /// In which list whoever is not known becomes a contact.
    pub list: Option<ListId>,
    pub zone: Zone,
    pub rules: QueueRules,
    pub sounds: Sounds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueKind {
    /// Callers are connected with agents.
    Service,
    /// Callers say that they are not to be called any more.
    OptOut,
}

impl QueueKind {
    pub const ALL: [Self; 2] = [Self::Service, Self::OptOut];

    pub fn word(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::OptOut => "opt_out",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Why a number cannot be kept so. All that is wrong is told at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueueProblem {
    /// Callers for agents, and no campaign whose agents could take them.
    NoCampaign,
    NoSuchCampaign,
    NoSuchList,
    /// A figure lies outside what makes sense.
    Figure(&'static str),
    /// No sound, or no class of music, is called so.
    Sound(&'static str),
    Name,
}

impl Queue {
    /// As it is set up where nothing else is said.
    pub fn new(number: Number, name: &str, purpose: QueueKind, zone: Zone) -> Self {
        Self {
            number,
            name: name.to_owned(),
            purpose,
            campaign: None,
            list: None,
            zone,
            rules: QueueRules::default(),
            sounds: Sounds::default(),
        }
    }

    /// What is wrong with it by itself.
    pub fn problems(&self) -> Vec<QueueProblem> {
        let rules = &self.rules;
        let figures = [
            ("waiting_most", rules.waiting_most, 500),
            ("wait_seconds", rules.wait_seconds, 3_600),
            ("owner_seconds", rules.owner_seconds, 300),
            ("ask_seconds", rules.ask_seconds, 300),
            ("asks_most", rules.asks_most, 100),
            ("served_within", rules.served_within, 3_600),
            ("again_seconds", self.sounds.again_seconds, 3_600),
        ];
        let mut found = Vec::new();
        if self.name.trim().is_empty() || self.name.chars().count() > 80 {
            found.push(QueueProblem::Name);
        }
        if self.purpose == QueueKind::Service && self.campaign.is_none() {
            found.push(QueueProblem::NoCampaign);
        }
        let wrong = figures
            .iter()
            .filter(|(_, is, most)| !(1..=*most).contains(is));
        found.extend(wrong.map(|(name, _, _)| QueueProblem::Figure(name)));
        found.extend(self.sounds.wrong().map(QueueProblem::Sound));
        found
    }
}

impl Store {
    pub fn queues(&self) -> Result<Vec<Queue>> {
        self.read(|conn| conn.rows(&sql::ALL, &[])?.iter().map(queue).collect())
    }

    pub fn queue(&self, number: Number) -> Result<Option<Queue>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::ONE, &[digits(number)])?;
            rows.first().map(queue).transpose()
        })
    }

    /// Keeps it, unless something is wrong with it.
    pub fn set_queue(&self, new: Queue) -> Result<Vec<QueueProblem>> {
        let mut problems = new.problems();
        let there =
            |id: CampaignId| Ok::<_, StoreError>(self.campaigns()?.iter().any(|c| c.id == id));
        if let Some(campaign) = new.campaign
            && !there(campaign)?
        {
            problems.push(QueueProblem::NoSuchCampaign);
        }
        if let Some(list) = new.list
            && self.list(list)?.is_none()
        {
            problems.push(QueueProblem::NoSuchList);
        }
        if !problems.is_empty() {
            return Ok(problems);
        }
        let args = [
            digits(new.number),
            new.name.trim().into(),
            new.purpose.word().into(),
            new.campaign.map(|campaign| campaign.0).into(),
            new.list.map(|list| list.0).into(),
            new.zone.name().into(),
            json("queue.set", &new.rules)?.into(),
            json("queue.set", &new.sounds)?.into(),
        ];
        let written = self.write(move |conn, _| conn.exec(&sql::SET, &args).map(|_| ()));
        self.telling(Hint::Campaigns, written)?;
        Ok(Vec::new())
    }

    /// Whether there was one.
    pub fn drop_queue(&self, number: Number) -> Result<bool> {
        let written = self.write(move |conn, _| conn.exec(&sql::DROP, &[digits(number)]));
        Ok(self.telling(Hint::Campaigns, written)? > 0)
    }

    /// Campaigns that show a number under which nobody answers.
    pub fn unanswered_numbers(&self) -> Result<Vec<CampaignId>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::UNANSWERED, &[])?;
            rows.iter().map(|row| row.int(0).map(CampaignId)).collect()
        })
    }
}

pub(crate) fn queue(row: &Row) -> Result<Queue> {
    let wrong = |column: &str, problem: String| StoreError::Corrupt {
        table: "queue".into(),
        column: column.into(),
        row: row.int(0).unwrap_or(0).to_string(),
        problem,
    };
    let number = caller_id(row.maybe_int(0)?);
    let number = number.ok_or_else(|| wrong("number", "is not an E.164 number".into()))?;
    Ok(Queue {
        number,
        name: row.text(1)?.to_owned(),
        purpose: QueueKind::of(row.text(2)?).unwrap_or(QueueKind::Service),
        campaign: row.maybe_int(3)?.map(CampaignId),
        list: row.maybe_int(4)?.map(ListId),
        zone: Zone::new(row.text(5)?).map_err(|problem| wrong("zone", problem.to_string()))?,
        rules: serde_json::from_str(row.text(6)?)
            .map_err(|problem| wrong("rules", problem.to_string()))?,
        sounds: serde_json::from_str(row.text(7)?)
            .map_err(|problem| wrong("sounds", problem.to_string()))?,
    })
}

/// A number as a column.
pub(crate) fn number_or_nothing(number: Option<Number>) -> Value {
    number.map_or(Value::Null, digits)
}
