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

pub static COUNT: Statement =
    Statement::new("suppression.count", "SELECT count(*) AS n FROM suppression");

pub static LIST: List = List {
    statements: &[&OF, &FROM, &COUNT],
    many: &[],
    fetch: &[],
    bulk: &[],
};
