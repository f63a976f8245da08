//! Registers of numbers that must not be called.

use super::{Bulk, Fetch, List, Statement, int, text};

pub static ALL: Statement = Statement::new(
    "register.all",
    "SELECT id, name, extent, scope_id, source, as_of, imported_at, numbers, from_at, until_at, \
     close_after, advertiser_id FROM register WHERE as_of IS NOT NULL ORDER BY name",
);

/// Its id, the version that holds and the last one that was begun.
pub static BY_NAME: Statement = Statement::new(
    "register.by_name",
    "SELECT id, version, building, as_of FROM register WHERE name = $1",
);

pub static ADD: Statement = Statement::new(
    "register.add",
    "INSERT INTO register (name, extent, scope_id, source, as_of, imported_at, numbers, \
     version, building) VALUES ($1, $2, $3, $4, NULL, $5, 0, 0, 0)",
);

pub static BUILD: Statement = Statement::new(
    "register.build",
    "UPDATE register SET building = building + 1 WHERE id = $1",
);

/// A version that was built holds from now on, if no other was begun meanwhile.
pub static SWITCH: Statement = Statement::new(
    "register.switch",
    "UPDATE register SET extent = $1, scope_id = $2, source = $3, as_of = $4, imported_at = $5, \
     numbers = $6, from_at = $7, until_at = $8, version = $9, \
     close_after = CASE WHEN CAST($10 AS bigint) = 1 THEN 0 ELSE close_after END, \
     advertiser_id = $11 WHERE id = $12 AND building = $13",
);

/// It holds nothing from now on, and what is being built of it is given up.
pub static WITHDRAW: Statement = Statement::new(
    "register.withdraw",
    "UPDATE register SET as_of = NULL, numbers = 0, close_after = NULL, \
     building = building + 1, version = building + 1 WHERE id = $1 AND as_of IS NOT NULL",
);

pub static NAME: Statement =
    Statement::new("register.name", "SELECT name FROM register WHERE id = $1");

pub static BLOCKS: Statement = Statement::new(
    "register.blocks",
    "SELECT first_number, body FROM register_block WHERE register_id = $1 AND version = $2 \
     AND first_number > $3 ORDER BY first_number LIMIT $4",
);

pub static PRUNE: Statement = Statement::new(
    "register.prune",
    "DELETE FROM register_block WHERE register_id = $1 AND version = $2 AND first_number <= $3",
);

/// Some blocks that no version holds, because it was replaced or never finished: by version, up
/// to which number.
pub static STALE: Statement = Statement::new(
    "register.stale",
    "SELECT old.version, max(old.first_number) AS up_to FROM (SELECT version, first_number FROM register_block \
     WHERE register_id = $1 AND version <> $2 AND version <> $3 \
     ORDER BY version, first_number LIMIT $4) AS old GROUP BY old.version ORDER BY old.version",
);

/// The one block in which a number would stand, of each register that now holds in the list.
pub static AROUND: Fetch = Fetch {
    name: "register.around",
    keys: &[int("number"), int("list_id"), int("now")],
    select: "v.list_id AS list_id, v.number AS number, \
             CASE WHEN r.advertiser_id IS NULL THEN r.extent ELSE 'advertiser' END AS extent, (SELECT b.body FROM register_block b WHERE b.register_id = r.id AND b.version = r.version \
              AND b.first_number <= v.number ORDER BY b.first_number DESC LIMIT 1) AS body",
    from: "register r",
    filter: "r.as_of IS NOT NULL AND (r.from_at IS NULL OR r.from_at <= v.now) \
             AND (r.until_at IS NULL OR r.until_at > v.now) \
             AND (r.extent = 'everywhere' OR EXISTS (SELECT 1 FROM link JOIN campaign ON campaign.id = link.campaign_id \
                  WHERE link.list_id = v.list_id AND (campaign.id = r.scope_id OR campaign.advertiser_id = r.advertiser_id)))",
};

