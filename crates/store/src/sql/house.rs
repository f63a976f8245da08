//! Lists, campaigns, links, agents and rules: small tables.

use super::{Fetch, List, Statement, int};

pub static ADD_CATALOGUE: Statement = Statement::new(
    "catalogue.add",
    "INSERT INTO catalogue (name, version, body) VALUES ($1, $2, $3) ON CONFLICT (name, version) DO NOTHING",
);

pub static CATALOGUE: Statement = Statement::new(
    "catalogue.body",
    "SELECT body FROM catalogue WHERE name = $1 AND version = $2",
);

pub static ADD_LAW: Statement = Statement::new(
    "law.add",
    "INSERT INTO law (country, version, body) VALUES ($1, $2, $3) ON CONFLICT (country, version) DO NOTHING",
);

pub static LAW: Statement = Statement::new(
    "law.body",
    "SELECT body FROM law WHERE country = $1 AND version = $2",
);

pub static ADD_RULES: Statement = Statement::new(
    "rules.add",
    "INSERT INTO rules (catalogue, catalogue_version, country, law_version, settings) \
     VALUES ($1, $2, $3, $4, $5) RETURNING id",
);

pub static RULES: Statement = Statement::new(
    "rules.load",
    "SELECT rules.id, catalogue.body, law.body, rules.settings, rules.country FROM rules \
     JOIN catalogue ON catalogue.name = rules.catalogue AND catalogue.version = rules.catalogue_version \
     LEFT JOIN law ON law.country = rules.country AND law.version = rules.law_version \
     WHERE rules.id = $1",
);

pub static ADD_LIST: Statement = Statement::new(
    "list.add",
    "INSERT INTO list (name, country, rules_id, fields, next_contact_id, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
);

pub static LIST_BY_NAME: Statement = Statement::new(
    "list.by_name",
    "SELECT id, name, country, rules_id, fields FROM list WHERE name = $1",
);

pub static LIST_BY_ID: Statement = Statement::new(
    "list.by_id",
    "SELECT id, name, country, rules_id, fields FROM list WHERE id = $1",
);

pub static LISTS: Statement = Statement::new(
    "list.all",
    "SELECT id, name, country, rules_id, fields FROM list ORDER BY id",
);

pub static SET_RULES: Statement = Statement::new(
    "list.set_rules",
    "UPDATE list SET rules_id = $1 WHERE id = $2",
);

pub static SET_FIELDS: Statement = Statement::new(
    "list.set_fields",
    "UPDATE list SET fields = $1 WHERE id = $2",
);

/// Contact ids are drawn from one line for the whole house, a range at a time.
pub static RESERVE_IDS: Statement = Statement::new(
    "list.reserve_ids",
    "UPDATE list SET next_contact_id = $1 WHERE id = $2",
);

/// Whoever draws keeps the others waiting until the range is reserved.
pub static NEXT_ID: Statement = Statement::apart(
    "list.next_id",
    "SELECT max(next_contact_id) AS next FROM list",
    "SELECT max(l.next_contact_id) AS next FROM \
     (SELECT next_contact_id FROM list ORDER BY id FOR UPDATE) AS l",
);

pub static ADD_CAMPAIGN: Statement = Statement::new(
    "campaign.add",
    "INSERT INTO campaign (name, state, priority, callbacks_jump, created_at) \
     VALUES ($1, $2, $3, $4, $5) RETURNING id",
);

pub static CAMPAIGNS: Statement = Statement::new(
    "campaign.all",
    "SELECT id, name, state, priority, callbacks_jump, advertiser_id, caller_id FROM campaign ORDER BY id",
);

pub static SET_CAMPAIGN: Statement = Statement::new(
    "campaign.set",
    "UPDATE campaign SET state = $1, priority = $2, callbacks_jump = $3, caller_id = $4 WHERE id = $5",
);

pub static SET_CALLER_ID: Statement = Statement::new(
    "campaign.set_caller_id",
    "UPDATE campaign SET caller_id = $1 WHERE id = $2",
);

pub static ADD_LINK: Statement = Statement::new(
    "link.add",
    "INSERT INTO link (campaign_id, list_id, priority, active, filter, offers) \
     VALUES ($1, $2, $3, $4, $5, 0) RETURNING id",
);

