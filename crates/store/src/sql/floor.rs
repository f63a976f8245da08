//! The supervisor's live screen: who does what, what was tried today, what can be offered.

use super::{List, Many, Shape, Statement, int};

/// All agents with what they do at this moment: one seek each.
pub static AGENTS: Statement = Statement::new(
    "floor.agents",
    "SELECT agent.id, agent.name, agent.presence, agent.seen_at, agent.body, \
            p.since_at, p.phase, p.detail, p.campaign_id, p.list_id, p.contact_id, c.key \
     FROM agent \
     LEFT JOIN agent_phase p ON p.agent_id = agent.id AND p.until_at IS NULL \
     LEFT JOIN contact c ON c.list_id = p.list_id AND c.id = p.contact_id \
     ORDER BY agent.name, agent.id",
);

/// Today's attempts, counted from the index `attempt_today` alone.
pub static TODAY: Statement = Statement::new(
    "floor.today",
    "SELECT campaign_id, list_id, agent_id, code, count(*) AS attempts, \
            CAST(coalesce(sum((ended_at - answered_at) / 1000000), 0) AS bigint) AS talked \
     FROM attempt WHERE coded_at >= $1 AND coded_at < $2 \
     GROUP BY campaign_id, list_id, agent_id, code ORDER BY campaign_id, list_id, agent_id, code",
);

/// The attempts of a shorter time in slices of five minutes.
pub static SLICES: Statement = Statement::new(
    "floor.slices",
    "SELECT campaign_id, list_id, code, (coded_at - CAST($1 AS bigint)) / 300000000 AS slice, \
            count(*) AS attempts \
     FROM attempt WHERE coded_at >= $2 AND coded_at < $3 \
     GROUP BY campaign_id, list_id, code, slice ORDER BY campaign_id, list_id, code, slice",
);

pub static LINKS: Statement = Statement::new(
    "floor.links",
    "SELECT id, campaign_id, list_id, priority, active, filter FROM link ORDER BY id",
);

/// Imports whose untouched contacts are seen.
pub static POOLS: Statement = Statement::new(
    "floor.pools",
    "SELECT id FROM import WHERE list_id = $1 AND state = 'live'",
);

/// What can be offered some time, counted in the order of the index `contact_offer` and from it
/// alone: by pool and holder, when (now, today, later), and whether it is due.
pub static OFFERABLE: Statement = Statement::new(
    "floor.offerable",
    "SELECT pool, holder, \
            count(CASE WHEN offer_at <= $1 AND due_at <= $1 THEN 1 END) AS now_due, \
            count(CASE WHEN offer_at <= $1 AND due_at > $1 THEN 1 END) AS now_early, \
            count(CASE WHEN offer_at > $1 AND offer_at < $2 AND due_at <= $1 THEN 1 END) AS today_due, \
            count(CASE WHEN offer_at > $1 AND offer_at < $2 AND due_at > $1 THEN 1 END) AS today_early, \
            count(CASE WHEN offer_at >= $2 AND due_at <= $1 THEN 1 END) AS later_due, \
            count(CASE WHEN offer_at >= $2 AND due_at > $1 THEN 1 END) AS later_early \
     FROM contact WHERE list_id = $3 AND pool IS NOT NULL GROUP BY pool, holder",
);

/// The same among the members of a filtered link, from the index `member_offer` alone.
pub static OFFERABLE_MEMBERS: Statement = Statement::new(
    "floor.offerable_members",
    "SELECT pool, holder, \
            count(CASE WHEN offer_at <= $1 AND due_at <= $1 THEN 1 END) AS now_due, \
            count(CASE WHEN offer_at <= $1 AND due_at > $1 THEN 1 END) AS now_early, \
            count(CASE WHEN offer_at > $1 AND offer_at < $2 AND due_at <= $1 THEN 1 END) AS today_due, \
            count(CASE WHEN offer_at > $1 AND offer_at < $2 AND due_at > $1 THEN 1 END) AS today_early, \
            count(CASE WHEN offer_at >= $2 AND due_at <= $1 THEN 1 END) AS later_due, \
            count(CASE WHEN offer_at >= $2 AND due_at > $1 THEN 1 END) AS later_early \
     FROM member WHERE link_id = $3 AND pool IS NOT NULL GROUP BY pool, holder",
);

