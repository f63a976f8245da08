//! What callers hear at a number, by the names the exchange has for it.

use super::QueueKind;
use engine::Sound;
use serde::{Deserialize, Serialize};

/// What callers hear: sounds of the exchange by their names, and a class of its music.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sounds {
    /// Before the music begins.
    pub welcome: Option<String>,
    pub music: String,
    /// Where nobody is there, and where nobody can wait.
    pub closed: Option<String>,
    pub full: Option<String>,
    /// Played while waiting, once in so many seconds: place and key.
    pub again: Option<String>,
    pub again_seconds: u32,
    /// In which language the place is said, by its ISO 639-1 code; nothing: in that of the exchange.
    pub language: Option<String>,
    /// The key by which a callback is asked for, and what is said then.
    pub callback_key: Option<char>,
    pub callback: Option<String>,
    /// On a number for opting out: how it is done, and that it was.
    pub opt_out: Option<String>,
    pub opted_out: Option<String>,
}

impl Default for Sounds {
    fn default() -> Self {
        let sound = |name: &str| Some(format!("sound:dispo/{name}"));
        Self {
            welcome: None,
            music: "default".to_owned(),
            closed: sound("closed"),
            full: sound("full"),
            again: None,
            again_seconds: 45,
            language: None,
            callback_key: Some('1'),
            callback: sound("callback"),
            opt_out: sound("opt-out"),
            opted_out: sound("opted-out"),
        }
    }
}

impl Sounds {
    /// Those in which the place can be said.
    pub const LANGUAGES: [&str; 4] = ["nl", "de", "hu", "en"];

    /// What is played at a number for this, the position in the queue left out.
    pub fn played(&self, purpose: QueueKind) -> impl Iterator<Item = &str> {
        let sounds = match purpose {
            QueueKind::Service => [
                &self.welcome,
                &self.closed,
                &self.full,
                &self.again,
                self.callback_key.map_or(&None, |_| &self.callback),
            ],
            QueueKind::OptOut => [&self.opt_out, &self.opted_out, &None, &None, &None],
        };
        sounds.into_iter().flatten().map(String::as_str)
    }

    pub(super) fn wrong(&self) -> impl Iterator<Item = &'static str> {
        let is_sound = |text: &String| {
            let name = text.strip_prefix(Sound::KIND);
            name.is_some_and(Sound::is_name)
        };
        let sound = |text: &Option<String>| text.as_ref().is_none_or(is_sound);
        let key = self.callback_key;
        let language = self.language.as_deref();
        [
            ("welcome", sound(&self.welcome)),
            ("music", Sound::is_name(&self.music)),
            ("closed", sound(&self.closed)),
            ("full", sound(&self.full)),
            ("again", sound(&self.again)),
            (
                "language",
                language.is_none_or(|language| Self::LANGUAGES.contains(&language)),
            ),
            (
                "callback_key",
                key.is_none_or(|key| "0123456789*#".contains(key)),
            ),
            ("callback", sound(&self.callback)),
            ("opt_out", sound(&self.opt_out)),
            ("opted_out", sound(&self.opted_out)),
        ]
        .into_iter()
        .filter_map(|(name, is_good)| (!is_good).then_some(name))
    }
}
