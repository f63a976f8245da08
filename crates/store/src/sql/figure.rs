//! What reports, exports and explanations read.

use super::{Fetch, List, Statement, int};

pub static STOCK: Statement = Statement::new(
    "figure.stock",
    "SELECT \
        count(CASE WHEN state = 'in_hand' OR offer_at <= $1 THEN 1 END) AS now, \
        count(CASE WHEN state <> 'in_hand' AND state <> 'closed' AND offer_at > $2 AND offer_at < $3 THEN 1 END) AS today, \
        count(CASE WHEN state <> 'in_hand' AND state <> 'closed' AND (offer_at IS NULL OR offer_at >= $4) THEN 1 END) AS later, \
        count(CASE WHEN state = 'closed' THEN 1 END) AS closed \
     FROM live_contact c WHERE list_id = $5 \
     AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.list_id = c.list_id AND m.contact_id = c.id)",
);

/// The same of many lists, each with the midnight of its own zone.
pub static STOCKS: Fetch = Fetch {
    name: "figure.stocks",
    keys: &[int("list_id"), int("now"), int("midnight")],
    select: "c.list_id, \
        count(CASE WHEN c.state = 'in_hand' OR c.offer_at <= v.now THEN 1 END) AS now, \
        count(CASE WHEN c.state <> 'in_hand' AND c.state <> 'closed' AND c.offer_at > v.now AND c.offer_at < v.midnight THEN 1 END) AS today, \
        count(CASE WHEN c.state <> 'in_hand' AND c.state <> 'closed' AND (c.offer_at IS NULL OR c.offer_at >= v.midnight) THEN 1 END) AS later, \
        count(CASE WHEN c.state = 'closed' THEN 1 END) AS closed",
    from: "live_contact c",
    filter: "c.list_id = v.list_id GROUP BY c.list_id",
};

/// All lists with the campaigns they stand in.
pub static ALL_LINKS: Statement = Statement::new(
    "figure.all_links",
    "SELECT link.list_id, campaign.id, campaign.name, link.active, campaign.state \
     FROM link JOIN campaign ON campaign.id = link.campaign_id ORDER BY link.list_id, campaign.name, campaign.id",
);

/// Contacts by the code that holds.
pub static BY_CODE: Statement = Statement::new(
    "figure.by_code",
    "SELECT code, state, count(*) AS contacts FROM live_contact c WHERE list_id = $1 \
     AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.list_id = c.list_id AND m.contact_id = c.id) \
     GROUP BY code, state ORDER BY code, state",
);

pub static ATTEMPTS_BY_CODE: Statement = Statement::new(
    "figure.attempts_by_code",
    "SELECT code, count(*) AS attempts FROM attempt WHERE list_id = $1 AND coded_at >= $2 AND coded_at < $3 \
     GROUP BY code ORDER BY code",
);

/// Attempts by agent and code.
pub static ATTEMPTS_BY_AGENT: Statement = Statement::new(
    "figure.attempts_by_agent",
    "SELECT agent.id, agent.name, attempt.code, count(*) AS attempts, \
            CAST(coalesce(sum(attempt.ended_at - attempt.answered_at), 0) AS bigint) AS talked \
     FROM attempt JOIN agent ON agent.id = attempt.agent_id \
     WHERE attempt.coded_at >= $1 AND attempt.coded_at < $2 \
     GROUP BY agent.id, agent.name, attempt.code ORDER BY agent.id, attempt.code",
);

pub static EACH_CONTACT: Statement = Statement::new(
    "contact.each",
    "SELECT c.id, c.key, c.state, c.code, c.due_at, c.owner, c.attempts, c.unreached_run, c.last_attempt_at, \
            (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
             WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
             ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM live_contact c WHERE c.list_id = $1 \
     AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.list_id = c.list_id AND m.contact_id = c.id) ORDER BY c.id",
);

