//! What a code puts on the do-not-call list: durable with the decision, so that the next permit
//! sees it.

use super::Step;
use crate::advertiser::{self, Behalf};
use crate::conn::{Conn, Value};
use crate::error::Result;
use crate::person::{self, Email, Subject};
use crate::sql::contact as sql;
use engine::catalogue::{Extent, SuppressSubject};
use engine::{Effect, ListId, Slot};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The rows of an effect that suppresses; of any other there are none.
pub(super) fn rows(conn: &mut dyn Conn, step: &Step, effect: &Effect) -> Result<Vec<Vec<Value>>> {
    let Effect::Suppress {
        slots,
        subject,
        extent,
        until,
        code,
    } = effect
    else {
        return Ok(Vec::new());
    };
    let contact = &step.decision.next;
    let until_at = until.as_deref().and_then(|period| end_of(period, step));
    let scopes = scopes(conn, contact.list, *extent)?;
    let mut rows = Vec::new();
    for subject in subjects(conn, step, slots, *subject)? {
        for (extent, scope, meant) in &scopes {
            let source = format!(
                "list {} contact {} code {code}",
                contact.list.0, contact.id.0
            );
            rows.push(vec![
                subject.key().into(),
                (*extent).into(),
                Value::Int(*scope),
                source.into(),
                code.as_str().into(),
                step.at.as_microsecond().into(),
                (*meant).into(),
                subject.named().into(),
                // The outbox has their closing.
                Value::Null,
                Value::Null,
                until_at.map(Timestamp::as_microsecond).into(),
            ]);
        }
    }
    Ok(rows)
}

/// Its numbers in these slots; where a person or a company is meant, whoever it is, too.
fn subjects(
    conn: &mut dyn Conn,
    step: &Step,
    slots: &[Slot],
    meant: SuppressSubject,
) -> Result<BTreeSet<Subject>> {
    let contact = &step.decision.next;
    let mut all = BTreeSet::new();
    for found in conn.rows(&sql::NUMBERS, &[contact.list.0.into(), contact.id.0.into()])? {
        let slot = Slot(u8::try_from(found.int(0)?).unwrap_or(u8::MAX));
        if slots.contains(&slot) {
            all.extend(Subject::kept(found.int(1)?, None));
        }
    }
    let known_as = match meant {
        SuppressSubject::Number => return Ok(all),
        SuppressSubject::Person => Email::as_person,
        SuppressSubject::Domain => Email::domain_or_person,
    };
    let addresses = person::addresses_of(conn, contact.list, contact.id)?;
    all.extend(addresses.iter().map(known_as));
    Ok(all)
}

/// The extent a suppression gets, its scope, and what was meant if that is something else: a
/// campaign without an advertiser stands for itself.
type Scope = (&'static str, i64, Option<&'static str>);

fn scopes(conn: &mut dyn Conn, list: ListId, extent: Extent) -> Result<Vec<Scope>> {
    match extent {
        Extent::Everywhere => Ok(vec![("everywhere", 0, None)]),
        Extent::Campaign => {
            let links = conn.rows(&crate::sql::house::LIST_LINKS, &[list.0.into()])?;
            links
                .iter()
                .map(|link| Ok(("campaign", link.int(1)?, None)))
                .collect()
        }
        Extent::Advertiser => Ok(advertiser::of_list(conn, list)?
            .into_iter()
            .map(|behalf| match behalf {
                Behalf::Of(advertiser) => ("advertiser", advertiser.0, None),
                Behalf::Itself(campaign) => ("campaign", campaign.0, Some("advertiser")),
            })
            .collect()),
    }
}

/// A period counts from now by the calendar of the contact.
fn end_of(period: &str, step: &Step) -> Option<Timestamp> {
    let span: jiff::Span = period.parse().ok()?;
    let zone = step.decision.next.zone.time_zone().clone();
    step.at
        .to_zoned_datetime(zone)
        .checked_add(span)
        .ok()
        .map(|end| end.timestamp())
}
