//! What people and programs alter by hand: fields, numbers, single contacts.

use super::{List, Statement};

/// The list's import of what comes in by hand today, under the rules of today.
pub static IMPORT_BY_HAND: Statement = Statement::new(
    "import.by_hand",
    "SELECT id FROM import WHERE list_id = $1 AND file_digest = $2 AND mode = 'by_hand' \
     AND state = 'live' ORDER BY id LIMIT 1",
);

pub static OPEN_BY_HAND: Statement = Statement::new(
    "import.open_by_hand",
    "INSERT INTO import (list_id, state, mode, file, file_digest, rules_id, at, lines_done, counts, untouched) \
     VALUES ($1, 'live', 'by_hand', $2, $3, $4, $5, 0, $6, 0) RETURNING id",
);

/// One more contact, that nobody has touched.
pub static COUNT_BY_HAND: Statement = Statement::new(
    "import.count_by_hand",
    "UPDATE import SET lines_done = $1, counts = $2, untouched = 1 WHERE id = $3",
);

/// Highest version of the fields, staged ones included, and the fields that are seen.
pub static FIELDS: Statement = Statement::new(
    "personal.of_contact",
    "SELECT (SELECT max(q.version) FROM personal q WHERE q.list_id = c.list_id AND q.contact_id = c.id) AS version, \
            (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
             WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
             ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM live_contact c WHERE c.list_id = $1 AND c.id = $2",
);

/// Contacts that an import gave other fields, in the order of their ids, from after one on.
pub static CHANGED_BY: Statement = Statement::new(
    "personal.changed_by_import",
    "SELECT DISTINCT contact_id FROM personal \
     WHERE list_id = $1 AND import_id = $2 AND version > 1 AND contact_id > $3 \
     ORDER BY contact_id LIMIT $4",
);

pub static PUT_NUMBER: Statement = Statement::new(
    "number.put",
    "INSERT INTO number (list_id, contact_id, slot, number) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (list_id, contact_id, slot) DO UPDATE SET number = excluded.number",
);

pub static DROP_NUMBER: Statement = Statement::new(
    "number.drop",
    "DELETE FROM number WHERE list_id = $1 AND contact_id = $2 AND slot = $3",
);

/// Another contact of the list that can be reached under the number.
pub static SAME_NUMBER: Statement = Statement::new(
    "number.in_list",
    "SELECT n.contact_id FROM number n JOIN live_contact c \
     ON c.list_id = n.list_id AND c.id = n.contact_id \
     WHERE n.number = $1 AND n.list_id = $2 ORDER BY n.contact_id LIMIT 1",
);

/// The contacts an import made, with the lines their rows begin in.
pub static LINES: Statement = Statement::new(
    "contact.lines_of_import",
    "SELECT line, id FROM contact WHERE list_id = $1 AND import_id = $2 ORDER BY id",
);

pub static LIST: List = List {
    statements: &[
        &IMPORT_BY_HAND,
        &OPEN_BY_HAND,
        &COUNT_BY_HAND,
        &FIELDS,
        &CHANGED_BY,
        &PUT_NUMBER,
        &DROP_NUMBER,
        &SAME_NUMBER,
        &LINES,
    ],
    many: &[],
    fetch: &[],
    bulk: &[],
};
