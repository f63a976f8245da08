//! How long lists are worked and kept.

use super::{List, Statement};

pub static OF: Statement = Statement::new(
    "list_retention.of",
    "SELECT expires_at, erase_at, erased_at FROM list_retention WHERE list_id = $1",
);

/// Another day begins the erasing anew.
pub static SET: Statement = Statement::new(
    "list_retention.set",
    "INSERT INTO list_retention (list_id, expires_at, erase_at, erased_through) VALUES ($1, $2, $3, 0) \
     ON CONFLICT (list_id) DO UPDATE SET expires_at = excluded.expires_at, erase_at = excluded.erase_at, \
         erased_through = 0, erased_at = NULL",
);

pub static DUE: Statement = Statement::new(
    "list_retention.due",
    "SELECT list_id, erased_through FROM list_retention \
     WHERE erase_at <= $1 AND erased_at IS NULL ORDER BY erase_at, list_id LIMIT 1",
);

pub static CAME: Statement = Statement::new(
    "list_retention.came",
    "UPDATE list_retention SET erased_through = $1 WHERE list_id = $2",
);

pub static DONE: Statement = Statement::new(
    "list_retention.done",
    "UPDATE list_retention SET erased_at = $1 WHERE list_id = $2",
);

/// Contacts of a list that an event could still erase.
pub static LEFT: Statement = Statement::new(
    "list_retention.left",
    "SELECT count(*) AS n FROM number WHERE list_id = $1",
);

pub static LIST: List = List {
    statements: &[&OF, &SET, &DUE, &CAME, &DONE, &LEFT],
    many: &[],
    fetch: &[],
    bulk: &[],
};
