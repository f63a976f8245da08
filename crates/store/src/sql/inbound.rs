//! Calls that came in.

use super::{List, Statement};

pub static CAME: Statement = Statement::new(
    "inbound.came",
    "INSERT INTO inbound_call (called, caller, caller_name, campaign_id, list_id, contact_id, slot, \
     first_agent, state, arrived_at, exchange, line) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'arrived', $9, $10, $11) \
     RETURNING id",
);

/// Those that nobody has taken yet, the longest there first.
pub static OPEN: Statement = Statement::new(
    "inbound.open",
    "SELECT i.id, i.called, i.caller, i.caller_name, i.campaign_id, i.list_id, i.contact_id, \
     i.slot, i.first_agent, i.state, i.arrived_at, i.waits_since, i.asked_agent, i.asked_at, \
     i.agent_id, i.attempt, i.ended, i.code, i.major, i.minor FROM inbound_call i \
     WHERE i.state IN ('arrived', 'waiting') ORDER BY i.id",
);

pub static NEWEST: Statement = Statement::new(
    "inbound.newest",
    "SELECT i.id, i.called, i.caller, i.caller_name, i.campaign_id, i.list_id, i.contact_id, \
     i.slot, i.first_agent, i.state, i.arrived_at, i.waits_since, i.asked_agent, i.asked_at, \
     i.agent_id, i.attempt, i.ended, i.code, i.major, i.minor FROM inbound_call i \
     ORDER BY i.id DESC LIMIT $1",
);

/// The newest call to a number that is known so on the exchange.
pub static ON_LINE: Statement = Statement::new(
    "inbound.on_line",
    "SELECT i.id, i.called, i.caller, i.caller_name, i.campaign_id, i.list_id, i.contact_id, \
     i.slot, i.first_agent, i.state, i.arrived_at, i.waits_since, i.asked_agent, i.asked_at, \
     i.agent_id, i.attempt, i.ended, i.code, i.major, i.minor FROM inbound_call i \
     WHERE i.line = $1 AND i.called = $2 ORDER BY i.id DESC LIMIT 1",
);

pub static WAITS: Statement = Statement::new(
    "inbound.waits",
    "UPDATE inbound_call SET state = 'waiting', waits_since = $1 WHERE id = $2 AND state = 'arrived'",
);

pub static ASK: Statement = Statement::new(
    "inbound.ask",
    "UPDATE inbound_call SET asked_agent = $1, asked_at = $2 WHERE id = $3 AND state = 'waiting'",
);

pub static ANSWERED: Statement = Statement::new(
    "inbound.answered",
    "UPDATE inbound_call SET state = 'answered', agent_id = $1, ended_at = $2, list_id = $3, \
     contact_id = $4, slot = $5, attempt = $6, asked_agent = NULL, asked_at = NULL \
     WHERE id = $7 AND state IN ('arrived', 'waiting')",
);

pub static ENDED: Statement = Statement::new(
    "inbound.ended",
    "UPDATE inbound_call SET state = 'ended', ended = $1, ended_at = $2, list_id = $3, \
     contact_id = $4, slot = $5, attempt = $6, code = $7, major = $8, minor = $9, \
     asked_agent = NULL, asked_at = NULL WHERE id = $10 AND state IN ('arrived', 'waiting')",
);

/// Whether the contact is still there: its import may have been taken back.
pub static THERE: Statement = Statement::new(
    "inbound.there",
    "SELECT c.id FROM live_contact c WHERE c.list_id = $1 AND c.id = $2",
);

/// Contacts with the number, the open ones first, then by the newest call to it: one that never was
/// called comes last in every database. What a contact that went to another list left behind is none.
pub static KNOWN: Statement = Statement::new(
    "inbound.known",
    "SELECT n.list_id, n.contact_id, n.slot, c.owner, c.state, \
     coalesce((SELECT max(a.placed_at) FROM attempt a WHERE a.list_id = n.list_id \
      AND a.contact_id = n.contact_id), 0) AS dialled_at, \
     (SELECT a.agent_id FROM attempt a WHERE a.list_id = n.list_id \
      AND a.contact_id = n.contact_id AND a.agent_id > 0 ORDER BY a.attempt DESC LIMIT 1) AS agent, \
     (SELECT l.campaign_id FROM link l WHERE l.list_id = n.list_id AND l.active = 1 \
      ORDER BY CASE WHEN l.campaign_id = $1 THEN 0 ELSE 1 END, l.id LIMIT 1) AS campaign \
     FROM number n JOIN live_contact c ON c.list_id = n.list_id AND c.id = n.contact_id \
     WHERE n.number = $2 \
     AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.list_id = c.list_id AND m.contact_id = c.id) \
     ORDER BY CASE WHEN c.state = 'closed' THEN 1 ELSE 0 END, \
     dialled_at DESC, n.list_id, n.contact_id LIMIT 1",
);

