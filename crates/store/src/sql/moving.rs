//! Contacts that go to another list.

use super::{List, Many, Shape, Statement, int};

/// What lies beside a contact's own state.
pub static BESIDE: Statement = Statement::new(
    "contact.beside",
    "SELECT key, dedupe FROM live_contact WHERE list_id = $1 AND id = $2",
);

/// Another contact of the list with the same key; one that went elsewhere is none.
pub static SAME_KEY: Statement = Statement::new(
    "contact.same_key",
    "SELECT c.id FROM live_contact c WHERE c.list_id = $1 AND c.key = $2 \
     AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.list_id = c.list_id AND m.contact_id = c.id) LIMIT 1",
);

pub static SAME_DEDUPE: Statement = Statement::new(
    "contact.same_dedupe",
    "SELECT c.id FROM live_contact c WHERE c.list_id = $1 AND c.dedupe = $2 \
     AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.list_id = c.list_id AND m.contact_id = c.id) LIMIT 1",
);

pub static SAME_NUMBER: Statement = Statement::new(
    "number.same_elsewhere",
    "SELECT n.contact_id FROM number n JOIN live_contact c \
     ON c.list_id = n.list_id AND c.id = n.contact_id \
     WHERE n.number = $1 AND n.list_id = $2 \
     AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.list_id = c.list_id AND m.contact_id = c.id) LIMIT 1",
);

/// The import keeps count; its contacts have a history from the first instant on.
pub static COUNT: Statement = Statement::new(
    "import.count_moved",
    "UPDATE import SET lines_done = $1, counts = $2 WHERE id = $3",
);

pub static PUT: Many = Many {
    name: "moved.put",
    table: "moved",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("to_list_id"),
        int("to_contact_id"),
        int("at"),
    ],
    shape: Shape::Insert { conflict: "" },
};

pub static ALL: Statement = Statement::new(
    "moved.all",
    "SELECT list_id, contact_id, to_list_id, to_contact_id FROM moved ORDER BY list_id, contact_id",
);

pub static OUT_OF: Statement = Statement::new(
    "moved.out_of",
    "SELECT count(*) AS contacts FROM moved WHERE list_id = $1",
);

pub static LIST: List = List {
    statements: &[
        &BESIDE,
        &SAME_KEY,
        &SAME_DEDUPE,
        &SAME_NUMBER,
        &COUNT,
        &ALL,
        &OUT_OF,
    ],
    many: &[&PUT],
    fetch: &[],
    bulk: &[],
};
