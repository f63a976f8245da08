//! Numbers that the telephone provider bars.

use super::{Fetch, List, Statement, int};

pub static ALL: Statement = Statement::new(
    "locked.all",
    "SELECT digits, note, added_at FROM locked_number ORDER BY digits",
);

pub static ANY: Statement =
    Statement::new("locked.any", "SELECT digits FROM locked_number LIMIT 1");

pub static ADD: Statement = Statement::new(
    "locked.add",
    "INSERT INTO locked_number (digits, note, added_at) VALUES ($1, $2, $3) \
     ON CONFLICT (digits) DO UPDATE SET note = excluded.note",
);

pub static REMOVE: Statement = Statement::new(
    "locked.remove",
    "DELETE FROM locked_number WHERE digits = $1",
);

/// Which of these beginnings are barred.
pub static AMONG: Fetch = Fetch {
    name: "locked.among",
    keys: &[int("digits")],
    select: "l.digits",
    from: "locked_number l",
    filter: "l.digits = v.digits",
};

pub static LIST: List = List {
    statements: &[&ALL, &ANY, &ADD, &REMOVE],
    many: &[],
    fetch: &[&AMONG],
    bulk: &[],
};
