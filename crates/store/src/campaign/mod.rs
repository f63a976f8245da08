//! One campaign: its links and what they can offer, who works on it, how it is doing.

mod closing;
mod limits;
pub(crate) mod quota;
mod sounds;

pub use quota::{NewQuota, Quota, QuotaOf};

use crate::clock::instant;
use crate::conn::{Conn, Row};
use crate::error::{Result, StoreError};
use crate::figures::Stock;
use crate::hint::Hint;
use crate::house::{self, Campaign, CampaignState, ListLink};
use crate::rules::RulesCache;
use crate::sql::{campaign as sql, member, quota as sql_quota};
use crate::store::Store;
use crate::suppression::cover_linked;
use engine::{AgentId, CampaignId, ListId};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What a link can offer, and what is under way in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LinkStock {
    pub stock: Stock,
    /// Open contacts that are to be called back.
    pub callbacks: i64,
    pub in_hand: i64,
    /// When the first contact can be had that cannot be had now.
    pub next: Option<Timestamp>,
}

/// A campaign in the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignFigures {
    pub campaign: Campaign,
    pub links: i64,
    pub agents: i64,
    /// Of its active links together.
    pub stock: Stock,
    /// Attempts coded since midnight.
    pub attempts: i64,
}

/// What was asked for is there already, or there is nothing of the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CampaignRefusal {
    NoSuchCampaign,
    NameTaken,
    /// The list stands in the campaign.
    Linked,
    NoSuchList,
}

type Asked<T> = Result<std::result::Result<T, CampaignRefusal>>;

impl Store {
    pub fn campaign(&self, id: CampaignId) -> Result<Option<Campaign>> {
        self.read(|conn| campaign(conn, id))
    }

    /// A new campaign, paused: it starts when it is ready.
    pub fn new_campaign(&self, name: &str) -> Asked<CampaignId> {
        let name = name.to_owned();
        let written = self.write(move |conn, now| {
            if is_taken(conn, &name, None)? {
                return Ok(Err(CampaignRefusal::NameTaken));
            }
            house::add_campaign(conn, &name, CampaignState::Paused, now).map(Ok)
        });
        self.telling(Hint::Campaigns, written)
    }

    /// Gives a campaign another name, and all that is set on it.
    pub fn change_campaign(&self, wanted: Campaign) -> Asked<()> {
        let (id, closes) = (wanted.id, self.closes(&wanted)?);
        let written = self.write(move |conn, _| {
            if campaign(conn, wanted.id)?.is_none() {
                return Ok(Err(CampaignRefusal::NoSuchCampaign));
            }
            if is_taken(conn, &wanted.name, Some(wanted.id))? {
                return Ok(Err(CampaignRefusal::NameTaken));
            }
            let args = [wanted.name.as_str().into(), wanted.id.0.into()];
            conn.exec(&sql::RENAME, &args)?;
            house::set_campaign(conn, &wanted).map(Ok)
        });
        let changed = self.telling(Hint::Campaigns, written)?;
        if closes && changed.is_ok() {
            self.tell_closed(id)?;
        }
        Ok(changed)
    }

    /// The same, but for its name.
    pub fn set_campaign(&self, wanted: Campaign) -> Result<()> {
        let (id, closes) = (wanted.id, self.closes(&wanted)?);
        let written = self.write(move |conn, _| house::set_campaign(conn, &wanted));
        self.telling(Hint::Campaigns, written)?;
        match closes {
            true => self.tell_closed(id),
            false => Ok(()),
        }
    }

