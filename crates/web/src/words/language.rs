//! The four languages, and where their texts lie.

use unic_langid::LanguageIdentifier;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub enum Language {
    #[default]
    English,
    Dutch,
    German,
    Hungarian,
}

/// All files of a language as one text; put together by the build.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.ftl"));
const DUTCH: &str = include_str!(concat!(env!("OUT_DIR"), "/nl.ftl"));
const GERMAN: &str = include_str!(concat!(env!("OUT_DIR"), "/de.ftl"));
const HUNGARIAN: &str = include_str!(concat!(env!("OUT_DIR"), "/hu.ftl"));

impl Language {
    pub const ALL: [Self; 4] = [Self::Dutch, Self::German, Self::Hungarian, Self::English];

    /// By its ISO 639-1 code.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.word() == word)
    }

    /// The ISO 639-1 code.
    pub fn word(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
            Self::German => "de",
            Self::Hungarian => "hu",
        }
    }

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Dutch => "Nederlands",
            Self::German => "Deutsch",
            Self::Hungarian => "Magyar",
        }
    }

    /// By it Fluent chooses the plural.
    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.word().parse().unwrap_or_default()
    }

    /// Every text of the language, in Fluent's syntax.
    pub fn texts(self) -> &'static str {
        match self {
            Self::English => ENGLISH,
            Self::Dutch => DUTCH,
            Self::German => GERMAN,
            Self::Hungarian => HUNGARIAN,
        }
    }
}
