//! Taking away what is personal.

use super::{List, Many, Shape, Statement, int};

/// Wherever a number stands, also in imports that were undone.
pub static HOLDERS: Statement = Statement::new(
    "number.holders",
    "SELECT list_id, contact_id FROM number WHERE number = $1 ORDER BY list_id, contact_id",
);

pub static CONTACTS_AFTER: Statement = Statement::new(
    "contact.to_erase",
    "SELECT id FROM contact WHERE list_id = $1 AND id > $2 ORDER BY id LIMIT $3",
);

pub static CONTACT: Statement = Statement::new(
    "contact.erasable",
    "SELECT import_id, line, key, consent FROM contact WHERE list_id = $1 AND id = $2",
);

pub static NUMBERS: Statement = Statement::new(
    "number.all_of",
    "SELECT number FROM number WHERE list_id = $1 AND contact_id = $2 ORDER BY slot",
);

pub static VERSIONS: Statement = Statement::new(
    "personal.versions",
    "SELECT fields FROM personal WHERE list_id = $1 AND contact_id = $2 ORDER BY version",
);

pub static LAST_DIAL: Statement = Statement::new(
    "dial.last_of",
    "SELECT max(placed_at) AS at FROM attempt WHERE list_id = $1 AND contact_id = $2",
);

pub static DROP_NUMBERS: Statement = Statement::new(
    "number.erase",
    "DELETE FROM number WHERE list_id = $1 AND contact_id = $2",
);

pub static DROP_MARKS: Statement = Statement::new(
    "mark.erase",
    "DELETE FROM mark WHERE list_id = $1 AND contact_id = $2",
);

pub static DROP_PERSONAL: Statement = Statement::new(
    "personal.erase",
    "DELETE FROM personal WHERE list_id = $1 AND contact_id = $2",
);

pub static DROP_NOTES: Statement = Statement::new(
    "note.erase",
    "DELETE FROM note WHERE list_id = $1 AND contact_id = $2",
);

pub static DISCARD: Statement = Statement::new(
    "outbox.erase",
    "UPDATE outbox SET state = 'discarded' \
     WHERE list_id = $1 AND contact_id = $2 AND state = 'waiting' AND kind = 'act'",
);

pub static BLANK: Statement = Statement::new(
    "contact.blank",
    "UPDATE contact SET key = NULL, dedupe = NULL WHERE list_id = $1 AND id = $2",
);

pub static STILL_HELD: Statement = Statement::new(
    "number.still_held",
    "SELECT slot FROM number WHERE number = $1 LIMIT 1",
);

/// The dial is counted on, of no number.
pub static UNNUMBER: Statement = Statement::new(
    "dial.unnumber",
    "UPDATE dial SET number = 0 WHERE number = $1",
);

pub static UNREFUSE: Statement = Statement::new(
    "recording_refusal.erase",
    "DELETE FROM recording_refusal WHERE number = $1",
);

pub static PROBLEMS: Statement = Statement::new(
    "import_problem.of_list",
    "SELECT import_problem.import_id, import_problem.n, import_problem.line, import_problem.value, import_problem.reason \
     FROM import_problem JOIN import ON import.id = import_problem.import_id WHERE import.list_id = $1 \
     ORDER BY import_problem.import_id, import_problem.n",
);

pub static DROP_PROBLEMS: Many = Many {
    name: "import_problem.erase",
    table: "import_problem",
    columns: &[int("import_id"), int("n")],
    shape: Shape::Delete {
        filter: "import_problem.import_id = v.import_id AND import_problem.n = v.n",
    },
};

pub static ANSWERS: Statement = Statement::new(
    "idempotency.answers",
    "SELECT token_id, key, body FROM idempotency WHERE body IS NOT NULL ORDER BY token_id, key",
);

pub static BLANK_ANSWER: Statement = Statement::new(
    "idempotency.blank",
    "UPDATE idempotency SET body = '' WHERE token_id = $1 AND key = $2",
);

pub static MESSAGES: Statement =
    Statement::new("message.texts", "SELECT id, text FROM message ORDER BY id");

pub static BLANK_MESSAGE: Statement = Statement::new(
    "message.blank",
    "UPDATE message SET text = '…' WHERE id = $1",
);

pub static FLOOR: Statement = Statement::new(
    "floor_event.details",
    "SELECT id, detail FROM floor_event ORDER BY id",
);

pub static BLANK_FLOOR: Statement = Statement::new(
    "floor_event.blank",
    "UPDATE floor_event SET detail = '…' WHERE id = $1",
);

