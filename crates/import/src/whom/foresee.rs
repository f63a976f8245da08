//! What taking a file in would do.

use super::{Aim, Gathered, Meter};
use crate::check::Outlook;
use crate::whom::TakeFailure;
use engine::Number;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use store::{Store, Subject};

/// What a file holds, and what would come of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Foresight {
    pub rows: u64,
    pub numbers: u64,
    pub persons: u64,
    pub domains: u64,
    pub repeated: u64,
    /// Those who are not there yet.
    pub new: u64,
    /// Numbers that would leave the register.
    pub leaving: u64,
    /// What a register would hold.
    pub total: u64,
    /// Open contacts that would be closed.
    pub closing: u64,
    /// What cannot be read, by kind.
    pub problems: Outlook,
}

/// Looked up together.
const AT_ONCE: usize = 2_000;

/// Says what would come of a file; nothing where somebody asked to stop.
pub fn foresee(
    store: &Store,
    gathered: &Gathered,
    aim: &Aim,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Meter),
) -> Result<Option<Foresight>, TakeFailure> {
    let mut seen = counted(gathered);
    if let Aim::Register(new, change) = aim {
        let numbers: Vec<Number> = gathered.numbers();
        let would = store.foresee_register(new, *change, &numbers)?;
        (seen.new, seen.leaving, seen.total) = (would.added, would.removed, would.numbers);
    }
    let closes = aim.closes(store.clock().now());
    let (mut known, mut closing, mut done) = (0_usize, HashSet::new(), 0_u64);
    for some in gathered.subjects.chunks(AT_ONCE) {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        if !aim.is_register() {
            known = known.saturating_add(store.suppressed_there(some, aim.place())?);
        }
        if closes {
            store.would_close(some, aim.place(), &mut closing)?;
        }
        done = done.saturating_add(some.len() as u64);
        let all = gathered.subjects.len() as u64;
        tell(Meter::writing(gathered.rows, done, all));
    }
    if !aim.is_register() {
        seen.new = gathered.subjects.len().saturating_sub(known) as u64;
    }
    seen.closing = closing.len() as u64;
    Ok(Some(seen))
}

fn counted(gathered: &Gathered) -> Foresight {
    let mut seen = Foresight {
        rows: gathered.rows,
        repeated: gathered.repeated,
        problems: Outlook::of_all(&gathered.problems),
        ..Foresight::default()
    };
    for subject in &gathered.subjects {
        let count = match subject {
            Subject::Number(_) => &mut seen.numbers,
            Subject::Person(_) => &mut seen.persons,
            Subject::Domain(..) => &mut seen.domains,
        };
        *count += 1;
    }
    seen
}
