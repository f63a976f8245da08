//! Quotas and what they have counted.

use super::{Fetch, List, Many, Shape, Statement, int, text};

pub static ADD: Statement = Statement::new(
    "quota.add",
    "INSERT INTO quota (campaign_id, link_id, subject, word, most, per_day, zone) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
);

pub static REMOVE: Statement = Statement::new("quota.remove", "DELETE FROM quota WHERE id = $1");

pub static REMOVE_OF_LINK: Statement = Statement::new(
    "quota.remove_of_link",
    "DELETE FROM quota WHERE link_id = $1",
);

pub static CLEAR: Statement = Statement::new(
    "quota_count.clear",
    "DELETE FROM quota_count WHERE quota_id = $1",
);

pub static CLEAR_OF_LINK: Statement = Statement::new(
    "quota_count.clear_of_link",
    "DELETE FROM quota_count WHERE quota_id IN (SELECT id FROM quota WHERE link_id = $1)",
);

/// With the list of the link, where it is one link's.
pub static ALL: Statement = Statement::new(
    "quota.all",
    "SELECT quota.id, quota.campaign_id, quota.link_id, link.list_id, quota.subject, quota.word, \
            quota.most, quota.per_day, quota.zone \
     FROM quota LEFT JOIN link ON link.id = quota.link_id ORDER BY quota.id",
);

pub static COUNTED: Statement = Statement::new(
    "quota_count.of_day",
    "SELECT counted FROM quota_count WHERE quota_id = $1 AND day = $2",
);

/// Adds what one commit brings, or takes away.
pub static COUNT: Many = Many {
    name: "quota_count.add",
    table: "quota_count",
    columns: &[int("quota_id"), text("day"), int("counted")],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (quota_id, day) DO UPDATE SET counted = quota_count.counted + excluded.counted",
    },
};

/// Attempts as they stand before an event changes them.
pub static BEFORE: Fetch = Fetch {
    name: "attempt.counted",
    keys: &[int("list_id"), int("contact_id"), int("attempt")],
    select: "attempt.list_id, attempt.contact_id, attempt.attempt, attempt.code, attempt.coded_at, attempt.campaign_id",
    from: "attempt",
    filter: "attempt.list_id = v.list_id AND attempt.contact_id = v.contact_id AND attempt.attempt = v.attempt",
};

/// All attempts of a campaign, for a quota that is new.
pub static OF_CAMPAIGN: Statement = Statement::new(
    "attempt.of_campaign",
    "SELECT list_id, code, coded_at FROM attempt WHERE campaign_id = $1",
);

pub static LIST: List = List {
    statements: &[
        &ADD,
        &REMOVE,
        &REMOVE_OF_LINK,
        &CLEAR,
        &CLEAR_OF_LINK,
        &ALL,
        &COUNTED,
        &OF_CAMPAIGN,
    ],
    many: &[&COUNT],
    fetch: &[&BEFORE],
    bulk: &[],
};
