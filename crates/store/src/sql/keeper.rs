//! What the keeper looks for.

use super::{List, Statement};

/// Callbacks held for an owner who is out, and due.
pub static ORPHANED: Statement = Statement::new(
    "keeper.orphaned",
    "SELECT contact.list_id, contact.id FROM agent \
     JOIN list ON list.id > 0 \
     JOIN contact ON contact.list_id = list.id AND contact.pool = 0 AND contact.holder = agent.id \
     WHERE agent.presence = 'out' AND contact.band IN (0, 1) AND contact.offer_at <= $1 \
     ORDER BY contact.list_id, contact.id LIMIT $2",
);

pub static WAITING: Statement = Statement::new(
    "outbox.waiting",
    "SELECT list_id, contact_id, seq, n, effect, tries FROM outbox \
     WHERE state = 'waiting' AND kind = $1 AND not_before <= $2 \
     ORDER BY not_before, list_id, contact_id, seq, n LIMIT $3",
);

pub static SETTLE: Statement = Statement::new(
    "outbox.settle",
    "UPDATE outbox SET state = $1, tries = tries + 1 WHERE list_id = $2 AND contact_id = $3 AND seq = $4 AND n = $5",
);

pub static WAITING_COUNT: Statement = Statement::new(
    "outbox.waiting_count",
    "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'",
);

pub static LIST: List = List {
    statements: &[&ORPHANED, &WAITING, &SETTLE, &WAITING_COUNT],
    many: &[],
    fetch: &[],
    bulk: &[],
};
