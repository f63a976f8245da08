//! Open contacts that are nobody's and have no place in the order: is it a ground that is
//! missing, a number, or an hour that roster and law share?

use super::why::{Hours, known};
use crate::conn::Conn;
use crate::error::Result;
use crate::record::row::corrupt;
use crate::sql::floor as sql;
use engine::consent::Purpose;
use engine::law::RuleRef;
use engine::{Consent, Contact, ContactId, ContactKind, ListId, Zone};
use std::collections::BTreeMap;

/// Why a contact has no place in the order.
pub(super) enum Unplaced {
    /// The rule that asks for a ground.
    NoGround(RuleRef),
    NoNumber,
    /// Roster and law never meet.
    Never,
}

/// How many there are of each.
#[derive(Debug, Default)]
pub(super) struct Count {
    /// By the id of the rule that asks for a ground.
    pub no_ground: BTreeMap<String, i64>,
    pub no_number: i64,
    pub never: i64,
}

impl Count {
    pub fn without_ground(&self) -> i64 {
        self.no_ground.values().sum()
    }

    fn add(&mut self, why: &Unplaced, contacts: i64) {
        let count = match why {
            Unplaced::NoGround(rule) => self.no_ground.entry(rule.id().to_owned()).or_default(),
            Unplaced::NoNumber => &mut self.no_number,
            Unplaced::Never => &mut self.never,
        };
        *count = count.saturating_add(contacts);
    }
}

/// Those of a list, or of a filtered link.
pub(super) fn count(
    conn: &mut dyn Conn,
    hours: &Hours<'_>,
    list: ListId,
    link: Option<i64>,
) -> Result<Count> {
    let link = link.unwrap_or(0);
    let args = [list.0.into(), link.into(), link.into()];
    let mut count = Count::default();
    for row in conn.rows(&sql::UNPLACED, &args)? {
        let like = (row.text(0)?, row.text(1)?);
        let why = of_arrival(hours, like, row.maybe_text(2)?, row.int(3)? == 1)?;
        count.add(&why, row.int(4)?);
    }
    conn.each(&sql::UNPLACED_TOUCHED, &args, &mut |row| {
        count.add(&of_body(hours, row.text(0)?)?, 1);
        Ok(())
    })?;
    Ok(count)
}

/// A contact that nobody has touched.
pub(super) fn of_arrival(
    hours: &Hours<'_>,
    (zone, kind): (&str, &str),
    consent: Option<&str>,
    has_number: bool,
) -> Result<Unplaced> {
    if !has_number {
        return Ok(Unplaced::NoNumber);
    }
    let consent: Option<Consent> = match consent {
        Some(text) => Some(unreadable(serde_json::from_str(text))?),
        None => None,
    };
    let zone = known(ListId(0), Zone::new(zone).ok())?;
    let kind: ContactKind = known(ListId(0), kind.parse().ok())?;
    Ok(without(hours, &zone, (kind, consent.as_ref(), false)))
}

/// A contact that has been worked on.
pub(super) fn of_body(hours: &Hours<'_>, body: &str) -> Result<Unplaced> {
    let contact: Contact = unreadable(serde_json::from_str(body))?;
    if contact.open_slots().is_empty() {
        return Ok(Unplaced::NoNumber);
    }
    let about = (contact.kind, contact.consent.as_ref(), contact.dials > 0);
    Ok(without(hours, &contact.zone, about))
}

fn without(
    hours: &Hours<'_>,
    zone: &Zone,
    (kind, consent, used): (ContactKind, Option<&Consent>, bool),
) -> Unplaced {
    let settings = &hours.rules.settings;
    let Some(purpose) = settings.purpose else {
        return Unplaced::Never;
    };
    let asked = asked(hours, zone, (kind, consent, used), purpose);
    match hours.rules.law.ground(&asked) {
        Err(rule) => Unplaced::NoGround(rule),
        Ok(_) => Unplaced::Never,
    }
}

fn asked<'c>(
    hours: &'c Hours<'_>,
    zone: &Zone,
    (kind, consent, used): (ContactKind, Option<&'c Consent>, bool),
    purpose: Purpose,
) -> engine::law::Asked<'c> {
    let lists = hours.rules.settings.basis.as_ref();
    // The day on which it could be called next, as for its place.
    let open = hours.rules.law.next_open(hours.now, zone, kind);
    let at = open.map_or(hours.now, |(at, _)| at);
    engine::law::Asked {
        on: zone.local(at).date(),
        kind,
        purpose,
        grounds: [consent, lists.map(|basis| &basis.consent)],
        used,
    }
}

fn unreadable<T>(read: serde_json::Result<T>) -> Result<T> {
    read.map_err(|error| corrupt(ListId(0), ContactId(0), "body", error.to_string()))
}
