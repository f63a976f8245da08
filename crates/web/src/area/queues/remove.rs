//! A number is taken away, after a look at what goes with it.

use super::one::there;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Redirect;
use store::{Queue, Store};

#[derive(Template)]
#[template(path = "queues/remove.html")]
pub struct RemovePage {
    shell: Shell,
    path: String,
    name: String,
    number: String,
    /// What goes, and what becomes of whoever calls.
    says: Vec<String>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(number): Path<u64>,
) -> Result<Page<RemovePage>, Failure> {
    let queue = there(&app, number).await?;
    let (words, asked) = (visitor.words.clone(), queue.clone());
    let says = app.ask(move |store| lost(store, &asked, &words)).await?;
    Ok(Page(RemovePage {
        shell: visitor.shell("queue-remove"),
        path: format!("/queues/{number}"),
        name: queue.name,
        number: queue.number.to_string(),
        says,
    }))
}

pub async fn remove(State(app): State<App>, Path(number): Path<u64>) -> Result<Redirect, Failure> {
    let number = there(&app, number).await?.number;
    app.ask(move |store| Ok::<_, Failure>(store.drop_queue(number)?))
        .await?;
    Ok(see("/queues"))
}

fn lost(store: &Store, queue: &Queue, words: &Words) -> Result<Vec<String>, Failure> {
    let today = words.zone().local(store.clock().now()).date();
    let counts = store.inbound_counts(words.zone().start_of(today))?;
    let counted = counts.iter().find(|count| count.called == queue.number);
    let mut says = Vec::new();
    if let Some(waiting) = counted.map(|count| count.waiting).filter(|n| *n > 0) {
        says.push(words.n("queue-remove-waiting", waiting));
    }
    says.push(words.t("queue-remove-callers"));
    for campaign in store.campaigns()? {
        if campaign.caller_id == Some(queue.number) {
            let name = [("campaign", campaign.name.as_str())];
            says.push(words.with("queue-remove-shown", name));
        }
    }
    if let Some(offered) = counted.map(|count| count.offered).filter(|n| *n > 0) {
        says.push(words.n("queue-remove-figures", offered));
    }
    says.push(words.t("queue-remove-settings"));
    Ok(says)
}
