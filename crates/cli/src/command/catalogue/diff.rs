//! `dispo catalogue diff`: two catalogues field by field, and what would have gone differently.

use super::read;
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use engine::Catalogue;
use engine::catalogue::difference::{Difference, differences};
use jiff::{SignedDuration, Span, SpanRelativeTo};
use serde::Serialize;
use store::{Replay, Store};

#[derive(Serialize)]
struct Shown {
    differences: Vec<Field>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replay: Option<Replay>,
}

#[derive(Serialize)]
struct Field {
    of: String,
    field: String,
    here: Option<String>,
    there: Option<String>,
}

pub fn run(
    (here, there): (&str, &str),
    replay: Option<&str>,
    db: &str,
    out: Out,
) -> Result<Done, Failure> {
    let since = replay.map(period).transpose()?;
    let store = match (since, is_kept(here) || is_kept(there)) {
        (None, false) => None,
        _ => Some(database::existing(db)?),
    };
    let (one, other) = (side(here, store.as_ref())?, side(there, store.as_ref())?);
    let replay = match (since, &store) {
        (Some(since), Some(store)) => {
            let from = store.clock().now().checked_sub(since);
            let from = from.map_err(|error| Failure::of(error.to_string()))?;
            Some(store.replay(&one, &other, from)?)
        }
        _ => None,
    };
    let found = differences(one.file(), other.file());
    let shown = Shown {
        differences: found.into_iter().map(field).collect(),
        replay,
    };
    out.show(&shown, text)?;
    Ok(Done::Clean)
}

/// `callpro@2`: a version of the database.
fn is_kept(wanted: &str) -> bool {
    kept(wanted).is_some()
}

fn kept(wanted: &str) -> Option<(&str, i64)> {
    let (name, version) = wanted.rsplit_once('@')?;
    Some((name, version.parse().ok()?))
}

fn side(wanted: &str, store: Option<&Store>) -> Result<Catalogue, Failure> {
    let (Some((name, version)), Some(store)) = (kept(wanted), store) else {
        return read(wanted);
    };
    let text = store.catalogue_text(name, version)?;
    let text = text.ok_or_else(|| {
        Failure::of(format!(
            "the database has no version {version} of a catalogue `{name}`"
        ))
    })?;
    Catalogue::parse(&text).map_err(|problems| {
        Failure::all(
            problems
                .iter()
                .map(|problem| format!("{wanted}: {problem}")),
        )
    })
}

/// `7d`, `36h`, or ISO 8601.
fn period(text: &str) -> Result<SignedDuration, Failure> {
    let span = text.parse::<Span>().ok();
    let length = span.and_then(|span| {
        let days = SpanRelativeTo::days_are_24_hours();
        span.to_duration(days).ok()
    });
    length.filter(SignedDuration::is_positive).ok_or_else(|| {
        Failure::of(format!(
            "`{text}` is no period to go back: write 7d, 36h or P7D"
        ))
    })
}

fn field(found: Difference) -> Field {
    Field {
        of: found.of,
        field: found.field,
        here: found.here,
        there: found.there,
    }
}

fn text(shown: &Shown) -> String {
    let mut table = Table::new([
        ("", Align::Left),
        ("field", Align::Left),
        ("here", Align::Left),
        ("there", Align::Left),
    ]);
    let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    for found in &shown.differences {
        let (here, there) = (side(&found.here), side(&found.there));
        table.row([found.of.clone(), found.field.clone(), here, there]);
    }
    let mut text = match shown.differences.is_empty() {
        true => "no field differs\n".to_owned(),
        false => table.text(),
    };
    if let Some(replay) = &shown.replay {
        text.push('\n');
        text.push_str(&replayed(replay));
    }
    text
}

fn replayed(replay: &Replay) -> String {
    let mut text = format!(
        "{} decisions about {} contacts: {} would have come to something else\n",
        replay.decisions, replay.contacts, replay.different
    );
    let mut ways = Table::new([("", Align::Left), ("", Align::Right)]);
    for (way, count) in &replay.ways {
        ways.row([way.replace('_', " "), count.to_string()]);
    }
    text.push_str(&ways.text());
    if replay.examples.is_empty() {
        return text;
    }
    let mut table = Table::new([
        ("contact", Align::Left),
        ("at", Align::Left),
        ("what", Align::Left),
        ("then", Align::Left),
        ("now", Align::Left),
    ]);
    for one in &replay.examples {
        table.row([
            format!("list {} contact {}", one.list, one.contact),
            one.at.clone(),
            one.what.clone(),
            one.then.clone(),
            one.now.clone(),
        ]);
    }
    format!("{text}\n{}", table.text())
}
