//! Numbers that must not be called.

use super::{Fetch, List, Many, Shape, Statement, int, text};

pub static OF: Statement = Statement::new(
    "suppression.of",
    "SELECT number, extent, scope_id, source, reason, added_at, until_at, from_at, meant, named FROM suppression \
     WHERE number = $1 ORDER BY extent, scope_id",
);

pub static FROM: Statement = Statement::new(
    "suppression.from",
    "SELECT number, extent, scope_id, source, reason, added_at, until_at, from_at, meant, named FROM suppression \
     WHERE number > $1 ORDER BY number, extent, scope_id LIMIT $2",
);

/// What is lifted stays known.
pub static KEEP_LIFTED: Statement = Statement::new(
    "suppression.keep_lifted",
    "INSERT INTO suppression_lifted (number, extent, scope_id, source, reason, added_at, until_at, \
     from_at, meant, named, lifted_at, lifted_by, lifted_why) \
     SELECT number, extent, scope_id, source, reason, added_at, until_at, from_at, meant, named, CAST($1 AS bigint), \
     CAST($2 AS text), CAST($3 AS text) FROM suppression \
     WHERE number = $4 AND extent = $5 AND scope_id = $6",
);

pub static LIFT: Statement = Statement::new(
    "suppression.lift",
    "DELETE FROM suppression WHERE number = $1 AND extent = $2 AND scope_id = $3",
);

pub static LIFTED: Statement = Statement::new(
    "suppression.lifted",
    "SELECT number, extent, scope_id, source, reason, added_at, until_at, from_at, meant, named, \
     lifted_at, lifted_by, lifted_why FROM suppression_lifted WHERE number = $1 ORDER BY id",
);

pub static COUNT: Statement =
    Statement::new("suppression.count", "SELECT count(*) AS n FROM suppression");

/// Those whose open contacts are to be closed now, the longest waiting first.
pub static CLOSING: Statement = Statement::new(
    "suppression.closing",
    "SELECT number, extent, scope_id, source, reason, added_at, until_at, from_at, meant, named FROM suppression \
     WHERE close_at IS NOT NULL AND close_at <= $1 ORDER BY close_at, number, extent, scope_id LIMIT $2",
);

/// Its open contacts were closed; one that began anew meanwhile is looked at again.
pub static CLOSED: Many = Many {
    name: "suppression.closed",
    table: "suppression",
    columns: &[int("number"), text("extent"), int("scope_id"), int("at")],
    shape: Shape::Update {
        set: "close_at = NULL",
        filter: "suppression.number = v.number AND suppression.extent = v.extent \
                 AND suppression.scope_id = v.scope_id AND suppression.close_at <= v.at",
    },
};

/// The open contacts of what holds for an advertiser, or in a campaign, are to be looked for anew.
pub static CLOSE_AGAIN: Statement = Statement::new(
    "suppression.close_again",
    "UPDATE suppression SET close_at = CASE WHEN from_at > $1 THEN from_at ELSE $2 END \
     WHERE extent = $3 AND scope_id = $4 AND (until_at IS NULL OR until_at > $5)",
);

/// The open contacts of a list that stands in a campaign now: whom do the suppressions of the
/// campaign and of its advertiser name among them?
pub static CLOSE_LINKED: Statement = Statement::new(
    "suppression.close_linked",
    "UPDATE suppression SET close_at = CASE WHEN from_at > $1 THEN from_at ELSE $2 END \
     WHERE ((extent = 'campaign' AND scope_id = $3) OR (extent = 'advertiser' AND scope_id = \
     (SELECT campaign.advertiser_id FROM campaign WHERE campaign.id = $4))) \
     AND (until_at IS NULL OR until_at > $5) \
     AND (EXISTS (SELECT 1 FROM number WHERE number.number = suppression.number AND number.list_id = $6) \
     OR EXISTS (SELECT 1 FROM mark WHERE mark.mark = suppression.number AND mark.list_id = $7))",
);

/// What holds for an advertiser holds in one of its campaigns, whoever it calls for later.
pub static KEEP_IN_CAMPAIGN: Statement = Statement::new(
    "suppression.keep_in_campaign",
    "INSERT INTO suppression (number, extent, scope_id, source, reason, added_at, until_at, from_at, named) \
     SELECT number, 'campaign', CAST($1 AS bigint), source, reason, added_at, until_at, from_at, named \
     FROM suppression WHERE extent = 'advertiser' AND scope_id = $2 \
     ON CONFLICT (number, extent, scope_id) DO UPDATE SET until_at = CASE \
     WHEN suppression.until_at IS NULL OR excluded.until_at IS NULL THEN NULL \
     WHEN suppression.until_at > excluded.until_at THEN suppression.until_at \
     ELSE excluded.until_at END, from_at = CASE \
     WHEN suppression.from_at IS NULL OR excluded.from_at IS NULL THEN NULL \
     WHEN suppression.from_at < excluded.from_at THEN suppression.from_at \
     ELSE excluded.from_at END",
);

/// What was meant for the advertiser of a campaign that had none.
pub static WIDEN: Statement = Statement::new(
    "suppression.widen",
    "INSERT INTO suppression (number, extent, scope_id, source, reason, added_at, until_at, from_at, named) \
     SELECT number, 'advertiser', CAST($1 AS bigint), source, reason, added_at, until_at, from_at, named \
     FROM suppression WHERE extent = 'campaign' AND scope_id = $2 AND meant = 'advertiser' \
     ON CONFLICT (number, extent, scope_id) DO UPDATE SET until_at = CASE \
     WHEN suppression.until_at IS NULL OR excluded.until_at IS NULL THEN NULL \
     WHEN suppression.until_at > excluded.until_at THEN suppression.until_at \
     ELSE excluded.until_at END, from_at = CASE \
     WHEN suppression.from_at IS NULL OR excluded.from_at IS NULL THEN NULL \
     WHEN suppression.from_at < excluded.from_at THEN suppression.from_at \
     ELSE excluded.from_at END",
);

/// Who is suppressed at a place already.
pub static THERE: Fetch = Fetch {
    name: "suppression.there",
    keys: &[int("number"), text("extent"), int("scope_id"), int("now")],
    select: "s.number",
    from: "suppression s",
    filter: "s.number = v.number AND s.extent = v.extent AND s.scope_id = v.scope_id \
             AND (s.until_at IS NULL OR s.until_at > v.now)",
};

pub static LIST: List = List {
    statements: &[
        &OF,
        &FROM,
        &KEEP_LIFTED,
        &LIFT,
        &LIFTED,
        &COUNT,
        &CLOSING,
        &CLOSE_AGAIN,
        &CLOSE_LINKED,
        &KEEP_IN_CAMPAIGN,
        &WIDEN,
    ],
    many: &[&CLOSED],
    fetch: &[&THERE],
    bulk: &[],
};