/// The same of one number in all registers, wherever and whenever they hold.
pub static AROUND_ONE: Statement = Statement::new(
    "register.around_one",
    "SELECT r.id, r.name, r.extent, r.scope_id, r.source, r.as_of, r.imported_at, r.numbers, \
     r.from_at, r.until_at, r.close_after, r.advertiser_id, \
     (SELECT b.body FROM register_block b WHERE b.register_id = r.id AND b.version = r.version \
      AND b.first_number <= $1 ORDER BY b.first_number DESC LIMIT 1) AS body \
     FROM register r WHERE r.as_of IS NOT NULL ORDER BY r.name",
);

/// Where contacts are still to be closed, and from which number on.
pub static CLOSING: Statement = Statement::new(
    "register.closing",
    "SELECT id, version, extent, scope_id, close_after, advertiser_id FROM register \
     WHERE close_after IS NOT NULL AND as_of IS NOT NULL \
     AND (from_at IS NULL OR from_at <= $1) AND (until_at IS NULL OR until_at > $2) \
     ORDER BY id LIMIT 1",
);

/// The block of one register in which a number would stand.
pub static AT: Fetch = Fetch {
    name: "register.at",
    keys: &[int("register_id"), int("version"), int("number")],
    select: "v.number AS number, (SELECT b.body FROM register_block b WHERE b.register_id = r.id \
             AND b.version = v.version AND b.first_number <= v.number \
             ORDER BY b.first_number DESC LIMIT 1) AS body",
    from: "register r",
    filter: "r.id = v.register_id",
};

/// The blocks of what a register holds, from the one on in which a number would stand.
pub static PAGE: Statement = Statement::new(
    "register.page",
    "SELECT b.body FROM register r JOIN register_block b ON b.register_id = r.id \
     AND b.version = r.version AND b.first_number >= coalesce((SELECT max(x.first_number) \
     FROM register_block x WHERE x.register_id = r.id AND x.version = r.version \
     AND x.first_number <= $1), 0) WHERE r.id = $2 ORDER BY b.first_number LIMIT $3",
);

/// Contacts with numbers of an advertiser's registers are to be looked for anew.
pub static CLOSE_AGAIN: Statement = Statement::new(
    "register.close_again",
    "UPDATE register SET close_after = 0 WHERE advertiser_id = $1",
);

/// The same of the registers that hold in a campaign, or for its advertiser.
pub static CLOSE_LINKED: Statement = Statement::new(
    "register.close_linked",
    "UPDATE register SET close_after = 0 WHERE as_of IS NOT NULL \
     AND ((extent = 'campaign' AND advertiser_id IS NULL AND scope_id = $1) \
     OR advertiser_id = (SELECT campaign.advertiser_id FROM campaign WHERE campaign.id = $2))",
);

pub static CLOSED_UP_TO: Statement = Statement::new(
    "register.closed_up_to",
    "UPDATE register SET close_after = $1 WHERE id = $2 AND version = $3",
);

/// Numbers of all contacts, each once.
pub static CALLED: Statement = Statement::new(
    "register.called",
    "SELECT DISTINCT number FROM number WHERE number > $1 ORDER BY number LIMIT $2",
);

pub static FILL: Bulk = Bulk {
    name: "register.fill",
    table: "register_block",
    columns: &[
        int("register_id"),
        int("version"),
        int("first_number"),
        text("body"),
    ],
};

pub static LIST: List = List {
    statements: &[
        &ALL,
        &BY_NAME,
        &ADD,
        &BUILD,
        &SWITCH,
        &WITHDRAW,
        &NAME,
        &BLOCKS,
        &PRUNE,
        &STALE,
        &AROUND_ONE,
        &CLOSING,
        &CLOSE_AGAIN,
        &CLOSE_LINKED,
        &CLOSED_UP_TO,
        &CALLED,
        &PAGE,
    ],
    many: &[],
    fetch: &[&AROUND, &AT],
    bulk: &[&FILL],
};
