//! The interface's words in the visitor's language.

mod because;
mod count;
mod finding;
mod format;
mod language;
pub mod money;
mod roster;
mod vocabulary;

pub use because::Reasons;
pub(crate) use because::key;
pub use count::Count;
pub use language::Language;
pub use vocabulary::{Shown, vocabularies, vocabulary};

use engine::{Catalogue, Zone};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::{Arc, LazyLock};

type Bundle = FluentBundle<FluentResource>;

/// All texts of all languages, read once. A broken file shows in the tests, not here: what
/// cannot be read is left out, and its keys are shown as they are.
static BUNDLES: LazyLock<Vec<(Language, Arc<Bundle>)>> = LazyLock::new(|| {
    Language::ALL
        .into_iter()
        .map(|language| (language, Arc::new(bundle(language))))
        .collect()
});

/// One language, with the centre's time zone for times and dates.
#[derive(Clone)]
pub struct Words {
    language: Language,
    zone: Zone,
    /// In whose words codes are shown; none is each contact's own.
    vocabulary: Option<Arc<Catalogue>>,
    bundle: Option<Arc<Bundle>>,
}

impl Words {
    pub fn new(language: Language, zone: Zone) -> Self {
        let bundle = BUNDLES
            .iter()
            .find(|(known, _)| *known == language)
            .map(|(_, bundle)| bundle.clone());
        Self {
            language,
            zone,
            vocabulary: None,
            bundle,
        }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The same words, with times in another zone: the contact's.
    pub fn in_zone(&self, zone: Zone) -> Self {
        Self {
            zone,
            ..self.clone()
        }
    }

    /// The text of a key; a key without a text is shown as it is.
    pub fn t(&self, key: &str) -> String {
        self.say(key, &FluentArgs::new())
    }

    /// The text of a key that speaks of a number, `$n`.
    pub fn n(&self, key: &str, n: impl Count) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("n", self.counted(n.count()));
        self.say(key, &arguments)
    }

    /// The text of a key with named parts.
    pub fn with<'a>(&self, key: &str, parts: impl AsRef<[(&'a str, &'a str)]>) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in parts.as_ref() {
            arguments.set(*name, *value);
        }
        self.say(key, &arguments)
    }

    /// The text of a key with parts of any kind: texts, and numbers that choose the plural.
    pub fn say(&self, key: &str, arguments: &FluentArgs) -> String {
        let Some(bundle) = &self.bundle else {
            return key.to_owned();
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut problems = Vec::new();
        bundle
            .format_pattern(pattern, Some(arguments), &mut problems)
            .into_owned()
    }

    /// A number as an argument: it chooses the plural, and is written the language's way.
    pub fn counted(&self, n: i64) -> FluentValue<'static> {
        FluentValue::from(n)
    }

    pub fn knows(&self, key: &str) -> bool {
        self.bundle
            .as_ref()
            .is_some_and(|bundle| bundle.has_message(key))
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.language.word())
    }
}

fn bundle(language: Language) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Directional marks around every part would be copied along with texts.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| format::argument(Language::English, value),
        Language::Dutch => |value, _| format::argument(Language::Dutch, value),
        Language::German => |value, _| format::argument(Language::German, value),
        Language::Hungarian => |value, _| format::argument(Language::Hungarian, value),
    }));
    let resource = match FluentResource::try_new(language.texts().to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}
