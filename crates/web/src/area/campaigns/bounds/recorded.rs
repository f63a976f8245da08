//! Which talks of a campaign are recorded, and who may listen: the choices of its form.

use super::entered::Entered;
use crate::words::Words;
use engine::law::Law;
use engine::{Profile, Recorded};
use jiff::civil::Date;

pub const RECORDED: &str = "recorded";
pub const OWN_RECORDINGS: &str = "own_recordings";

pub struct RecordedView {
    /// Word, label, whether it is chosen.
    pub choices: Vec<(&'static str, String, bool)>,
    /// What the law of each country wants first.
    pub law: Vec<String>,
    pub own: bool,
}

pub fn view(entered: &Entered, laws: &[&Law], on: Date, words: &Words) -> RecordedView {
    let chosen = Recorded::of(entered.value(RECORDED)).unwrap_or_default();
    let choices = Recorded::ALL
        .into_iter()
        .map(|word| (word.word(), label(word, words), word == chosen));
    let says = |law: &&Law| {
        let text = law.recording(on)?.rule.text();
        Some(format!("{}: {text}", law.country()))
    };
    RecordedView {
        choices: choices.collect(),
        law: laws.iter().filter_map(says).collect(),
        own: !entered.value(OWN_RECORDINGS).is_empty(),
    }
}

/// As the form says it; what is usual is not asked for.
pub fn typed(entered: &Entered) -> (Option<Recorded>, Option<bool>) {
    let recorded = Recorded::of(entered.value(RECORDED)).filter(|word| *word != Recorded::Off);
    let own = !entered.value(OWN_RECORDINGS).is_empty();
    (recorded, own.then_some(true))
}

/// What stands in the form for a profile.
pub fn written(profile: &Profile) -> Vec<(String, String)> {
    let recorded = profile.recorded.map(|recorded| (RECORDED, recorded.word()));
    let own = profile.own_recordings.filter(|own| *own);
    let own = own.map(|_| (OWN_RECORDINGS, "yes"));
    let both = recorded.into_iter().chain(own);
    both.map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

pub fn told(profile: &Profile, words: &Words) -> Option<String> {
    let recorded = profile.recorded?;
    let label = label(recorded, words);
    Some(format!("{}: {label}", words.t("bounds-recorded")))
}

fn label(recorded: Recorded, words: &Words) -> String {
    match recorded {
        Recorded::Off => words.t("bounds-recorded-off"),
        Recorded::On => words.t("bounds-recorded-on"),
        Recorded::OnRequest => words.t("bounds-recorded-on-request"),
    }
}
