//! Whose contacts are, as an import says it.

use crate::error::Result;
use crate::import::Import;
use crate::record::{Entry, RecordError};
use crate::sql::hand as sql;
use crate::store::Store;
use engine::{Actor, AgentId, Code, Command, Contact, ContactId, Standing, Trigger};
use std::collections::BTreeMap;

const EVENTS_AT_ONCE: usize = 1_000;

/// A contact of an import, and whose it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owned {
    pub contact: Imported,
    pub owner: AgentId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// Made of the row that begins in this line.
    New {
        line: u64,
    },
    Known(ContactId),
}

impl Store {
    /// Gives contacts of a live import to whom it names, each by an event of its own. Closed
    /// ones stay as they are. It may be done again; gives how many there were.
    pub fn settle_owners(&self, import: &Import, owned: &[Owned]) -> Result<usize> {
        if owned.is_empty() {
            return Ok(0);
        }
        let codes = self.code_of_owned(import)?;
        let new = self.new_by_line(import)?;
        let mut settled = 0_usize;
        for some in owned.chunks(EVENTS_AT_ONCE) {
            let mut wanted = Vec::new();
            for one in some {
                let contact = match one.contact {
                    Imported::Known(contact) => Some(contact),
                    Imported::New { line } => new.get(&line).copied(),
                };
                let Some(contact) = contact else { continue };
                let there = self.contact(import.list, contact)?;
                let there = there.filter(|it| !it.is_closed() && it.owner != Some(one.owner));
                wanted.extend(there.map(|there| (there, one.owner)));
            }
            settled = settled.saturating_add(self.give(&wanted, codes.as_ref())?);
        }
        Ok(settled)
    }

    fn give(&self, wanted: &[(Contact, AgentId)], codes: Option<&(Code, Code)>) -> Result<usize> {
        let entries = wanted.iter().map(|(there, owner)| {
            let (list, actor) = (there.list, Actor::Import);
            Entry::command(list, there.id, actor, given(there, *owner, codes))
        });
        let answers = self.record_all(entries.collect())?;
        let refused = wanted.iter().zip(&answers);
        let refused = refused.filter(|(_, it)| matches!(it, Err(RecordError::Refused(_))));
        // Taken in hand in the meantime, it cannot be coded; but it can be somebody's.
        let again = refused.map(|((there, owner), _)| {
            let owner = Some(*owner);
            Entry::command(
                there.list,
                there.id,
                Actor::Import,
                Command::Assign { owner },
            )
        });
        let again = self.record_all(again.collect())?;
        let all = answers.iter().chain(&again);
        Ok(all.filter(|answer| answer.is_ok()).count())
    }

    /// The code of an untouched contact, and of one that is somebody's, where the catalogue
    /// tells the two apart.
    fn code_of_owned(&self, import: &Import) -> Result<Option<(Code, Code)>> {
        let Some(list) = self.list(import.list)? else {
            return Ok(None);
        };
        let rules = self.rules(list.rules)?;
        let untouched = rules.catalogue.answer(Trigger::StageEntered).code.clone();
        let owned = rules.catalogue.new_for_owner();
        Ok(owned.map(|owned| (untouched, owned.code.clone())))
    }

    fn new_by_line(&self, import: &Import) -> Result<BTreeMap<u64, ContactId>> {
        let args = [import.list.0.into(), import.id.into()];
        self.read(|conn| {
            let mut new = BTreeMap::new();
            conn.each(&sql::LINES, &args, &mut |row| {
                new.insert(row.int(0)?.unsigned_abs(), ContactId(row.int(1)?));
                Ok(())
            })?;
            Ok(new)
        })
    }
}

fn given(there: &Contact, owner: AgentId, codes: Option<&(Code, Code)>) -> Command {
    let owner = Some(owner);
    let is_new = there.hand.is_none() && matches!(there.standing, Standing::New { .. });
    match codes {
        Some((untouched, owned)) if is_new && there.code == *untouched => Command::Set {
            code: owned.clone(),
            reset: false,
            due: None,
            owner,
        },
        _ => Command::Assign { owner },
    }
}
