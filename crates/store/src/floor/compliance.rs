//! Why the contacts of a campaign cannot be called now, list by list, and which law holds there.

use super::ListStock;
use super::stock::{Closed, Shape};
use super::why::known;
use crate::error::Result;
use crate::house::{List, ListLink};
use crate::store::Store;
use engine::law::{RuleRef, Window};
use engine::{CampaignId, ContactKind, Rules, Zone};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;

/// A list in a campaign, as the law and everything else lets it be called.
#[derive(Debug, Clone)]
pub struct ListCompliance {
    pub link: ListLink,
    pub list: List,
    pub rules: Arc<Rules>,
    /// What can be had, and what holds the rest back.
    pub stock: Arc<ListStock>,
    pub closed: Closed,
    /// The rules by which the law is closed now to some kind of contact in some zone.
    pub shut: Vec<Shut>,
    /// The day by the clock of the list's country.
    pub today: Date,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Shut {
    pub rule: RuleRef,
    pub kind: ContactKind,
    pub zone: Zone,
    /// When it is open again; none where that is out of sight.
    pub until: Option<Timestamp>,
}

impl Store {
    /// All lists of a campaign. Counted from indexes and kept as the floor's figures are.
    pub fn compliance(&self, campaign: CampaignId) -> Result<Vec<ListCompliance>> {
        let (now, thresholds) = (self.clock().now(), self.thresholds()?);
        let mut lists = Vec::new();
        for link in self.campaign_links(campaign)? {
            let Some(list) = self.list(link.list)? else {
                continue;
            };
            let rules = self.rules(list.rules)?;
            let (stock, shape) = self.stock_by_reason(&link, Some(rules.clone()), &thresholds)?;
            lists.push(ListCompliance {
                shut: shut(&rules, &shape, &list, now)?,
                closed: shape.closed,
                today: rules.law.zone().local(now).date(),
                link,
                list,
                rules,
                stock,
            });
        }
        Ok(lists)
    }
}

fn shut(rules: &Rules, shape: &Shape, list: &List, now: Timestamp) -> Result<Vec<Shut>> {
    let mut shut = Vec::new();
    for (zone, kind) in &shape.kinds {
        let zone = known(list.id, Zone::new(zone).ok())?;
        let kind: ContactKind = known(list.id, kind.parse().ok())?;
        if let Window::Closed { until, rule } = rules.law.window(now, &zone, kind) {
            shut.push(Shut {
                rule,
                kind,
                zone,
                until,
            });
        }
    }
    Ok(shut)
}
