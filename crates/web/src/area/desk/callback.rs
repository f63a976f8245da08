//! What was agreed on beside a code: when, who, on which number.

use super::asked::Asked;
use super::seen::InHand;
use crate::words::{Language, Words};
use engine::callback::typed::{self, Preset, TypedError};
use engine::{AgentId, CallbackChoice, Slot};
use jiff::Timestamp;

/// The choice as it was typed; none where nothing was.
pub fn choice(
    held: &InHand,
    asked: &Asked,
    now: Timestamp,
    words: &Words,
) -> Result<Option<CallbackChoice>, TypedError> {
    let zone = &held.contact.zone;
    let at = match asked.filled("at") {
        Some(text) => Some(typed::parse(text, now, zone, words.language().word())?),
        None => None,
    };
    let slot = asked.number("to").and_then(|slot| u8::try_from(slot).ok());
    let choice = CallbackChoice {
        at,
        owner: asked.number("owner").map(AgentId),
        slot: slot.map(Slot),
        roster: None,
    };
    Ok((choice != CallbackChoice::default()).then_some(choice))
}

/// The moment of a preset, written as one would type it.
pub fn preset(word: &str, held: &InHand, now: Timestamp, words: &Words) -> Option<String> {
    let zone = &held.contact.zone;
    let found = Preset::ALL.into_iter().find(|known| known.word() == word)?;
    Some(written(found.at(now, zone)?, &words.in_zone(zone.clone())))
}

/// A moment as [`typed::parse`] reads it back.
pub fn written(at: Timestamp, words: &Words) -> String {
    let local = words.zone().local(at);
    let form = match words.language() {
        Language::English => "%d/%m/%Y %H:%M",
        Language::Dutch => "%d-%m-%Y %H:%M",
        Language::German => "%d.%m.%Y %H:%M",
        Language::Hungarian => "%Y.%m.%d. %H:%M",
    };
    local.strftime(form).to_string()
}

/// What is wrong with a typed moment, and what to write.
pub fn problem(error: &TypedError, words: &Words) -> String {
    match error {
        TypedError::Empty { example } => words.with("typed-empty", [("example", *example)]),
        TypedError::Unknown { word, example } => words.with(
            "typed-unknown",
            [("word", word.as_str()), ("example", *example)],
        ),
        TypedError::Ambiguous {
            text,
            either,
            other,
        } => words.with(
            "typed-ambiguous",
            [
                ("text", text.as_str()),
                ("either", either.as_str()),
                ("other", other.as_str()),
            ],
        ),
        TypedError::NoSuchTime { text } => words.with("typed-no-time", [("text", text.as_str())]),
        TypedError::NoSuchDate { text } => words.with("typed-no-date", [("text", text.as_str())]),
        TypedError::Twice { text } => words.with("typed-twice", [("text", text.as_str())]),
        TypedError::Past { local } => words.with("typed-past", [("at", local.as_str())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Zone;

    #[test]
    fn a_preset_is_written_so_that_it_is_read_back() {
        let zone = Zone::new("Europe/Berlin").unwrap();
        let now: Timestamp = "2026-11-24T08:07:00Z".parse().unwrap();
        for language in Language::ALL {
            let words = Words::new(language, zone.clone());
            for (preset, at) in typed::presets(now, &zone) {
                let text = written(at, &words);
                let read = typed::parse(&text, now, &zone, language.word());
                assert_eq!(read, Ok(at), "{language:?} {preset:?}: {text}");
            }
        }
    }
}
