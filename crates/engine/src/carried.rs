//! What a contact takes along into another list, in the codes of the catalogue there.

use crate::catalogue::{Catalogue, Disposition, Kind};
use crate::contact::{Contact, NumberState, Standing};
use crate::counters::Counters;
use crate::decision::Refusal;
use crate::id::{AgentId, Code, Slot};
use crate::roster::Roster;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// What holds there; nothing where that catalogue has no code of this meaning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    pub standing: Standing,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roster: Option<Roster>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AgentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<Slot>,
    /// Its numbers in try order; slots that were empty are left out.
    pub numbers: Vec<NumberState>,
    /// If they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counters: Option<Counters>,
}

impl Carried {
    /// A closed contact without a code of its meaning would begin anew, and be called though
    /// it is done with: that is refused.
    pub fn of(
        contact: &Contact,
        from: &Catalogue,
        to: &Catalogue,
        counters: bool,
    ) -> Result<Self, Refusal> {
        let same = |code: &Code| counterpart(from, code, to).map(|found| found.code.clone());
        let code = counterpart(from, &contact.code, to)
            .filter(|found| holds(found, contact.standing))
            .map(|found| found.code.clone());
        if code.is_none() && contact.is_closed() {
            return Err(Refusal::NoCounterpart(contact.code.clone()));
        }
        let slots: Vec<Slot> = contact.slots().collect();
        let number = |slot: &Slot| {
            let known = contact.number(*slot).cloned().unwrap_or_default();
            NumberState {
                closed: known.closed.as_ref().and_then(same),
                ..known
            }
        };
        let place = |slot: Slot| {
            let place = slots.iter().position(|known| *known == slot)?;
            u8::try_from(place).ok().map(Slot)
        };
        Ok(Self {
            code,
            standing: contact.standing,
            roster: contact.roster,
            owner: contact.owner,
            preferred: contact.preferred.and_then(place),
            numbers: slots.iter().map(number).collect(),
            counters: counters.then(|| {
                let last_code = contact.counters.last_code.as_ref().and_then(same);
                Counters {
                    same_run: last_code.as_ref().map_or(0, |_| contact.counters.same_run),
                    last_code,
                    causes: match from.name() == to.name() {
                        true => contact.counters.causes.clone(),
                        false => BTreeMap::new(),
                    },
                    ..contact.counters.clone()
                }
            }),
        })
    }
}

/// The disposition of another catalogue that means the same: of several the canonical one.
/// Within one catalogue a code is its own counterpart.
pub fn counterpart<'c>(
    from: &Catalogue,
    code: &Code,
    to: &'c Catalogue,
) -> Option<&'c Disposition> {
    let meant = from.find(code.as_str())?;
    let same_code = to
        .find(code.as_str())
        .filter(|_| from.name() == to.name())
        .filter(|found| found.meaning == meant.meaning);
    let same_meaning = || {
        let mut all = to
            .dispositions()
            .iter()
            .filter(|there| there.meaning == meant.meaning && there.kind == meant.kind);
        let first = all.next()?;
        Some(
            all.find(|there| there.canonical)
                .filter(|_| !first.canonical)
                .unwrap_or(first),
        )
    };
    same_code.or_else(same_meaning)
}

/// Whether a disposition can hold of a contact that stands so.
fn holds(disposition: &Disposition, standing: Standing) -> bool {
    let wanted: &[Kind] = match standing {
        // What was resumed keeps the code it waited under.
        Standing::New { .. } => &[Kind::New, Kind::Suspended],
        Standing::Unreached { .. } => &[Kind::Unreached],
        Standing::Callback { .. } => &[Kind::Callback],
        Standing::Suspended => &[Kind::Suspended],
        Standing::Closed { .. } => &[Kind::Final],
    };
    std::iter::once(&disposition.kind)
        .chain(disposition.kind_on.values())
        .any(|kind| wanted.contains(kind))
}