/// What cannot be offered, by its state: from the index `contact_waiting`.
pub static WAITING: Statement = Statement::new(
    "floor.waiting",
    "SELECT c.state, count(*) AS contacts FROM contact c JOIN import ON import.id = c.import_id \
     WHERE c.list_id = $1 AND c.pool IS NULL AND c.state <> 'closed' \
     AND (c.seq > 0 OR import.state = 'live') GROUP BY c.state",
);

pub static WAITING_MEMBERS: Statement = Statement::new(
    "floor.waiting_members",
    "SELECT c.state, count(*) AS contacts FROM contact c JOIN import ON import.id = c.import_id \
     JOIN member ON member.link_id = $1 AND member.contact_id = c.id \
     WHERE c.list_id = $2 AND c.pool IS NULL AND c.state <> 'closed' \
     AND (c.seq > 0 OR import.state = 'live') GROUP BY c.state",
);

/// Untouched contacts that are nobody's and have no place in the order, by what decides whether
/// the law finds a ground: from the index `contact_waiting` and their rows. Members of a link
/// only, if one is named; the same below.
pub static UNPLACED: Statement = Statement::new(
    "floor.unplaced",
    "SELECT c.zone, c.kind, c.consent, CAST(CASE WHEN c.numbers > 0 THEN 1 ELSE 0 END AS bigint) AS numbered, \
            count(*) AS contacts \
     FROM contact c JOIN import ON import.id = c.import_id \
     WHERE c.list_id = $1 AND c.pool IS NULL AND c.state <> 'closed' \
     AND c.state IN ('new', 'unreached', 'callback') AND c.seq = 0 AND import.state = 'live' \
     AND ($2 = CAST(0 AS bigint) OR EXISTS \
          (SELECT 1 FROM member m WHERE m.link_id = $3 AND m.contact_id = c.id)) \
     GROUP BY c.zone, c.kind, c.consent, numbered",
);

/// The touched ones among them, one by one.
pub static UNPLACED_TOUCHED: Statement = Statement::new(
    "floor.unplaced_touched",
    "SELECT c.body FROM contact c \
     WHERE c.list_id = $1 AND c.pool IS NULL AND c.state <> 'closed' \
     AND c.state IN ('new', 'unreached', 'callback') AND c.seq > 0 \
     AND ($2 = CAST(0 AS bigint) OR EXISTS \
          (SELECT 1 FROM member m WHERE m.link_id = $3 AND m.contact_id = c.id))",
);

/// Open contacts that are nobody's, and whether they have a place in the order.
pub static PLACED: Statement = Statement::new(
    "floor.placed",
    "SELECT c.id, CAST(CASE WHEN c.pool IS NULL THEN 0 ELSE 1 END AS bigint) AS placed \
     FROM contact c JOIN import ON import.id = c.import_id \
     WHERE c.list_id = $1 AND c.id > $2 AND c.state IN ('new', 'unreached', 'callback') \
     AND (c.seq > 0 OR import.state = 'live') ORDER BY c.id LIMIT $3",
);

/// Touched contacts that are due: what decides whether they can be had, with how many. Members
/// of a link only, if one is named; the same below.
pub static TOUCHED: Statement = Statement::new(
    "floor.touched",
    "SELECT c.zone, c.kind, CAST(CASE WHEN c.offer_at <= $1 THEN 1 ELSE 0 END AS bigint) AS had, \
            CAST(CASE WHEN c.body LIKE '%\"roster\":%' THEN 1 ELSE 0 END AS bigint) AS roster, count(*) AS contacts \
     FROM contact c WHERE c.list_id = $2 AND c.pool = 0 AND c.holder = 0 AND (c.due_at <= $3 OR c.offer_at <= $4) \
     AND ($5 = CAST(0 AS bigint) OR EXISTS \
          (SELECT 1 FROM member m WHERE m.link_id = $6 AND m.contact_id = c.id)) \
     GROUP BY c.zone, c.kind, had, roster",
);

