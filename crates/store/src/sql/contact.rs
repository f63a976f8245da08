//! Contacts: what the door loads and writes.

use super::{Bulk, Fetch, List, Many, Shape, Statement, int, text};

/// Everything the door needs of a contact, its import and its list.
pub static LOAD: Fetch = Fetch {
    name: "contact.load",
    keys: &[int("list_id"), int("id")],
    select: "contact.list_id, contact.id, contact.seq, contact.at, contact.digest, contact.zone, \
             contact.kind, contact.numbers, contact.arrival, contact.body, import.at, \
             import.rules_id, import.state, list.rules_id, \
             (SELECT count(*) FROM link WHERE link.list_id = contact.list_id AND link.filter IS NOT NULL) AS filtered, \
             contact.consent",
    from: "contact JOIN import ON import.id = contact.import_id JOIN list ON list.id = contact.list_id",
    filter: "contact.list_id = v.list_id AND contact.id = v.id",
};

/// Keeps everybody else from changing a contact until the end of the transaction.
pub static LOCK: Statement = Statement::apart(
    "contact.lock",
    "SELECT id FROM contact WHERE list_id = $1 AND id = $2",
    "SELECT id FROM contact WHERE list_id = $1 AND id = $2 FOR UPDATE",
);

/// The contact as the last event left it; nothing is written if it was changed meanwhile.
pub static ADVANCE: Many = Many {
    name: "contact.advance",
    table: "contact",
    columns: &[
        int("list_id"),
        int("id"),
        int("was"),
        int("seq"),
        int("at"),
        int("digest"),
        text("state"),
        text("code"),
        int("due_at"),
        int("pool"),
        int("holder"),
        int("band"),
        int("priority"),
        int("offer_at"),
        int("owner"),
        int("release_at"),
        int("hand_agent"),
        int("lease_until"),
        int("attempts"),
        int("unreached_run"),
        int("last_attempt_at"),
        text("order_key"),
        int("wake_at"),
        text("body"),
    ],
    shape: Shape::Update {
        set: "seq = v.seq, at = v.at, digest = v.digest, state = v.state, code = v.code, \
              due_at = v.due_at, pool = v.pool, holder = v.holder, band = v.band, \
              priority = v.priority, offer_at = v.offer_at, owner = v.owner, \
              release_at = v.release_at, hand_agent = v.hand_agent, lease_until = v.lease_until, \
              attempts = v.attempts, unreached_run = v.unreached_run, \
              last_attempt_at = v.last_attempt_at, order_key = v.order_key, \
              wake_at = v.wake_at, body = v.body",
        filter: "contact.list_id = v.list_id AND contact.id = v.id AND contact.seq = v.was",
    },
};

/// Its places in the order of filtered links.
pub static MOVE_MEMBER: Many = Many {
    name: "member.move",
    table: "member",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("pool"),
        int("holder"),
        int("band"),
        int("priority"),
        int("offer_at"),
        int("due_at"),
        text("order_key"),
    ],
    shape: Shape::Update {
        set: "pool = v.pool, holder = v.holder, band = v.band, priority = v.priority, \
              offer_at = v.offer_at, due_at = v.due_at, order_key = v.order_key",
        filter: "member.list_id = v.list_id AND member.contact_id = v.contact_id",
    },
};

/// What the law needs to know of a contact's numbers.
pub static FACTS: Fetch = Fetch {
    name: "contact.facts",
    keys: &[
        int("list_id"),
        int("contact_id"),
        int("now"),
        int("agent"),
        int("campaign"),
    ],
    select: "number.list_id, number.contact_id, number.slot, number.number, \
             (SELECT campaign.profile FROM campaign WHERE campaign.id = v.campaign) AS profile, \
             (SELECT min(s.extent) FROM suppression s WHERE s.number = number.number \
              AND (s.from_at IS NULL OR s.from_at <= v.now) AND (s.until_at IS NULL OR s.until_at > v.now) \
              AND (s.extent = 'everywhere' OR EXISTS (SELECT 1 FROM link JOIN campaign ON campaign.id = link.campaign_id \
                  WHERE link.list_id = v.list_id AND s.scope_id = CASE s.extent \
                  WHEN 'advertiser' THEN campaign.advertiser_id ELSE campaign.id END))) AS source, \
             (SELECT count(*) FROM contact h WHERE h.hand_agent = v.agent) AS busy, \
             (SELECT list_retention.expires_at FROM list_retention WHERE list_retention.list_id = v.list_id) AS expires_at, \
             (SELECT min(s.extent) FROM mark m JOIN suppression s ON s.number = m.mark \
              WHERE m.list_id = v.list_id AND m.contact_id = v.contact_id \
              AND (s.from_at IS NULL OR s.from_at <= v.now) AND (s.until_at IS NULL OR s.until_at > v.now) \
              AND (s.extent = 'everywhere' OR EXISTS (SELECT 1 FROM link JOIN campaign ON campaign.id = link.campaign_id \
                  WHERE link.list_id = v.list_id AND s.scope_id = CASE s.extent \
                  WHEN 'advertiser' THEN campaign.advertiser_id ELSE campaign.id END))) AS person, \
             CASE WHEN v.campaign > 0 THEN (SELECT campaign.caller_id FROM campaign WHERE campaign.id = v.campaign) \
              ELSE (SELECT min(campaign.caller_id) FROM link JOIN campaign ON campaign.id = link.campaign_id \
                    WHERE link.list_id = v.list_id) END AS caller_id, \
             (SELECT count(*) FROM recording_refusal r WHERE r.number = number.number) AS refuses",
    from: "number",
    filter: "number.list_id = v.list_id AND number.contact_id = v.contact_id",
};

