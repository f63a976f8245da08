//! What a code asks for beside a moment to call: an appointment, what was offered, won or lost,
//! whether it is followed up again. Options that hang on others appear with them.

mod deal;

use super::asked::Asked;
use super::callback;
use super::seen::InHand;
use crate::words::Words;
use engine::CallbackChoice;
use engine::callback::typed;
use engine::catalogue::{Disposition, Reopen, Requirement};
use jiff::Timestamp;

/// The form, as far as the code has one.
#[derive(Debug, Default)]
pub struct Entering {
    pub appointment: Option<Typed>,
    pub value: Option<Typed>,
    pub currency: &'static str,
    pub chance: Option<Typed>,
    pub day: Option<Typed>,
    /// Key, label, whether it is chosen.
    pub reasons: Vec<(String, String, bool)>,
    pub again: Option<Again>,
}

/// A field with what was typed, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Typed {
    pub text: String,
    pub problem: Option<String>,
}

impl Typed {
    fn right(text: String) -> Self {
        Self {
            text,
            problem: None,
        }
    }

    fn wrong(text: String, problem: String) -> Self {
        Self {
            text,
            problem: Some(problem),
        }
    }
}

#[derive(Debug)]
pub struct Again {
    pub is_on: bool,
    /// It may also go back to where anybody calls it.
    pub by_anybody: Option<bool>,
}

/// What was entered, and the form it was entered in.
#[derive(Debug, Default)]
pub struct Entered {
    pub choice: CallbackChoice,
    pub form: Entering,
}

impl Entered {
    /// With what was agreed on. A moment to call what ends now and for good is not one.
    pub fn with(&self, agreed: Option<CallbackChoice>) -> Option<CallbackChoice> {
        let ends = self.form.again.as_ref().is_some_and(|again| !again.is_on);
        let agreed = agreed.unwrap_or_default();
        let choice = CallbackChoice {
            at: agreed.at.filter(|_| !ends),
            owner: agreed.owner,
            slot: agreed.slot.filter(|_| !ends),
            roster: agreed.roster.filter(|_| !ends),
            ..self.choice.clone()
        };
        (choice != CallbackChoice::default()).then_some(choice)
    }

    pub fn is_wrong(&self) -> bool {
        let form = &self.form;
        let fields = [&form.appointment, &form.value, &form.chance, &form.day];
        fields
            .into_iter()
            .flatten()
            .any(|typed| typed.problem.is_some())
    }
}

/// Reads what the code asks for; nothing else is looked at.
pub fn entered(
    found: &Disposition,
    held: &InHand,
    asked: &Asked,
    now: Timestamp,
    words: &Words,
) -> Entered {
    let mut entered = Entered::default();
    if found.requires(Requirement::Appointment) {
        let (typed, at) = appointment(held, asked, now, words);
        entered.form.appointment = Some(typed);
        entered.choice.appointment = at;
    }
    let deal = deal::deal(found, held, asked, now, words, &mut entered.form);
    entered.choice.deal = Some(deal).filter(|deal| !deal.is_empty());
    if found.may_go_on() {
        let again = again(found, asked);
        entered.form.again = Some(Again {
            is_on: again.is_some(),
            by_anybody: found
                .reopen
                .contains(&Reopen::Stage)
                .then_some(again == Some(Reopen::Stage)),
        });
        entered.choice.again = again;
    }
    entered
}

fn appointment(
    held: &InHand,
    asked: &Asked,
    now: Timestamp,
    words: &Words,
) -> (Typed, Option<Timestamp>) {
    let text = asked.text("appointment").to_owned();
    if text.is_empty() {
        return (Typed::default(), None);
    }
    let zone = &held.contact.zone;
    match typed::parse(&text, now, zone, words.language().word()) {
        Ok(at) => (Typed::right(text), Some(at)),
        Err(error) => (Typed::wrong(text, callback::problem(&error, words)), None),
    }
}

fn again(found: &Disposition, asked: &Asked) -> Option<Reopen> {
    asked.filled("again")?;
    let by_anybody = asked.filled("by") == Some("anybody");
    let by = if by_anybody {
        Reopen::Stage
    } else {
        Reopen::List
    };
    found.reopen.contains(&by).then_some(by)
}
