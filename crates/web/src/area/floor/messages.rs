//! Messages to agents: to one, some, a campaign or all, and who has read them.

use super::acts::{plain, text_problem};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use engine::{AgentId, CampaignId};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use store::{Message, Store};

#[derive(Template)]
#[template(path = "floor/messages.html")]
struct MessagesPage {
    shell: Shell,
    to: String,
    campaigns: Vec<(i64, String, bool)>,
    agents: Vec<(i64, String, bool)>,
    text: String,
    to_error: Option<String>,
    text_error: Option<String>,
    sent: Vec<Sent>,
}

/// One message with all who got it.
struct Sent {
    at: String,
    from: String,
    text: String,
    count: String,
    read: Vec<String>,
    unread: Vec<String>,
}

/// The newest copies that are shown.
const COPIES: i64 = 1_000;

/// Messages an agent has not read, as her desk shows them.
pub struct Unread {
    pub lines: Vec<(String, String, String)>,
    pub last: i64,
}

/// For the desk: what is still to be read.
pub fn unread(store: &Store, agent: AgentId, words: &Words) -> Result<Option<Unread>, Failure> {
    let unread = store.unread_messages(agent)?;
    let Some(last) = unread.last().map(|message| message.id) else {
        return Ok(None);
    };
    let lines = unread
        .into_iter()
        .map(|message| (message.from, words.time(message.at), message.text))
        .collect();
    Ok(Some(Unread { lines, last }))
}

/// Whom a message is meant for, as the form says it.
#[derive(Default)]
struct Asked {
    to: String,
    campaign: String,
    agents: BTreeSet<i64>,
    text: String,
}

impl Asked {
    fn of(pairs: Vec<(String, String)>) -> Self {
        let mut asked = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "to" => asked.to = value,
                "campaign" => asked.campaign = value,
                "agent" => asked.agents.extend(value.parse::<i64>().ok()),
                "text" => asked.text = plain(&value),
                _ => {}
            }
        }
        asked
    }

    /// The agents meant; none where nobody is.
    fn meant(&self, store: &Store) -> Result<BTreeSet<AgentId>, Failure> {
        let now = store.clock().now();
        let everybody = store.agents()?.into_iter().map(|(id, _)| id);
        Ok(match self.to.as_str() {
            "all" => everybody.collect(),
            "campaign" => {
                let campaign = self.campaign.parse().ok().map(CampaignId);
                let cells = store.cells()?;
                let there = cells.iter().filter(|cell| Some(cell.campaign) == campaign);
                let there = there.filter(|cell| !cell.is_over(now));
                there.map(|cell| cell.agent).collect()
            }
            _ => everybody.filter(|id| self.agents.contains(&id.0)).collect(),
        })
    }
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Page<impl Template>, Failure> {
    show(&visitor, &app, Asked::default()).await.map(Page)
}

pub async fn send(
    visitor: Visitor,
    State(app): State<App>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let asked = Asked::of(pairs);
    let text_key = text_problem(&asked.text);
    let who = visitor.known()?;
    let (from, by) = (who.name.clone(), who.user);
    let (asked, is_sent) = app
        .ask(move |store| {
            let to = asked.meant(store)?;
            let is_good = text_key.is_none() && !to.is_empty();
            if is_good {
                store.send_message(&to, &from, &asked.text, by)?;
            }
            Ok::<_, Failure>((asked, (is_good, to.is_empty())))
        })
        .await?;
    let (is_good, nobody) = is_sent;
    if is_good {
        return Ok(see("/floor/messages").into_response());
    }
    let mut page = show(&visitor, &app, asked).await?;
    page.text_error = text_key.map(|key| visitor.words.t(key));
    page.to_error = nobody.then(|| visitor.words.t("message-nobody"));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}

/// The agent has read what her desk showed.
pub async fn read(
    visitor: Visitor,
    State(app): State<App>,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Redirect, Failure> {
    let agent = visitor.desk()?;
    let last = pairs.iter().find(|(name, _)| name == "last");
    let last = last.and_then(|(_, value)| value.parse().ok());
    let last: i64 = last.ok_or_else(|| Failure::Bad(String::new()))?;
    app.ask(move |store| store.read_messages(agent, last))
        .await
        .map_err(Failure::from)?;
    Ok(match headers.contains_key("hx-request") {
        true => see("/desk/now"),
        false => see("/desk"),
    })
}

async fn show(visitor: &Visitor, app: &App, asked: Asked) -> Result<MessagesPage, Failure> {
    let (agents, campaigns, copies) = app
        .ask(move |store| {
            let copies = store.sent_messages(COPIES)?;
            Ok::<_, Failure>((store.agents()?, store.campaigns()?, copies))
        })
        .await?;
    let names: BTreeMap<AgentId, String> = agents.iter().cloned().collect();
    Ok(MessagesPage {
        agents: agents
            .into_iter()
            .map(|(id, name)| (id.0, name, asked.agents.contains(&id.0)))
            .collect(),
        campaigns: campaigns
            .into_iter()
            .filter(|there| there.state != store::CampaignState::Closed)
            .map(|there| {
                let is = asked.campaign.parse() == Ok(there.id.0);
                (there.id.0, there.name, is)
            })
            .collect(),
        to: match asked.to.as_str() {
            "all" | "campaign" => asked.to,
            _ => "chosen".to_owned(),
        },
        text: asked.text,
        to_error: None,
        text_error: None,
        sent: sent(&copies, &names, &visitor.words),
        shell: visitor.shell("floor-messages"),
    })
}

/// Copies of one sending have the same instant, sender and text.
fn sent(copies: &[Message], names: &BTreeMap<AgentId, String>, words: &Words) -> Vec<Sent> {
    type Key<'a> = (std::cmp::Reverse<Timestamp>, &'a str, &'a str);
    let mut sendings: BTreeMap<Key<'_>, Vec<&Message>> = BTreeMap::new();
    for copy in copies {
        let key = (
            std::cmp::Reverse(copy.at),
            copy.from.as_str(),
            copy.text.as_str(),
        );
        sendings.entry(key).or_default().push(copy);
    }
    let named = |copies: &[&Message], seen: bool| -> Vec<String> {
        let mut named: Vec<String> = copies
            .iter()
            .filter(|copy| copy.seen.is_some() == seen)
            .map(|copy| {
                let name = names.get(&copy.agent).cloned().unwrap_or_default();
                match copy.seen {
                    Some(seen) => format!("{name} {}", words.time(seen)),
                    None => name,
                }
            })
            .collect();
        named.sort();
        named
    };
    sendings
        .into_iter()
        .map(|((at, from, text), copies)| Sent {
            at: words.moment(at.0),
            from: from.to_owned(),
            text: text.to_owned(),
            count: words.n("message-to", copies.len()),
            read: named(&copies, true),
            unread: named(&copies, false),
        })
        .collect()
}
