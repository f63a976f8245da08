//! Correcting an attempt: choose the code it should have had, see what will follow, confirm.

use super::known::Known;
use super::story::Coded;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use engine::catalogue::{Kind, Setter};
use engine::{Actor, AgentId, Code, Command, ContactId, ListId};
use serde::Deserialize;
use store::{Entry, RecordError};

/// List, contact, attempt.
pub type AttemptPlace = Path<(i64, i64, u32)>;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    code: String,
}

#[derive(Template)]
#[template(path = "contacts/correct.html")]
pub struct CorrectPage {
    shell: Shell,
    place: String,
    contact: String,
    attempt: u32,
    now: Coded,
    codes: Vec<(Coded, bool)>,
    follows: Option<Follows>,
    refused: Option<String>,
}

/// What would follow from the correction.
struct Follows {
    code: Coded,
    reasons: Vec<String>,
    state: String,
    due: Option<String>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path((list, contact, attempt)): AttemptPlace,
    Query(asked): Query<Asked>,
) -> Result<Page<CorrectPage>, Failure> {
    let (list, contact) = (ListId(list), ContactId(contact));
    let known = Known::of(&app, list, contact).await?;
    let words = &visitor.words;
    let there = known
        .attempts
        .iter()
        .find(|there| there.attempt == attempt)
        .ok_or(Failure::NotFound)?;
    let chosen = asked.code.trim().to_owned();
    let mut page = CorrectPage {
        place: format!("/contacts/{}/{}", list.0, contact.0),
        contact: known.name(),
        attempt,
        now: Coded::own(&known, words, there.code.as_str()),
        codes: codes(&known, &visitor, &chosen),
        follows: None,
        refused: None,
        shell: visitor.shell("correct-title"),
    };
    if chosen.is_empty() {
        return Ok(Page(page));
    }
    let command = correction(attempt, &chosen);
    let actor = supervisor(&visitor);
    let answer = app
        .ask(move |store| store.preview(list, contact, actor, command))
        .await;
    match answer {
        Ok(preview) => {
            let reasons = known.reasons(words);
            let standing = preview.contact.standing;
            page.follows = Some(Follows {
                code: Coded::own(&known, words, &chosen),
                reasons: preview
                    .because
                    .iter()
                    .map(|why| reasons.because(why))
                    .collect(),
                state: words.t(&format!("state-{}", standing.word())),
                due: standing.due().map(|due| words.moment(due)),
            });
        }
        Err(RecordError::Refused(refusal)) => {
            page.refused = Some(known.reasons(words).refusal(&refusal));
        }
        Err(RecordError::NotFound { .. }) => return Err(Failure::NotFound),
        Err(RecordError::Store(error)) => return Err(error.into()),
    }
    Ok(Page(page))
}

pub async fn correct(
    visitor: Visitor,
    State(app): State<App>,
    Path((list, contact, attempt)): AttemptPlace,
    Form(asked): Form<Asked>,
) -> Result<Redirect, Failure> {
    let command = correction(attempt, asked.code.trim());
    let entry = Entry::command(
        ListId(list),
        ContactId(contact),
        supervisor(&visitor),
        command,
    );
    super::changes::record(&visitor, &app, entry).await?;
    Ok(see(&format!("/contacts/{list}/{contact}")))
}

fn correction(attempt: u32, code: &str) -> Command {
    Command::Correct {
        attempt,
        code: Code::new(code),
    }
}

pub fn supervisor(visitor: &Visitor) -> Actor {
    Actor::Supervisor(visitor.agent().unwrap_or(AgentId(0)))
}

/// What an attempt may hold: what people give, and what the line may have meant.
fn codes(known: &Known, visitor: &Visitor, chosen: &str) -> Vec<(Coded, bool)> {
    known
        .catalogue()
        .dispositions()
        .iter()
        .filter(|disposition| !matches!(disposition.kind, Kind::AttemptOnly | Kind::Returned))
        .filter(|disposition| {
            let by_people = [Setter::Agent, Setter::Script, Setter::Supervisor];
            disposition
                .set_by
                .iter()
                .any(|setter| by_people.contains(setter))
                || disposition
                    .on
                    .iter()
                    .any(|trigger| trigger.starts_with("line"))
        })
        .map(|disposition| {
            let code = disposition.code.as_str();
            (Coded::own(known, &visitor.words, code), code == chosen)
        })
        .collect()
}
