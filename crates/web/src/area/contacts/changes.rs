//! What a supervisor changes by hand: owner, code, an end to waiting.

use super::correct::supervisor;
use super::known::{Known, Place};
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Redirect;
use engine::{AgentId, Code, Command, ContactId, ListId};
use serde::Deserialize;
use store::{Entry, RecordError};

#[derive(Deserialize)]
pub struct Owner {
    /// Empty: nobody's.
    owner: String,
}

#[derive(Deserialize)]
pub struct Reactivate {
    code: String,
    /// A tick: counters begin anew.
    reset: Option<String>,
    /// Whose it is from then on; empty: as the code says.
    #[serde(default)]
    owner: String,
}

pub async fn owner(
    visitor: Visitor,
    app: State<App>,
    place: Place,
    Form(form): Form<Owner>,
) -> Result<Redirect, Failure> {
    let owner = chosen(&form.owner, &visitor)?;
    change(visitor, app, place, Command::Assign { owner }).await
}

pub async fn reactivate(
    visitor: Visitor,
    app: State<App>,
    place: Place,
    Form(form): Form<Reactivate>,
) -> Result<Redirect, Failure> {
    let owner = chosen(&form.owner, &visitor)?;
    let command = Command::Set {
        code: Code::new(form.code.trim()),
        reset: form.reset.is_some(),
        due: None,
        owner,
    };
    change(visitor, app, place, command).await
}

/// Nobody where nothing was chosen.
fn chosen(owner: &str, visitor: &Visitor) -> Result<Option<AgentId>, Failure> {
    let unknown = || Failure::Bad(visitor.words.t("change-owner-unknown"));
    match owner.trim() {
        "" => Ok(None),
        id => id
            .parse()
            .map(|id| Some(AgentId(id)))
            .map_err(|_| unknown()),
    }
}

pub async fn resume(visitor: Visitor, app: State<App>, place: Place) -> Result<Redirect, Failure> {
    let due = app.store().clock().now();
    change(visitor, app, place, Command::Resume { due }).await
}

async fn change(
    visitor: Visitor,
    State(app): State<App>,
    Path((list, contact)): Place,
    command: Command,
) -> Result<Redirect, Failure> {
    let entry = Entry::command(
        ListId(list),
        ContactId(contact),
        supervisor(&visitor),
        command,
    );
    record(&visitor, &app, entry).await?;
    Ok(see(&format!("/contacts/{list}/{contact}")))
}

/// Records what was asked for, or says in the visitor's words why it cannot be done.
pub async fn record(visitor: &Visitor, app: &App, entry: Entry) -> Result<(), Failure> {
    let (list, contact) = (entry.list, entry.contact);
    match app.ask(move |store| store.record(entry)).await {
        Ok(_) => Ok(()),
        Err(RecordError::Refused(refusal)) => {
            let known = Known::of(app, list, contact).await?;
            let why = known.reasons(&visitor.words).refusal(&refusal);
            Err(Failure::Refused(why))
        }
        Err(RecordError::NotFound { .. }) => Err(Failure::NotFound),
        Err(RecordError::Store(error)) => Err(error.into()),
    }
}
