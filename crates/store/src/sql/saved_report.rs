//! Saved reports.

use super::{List, Statement};

pub static SAVE: Statement = Statement::new(
    "saved_report.save",
    "INSERT INTO saved_report (name, query, user_id, at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (name) DO UPDATE SET query = excluded.query, user_id = excluded.user_id, at = excluded.at",
);

pub static ALL: Statement = Statement::new(
    "saved_report.all",
    "SELECT id, name, query, user_id FROM saved_report ORDER BY name",
);

pub static FORGET: Statement = Statement::new(
    "saved_report.forget",
    "DELETE FROM saved_report WHERE id = $1",
);

pub static LIST: List = List {
    statements: &[&SAVE, &ALL, &FORGET],
    many: &[],
    fetch: &[],
    bulk: &[],
};
