//! What the far end of a call hears where nobody speaks to it, by the names the exchange has for its
//! sounds.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A sound of the exchange, such as `ours/sorry-de`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sound(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "is no name of a sound: at most 80 letters, digits, - _ . and /, without / in front and without .."
)]
pub struct NoSound;

impl Sound {
    /// What names of sounds begin with where the exchange is asked to play them.
    pub const KIND: &str = "sound:";
    pub const LONGEST: usize = 80;

    /// Whether a sound, or a class of music, can be called so: nothing that leads out of the folder.
    pub fn is_name(text: &str) -> bool {
        let known = |sign: char| sign.is_ascii_alphanumeric() || "-_/.".contains(sign);
        let leads_out = text.starts_with('/') || text.contains("..");
        (1..=Self::LONGEST).contains(&text.len()) && text.chars().all(known) && !leads_out
    }

    pub fn named(text: &str) -> Result<Self, NoSound> {
        match Self::is_name(text) {
            true => Ok(Self(text.to_owned())),
            false => Err(NoSound),
        }
    }

    pub fn name(&self) -> &str {
        &self.0
    }

    /// As the exchange is asked to play it.
    pub fn medium(&self) -> String {
        format!("{}{}", Self::KIND, self.0)
    }
}

impl TryFrom<String> for Sound {
    type Error = NoSound;

    fn try_from(text: String) -> Result<Self, NoSound> {
        Self::named(&text)
    }
}

impl From<Sound> for String {
    fn from(sound: Sound) -> Self {
        sound.0
    }
}

/// When something is played to the far end of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Announcement {
    /// Somebody answered, and no agent is there.
    Apology,
    /// Left on an answering machine.
    Message,
    /// After a talk: how to opt out.
    Menu,
    /// Before a recording, where the law wants it told.
    Recording,
}

impl Announcement {
    pub const ALL: [Self; 4] = [Self::Apology, Self::Message, Self::Menu, Self::Recording];

    pub fn word(self) -> &'static str {
        match self {
            Self::Apology => "apology",
            Self::Message => "message",
            Self::Menu => "menu",
            Self::Recording => "recording",
        }
    }
}

/// The sounds a campaign names for its calls; where it names none the exchange's own are played.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallSounds(BTreeMap<Announcement, Sound>);

impl CallSounds {
    pub fn get(&self, what: Announcement) -> Option<&Sound> {
        self.0.get(&what)
    }

    /// Nothing: as usual.
    pub fn set(&mut self, what: Announcement, sound: Option<Sound>) {
        match sound {
            Some(sound) => self.0.insert(what, sound),
            None => self.0.remove(&what),
        };
    }

    pub fn with(mut self, what: Announcement, sound: Sound) -> Self {
        self.set(what, Some(sound));
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those that are named.
    pub fn each(&self) -> impl Iterator<Item = (Announcement, &Sound)> {
        self.0.iter().map(|(what, sound)| (*what, sound))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_within_the_folder_of_sounds() {
        for good in ["a", "dispo/no-agent", "Ours/sorry_de.2", &"x".repeat(80)] {
            assert_eq!(
                Sound::named(good).map(|sound| sound.name().len()),
                Ok(good.len())
            );
        }
        for bad in [
            "",
            " ",
            "two words",
            "../x",
            "/x",
            "a/../b",
            "sound:x",
            "ä",
            "x?y=z",
            &"x".repeat(81),
        ] {
            assert_eq!(Sound::named(bad), Err(NoSound), "{bad}");
        }
    }

    #[test]
    fn what_is_kept_is_read_again_and_nothing_else() {
        let sorry = Sound::named("ours/sorry").unwrap();
        let sounds = CallSounds::default().with(Announcement::Apology, sorry.clone());
        let kept = serde_json::to_string(&sounds).unwrap();
        assert_eq!(kept, r#"{"apology":"ours/sorry"}"#);
        assert_eq!(serde_json::from_str::<CallSounds>(&kept).unwrap(), sounds);
        assert_eq!(sounds.get(Announcement::Apology), Some(&sorry));
        assert_eq!(sounds.get(Announcement::Menu), None);
        assert_eq!(sorry.medium(), "sound:ours/sorry");
        for wrong in [r#"{"apology":"../x"}"#, r#"{"farewell":"x"}"#] {
            assert!(
                serde_json::from_str::<CallSounds>(wrong).is_err(),
                "{wrong}"
            );
        }
        let mut none = sounds;
        none.set(Announcement::Apology, None);
        assert!(none.is_empty());
    }

    #[test]
    fn its_words_are_those_it_is_kept_by() {
        for what in Announcement::ALL {
            let kept = serde_json::to_string(&what).unwrap();
            assert_eq!(kept, format!("\"{}\"", what.word()));
        }
    }
}
