//! Files on their way in, and what their columns mean.

use super::{List, Statement};

pub static ADD: Statement = Statement::new(
    "upload.add",
    "INSERT INTO upload (list_id, file, stored, size, reading, how, state, user_id, created_at, changed_at, purpose) \
     VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9, $10) RETURNING id",
);

pub static BY_ID: Statement = Statement::new(
    "upload.by_id",
    "SELECT id, list_id, file, stored, size, reading, definition, how, state, import_id, outlook, problem, user_id, created_at, purpose \
     FROM upload WHERE id = $1",
);

pub static ALL: Statement = Statement::new(
    "upload.all",
    "SELECT id, list_id, file, stored, size, reading, definition, how, state, import_id, outlook, problem, user_id, created_at, purpose \
     FROM upload ORDER BY id",
);

/// What was found with another reading or other columns holds no longer.
pub static PREPARE: Statement = Statement::new(
    "upload.prepare",
    "UPDATE upload SET list_id = $1, reading = $2, definition = $3, how = $4, state = 'open', \
            outlook = NULL, problem = NULL, changed_at = $5 \
     WHERE id = $6 AND state IN ('open', 'checked', 'broken')",
);

pub static ADVANCE: Statement = Statement::new(
    "upload.advance",
    "UPDATE upload SET state = $1, import_id = coalesce(CAST($2 AS bigint), import_id), \
            outlook = coalesce(CAST($3 AS text), outlook), problem = $4, changed_at = $5 \
     WHERE id = $6 AND state = $7",
);

pub static DELETE: Statement = Statement::new(
    "upload.delete",
    "DELETE FROM upload WHERE id = $1 AND state NOT IN ('checking', 'importing') RETURNING stored",
);

pub static STALE: Statement = Statement::new(
    "upload.stale",
    "SELECT id FROM upload WHERE changed_at < $1 AND state NOT IN ('checking', 'importing') ORDER BY id",
);

pub static SAVE_DEFINITION: Statement = Statement::new(
    "saved_definition.save",
    "INSERT INTO saved_definition (list_id, header, definition, how, at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (list_id, header) DO UPDATE SET definition = excluded.definition, how = excluded.how, at = excluded.at",
);

pub static DEFINITION: Statement = Statement::new(
    "saved_definition.of_header",
    "SELECT definition, how FROM saved_definition WHERE list_id = $1 AND header = $2",
);

pub static LIST: List = List {
    statements: &[
        &ADD,
        &BY_ID,
        &ALL,
        &PREPARE,
        &ADVANCE,
        &DELETE,
        &STALE,
        &SAVE_DEFINITION,
        &DEFINITION,
    ],
    many: &[],
    fetch: &[],
    bulk: &[],
};
