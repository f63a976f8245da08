//! What ends something: a contact taken out of an agent's hands, an agent's day. What will
//! happen is said first.

use super::acts::done;
use crate::app::App;
use crate::area::contacts::supervisor;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::{Reasons, Words};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use engine::{AgentId, Command, Contact, Effect};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{AgentRow, Preview, RecordError, Store};

#[derive(Template)]
#[template(path = "floor/unlock.html")]
struct UnlockPage {
    shell: Shell,
    id: i64,
    agent: String,
    /// Names what is in hand: the form is good for that alone.
    hand: String,
    contact: Option<(String, String)>,
    follows: Vec<String>,
}

#[derive(Template)]
#[template(path = "floor/end.html")]
struct EndPage {
    shell: Shell,
    id: i64,
    agent: String,
    is_out: bool,
    in_hand: bool,
    sessions: usize,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Confirmed {
    hand: String,
}

pub async fn unlock_page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<impl Template>, Failure> {
    let (words, actor) = (visitor.words.clone(), supervisor(&visitor));
    let (row, name, follows) = app
        .ask(move |store| {
            let row = known(store, id)?;
            let Some(contact) = &row.hand else {
                return Ok::<_, Failure>((row, None, Vec::new()));
            };
            let (list, id) = (contact.list, contact.id);
            let preview = store.preview(list, id, actor, Command::TakeBack);
            let follows = match preview {
                Ok(preview) => follows(store, contact, &preview, &words)?,
                Err(RecordError::Store(error)) => return Err(error.into()),
                // Let go of at this very moment.
                Err(_) => Vec::new(),
            };
            let name = store.list(list)?.map(|list| list.name);
            Ok((row, name, follows))
        })
        .await?;
    Ok(Page(UnlockPage {
        id,
        hand: row.hand.as_ref().map(key).unwrap_or_default(),
        contact: row.hand.as_ref().map(|contact| {
            let path = format!("/contacts/{}/{}", contact.list.0, contact.id.0);
            let name = name.unwrap_or_default();
            (format!("{name} {}", contact.id.0), path)
        }),
        agent: row.name,
        follows,
        shell: visitor.shell("floor-unlock-title"),
    }))
}

pub async fn unlock(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(confirmed): Form<Confirmed>,
) -> Result<Response, Failure> {
    let (actor, by) = (supervisor(&visitor), visitor.known()?.user);
    let (words, lines) = (visitor.words.clone(), app.switchboard().clone());
    app.ask(move |store| {
        let row = known(store, id)?;
        let held = row.hand.filter(|held| key(held) == confirmed.hand);
        let Some(contact) = held else {
            return Err(Failure::Refused(words.t("floor-unlock-stale")));
        };
        match store.unlock_contact(&contact, actor, by) {
            Ok(mut recorded) => {
                // Where nobody runs the lines there is no call to be ended either.
                drop(lines.carry_out(&mut recorded));
                Ok(())
            }
            Err(RecordError::Refused(refusal)) => {
                let why = speaking(store, &contact, &words, |reasons| reasons.refusal(&refusal))?;
                Err(Failure::Refused(why))
            }
            Err(RecordError::NotFound { .. }) => Err(Failure::NotFound),
            Err(RecordError::Store(error)) => Err(error.into()),
        }
    })
    .await?;
    Ok(done(id, "unlock"))
}

pub async fn end_page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<impl Template>, Failure> {
    let (row, sessions) = app
        .ask(move |store| {
            let row = known(store, id)?;
            let users = store.users()?;
            let user = users.iter().find(|user| user.agent == Some(row.id));
            let sessions = match user {
                Some(user) => store.sessions_of(user.id)?.len(),
                None => 0,
            };
            Ok::<_, Failure>((row, sessions))
        })
        .await?;
    Ok(Page(EndPage {
        id,
        is_out: row.agent.presence == engine::Presence::Out,
        in_hand: row.hand.is_some(),
        agent: row.name,
        sessions,
        shell: visitor.shell("floor-end-title"),
    }))
}

pub async fn end(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let (actor, by) = (supervisor(&visitor), visitor.known()?.user);
    app.ask(move |store| {
        let row = known(store, id)?;
        store
            .end_agent(row.id, actor, by)
            .map(|_| ())
            .map_err(Failure::from)
    })
    .await?;
    Ok(done(id, "end"))
}

fn known(store: &Store, id: i64) -> Result<AgentRow, Failure> {
    store.agent(AgentId(id))?.ok_or(Failure::NotFound)
}

/// Names one handling.
fn key(contact: &Contact) -> String {
    let since = contact.hand.as_ref().map(|hand| hand.since);
    let since = since.map_or(0, jiff::Timestamp::as_microsecond);
    format!("{}-{}-{since}", contact.list.0, contact.id.0)
}

/// What will happen, in the engine's words.
fn follows(
    store: &Store,
    contact: &Contact,
    preview: &Preview,
    words: &Words,
) -> Result<Vec<String>, Failure> {
    let mut told = speaking(store, contact, words, |reasons| {
        let because = preview.because.iter();
        because.map(|why| reasons.because(why)).collect::<Vec<_>>()
    })?;
    let hangs_up = |effect: &Effect| matches!(effect, Effect::HangUp { .. });
    if preview.effects.iter().any(hangs_up) {
        told.push(words.t("follows-hang-up"));
    }
    let next = &preview.contact;
    told.push(match (next.is_closed(), next.offer_at) {
        (true, _) => words.t("follows-closed"),
        (false, Some(at)) => words.with("follows-again", [("at", words.moment(at).as_str())]),
        (false, None) => words.t("follows-suspended"),
    });
    Ok(told)
}

fn speaking<T>(
    store: &Store,
    contact: &Contact,
    words: &Words,
    say: impl FnOnce(&Reasons<'_>) -> T,
) -> Result<T, Failure> {
    let list = store.list(contact.list)?.ok_or(Failure::NotFound)?;
    let rules = store.rules(list.rules)?;
    let agents: BTreeMap<AgentId, String> = store.agents()?.into_iter().collect();
    Ok(say(&Reasons {
        words,
        catalogue: &rules.catalogue,
        agents: &agents,
        me: None,
    }))
}
