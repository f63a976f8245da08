//! Numbers that must not be called.

use super::{List, Statement};

pub static OF: Statement = Statement::new(
    "suppression.of",
    "SELECT number, extent, scope_id, source, reason, added_at, until_at FROM suppression \
     WHERE number = $1 ORDER BY extent, scope_id",
);

pub static FROM: Statement = Statement::new(
    "suppression.from",
    "SELECT number, extent, scope_id, source, reason, added_at, until_at FROM suppression \
     WHERE number > $1 ORDER BY number, extent, scope_id LIMIT $2",
);

/// What is lifted stays known.
pub static KEEP_LIFTED: Statement = Statement::new(
    "suppression.keep_lifted",
    "INSERT INTO suppression_lifted (number, extent, scope_id, source, reason, added_at, until_at, \
     lifted_at, lifted_by, lifted_why) \
     SELECT number, extent, scope_id, source, reason, added_at, until_at, CAST($1 AS bigint), \
     CAST($2 AS text), CAST($3 AS text) FROM suppression \
     WHERE number = $4 AND extent = $5 AND scope_id = $6",
);

pub static LIFT: Statement = Statement::new(
    "suppression.lift",
    "DELETE FROM suppression WHERE number = $1 AND extent = $2 AND scope_id = $3",
);

pub static LIFTED: Statement = Statement::new(
    "suppression.lifted",
    "SELECT number, extent, scope_id, source, reason, added_at, until_at, lifted_at, lifted_by, \
     lifted_why FROM suppression_lifted WHERE number = $1 ORDER BY id",
);

pub static COUNT: Statement =
    Statement::new("suppression.count", "SELECT count(*) AS n FROM suppression");

pub static LIST: List = List {
    statements: &[&OF, &FROM, &KEEP_LIFTED, &LIFT, &LIFTED, &COUNT],
    many: &[],
    fetch: &[],
    bulk: &[],
};
