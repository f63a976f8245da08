//! What the agent's desk and the floor ask: callbacks, breaks, signs of life.

use super::{List, Many, Shape, Statement, int};

pub static OWN_CALLBACKS: Statement = Statement::new(
    "callback.of_agent",
    "SELECT c.list_id, c.id, c.key, c.due_at, c.offer_at, c.code, c.owner, \
     (SELECT n.text FROM note n WHERE n.list_id = c.list_id AND n.contact_id = c.id \
      ORDER BY n.seq DESC LIMIT 1) AS note, \
     (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
      WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
      ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM contact c WHERE c.owner = $1 AND c.state = 'callback' \
     ORDER BY c.due_at, c.list_id, c.id LIMIT $2",
);

pub static CANCEL: Many = Many {
    name: "callback.cancel",
    table: "callback_cancelled",
    columns: &[
        int("agent_id"),
        int("at"),
        int("list_id"),
        int("contact_id"),
        int("due_at"),
    ],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (agent_id, at, list_id, contact_id) DO NOTHING",
    },
};

/// Callbacks of an agent that are not kept, the latest first; not those of contacts that were
/// opened again.
pub static CANCELLED: Statement = Statement::new(
    "callback.cancelled",
    "SELECT k.list_id, k.contact_id, c.key, k.due_at, c.offer_at, c.code, k.agent_id, \
     (SELECT n.text FROM note n WHERE n.list_id = c.list_id AND n.contact_id = c.id \
      ORDER BY n.seq DESC LIMIT 1) AS note, \
     (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
      WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
      ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM callback_cancelled k JOIN contact c ON c.list_id = k.list_id AND c.id = k.contact_id \
     WHERE k.agent_id = $1 AND k.at >= $2 AND c.state = 'closed' ORDER BY k.at DESC LIMIT $3",
);

pub static LIST_CALLBACKS: Statement = Statement::new(
    "callback.of_list",
    "SELECT c.list_id, c.id, c.key, c.due_at, c.offer_at, c.code, c.owner, \
     (SELECT n.text FROM note n WHERE n.list_id = c.list_id AND n.contact_id = c.id \
      ORDER BY n.seq DESC LIMIT 1) AS note, \
     (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
      WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
      ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM contact c WHERE c.list_id = $1 AND c.state = 'callback' \
     AND c.due_at >= $2 AND c.due_at < $3 ORDER BY c.due_at, c.id LIMIT $4",
);

pub static CAMPAIGN_CALLBACKS: Statement = Statement::new(
    "callback.of_campaign",
    "SELECT c.list_id, c.id, c.key, c.due_at, c.offer_at, c.code, c.owner, \
     (SELECT n.text FROM note n WHERE n.list_id = c.list_id AND n.contact_id = c.id \
      ORDER BY n.seq DESC LIMIT 1) AS note, \
     (SELECT p.fields FROM personal p JOIN import i ON i.id = p.import_id \
      WHERE p.list_id = c.list_id AND p.contact_id = c.id AND (i.state = 'live' OR p.version = 1) \
      ORDER BY p.version DESC LIMIT 1) AS fields \
     FROM link JOIN contact c ON c.list_id = link.list_id \
     WHERE link.campaign_id = $1 AND c.state = 'callback' \
     AND c.due_at >= $2 AND c.due_at < $3 ORDER BY c.due_at, c.list_id, c.id LIMIT $4",
);

pub static SEEN: Statement = Statement::new(
    "agent.seen",
    "UPDATE agent SET seen_at = $1 WHERE id = $2 AND (seen_at IS NULL OR seen_at < $3)",
);

pub static ALL_SEEN: Statement = Statement::new(
    "agent.all_seen",
    "SELECT id, seen_at FROM agent ORDER BY id",
);

pub static BREAK_TYPES: Statement = Statement::new(
    "break_type.all",
    "SELECT code, label, paid, warn_after_minutes, position, active FROM break_type \
     ORDER BY position, code",
);

pub static SET_BREAK_TYPE: Statement = Statement::new(
    "break_type.set",
    "INSERT INTO break_type (code, label, paid, warn_after_minutes, position, active) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (code) DO UPDATE SET label = excluded.label, \
     paid = excluded.paid, warn_after_minutes = excluded.warn_after_minutes, \
     position = excluded.position, active = excluded.active",
);

pub static LIST: List = List {
    statements: &[
        &OWN_CALLBACKS,
        &CANCELLED,
        &LIST_CALLBACKS,
        &CAMPAIGN_CALLBACKS,
        &SEEN,
        &ALL_SEEN,
        &BREAK_TYPES,
        &SET_BREAK_TYPE,
    ],
    many: &[&CANCEL],
    fetch: &[],
    bulk: &[],
};