pub static SET_LINK: Statement = Statement::new(
    "link.set",
    "UPDATE link SET priority = $1, active = $2 WHERE id = $3",
);

/// The links an agent works, with all that decides their order.
pub static LINKS_OF_AGENT: Statement = Statement::new(
    "link.of_agent",
    "SELECT link.id, link.campaign_id, link.list_id, campaign.priority, link.priority, link.filter, \
            link.offers, campaign.callbacks_jump, list.rules_id, campaign_agent.callbacks_only, campaign.caller_id \
     FROM campaign_agent \
     JOIN campaign ON campaign.id = campaign_agent.campaign_id \
     JOIN link ON link.campaign_id = campaign.id \
     JOIN list ON list.id = link.list_id \
     WHERE campaign_agent.agent_id = $1 AND campaign.state = 'running' AND link.active = 1 \
     AND (campaign_agent.from_at IS NULL OR campaign_agent.from_at <= $2) \
     AND (campaign_agent.until_at IS NULL OR campaign_agent.until_at > $3) \
     AND NOT EXISTS (SELECT list_retention.list_id FROM list_retention \
                     WHERE list_retention.list_id = link.list_id AND list_retention.expires_at <= $4) \
     ORDER BY link.id",
);

pub static OFFERED: Statement = Statement::new(
    "link.offered",
    "UPDATE link SET offers = offers + 1 WHERE id = $1",
);

pub static LIST_LINKS: Statement = Statement::new(
    "link.of_list",
    "SELECT id, campaign_id, priority, active, filter FROM link WHERE list_id = $1 ORDER BY id",
);

pub static ADD_AGENT: Statement = Statement::new(
    "agent.add",
    "INSERT INTO agent (name, seq, presence, body) VALUES ($1, 0, 'out', $2) RETURNING id",
);

pub static AGENT: Statement = Statement::new(
    "agent.by_id",
    "SELECT agent.id, agent.name, agent.seq, agent.body, contact.list_id, contact.id, contact.body, agent.seen_at \
     FROM agent LEFT JOIN contact ON contact.hand_agent = agent.id WHERE agent.id = $1",
);

pub static BODIES: Fetch = Fetch {
    name: "agent.bodies",
    keys: &[int("id")],
    select: "agent.id, agent.body",
    from: "agent",
    filter: "agent.id = v.id",
};

pub static AGENT_BY_NAME: Statement =
    Statement::new("agent.by_name", "SELECT id FROM agent WHERE name = $1");

pub static AGENTS: Statement =
    Statement::new("agent.all", "SELECT id, name, body FROM agent ORDER BY id");

pub static ADVANCE_AGENT: Statement = Statement::new(
    "agent.advance",
    "UPDATE agent SET seq = seq + 1, presence = $1, body = $2 WHERE id = $3 AND seq = $4",
);

pub static ASSIGN: Statement = Statement::new(
    "campaign_agent.add",
    "INSERT INTO campaign_agent (campaign_id, agent_id) VALUES ($1, $2) \
     ON CONFLICT (campaign_id, agent_id) DO NOTHING",
);

pub static UNASSIGN: Statement = Statement::new(
    "campaign_agent.remove",
    "DELETE FROM campaign_agent WHERE campaign_id = $1 AND agent_id = $2",
);

pub static LIST: List = List {
    statements: &[
        &ADD_CATALOGUE,
        &CATALOGUE,
        &ADD_LAW,
        &LAW,
        &ADD_RULES,
        &RULES,
        &ADD_LIST,
        &LIST_BY_NAME,
        &LIST_BY_ID,
        &LISTS,
        &SET_RULES,
        &SET_FIELDS,
        &RESERVE_IDS,
        &NEXT_ID,
        &ADD_CAMPAIGN,
        &CAMPAIGNS,
        &SET_CAMPAIGN,
        &SET_CALLER_ID,
        &ADD_LINK,
        &SET_LINK,
        &LINKS_OF_AGENT,
        &OFFERED,
        &LIST_LINKS,
        &ADD_AGENT,
        &AGENT,
        &AGENT_BY_NAME,
        &AGENTS,
        &ADVANCE_AGENT,
        &ASSIGN,
        &UNASSIGN,
    ],
    many: &[],
    fetch: &[&BODIES],
    bulk: &[],
};
