//! What was agreed on beside a code: when, who, on which number.

use super::asked::Asked;
use super::seen::InHand;
use crate::failure::Failure;
use crate::words::{Language, Words};
use engine::callback::typed::{self, Preset, TypedError};
use engine::roster::RosterChange;
use engine::{AgentId, CallbackChoice, Slot};
use jiff::Timestamp;
use store::Store;

/// What was agreed, as far as it could be understood.
#[derive(Debug, Default)]
pub struct Agreed {
    /// Nothing where nothing was agreed beside the code.
    pub choice: Option<CallbackChoice>,
    /// What is wrong with the moment, and what to write.
    pub at_problem: Option<String>,
    /// What is wrong with the roster, and what to write.
    pub roster_problem: Option<String>,
}

impl Agreed {
    pub fn is_wrong(&self) -> bool {
        self.at_problem.is_some() || self.roster_problem.is_some()
    }
}

/// Reads the dialog.
pub fn agreed(held: &InHand, asked: &Asked, now: Timestamp, words: &Words) -> Agreed {
    let zone = &held.contact.zone;
    let mut agreed = Agreed::default();
    let at = asked.filled("at").and_then(|text| {
        typed::parse(text, now, zone, words.language().word())
            .map_err(|error| agreed.at_problem = Some(problem(&error, words)))
            .ok()
    });
    let roster = asked.filled("roster").and_then(|text| {
        roster_change(text, held, words)
            .map_err(|()| agreed.roster_problem = Some(words.t("roster-wrong")))
            .ok()
    });
    let slot = asked.number("to").and_then(|slot| u8::try_from(slot).ok());
    let choice = CallbackChoice {
        at,
        owner: asked.number("owner").map(AgentId),
        slot: slot.map(Slot),
        roster: roster.flatten(),
        ..CallbackChoice::default()
    };
    agreed.choice = (choice != CallbackChoice::default()).then_some(choice);
    agreed
}

/// To whom it may be given: whoever works for the campaign of this handling. Nothing is said where
/// that is not known.
pub fn colleagues(store: &Store, held: &InHand) -> Result<Option<Vec<AgentId>>, Failure> {
    let campaign = held.hand.campaign;
    let agents = campaign.map(|campaign| store.campaign_agents(campaign));
    Ok(agents.transpose()?)
}

/// Another roster than the contact has; a dash takes it away.
fn roster_change(text: &str, held: &InHand, words: &Words) -> Result<Option<RosterChange>, ()> {
    if matches!(text, "-" | "–") {
        return Ok(held.contact.roster.map(|_| RosterChange::Remove));
    }
    let roster = words.read_roster(text).map_err(|_| ())?;
    Ok((held.contact.roster != Some(roster)).then_some(RosterChange::Change(roster)))
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
