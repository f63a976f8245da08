//! One recording: its player, and what is known of it.

use super::may::{is_supervisor, of, seen};
use crate::app::App;
use crate::area::contacts::name_of;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use store::{Recording, RecordingConsent, RecordingState, Store, WhyGone};

#[derive(Template)]
#[template(path = "recordings/one.html")]
struct OnePage {
    shell: Shell,
    place: String,
    contact: String,
    /// For whoever may look at contacts.
    contact_place: Option<String>,
    facts: Vec<(String, String)>,
    can_be_heard: bool,
    /// It was changed after it was sealed, or cannot be opened.
    problem: Option<String>,
    /// Why there is nothing to hear.
    state: String,
    can_destroy: bool,
    pauses: Vec<Mark>,
}

/// A place in the sound.
struct Mark {
    seconds: f64,
    at: String,
    lasted: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(place): Path<(i64, i64, u32)>,
) -> Result<Page<impl Template>, Failure> {
    let recording = seen(&app, &visitor, of(place)).await?;
    let (words, vault) = (visitor.words.clone(), app.options().vault.clone());
    let (list, contact, attempt) = place;
    let known = recording.clone();
    let (name, facts, is_sound) = app
        .ask(move |store| {
            let list = store.list(known.of.list)?;
            let name = name_of(store, list.as_ref(), known.of.list, known.of.contact)?;
            let digest = vault.and_then(|vault| {
                let mut reader = vault.read(&known.of.name()).ok()?;
                reader.digest().ok()
            });
            let expected = known.sealed.as_ref().map(|sealed| sealed.digest.clone());
            let facts = facts(store, &known, &words)?;
            Ok::<_, Failure>((name, facts, digest == expected))
        })
        .await?;
    let words = &visitor.words;
    let can_be_heard = recording.can_be_heard();
    let supervises = is_supervisor(&visitor);
    Ok(Page(OnePage {
        shell: visitor.shell("recording-title"),
        place: format!("/recordings/{list}/{contact}/{attempt}"),
        contact: name,
        contact_place: supervises.then(|| format!("/contacts/{list}/{contact}")),
        facts,
        can_be_heard,
        problem: (can_be_heard && !is_sound).then(|| words.t("recording-changed")),
        state: told(&recording, words),
        can_destroy: supervises
            && matches!(
                recording.state,
                RecordingState::Kept | RecordingState::Ended
            ),
        pauses: pauses(&recording, words),
    }))
}

fn pauses(recording: &Recording, words: &Words) -> Vec<Mark> {
    let all = recording.pauses_in_sound().into_iter();
    all.map(|(at, lasted)| Mark {
        seconds: at.as_secs_f64(),
        at: words.duration(at.as_secs()),
        lasted: words.duration(lasted.as_secs()),
    })
    .collect()
}

fn facts(
    store: &Store,
    recording: &Recording,
    words: &Words,
) -> Result<Vec<(String, String)>, Failure> {
    let agents = store.agents()?;
    let agent = agents.into_iter().find(|(id, _)| *id == recording.agent);
    let campaign = recording
        .campaign
        .map(|id| store.campaign(id))
        .transpose()?;
    let lasts = recording.lasts().map(|lasts| lasts.as_secs());
    let megabytes = |bytes: u64| {
        let tenths = bytes / 100_000;
        format!("{}.{} MB", tenths / 10, tenths % 10)
    };
    let facts = [
        ("recording-at", Some(words.moment(recording.created_at))),
        ("attempt-agent", agent.map(|(_, name)| name)),
        (
            "recording-campaign",
            campaign.flatten().map(|campaign| campaign.name),
        ),
        (
            "recording-lasts",
            lasts.map(|seconds| words.duration(seconds)),
        ),
        ("recording-consent", Some(consent(recording, words))),
        (
            "recording-until",
            recording
                .can_be_heard()
                .then(|| words.moment(recording.keep_until)),
        ),
        (
            "recording-size",
            recording
                .sealed
                .as_ref()
                .map(|sealed| megabytes(sealed.bytes)),
        ),
    ];
    let told = facts.into_iter();
    Ok(told
        .filter_map(|(key, value)| Some((words.t(key), value?)))
        .collect())
}

fn consent(recording: &Recording, words: &Words) -> String {
    let said = words.t(match recording.consent {
        RecordingConsent::NotNeeded => "recording-consent-not-needed",
        RecordingConsent::Awaited => "recording-consent-awaited",
        RecordingConsent::Told => "recording-consent-told",
        RecordingConsent::Agreed => "recording-consent-agreed",
        RecordingConsent::Refused => "recording-consent-refused",
    });
    match recording.consent_at {
        Some(at) => format!("{said}, {}", words.moment(at)),
        None => said,
    }
}

/// Where it is, or why it is not.
pub fn told(recording: &Recording, words: &Words) -> String {
    let why = recording.gone.map(|gone| {
        let why = words.t(match gone.why {
            WhyGone::Refused => "recording-gone-refused",
            WhyGone::Due => "recording-gone-due",
            WhyGone::Erased => "recording-gone-erased",
            WhyGone::ByHand => "recording-gone-by-hand",
            WhyGone::Lost => "recording-gone-lost",
        });
        format!("{why}, {}", words.moment(gone.at))
    });
    why.unwrap_or_else(|| {
        words.t(match recording.state {
            RecordingState::Kept => "recording-kept",
            RecordingState::Ended => "recording-coming",
            _ => "recording-live",
        })
    })
}
