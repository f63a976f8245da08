//! Answered calls, those that found no agent, and those that may find none.

use super::{Fetch, List, Many, Shape, Statement, int};

pub static PROFILE: Statement = Statement::new(
    "campaign.profile",
    "SELECT profile FROM campaign WHERE id = $1",
);

pub static SET_PROFILE: Statement = Statement::new(
    "campaign.set_profile",
    "UPDATE campaign SET profile = $1 WHERE id = $2",
);

/// Adds what one commit brings, or takes away.
pub static COUNT: Many = Many {
    name: "answered_call.add",
    table: "answered_call",
    columns: &[
        int("campaign_id"),
        int("quarter"),
        int("answered"),
        int("abandoned"),
    ],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (campaign_id, quarter) DO UPDATE SET \
                   answered = answered_call.answered + excluded.answered, \
                   abandoned = answered_call.abandoned + excluded.abandoned",
    },
};

pub static RISK: Many = Many {
    name: "unreserved_call.add",
    table: "unreserved_call",
    columns: &[int("campaign_id"), int("calls")],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (campaign_id) DO UPDATE SET calls = unreserved_call.calls + excluded.calls",
    },
};

pub static OF_CAMPAIGN: Statement = Statement::new(
    "answered_call.of_campaign",
    "SELECT CAST(coalesce(sum(answered), 0) AS bigint) AS answered, CAST(coalesce(sum(abandoned), 0) AS bigint) AS abandoned \
     FROM answered_call WHERE campaign_id = $1 AND quarter >= $2",
);

pub static OF_CENTRE: Statement = Statement::new(
    "answered_call.of_centre",
    "SELECT CAST(coalesce(sum(answered), 0) AS bigint) AS answered, CAST(coalesce(sum(abandoned), 0) AS bigint) AS abandoned \
     FROM answered_call WHERE quarter >= $1",
);

pub static RISK_OF_CAMPAIGN: Statement = Statement::new(
    "unreserved_call.of_campaign",
    "SELECT CAST(coalesce(sum(calls), 0) AS bigint) AS calls FROM unreserved_call WHERE campaign_id = $1",
);

pub static RISK_OF_CENTRE: Statement = Statement::new(
    "unreserved_call.of_centre",
    "SELECT CAST(coalesce(sum(calls), 0) AS bigint) AS calls FROM unreserved_call",
);

pub static FORGET: Statement = Statement::new(
    "answered_call.forget",
    "DELETE FROM answered_call WHERE quarter < $1",
);

/// Dials of a contact's numbers, by whatever contact, with when one found no agent.
pub static DIALS: Fetch = Fetch {
    name: "dial.of_contact",
    keys: &[int("list_id"), int("contact_id"), int("since")],
    select: "number.list_id, number.contact_id, number.slot, dial.at, \
             CASE WHEN attempt.outcome = 'abandoned' THEN attempt.ended_at END AS abandoned_at",
    from: "number JOIN dial ON dial.number = number.number \
           LEFT JOIN attempt ON attempt.list_id = dial.list_id \
           AND attempt.contact_id = dial.contact_id AND attempt.attempt = dial.attempt",
    filter: "number.list_id = v.list_id AND number.contact_id = v.contact_id AND dial.at >= v.since",
};

pub static LIST: List = List {
    statements: &[
        &PROFILE,
        &SET_PROFILE,
        &OF_CAMPAIGN,
        &OF_CENTRE,
        &RISK_OF_CAMPAIGN,
        &RISK_OF_CENTRE,
        &FORGET,
    ],
    many: &[&COUNT, &RISK],
    fetch: &[&DIALS],
    bulk: &[],
};
