//! On whose behalf campaigns call.

use super::{List, Statement};

pub static ALL: Statement = Statement::new(
    "advertiser.all",
    "SELECT id, name FROM advertiser ORDER BY name",
);

pub static ADD: Statement = Statement::new(
    "advertiser.add",
    "INSERT INTO advertiser (name, created_at) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
);

pub static BY_NAME: Statement = Statement::new(
    "advertiser.by_name",
    "SELECT id FROM advertiser WHERE name = $1",
);

pub static OF_CAMPAIGN: Statement = Statement::new(
    "advertiser.of_campaign",
    "SELECT advertiser_id FROM campaign WHERE id = $1",
);

pub static SET: Statement = Statement::new(
    "campaign.set_advertiser",
    "UPDATE campaign SET advertiser_id = $1 WHERE id = $2",
);

/// Campaigns in which a list stands, each with its advertiser.
pub static OF_LIST: Statement = Statement::new(
    "advertiser.of_list",
    "SELECT link.campaign_id, campaign.advertiser_id FROM link \
     JOIN campaign ON campaign.id = link.campaign_id WHERE link.list_id = $1 ORDER BY link.id",
);

pub static LIST: List = List {
    statements: &[&ALL, &ADD, &BY_NAME, &OF_CAMPAIGN, &SET, &OF_LIST],
    many: &[],
    fetch: &[],
    bulk: &[],
};