pub static SELECTIONS: Statement = Statement::new(
    "bulk.selections",
    "SELECT id, selection FROM bulk WHERE state <> 'running' ORDER BY id",
);

pub static BLANK_SELECTION: Statement = Statement::new(
    "bulk.blank",
    "UPDATE bulk SET selection = '{\"contacts\":[]}' WHERE id = $1",
);

/// What was said of files that are imported, and what was found in them.
pub static UPLOADS: Statement = Statement::new(
    "upload.texts",
    "SELECT id, how || coalesce(outlook, '') AS said FROM upload WHERE state = 'imported' ORDER BY id",
);

pub static BLANK_UPLOAD: Statement = Statement::new(
    "upload.blank",
    "UPDATE upload SET how = '{}', outlook = NULL WHERE id = $1",
);

/// What suppressions say of themselves, each text once; what names a contact by its id alone is
/// left out.
pub static SUPPRESSION_TEXTS: Statement = Statement::new(
    "suppression.texts",
    "SELECT reason AS said FROM suppression UNION SELECT source FROM suppression \
     WHERE source NOT LIKE 'list % contact % code %' \
     UNION SELECT reason FROM suppression_lifted UNION SELECT source FROM suppression_lifted \
     WHERE source NOT LIKE 'list % contact % code %' \
     UNION SELECT lifted_why FROM suppression_lifted",
);

pub static BLANK_REASON: Statement = Statement::new(
    "suppression.blank_reason",
    "UPDATE suppression SET reason = '…' WHERE reason = $1",
);

pub static BLANK_SOURCE: Statement = Statement::new(
    "suppression.blank_source",
    "UPDATE suppression SET source = '…' WHERE source = $1",
);

pub static BLANK_LIFTED_REASON: Statement = Statement::new(
    "suppression_lifted.blank_reason",
    "UPDATE suppression_lifted SET reason = '…' WHERE reason = $1",
);

pub static BLANK_LIFTED_SOURCE: Statement = Statement::new(
    "suppression_lifted.blank_source",
    "UPDATE suppression_lifted SET source = '…' WHERE source = $1",
);

pub static BLANK_LIFTED_WHY: Statement = Statement::new(
    "suppression_lifted.blank_why",
    "UPDATE suppression_lifted SET lifted_why = '…' WHERE lifted_why = $1",
);

pub static KEEP: Statement = Statement::new(
    "kept_evidence.keep",
    "INSERT INTO kept_evidence (list_id, contact_id, until_at, rule, body) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (list_id, contact_id) DO UPDATE SET until_at = excluded.until_at, rule = excluded.rule, body = excluded.body",
);

pub static KEPT: Statement = Statement::new(
    "kept_evidence.of",
    "SELECT until_at, rule, body FROM kept_evidence WHERE list_id = $1 AND contact_id = $2",
);

pub static DROP_KEPT: Statement = Statement::new(
    "kept_evidence.drop",
    "DELETE FROM kept_evidence WHERE list_id = $1 AND contact_id = $2",
);

pub static FORGET_KEPT: Statement = Statement::new(
    "kept_evidence.forget",
    "DELETE FROM kept_evidence WHERE until_at <= $1",
);

pub static LIST: List = List {
    statements: &[
        &HOLDERS,
        &CONTACTS_AFTER,
        &CONTACT,
        &NUMBERS,
        &VERSIONS,
        &LAST_DIAL,
        &DROP_NUMBERS,
        &DROP_MARKS,
        &DROP_PERSONAL,
        &DROP_NOTES,
        &DISCARD,
        &BLANK,
        &STILL_HELD,
        &UNNUMBER,
        &UNREFUSE,
        &PROBLEMS,
        &ANSWERS,
        &BLANK_ANSWER,
        &MESSAGES,
        &BLANK_MESSAGE,
        &FLOOR,
        &BLANK_FLOOR,
        &SELECTIONS,
        &BLANK_SELECTION,
        &UPLOADS,
        &BLANK_UPLOAD,
        &SUPPRESSION_TEXTS,
        &BLANK_REASON,
        &BLANK_SOURCE,
        &BLANK_LIFTED_REASON,
        &BLANK_LIFTED_SOURCE,
        &BLANK_LIFTED_WHY,
        &KEEP,
        &KEPT,
        &DROP_KEPT,
        &FORGET_KEPT,
    ],
    many: &[&DROP_PROBLEMS],
    fetch: &[],
    bulk: &[],
};
