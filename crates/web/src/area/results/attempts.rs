//! The attempts behind a figure, each with the way to its contact.

use super::asked::Asked;
use super::parts::{Names, Shown, read};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use engine::ListId;
use store::{Part, Tried};

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
    /// Where the contacts behind them are changed at once.
    bulk: Option<String>,
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
    let words = asked.words(&visitor.words);
    let meant = asked.meant(app.store().clock().now(), &words);
    let days = (meant.first.to_string(), meant.last.to_string());
    let question = meant.question;
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
    let list_of_all = only_list(&found);
    Ok(Page(AttemptsPage {
        bulk: list_of_all.and_then(|list| bulk(&asked, &line, days, list)),
        back: format!("/results/statistics?{}", asked.query()),
        what: line.iter().map(|part| names.show(part, &words)).collect(),
        lines,
        cut: found.len() > MOST,
        most: MOST,
        shell: visitor.shell("results-attempts-behind"),
    }))
}

/// The list, where all that was found is of one.
fn only_list(found: &[Tried]) -> Option<ListId> {
    let first = found.first()?.list;
    found
        .iter()
        .all(|tried| tried.list == first)
        .then_some(first)
}

/// The same attempts as criteria of a bulk change; none where they cannot be said so exactly.
fn bulk(
    asked: &Asked,
    line: &[Part],
    (mut from, mut until): (String, String),
    list: ListId,
) -> Option<String> {
    let mut agent = asked.agent.clone();
    let mut code = asked.code.clone();
    for part in line {
        match part {
            Part::List(_) => {}
            Part::Agent(id) => agent = id.0.to_string(),
            Part::Code(given) => code.clone_from(given),
            Part::Day(day) => (from, until) = (day.to_string(), day.to_string()),
            Part::Campaign(_)
            | Part::Group(_)
            | Part::Week(_)
            | Part::Hour(_)
            | Part::Outcome(_)
            | Part::Number(_) => return None,
        }
    }
    Some(format!(
        "/contacts/bulk?list={}&attempt_code={}&agent={}&from={}&until={}",
        list.0,
        query_value(&code),
        query_value(&agent),
        query_value(&from),
        query_value(&until)
    ))
}