pub static ONE_CONTACT: Statement = Statement::new(
    "contact.one",
    "SELECT c.id, c.key, c.state, c.code, c.due_at, c.owner, c.attempts, c.unreached_run, c.last_attempt_at, \
            (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
             WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
             ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM live_contact c WHERE c.list_id = $1 AND c.id = $2",
);

/// Every contact as the doctor examines it.
pub static EXAMINED: Statement = Statement::new(
    "contact.examined",
    "SELECT c.list_id, c.id, c.zone, c.kind, c.numbers, c.arrival, import.at, import.rules_id, c.import_id, \
            c.seq, c.at, c.digest, c.state, c.code, c.due_at, c.pool, c.holder, c.band, c.priority, \
            c.offer_at, c.owner, c.release_at, c.hand_agent, c.lease_until, c.attempts, \
            c.unreached_run, c.last_attempt_at, c.order_key, c.wake_at, c.body, c.consent \
     FROM contact c JOIN import ON import.id = c.import_id ORDER BY c.list_id, c.id",
);

pub static BATCHES: Statement = Statement::new(
    "import.all_batches",
    "SELECT journal.list_id, journal.subject_id, journal.seq, journal.body, journal.digest, \
            journal.at, import.at, journal.happened_at \
     FROM journal JOIN import ON import.id = journal.subject_id WHERE journal.subject = 'import' \
     ORDER BY journal.list_id, journal.subject_id, journal.seq",
);

pub static AGENT_JOURNAL: Statement = Statement::new(
    "journal.of_agents",
    "SELECT subject_id, seq, at, happened_at, actor, body, digest FROM journal \
     WHERE subject = 'agent' ORDER BY subject_id, seq",
);

pub static AGENT_SEQS: Statement =
    Statement::new("agent.seqs", "SELECT id, seq FROM agent ORDER BY id");

pub static ALL_DIALS: Statement = Statement::new(
    "dial.all",
    "SELECT list_id, contact_id, attempt, at FROM dial ORDER BY list_id, contact_id, attempt",
);

pub static ALL_ATTEMPTS: Statement = Statement::new(
    "attempt.all",
    "SELECT list_id, contact_id, attempt, outcome, code, coded_at, agent_id, campaign_id FROM attempt \
     ORDER BY list_id, contact_id, attempt",
);

pub static ATTEMPTS_OF: Statement = Statement::new(
    "attempt.of_contact",
    "SELECT attempt, slot, agent_id, placed_at, answered_at, ended_at, outcome, code, cause, coded_at, campaign_id, \
            major, minor, inbound FROM attempt WHERE list_id = $1 AND contact_id = $2 ORDER BY attempt",
);

/// Dials placed after the number was suppressed everywhere: there must be none.
pub static UNLAWFUL: Statement = Statement::new(
    "dial.unlawful",
    "SELECT dial.list_id, dial.contact_id, dial.attempt FROM dial JOIN suppression s ON s.number = dial.number \
     WHERE s.extent = 'everywhere' AND dial.at > s.added_at AND (s.until_at IS NULL OR dial.at < s.until_at) \
     ORDER BY dial.list_id, dial.contact_id, dial.attempt",
);

pub static STATE_HASH: Statement = Statement::new(
    "contact.state_hash",
    "SELECT list_id, id, digest FROM contact ORDER BY list_id, id",
);

pub static LIST: List = List {
    statements: &[
        &STOCK,
        &ALL_LINKS,
        &BY_CODE,
        &ATTEMPTS_BY_CODE,
        &ATTEMPTS_BY_AGENT,
        &EACH_CONTACT,
        &ONE_CONTACT,
        &EXAMINED,
        &BATCHES,
        &AGENT_JOURNAL,
        &AGENT_SEQS,
        &ALL_DIALS,
        &ALL_ATTEMPTS,
        &ATTEMPTS_OF,
        &UNLAWFUL,
        &STATE_HASH,
    ],
    many: &[],
    fetch: &[&STOCKS],
    bulk: &[],
};
