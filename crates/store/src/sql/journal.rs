//! The journal: what happened, what was decided, and why.

use super::{List, Many, Shape, Statement, int, text};

pub static APPEND: Many = Many {
    name: "journal.append",
    table: "journal",
    columns: &[
        int("list_id"),
        text("subject"),
        int("subject_id"),
        int("seq"),
        int("at"),
        int("happened_at"),
        text("actor"),
        text("word"),
        text("body"),
        int("rules_id"),
        text("because"),
        int("digest"),
    ],
    shape: Shape::Insert { conflict: "" },
};

pub static OF_CONTACT: Statement = Statement::new(
    "journal.of_contact",
    "SELECT seq, at, happened_at, actor, word, body, rules_id, because, digest FROM journal \
     WHERE list_id = $1 AND subject = 'contact' AND subject_id = $2 ORDER BY seq",
);

pub static NOTES: Statement = Statement::new(
    "note.of_contact",
    "SELECT seq, text FROM note WHERE list_id = $1 AND contact_id = $2 ORDER BY seq",
);

/// All of it, contact by contact.
pub static ALL: Statement = Statement::new(
    "journal.all",
    "SELECT list_id, subject_id, seq, at, happened_at, actor, word, body, rules_id, because, digest \
     FROM journal WHERE subject = 'contact' ORDER BY list_id, subject_id, seq",
);

pub static COUNT: Statement = Statement::new(
    "journal.count",
    "SELECT count(*) AS events FROM journal WHERE subject = 'contact'",
);

pub static NEWEST: Statement =
    Statement::new("journal.newest", "SELECT max(at) AS newest FROM journal");

pub static LIST: List = List {
    statements: &[&OF_CONTACT, &NOTES, &ALL, &COUNT, &NEWEST],
    many: &[&APPEND],
    fetch: &[],
    bulk: &[],
};
