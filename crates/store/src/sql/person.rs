//! By what contacts are known besides their numbers.

use super::{Fetch, List, Many, Shape, Statement, int, text};

pub static PUT: Many = Many {
    name: "mark.put",
    table: "mark",
    columns: &[int("list_id"), int("contact_id"), int("mark")],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (list_id, contact_id, mark) DO NOTHING",
    },
};

pub static DROP: Statement = Statement::new(
    "mark.drop",
    "DELETE FROM mark WHERE list_id = $1 AND contact_id = $2",
);

pub static OF: Fetch = Fetch {
    name: "mark.of",
    keys: &[int("list_id"), int("contact_id")],
    select: "mark.mark",
    from: "mark",
    filter: "mark.list_id = v.list_id AND mark.contact_id = v.contact_id",
};

/// Contacts that are known by any.
pub static KNOWN: Fetch = Fetch {
    name: "mark.known",
    keys: &[int("list_id"), int("contact_id")],
    select: "DISTINCT mark.list_id, mark.contact_id",
    from: "mark",
    filter: "mark.list_id = v.list_id AND mark.contact_id = v.contact_id",
};

/// Open contacts that are known by a mark where it is suppressed.
pub static COVERED: Statement = Statement::new(
    "mark.covered",
    "SELECT DISTINCT contact.list_id, contact.id FROM mark JOIN contact \
     ON contact.list_id = mark.list_id AND contact.id = mark.contact_id \
     JOIN import ON import.id = contact.import_id \
     WHERE mark.mark = $1 AND contact.state <> 'closed' \
     AND (contact.seq > 0 OR import.state = 'live') \
     AND (CAST($2 AS text) = 'everywhere' OR EXISTS (SELECT 1 FROM link JOIN campaign ON campaign.id = link.campaign_id \
          WHERE link.list_id = contact.list_id AND CAST($3 AS bigint) = CASE CAST($4 AS text) \
          WHEN 'advertiser' THEN campaign.advertiser_id ELSE campaign.id END)) \
     ORDER BY contact.list_id, contact.id",
);

/// The same of many marks.
pub static COVERED_MANY: Fetch = Fetch {
    name: "mark.covered_many",
    keys: &[int("mark"), text("extent"), int("scope_id")],
    select: "contact.list_id, contact.id",
    from: "mark JOIN contact \
           ON contact.list_id = mark.list_id AND contact.id = mark.contact_id \
           JOIN import ON import.id = contact.import_id",
    filter: "mark.mark = v.mark AND contact.state <> 'closed' \
             AND (contact.seq > 0 OR import.state = 'live') \
             AND (v.extent = 'everywhere' OR EXISTS (SELECT 1 FROM link JOIN campaign ON campaign.id = link.campaign_id \
                  WHERE link.list_id = contact.list_id AND v.scope_id = CASE v.extent \
                  WHEN 'advertiser' THEN campaign.advertiser_id ELSE campaign.id END))",
};

/// Contacts that are known by a mark, wherever they stand.
pub static HOLDERS: Statement = Statement::new(
    "mark.holders",
    "SELECT list_id, contact_id FROM mark WHERE mark = $1 ORDER BY list_id, contact_id",
);

pub static BACKLOG: Statement = Statement::new(
    "mark.backlog",
    "SELECT list_id, after_id FROM mark_backlog ORDER BY list_id LIMIT 1",
);

/// Contacts of a list in order, each with its newest fields.
pub static UNMARKED: Statement = Statement::new(
    "mark.unmarked",
    "SELECT contact.id, (SELECT personal.fields FROM personal \
     WHERE personal.list_id = contact.list_id AND personal.contact_id = contact.id \
     ORDER BY personal.version DESC LIMIT 1) AS fields FROM contact \
     WHERE contact.list_id = $1 AND contact.id > $2 AND EXISTS (SELECT 1 FROM personal \
     WHERE personal.list_id = contact.list_id AND personal.contact_id = contact.id) \
     ORDER BY contact.id LIMIT $3",
);

pub static MARKED_UP_TO: Statement = Statement::new(
    "mark.marked_up_to",
    "UPDATE mark_backlog SET after_id = $1 WHERE list_id = $2",
);

pub static ALL_MARKED: Statement = Statement::new(
    "mark.all_marked",
    "DELETE FROM mark_backlog WHERE list_id = $1",
);

pub static SECRET: Statement = Statement::new(
    "house_secret.of",
    "SELECT value FROM house_secret WHERE name = $1",
);

pub static KEEP_SECRET: Statement = Statement::new(
    "house_secret.keep",
    "INSERT INTO house_secret (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
);

pub static LIST: List = List {
    statements: &[
        &DROP,
        &COVERED,
        &HOLDERS,
        &BACKLOG,
        &UNMARKED,
        &MARKED_UP_TO,
        &ALL_MARKED,
        &SECRET,
        &KEEP_SECRET,
    ],
    many: &[&PUT],
    fetch: &[&OF, &KNOWN, &COVERED_MANY],
    bulk: &[],
};
