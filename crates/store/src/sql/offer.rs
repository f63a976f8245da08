//! Offering: one seek per place to look.

use super::{List, Statement};

/// The first contact of a pool for a holder in a band, from a priority on.
pub static FIRST: Statement = Statement::apart(
    "offer.first",
    "SELECT id, priority, offer_at, due_at FROM contact \
     WHERE list_id = $1 AND pool = $2 AND holder = $3 AND band = $4 AND priority >= $5 \
     ORDER BY priority, offer_at, due_at, id LIMIT 1",
    "SELECT id, priority, offer_at, due_at FROM contact \
     WHERE list_id = $1 AND pool = $2 AND holder = $3 AND band = $4 AND priority >= $5 \
     ORDER BY priority, offer_at, due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
);

/// The same among the members of a filtered link.
pub static FIRST_MEMBER: Statement = Statement::new(
    "offer.first_member",
    "SELECT contact_id, priority, offer_at, due_at FROM member \
     WHERE link_id = $1 AND pool = $2 AND holder = $3 AND band = $4 AND priority >= $5 \
     ORDER BY priority, offer_at, due_at, contact_id LIMIT 1",
);

/// The first contact for a holder in the client's own order.
pub static FIRST_ORDERED: Statement = Statement::apart(
    "offer.first_ordered",
    "SELECT id, priority, offer_at, due_at FROM contact \
     WHERE list_id = $1 AND holder = $2 AND order_key IS NOT NULL \
     ORDER BY order_key, offer_at, due_at, id LIMIT 1",
    "SELECT id, priority, offer_at, due_at FROM contact \
     WHERE list_id = $1 AND holder = $2 AND order_key IS NOT NULL \
     ORDER BY order_key, offer_at, due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
);

/// The same among the members of a filtered link.
pub static FIRST_ORDERED_MEMBER: Statement = Statement::new(
    "offer.first_ordered_member",
    "SELECT contact_id, priority, offer_at, due_at FROM member \
     WHERE link_id = $1 AND holder = $2 AND order_key IS NOT NULL \
     ORDER BY order_key, offer_at, due_at, contact_id LIMIT 1",
);

/// What is due in one place, in its order; of a link's members only, where one is given.
pub static DUE: Statement = Statement::new(
    "offer.due",
    "SELECT c.id FROM contact c WHERE c.list_id = $1 AND c.pool = $2 AND c.holder = $3 \
     AND c.band = $4 AND c.offer_at <= $5 AND (CAST($6 AS bigint) = 0 OR EXISTS \
     (SELECT 1 FROM member m WHERE m.link_id = $7 AND m.contact_id = c.id)) \
     ORDER BY c.priority, c.offer_at, c.due_at, c.id LIMIT $8",
);

/// Whether a contact that an agent asks for can be had at all.
pub static WANTED: Statement = Statement::new(
    "offer.wanted",
    "SELECT contact.id, contact.state FROM contact JOIN import ON import.id = contact.import_id \
     WHERE contact.list_id = $1 AND contact.id = $2 AND contact.pool IS NOT NULL \
     AND (contact.seq > 0 OR import.state = 'live')",
);

/// Imports of a list that still have contacts nobody has touched.
pub static POOLS: Statement = Statement::new(
    "offer.pools",
    "SELECT id FROM import WHERE list_id = $1 AND state = 'live' AND untouched = 1 ORDER BY id",
);

pub static POOL_EMPTY: Statement = Statement::new(
    "offer.pool_empty",
    "SELECT id FROM contact WHERE list_id = $1 AND pool = $2 LIMIT 1",
);

pub static DRAIN: Statement = Statement::new(
    "offer.drain",
    "UPDATE import SET untouched = 0 WHERE id = $1",
);

pub static LIST: List = List {
    statements: &[
        &FIRST,
        &FIRST_MEMBER,
        &FIRST_ORDERED,
        &FIRST_ORDERED_MEMBER,
        &DUE,
        &WANTED,
        &POOLS,
        &POOL_EMPTY,
        &DRAIN,
    ],
    many: &[],
    fetch: &[],
    bulk: &[],
};