pub static KNOWN: Fetch = Fetch {
    name: "event_id.known",
    keys: &[text("id")],
    select: "event_id.id",
    from: "event_id",
    filter: "event_id.id = v.id",
};

pub static NOTE_ID: Many = Many {
    name: "event_id.note",
    table: "event_id",
    columns: &[text("id"), int("expires_at")],
    shape: Shape::Insert { conflict: "" },
};

pub static FORGET_IDS: Statement = Statement::new(
    "event_id.forget",
    "DELETE FROM event_id WHERE expires_at < $1",
);

pub static NOTE: Many = Many {
    name: "note.insert",
    table: "note",
    columns: &[int("list_id"), int("contact_id"), int("seq"), text("text")],
    shape: Shape::Insert { conflict: "" },
};

pub static DIAL: Many = Many {
    name: "dial.insert",
    table: "dial",
    columns: &[
        int("number"),
        int("at"),
        int("list_id"),
        int("contact_id"),
        int("attempt"),
    ],
    shape: Shape::Insert { conflict: "" },
};

/// An attempt is written when it gets its disposition, and again if it gets another one.
pub static ATTEMPT: Many = Many {
    name: "attempt.put",
    table: "attempt",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("attempt"),
        int("slot"),
        int("agent_id"),
        int("placed_at"),
        int("answered_at"),
        int("ended_at"),
        text("outcome"),
        text("code"),
        text("cause"),
        int("coded_at"),
        int("campaign_id"),
        text("major"),
        text("minor"),
        int("inbound"),
    ],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (list_id, contact_id, attempt) DO UPDATE SET \
                   answered_at = excluded.answered_at, ended_at = excluded.ended_at, \
                   outcome = excluded.outcome, code = excluded.code, cause = excluded.cause, \
                   coded_at = excluded.coded_at, major = excluded.major, minor = excluded.minor",
    },
};

pub static OUTBOX: Many = Many {
    name: "outbox.insert",
    table: "outbox",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("seq"),
        int("n"),
        text("kind"),
        text("effect"),
        int("not_before"),
        text("state"),
        int("tries"),
    ],
    shape: Shape::Insert { conflict: "" },
};

/// A suppression that exists keeps its first source; the earlier beginning and the later end win.
/// Of one that has ended nothing is left but its source.
pub static SUPPRESS: Many = Many {
    name: "suppression.put",
    table: "suppression",
    columns: &[
        int("number"),
        text("extent"),
        int("scope_id"),
        text("source"),
        text("reason"),
        int("added_at"),
        text("meant"),
        text("named"),
        int("close_at"),
        int("from_at"),
        int("until_at"),
    ],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (number, extent, scope_id) DO UPDATE SET until_at = CASE \
                   WHEN suppression.until_at IS NULL OR excluded.until_at IS NULL THEN NULL \
                   WHEN suppression.until_at > excluded.until_at THEN suppression.until_at \
                   ELSE excluded.until_at END, from_at = CASE \
                   WHEN suppression.until_at <= excluded.added_at THEN excluded.from_at \
                   WHEN suppression.from_at IS NULL OR excluded.from_at IS NULL THEN NULL \
                   WHEN suppression.from_at < excluded.from_at THEN suppression.from_at \
                   ELSE excluded.from_at END, close_at = CASE \
                   WHEN suppression.close_at < excluded.close_at THEN suppression.close_at \
                   ELSE coalesce(excluded.close_at, suppression.close_at) END",
    },
};

pub static STAGE: Bulk = Bulk {
    name: "contact.stage",
    table: "contact",
    columns: &[
        int("list_id"),
        int("id"),
        int("import_id"),
        int("line"),
        text("key"),
        int("dedupe"),
        text("zone"),
        text("kind"),
        int("numbers"),
        text("arrival"),
        int("seq"),
        int("at"),
        int("digest"),
        text("state"),
        text("code"),
        int("due_at"),
        int("pool"),
        int("holder"),
        int("band"),
        int("priority"),
        int("offer_at"),
        int("attempts"),
        int("unreached_run"),
        text("consent"),
    ],
};

pub static STAGE_NUMBER: Bulk = Bulk {
    name: "number.stage",
    table: "number",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("slot"),
        int("number"),
    ],
};

pub static STAGE_PERSONAL: Bulk = Bulk {
    name: "personal.stage",
    table: "personal",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("version"),
        int("import_id"),
        text("fields"),
    ],
};

