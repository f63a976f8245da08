//! The past of a contact: read to be told again, and what changing it leaves.

use super::{List, Many, Shape, Statement, int, text};

/// How a contact began, and the rules of that day.
pub static ORIGIN: Statement = Statement::new(
    "contact.origin",
    "SELECT contact.zone, contact.kind, contact.numbers, contact.arrival, import.at, import.rules_id, \
            contact.consent \
     FROM contact JOIN import ON import.id = contact.import_id \
     WHERE contact.list_id = $1 AND contact.id = $2",
);

/// Contacts something has happened to since.
pub static TOUCHED_SINCE: Statement = Statement::new(
    "replay.touched_since",
    "SELECT DISTINCT list_id, subject_id FROM journal WHERE at >= $1 AND subject = 'contact' \
     ORDER BY list_id, subject_id",
);

/// Whether an agent has a contact in hand, and where.
pub static HAND_OF: Statement = Statement::new(
    "contact.hand_of",
    "SELECT list_id, id FROM contact WHERE hand_agent = $1",
);

/// An attempt whose disposition was taken back.
pub static UNCODE: Many = Many {
    name: "attempt.uncode",
    table: "attempt",
    columns: &[int("list_id"), int("contact_id"), int("attempt")],
    shape: Shape::Delete {
        filter: "attempt.list_id = v.list_id AND attempt.contact_id = v.contact_id AND attempt.attempt = v.attempt",
    },
};

/// What one event asked for and has not left the house yet.
pub static WAITING_ACTS: Statement = Statement::new(
    "outbox.waiting_of",
    "SELECT n, effect FROM outbox WHERE list_id = $1 AND contact_id = $2 AND seq = $3 \
     AND kind = 'act' AND state = 'waiting' ORDER BY n",
);

pub static DISCARD: Statement = Statement::new(
    "outbox.discard",
    "UPDATE outbox SET state = 'discarded' WHERE list_id = $1 AND contact_id = $2 AND seq = $3 AND n = $4",
);

pub static CORRECTED: Many = Many {
    name: "correction.insert",
    table: "correction",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("seq"),
        int("attempt"),
        text("from_code"),
        text("to_code"),
        int("at"),
        text("actor"),
    ],
    shape: Shape::Insert { conflict: "" },
};

pub static CORRECTIONS_OF: Statement = Statement::new(
    "correction.of_contact",
    "SELECT list_id, contact_id, seq, attempt, from_code, to_code, at, actor FROM correction \
     WHERE list_id = $1 AND contact_id = $2 ORDER BY seq",
);

pub static CORRECTIONS: Statement = Statement::new(
    "correction.of_list",
    "SELECT list_id, contact_id, seq, attempt, from_code, to_code, at, actor FROM correction \
     WHERE list_id = $1 AND at >= $2 AND at < $3 ORDER BY at, contact_id, seq",
);

pub static ALL_CORRECTIONS: Statement = Statement::new(
    "correction.all",
    "SELECT list_id, contact_id, seq, attempt, from_code, to_code FROM correction \
     ORDER BY list_id, contact_id, seq",
);

/// The last contact an agent gave a disposition, since an instant.
pub static LAST_DISPOSED: Statement = Statement::new(
    "journal.last_disposed",
    "SELECT list_id, subject_id, at FROM journal WHERE at > $1 AND subject = 'contact' \
     AND word IN ('dispose', 'conclude') AND actor = $2 ORDER BY at DESC, seq DESC LIMIT 1",
);

pub static LIST: List = List {
    statements: &[
        &ORIGIN,
        &TOUCHED_SINCE,
        &HAND_OF,
        &WAITING_ACTS,
        &DISCARD,
        &CORRECTIONS_OF,
        &CORRECTIONS,
        &ALL_CORRECTIONS,
        &LAST_DISPOSED,
    ],
    many: &[&UNCODE, &CORRECTED],
    fetch: &[],
    bulk: &[],
};
