//! Finding attempts.

use super::{Fetch, List, Statement, int};

/// Attempts by what they are, newest first, from behind one on.
pub static FIND: Statement = Statement::new(
    "attempt.find",
    "SELECT a.list_id, a.contact_id, a.attempt, a.slot, a.agent_id, a.placed_at, a.answered_at, a.ended_at, \
            a.outcome, a.code, a.coded_at, a.campaign_id, a.major, a.minor, a.inbound \
     FROM attempt a \
     WHERE a.coded_at >= $1 AND a.coded_at < $2 \
       AND (CAST($3 AS bigint) = 0 OR a.list_id = CAST($3 AS bigint)) \
       AND (CAST($4 AS text) = '' OR a.code = CAST($4 AS text)) \
       AND (CAST($5 AS text) = '' OR a.outcome = CAST($5 AS text)) \
       AND (CAST($6 AS bigint) = 0 OR a.agent_id = CAST($6 AS bigint)) \
       AND (CAST($7 AS bigint) = 0 OR EXISTS (SELECT 1 FROM dial d \
            WHERE d.number = CAST($7 AS bigint) AND d.list_id = a.list_id \
            AND d.contact_id = a.contact_id AND d.attempt = a.attempt)) \
       AND (a.coded_at < CAST($8 AS bigint) OR (a.coded_at = CAST($8 AS bigint) \
            AND (a.list_id < CAST($9 AS bigint) OR (a.list_id = CAST($9 AS bigint) \
            AND (a.contact_id < CAST($10 AS bigint) OR (a.contact_id = CAST($10 AS bigint) \
            AND a.attempt < CAST($11 AS bigint))))))) \
     ORDER BY a.coded_at DESC, a.list_id DESC, a.contact_id DESC, a.attempt DESC LIMIT $12",
);

/// The newest attempt of each contact that gave it the code it has.
pub static GIVERS: Fetch = Fetch {
    name: "attempt.givers",
    keys: &[int("list_id"), int("id")],
    select: "a.contact_id, a.attempt, a.slot, a.agent_id, a.placed_at, a.answered_at, a.ended_at, \
             a.outcome, a.code, a.cause, a.coded_at, a.campaign_id, a.major, a.minor, a.inbound",
    from: "attempt a JOIN contact c ON c.list_id = a.list_id AND c.id = a.contact_id",
    filter: "a.list_id = v.list_id AND a.contact_id = v.id AND a.code = c.code \
             AND NOT EXISTS (SELECT 1 FROM attempt b WHERE b.list_id = a.list_id \
                 AND b.contact_id = a.contact_id AND b.code = a.code AND b.attempt > a.attempt)",
};

pub static GIVERS_OF_LIST: Statement = Statement::new(
    "attempt.givers_of_list",
    "SELECT a.contact_id, a.attempt, a.slot, a.agent_id, a.placed_at, a.answered_at, a.ended_at, \
            a.outcome, a.code, a.cause, a.coded_at, a.campaign_id, a.major, a.minor, a.inbound \
     FROM attempt a JOIN contact c ON c.list_id = a.list_id AND c.id = a.contact_id \
     WHERE a.list_id = $1 AND a.code = c.code \
       AND NOT EXISTS (SELECT 1 FROM attempt b WHERE b.list_id = a.list_id \
           AND b.contact_id = a.contact_id AND b.code = a.code AND b.attempt > a.attempt)",
);

pub static LIST: List = List {
    statements: &[&FIND, &GIVERS_OF_LIST],
    many: &[],
    fetch: &[&GIVERS],
    bulk: &[],
};
