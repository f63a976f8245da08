//! A supervisor at an agent's talk: she listens, speaks to the agent alone, or joins in.
//!
//! Never in secret: the agent sees it for as long as it lasts, and it is on the trail.

use super::acts::{done, wrong};
use super::one::one;
use crate::app::App;
use crate::failure::Failure;
use crate::seat::Visitor;
use crate::words::Words;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use engine::{AgentId, Listening, Phase, Talk, Wish};
use serde::Deserialize;
use std::time::Duration;
use store::{LineOrder, Store};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// A way of listening; nothing ends it.
    mode: String,
}

/// What the page of an agent says of it.
pub struct ListenView {
    /// Each way with its key and its words, and whether it is the one now.
    pub ways: Vec<(&'static str, &'static str, String, bool)>,
    pub is_on: bool,
    /// Others who are at the same talk.
    pub others: Vec<String>,
}

/// A phone rings first; whoever looks meanwhile sees it a moment later.
const ANSWERS_WITHIN: Duration = Duration::from_millis(300);

pub fn view(store: &Store, talk: &Talk, user: i64, words: &Words) -> Result<ListenView, Failure> {
    let own = talk.listeners.iter().find(|there| there.user == user);
    let way = |(mode, key, said): (Listening, &'static str, &str)| {
        let is = own.is_some_and(|own| own.mode == mode);
        (mode.word(), key, words.t(said), is)
    };
    let ways = [
        (Listening::Listens, "1", "floor-listen"),
        (Listening::Whispers, "2", "floor-whisper"),
        (Listening::Joined, "3", "floor-join"),
    ];
    let names = names(store)?;
    let others = talk.listeners.iter().filter(|there| there.user != user);
    Ok(ListenView {
        ways: ways.map(way).into(),
        is_on: own.is_some(),
        others: others
            .filter_map(|there| Some(said(names.get(&there.user)?, there.mode, words)))
            .collect(),
    })
}

/// Who listens and how, as the agent reads it.
pub fn listeners(store: &Store, talk: &Talk, words: &Words) -> Result<Vec<String>, Failure> {
    if talk.listeners.is_empty() {
        return Ok(Vec::new());
    }
    let names = names(store)?;
    let all = talk.listeners.iter();
    let unknown = words.t("actor-supervisor");
    Ok(all
        .map(|there| {
            let name = names.get(&there.user).unwrap_or(&unknown);
            said(name, there.mode, words)
        })
        .collect())
}

fn names(store: &Store) -> Result<std::collections::BTreeMap<i64, String>, Failure> {
    let users = store.users()?.into_iter();
    Ok(users.map(|user| (user.id.0, user.name)).collect())
}

fn said(name: &str, mode: Listening, words: &Words) -> String {
    let key = match mode {
        Listening::Listens => "desk-listened-to",
        Listening::Whispers => "desk-whispered-to",
        Listening::Joined => "desk-joined-by",
    };
    words.with(key, [("who", name)])
}

pub async fn listen(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(asked): Form<Asked>,
) -> Result<Response, Failure> {
    let (agent, user, own) = (AgentId(id), visitor.known()?.user, visitor.agent());
    let mode = Listening::of(&asked.mode);
    let lines = app.switchboard().clone();
    let refused = app
        .ask(move |store| {
            let there = store.agent(agent)?.ok_or(Failure::NotFound)?;
            let hand = there.hand.and_then(|contact| contact.hand);
            let talks = hand.is_some_and(|hand| hand.phase() == Phase::Talking);
            if mode.is_some() && !talks {
                return Ok(Some("floor-listen-no-talk"));
            }
            if mode.is_some() && lines.wants_phones() {
                let own = own.map(|own| store.phone(own)).transpose()?.flatten();
                let Some(own) = own else {
                    return Ok(Some("floor-listen-no-phone"));
                };
                let hers = store.phone(agent)?.map(|phone| phone.to_string());
                let apart = |hers: &String| lines.are_apart(&own.to_string(), hers);
                if hers.as_ref().is_some_and(apart) {
                    return Ok(Some("floor-listen-elsewhere"));
                }
            }
            let before = lines.talks().of(agent);
            let user = user.0;
            let wish = Wish::Listen { user, mode };
            if lines.hand_in(LineOrder::During { agent, wish }).is_err() {
                return Ok::<_, Failure>(Some("desk-no-lines"));
            }
            lines.talks().wait(agent, &before, ANSWERS_WITHIN);
            Ok(None)
        })
        .await?;
    let Some(key) = refused else {
        return Ok(done(id, if mode.is_some() { "listen" } else { "heard" }));
    };
    let page = one(&visitor, &app, agent).await?;
    Ok(wrong(page.refused(visitor.words.t(key))))
}
