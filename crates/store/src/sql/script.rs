//! Call scripts, every version of them.

use super::{List, Statement};

/// The newest of a list in a campaign, or of the campaign itself where the list has none: the
/// campaign's is kept under list 0.
pub static NEWEST: Statement = Statement::new(
    "script.newest",
    "SELECT list_id, version, text, author, at FROM script \
     WHERE campaign_id = $1 AND list_id = $2 ORDER BY version DESC LIMIT 1",
);

pub static VERSIONS: Statement = Statement::new(
    "script.versions",
    "SELECT list_id, version, text, author, at FROM script \
     WHERE campaign_id = $1 AND list_id = $2 ORDER BY version DESC",
);

pub static ADD: Statement = Statement::new(
    "script.add",
    "INSERT INTO script (campaign_id, list_id, version, text, author, at) \
     VALUES ($1, $2, $3, $4, $5, $6)",
);

pub static LIST: List = List {
    statements: &[&NEWEST, &VERSIONS, &ADD],
    many: &[],
    fetch: &[],
    bulk: &[],
};
