//! The audit trail.

use super::{List, Many, Shape, Statement, int, text};

/// Whoever appends holds the end of the trail until the commit.
pub static HEAD_TO_APPEND: Statement = Statement::apart(
    "audit_head.to_append",
    "SELECT seq, at, digest, base_seq, base_digest FROM audit_head WHERE id = 1",
    "SELECT seq, at, digest, base_seq, base_digest FROM audit_head WHERE id = 1 FOR UPDATE",
);

pub static HEAD: Statement = Statement::new(
    "audit_head.read",
    "SELECT seq, at, digest, base_seq, base_digest FROM audit_head WHERE id = 1",
);

pub static SET_HEAD: Statement = Statement::new(
    "audit_head.set",
    "UPDATE audit_head SET seq = $1, at = $2, digest = $3 WHERE id = 1",
);

pub static SET_BASE: Statement = Statement::new(
    "audit_head.set_base",
    "UPDATE audit_head SET base_seq = $1, base_digest = $2 WHERE id = 1",
);

pub static APPEND: Many = Many {
    name: "audit.append",
    table: "audit",
    columns: &[
        int("seq"),
        int("at"),
        text("actor"),
        int("actor_id"),
        text("word"),
        text("subject"),
        int("list_id"),
        int("subject_id"),
        text("detail"),
        text("digest"),
    ],
    shape: Shape::Insert { conflict: "" },
};

pub static ALL: Statement = Statement::new(
    "audit.all",
    "SELECT seq, at, actor, actor_id, word, subject, list_id, subject_id, detail, digest \
     FROM audit ORDER BY seq",
);

pub static DIGEST_OF: Statement =
    Statement::new("audit.digest_of", "SELECT digest FROM audit WHERE seq = $1");

/// Newest first: before a row, from an instant on and before another, of one actor (a user with
/// her desk), one word, one list.
pub static NEWEST: Statement = Statement::new(
    "audit.newest",
    "SELECT seq, at, actor, actor_id, word, subject, list_id, subject_id, detail, digest \
     FROM audit WHERE seq < $1 \
       AND seq >= COALESCE((SELECT a.seq FROM audit a WHERE a.at >= $2 ORDER BY a.at, a.seq LIMIT 1), 9223372036854775807) \
       AND at < $3 \
       AND ($4 = '' OR (actor = $5 AND actor_id = $6) OR (actor = 'agent' AND actor_id = $7)) \
       AND ($8 = '' OR word = $9) AND (CAST($10 AS bigint) = 0 OR list_id = $11) \
     ORDER BY seq DESC LIMIT $12",
);

/// The same of one contact.
pub static OF_CONTACT: Statement = Statement::new(
    "audit.of_contact",
    "SELECT seq, at, actor, actor_id, word, subject, list_id, subject_id, detail, digest \
     FROM audit WHERE subject = 'contact' AND list_id = $1 AND subject_id = $2 \
       AND seq < $3 AND at >= $4 AND at < $5 \
       AND ($6 = '' OR (actor = $7 AND actor_id = $8) OR (actor = 'agent' AND actor_id = $9)) \
       AND ($10 = '' OR word = $11) \
     ORDER BY seq DESC LIMIT $12",
);

/// The last row that is old enough to be forgotten.
pub static LAST_BEFORE: Statement = Statement::new(
    "audit.last_before",
    "SELECT seq, digest FROM audit WHERE at < $1 ORDER BY at DESC, seq DESC LIMIT 1",
);

pub static FORGET: Statement = Statement::new("audit.forget", "DELETE FROM audit WHERE seq <= $1");

pub static LIST: List = List {
    statements: &[
        &HEAD_TO_APPEND,
        &HEAD,
        &SET_HEAD,
        &SET_BASE,
        &ALL,
        &DIGEST_OF,
        &NEWEST,
        &OF_CONTACT,
        &LAST_BEFORE,
        &FORGET,
    ],
    many: &[&APPEND],
    fetch: &[],
    bulk: &[],
};
