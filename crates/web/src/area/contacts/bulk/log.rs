//! All bulk changes there were: who, when, what, how many.

use super::told::{LogLine, Teller};
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

/// Changes on one page.
const PAGE: i64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    before: String,
}

#[derive(Template)]
#[template(path = "contacts/bulk-log.html")]
pub struct LogPage {
    shell: Shell,
    lines: Vec<LogLine>,
    next: Option<i64>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<LogPage>, Failure> {
    let before = asked.before.parse().ok();
    let (found, teller) = app
        .ask(move |store| Ok::<_, Failure>((store.bulk_log(before, PAGE)?, Teller::read(store)?)))
        .await?;
    let is_full = i64::try_from(found.len()).is_ok_and(|lines| lines >= PAGE);
    Ok(Page(LogPage {
        next: found.last().map(|last| last.id).filter(|_| is_full),
        lines: found
            .iter()
            .map(|bulk| teller.line(bulk, &visitor.words))
            .collect(),
        shell: visitor.shell("bulk-log-title"),
    }))
}
