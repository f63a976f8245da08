//! What callers hear at a number, as programs see and say it: names of the exchange's sounds.

use crate::area::api::entry::Entry;
use engine::Sound;
use serde::{Deserialize, Serialize};
use store::Sounds;
use utoipa::ToSchema;

/// What callers hear. An empty name: nothing is said there.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueSounds {
    /// Before the music begins.
    #[schema(max_length = 80)]
    pub welcome: Option<String>,
    /// A class of the exchange's music.
    #[schema(min_length = 1, max_length = 80)]
    pub music: Option<String>,
    /// Where nobody is there, and where nobody takes the call.
    #[schema(max_length = 80)]
    pub closed: Option<String>,
    #[schema(max_length = 80)]
    pub full: Option<String>,
    /// While waiting, before the place in the queue; once in so many seconds.
    #[schema(max_length = 80)]
    pub again: Option<String>,
    #[schema(minimum = 1, maximum = 3600)]
    pub again_seconds: Option<u32>,
    /// In which language the place is said: nl, de, hu or en; empty: in that of the exchange.
    #[schema(max_length = 2, pattern = "^(nl|de|hu|en)?$")]
    pub language: Option<String>,
    /// By which key a callback is asked for: a digit, * or #; empty: by none.
    #[schema(max_length = 1, pattern = "^[0-9*#]?$")]
    pub callback_key: Option<String>,
    #[schema(max_length = 80)]
    pub callback: Option<String>,
    /// On a number for opting out: how it is done, and that it was.
    #[schema(max_length = 80)]
    pub opt_out: Option<String>,
    #[schema(max_length = 80)]
    pub opted_out: Option<String>,
}

/// Reads them; what is not said is as usual.
pub fn read(entry: &mut Entry, sounds: &mut Sounds) {
    let Some(mut members) = entry.part("sounds") else {
        return;
    };
    for (name, sound) in [
        ("welcome", &mut sounds.welcome),
        ("closed", &mut sounds.closed),
        ("full", &mut sounds.full),
        ("again", &mut sounds.again),
        ("callback", &mut sounds.callback),
        ("opt_out", &mut sounds.opt_out),
        ("opted_out", &mut sounds.opted_out),
    ] {
        if let Some(said) = members.text(name, Sound::LONGEST) {
            *sound = (!said.is_empty()).then(|| format!("{}{said}", Sound::KIND));
        }
    }
    if let Some(music) = members.text("music", Sound::LONGEST) {
        sounds.music = music;
    }
    if let Some(seconds) = members.figure("again_seconds", 1..=3_600) {
        sounds.again_seconds = u32::try_from(seconds).unwrap_or(sounds.again_seconds);
    }
    if let Some(language) = members.text("language", 2) {
        sounds.language = Some(language).filter(|language| !language.is_empty());
    }
    if let Some(key) = members.text("callback_key", 1) {
        sounds.callback_key = key.chars().next();
    }
    entry.absorb(members);
}

pub fn view(sounds: Sounds) -> QueueSounds {
    let name = |sound: Option<String>| {
        let sound = sound.unwrap_or_default();
        Some(sound.strip_prefix(Sound::KIND).unwrap_or(&sound).to_owned())
    };
    QueueSounds {
        welcome: name(sounds.welcome),
        music: Some(sounds.music),
        closed: name(sounds.closed),
        full: name(sounds.full),
        again: name(sounds.again),
        again_seconds: Some(sounds.again_seconds),
        language: Some(sounds.language.unwrap_or_default()),
        callback_key: Some(sounds.callback_key.map(String::from).unwrap_or_default()),
        callback: name(sounds.callback),
        opt_out: name(sounds.opt_out),
        opted_out: name(sounds.opted_out),
    }
}