/// List by list, since every key of a contact begins with its list.
pub static FIND_ID: Statement = Statement::new(
    "contact.find_id",
    "SELECT contact.list_id, contact.id FROM list \
     CROSS JOIN contact JOIN import ON import.id = contact.import_id \
     WHERE contact.list_id = list.id AND contact.id = $1 \
     AND (contact.seq > 0 OR import.state = 'live') ORDER BY contact.list_id",
);

pub static FIND_KEY: Statement = Statement::new(
    "contact.find_key",
    "SELECT contact.list_id, contact.id FROM list \
     CROSS JOIN contact JOIN import ON import.id = contact.import_id \
     WHERE contact.list_id = list.id AND contact.key = $1 \
     AND (contact.seq > 0 OR import.state = 'live') ORDER BY contact.list_id, contact.id",
);

pub static FIND_KEY_IN_LIST: Statement = Statement::new(
    "contact.find_key_in_list",
    "SELECT list_id, id FROM live_contact WHERE list_id = $1 AND key = $2 ORDER BY id",
);

pub static EXPIRED: Statement = Statement::new(
    "contact.expired",
    "SELECT list_id, id FROM contact WHERE lease_until IS NOT NULL AND lease_until <= $1 \
     ORDER BY lease_until, list_id, id LIMIT $2",
);

pub static RELEASABLE: Statement = Statement::new(
    "contact.releasable",
    "SELECT list_id, id FROM contact WHERE release_at IS NOT NULL AND release_at <= $1 \
     AND hand_agent IS NULL ORDER BY release_at, list_id, id LIMIT $2",
);

/// Contacts of which something becomes by itself.
pub static WAKING: Statement = Statement::new(
    "contact.waking",
    "SELECT list_id, id FROM contact WHERE wake_at IS NOT NULL AND wake_at <= $1 \
     ORDER BY wake_at, list_id, id LIMIT $2",
);

/// Open contacts with a number that is suppressed where they are: everywhere, in a campaign, or in
/// those of an advertiser.
pub static COVERED: Statement = Statement::new(
    "contact.covered",
    "SELECT DISTINCT contact.list_id, contact.id FROM number JOIN contact \
     ON contact.list_id = number.list_id AND contact.id = number.contact_id \
     JOIN import ON import.id = contact.import_id \
     WHERE number.number = $1 AND contact.state <> 'closed' \
     AND (contact.seq > 0 OR import.state = 'live') \
     AND (CAST($2 AS text) = 'everywhere' OR EXISTS (SELECT 1 FROM link JOIN campaign ON campaign.id = link.campaign_id \
          WHERE link.list_id = contact.list_id AND CAST($3 AS bigint) = CASE CAST($4 AS text) \
          WHEN 'advertiser' THEN campaign.advertiser_id ELSE campaign.id END)) \
     ORDER BY contact.list_id, contact.id",
);

/// The same of many numbers.
pub static COVERED_MANY: Fetch = Fetch {
    name: "contact.covered_many",
    keys: &[int("number"), text("extent"), int("scope_id")],
    select: "contact.list_id, contact.id",
    from: "number JOIN contact \
           ON contact.list_id = number.list_id AND contact.id = number.contact_id \
           JOIN import ON import.id = contact.import_id",
    filter: "number.number = v.number AND contact.state <> 'closed' \
             AND (contact.seq > 0 OR import.state = 'live') \
             AND (v.extent = 'everywhere' OR EXISTS (SELECT 1 FROM link JOIN campaign ON campaign.id = link.campaign_id \
                  WHERE link.list_id = contact.list_id AND v.scope_id = CASE v.extent \
                  WHEN 'advertiser' THEN campaign.advertiser_id ELSE campaign.id END))",
};

pub static NUMBERS: Statement = Statement::new(
    "number.of_contact",
    "SELECT slot, number FROM number WHERE list_id = $1 AND contact_id = $2 ORDER BY slot",
);

/// How a contact began.
pub static ARRIVAL: Statement = Statement::new(
    "contact.arrival",
    "SELECT contact.zone, contact.kind, contact.numbers, contact.arrival, import.at, contact.consent FROM contact \
     JOIN import ON import.id = contact.import_id WHERE contact.list_id = $1 AND contact.id = $2",
);

pub static LIST: List = List {
    statements: &[
        &LOCK,
        &FORGET_IDS,
        &FIND_ID,
        &FIND_KEY,
        &FIND_KEY_IN_LIST,
        &EXPIRED,
        &RELEASABLE,
        &WAKING,
        &COVERED,
        &NUMBERS,
        &ARRIVAL,
    ],
    many: &[
        &ADVANCE,
        &MOVE_MEMBER,
        &NOTE_ID,
        &NOTE,
        &DIAL,
        &ATTEMPT,
        &OUTBOX,
        &SUPPRESS,
    ],
    fetch: &[&LOAD, &FACTS, &KNOWN, &COVERED_MANY],
    bulk: &[&STAGE, &STAGE_NUMBER, &STAGE_PERSONAL],
};
