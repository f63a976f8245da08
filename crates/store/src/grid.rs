//! The campaign grid: who works for which campaign, and how.

use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::{Result, StoreError};
use crate::floor::note;
use crate::hint::Hint;
use crate::people::UserId;
use crate::record::row::json;
use crate::sql::{floor as sql, house};
use crate::store::Store;
use engine::{AgentId, CampaignId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An agent works for a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub campaign: CampaignId,
    pub agent: AgentId,
    /// Only its callbacks are offered.
    pub callbacks_only: bool,
    /// From this instant on …
    pub from: Option<Timestamp>,
    /// … and until before this one.
    pub until: Option<Timestamp>,
}

impl Cell {
    /// Without bounds.
    pub fn always(campaign: CampaignId, agent: AgentId) -> Self {
        Self {
            campaign,
            agent,
            callbacks_only: false,
            from: None,
            until: None,
        }
    }

    /// Whether it holds at that instant.
    pub fn holds(&self, at: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= at) && !self.is_over(at)
    }

    pub fn is_over(&self, at: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= at)
    }
}

/// What becomes of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellChange {
    pub campaign: CampaignId,
    pub agent: AgentId,
    /// What whoever changes it has seen.
    pub was: Option<Cell>,
    pub to: Option<Cell>,
}

/// One cell of a template; its days are those on which it is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateCell {
    pub campaign: CampaignId,
    pub agent: AgentId,
    pub callbacks_only: bool,
    pub today: bool,
    pub tomorrow: bool,
}

pub type Templates = BTreeMap<String, Vec<TemplateCell>>;

/// The setting that keeps the templates.
const TEMPLATES: &str = "grid_templates";

pub(crate) fn cells(conn: &mut dyn Conn) -> Result<Vec<Cell>> {
    conn.rows(&sql::CELLS, &[])?.iter().map(cell).collect()
}

impl Store {
    /// All cells, by agent and campaign.
    pub fn cells(&self) -> Result<Vec<Cell>> {
        self.read(cells)
    }

    /// Changes cells, all or none: nothing where one of them is not what was seen any more.
    /// Says whether it was done.
    pub fn change_cells(&self, changes: Vec<CellChange>, by: UserId) -> Result<bool> {
        let agents: BTreeSet<AgentId> = changes.iter().map(|change| change.agent).collect();
        let done = self.write(move |conn, now| {
            let there = cells(conn)?;
            let is_new = |change: &CellChange| {
                let found = there
                    .iter()
                    .find(|cell| (cell.campaign, cell.agent) == (change.campaign, change.agent));
                found != change.was.as_ref()
            };
            if changes.iter().any(is_new) {
                return Ok(false);
            }
            for change in &changes {
                set(conn, change)?;
                let detail = told(change);
                note(conn, now, "grid", Some(change.agent), by, &detail)?;
            }
            Ok(true)
        })?;
        if done {
            self.tell_cells(&agents);
        }
        Ok(done)
    }

    /// The agent works for this campaign from now on, and for no other if so wished.
    pub fn move_agent(
        &self,
        agent: AgentId,
        to: CampaignId,
        alone: bool,
        by: UserId,
    ) -> Result<()> {
        self.write(move |conn, now| {
            let others = cells(conn)?
                .into_iter()
                .filter(|cell| cell.agent == agent && cell.campaign != to);
            for cell in others.filter(|_| alone) {
                conn.exec(&house::UNASSIGN, &[cell.campaign.0.into(), agent.0.into()])?;
            }
            set_cell(conn, &Cell::always(to, agent))?;
            note(conn, now, "move", Some(agent), by, &to.0.to_string())
        })?;
        self.tell_cells(&BTreeSet::from([agent]));
        Ok(())
    }

    pub fn grid_templates(&self) -> Result<Templates> {
        self.read(templates)
    }

    /// Keeps cells under a name; the same name again takes its place. Without cells it goes.
    pub fn set_grid_template(&self, name: &str, kept: Option<Vec<TemplateCell>>) -> Result<()> {
        let name = name.to_owned();
        self.write(move |conn, _| {
            let mut all = templates(conn)?;
            match kept {
                Some(cells) => all.insert(name, cells),
                None => all.remove(&name),
            };
            crate::setting::set(conn, TEMPLATES, &json("setting.set", &all)?)
        })
    }

    /// Waiting desks ask again; the floor draws anew.
    fn tell_cells(&self, agents: &BTreeSet<AgentId>) {
        self.hints().tell(Hint::Campaigns);
        for agent in agents {
            self.hints().tell(Hint::Agent(*agent));
        }
    }
}

fn set(conn: &mut dyn Conn, change: &CellChange) -> Result<()> {
    match &change.to {
        Some(cell) => set_cell(conn, cell),
        None => {
            let args = [change.campaign.0.into(), change.agent.0.into()];
            conn.exec(&house::UNASSIGN, &args).map(|_| ())
        }
    }
}

fn set_cell(conn: &mut dyn Conn, cell: &Cell) -> Result<()> {
    let args = [
        cell.campaign.0.into(),
        cell.agent.0.into(),
        cell.callbacks_only.into(),
        cell.from.map(Timestamp::as_microsecond).into(),
        cell.until.map(Timestamp::as_microsecond).into(),
    ];
    conn.exec(&sql::SET_CELL, &args).map(|_| ())
}

/// As the log keeps it: the campaign, and what became of it.
fn told(change: &CellChange) -> String {
    let bound = |at: Option<Timestamp>| at.map_or_else(String::new, |at| at.to_string());
    match &change.to {
        None => format!("{} none", change.campaign.0),
        Some(cell) => format!(
            "{} {} {}/{}",
            change.campaign.0,
            if cell.callbacks_only {
                "callbacks"
            } else {
                "all"
            },
            bound(cell.from),
            bound(cell.until)
        ),
    }
}

fn templates(conn: &mut dyn Conn) -> Result<Templates> {
    let Some(body) = crate::setting::get(conn, TEMPLATES)? else {
        return Ok(Templates::new());
    };
    serde_json::from_str(&body).map_err(|error| StoreError::Corrupt {
        table: "setting".into(),
        column: "body".into(),
        row: TEMPLATES.into(),
        problem: error.to_string(),
    })
}

fn cell(row: &Row) -> Result<Cell> {
    Ok(Cell {
        campaign: CampaignId(row.int(0)?),
        agent: AgentId(row.int(1)?),
        callbacks_only: row.int(2)? == 1,
        from: row.maybe_int(3)?.map(instant),
        until: row.maybe_int(4)?.map(instant),
    })
}
