//! Calls that stood open when an earlier program ended. Who talked was interrupted. Who was only dialled may
//! have answered meanwhile, and heard nobody: that is known once the exchange has said who is there.

use crate::intake::event_id;
use crate::keeper::OpenCall;
use crate::lines::Lines;
use crate::reception::GIVEN;
use engine::{Actor, Cause, Line, Outcome, Report};
use jiff::Timestamp;
use store::{Entry, Store, StoreError};
use telephony::asterisk::AnsweredBefore;

/// Dials of which nobody knows yet what came of them.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    dialled: Vec<OpenCall>,
    answered: Vec<AnsweredBefore>,
    until: Option<Timestamp>,
}

impl Lines {
    /// A program begins: talks are over, dials are to be found out about.
    pub(crate) fn begin(&mut self, store: &Store) -> Result<(), StoreError> {
        store.end_recordings(i64::MAX)?;
        let open = open_calls(store)?;
        let (talked, dialled): (Vec<_>, Vec<_>) = open.into_iter().partition(|(_, talks)| *talks);
        self.untold.extend(
            talked
                .into_iter()
                .map(|(call, _)| ended(call, Outcome::Interrupted)),
        );
        self.earlier = Earlier {
            dialled: dialled.into_iter().map(|(call, _)| call).collect(),
            answered: Vec::new(),
            until: store.clock().now().checked_add(GIVEN).ok(),
        };
        self.look_back(store, self.carrier.has_said_who_is_there());
        self.tell(store).map(|_| ())
    }

    /// Every exchange has said who is there, or has had the time to.
    pub(crate) fn look_back(&mut self, store: &Store, has_said: bool) {
        self.earlier.answered.extend(self.carrier.answered_before());
        let Earlier {
            dialled,
            answered,
            until,
        } = &mut self.earlier;
        if !has_said && until.is_some_and(|until| store.clock().now() < until) {
            return;
        }
        let told = dialled.drain(..).map(|call| {
            let outcome = match answered.iter().any(|there| is(there, call)) {
                true => Outcome::Abandoned,
                false => Outcome::Interrupted,
            };
            ended(call, outcome)
        });
        self.untold.extend(told);
        answered.clear();
    }
}

fn is(answered: &AnsweredBefore, call: OpenCall) -> bool {
    (answered.list, answered.contact, answered.attempt) == (call.list, call.contact, call.attempt)
}

/// The calls in agents' hands, and whether somebody is spoken to.
pub(crate) fn open_calls(store: &Store) -> Result<Vec<(OpenCall, bool)>, StoreError> {
    let mut open = Vec::new();
    for (agent, _) in store.agents()? {
        let Some(contact) = store.agent(agent)?.and_then(|there| there.hand) else {
            continue;
        };
        let calls = contact.hand.iter().flat_map(|hand| &hand.calls);
        for call in calls.filter(|call| call.line.is_open()) {
            let there = OpenCall {
                list: contact.list,
                contact: contact.id,
                attempt: call.attempt,
            };
            open.push((there, matches!(call.line, Line::Talking { .. })));
        }
    }
    Ok(open)
}

/// The last word of a call of an earlier program, under the id it would have had there.
pub(crate) fn ended(call: OpenCall, outcome: Outcome) -> Entry {
    let OpenCall {
        list,
        contact,
        attempt,
    } = call;
    let report = Report::Ended {
        attempt,
        outcome,
        cause: Cause::default(),
    };
    let id = event_id(list, contact, attempt, &report);
    Entry::report(list, contact, Actor::Line, report).with_id(id)
}
