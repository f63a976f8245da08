//! Evidence of consent that must be kept for some time, apart from everything else.

use super::Erasing;
use super::purge::Found;
use crate::clock::instant;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::record::row::json;
use crate::rules::RulesCache;
use crate::sql::erase as sql;
use engine::law::{Kept, Retention};
use engine::{Basis, ContactId, EVIDENCE, ListId, Zone};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept of one contact, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptEvidence {
    pub list: ListId,
    pub contact: ContactId,
    pub until: Timestamp,
    /// The rule of the law that asks for it.
    pub rule: String,
    #[serde(skip)]
    pub evidence: Evidence,
}

/// In whose name, of which numbers, in which words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Evidence {
    pub numbers: Vec<i64>,
    pub fields: BTreeMap<String, String>,
}

/// Puts the evidence aside where the law still wants it; says what was kept.
pub(super) fn keep(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    (list, contact): (ListId, ContactId),
    found: &Found,
    how: Erasing,
    now: Timestamp,
) -> Result<Option<KeptEvidence>> {
    let place = [list.0.into(), contact.0.into()];
    if how.evidence_too {
        conn.exec(&sql::DROP_KEPT, &place)?;
        return Ok(None);
    }
    let mut fields = found.fields.clone();
    fields.retain(|name, value| EVIDENCE.contains(&name.as_str()) && !value.trim().is_empty());
    let given = given_on(found, &fields);
    let (Some(given), false) = (given, fields.is_empty()) else {
        return Ok(None);
    };
    let Some(list_row) = crate::house::list_by_id(conn, list)? else {
        return Ok(None);
    };
    let law = rules.load(conn, list_row.rules)?.law.clone();
    let Some(retention) = law.retention(Kept::Consent) else {
        return Ok(None);
    };
    let rows = conn.rows(&sql::LAST_DIAL, &place)?;
    let used = rows.first().map(|row| row.maybe_int(0)).transpose()?;
    let until = until(retention, given, used.flatten().map(instant));
    let Some(until) = until.filter(|until| *until > now) else {
        return Ok(None);
    };
    let kept = KeptEvidence {
        list,
        contact,
        until,
        rule: retention.rule.to_string(),
        evidence: Evidence {
            numbers: found.numbers.clone(),
            fields,
        },
    };
    let [list, contact] = place;
    let args = [
        list,
        contact,
        until.as_microsecond().into(),
        kept.rule.as_str().into(),
        json("kept_evidence.keep", &kept.evidence)?.into(),
    ];
    conn.exec(&sql::KEEP, &args)?;
    Ok(Some(kept))
}

pub(super) fn of(
    conn: &mut dyn Conn,
    list: ListId,
    contact: ContactId,
) -> Result<Option<KeptEvidence>> {
    let rows = conn.rows(&sql::KEPT, &[list.0.into(), contact.0.into()])?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    Ok(Some(KeptEvidence {
        list,
        contact,
        until: instant(row.int(0)?),
        rule: row.text(1)?.to_owned(),
        evidence: serde_json::from_str(row.text(2)?)
            .map_err(|error| StoreError::other("kept_evidence.of", error.to_string()))?,
    }))
}

/// The day it was given: as it came in, or as its field says.
fn given_on(found: &Found, fields: &BTreeMap<String, String>) -> Option<Date> {
    let consent = found.consent.as_ref();
    let came = consent.filter(|consent| consent.basis == Basis::Consent);
    let said = fields.get("optin_date").and_then(|day| day.parse().ok());
    came.map(|consent| consent.given_on).or(said)
}

fn until(retention: &Retention, given: Date, used: Option<Timestamp>) -> Option<Timestamp> {
    let used = used.filter(|_| retention.from_use);
    let used = used.map(|used| Zone::UTC.local(used).date());
    let begins = used.map_or(given, |used| used.max(given));
    let months = Span::new().try_months(retention.months).ok()?;
    // The whole of the last day.
    let after = begins.checked_add(months).ok()?.tomorrow().ok()?;
    Some(Zone::UTC.start_of(after))
}
