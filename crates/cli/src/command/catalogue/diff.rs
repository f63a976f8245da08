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
    /// How many codes both have.
    shared: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    replay: Option<Replayed>,
}

#[derive(Serialize)]
struct Replayed {
    /// What was decided between these two was decided again; none where nothing ever was.
    between: Option<(String, String)>,
    #[serde(flatten)]
    found: Replay,
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
        (Some(since), Some(store)) => Some(decided_again(store, (&one, &other), since)?),
        _ => None,
    };
    let found = differences(one.file(), other.file());
    let shown = Shown {
        differences: found.into_iter().map(field).collect(),
        shared: shared(&one, &other),
        replay,
    };
    out.show(&shown, |shown| text(shown, (here, there)))?;
    Ok(Done::Clean)
}

/// Back from the newest event: a database may have rested for longer than that.
fn decided_again(
    store: &Store,
    (one, other): (&Catalogue, &Catalogue),
    since: SignedDuration,
) -> Result<Replayed, Failure> {
    let Some(newest) = store.newest_event()? else {
        return Ok(Replayed {
            between: None,
            found: Replay::default(),
        });
    };
    let from = newest.checked_sub(since);
    let from = from.map_err(|error| Failure::of(error.to_string()))?;
    Ok(Replayed {
        between: Some((from.to_string(), newest.to_string())),
        found: store.replay(one, other, from)?,
    })
}

fn shared(one: &Catalogue, other: &Catalogue) -> usize {
    let codes = one.dispositions().iter();
    codes
        .filter(|code| {
            other
                .dispositions()
                .iter()
                .any(|there| there.code == code.code)
        })
        .count()
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

fn text(shown: &Shown, (one, other): (&str, &str)) -> String {
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
    if shown.shared == 0 {
        text.push_str(&format!(
            "\nThe two share no codes: each field of each code differs. What a code of the one is in the\nother says `dispo catalogue crosswalk {one} {other}`.\n"
        ));
    }
    if let Some(replay) = &shown.replay {
        text.push('\n');
        text.push_str(&replayed(replay));
    }
    text
}

fn replayed(replayed: &Replayed) -> String {
    let Some((from, to)) = &replayed.between else {
        return "nothing has been decided in this database yet\n".to_owned();
    };
    let replay = &replayed.found;
    if replay.decisions == 0 {
        return format!(
            "nothing was decided from {from} to {to}, the newest event, in lists that work by either: write a longer period, or see `dispo catalogue diff --help`\n"
        );
    }
    let mut text = format!("from {from} to {to}, the newest event: ");
    text += &format!(
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
        ("because", Align::Left),
    ]);
    for one in &replay.examples {
        table.row([
            format!("list {} contact {}", one.list, one.contact),
            one.at.clone(),
            one.what.clone(),
            one.then.clone(),
            one.now.clone(),
            one.why.join("; "),
        ]);
    }
    format!("{text}\n{}", table.text())
}
