//! One agent: what she does now, and everything a supervisor may do about it.

use super::asked::phase_key;
use super::board::Seen;
use super::listen::{self, ListenView};
use super::rows::{self, Row};
use super::screen::look;
use crate::app::App;
use crate::area::desk::phone_script;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, Query, State};
use engine::{AgentId, AgentPhase};
use serde::Deserialize;
use store::{FloorEvent, Message};

#[derive(Template)]
#[template(path = "floor/one.html")]
pub struct OnePage {
    shell: Shell,
    now: Now,
    /// Where the visitor may talk by her browser: she listens with it.
    phone: Option<&'static str>,
    /// What was done just now.
    done: Option<String>,
    problem: Option<String>,
    campaigns: Vec<(i64, String)>,
    breaks: Vec<(String, String)>,
    text: String,
    text_error: Option<String>,
}

#[derive(Template)]
#[template(path = "floor/agent.html")]
pub struct OneBlock {
    now: Now,
}

/// What moves by itself.
pub struct Now {
    words: Words,
    row: Row,
    works_for: Vec<(String, String)>,
    log: Vec<Line>,
    unread: usize,
    /// While she talks, and where something is to be said of it afterwards.
    listen: Option<ListenView>,
}

struct Line {
    at: String,
    what: String,
    by: String,
    detail: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

const LINES: i64 = 20;

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Page<OnePage>, Failure> {
    let mut page = one(&visitor, &app, AgentId(id)).await?;
    page.done = done_key(&asked.done).map(|key| visitor.words.t(key));
    Ok(Page(page))
}

pub async fn now(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<OneBlock>, Failure> {
    let mut read = read(&app, AgentId(id), visitor.known()?.user.0, &visitor.words).await?;
    Ok(Page(OneBlock {
        now: read.now(&visitor.words)?,
    }))
}

fn done_key(word: &str) -> Option<&'static str> {
    Some(match word {
        "message" => "floor-did-message",
        "move" => "floor-did-move",
        "break" => "floor-did-break",
        "ready" => "floor-did-ready",
        "out" => "floor-did-out",
        "unlock" => "floor-did-unlock",
        "end" => "floor-did-end",
        "grid" => "floor-did-grid",
        "thresholds" => "floor-did-thresholds",
        _ => return None,
    })
}

/// What the store knows of one agent.
struct Read {
    seen: Seen,
    id: AgentId,
    log: Vec<FloorEvent>,
    unread: Vec<Message>,
    listen: Option<ListenView>,
}

async fn read(app: &App, id: AgentId, user: i64, words: &Words) -> Result<Read, Failure> {
    let seen = look(app).await?;
    let talks = app.switchboard().talks();
    let attendance = talks.attendance(user).filter(|there| there.agent == id);
    let (talk, words) = (talks.of(id), words.clone());
    let agents = &seen.floor.agents;
    let talks = |there: &store::FloorAgent| there.id == id && there.phase == AgentPhase::Talking;
    let is_talking = agents.iter().any(talks);
    let (log, unread, listen) = app
        .ask(move |store| {
            let log = store.floor_log(Some(id), LINES)?;
            let talk = is_talking.then_some(&talk);
            let listen = listen::view(store, talk, (user, attendance), &words)?;
            Ok::<_, Failure>((log, store.unread_messages(id)?, listen))
        })
        .await?;
    Ok(Read {
        seen,
        id,
        log,
        unread,
        listen,
    })
}

/// The page without anything done or wrong.
pub async fn one(visitor: &Visitor, app: &App, id: AgentId) -> Result<OnePage, Failure> {
    let mut read = read(app, id, visitor.known()?.user.0, &visitor.words).await?;
    let language = visitor.words.language().word();
    let now = read.now(&visitor.words)?;
    let phone = match visitor.agent() {
        Some(own) => phone_script(app, own).await?,
        None => None,
    };
    Ok(OnePage {
        phone,
        shell: visitor.shell_named(now.row.name.as_str()),
        campaigns: read
            .seen
            .floor
            .campaigns
            .iter()
            .map(|there| (there.campaign.id.0, there.campaign.name.clone()))
            .collect(),
        breaks: read
            .seen
            .floor
            .breaks
            .iter()
            .filter(|known| known.active)
            .map(|known| (known.code.clone(), known.label_in(language).to_owned()))
            .collect(),
        now,
        done: None,
        problem: None,
        text: String::new(),
        text_error: None,
    })
}

impl OnePage {
    /// Something was refused: why.
    pub fn refused(self, problem: String) -> Self {
        Self {
            problem: Some(problem),
            ..self
        }
    }

    /// The text of a message was wrong.
    pub fn wrong_text(self, text: String, error: String) -> Self {
        Self {
            text,
            text_error: Some(error),
            ..self
        }
    }
}

impl Read {
    fn now(&mut self, words: &Words) -> Result<Now, Failure> {
        let listen = self.listen.take();
        let floor = &self.seen.floor;
        let found = floor.agents.iter().find(|agent| agent.id == self.id);
        let agent = found.ok_or(Failure::NotFound)?;
        let cells = self.seen.cells.iter().filter(|cell| cell.agent == self.id);
        Ok(Now {
            row: rows::row(&self.seen, agent, words),
            works_for: cells
                .filter(|cell| !cell.is_over(floor.now))
                .filter_map(|cell| {
                    let campaigns = &floor.campaigns;
                    let there = campaigns
                        .iter()
                        .find(|it| it.campaign.id == cell.campaign)?;
                    let how = super::grid::how(cell, floor.now, words);
                    Some((there.campaign.name.clone(), how))
                })
                .collect(),
            log: self
                .log
                .iter()
                .map(|event| line(&self.seen, event, words))
                .collect(),
            unread: self.unread.len(),
            listen,
            words: words.clone(),
        })
    }
}

fn line(seen: &Seen, event: &FloorEvent, words: &Words) -> Line {
    let campaigns = &seen.floor.campaigns;
    let detail = match event.word.as_str() {
        "message" => event.detail.clone(),
        "move" => campaigns
            .iter()
            .find(|there| event.detail == there.campaign.id.0.to_string())
            .map_or_else(String::new, |there| there.campaign.name.clone()),
        "break" => {
            let known = seen.floor.breaks.iter().find(|it| it.code == event.detail);
            known.map_or_else(String::new, |known| {
                known.label_in(words.language().word()).to_owned()
            })
        }
        _ => String::new(),
    };
    Line {
        at: words.moment(event.at),
        what: done_key(&event.word).map_or_else(String::new, |key| words.t(key)),
        by: event
            .by
            .clone()
            .unwrap_or_else(|| words.t("actor-supervisor")),
        detail,
    }
}

impl Now {
    fn out(&self) -> bool {
        !self.row.is_in
    }

    /// Said of agents who are not at work.
    fn out_key(&self) -> &'static str {
        phase_key(engine::AgentPhase::Out)
    }
}
