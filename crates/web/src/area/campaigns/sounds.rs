//! What the far end hears where nobody speaks to it, on the page of a campaign.

use super::one::{Tried, refused};
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use crate::words::Words;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use engine::{Announcement, CallSounds, CampaignId, Sound};
use std::collections::BTreeMap;

/// One line of the form.
pub struct SoundLine {
    /// Of the field in the form.
    pub name: &'static str,
    /// Of the field on the page.
    pub id: String,
    pub label: String,
    /// When it is played.
    pub hint: String,
    pub value: String,
    pub error: Option<String>,
}

pub fn lines(sounds: &CallSounds, tried: &Tried, words: &Words) -> Vec<SoundLine> {
    let line = |what: Announcement| {
        let id = field(what);
        let kept = sounds.get(what).map(|sound| sound.name().to_owned());
        let (label, hint) = labels(what, words);
        SoundLine {
            name: what.word(),
            value: tried.values.get(&id).cloned().or(kept).unwrap_or_default(),
            error: tried.errors.get(&id).cloned(),
            id,
            label,
            hint,
        }
    };
    Announcement::ALL.into_iter().map(line).collect()
}

fn field(what: Announcement) -> String {
    format!("sound-{}", what.word())
}

fn labels(what: Announcement, words: &Words) -> (String, String) {
    let (label, hint) = match what {
        Announcement::Apology => ("sound-apology", "sound-apology-hint"),
        Announcement::Message => ("sound-message", "sound-message-hint"),
        Announcement::Menu => ("sound-menu", "sound-menu-hint"),
        Announcement::Recording => ("sound-recording", "sound-recording-hint"),
    };
    (words.t(label), words.t(hint))
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let mut sounds = CallSounds::default();
    let mut tried = Tried::default();
    for what in Announcement::ALL {
        let typed = entered.get(what.word()).map_or("", |typed| typed.trim());
        tried.keep(&field(what), typed);
        if typed.is_empty() {
            continue;
        }
        match Sound::named(typed) {
            Ok(sound) => sounds.set(what, Some(sound)),
            Err(_) => {
                let remedy = visitor.words.t("sound-remedy");
                tried.errors.insert(field(what), remedy);
            }
        }
    }
    if !tried.errors.is_empty() {
        return refused(&visitor, &app, id, tried).await;
    }
    app.ask(move |store| {
        let id = CampaignId(id);
        store.campaign(id)?.ok_or(Failure::NotFound)?;
        store
            .set_campaign_sounds(id, &sounds)
            .map_err(Failure::from)
    })
    .await?;
    Ok(see(&format!("/campaigns/{id}#sounds")).into_response())
}
