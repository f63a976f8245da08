//! Which migrations the database has had.

use super::{List, Statement};

pub static APPLIED: Statement = Statement::new(
    "migration.applied",
    "SELECT number, name FROM migration ORDER BY number",
);

pub static NOTE: Statement = Statement::new(
    "migration.note",
    "INSERT INTO migration (number, name, applied_at) VALUES ($1, $2, $3)",
);

pub static LIST: List = List {
    statements: &[&APPLIED, &NOTE],
    many: &[],
    fetch: &[],
    bulk: &[],
};