    /// The lists that stand in a campaign, in the order in which they are offered.
    pub fn campaign_links(&self, campaign: CampaignId) -> Result<Vec<ListLink>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::LINKS, &[campaign.0.into()])?;
            rows.iter().map(link).collect()
        })
    }

    /// Puts a list into a campaign, once.
    pub fn link_list(&self, wanted: CampaignId, list: ListId, priority: i64) -> Asked<i64> {
        let written = self.write(move |conn, now| {
            if campaign(conn, wanted)?.is_none() {
                return Ok(Err(CampaignRefusal::NoSuchCampaign));
            }
            if house::list_by_id(conn, list)?.is_none() {
                return Ok(Err(CampaignRefusal::NoSuchList));
            }
            let between = [wanted.0.into(), list.0.into()];
            if !conn.rows(&sql::LINK_BETWEEN, &between)?.is_empty() {
                return Ok(Err(CampaignRefusal::Linked));
            }
            let link = house::add_link(conn, wanted, list, priority)?;
            cover_linked(conn, wanted, list, now)?;
            Ok(Ok(link))
        });
        self.hints().tell(Hint::Suppressions);
        self.telling(Hint::Campaigns, written)
    }

    /// Takes a list out of a campaign, with its filter and quotas. Its contacts stay as they are.
    pub fn remove_link(&self, link: i64) -> Result<()> {
        let written = self.write(move |conn, _| {
            conn.batch(conn.engine().lock_links())?;
            conn.exec(&member::CLEAR, &[link.into()])?;
            conn.exec(&sql_quota::CLEAR_OF_LINK, &[link.into()])?;
            conn.exec(&sql_quota::REMOVE_OF_LINK, &[link.into()])?;
            conn.exec(&sql::REMOVE_LINK, &[link.into()]).map(|_| ())
        });
        self.telling(Hint::Campaigns, written)
    }

    /// What one link can offer.
    pub fn link_stock(&self, link: &ListLink) -> Result<LinkStock> {
        let (rules, now) = (self.rules_cache(), self.clock().now());
        self.read(|conn| link_stock(conn, &rules, link, now))
    }

    /// Who works on a campaign.
    pub fn campaign_agents(&self, campaign: CampaignId) -> Result<Vec<AgentId>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::AGENTS, &[campaign.0.into()])?;
            rows.iter().map(|row| row.int(0).map(AgentId)).collect()
        })
    }

    /// All campaigns with their figures; attempts since an instant, such as midnight.
    pub fn campaign_figures(&self, since: Timestamp) -> Result<Vec<CampaignFigures>> {
        let (rules, now) = (self.rules_cache(), self.clock().now());
        self.read(|conn| {
            let agents = counts(conn.rows(&sql::AGENT_COUNTS, &[])?)?;
            let attempts = counts(conn.rows(&sql::SINCE, &[since.as_microsecond().into()])?)?;
            let links: Vec<ListLink> = conn
                .rows(&sql::ALL_LINKS, &[])?
                .iter()
                .map(link)
                .collect::<Result<_>>()?;
            let mut figures = Vec::new();
            for campaign in house::campaigns(conn)? {
                let id = campaign.id;
                let mut stock = Stock::default();
                let own = || links.iter().filter(|link| link.campaign == id);
                for link in own().filter(|link| link.active) {
                    add(&mut stock, link_stock(conn, &rules, link, now)?.stock);
                }
                figures.push(CampaignFigures {
                    links: own().count() as i64,
                    agents: agents.get(&id.0).copied().unwrap_or_default(),
                    attempts: attempts.get(&id.0).copied().unwrap_or_default(),
                    stock,
                    campaign,
                });
            }
            Ok(figures)
        })
    }
}

fn add(sum: &mut Stock, more: Stock) {
    sum.now += more.now;
    sum.today += more.today;
    sum.later += more.later;
    sum.closed += more.closed;
}

fn counts(rows: Vec<Row>) -> Result<BTreeMap<i64, i64>> {
    rows.iter()
        .map(|row| Ok((row.int(0)?, row.int(1)?)))
        .collect()
}

fn campaign(conn: &mut dyn Conn, id: CampaignId) -> Result<Option<Campaign>> {
    let all = house::campaigns(conn)?;
    Ok(all.into_iter().find(|campaign| campaign.id == id))
}

fn is_taken(conn: &mut dyn Conn, name: &str, by_other_than: Option<CampaignId>) -> Result<bool> {
    let rows = conn.rows(&sql::BY_NAME, &[name.into()])?;
    let Some(row) = rows.first() else {
        return Ok(false);
    };
    Ok(Some(CampaignId(row.int(0)?)) != by_other_than)
}

fn link(row: &Row) -> Result<ListLink> {
    Ok(ListLink {
        id: row.int(0)?,
        campaign: CampaignId(row.int(1)?),
        list: ListId(row.int(2)?),
        priority: row.int(3)?,
        active: row.int(4)? == 1,
        filter: row.maybe_text(5)?.map(str::to_owned),
    })
}

fn link_stock(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    link: &ListLink,
    now: Timestamp,
) -> Result<LinkStock> {
    let list = house::list_by_id(conn, link.list)?.ok_or_else(|| {
        StoreError::other(
            "link.stock_of_list",
            format!("there is no list {}", link.list.0),
        )
    })?;
    let zone = rules.load(conn, list.rules)?.law.zone().clone();
    let today = zone.local(now).date();
    let midnight = zone
        .start_of(today.tomorrow().unwrap_or(today))
        .as_microsecond();
    let now = now.as_microsecond();
    let (statement, of) = match link.filter {
        Some(_) => (&sql::MEMBER_STOCK, link.id),
        None => (&sql::LIST_STOCK, link.list.0),
    };
    let args = [
        now.into(),
        now.into(),
        midnight.into(),
        midnight.into(),
        now.into(),
        of.into(),
    ];
    let rows = conn.rows(statement, &args)?;
    let Some(row) = rows.first() else {
        return Ok(LinkStock::default());
    };
    Ok(LinkStock {
        stock: Stock {
            now: row.int(0)?,
            today: row.int(1)?,
            later: row.int(2)?,
            closed: row.int(3)?,
        },
        callbacks: row.int(4)?,
        in_hand: row.int(5)?,
        next: row.maybe_int(6)?.map(instant),
    })
}
