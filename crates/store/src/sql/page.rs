//! Rows page by page, each page sought by the last row of the one before.

use super::{Fetch, List, Statement, int};

pub static CONTACTS: Statement = Statement::new(
    "page.contacts",
    "SELECT c.id, c.key, c.state, c.code, c.due_at, c.owner, c.attempts, c.unreached_run, c.last_attempt_at, \
            (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
             WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
             ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM live_contact c WHERE c.list_id = $1 AND c.id > $2 ORDER BY c.id LIMIT $3",
);

pub static OFFERS: Fetch = Fetch {
    name: "page.offers",
    keys: &[int("list_id"), int("id")],
    select: "contact.id, contact.offer_at",
    from: "contact",
    filter: "contact.list_id = v.list_id AND contact.id = v.id",
};

pub static NUMBERS: Fetch = Fetch {
    name: "page.numbers",
    keys: &[int("list_id"), int("id")],
    select: "number.contact_id, number.slot, number.number",
    from: "number",
    filter: "number.list_id = v.list_id AND number.contact_id = v.id",
};

pub static WITH_NUMBER: Statement = Statement::new(
    "page.contacts_with_number",
    "SELECT DISTINCT c.list_id, c.id FROM number JOIN live_contact c \
     ON c.list_id = number.list_id AND c.id = number.contact_id \
     WHERE number.number = $1 ORDER BY c.list_id, c.id LIMIT $2",
);

pub static CALLBACKS: Statement = Statement::new(
    "page.callbacks",
    "SELECT c.list_id, c.id, c.key, c.due_at, c.offer_at, c.code, c.owner, \
     (SELECT n.text FROM note n WHERE n.list_id = c.list_id AND n.contact_id = c.id \
      ORDER BY n.seq DESC LIMIT 1) AS note, \
     (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
      WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
      ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM contact c WHERE c.list_id = $1 AND c.state = 'callback' \
     AND (c.due_at > $2 OR (c.due_at = $3 AND c.id > $4)) AND c.due_at < $5 \
     ORDER BY c.due_at, c.id LIMIT $6",
);

pub static LIST: List = List {
    statements: &[&CONTACTS, &WITH_NUMBER, &CALLBACKS],
    many: &[],
    fetch: &[&OFFERS, &NUMBERS],
    bulk: &[],
};