/// Who is ready and has empty hands, the longest first: those of the campaign, and one who may be of
/// another. Nobody whom another caller asks.
pub static READY: Statement = Statement::new(
    "inbound.ready",
    "SELECT p.agent_id FROM agent_phase p JOIN agent a ON a.id = p.agent_id \
     WHERE p.until_at IS NULL AND p.phase = 'ready' AND a.seen_at >= $1 \
     AND (p.agent_id = $2 OR EXISTS (SELECT 1 FROM campaign_agent m \
          WHERE m.agent_id = p.agent_id AND m.campaign_id = $3)) \
     AND ($4 = CAST(0 AS bigint) OR a.phone IS NOT NULL) \
     AND NOT EXISTS (SELECT 1 FROM inbound_call i WHERE i.state = 'waiting' \
                     AND i.asked_agent = p.agent_id AND i.id <> $5) \
     ORDER BY p.since_at, p.agent_id",
);

pub static WAITING_AT: Statement = Statement::new(
    "inbound.waiting_at",
    "SELECT count(*) AS waiting FROM inbound_call WHERE called = $1 AND state = 'waiting'",
);

/// By number since an instant: all, taken, taken in time, hung up, waiting.
pub static COUNTS: Statement = Statement::new(
    "inbound.counts",
    "SELECT i.called, count(*) AS offered, \
     count(CASE WHEN i.state = 'answered' THEN 1 END) AS answered, \
     count(CASE WHEN i.state = 'answered' AND i.ended_at - i.arrived_at <= $1 THEN 1 END) AS in_time, \
     count(CASE WHEN i.ended = 'hung_up' THEN 1 END) AS abandoned, \
     count(CASE WHEN i.state = 'waiting' THEN 1 END) AS waiting, \
     min(CASE WHEN i.state = 'waiting' THEN i.waits_since END) AS longest, \
     count(CASE WHEN i.ended = 'callback_asked' THEN 1 END) AS callbacks, \
     count(CASE WHEN i.ended = 'opted_out' THEN 1 END) AS opted_out \
     FROM inbound_call i WHERE i.arrived_at >= $2 AND (CAST($3 AS bigint) = 0 OR i.called = $3) \
     GROUP BY i.called ORDER BY i.called",
);

/// By which rules a call is coded that is of no contact: those of the number's list, or of the first
/// of its campaign.
pub static RULES: Statement = Statement::new(
    "inbound.rules",
    "SELECT l.rules_id FROM list l \
     WHERE l.id = coalesce((SELECT q.list_id FROM queue q WHERE q.number = $1), \
     (SELECT k.list_id FROM link k WHERE k.campaign_id = $2 ORDER BY k.priority, k.id LIMIT 1))",
);

/// Who called is personal.
pub static FORGET: Statement = Statement::new(
    "inbound.erase",
    "UPDATE inbound_call SET caller = NULL, caller_name = NULL WHERE list_id = $1 AND contact_id = $2",
);

pub static FORGET_OLD: Statement = Statement::new(
    "inbound.forget_old",
    "UPDATE inbound_call SET caller = NULL, caller_name = NULL \
     WHERE contact_id IS NULL AND arrived_at < $1 AND caller IS NOT NULL",
);

/// With which exchanges somebody waits for this agent, or for any of her campaigns, and her phone.
pub static FOR_AGENT: Statement = Statement::new(
    "inbound.for_agent",
    "SELECT DISTINCT i.exchange, a.phone FROM inbound_call i JOIN agent a ON a.id = $1 \
     WHERE i.state = 'waiting' AND (i.asked_agent = a.id \
     OR (i.asked_agent IS NULL AND EXISTS (SELECT 1 FROM campaign_agent m \
         WHERE m.agent_id = a.id AND m.campaign_id = i.campaign_id)))",
);

pub static LIST: List = List {
    statements: &[
        &CAME,
        &OPEN,
        &NEWEST,
        &ON_LINE,
        &WAITS,
        &ASK,
        &ANSWERED,
        &ENDED,
        &THERE,
        &KNOWN,
        &READY,
        &WAITING_AT,
        &COUNTS,
        &RULES,
        &FORGET_OLD,
        &FOR_AGENT,
        &FORGET,
    ],
    many: &[],
    fetch: &[],
    bulk: &[],
};
