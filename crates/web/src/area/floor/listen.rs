//! A supervisor at an agent's talk: she listens, speaks to the agent alone, or joins in.
//!
//! Never in secret: the agent sees it for as long as it lasts, and it is on the trail.

use super::acts::wrong;
use super::one::one;
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use crate::words::Words;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use engine::{AgentId, Attendance, Attends, Listening, NotThere, Phase, Talk, Wish};
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
    /// While she talks: each way with its key and its words, and whether it is the one now.
    pub ways: Vec<(&'static str, &'static str, String, bool)>,
    /// How far the visitor has come.
    pub stands: Option<Stands>,
    /// Others who are at the same talk.
    pub others: Vec<String>,
}

/// What the exchange has said of the visitor's wish to be at the talk.
pub struct Stands {
    pub word: &'static str,
    pub said: String,
    /// It can be left, or called off.
    pub is_on: bool,
    /// The way in which it is worth another try.
    pub again: Option<&'static str>,
}

/// A phone rings first; whoever looks meanwhile sees it a moment later.
const ANSWERS_WITHIN: Duration = Duration::from_millis(300);

/// Nothing where nobody is talked to and nothing has to be said of it either.
pub fn view(
    store: &Store,
    talk: Option<&Talk>,
    (user, attendance): (i64, Option<Attendance>),
    words: &Words,
) -> Result<Option<ListenView>, Failure> {
    let Some(talk) = talk else {
        let over = attendance.filter(|there| there.stage.is_over());
        return Ok(over.map(|over| ListenView {
            ways: Vec::new(),
            stands: Some(stands(&over, false, words)),
            others: Vec::new(),
        }));
    };
    let there = attendance.filter(|there| there.stage == Attends::There);
    let way = |(mode, key, said): (Listening, &'static str, &str)| {
        let is = there.is_some_and(|there| there.mode == mode);
        (mode.word(), key, words.t(said), is)
    };
    let ways = [
        (Listening::Listens, "1", "floor-listen"),
        (Listening::Whispers, "2", "floor-whisper"),
        (Listening::Joined, "3", "floor-join"),
    ];
    let names = names(store)?;
    let others = talk.listeners.iter().filter(|there| there.user != user);
    Ok(Some(ListenView {
        ways: ways.map(way).into(),
        stands: attendance.map(|there| stands(&there, true, words)),
        others: others
            .filter_map(|there| Some(said(names.get(&there.user)?, there.mode, words)))
            .collect(),
    }))
}

fn stands(attendance: &Attendance, talks: bool, words: &Words) -> Stands {
    let Attendance { mode, stage, .. } = *attendance;
    let is_worth_it = match stage {
        Attends::Over(why) => matches!(
            why,
            NotThere::Unregistered | NotThere::NoAnswer | NotThere::Busy | NotThere::Failed
        ),
        _ => false,
    };
    Stands {
        word: stage.word(),
        said: words.t(stands_key(stage, mode)),
        is_on: !stage.is_over(),
        again: (talks && is_worth_it).then_some(mode.word()),
    }
}

fn stands_key(stage: Attends, mode: Listening) -> &'static str {
    match (stage, mode) {
        (Attends::Asked, _) => "floor-attends-asked",
        (Attends::Rings, _) => "floor-attends-rings",
        (Attends::There, Listening::Listens) => "floor-attends-listens",
        (Attends::There, Listening::Whispers) => "floor-attends-whispers",
        (Attends::There, Listening::Joined) => "floor-attends-joined",
        (Attends::Over(why), _) => match why {
            NotThere::Left => "floor-attends-left",
            NotThere::TalkOver => "floor-attends-talk-over",
            NotThere::NoTalk => "floor-attends-no-talk",
            NotThere::OwnCall => "floor-attends-own-call",
            NotThere::Unregistered => "floor-attends-unregistered",
            NotThere::NoAnswer => "floor-attends-no-answer",
            NotThere::Busy => "floor-attends-busy",
            NotThere::Elsewhere => "floor-listen-elsewhere",
            NotThere::Failed => "floor-attends-failed",
        },
    }
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
            let user = user.0;
            let before = lines.talks().attendance(user);
            let wish = Wish::Listen { user, own, mode };
            if lines.hand_in(LineOrder::During { agent, wish }).is_err() {
                return Ok::<_, Failure>(Some("desk-no-lines"));
            }
            lines.talks().wait_for(user, before, ANSWERS_WITHIN);
            Ok(None)
        })
        .await?;
    let Some(key) = refused else {
        // What came of it is said by the exchange, and shown with the talk.
        return Ok(see(&format!("/floor/agents/{id}")).into_response());
    };
    let page = one(&visitor, &app, agent).await?;
    Ok(wrong(page.refused(visitor.words.t(key))))
}
