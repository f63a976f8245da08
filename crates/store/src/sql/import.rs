//! Imports and what they stage.

use super::{Bulk, Fetch, List, Statement, int, text};

pub static BEGIN: Statement = Statement::new(
    "import.begin",
    "INSERT INTO import (list_id, state, mode, file, file_digest, rules_id, at, lines_done, counts, untouched) \
     VALUES ($1, 'staging', $2, $3, $4, $5, $6, 0, $7, 1) RETURNING id",
);

/// The unfinished import of the same file, to go on with.
pub static UNFINISHED: Statement = Statement::new(
    "import.unfinished",
    "SELECT id FROM import WHERE list_id = $1 AND file_digest = $2 AND mode = $3 AND state = 'staging' ORDER BY id DESC LIMIT 1",
);

pub static BY_ID: Statement = Statement::new(
    "import.by_id",
    "SELECT id, list_id, state, mode, file, file_digest, rules_id, at, lines_done, counts FROM import WHERE id = $1",
);

pub static OF_LIST: Statement = Statement::new(
    "import.of_list",
    "SELECT id, list_id, state, mode, file, file_digest, rules_id, at, lines_done, counts FROM import \
     WHERE list_id = $1 ORDER BY id",
);

pub static PROGRESS: Statement = Statement::new(
    "import.progress",
    "UPDATE import SET lines_done = $1, counts = $2 WHERE id = $3 AND state = 'staging'",
);

/// The one small commit that makes an import live, undoes it or cancels it.
pub static SET_STATE: Statement = Statement::new(
    "import.set_state",
    "UPDATE import SET state = $1 WHERE id = $2 AND state = $3",
);

pub static TOUCHED: Statement = Statement::new(
    "import.touched",
    "SELECT count(*) AS touched FROM contact WHERE list_id = $1 AND import_id = $2 AND seq > 0",
);

pub static EXTENT: Statement = Statement::new(
    "import.extent",
    "SELECT count(*) AS contacts, count(CASE WHEN seq > 0 THEN 1 END) AS touched \
     FROM contact WHERE list_id = $1 AND import_id = $2",
);

/// Whom a sync of the list must name, or it is closed.
pub static OPEN_BY_FILE: Statement = Statement::new(
    "import.open_by_file",
    "SELECT contact.id FROM contact JOIN import ON import.id = contact.import_id \
     WHERE contact.list_id = $1 AND contact.key IS NOT NULL AND contact.state <> 'closed' \
     AND import.mode <> 'by_hand' AND import.state = 'live' ORDER BY contact.id",
);

/// When something was last imported into each list.
pub static NEWEST: Statement = Statement::new(
    "import.newest",
    "SELECT list_id, max(at) AS at FROM import WHERE state = 'live' AND mode <> 'by_hand' \
     GROUP BY list_id ORDER BY list_id",
);

pub static PROBLEM: Bulk = Bulk {
    name: "import_problem.add",
    table: "import_problem",
    columns: &[
        int("import_id"),
        int("n"),
        int("line"),
        text("column_name"),
        text("value"),
        text("reason"),
    ],
};

pub static PROBLEM_COUNT: Statement = Statement::new(
    "import_problem.count",
    "SELECT count(*) AS n FROM import_problem WHERE import_id = $1",
);

pub static PROBLEMS: Statement = Statement::new(
    "import_problem.of_import",
    "SELECT line, column_name, value, reason FROM import_problem WHERE import_id = $1 ORDER BY n",
);

pub static BATCHES: Statement = Statement::new(
    "import.batches",
    "SELECT count(*) AS n FROM journal WHERE list_id = $1 AND subject = 'import' AND subject_id = $2",
);

/// What tells duplicates: of live contacts and of the import itself.
pub static DEDUPE: Statement = Statement::new(
    "contact.dedupe",
    "SELECT contact.dedupe FROM contact JOIN import ON import.id = contact.import_id \
     WHERE contact.list_id = $1 AND contact.dedupe IS NOT NULL \
     AND (import.state = 'live' OR contact.seq > 0 OR import.id = $2)",
);

pub static BY_KEY: Fetch = Fetch {
    name: "contact.by_key",
    keys: &[int("list_id"), text("key")],
    select: "contact.key, contact.id, \
             (SELECT max(personal.version) FROM personal \
              WHERE personal.list_id = contact.list_id AND personal.contact_id = contact.id) AS version, \
             (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
              WHERE p.list_id = contact.list_id AND p.contact_id = contact.id AND (i.state = 'live' OR p.version = 1) \
              ORDER BY p.version DESC LIMIT 1) AS fields",
    from: "contact JOIN import ON import.id = contact.import_id",
    filter: "contact.list_id = v.list_id AND contact.key = v.key AND (import.state = 'live' OR contact.seq > 0)",
};

pub static SUPPRESSED: Fetch = Fetch {
    name: "suppression.of_number",
    keys: &[int("number"), int("list_id"), int("now")],
    select: "s.number",
    from: "suppression s",
    filter: "s.number = v.number AND (s.from_at IS NULL OR s.from_at <= v.now) \
             AND (s.until_at IS NULL OR s.until_at > v.now) \
             AND (s.extent = 'everywhere' OR EXISTS (SELECT 1 FROM link JOIN campaign ON campaign.id = link.campaign_id \
                  WHERE link.list_id = v.list_id AND s.scope_id = CASE s.extent \
                  WHEN 'advertiser' THEN campaign.advertiser_id ELSE campaign.id END))",
};

pub static ANY_SUPPRESSION: Statement =
    Statement::new("suppression.any", "SELECT number FROM suppression LIMIT 1");

pub static LIST: List = List {
    statements: &[
        &BEGIN,
        &UNFINISHED,
        &BY_ID,
        &OF_LIST,
        &PROGRESS,
        &SET_STATE,
        &TOUCHED,
        &EXTENT,
        &OPEN_BY_FILE,
        &NEWEST,
        &PROBLEM_COUNT,
        &PROBLEMS,
        &BATCHES,
        &DEDUPE,
        &ANY_SUPPRESSION,
    ],
    many: &[],
    fetch: &[&BY_KEY, &SUPPRESSED],
    bulk: &[&PROBLEM],
};
