//! What would follow from the chosen code, shown before it is final.

use super::act::Bench;
use super::asked::Asked;
use super::callback::{self, Agreed};
use super::codes;
use super::entering::{Entering, entered};
use super::seen::{InHand, Seen};
use crate::failure::Failure;
use crate::week::{Week, week};
use crate::words::Reasons;
use engine::catalogue::{Choice, Disposition, Kind, Requirement};
use engine::{Actor, AgentId, Because, Code, Command, Contact, Effect, Phase, Standing};
use store::{Preview, RecordError};

pub struct Chosen {
    pub code: String,
    pub label: String,
    pub hue: usize,
    /// `/desk/code`, or `/desk/conclude` for what the line said.
    pub path: &'static str,
    /// What becomes of the contact, in a few words.
    pub outcome: Option<String>,
    pub why: Vec<String>,
    pub problem: Option<String>,
    pub is_plain: bool,
    pub wants_note: bool,
    /// Nothing follows before a moment is agreed.
    pub wants_date: bool,
    /// Something would be sent, and nobody knows where to.
    pub wants_email: bool,
    pub entering: Entering,
    /// Who may have it; empty where the code leaves no choice.
    pub owners: Vec<(i64, String, bool)>,
    pub callback: Option<Callback>,
}

/// The dialog for what is agreed beside a code.
pub struct Callback {
    /// What the moment is: that of the call, or of the order that is expected.
    pub label: String,
    pub at: String,
    /// The moment as it was understood.
    pub understood: Option<String>,
    pub problem: Option<String>,
    pub presets: Vec<(&'static str, String)>,
    /// Which number to call; empty where there is only one.
    pub numbers: Vec<(u8, String, bool)>,
    /// The contact's roster as it would be typed.
    pub roster: String,
    pub roster_problem: Option<String>,
    /// The roster as it will be, drawn.
    pub week: Option<Week>,
}

/// The code that was chosen, or what the line said where it said it all.
pub fn chosen(
    bench: &Bench<'_>,
    seen: &Seen,
    held: &InHand,
    asked: &Asked,
) -> Result<Option<Chosen>, Failure> {
    match asked.filled("code") {
        Some(code) => by_code(bench, seen, held, asked, code).map(Some),
        None => by_line(bench, seen, held),
    }
}

fn by_line(bench: &Bench<'_>, seen: &Seen, held: &InHand) -> Result<Option<Chosen>, Failure> {
    if held.hand.phase() != Phase::WrapUp {
        return Ok(None);
    }
    let preview = match ask(bench, held, Command::Conclude) {
        Ok(preview) => preview,
        Err(RecordError::Store(error)) => return Err(error.into()),
        Err(_) => return Ok(None),
    };
    let code = answered(&preview).unwrap_or_else(|| preview.contact.code.clone());
    let found = held.catalogue().find(code.as_str());
    let reasons = seen.reasons(held, bench.words);
    Ok(Some(Chosen {
        code: code.to_string(),
        label: label(&reasons, found, &code),
        hue: found.map_or(0, |found| codes::hue(held.catalogue().file(), &found.group)),
        path: "/desk/conclude",
        outcome: Some(outcome(&reasons, &preview.contact)),
        why: why(&reasons, &preview),
        problem: None,
        is_plain: true,
        wants_note: false,
        wants_date: false,
        wants_email: false,
        entering: Entering::default(),
        owners: Vec::new(),
        callback: None,
    }))
}

fn answered(preview: &Preview) -> Option<Code> {
    preview.because.iter().find_map(|because| match because {
        Because::Answers { code, .. } => Some(code.clone()),
        _ => None,
    })
}

fn by_code(
    bench: &Bench<'_>,
    seen: &Seen,
    held: &InHand,
    asked: &Asked,
    code: &str,
) -> Result<Chosen, Failure> {
    let words = bench.words;
    let reasons = seen.reasons(held, words);
    let found = held.catalogue().find(code);
    let mut asked = asked.clone();
    let preset = asked.filled("preset");
    if let Some(at) = preset.and_then(|word| callback::preset(word, held, seen.now, words)) {
        asked.set("at", at);
    }
    let agreed = callback::agreed(held, &asked, seen.now, words);
    let entered = found.map(|found| entered(found, held, &asked, seen.now, words));
    let entered = entered.unwrap_or_default();
    let goes_on = entered.choice.again.is_some();
    let choice = entered.with(agreed.choice.clone());
    let entering = entered.form;
    let is_dated = choice.as_ref().is_some_and(|choice| choice.at.is_some());
    let command = Command::Dispose {
        code: Code::new(code),
        callback: choice,
    };
    let (preview, refused) = match ask(bench, held, command) {
        Ok(preview) => (Some(preview), None),
        Err(RecordError::Refused(refusal)) => (None, Some(reasons.refusal(&refusal))),
        Err(RecordError::NotFound { .. }) => (None, Some(words.t("desk-stale"))),
        Err(RecordError::Store(error)) => return Err(error.into()),
    };
    let colleagues = match found.filter(|found| found.takes_owner()) {
        Some(_) => callback::colleagues(bench.store, held)?,
        None => Some(Vec::new()),
    };
    let dialog = found.filter(|found| asks_when(found)).map(|found| {
        let next = preview.as_ref().map(|preview| &preview.contact);
        let label = words.t(
            match found.requires(Requirement::Amounts) && found.calls_back() {
                true => "desk-when-order",
                false => "desk-when",
            },
        );
        Callback {
            label,
            ..dialog(bench, seen, held, &asked, &agreed, next)
        }
    });
    let requires = |what| found.is_some_and(|found| found.requires(what));
    let calls_back = found.is_some_and(Disposition::calls_back);
    let wants_date =
        (requires(Requirement::Date) && calls_back || goes_on) && !is_dated && dialog.is_some();
    let preview = preview.filter(|_| !wants_date);
    Ok(Chosen {
        code: code.to_owned(),
        label: label(&reasons, found, &Code::new(code)),
        hue: found.map_or(0, |found| codes::hue(held.catalogue().file(), &found.group)),
        path: "/desk/code",
        outcome: preview
            .as_ref()
            .map(|preview| outcome(&reasons, &preview.contact)),
        why: preview
            .as_ref()
            .map_or_else(Vec::new, |preview| why(&reasons, preview)),
        problem: refused,
        is_plain: found.is_some_and(|found| !found.pop_up),
        wants_note: requires(Requirement::Note),
        wants_date,
        wants_email: requires(Requirement::Email) && !held.is_mailable(),
        entering,
        owners: owners(seen, colleagues.as_deref(), &asked),
        callback: dialog,
    })
}

fn ask(bench: &Bench<'_>, held: &InHand, command: Command) -> Result<Preview, RecordError> {
    let (list, contact) = (held.contact.list, held.contact.id);
    let actor = Actor::Agent(bench.agent);
    bench.store.preview(list, contact, actor, command)
}

fn label(reasons: &Reasons<'_>, found: Option<&Disposition>, code: &Code) -> String {
    found.map_or_else(
        || code.to_string(),
        |found| found.label_in(reasons.words.language().word()).to_owned(),
    )
}

/// Where the contact will stand.
fn outcome(reasons: &Reasons<'_>, next: &Contact) -> String {
    let words = reasons.words;
    let at = next.offer_at.or(next.standing.due());
    match (next.standing, at) {
        (Standing::Closed { revive_at: None }, _) => words.t("follows-closed"),
        (
            Standing::Closed {
                revive_at: Some(at),
            },
            _,
        ) => words.with("follows-closed-until", [("at", words.moment(at).as_str())]),
        (Standing::Suspended, _) | (_, None) => words.t("follows-suspended"),
        (_, Some(at)) => {
            let at = words.moment(at);
            match next.owner {
                Some(owner) => words.with(
                    "follows-again-owner",
                    [
                        ("at", at.as_str()),
                        ("owner", reasons.agent(owner).as_str()),
                    ],
                ),
                None => words.with("follows-again", [("at", at.as_str())]),
            }
        }
    }
}

/// Why, and what leaves the house with it.
fn why(reasons: &Reasons<'_>, preview: &Preview) -> Vec<String> {
    let said = preview
        .because
        .iter()
        .filter(|because| {
            !matches!(
                because,
                Because::Chosen { .. } | Because::OwnedBy { .. } | Because::Line { .. }
            )
        })
        .map(|because| reasons.because(because));
    let effects = preview.effects.iter().filter_map(|effect| match effect {
        Effect::Suppress { .. } => Some(reasons.words.t("follows-suppress")),
        Effect::HangUp { .. } => Some(reasons.words.t("follows-hang-up")),
        Effect::Act { action, .. } => {
            let what = reasons.action(*action);
            Some(reasons.words.with("follows-act", [("what", what.as_str())]))
        }
        Effect::Recall { .. } => None,
    });
    said.chain(effects).collect()
}

fn dialog(
    bench: &Bench<'_>,
    seen: &Seen,
    held: &InHand,
    asked: &Asked,
    agreed: &Agreed,
    next: Option<&Contact>,
) -> Callback {
    let words = bench.words;
    let zone = &held.contact.zone;
    let typed = agreed.choice.as_ref().and_then(|choice| choice.at);
    let due = typed.or_else(|| next.and_then(|next| next.standing.due()));
    let roster = next.map_or(held.contact.roster, |next| next.roster);
    Callback {
        label: String::new(),
        at: asked.text("at").to_owned(),
        understood: typed.map(|at| words.moment(at)),
        problem: agreed.at_problem.clone(),
        presets: presets(seen, held, bench),
        numbers: numbers(held, asked),
        roster: match asked.filled("roster") {
            Some(text) => text.to_owned(),
            None => held
                .contact
                .roster
                .map_or_else(String::new, |roster| words.roster(&roster)),
        },
        roster_problem: agreed.roster_problem.clone(),
        week: roster.map(|roster| week(&roster, due.map(|due| (due, zone)), words)),
    }
}

/// Whether the dialog asks for a moment: the code is a callback, or leaves the choice.
fn asks_when(found: &Disposition) -> bool {
    found.kind == Kind::Callback
        || found.takes_date() && found.requires(Requirement::Date)
        || found.choices.contains(&Choice::FollowUpAt)
}

fn presets(seen: &Seen, held: &InHand, bench: &Bench<'_>) -> Vec<(&'static str, String)> {
    engine::callback::typed::presets(seen.now, &held.contact.zone)
        .into_iter()
        .map(|(preset, _)| {
            let word = preset.word();
            let key = format!("preset-{}", word.replace('_', "-"));
            (word, bench.words.t(&key))
        })
        .collect()
}

fn owners(seen: &Seen, colleagues: Option<&[AgentId]>, asked: &Asked) -> Vec<(i64, String, bool)> {
    let chosen = asked.number("owner");
    let is_one = |id: &AgentId| colleagues.is_none_or(|colleagues| colleagues.contains(id));
    let names = seen.names.iter().filter(|(id, _)| is_one(id));
    names
        .map(|(id, name)| (id.0, name.clone(), chosen == Some(id.0)))
        .collect()
}

fn numbers(held: &InHand, asked: &Asked) -> Vec<(u8, String, bool)> {
    let open = held.contact.open_slots();
    if open.len() < 2 {
        return Vec::new();
    }
    let chosen = asked.number("to");
    open.into_iter()
        .filter_map(|slot| {
            let number = held.numbers.get(slot.index())?;
            Some((
                slot.0,
                number.to_string(),
                chosen == Some(i64::from(slot.0)),
            ))
        })
        .collect()
}
