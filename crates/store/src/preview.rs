//! What would follow from a command, without recording it.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::record::{self, Entry, RecordError, Step};
use crate::rules::RulesCache;
use crate::store::Store;
use engine::{Actor, Attempt, Because, Command, Contact, ContactId, Effect, ListId};
use jiff::Timestamp;

/// What would follow if the command were given now.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    pub at: Timestamp,
    pub contact: Contact,
    pub attempts: Vec<Attempt>,
    pub because: Vec<Because>,
    pub effects: Vec<Effect>,
}

impl Store {
    /// Asks the engine as the door would, on a connection that cannot write. There is no
    /// leave to dial in the answer.
    pub fn preview(
        &self,
        list: ListId,
        contact: ContactId,
        actor: Actor,
        command: Command,
    ) -> Result<Preview, RecordError> {
        let (rules, now) = (self.rules_cache(), self.clock().now());
        let entry = Entry::command(list, contact, actor, command);
        self.read(|conn| preview(conn, &rules, entry, now))?
    }
}

fn preview(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    entry: Entry,
    now: Timestamp,
) -> Result<Result<Preview, RecordError>, StoreError> {
    let step = record::try_out(conn, rules, entry, now)?;
    Ok(step.map(|Step { at, decision, .. }| Preview {
        at,
        contact: decision.next,
        attempts: decision.attempts,
        because: decision.because,
        effects: decision.effects,
    }))
}
