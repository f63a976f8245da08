//! A code of one vocabulary in the words of another, found through the tree of meanings.
//!
//! The same meaning, else the nearest one above it. What is lost on the way is named. Nothing
//! is decided by it: a contact is worked in the words of its own catalogue.

use crate::catalogue::{Catalogue, Cause, Disposition, Kind, Suppress};
use crate::handling::Attempt;
use crate::meaning;
use crate::outcome::Outcome;
use crate::trigger::Trigger;

/// What stands for a code in another vocabulary.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterpart<'c> {
    pub disposition: &'c Disposition,
    /// The node by which it was found: the code's own meaning, or one above.
    pub through: String,
    pub losses: Vec<Loss>,
}

/// What is not the same on the other side: here, there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    Meaning(String, String),
    CreditOfClient(i8, i8),
    CreditOfAgent(i8, i8),
    Kind(Kind, Kind),
    Suppression(Option<Suppress>, Option<Suppress>),
}

/// The counterpart of a code, or none: at the first node going up whose branch holds a code
/// there, the one on the node itself, else the only one below it, else the canonical one.
pub fn counterpart<'c>(code: &Disposition, there: &'c Catalogue) -> Option<Counterpart<'c>> {
    let (node, branch) = meaning::upwards(&code.meaning)
        .map(|node| (node, branch(there, node)))
        .find(|(_, branch)| !branch.is_empty())?;
    let disposition = standing_for(node, &branch)?;
    Some(Counterpart {
        disposition,
        through: node.to_owned(),
        losses: losses(code, disposition),
    })
}

/// The counterpart of what a call was coded with. A code that one vocabulary has for many ends of
/// a line and the other tells apart is what the other says of this one.
pub fn counterpart_of_call<'c>(
    attempt: &Attempt,
    here: &Catalogue,
    there: &'c Catalogue,
) -> Option<Counterpart<'c>> {
    let code = here.find(attempt.code.as_str())?;
    let Some(trigger) = said_by_line(attempt, code, here) else {
        return counterpart(code, there);
    };
    let disposition = there.answer(trigger);
    Some(Counterpart {
        disposition,
        through: disposition.meaning.clone(),
        losses: losses(code, disposition),
    })
}

/// The cause that goes with it there.
pub fn cause_of_call<'c>(
    attempt: &Attempt,
    here: &Catalogue,
    there: &'c Catalogue,
) -> Option<&'c Cause> {
    let code = here.find(attempt.code.as_str())?;
    match said_by_line(attempt, code, here) {
        Some(_) => there.cause(attempt.outcome, &attempt.cause),
        None => cause(code, there),
    }
}

/// What the line said, where that alone gave the code.
fn said_by_line(attempt: &Attempt, code: &Disposition, here: &Catalogue) -> Option<Trigger> {
    if attempt.outcome == Outcome::Answered {
        return None;
    }
    let trigger = Trigger::of_line(attempt.outcome, attempt.cause.sign);
    (here.answer(trigger).code == code.code).then_some(trigger)
}

/// The codes that mean a node or something below it.
fn branch<'c>(there: &'c Catalogue, node: &str) -> Vec<&'c Disposition> {
    let within = |code: &&Disposition| {
        code.meanings()
            .any(|meaning| meaning::is_within(meaning, node))
    };
    there.dispositions().iter().filter(within).collect()
}

fn standing_for<'c>(node: &str, branch: &[&'c Disposition]) -> Option<&'c Disposition> {
    let mut own = branch.iter().filter(|code| code.meaning == node);
    let mut further = branch
        .iter()
        .filter(|code| code.also_means.iter().any(|meaning| meaning == node));
    own.next()
        .or_else(|| further.next())
        .or_else(|| only(branch.iter()))
        .or_else(|| only(branch.iter().filter(|code| code.canonical)))
        .copied()
}

/// The one there is, if there is one only.
fn only<T>(mut some: impl Iterator<Item = T>) -> Option<T> {
    let first = some.next();
    first.filter(|_| some.next().is_none())
}

fn losses(here: &Disposition, there: &Disposition) -> Vec<Loss> {
    let mut losses = Vec::new();
    if here.meaning != there.meaning {
        let (own, other) = (here.meaning.clone(), there.meaning.clone());
        losses.push(Loss::Meaning(own, other));
    }
    let (own, other) = (here.credit, there.credit);
    if own.client != other.client {
        losses.push(Loss::CreditOfClient(own.client, other.client));
    }
    if own.agent != other.agent {
        losses.push(Loss::CreditOfAgent(own.agent, other.agent));
    }
    if here.kind != there.kind {
        losses.push(Loss::Kind(here.kind, there.kind));
    }
    if here.suppress != there.suppress {
        let (own, other) = (here.suppress.clone(), there.suppress.clone());
        losses.push(Loss::Suppression(own, other));
    }
    losses
}

/// The cause that goes with a code where a vocabulary keeps result and cause apart: what the
/// line said, if the code answers that alone.
pub fn cause<'c>(code: &Disposition, there: &'c Catalogue) -> Option<&'c Cause> {
    let said = |outcome: &Outcome| {
        let trigger = Trigger::Line(*outcome).to_string();
        code.on.contains(&trigger)
    };
    let outcome = only(Outcome::ALL.into_iter().filter(said))?;
    there.cause(outcome, &crate::handling::Cause::default())
}

impl Loss {
    /// In one word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Meaning(..) => "meaning",
            Self::CreditOfClient(..) | Self::CreditOfAgent(..) => "credit",
            Self::Kind(..) => "kind",
            Self::Suppression(..) => "suppression",
        }
    }

    /// What stands here and what there, in words of the catalogue's file.
    pub fn sides(&self) -> (String, String) {
        match self {
            Self::Meaning(here, there) => (here.clone(), there.clone()),
            Self::CreditOfClient(here, there) => (client(*here), client(*there)),
            Self::CreditOfAgent(here, there) => (agent(*here), agent(*there)),
            Self::Kind(here, there) => (here.word().to_owned(), there.word().to_owned()),
            Self::Suppression(here, there) => (told(here.as_ref()), told(there.as_ref())),
        }
    }
}

fn client(credit: i8) -> String {
    format!("client {credit:+}")
}

fn agent(credit: i8) -> String {
    format!("agent {credit:+}")
}

fn told(suppress: Option<&Suppress>) -> String {
    suppress.map_or_else(
        || "nobody".to_owned(),
        |suppress| format!("{} {}", suppress.subject.word(), suppress.extent.word()),
    )
}
