//! A call that comes in and that she is asked to take: who that is, and what was before.

use super::act::{Bench, Done};
use super::asked::Asked;
use super::seen::Seen;
use crate::called::called;
use crate::failure::Failure;
use crate::words::Reasons;
use engine::{ContactId, ListId, Number};
use store::LineOrder;

pub struct Incoming {
    pub call: i64,
    pub number: String,
    /// What the caller's exchange says; anybody can write anything there.
    pub says: Option<String>,
    /// Name and list of the contact, where the caller is one.
    pub contact: Option<(String, String)>,
    /// Who called last, when, with which code.
    pub last: Option<String>,
    /// Is not to be called: served, and offered nothing.
    pub is_suppressed: bool,
    pub since: i64,
    pub since_text: String,
}

pub fn incoming(bench: &Bench<'_>, seen: &Seen) -> Result<Option<Incoming>, Failure> {
    if seen.in_hand.is_some() {
        return Ok(None);
    }
    let Some(call) = bench.store.inbound_asking(bench.agent)? else {
        return Ok(None);
    };
    let (words, since) = (bench.words, call.arrived_at);
    let known = match call.contact {
        Some(contact) => known(bench, seen, contact)?,
        None => None,
    };
    let unknown = || words.t("inbound-no-number");
    let (contact, last) = known.unzip();
    Ok(Some(Incoming {
        call: call.id,
        number: call
            .caller
            .map_or_else(unknown, |number| number.to_string()),
        says: call.caller_name.clone(),
        contact,
        last: last.flatten(),
        is_suppressed: is_barred(bench, call.caller.as_slice())?,
        since: since.as_microsecond(),
        since_text: words.time(since),
    }))
}

type Known = ((String, String), Option<String>);

fn known(
    bench: &Bench<'_>,
    seen: &Seen,
    (list, contact): (ListId, ContactId),
) -> Result<Option<Known>, Failure> {
    let store = bench.store;
    let (Some(there), Some(card)) = (store.list(list)?, store.card(list, contact)?) else {
        return Ok(None);
    };
    let values = serde_json::from_str(&card.fields)
        .map_err(|error| Failure::Broken(format!("fields of a contact: {error}")))?;
    let otherwise = format!("{} {}", there.name, contact.0);
    let name = called(Some(&there), &values, &otherwise);
    let rules = store.rules(there.rules)?;
    let attempts = store.attempts_of(list, contact)?;
    let last = attempts.last().map(|attempt| {
        let reasons = Reasons {
            words: bench.words,
            catalogue: &rules.catalogue,
            agents: &seen.names,
            me: Some(bench.agent),
        };
        let at = bench.words.moment(attempt.placed_at);
        let (who, code) = (seen.names.get(&attempt.agent), reasons.code(&attempt.code));
        match who {
            Some(who) => format!("{at}, {who}: {code}"),
            None => format!("{at}: {code}"),
        }
    });
    Ok(Some(((name, there.name), last)))
}

/// Whether any of the numbers is not to be called.
pub fn is_barred(bench: &Bench<'_>, numbers: &[Number]) -> Result<bool, Failure> {
    let now = bench.store.clock().now();
    for number in numbers {
        let all = bench.store.suppressions_of(*number)?;
        if all.iter().any(|suppression| suppression.holds_at(now)) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Bench<'_> {
    /// Takes the call. Both hear each other as soon as her phone is in hand.
    pub(super) fn answer(&self, asked: &Asked) -> Result<Done, Failure> {
        let call = self.store.inbound_asking(self.agent)?;
        let Some(call) = call.filter(|call| asked.number("call") == Some(call.id)) else {
            return Ok(Done::refused(self.words.t("inbound-gone")));
        };
        if self.lines.wants_phones() && self.store.phone(self.agent)?.is_none() {
            return Ok(Done::refused(self.words.t("desk-no-phone")));
        }
        let order = LineOrder::Answer {
            call: call.id,
            agent: self.agent,
        };
        Ok(match self.lines.hand_in(order) {
            Ok(()) => Done::well(Some(self.words.t("inbound-connecting"))),
            Err(_) => Done::refused(self.words.t("desk-no-lines")),
        })
    }
}
