//! What follows from what a program asks for, and why: recorded, or only looked at.

use super::super::lists;
use super::super::problem::{Fault, Problem};
use super::super::question::id;
use engine::{Actor, Because, Catalogue, Command, Contact, ContactId, ListId, Refusal, Rules};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use std::sync::Arc;
use store::{Entry as Event, RecordError, Store};
use utoipa::ToSchema;

/// How a contact stands after what was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct Decided {
    pub list: i64,
    pub contact: i64,
    /// new, unreached, callback, suspended, closed or in_hand.
    pub state: String,
    pub code: String,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due_at: Option<Timestamp>,
    /// The first instant at which roster and law allow it, too.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub next_offer_at: Option<Timestamp>,
    pub owner: Option<i64>,
    /// What decided, in order.
    pub because: Vec<ReasonView>,
    /// Nothing was changed: this is what would follow.
    pub dry_run: bool,
}

/// One reason.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReasonView {
    /// What it is, by its word.
    pub why: String,
    /// Which kind of rule it is: catalogue, callback, roster, law, limit, suppression, …
    pub kind: String,
    /// An English sentence.
    pub text: String,
    /// Its figures, codes and instants.
    #[schema(value_type = Object)]
    pub data: Map<String, Value>,
}

impl ReasonView {
    fn of(because: &Because, catalogue: &Catalogue) -> Self {
        let mut data = match serde_json::to_value(because) {
            Ok(Value::Object(data)) => data,
            _ => Map::new(),
        };
        let why = data.remove("why").unwrap_or_default();
        Self {
            why: why.as_str().unwrap_or_default().to_owned(),
            kind: because.kind().to_owned(),
            text: because.text(catalogue),
            data,
        }
    }
}

impl Decided {
    fn of(contact: &Contact, because: &[Because], catalogue: &Catalogue, dry_run: bool) -> Self {
        let reason = |because| ReasonView::of(because, catalogue);
        Self {
            list: contact.list.0,
            contact: contact.id.0,
            state: contact.state().to_owned(),
            code: contact.code.to_string(),
            due_at: contact.standing.due(),
            next_offer_at: contact.offer_at.filter(|_| contact.hand.is_none()),
            owner: contact.owner.map(|owner| owner.0),
            because: because.iter().map(reason).collect(),
            dry_run,
        }
    }
}

/// A contact that something is asked for, with the rules of its list.
pub struct Asked<'s> {
    store: &'s Store,
    list: ListId,
    contact: ContactId,
    pub rules: Arc<Rules>,
}

/// Programs are nobody's supervisor: the journal says that the system did it, and the engine
/// refuses corrections to agents only.
const PROGRAM: Actor = Actor::System;

impl<'s> Asked<'s> {
    /// The contact two parts of the path name.
    pub fn of(store: &'s Store, list: &str, contact: &str) -> Result<Self, Problem> {
        let list = lists::known(store, list)?;
        Ok(Self {
            store,
            list: list.id,
            contact: ContactId(id(contact, "contact")?),
            rules: store.rules(list.rules)?,
        })
    }

    /// How it stands now.
    pub fn now(&self) -> Result<Contact, Problem> {
        let there = self.store.contact(self.list, self.contact)?;
        there.ok_or_else(|| Problem::not_found("contact"))
    }

    /// What would follow.
    pub fn look(&self, command: Command) -> Result<Decided, Problem> {
        let preview = self
            .store
            .preview(self.list, self.contact, PROGRAM, command)
            .map_err(refused)?;
        Ok(self.told(&preview.contact, &preview.because, true))
    }

    /// Does it, or looks at what would follow.
    pub fn decide(&self, command: Command, dry_run: bool) -> Result<Decided, Problem> {
        match dry_run {
            true => self.look(command),
            false => self.record(vec![command]),
        }
    }

    /// Does one after the other. A later one that is refused because an earlier one has closed
    /// the contact is needless.
    pub fn record(&self, commands: Vec<Command>) -> Result<Decided, Problem> {
        let (mut last, mut because) = (None, Vec::new());
        for command in commands {
            let event = Event::command(self.list, self.contact, PROGRAM, command);
            match self.store.record(event) {
                Ok(recorded) => {
                    because.extend(recorded.because);
                    last = Some(recorded.contact);
                }
                Err(RecordError::Refused(Refusal::Closed(_))) if last.is_some() => {}
                Err(error) => return Err(refused(error)),
            }
        }
        let contact = last.ok_or_else(|| Problem::not_found("contact"))?;
        Ok(self.told(&contact, &because, false))
    }

    fn told(&self, contact: &Contact, because: &[Because], dry_run: bool) -> Decided {
        Decided::of(contact, because, &self.rules.catalogue, dry_run)
    }
}

/// What the path or the body got wrong is told as that; the rest is not possible now.
fn refused(error: RecordError) -> Problem {
    match error {
        RecordError::Refused(Refusal::NoSuchAttempt(_)) => Problem::not_found("attempt"),
        RecordError::Refused(refusal @ Refusal::UnknownCode(_)) => {
            let fault = Fault::new("code", "unknown", refusal.to_string());
            Problem::invalid(vec![fault])
        }
        other => other.into(),
    }
}
