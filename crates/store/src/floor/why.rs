//! Why one open contact is offered at a moment, or is not.

use super::grounds::{self, Unplaced};
use crate::conn::Row;
use crate::error::Result;
use crate::record::row::corrupt;
use engine::{Contact, ContactId, ContactKind, ListId, Rules, Zone};
use jiff::Timestamp;

/// Why an open contact is offered now, or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It can be had.
    Now,
    /// Its time has not come.
    NotDue,
    /// Due, and outside the hours of the law.
    Law,
    /// Due, and outside its roster.
    Roster,
    /// Due, and called or given back too short a time ago, or too often today.
    Resting,
    /// Due, and its owner's alone for the time being.
    Reserved,
    InHand,
    /// Waits for something that is no moment.
    Suspended,
    /// The law asks for a ground, and none that counts is known.
    NoGround,
    /// No number is left, or roster and law never meet.
    Never,
    /// The link's filter did not choose it.
    Filtered,
}

impl Why {
    pub const ALL: [Self; 11] = [
        Self::Now,
        Self::NotDue,
        Self::Law,
        Self::Roster,
        Self::Resting,
        Self::Reserved,
        Self::InHand,
        Self::Suspended,
        Self::NoGround,
        Self::Never,
        Self::Filtered,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::NotDue => "not_due",
            Self::Law => "law",
            Self::Roster => "roster",
            Self::Resting => "resting",
            Self::Reserved => "reserved",
            Self::InHand => "in_hand",
            Self::Suspended => "suspended",
            Self::NoGround => "no_ground",
            Self::Never => "never",
            Self::Filtered => "filtered",
        }
    }

    /// Of a contact that could be had but for the law.
    pub(super) fn of_law(closed: bool) -> Self {
        if closed { Self::Law } else { Self::Now }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }
}

/// The hours of the law at one moment.
pub(super) struct Hours<'a> {
    pub rules: &'a Rules,
    pub now: Timestamp,
}

impl<'a> Hours<'a> {
    pub fn at(rules: &'a Rules, now: Timestamp) -> Self {
        Self { rules, now }
    }

    /// Whether the law lets nobody of that kind be called there now; none for words that are
    /// no zone or kind.
    pub fn closed(&self, zone: &str, kind: &str) -> Option<bool> {
        let zone = Zone::new(zone).ok()?;
        let kind: ContactKind = kind.parse().ok()?;
        let open = self.rules.law.next_open(self.now, &zone, kind);
        Some(open.is_none_or(|(at, _)| at > self.now))
    }

    /// Of a contact that is due and nobody's alone: whether its time to be offered has come,
    /// and its body where it has a roster.
    pub fn of_due(&self, zone: &str, kind: &str, had: bool, body: Option<&str>) -> Option<Why> {
        if self.closed(zone, kind)? {
            return Some(Why::Law);
        }
        if let Some(body) = body {
            let contact: Contact = serde_json::from_str(body).ok()?;
            let roster = contact.roster?;
            if !roster.allows(self.now, &contact.zone) {
                return Some(Why::Roster);
            }
        }
        Some(if had { Why::Now } else { Why::Resting })
    }

    /// Why an open contact that is nobody's has no place in the order.
    fn unplaced(&self, row: &Row) -> Result<Unplaced> {
        let (zone, kind) = (row.text(2)?, row.text(3)?);
        let (body, consent, numbers) = (row.maybe_text(8)?, row.maybe_text(9)?, row.int(10)?);
        match body {
            Some(body) => grounds::of_body(self, body),
            None => grounds::of_arrival(self, (zone, kind), consent, numbers > 0),
        }
    }

    /// Of a row of `floor.open_contacts`.
    pub fn why(&self, list: ListId, row: &Row) -> Result<Why> {
        let now = self.now.as_microsecond();
        let (state, due, offer) = (row.text(1)?, row.maybe_int(4)?, row.maybe_int(5)?);
        let held = row.maybe_int(6)?.unwrap_or_default() != 0;
        let new = row.maybe_int(7)?.unwrap_or_default() != 0;
        let had = offer.is_some_and(|offer| offer <= now);
        Ok(match (state, offer) {
            ("in_hand", _) => Why::InHand,
            ("suspended", _) => Why::Suspended,
            (_, None) => match self.unplaced(row)? {
                Unplaced::NoGround(_) => Why::NoGround,
                _ => Why::Never,
            },
            _ if !had && due.is_none_or(|due| due > now) => Why::NotDue,
            _ if held => Why::Reserved,
            _ if new && !had => Why::Law,
            _ => known(
                list,
                self.of_due(row.text(2)?, row.text(3)?, had, row.maybe_text(8)?),
            )?,
        })
    }
}

/// A zone, a kind or a body that cannot be read is a broken row.
pub(super) fn known<T>(list: ListId, read: Option<T>) -> Result<T> {
    read.ok_or_else(|| {
        let problem = "its zone, kind or body cannot be read".to_owned();
        corrupt(list, ContactId(0), "zone", problem)
    })
}
