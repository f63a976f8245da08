//! Members of filtered links: each with its contact's place in the offering order.

use super::{Bulk, Fetch, List, Many, Shape, Statement, int};

pub static LINK: Statement = Statement::new(
    "link.by_id",
    "SELECT list_id, filter FROM link WHERE id = $1",
);

pub static SET_FILTER: Statement = Statement::new(
    "link.set_filter",
    "UPDATE link SET filter = $1 WHERE id = $2",
);

pub static CLEAR: Statement =
    Statement::new("member.clear", "DELETE FROM member WHERE link_id = $1");

/// The live contacts of a list as a filter sees them, so many after one.
pub static CANDIDATES: Statement = Statement::new(
    "member.candidates",
    "SELECT c.id, c.key, c.state, c.code, c.due_at, c.owner, c.attempts, c.unreached_run, c.last_attempt_at, \
            (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
             WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
             ORDER BY p.version DESC LIMIT 1) AS fields, \
            c.pool, c.holder, c.band, c.priority, c.offer_at, c.due_at AS place_due_at, c.order_key \
     FROM live_contact c WHERE c.list_id = $1 AND c.id > $2 ORDER BY c.id LIMIT $3",
);

/// What an import brings, before and after it is live: each contact as a filter will see it.
pub static BROUGHT: Statement = Statement::new(
    "member.brought",
    "SELECT c.id, c.key, c.state, c.code, c.due_at, c.owner, c.attempts, c.unreached_run, c.last_attempt_at, p.fields \
     FROM personal p JOIN contact c ON c.list_id = p.list_id AND c.id = p.contact_id \
     WHERE p.list_id = $1 AND p.import_id = $2 AND p.contact_id > $3 \
     AND p.version = (SELECT max(l.version) FROM personal l WHERE l.list_id = p.list_id \
                      AND l.contact_id = p.contact_id AND l.import_id = p.import_id) \
     ORDER BY p.contact_id LIMIT $4",
);

/// Where contacts stand in the order, and whether they can be seen.
pub static PLACES: Fetch = Fetch {
    name: "member.places",
    keys: &[int("list_id"), int("id")],
    select: "contact.id, contact.pool, contact.holder, contact.band, contact.priority, \
             contact.offer_at, contact.due_at, contact.order_key",
    from: "contact JOIN import ON import.id = contact.import_id",
    filter: "contact.list_id = v.list_id AND contact.id = v.id \
             AND (contact.seq > 0 OR import.state IN ('live', 'staging'))",
};

/// A member that is added again takes its place anew.
pub static ADD: Many = Many {
    name: "member.add",
    table: "member",
    columns: MEMBER,
    shape: Shape::Insert {
        conflict: "ON CONFLICT (link_id, contact_id) DO UPDATE SET pool = excluded.pool, \
                   holder = excluded.holder, band = excluded.band, priority = excluded.priority, \
                   offer_at = excluded.offer_at, due_at = excluded.due_at, \
                   order_key = excluded.order_key",
    },
};

pub static REMOVE: Many = Many {
    name: "member.remove",
    table: "member",
    columns: &[int("link_id"), int("contact_id")],
    shape: Shape::Delete {
        filter: "member.link_id = v.link_id AND member.contact_id = v.contact_id",
    },
};

pub static FILL: Bulk = Bulk {
    name: "member.fill",
    table: "member",
    columns: MEMBER,
};

const MEMBER: &[super::Column] = &[
    int("link_id"),
    int("contact_id"),
    int("list_id"),
    int("pool"),
    int("holder"),
    int("band"),
    int("priority"),
    int("offer_at"),
    int("due_at"),
    super::text("order_key"),
];

pub static LIST: List = List {
    statements: &[&LINK, &SET_FILTER, &CLEAR, &CANDIDATES, &BROUGHT],
    many: &[&ADD, &REMOVE],
    fetch: &[&PLACES],
    bulk: &[&FILL],
};
