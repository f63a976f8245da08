//! Where a suppression holds: everywhere, for an advertiser, or in a campaign.

use super::How;
use crate::database;
use crate::failure::Failure;
use engine::catalogue::Extent;
use store::{Advertiser, Campaign, Store};

/// Where what is typed is to hold.
pub fn reach(store: &Store, how: &How) -> Result<(Extent, i64), Failure> {
    match (how.campaign.as_deref(), how.advertiser.as_deref()) {
        (Some(name), _) => {
            let campaign = database::campaign(store, name)?;
            Ok((Extent::Campaign, campaign.id.0))
        }
        (None, Some(name)) => advertiser(store, name),
        (None, None) => Ok((Extent::Everywhere, 0)),
    }
}

fn advertiser(store: &Store, name: &str) -> Result<(Extent, i64), Failure> {
    let all = store.advertisers()?;
    let found = all.iter().find(|advertiser| advertiser.name == name);
    let names = || -> Vec<&str> { all.iter().map(|there| there.name.as_str()).collect() };
    found
        .map(|advertiser| (Extent::Advertiser, advertiser.id.0))
        .ok_or_else(|| match names().as_slice() {
            [] => Failure::of(format!(
                "there is no advertiser `{name}`: a campaign gets one with `dispo advertiser set`"
            )),
            names => Failure::of(format!(
                "there is no advertiser `{name}`: there is {}",
                names.join(", ")
            )),
        })
}

/// The names of what suppressions hold for.
pub struct Places {
    campaigns: Vec<Campaign>,
    advertisers: Vec<Advertiser>,
}

impl Places {
    pub fn of(store: &Store) -> Result<Self, Failure> {
        Ok(Self {
            campaigns: store.campaigns()?,
            advertisers: store.advertisers()?,
        })
    }

    pub fn told(&self, extent: Extent, scope: i64) -> String {
        let named = match extent {
            Extent::Everywhere => return "everywhere".to_owned(),
            Extent::Advertiser => self
                .advertisers
                .iter()
                .find(|there| there.id.0 == scope)
                .map(|there| format!("advertiser {}", there.name)),
            Extent::Campaign => self
                .campaigns
                .iter()
                .find(|there| there.id.0 == scope)
                .map(|there| format!("campaign {}", there.name)),
        };
        named.unwrap_or_else(|| format!("{scope}, which is gone"))
    }
}
