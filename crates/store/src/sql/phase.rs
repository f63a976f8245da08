//! What agents were doing, from when to when.

use super::{List, Many, Shape, Statement, int, text};

pub static END: Many = Many {
    name: "agent_phase.end",
    table: "agent_phase",
    columns: &[int("agent_id"), int("until_at")],
    shape: Shape::Update {
        set: "until_at = CASE WHEN agent_phase.since_at > v.until_at THEN agent_phase.since_at \
              ELSE v.until_at END",
        filter: "agent_phase.agent_id = v.agent_id AND agent_phase.until_at IS NULL",
    },
};

/// One that began at the same instant lasted no time: this one takes its place.
pub static BEGIN: Many = Many {
    name: "agent_phase.begin",
    table: "agent_phase",
    columns: &[
        int("agent_id"),
        int("since_at"),
        text("phase"),
        text("detail"),
        int("campaign_id"),
        int("list_id"),
        int("contact_id"),
    ],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (agent_id, since_at) DO UPDATE SET until_at = NULL, \
                   phase = excluded.phase, detail = excluded.detail, \
                   campaign_id = excluded.campaign_id, list_id = excluded.list_id, \
                   contact_id = excluded.contact_id",
    },
};

/// What lies at least in part between two instants.
pub static BETWEEN: Statement = Statement::new(
    "agent_phase.between",
    "SELECT agent_id, since_at, until_at, phase, detail FROM agent_phase \
     WHERE until_at > $1 AND since_at < $2 \
     UNION ALL \
     SELECT agent_id, since_at, until_at, phase, detail FROM agent_phase \
     WHERE until_at IS NULL AND since_at < $3 \
     ORDER BY 1, 2",
);

/// What one agent did between two instants, with the contact it was about.
pub static OF_AGENT: Statement = Statement::new(
    "agent_phase.of_agent",
    "SELECT since_at, until_at, phase, detail, list_id, contact_id FROM agent_phase \
     WHERE agent_id = $1 AND since_at < $2 AND (until_at IS NULL OR until_at > $3) \
     ORDER BY since_at",
);

pub static LIST: List = List {
    statements: &[&BETWEEN, &OF_AGENT],
    many: &[&END, &BEGIN],
    fetch: &[],
    bulk: &[],
};
