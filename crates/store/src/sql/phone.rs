//! Agents' phones.

use super::{List, Statement};

pub static PHONE: Statement =
    Statement::new("agent.phone", "SELECT phone FROM agent WHERE id = $1");

pub static OTHERS_PHONE: Statement = Statement::new(
    "agent.others_phone",
    "SELECT id FROM agent WHERE phone = $1 AND id <> $2",
);

pub static READY: Statement = Statement::new(
    "agent.ready",
    "SELECT a.id, CAST(CASE WHEN a.phone IS NULL THEN 0 ELSE 1 END AS bigint) AS has_phone FROM agent a \
     WHERE a.presence = 'ready' \
     AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.hand_agent = a.id) \
     ORDER BY a.name, a.id LIMIT 100",
);

pub static SET_PHONE: Statement = Statement::new(
    "agent.set_phone",
    "UPDATE agent SET phone = $1 WHERE id = $2",
);

pub static LIST: List = List {
    statements: &[&PHONE, &OTHERS_PHONE, &READY, &SET_PHONE],
    many: &[],
    fetch: &[],
    bulk: &[],
};