/// Those of them that have a roster, one by one.
pub static ROSTERED: Statement = Statement::new(
    "floor.rostered",
    "SELECT c.zone, c.kind, CAST(CASE WHEN c.offer_at <= $1 THEN 1 ELSE 0 END AS bigint) AS had, c.body \
     FROM contact c WHERE c.list_id = $2 AND c.pool = 0 AND c.holder = 0 AND (c.due_at <= $3 OR c.offer_at <= $4) \
     AND c.body LIKE '%\"roster\":%' \
     AND ($5 = CAST(0 AS bigint) OR EXISTS \
          (SELECT 1 FROM member m WHERE m.link_id = $6 AND m.contact_id = c.id))",
);

/// Untouched contacts of an import whose time has come, by what the law asks.
pub static UNTOUCHED: Statement = Statement::new(
    "floor.untouched",
    "SELECT c.zone, c.kind, count(*) AS contacts FROM contact c \
     WHERE c.list_id = $1 AND c.pool = $2 AND c.holder = 0 AND c.offer_at <= $3 \
     AND ($4 = CAST(0 AS bigint) OR EXISTS \
          (SELECT 1 FROM member m WHERE m.link_id = $5 AND m.contact_id = c.id)) \
     GROUP BY c.zone, c.kind",
);

/// All contacts by what is wanted with them, what the law asks, and whether they have a roster:
/// reads the whole list.
pub static SHAPE: Statement = Statement::new(
    "floor.shape",
    "SELECT CAST(CASE WHEN state = 'closed' THEN 1 ELSE 0 END AS bigint) AS closed, \
            CASE WHEN state = 'closed' THEN code ELSE '' END AS closed_as, zone, kind, \
            count(CASE WHEN body LIKE '%\"roster\":%' THEN 1 END) AS rostered, count(*) AS contacts \
     FROM live_contact WHERE list_id = $1 GROUP BY closed, closed_as, zone, kind",
);

/// Callbacks whose time has passed, and the oldest: from the index `contact_callback` alone.
pub static OVERDUE: Statement = Statement::new(
    "floor.overdue",
    "SELECT count(*) AS contacts, min(due_at) AS oldest FROM contact \
     WHERE list_id = $1 AND state = 'callback' AND due_at < $2",
);

/// Open contacts of a list one after the other, with all that says why they wait. Members of a
/// link only, if one is named.
pub static OPEN_CONTACTS: Statement = Statement::new(
    "floor.open_contacts",
    "SELECT c.id, c.state, c.zone, c.kind, c.due_at, c.offer_at, c.holder, c.pool, \
            CASE WHEN c.offer_at IS NULL OR c.body LIKE '%\"roster\":%' THEN c.body END AS told, \
            c.consent, c.numbers \
     FROM contact c JOIN import ON import.id = c.import_id \
     WHERE c.list_id = $1 AND c.id > $2 AND c.state <> 'closed' \
     AND (c.seq > 0 OR import.state = 'live') \
     AND ($3 = CAST(0 AS bigint) OR EXISTS \
          (SELECT 1 FROM member m WHERE m.link_id = $4 AND m.contact_id = c.id)) \
     ORDER BY c.id LIMIT $5",
);

/// Open contacts that the filter of a link did not choose.
pub static NOT_CHOSEN: Statement = Statement::new(
    "floor.not_chosen",
    "SELECT c.id FROM live_contact c WHERE c.list_id = $1 AND c.id > $2 AND c.state <> 'closed' \
     AND NOT EXISTS (SELECT 1 FROM member m WHERE m.link_id = $3 AND m.contact_id = c.id) \
     ORDER BY c.id LIMIT $4",
);

pub static NOTE: Statement = Statement::new(
    "floor_event.note",
    "INSERT INTO floor_event (at, word, agent_id, by_user, detail) VALUES ($1, $2, $3, $4, $5)",
);

