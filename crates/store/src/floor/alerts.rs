//! What a supervisor should look at now. Pure: follows from the floor and the thresholds.

use super::{Floor, FloorAgent, FloorCampaign};
use crate::error::{Result, StoreError};
use crate::people::UserId;
use crate::record::row::json;
use crate::store::Store;
use engine::{AgentId, AgentPhase, CampaignId, ListId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// When the floor raises its voice, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    /// The stock of a campaign lasts no longer than this at the pace of the last hour.
    pub stock_minutes: i64,
    /// An agent wraps up for longer than this.
    pub wrap_up_minutes: i64,
    /// The desk of an agent at work was not heard of for longer than this.
    pub silent_minutes: i64,
    /// The time of a callback passed longer ago than this.
    pub overdue_minutes: i64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            stock_minutes: 30,
            wrap_up_minutes: 10,
            silent_minutes: 10,
            overdue_minutes: 30,
        }
    }
}

impl Thresholds {
    /// A threshold lies between a minute and a day.
    pub const LEAST: i64 = 1;
    pub const MOST: i64 = 24 * 60;

    fn all(self) -> [i64; 4] {
        [
            self.stock_minutes,
            self.wrap_up_minutes,
            self.silent_minutes,
            self.overdue_minutes,
        ]
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alert {
    /// A running campaign that offers no list.
    NoLinks {
        campaign: CampaignId,
    },
    /// A running campaign nobody at work works for.
    NoAgents {
        campaign: CampaignId,
    },
    /// Agents are at work, and nothing can be had.
    NoStock {
        campaign: CampaignId,
        list: Option<ListId>,
    },
    /// Nothing is left in so many minutes, at the pace of the last hour.
    StockRunsOut {
        campaign: CampaignId,
        minutes: i64,
    },
    CallbacksOverdue {
        campaign: CampaignId,
        list: ListId,
        count: i64,
        oldest: Timestamp,
    },
    WrapUpLong {
        agent: AgentId,
        since: Timestamp,
    },
    BreakLong {
        agent: AgentId,
        kind: String,
        since: Timestamp,
    },
    DeskSilent {
        agent: AgentId,
        heard: Timestamp,
    },
}

impl Floor {
    /// Everything to be looked at, campaigns first.
    pub fn alerts(&self) -> Vec<Alert> {
        let campaigns = self
            .campaigns
            .iter()
            .filter(|there| there.campaign.state == crate::CampaignState::Running)
            .flat_map(|there| self.of_campaign(there));
        let agents = self.agents.iter().flat_map(|agent| self.of_agent(agent));
        campaigns.chain(agents).collect()
    }

    fn of_campaign(&self, there: &FloorCampaign) -> Vec<Alert> {
        let campaign = there.campaign.id;
        let active = || there.lists.iter().filter(|list| list.link.active);
        let mut alerts = Vec::new();
        if active().next().is_none() {
            alerts.push(Alert::NoLinks { campaign });
            return alerts;
        }
        let open: i64 = active().map(|list| list.stock.open()).sum();
        if there.at_work() == 0 && open > 0 {
            alerts.push(Alert::NoAgents { campaign });
        }
        let now = there.stock_now();
        if now == 0 && there.at_work() > 0 {
            let list = active().next().map(|list| list.link.list);
            alerts.push(Alert::NoStock { campaign, list });
        } else if let Some(minutes) = lasts(now, there.hour.attempts)
            && minutes <= self.thresholds.stock_minutes
            && there.at_work() > 0
        {
            alerts.push(Alert::StockRunsOut { campaign, minutes });
        }
        for list in active() {
            if let Some(oldest) = list.stock.oldest {
                alerts.push(Alert::CallbacksOverdue {
                    campaign,
                    list: list.link.list,
                    count: list.stock.overdue,
                    oldest,
                });
            }
        }
        alerts
    }

    fn of_agent(&self, there: &FloorAgent) -> Vec<Alert> {
        let (agent, since) = (there.id, there.since);
        let mut alerts = Vec::new();
        if !there.is_in() {
            return alerts;
        }
        let wraps_up = there.phase == AgentPhase::WrapUp;
        if wraps_up && self.minutes_since(since) >= self.thresholds.wrap_up_minutes {
            alerts.push(Alert::WrapUpLong { agent, since });
        }
        if let Some(kind) = &there.detail
            && let Some(known) = self.breaks.iter().find(|known| known.code == *kind)
            && let Some(warn) = known.warn_after_minutes
            && self.minutes_since(since) >= warn
        {
            let kind = kind.clone();
            alerts.push(Alert::BreakLong { agent, kind, since });
        }
        if let Some(heard) = there.heard()
            && self.minutes_since(heard) >= self.thresholds.silent_minutes
        {
            alerts.push(Alert::DeskSilent { agent, heard });
        }
        alerts
    }

    /// Whole minutes that have gone.
    pub fn minutes_since(&self, at: Timestamp) -> i64 {
        self.now.duration_since(at).as_mins()
    }
}

/// For how many minutes so many contacts last; nothing where nobody called for an hour.
fn lasts(contacts: i64, an_hour: i64) -> Option<i64> {
    contacts.saturating_mul(60).checked_div(an_hour)
}

const NAME: &str = "floor_thresholds";

impl Store {
    pub fn thresholds(&self) -> Result<Thresholds> {
        let Some(body) = self.setting(NAME)? else {
            return Ok(Thresholds::default());
        };
        serde_json::from_str(&body).map_err(|error| StoreError::Corrupt {
            table: "setting".into(),
            column: "body".into(),
            row: NAME.into(),
            problem: error.to_string(),
        })
    }

    pub fn set_thresholds(&self, set: Thresholds, by: UserId) -> Result<()> {
        let within = |minutes: &i64| (Thresholds::LEAST..=Thresholds::MOST).contains(minutes);
        if !set.all().iter().all(within) {
            let reason = "a threshold lies between 1 and 1440 minutes";
            return Err(StoreError::other("setting.set", reason));
        }
        let body = json("setting.set", &set)?;
        self.write(move |conn, now| {
            crate::setting::set(conn, NAME, &body)?;
            super::log::note(conn, now, "thresholds", None, by, &body)
        })?;
        self.hints().tell(crate::Hint::Campaigns);
        Ok(())
    }
}
