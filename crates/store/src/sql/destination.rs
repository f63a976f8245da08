//! To whom agents of a campaign may put a talk through.

use super::{List, Statement};

pub static ALL: Statement = Statement::new(
    "destination.all",
    "SELECT id, label, number FROM destination WHERE campaign_id = $1 ORDER BY label, id",
);

pub static ADD: Statement = Statement::new(
    "destination.add",
    "INSERT INTO destination (campaign_id, label, number) VALUES ($1, $2, $3) \
     ON CONFLICT (campaign_id, number) DO UPDATE SET label = excluded.label RETURNING id",
);

pub static REMOVE: Statement = Statement::new(
    "destination.remove",
    "DELETE FROM destination WHERE campaign_id = $1 AND id = $2",
);

pub static LIST: List = List {
    statements: &[&ALL, &ADD, &REMOVE],
    many: &[],
    fetch: &[],
    bulk: &[],
};
