//! One bulk change: how far it is, what it left as it was; stopping it, letting it go on.

use super::look::name_of;
use super::told::{LogLine, Teller, count, refused_word};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Redirect;
use engine::ContactId;
use store::{Bulk, Store};

/// More than these nobody reads one by one.
const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "contacts/bulk-one.html")]
pub struct OnePage {
    shell: Shell,
    now: Now,
}

/// What moves while it is under way.
#[derive(Template)]
#[template(path = "contacts/bulk-now.html")]
pub struct Now {
    words: Words,
    line: LogLine,
    list: i64,
    /// By reason, in contacts.
    reasons: Vec<(String, String)>,
    left: Vec<Left>,
    cut: bool,
}

/// A contact that stayed as it was.
struct Left {
    path: String,
    name: String,
    why: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<OnePage>, Failure> {
    let now = look(&visitor, &app, id).await?;
    Ok(Page(OnePage {
        shell: visitor.shell("bulk-one-title"),
        now,
    }))
}

pub async fn now(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<Now>, Failure> {
    look(&visitor, &app, id).await.map(Page)
}

pub async fn stop(State(app): State<App>, Path(id): Path<i64>) -> Result<Redirect, Failure> {
    app.ask(move |store| {
        existing(store, id)?;
        Ok::<_, Failure>(store.stop_bulk(id)?)
    })
    .await?;
    Ok(see(&format!("/contacts/bulk/log/{id}")))
}

pub async fn go_on(State(app): State<App>, Path(id): Path<i64>) -> Result<Redirect, Failure> {
    app.ask(move |store| {
        existing(store, id)?;
        Ok::<_, Failure>(store.resume_bulk(id)?)
    })
    .await?;
    app.running().start(id);
    Ok(see(&format!("/contacts/bulk/log/{id}")))
}

fn existing(store: &Store, id: i64) -> Result<Bulk, Failure> {
    store.bulk(id)?.ok_or(Failure::NotFound)
}

async fn look(visitor: &Visitor, app: &App, id: i64) -> Result<Now, Failure> {
    let words = visitor.words.clone();
    app.ask(move |store| {
        let bulk = existing(store, id)?;
        let teller = Teller::read(store)?;
        let refused = store.bulk_refusals(id, MOST + 1)?;
        let shown = usize::try_from(MOST).unwrap_or(usize::MAX);
        let there = store.list(bulk.list)?;
        let left = refused
            .iter()
            .take(shown)
            .map(|(contact, why)| left(store, there.as_ref(), &bulk, *contact, why, &words))
            .collect::<Result<_, _>>()?;
        Ok(Now {
            line: teller.line(&bulk, &words),
            list: bulk.list.0,
            reasons: bulk
                .refused
                .iter()
                .map(|(why, contacts)| (refused_word(&words, why), words.number(count(*contacts))))
                .collect(),
            left,
            cut: refused.len() > shown,
            words,
        })
    })
    .await
}

fn left(
    store: &Store,
    there: Option<&store::List>,
    bulk: &Bulk,
    contact: ContactId,
    why: &str,
    words: &Words,
) -> Result<Left, Failure> {
    Ok(Left {
        path: format!("/contacts/{}/{}", bulk.list.0, contact.0),
        name: name_of(store, there, bulk.list, contact)?,
        why: refused_word(words, why),
    })
}
