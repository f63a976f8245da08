//! The attempts behind a figure, each with the way to its contact.

use super::asked::Asked;
use super::parts::{Names, Shown, read};
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};

/// More than these nobody reads; the file has them all.
const MOST: usize = 500;

#[derive(Template)]
#[template(path = "results/attempts.html")]
pub struct AttemptsPage {
    shell: Shell,
    back: String,
    what: Vec<Shown>,
    lines: Vec<Line>,
    cut: bool,
    most: usize,
}

struct Line {
    path: String,
    at: String,
    list: String,
    contact: i64,
    agent: String,
    outcome: String,
    code: Shown,
    talked: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<AttemptsPage>, Failure> {
    let words = visitor.words.clone();
    let question = asked.meant(app.store().clock().now(), &words).question;
    let line = read(&asked.line).ok_or(Failure::NotFound)?;
    if line.len() != question.by.len() {
        return Err(Failure::NotFound);
    }
    let parts = line.clone();
    let (found, names) = app
        .ask(move |store| {
            let found = store.tried(&question, &parts, MOST + 1)?;
            Ok::<_, Failure>((found, Names::read(store)?))
        })
        .await?;
    let lines = found
        .iter()
        .take(MOST)
        .map(|tried| {
            let attempt = &tried.attempt;
            Line {
                path: format!("/contacts/{}/{}", tried.list.0, tried.contact.0),
                at: words.moment(attempt.coded_at),
                list: names.list(tried.list),
                contact: tried.contact.0,
                agent: names.agent(attempt.agent),
                outcome: words.t(&format!(
                    "outcome-{}",
                    attempt.outcome.word().replace('_', "-")
                )),
                code: names.code(attempt.code.as_str(), &words),
                talked: attempt.answered_at.map_or_else(String::new, |answered| {
                    words.duration(attempt.ended_at.duration_since(answered).as_secs())
                }),
            }
        })
        .collect();
    Ok(Page(AttemptsPage {
        back: format!("/results/statistics?{}", asked.query()),
        what: line.iter().map(|part| names.show(part, &words)).collect(),
        lines,
        cut: found.len() > MOST,
        most: MOST,
        shell: visitor.shell("results-attempts-behind"),
    }))
}
