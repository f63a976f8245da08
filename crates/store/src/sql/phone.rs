//! Agents' phones.

use super::{List, Statement};

pub static PHONE: Statement =
    Statement::new("agent.phone", "SELECT phone FROM agent WHERE id = $1");

pub static OTHERS_PHONE: Statement = Statement::new(
    "agent.others_phone",
    "SELECT id FROM agent WHERE phone = $1 AND id <> $2",
);

pub static SET_PHONE: Statement = Statement::new(
    "agent.set_phone",
    "UPDATE agent SET phone = $1 WHERE id = $2",
);

pub static LIST: List = List {
    statements: &[&PHONE, &OTHERS_PHONE, &SET_PHONE],
    many: &[],
    fetch: &[],
    bulk: &[],
};