pub static EVENTS: Statement = Statement::new(
    "floor_event.last",
    "SELECT e.id, e.at, e.word, e.agent_id, u.name, e.detail FROM floor_event e \
     LEFT JOIN house_user u ON u.id = e.by_user ORDER BY e.id DESC LIMIT $1",
);

pub static EVENTS_OF: Statement = Statement::new(
    "floor_event.of_agent",
    "SELECT e.id, e.at, e.word, e.agent_id, u.name, e.detail FROM floor_event e \
     LEFT JOIN house_user u ON u.id = e.by_user WHERE e.agent_id = $1 ORDER BY e.id DESC LIMIT $2",
);

/// The user whose sessions end when an agent has left, and by whose order.
pub static ENDS: Statement = Statement::new(
    "agent.ends",
    "SELECT agent.ended_by, u.id FROM agent JOIN house_user u ON u.agent_id = agent.id \
     WHERE agent.id = $1 AND agent.ended_by IS NOT NULL",
);

pub static END_LATER: Statement = Statement::new(
    "agent.end_later",
    "UPDATE agent SET ended_by = $1 WHERE id = $2",
);

pub static SEND: Many = Many {
    name: "message.send",
    table: "message",
    columns: &[
        int("agent_id"),
        super::text("from_name"),
        super::text("text"),
        int("at"),
    ],
    shape: Shape::Insert { conflict: "" },
};

pub static UNSEEN: Statement = Statement::new(
    "message.unseen",
    "SELECT id, agent_id, from_name, text, at, seen_at FROM message \
     WHERE agent_id = $1 AND seen_at IS NULL ORDER BY id",
);

pub static SEE: Statement = Statement::new(
    "message.see",
    "UPDATE message SET seen_at = $1 WHERE agent_id = $2 AND seen_at IS NULL AND id <= $3",
);

pub static SENT: Statement = Statement::new(
    "message.sent",
    "SELECT id, agent_id, from_name, text, at, seen_at FROM message WHERE at >= $1 ORDER BY id DESC LIMIT $2",
);

pub static SETTING: Statement =
    Statement::new("setting.one", "SELECT body FROM setting WHERE name = $1");

pub static SET_SETTING: Statement = Statement::new(
    "setting.set",
    "INSERT INTO setting (name, body) VALUES ($1, $2) \
     ON CONFLICT (name) DO UPDATE SET body = excluded.body",
);

/// Who works for which campaign, and how.
pub static CELLS: Statement = Statement::new(
    "campaign_agent.all",
    "SELECT campaign_id, agent_id, callbacks_only, from_at, until_at FROM campaign_agent \
     ORDER BY agent_id, campaign_id",
);

pub static SET_CELL: Statement = Statement::new(
    "campaign_agent.set",
    "INSERT INTO campaign_agent (campaign_id, agent_id, callbacks_only, from_at, until_at) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (campaign_id, agent_id) DO UPDATE SET \
     callbacks_only = excluded.callbacks_only, from_at = excluded.from_at, until_at = excluded.until_at",
);

pub static LIST: List = List {
    statements: &[
        &AGENTS,
        &TODAY,
        &SLICES,
        &LINKS,
        &POOLS,
        &OFFERABLE,
        &OFFERABLE_MEMBERS,
        &WAITING,
        &WAITING_MEMBERS,
        &UNPLACED,
        &UNPLACED_TOUCHED,
        &PLACED,
        &TOUCHED,
        &ROSTERED,
        &UNTOUCHED,
        &SHAPE,
        &OVERDUE,
        &OPEN_CONTACTS,
        &NOT_CHOSEN,
        &NOTE,
        &EVENTS,
        &EVENTS_OF,
        &ENDS,
        &END_LATER,
        &UNSEEN,
        &SEE,
        &SENT,
        &SETTING,
        &SET_SETTING,
        &CELLS,
        &SET_CELL,
    ],
    many: &[&SEND],
    fetch: &[],
    bulk: &[],
};
