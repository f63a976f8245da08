//! What was typed into the contact's form: what differs from what stood there, checked by the
//! list's own rules, and kept.

use super::act::Bench;
use super::asked::Asked;
use super::fields::is_evidence;
use super::seen::InHand;
use crate::area::{Form, changed_numbers};
use crate::failure::Failure;
use engine::{Actor, Refusal};
use std::collections::{BTreeMap, BTreeSet};
use store::RecordError;

/// What the agent changed.
#[derive(Debug, Default)]
pub struct Filled {
    /// By name of the field, as it was typed.
    pub typed: BTreeMap<String, String>,
    /// The fields among them that cannot stay so.
    pub wrong: BTreeSet<String>,
}

/// What became of saving it.
pub enum Saved {
    Nothing,
    Kept,
    /// So many fields cannot stay so; nothing was kept.
    Wrong(usize),
    Refused(Refusal),
}

/// What was typed for this contact, and what of it is wrong.
pub fn of(held: &InHand, asked: &Asked) -> Filled {
    let definition = import::definition_of(&held.list.fields);
    let typed: BTreeMap<String, String> = definition
        .fields
        .iter()
        .filter(|field| !is_evidence(field))
        .filter_map(|field| Some((field.name.clone(), asked.changed(&field.name)?.to_owned())))
        .collect();
    if typed.is_empty() {
        return Filled::default();
    }
    let wrong = match Form::of(&held.list, None, typed.clone()).and_then(|form| form.check(false)) {
        Ok(checked) => checked.warnings,
        Err(problem) => problem.errors,
    };
    let named = wrong
        .iter()
        .filter_map(|fault| fault.field.strip_prefix("fields.").map(str::to_owned));
    Filled {
        wrong: named.collect(),
        typed,
    }
}

/// Keeps what was changed, all of it or, where one field is wrong, nothing.
pub fn save(bench: &Bench<'_>, held: &InHand, asked: &Asked) -> Result<Saved, Failure> {
    let filled = of(held, asked);
    if filled.typed.is_empty() {
        return Ok(Saved::Nothing);
    }
    if !filled.wrong.is_empty() {
        return Ok(Saved::Wrong(filled.wrong.len()));
    }
    let (list, contact) = (held.contact.list, held.contact.id);
    let broken = |problem: crate::area::Problem| Failure::Broken(problem.detail);
    let form = Form::of(&held.list, None, filled.typed).map_err(broken)?;
    let checked = form.check(false).map_err(broken)?;
    let numbers = changed_numbers(bench.store, list, contact, &form, &checked).map_err(broken)?;
    let actor = Actor::Agent(bench.agent);
    if !numbers.is_empty()
        && let Err(error) = bench.store.set_numbers(list, contact, numbers, actor)
    {
        return refused(error);
    }
    match bench.store.edit(list, contact, checked.values, actor) {
        Ok(_) => {
            // Filters of links go by the new values.
            import::membership::judge_one(bench.store, list, contact)?;
            Ok(Saved::Kept)
        }
        Err(error) => refused(error),
    }
}

fn refused(error: RecordError) -> Result<Saved, Failure> {
    match error {
        RecordError::Refused(refusal) => Ok(Saved::Refused(refusal)),
        RecordError::NotFound { .. } => Err(Failure::NotFound),
        RecordError::Store(error) => Err(error.into()),
    }
}
