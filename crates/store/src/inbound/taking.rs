//! An agent takes a call: the contact is hers, by the door, and the call is no more of the queue.

use super::{InboundCall, as_it_is};
use crate::conn::Conn;
use crate::error::StoreError;
use crate::hand::Outcome;
use crate::hint::Hint;
use crate::queue::Queue;
use crate::record::{Entry, RecordError, Recorded};
use crate::rules::RulesCache;
use crate::sql::inbound as sql;
use crate::store::Store;
use engine::{Actor, AgentId, Command, ContactId, ListId};
use jiff::Timestamp;

impl Store {
    /// Puts the contact of a call into an agent's hands. Who is not known becomes a contact of the
    /// list that is named for that, and so does who is known no more; without such a list nobody can
    /// take the call.
    pub fn take_call(
        &self,
        call: &InboundCall,
        queue: Option<&Queue>,
        agent: AgentId,
    ) -> Outcome<Recorded> {
        let (wanted, queue) = (call.clone(), queue.cloned());
        let taken = self.by_hand(move |conn, rules, now| {
            let before = wanted.contact;
            let wanted = as_it_is(conn, &wanted)?;
            let takes_strangers = queue.as_ref().is_some_and(|queue| queue.list.is_some());
            let (list, contact) = match (wanted.contact, before) {
                (Some(there), _) => there,
                (None, Some((list, contact))) if !takes_strangers => {
                    return Err(RecordError::NotFound { list, contact });
                }
                (None, _) => caller(conn, rules, &wanted, queue.as_ref(), now)?,
            };
            let command = Command::PickUp {
                agent,
                campaign: wanted.campaign,
                slot: wanted.slot,
                called_at: wanted.arrived_at,
            };
            let entry = Entry::command(list, contact, Actor::Line, command);
            let recorded = crate::hand::record(conn, rules, entry, now)?;
            let args = [
                agent.0.into(),
                now.as_microsecond().into(),
                list.0.into(),
                contact.0.into(),
                i64::from(wanted.slot.0).into(),
                recorded.contact.dials.into(),
                wanted.id.into(),
            ];
            conn.exec(&sql::ANSWERED, &args)?;
            Ok(recorded)
        })?;
        self.hints().tell_all(std::iter::once(&taken));
        self.hints().tell(Hint::Campaigns);
        Ok(taken)
    }
}

/// A contact for somebody nobody knows.
pub(super) fn caller(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    call: &InboundCall,
    queue: Option<&Queue>,
    now: Timestamp,
) -> Outcome<(ListId, ContactId)> {
    let named = queue.and_then(|queue| Some((queue.list?, &queue.zone)));
    let (list, zone) = named.ok_or_else(|| {
        let why = "nobody knows the caller, and the number names no list for those";
        StoreError::other("inbound.taken", why)
    })?;
    let contact = crate::hand::add_caller(conn, rules, (list, zone), call.caller, now)?;
    Ok((list, contact))
}
