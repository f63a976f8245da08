//! Between the engine's contact and its row.

use crate::conn::Value;
use crate::error::{Result, StoreError};
use engine::{
    CallOrder, Contact, ContactId, ContactKind, Event, ListId, Origin, Shelf, Trigger, Zone,
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

pub(crate) fn corrupt(
    list: ListId,
    contact: ContactId,
    column: &str,
    problem: String,
) -> StoreError {
    StoreError::Corrupt {
        table: "contact".into(),
        column: column.into(),
        row: format!("list {}, contact {}", list.0, contact.0),
        problem,
    }
}

pub(crate) fn contact_from_body(body: &str, list: ListId, id: ContactId) -> Result<Contact> {
    serde_json::from_str(body).map_err(|error| corrupt(list, id, "body", error.to_string()))
}

/// How the contact began, from the columns that keep it.
pub(crate) fn origin(
    zone: &str,
    kind: &str,
    numbers: i64,
    arrival: Option<&str>,
    at: Timestamp,
    consent: Option<&str>,
) -> std::result::Result<Origin, String> {
    let consent = consent
        .map(serde_json::from_str)
        .transpose()
        .map_err(|error| error.to_string())?;
    let arrival = arrival
        .map(str::parse::<Trigger>)
        .transpose()
        .map_err(|error| error.to_string())?;
    Ok(Origin {
        zone: Zone::new(zone).map_err(|error| error.to_string())?,
        kind: kind
            .parse::<ContactKind>()
            .map_err(|error| error.to_string())?,
        consent,
        numbers: u8::try_from(numbers).map_err(|error| error.to_string())?,
        trigger: arrival,
        at,
    })
}

/// Where a contact stands in the offering order; nothing while it cannot be offered.
pub(crate) struct Place {
    pub pool: Option<i64>,
    pub holder: Option<i64>,
    pub band: Option<i64>,
    pub rank: i64,
    /// Its place in the client's own order, while it stands there.
    pub order_key: Option<String>,
    pub offer_at: Option<i64>,
}

/// `pool` is the import of a contact nobody has touched, and 0 of any other.
pub(crate) fn place(contact: &Contact, pool: i64) -> Place {
    let place = contact.place();
    match contact.offer_at {
        Some(offer_at) if contact.hand.is_none() && !contact.is_closed() => Place {
            pool: Some(pool),
            holder: Some(contact.held.map_or(0, |held| held.agent.0)),
            band: Some(place.shelf.number()),
            rank: place.rank,
            order_key: contact
                .call_order
                .as_ref()
                .filter(|_| place.shelf == Shelf::Ordered)
                .map(CallOrder::key),
            offer_at: Some(offer_at.as_microsecond()),
        },
        _ => Place {
            pool: None,
            holder: None,
            band: None,
            rank: place.rank,
            order_key: None,
            offer_at: None,
        },
    }
}

/// The columns of `contact.advance` after the keys and versions.
pub(crate) fn advance(contact: &Contact) -> Vec<Value> {
    let micros = |at: Option<Timestamp>| Value::from(at.map(Timestamp::as_microsecond));
    let place = place(contact, 0);
    vec![
        contact.state().into(),
        contact.code.as_str().into(),
        micros(contact.standing.due()),
        place.pool.into(),
        place.holder.into(),
        place.band.into(),
        place.rank.into(),
        place.offer_at.into(),
        contact.owner.map(|owner| owner.0).into(),
        micros(contact.held.and_then(|held| held.release_at)),
        contact.hand.as_ref().map(|hand| hand.agent.0).into(),
        micros(contact.hand.as_ref().map(|hand| hand.lease_until)),
        contact.counters.attempts.into(),
        contact.counters.unreached_run.into(),
        micros(contact.counters.last_attempt_at),
        place.order_key.into(),
        micros(contact.wakes_at()),
    ]
}

/// What a journal row says, in the form its digest covers.
pub(crate) struct Line<'a> {
    pub list: ListId,
    pub contact: ContactId,
    pub seq: i64,
    pub at: i64,
    pub happened_at: i64,
    pub actor: &'a str,
    pub body: &'a str,
    pub rules: i64,
    pub because: &'a str,
}

impl Line<'_> {
    /// Covers this row and, through `before`, every one before it.
    pub fn digest(&self, before: i64) -> i64 {
        let mut hash = Sha256::new();
        for figure in [
            before,
            self.list.0,
            self.contact.0,
            self.seq,
            self.at,
            self.happened_at,
            self.rules,
        ] {
            hash.update(figure.to_le_bytes());
        }
        for text in [self.actor, self.body, self.because] {
            hash.update(text.as_bytes());
            hash.update([0]);
        }
        first_eight(&hash.finalize())
    }
}

/// The first link of the chain: how the contact began.
pub(crate) fn origin_digest(
    list: i64,
    contact: i64,
    zone: &str,
    kind: &str,
    numbers: i64,
    (arrival, consent): (Option<&str>, Option<&str>),
    at: i64,
) -> i64 {
    let mut hash = Sha256::new();
    for figure in [list, contact, numbers, at] {
        hash.update(figure.to_le_bytes());
    }
    for text in [zone, kind, arrival.unwrap_or_default()] {
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    // Contacts that came before grounds were kept have none, and their digest as it was.
    if let Some(consent) = consent {
        hash.update(consent.as_bytes());
        hash.update([0]);
    }
    first_eight(&hash.finalize())
}

pub(crate) fn first_eight(digest: &[u8]) -> i64 {
    let bytes = digest.first_chunk::<8>().copied().unwrap_or_default();
    i64::from_le_bytes(bytes)
}

pub(crate) fn json<T: serde::Serialize>(what: &'static str, value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::other(what, error.to_string()))
}

pub(crate) fn event_from_json(text: &str) -> std::result::Result<Event, serde_json::Error> {
    serde_json::from_str(text)
}
