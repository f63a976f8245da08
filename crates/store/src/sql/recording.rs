//! Recordings of talks.

use super::{List, Many, Shape, Statement, int};

pub static ADD: Statement = Statement::new(
    "recording.add",
    "INSERT INTO recording (list_id, contact_id, attempt, agent_id, campaign_id, state, consent, \
     created_at, pauses, keep_until, by_agent) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '[]', $9, $10) \
     ON CONFLICT (list_id, contact_id, attempt) DO NOTHING",
);

pub static ONE: Statement = Statement::new(
    "recording.one",
    "SELECT list_id, contact_id, attempt, agent_id, campaign_id, state, consent, consent_at, on_exchange, \
     created_at, began_at, ended_at, pauses, bytes, digest, key_id, keep_until, by_agent, gone_at, \
     gone_why, gone_by, gone_by_id, refused_until, refused_by, refused_by_id \
     FROM recording WHERE list_id = $1 AND contact_id = $2 AND attempt = $3",
);

pub static OF_CONTACT: Statement = Statement::new(
    "recording.of_contact",
    "SELECT list_id, contact_id, attempt FROM recording WHERE list_id = $1 AND contact_id = $2 ORDER BY attempt",
);

/// All that may change, where nobody else was faster.
pub static CHANGE: Statement = Statement::new(
    "recording.change",
    "UPDATE recording SET state = $1, consent = $2, consent_at = $3, on_exchange = $4, began_at = $5, \
     ended_at = $6, pauses = $7, bytes = $8, digest = $9, key_id = $10, gone_at = $11, gone_why = $12, \
     gone_by = $13, gone_by_id = $14, refused_until = $15, refused_by = $16, refused_by_id = $17 \
     WHERE list_id = $18 AND contact_id = $19 AND attempt = $20 AND state = $21 \
       AND coalesce(refused_until, 0) = $22",
);

/// The talk is somebody else's now.
pub static PASS_ON: Many = Many {
    name: "recording.pass_on",
    table: "recording",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("attempt"),
        int("agent_id"),
    ],
    shape: Shape::Update {
        set: "agent_id = v.agent_id",
        filter: "recording.list_id = v.list_id AND recording.contact_id = v.contact_id \
                 AND recording.attempt = v.attempt",
    },
};

/// Nothing was recorded, and nothing will be.
pub static DROP: Statement = Statement::new(
    "recording.drop",
    "DELETE FROM recording WHERE list_id = $1 AND contact_id = $2 AND attempt = $3 \
     AND refused_until IS NULL",
);

/// The oldest first, from behind one on.
pub static IN_STATE: Statement = Statement::new(
    "recording.in_state",
    "SELECT list_id, contact_id, attempt FROM recording \
     WHERE state = $1 AND state <> 'kept' AND state <> 'destroyed' AND state <> 'lost' \
       AND (created_at > CAST($2 AS bigint) OR (created_at = CAST($2 AS bigint) \
            AND (list_id > CAST($3 AS bigint) OR (list_id = CAST($3 AS bigint) \
            AND (contact_id > CAST($4 AS bigint) OR (contact_id = CAST($4 AS bigint) \
            AND attempt > CAST($5 AS bigint))))))) \
     ORDER BY created_at, list_id, contact_id, attempt LIMIT $6",
);

pub static DUE: Statement = Statement::new(
    "recording.due",
    "SELECT list_id, contact_id, attempt FROM recording \
     WHERE state = 'kept' AND keep_until <= $1 ORDER BY keep_until LIMIT $2",
);

/// By what they are, newest first, from behind one on.
pub static FIND: Statement = Statement::new(
    "recording.find",
    "SELECT r.list_id, r.contact_id, r.attempt FROM recording r \
     WHERE r.created_at >= $1 AND r.created_at < $2 \
       AND (CAST($3 AS bigint) = 0 OR r.campaign_id = CAST($3 AS bigint)) \
       AND (CAST($4 AS bigint) = 0 OR r.agent_id = CAST($4 AS bigint)) \
       AND (CAST($5 AS text) = '' OR EXISTS (SELECT 1 FROM attempt a \
            WHERE a.list_id = r.list_id AND a.contact_id = r.contact_id AND a.attempt = r.attempt \
            AND a.code = CAST($5 AS text))) \
       AND (r.created_at < CAST($6 AS bigint) OR (r.created_at = CAST($6 AS bigint) \
            AND (r.list_id < CAST($7 AS bigint) OR (r.list_id = CAST($7 AS bigint) \
            AND (r.contact_id < CAST($8 AS bigint) OR (r.contact_id = CAST($8 AS bigint) \
            AND r.attempt < CAST($9 AS bigint))))))) \
     ORDER BY r.created_at DESC, r.list_id DESC, r.contact_id DESC, r.attempt DESC LIMIT $10",
);

/// Those of a contact that are not gone yet.
pub static OF_ERASED: Statement = Statement::new(
    "recording.of_erased",
    "SELECT list_id, contact_id, attempt FROM recording WHERE list_id = $1 AND contact_id = $2 \
     AND state <> 'condemned' AND state <> 'destroyed' AND state <> 'lost'",
);

/// What the campaigns of an agent ask of their calls.
pub static PROFILES: Statement = Statement::new(
    "recording.profiles",
    "SELECT c.profile FROM campaign_agent a JOIN campaign c ON c.id = a.campaign_id WHERE a.agent_id = $1",
);

/// How many are in each state that does not last.
pub static OPEN: Statement = Statement::new(
    "recording.open",
    "SELECT state, count(*) AS n FROM recording \
     WHERE state <> 'kept' AND state <> 'destroyed' AND state <> 'lost' GROUP BY state",
);

/// Refused, and not taken back in time.
pub static REFUSED_UNTIL: Statement = Statement::new(
    "recording.refused_until",
    "SELECT list_id, contact_id, attempt FROM recording \
     WHERE refused_until IS NOT NULL AND refused_until <= $1 \
     ORDER BY refused_until, list_id, contact_id, attempt",
);

pub static REFUSE: Statement = Statement::new(
    "recording_refusal.add",
    "INSERT INTO recording_refusal (number, refused_at) \
     SELECT DISTINCT n.number, CAST($1 AS bigint) FROM number n WHERE n.list_id = $2 AND n.contact_id = $3 \
     ON CONFLICT (number) DO UPDATE SET refused_at = excluded.refused_at",
);

pub static LIFT: Statement = Statement::new(
    "recording_refusal.lift",
    "DELETE FROM recording_refusal WHERE number IN \
     (SELECT n.number FROM number n WHERE n.list_id = $1 AND n.contact_id = $2)",
);

/// Since when, by whichever of its numbers.
pub static REFUSES: Statement = Statement::new(
    "recording_refusal.of",
    "SELECT max(r.refused_at) AS refused_at FROM number n JOIN recording_refusal r ON r.number = n.number \
     WHERE n.list_id = $1 AND n.contact_id = $2",
);

pub static LIST: List = List {
    statements: &[
        &ADD,
        &ONE,
        &OF_CONTACT,
        &CHANGE,
        &DROP,
        &IN_STATE,
        &DUE,
        &FIND,
        &OF_ERASED,
        &PROFILES,
        &OPEN,
        &REFUSED_UNTIL,
        &REFUSE,
        &LIFT,
        &REFUSES,
    ],
    many: &[&PASS_ON],
    fetch: &[],
    bulk: &[],
};
