//! Changes of many contacts at once.

use super::{Bulk, List, Many, Shape, Statement, int, text};

pub static ADD: Statement = Statement::new(
    "bulk.add",
    "INSERT INTO bulk (list_id, actor, change, selection, state, contacts, begun_at, user_id) \
     VALUES ($1, $2, $3, $4, 'running', $5, $6, $7) RETURNING id",
);

pub static ADD_CONTACTS: Bulk = Bulk {
    name: "bulk_contact.add",
    table: "bulk_contact",
    columns: &[int("bulk_id"), int("contact_id"), text("outcome")],
};

pub static BY_ID: Statement = Statement::new(
    "bulk.by_id",
    "SELECT id, list_id, actor, change, selection, state, contacts, begun_at, ended_at, user_id \
     FROM bulk WHERE id = $1",
);

pub static OF_LIST: Statement = Statement::new(
    "bulk.of_list",
    "SELECT id, list_id, actor, change, selection, state, contacts, begun_at, ended_at, user_id \
     FROM bulk WHERE list_id = $1 ORDER BY id DESC",
);

/// The log, newest first, from before one on.
pub static LOG: Statement = Statement::new(
    "bulk.log",
    "SELECT id, list_id, actor, change, selection, state, contacts, begun_at, ended_at, user_id \
     FROM bulk WHERE id < $1 ORDER BY id DESC LIMIT $2",
);

pub static RUNNING: Statement = Statement::new(
    "bulk.running",
    "SELECT id FROM bulk WHERE state = 'running' ORDER BY id",
);

pub static OUTCOMES: Statement = Statement::new(
    "bulk_contact.outcomes",
    "SELECT coalesce(outcome, '') AS outcome, count(*) AS contacts FROM bulk_contact \
     WHERE bulk_id = $1 GROUP BY coalesce(outcome, '') ORDER BY 1",
);

pub static WAITING: Statement = Statement::new(
    "bulk_contact.waiting",
    "SELECT contact_id FROM bulk_contact WHERE bulk_id = $1 AND outcome IS NULL \
     ORDER BY contact_id LIMIT $2",
);

pub static REFUSED: Statement = Statement::new(
    "bulk_contact.refused",
    "SELECT contact_id, outcome FROM bulk_contact WHERE bulk_id = $1 \
     AND outcome IS NOT NULL AND outcome <> 'done' ORDER BY contact_id LIMIT $2",
);

pub static SETTLE: Many = Many {
    name: "bulk_contact.settle",
    table: "bulk_contact",
    columns: &[int("bulk_id"), int("contact_id"), text("outcome")],
    shape: Shape::Update {
        set: "outcome = v.outcome",
        filter: "bulk_contact.bulk_id = v.bulk_id AND bulk_contact.contact_id = v.contact_id",
    },
};

pub static SET_STATE: Statement = Statement::new(
    "bulk.set_state",
    "UPDATE bulk SET state = $1, ended_at = $2 WHERE id = $3 AND state = $4",
);

/// Contacts by where they stand and, where asked, by one attempt of theirs.
pub static MATCHING: Statement = Statement::new(
    "contact.matching",
    "SELECT c.id FROM live_contact c WHERE c.list_id = $1 \
     AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.list_id = c.list_id AND m.contact_id = c.id) \
     AND (CAST($2 AS text) = '' OR c.state = CAST($2 AS text)) \
     AND (CAST($3 AS text) = '' OR c.code = CAST($3 AS text)) \
     AND (CAST($4 AS bigint) = 0 OR EXISTS (SELECT 1 FROM attempt a \
          WHERE a.list_id = c.list_id AND a.contact_id = c.id \
          AND (CAST($5 AS text) = '' OR a.code = CAST($5 AS text)) \
          AND (CAST($6 AS bigint) = 0 OR a.agent_id = CAST($6 AS bigint)) \
          AND a.coded_at >= CAST($7 AS bigint) AND a.coded_at < CAST($8 AS bigint))) \
     ORDER BY c.id",
);

pub static LIST: List = List {
    statements: &[
        &ADD, &BY_ID, &OF_LIST, &LOG, &RUNNING, &OUTCOMES, &WAITING, &REFUSED, &SET_STATE,
        &MATCHING,
    ],
    many: &[&SETTLE],
    fetch: &[],
    bulk: &[&ADD_CONTACTS],
};
