//! Numbers of the house that can be called.

use super::{List, Statement};

pub static ALL: Statement = Statement::new(
    "queue.all",
    "SELECT number, name, purpose, campaign_id, list_id, zone, rules, sounds FROM queue \
     ORDER BY number",
);

pub static ONE: Statement = Statement::new(
    "queue.one",
    "SELECT number, name, purpose, campaign_id, list_id, zone, rules, sounds FROM queue \
     WHERE number = $1",
);

pub static SET: Statement = Statement::new(
    "queue.set",
    "INSERT INTO queue (number, name, purpose, campaign_id, list_id, zone, rules, sounds) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (number) DO UPDATE SET \
     name = excluded.name, purpose = excluded.purpose, campaign_id = excluded.campaign_id, \
     list_id = excluded.list_id, zone = excluded.zone, rules = excluded.rules, \
     sounds = excluded.sounds",
);

pub static DROP: Statement = Statement::new("queue.drop", "DELETE FROM queue WHERE number = $1");

/// Campaigns that show a number nobody answers.
pub static UNANSWERED: Statement = Statement::new(
    "queue.unanswered",
    "SELECT c.id FROM campaign c WHERE c.caller_id IS NOT NULL AND c.state <> 'closed' \
     AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.number = c.caller_id) ORDER BY c.id",
);

pub static LIST: List = List {
    statements: &[&ALL, &ONE, &SET, &DROP, &UNANSWERED],
    many: &[],
    fetch: &[],
    bulk: &[],
};
