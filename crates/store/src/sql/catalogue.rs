//! Catalogues: versions, drafts, and who works by which.

use super::{List, Statement};

pub static VERSIONS: Statement = Statement::new(
    "catalogue.versions",
    "SELECT catalogue.name, catalogue.version, published.at, published.by_user, published.note, \
            (SELECT count(*) FROM list JOIN rules ON rules.id = list.rules_id \
             WHERE rules.catalogue = catalogue.name AND rules.catalogue_version = catalogue.version) \
                AS lists \
     FROM catalogue LEFT JOIN catalogue_published published \
        ON published.name = catalogue.name AND published.version = catalogue.version \
     ORDER BY catalogue.name, catalogue.version DESC",
);

pub static DRAFTS: Statement = Statement::new(
    "catalogue.drafts",
    "SELECT name, base_version, body, changed_at, changed_by FROM catalogue_draft ORDER BY name",
);

pub static DRAFT: Statement = Statement::new(
    "catalogue.draft",
    "SELECT name, base_version, body, changed_at, changed_by FROM catalogue_draft WHERE name = $1",
);

pub static SAVE_DRAFT: Statement = Statement::new(
    "catalogue.save_draft",
    "INSERT INTO catalogue_draft (name, base_version, body, changed_at, changed_by) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO UPDATE SET body = excluded.body, \
     changed_at = excluded.changed_at, changed_by = excluded.changed_by",
);

pub static DROP_DRAFT: Statement = Statement::new(
    "catalogue.drop_draft",
    "DELETE FROM catalogue_draft WHERE name = $1",
);

pub static NEWEST: Statement = Statement::new(
    "catalogue.newest",
    "SELECT max(version) AS version FROM catalogue WHERE name = $1",
);

pub static PUBLISHED: Statement = Statement::new(
    "catalogue.published",
    "INSERT INTO catalogue_published (name, version, at, by_user, note) VALUES ($1, $2, $3, $4, $5)",
);

/// The rules of a list with another catalogue.
pub static RULES_WITH: Statement = Statement::new(
    "rules.with_catalogue",
    "INSERT INTO rules (catalogue, catalogue_version, country, law_version, settings) \
     SELECT $1, $2, country, law_version, $3 FROM rules WHERE id = $4 RETURNING id",
);

/// Codes that stand on the contacts of a list.
pub static CODES_OF_LIST: Statement = Statement::new(
    "contact.codes_of_list",
    "SELECT DISTINCT code FROM contact WHERE list_id = $1 ORDER BY code",
);

pub static LIST: List = List {
    statements: &[
        &VERSIONS,
        &DRAFTS,
        &DRAFT,
        &SAVE_DRAFT,
        &DROP_DRAFT,
        &NEWEST,
        &PUBLISHED,
        &RULES_WITH,
        &CODES_OF_LIST,
    ],
    many: &[],
    fetch: &[],
    bulk: &[],
};
