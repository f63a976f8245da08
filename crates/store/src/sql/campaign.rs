//! One campaign: its links, who works on it, what it has left, what it has done today.

use super::{List, Statement};

pub static BY_NAME: Statement = Statement::new(
    "campaign.by_name",
    "SELECT id FROM campaign WHERE name = $1",
);

pub static RENAME: Statement = Statement::new(
    "campaign.rename",
    "UPDATE campaign SET name = $1 WHERE id = $2",
);

pub static SOUNDS: Statement = Statement::new(
    "campaign.sounds",
    "SELECT sounds FROM campaign WHERE id = $1",
);

pub static SET_SOUNDS: Statement = Statement::new(
    "campaign.set_sounds",
    "UPDATE campaign SET sounds = $1 WHERE id = $2",
);

pub static LINKS: Statement = Statement::new(
    "link.of_campaign",
    "SELECT id, campaign_id, list_id, priority, active, filter FROM link \
     WHERE campaign_id = $1 ORDER BY priority, id",
);

pub static ALL_LINKS: Statement = Statement::new(
    "link.all",
    "SELECT id, campaign_id, list_id, priority, active, filter FROM link \
     ORDER BY campaign_id, priority, id",
);

pub static LINK_BETWEEN: Statement = Statement::new(
    "link.between",
    "SELECT id FROM link WHERE campaign_id = $1 AND list_id = $2",
);

pub static REMOVE_LINK: Statement = Statement::new("link.remove", "DELETE FROM link WHERE id = $1");

pub static AGENTS: Statement = Statement::new(
    "campaign_agent.of_campaign",
    "SELECT agent_id FROM campaign_agent WHERE campaign_id = $1 ORDER BY agent_id",
);

pub static AGENT_COUNTS: Statement = Statement::new(
    "campaign_agent.counts",
    "SELECT campaign_id, count(*) AS agents FROM campaign_agent GROUP BY campaign_id",
);

/// Attempts coded since an instant, by campaign.
pub static SINCE: Statement = Statement::new(
    "campaign.attempts_since",
    "SELECT campaign_id, count(*) AS attempts FROM attempt \
     WHERE coded_at >= $1 AND campaign_id IS NOT NULL GROUP BY campaign_id",
);

/// What a whole list can offer, and when the next contact can be had that cannot be now.
pub static LIST_STOCK: Statement = Statement::new(
    "link.stock_of_list",
    "SELECT count(CASE WHEN c.state = 'in_hand' OR c.offer_at <= $1 THEN 1 END) AS now, \
            count(CASE WHEN c.state <> 'in_hand' AND c.state <> 'closed' AND c.offer_at > $2 AND c.offer_at < $3 THEN 1 END) AS today, \
            count(CASE WHEN c.state <> 'in_hand' AND c.state <> 'closed' AND (c.offer_at IS NULL OR c.offer_at >= $4) THEN 1 END) AS later, \
            count(CASE WHEN c.state = 'closed' THEN 1 END) AS closed, \
            count(CASE WHEN c.state = 'callback' THEN 1 END) AS callbacks, \
            count(CASE WHEN c.state = 'in_hand' THEN 1 END) AS in_hand, \
            min(CASE WHEN c.state <> 'in_hand' AND c.state <> 'closed' AND c.offer_at > $5 THEN c.offer_at END) AS next \
     FROM live_contact c WHERE c.list_id = $6",
);

/// The same of the members of a filtered link.
pub static MEMBER_STOCK: Statement = Statement::new(
    "link.stock_of_members",
    "SELECT count(CASE WHEN c.state = 'in_hand' OR c.offer_at <= $1 THEN 1 END) AS now, \
            count(CASE WHEN c.state <> 'in_hand' AND c.state <> 'closed' AND c.offer_at > $2 AND c.offer_at < $3 THEN 1 END) AS today, \
            count(CASE WHEN c.state <> 'in_hand' AND c.state <> 'closed' AND (c.offer_at IS NULL OR c.offer_at >= $4) THEN 1 END) AS later, \
            count(CASE WHEN c.state = 'closed' THEN 1 END) AS closed, \
            count(CASE WHEN c.state = 'callback' THEN 1 END) AS callbacks, \
            count(CASE WHEN c.state = 'in_hand' THEN 1 END) AS in_hand, \
            min(CASE WHEN c.state <> 'in_hand' AND c.state <> 'closed' AND c.offer_at > $5 THEN c.offer_at END) AS next \
     FROM member m JOIN live_contact c ON c.list_id = m.list_id AND c.id = m.contact_id \
     WHERE m.link_id = $6",
);

/// The running campaigns that would offer a contact.
pub static OFFERED_BY: Statement = Statement::new(
    "campaign.offering",
    "SELECT campaign.id, campaign.name FROM link JOIN campaign ON campaign.id = link.campaign_id \
     WHERE (link.filter IS NULL OR EXISTS (SELECT 1 FROM member WHERE member.link_id = link.id AND member.contact_id = $1)) \
     AND link.list_id = $2 AND link.active = 1 AND campaign.state = 'running' ORDER BY campaign.id",
);

/// Other settings under a new version of the same rules.
pub static COPY_RULES: Statement = Statement::new(
    "rules.with_settings",
    "INSERT INTO rules (catalogue, catalogue_version, country, law_version, settings) \
     SELECT catalogue, catalogue_version, country, law_version, $1 FROM rules WHERE id = $2 \
     RETURNING id",
);

/// Open contacts that have been tried.
pub static TRIED: Statement = Statement::new(
    "contact.tried",
    "SELECT body FROM contact WHERE list_id = $1 AND body IS NOT NULL AND state <> 'closed'",
);

pub static LIST: List = List {
    statements: &[
        &BY_NAME,
        &RENAME,
        &SOUNDS,
        &SET_SOUNDS,
        &LINKS,
        &ALL_LINKS,
        &LINK_BETWEEN,
        &REMOVE_LINK,
        &AGENTS,
        &AGENT_COUNTS,
        &SINCE,
        &OFFERED_BY,
        &LIST_STOCK,
        &MEMBER_STOCK,
        &COPY_RULES,
        &TRIED,
    ],
    many: &[],
    fetch: &[],
    bulk: &[],
};
