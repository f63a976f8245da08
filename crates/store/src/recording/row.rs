//! One recording out of its row, and back.

use super::{
    Gone, PauseSpan, Recording, RecordingConsent, RecordingOf, RecordingRefusal, RecordingState,
    SealedSound, WhyGone,
};
use crate::audit::AuditActor;
use crate::clock::instant;
use crate::conn::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::sql::recording as sql;
use engine::{AgentId, CampaignId, ContactId, ListId};
use jiff::Timestamp;

pub(super) fn one(conn: &mut dyn Conn, of: RecordingOf) -> Result<Option<Recording>> {
    let rows = conn.rows(&sql::ONE, &key(of))?;
    rows.first().map(|row| read(row, of)).transpose()
}

/// All of which a statement gave the keys.
pub(super) fn all(conn: &mut dyn Conn, keys: &[Row]) -> Result<Vec<Recording>> {
    let mut found = Vec::with_capacity(keys.len());
    for row in keys {
        found.extend(one(conn, of(row)?)?);
    }
    Ok(found)
}

/// Writes what may change, unless somebody else was faster; says whether it did.
pub(super) fn change(conn: &mut dyn Conn, now: &Recording, before: &Recording) -> Result<bool> {
    let sealed = now.sealed.as_ref();
    let (gone, refusal) = (now.gone, now.refusal);
    let mut args = vec![
        now.state.word().into(),
        now.consent.word().into(),
        micros(now.consent_at),
        now.on_exchange.clone().into(),
        micros(now.began_at),
        micros(now.ended_at),
        pauses_text(&now.pauses).into(),
        sealed.map(|sealed| sealed.bytes.cast_signed()).into(),
        sealed.map(|sealed| sealed.digest.clone()).into(),
        sealed.map(|sealed| i64::from(sealed.key)).into(),
        micros(gone.map(|gone| gone.at)),
        gone.map(|gone| gone.why.word().to_owned()).into(),
        gone.map(|gone| gone.by.word().to_owned()).into(),
        gone.map(|gone| gone.by.id()).into(),
        micros(refusal.map(|refusal| refusal.until)),
        refusal.map(|refusal| refusal.by.word().to_owned()).into(),
        refusal.map(|refusal| refusal.by.id()).into(),
    ];
    args.extend(key(now.of));
    args.push(before.state.word().into());
    let until = before.refusal.map(|refusal| refusal.until);
    args.push(until.map_or(0, Timestamp::as_microsecond).into());
    Ok(conn.exec(&sql::CHANGE, &args)? > 0)
}

pub(super) fn key(of: RecordingOf) -> [Value; 3] {
    [
        of.list.0.into(),
        of.contact.0.into(),
        i64::from(of.attempt).into(),
    ]
}

fn of(row: &Row) -> Result<RecordingOf> {
    Ok(RecordingOf {
        list: ListId(row.int(0)?),
        contact: ContactId(row.int(1)?),
        attempt: u32::try_from(row.int(2)?).unwrap_or(u32::MAX),
    })
}

fn read(row: &Row, of: RecordingOf) -> Result<Recording> {
    let wrong = |column: &str, problem: String| StoreError::Corrupt {
        table: "recording".into(),
        column: column.into(),
        row: of.name(),
        problem,
    };
    let unknown = |column: &str, word: &str| wrong(column, format!("`{word}` is no word of it"));
    let state = row.text(5)?;
    let consent = row.text(6)?;
    let pauses: Vec<(i64, Option<i64>)> =
        serde_json::from_str(row.text(12)?).map_err(|error| wrong("pauses", error.to_string()))?;
    let pauses = pauses.into_iter().map(|(from, until)| PauseSpan {
        from: instant(from),
        until: until.map(instant),
    });
    Ok(Recording {
        of,
        agent: AgentId(row.int(3)?),
        campaign: row.maybe_int(4)?.map(CampaignId),
        state: RecordingState::of(state).ok_or_else(|| unknown("state", state))?,
        consent: RecordingConsent::of(consent).ok_or_else(|| unknown("consent", consent))?,
        consent_at: row.maybe_int(7)?.map(instant),
        on_exchange: row.maybe_text(8)?.map(str::to_owned),
        created_at: instant(row.int(9)?),
        began_at: row.maybe_int(10)?.map(instant),
        ended_at: row.maybe_int(11)?.map(instant),
        pauses: pauses.collect(),
        sealed: sealed(row)?,
        keep_until: instant(row.int(16)?),
        by_agent: row.int(17)? == 1,
        refusal: refusal(row)?,
        gone: gone(row)?,
    })
}

fn sealed(row: &Row) -> Result<Option<SealedSound>> {
    let (bytes, digest, key) = (row.maybe_int(13)?, row.maybe_text(14)?, row.maybe_int(15)?);
    let sealed = || {
        Some(SealedSound {
            bytes: bytes?.unsigned_abs(),
            digest: digest?.to_owned(),
            key: u32::try_from(key?).ok()?,
        })
    };
    Ok(sealed())
}

fn gone(row: &Row) -> Result<Option<Gone>> {
    let (at, why) = (row.maybe_int(18)?, row.maybe_text(19)?);
    let (by, id) = (row.maybe_text(20)?, row.maybe_int(21)?);
    let gone = || {
        Some(Gone {
            at: instant(at?),
            why: WhyGone::of(why?)?,
            by: AuditActor::of(by?, id?)?,
        })
    };
    Ok(gone())
}

fn refusal(row: &Row) -> Result<Option<RecordingRefusal>> {
    let until = row.maybe_int(22)?;
    let (by, id) = (row.maybe_text(23)?, row.maybe_int(24)?);
    let refusal = || {
        Some(RecordingRefusal {
            until: instant(until?),
            by: AuditActor::of(by?, id?)?,
        })
    };
    Ok(refusal())
}

fn pauses_text(pauses: &[PauseSpan]) -> String {
    let micros = |at: Timestamp| at.as_microsecond();
    let pairs: Vec<(i64, Option<i64>)> = pauses
        .iter()
        .map(|pause| (micros(pause.from), pause.until.map(micros)))
        .collect();
    serde_json::to_string(&pairs).unwrap_or_else(|_| "[]".to_owned())
}

fn micros(at: Option<Timestamp>) -> Value {
    at.map(Timestamp::as_microsecond).into()
}
