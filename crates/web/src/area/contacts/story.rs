//! A contact's history as people read it: what happened, who did it, why what followed.

use super::known::Known;
use crate::area::desk::hue;
use crate::words::{Shown, Words};
use engine::{Actor, Attempt, Because, Catalogue, Command, Event, Report};
use store::HistoryLine;

/// One line of the story.
#[derive(serde::Serialize)]
pub struct Happening {
    pub at: String,
    pub what: String,
    pub who: String,
    /// The code it gave, with its group and label, where it gave one.
    pub code: Option<Coded>,
    pub note: Option<String>,
    pub why: Vec<String>,
}

/// A disposition as it is shown everywhere: dot, code, label.
#[derive(serde::Serialize)]
pub struct Coded {
    /// As it is kept, whatever is shown.
    pub own: String,
    pub code: String,
    pub label: String,
    pub group: String,
}

impl Coded {
    pub fn of(known: &Known, words: &Words, code: &str) -> Self {
        Self::in_catalogue(Some(known.catalogue()), words, code)
    }

    /// In the words of its own catalogue, for whoever chooses among them.
    pub fn own(known: &Known, words: &Words, code: &str) -> Self {
        Self::of(known, &words.in_own(), code)
    }

    pub fn in_catalogue(catalogue: Option<&Catalogue>, words: &Words, code: &str) -> Self {
        Self::shown(catalogue, code, words.coded(catalogue, code))
    }

    /// The code a contact has, told by the attempt that gave it, where one did.
    pub fn of_contact(
        catalogue: Option<&Catalogue>,
        words: &Words,
        code: &str,
        gave: Option<&Attempt>,
    ) -> Self {
        match gave.filter(|attempt| attempt.code.as_str() == code) {
            Some(attempt) => Self::of_call(catalogue, words, attempt),
            None => Self::in_catalogue(catalogue, words, code),
        }
    }

    /// What a call was coded with.
    pub fn of_call(catalogue: Option<&Catalogue>, words: &Words, attempt: &Attempt) -> Self {
        let shown = words.coded_call(catalogue, attempt);
        Self::shown(catalogue, attempt.code.as_str(), shown)
    }

    fn shown(catalogue: Option<&Catalogue>, code: &str, shown: Shown) -> Self {
        let found = catalogue.and_then(|catalogue| Some((catalogue, catalogue.find(code)?)));
        let group = match &shown.group {
            Some((catalogue, group)) => Some(hue(catalogue.file(), group)),
            None => found.map(|(catalogue, found)| hue(catalogue.file(), &found.group)),
        };
        Self {
            own: code.to_owned(),
            code: shown.code,
            label: shown.label,
            group: group.unwrap_or_default().to_string(),
        }
    }
}

/// Newest first. What a line merely reported on its way is left out; the attempts say it.
pub fn story(known: &Known, words: &Words) -> Vec<Happening> {
    known
        .history
        .iter()
        .rev()
        .filter(|line| !is_on_its_way(line))
        .map(|line| happening(known, words, line))
        .collect()
}

fn is_on_its_way(line: &HistoryLine) -> bool {
    matches!(
        line.event,
        Event::Report(Report::Ringing { .. } | Report::Answered { .. })
    )
}

fn happening(known: &Known, words: &Words, line: &HistoryLine) -> Happening {
    let code = line.because.iter().find_map(|because| match because {
        Because::Chosen { code } | Because::Answers { code, .. } => Some(code),
        Because::SetByHand { code, .. } => Some(code),
        _ => None,
    });
    let reasons = known.reasons(words);
    Happening {
        at: words.moment(line.at),
        what: what(words, &line.event),
        who: who(known, words, line.actor),
        code: code.map(|code| Coded::of(known, words, code.as_str())),
        note: known.notes.get(&line.seq).cloned(),
        why: line
            .because
            .iter()
            .map(|because| reasons.because(because))
            .collect(),
    }
}

fn what(words: &Words, event: &Event) -> String {
    match event {
        Event::Report(report) => match report {
            Report::Ended { outcome, .. } => {
                words.t(&format!("outcome-{}", outcome.word().replace('_', "-")))
            }
            other => words.t(&format!("event-{}", other.word().replace('_', "-"))),
        },
        Event::Command(Command::Assign { owner: None }) => words.t("event-unassign"),
        Event::Command(command) => words.t(&format!("event-{}", command.word().replace('_', "-"))),
    }
}

pub fn who(known: &Known, words: &Words, actor: Actor) -> String {
    match actor {
        Actor::Agent(id) | Actor::Supervisor(id) if id.0 != 0 => known.agent(id),
        Actor::Agent(_) | Actor::Supervisor(_) => words.t("actor-supervisor"),
        Actor::Line => words.t("actor-line"),
        Actor::Keeper => words.t("actor-keeper"),
        Actor::Import => words.t("actor-import"),
        Actor::System => words.t("actor-system"),
    }
}
