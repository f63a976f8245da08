//! What statistics and searches read.

use super::{List, Statement};

pub static ATTEMPTS: Statement = Statement::new(
    "statistics.attempts",
    "SELECT list_id, contact_id, attempt, slot, agent_id, placed_at, answered_at, ended_at, \
            outcome, code, coded_at, campaign_id, major, minor, inbound \
     FROM attempt WHERE coded_at >= $1 AND coded_at < $2 \
     ORDER BY coded_at, list_id, contact_id, attempt",
);

/// Contacts with a number in a range: all numbers that begin with the same digits.
pub static BY_NUMBER: Statement = Statement::new(
    "search.by_number",
    "SELECT DISTINCT number.list_id, number.contact_id FROM number \
     JOIN live_contact c ON c.list_id = number.list_id AND c.id = number.contact_id \
     WHERE number.number >= $1 AND number.number <= $2 \
     ORDER BY number.list_id, number.contact_id LIMIT $3",
);

/// Contacts with a text anywhere in their fields: reads all of them.
pub static BY_TEXT: Statement = Statement::new(
    "search.by_text",
    "SELECT c.list_id, c.id FROM personal p \
     JOIN live_contact c ON c.list_id = p.list_id AND c.id = p.contact_id \
     WHERE lower(p.fields) LIKE $1 ESCAPE '!' AND ($2 = CAST(0 AS bigint) OR p.list_id = $3) \
       AND p.version = (SELECT max(newest.version) FROM personal newest \
                        JOIN import i ON i.id = newest.import_id \
                        WHERE newest.list_id = p.list_id AND newest.contact_id = p.contact_id \
                          AND (i.state = 'live' OR newest.version = 1)) \
     ORDER BY c.list_id, c.id LIMIT $4",
);

/// Contacts one after the other, from a place on.
pub static BROWSE: Statement = Statement::new(
    "search.browse",
    "SELECT c.list_id, c.id FROM live_contact c \
     WHERE ($1 = CAST(0 AS bigint) OR c.list_id = $2) AND (c.list_id > $3 OR (c.list_id = $4 AND c.id > $5)) \
       AND ($6 = '' OR c.state = $7) AND ($8 = '' OR c.code = $9) AND ($10 = CAST(0 AS bigint) OR c.owner = $11) \
     ORDER BY c.list_id, c.id LIMIT $12",
);

pub static LIST: List = List {
    statements: &[&ATTEMPTS, &BY_NUMBER, &BY_TEXT, &BROWSE],
    many: &[],
    fetch: &[],
    bulk: &[],
};
