//! What a supervisor does to an agent at one press of a button: a message, another campaign,
//! a break, an end to it.

use super::one::{OnePage, one};
use crate::app::App;
use crate::area::contacts::supervisor;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::words::Words;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::{AgentCommand, AgentId, AgentRefusal, CampaignId};
use serde::Deserialize;
use std::collections::BTreeSet;
use store::{CampaignState, LONGEST_MESSAGE};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Said {
    text: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Moved {
    campaign: String,
    /// A tick: for no other campaign.
    alone: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Paused {
    kind: String,
}

pub async fn message(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(said): Form<Said>,
) -> Result<Response, Failure> {
    let text = plain(&said.text);
    let page = one(&visitor, &app, AgentId(id)).await?;
    if let Some(key) = text_problem(&text) {
        let page = page.wrong_text(text, visitor.words.t(key));
        return Ok(wrong(page));
    }
    let who = visitor.known()?;
    let (from, by) = (who.name.clone(), who.user);
    let to = BTreeSet::from([AgentId(id)]);
    app.ask(move |store| store.send_message(&to, &from, &text, by))
        .await
        .map_err(Failure::from)?;
    Ok(done(id, "message"))
}

pub async fn move_to(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(moved): Form<Moved>,
) -> Result<Response, Failure> {
    let page = one(&visitor, &app, AgentId(id)).await?;
    let by = visitor.known()?.user;
    let alone = moved.alone.is_some();
    let wanted = moved.campaign.parse().ok().map(CampaignId);
    let is_done = app
        .ask(move |store| {
            let open = |there: &store::Campaign| there.state != CampaignState::Closed;
            let campaigns = store.campaigns()?;
            let known = campaigns.iter().filter(|there| open(there));
            let Some(to) = wanted.filter(|to| known.clone().any(|there| there.id == *to)) else {
                return Ok::<_, Failure>(false);
            };
            store.move_agent(AgentId(id), to, alone, by)?;
            Ok(true)
        })
        .await?;
    match is_done {
        true => Ok(done(id, "move")),
        false => Ok(wrong(
            page.refused(visitor.words.t("floor-campaign-unknown")),
        )),
    }
}

pub async fn pause(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(paused): Form<Paused>,
) -> Result<Response, Failure> {
    let kind = paused.kind.clone();
    let is_known = app
        .ask(move |store| {
            let types = store.break_types()?;
            let known = types.iter().any(|it| it.active && it.code == kind);
            Ok::<_, Failure>(known)
        })
        .await?;
    if !is_known {
        let page = one(&visitor, &app, AgentId(id)).await?;
        return Ok(wrong(page.refused(visitor.words.t("desk-break-unknown"))));
    }
    let command = AgentCommand::Break { kind: paused.kind };
    ask(visitor, app, id, command, "break").await
}

/// Ends a break, or takes back a break or the end of the day that waits.
pub async fn ready(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    ask(visitor, app, id, AgentCommand::Ready, "ready").await
}

async fn ask(
    visitor: Visitor,
    app: App,
    id: i64,
    command: AgentCommand,
    word: &'static str,
) -> Result<Response, Failure> {
    let page = one(&visitor, &app, AgentId(id)).await?;
    let (actor, by) = (supervisor(&visitor), visitor.known()?.user);
    let asked = app
        .ask(move |store| store.command_agent(AgentId(id), command, actor, by))
        .await
        .map_err(Failure::from)?;
    Ok(match asked {
        Ok(_) => done(id, word),
        Err(why) => wrong(page.refused(refusal(&visitor.words, &why))),
    })
}

/// The engine's refusal in the visitor's words.
fn refusal(words: &Words, why: &str) -> String {
    if why == AgentRefusal::Out.to_string() {
        return words.t("floor-refused-out");
    }
    why.to_owned()
}

pub fn done(id: i64, word: &str) -> Response {
    see(&format!("/floor/agents/{id}?done={word}")).into_response()
}

pub fn wrong(page: OnePage) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response()
}

/// A text without what no text holds; line breaks stay.
pub fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let odd = |letter: char| letter.is_control() && letter != '\n';
    text.replace(odd, " ").trim().to_owned()
}

pub fn text_problem(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return Some("message-empty");
    }
    (text.chars().count() > LONGEST_MESSAGE).then_some("message-long")
}
