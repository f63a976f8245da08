//! How agents spent their days: logged in, on break, waiting, talking, wrapping up.

use super::asked::Asked;
use super::statistics::{Choice, choices};
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use engine::AgentId;
use std::collections::BTreeMap;
use store::SessionDay;

/// The width of a day's bar, in pixels.
const WIDTH: i64 = 240;

#[derive(Template)]
#[template(path = "results/sessions.html")]
pub struct SessionsPage {
    shell: Shell,
    agents: Vec<Choice>,
    from: String,
    to: String,
    problems: Vec<String>,
    rows: Vec<Row>,
    width: i64,
}

struct Row {
    agent: String,
    day: String,
    /// Where the day is told phase by phase.
    path: String,
    logged_in: String,
    breaks: String,
    /// Each type of break with its time.
    by_type: String,
    waiting: String,
    preview: String,
    dialling: String,
    talking: String,
    wrap_up: String,
    /// Class, beginning and length of each part of the bar.
    bar: Vec<(&'static str, i64, i64)>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<SessionsPage>, Failure> {
    let meant = asked.meant(app.store().clock().now(), &visitor.words);
    let question = meant.question;
    let (from, to, zone) = (question.from, question.to, question.zone);
    let (days, agents) = app
        .ask(move |store| {
            let agents: BTreeMap<AgentId, String> = store.agents()?.into_iter().collect();
            Ok::<_, Failure>((store.session_times(from, to, &zone)?, agents))
        })
        .await?;
    let longest = days.iter().map(|day| day.logged_in).max().unwrap_or(1);
    let rows = days
        .iter()
        .filter(|day| question.agents.is_empty() || question.agents.contains(&day.agent))
        .map(|day| Row::of(day, &agents, &visitor.words, longest))
        .collect();
    Ok(Page(SessionsPage {
        agents: choices(agents.iter().map(|(id, name)| (id.0, name)), &asked.agent),
        from: meant.first.to_string(),
        to: meant.last.to_string(),
        problems: meant.problems,
        rows,
        width: WIDTH,
        shell: visitor.shell("results-sessions"),
    }))
}

impl Row {
    fn of(
        day: &SessionDay,
        agents: &BTreeMap<AgentId, String>,
        words: &Words,
        longest: i64,
    ) -> Self {
        let breaks: i64 = day.breaks.values().sum();
        let by_type: Vec<String> = day
            .breaks
            .iter()
            .map(|(kind, seconds)| format!("{kind} {}", words.duration(seconds)))
            .collect();
        Self {
            agent: agents
                .get(&day.agent)
                .cloned()
                .unwrap_or_else(|| day.agent.0.to_string()),
            day: format!(
                "{} {}",
                words.weekday(day.day.weekday()),
                words.day(day.day)
            ),
            path: format!("/results/sessions/{}/{}", day.agent.0, day.day),
            logged_in: words.duration(day.logged_in),
            breaks: words.duration(breaks),
            by_type: by_type.join(", "),
            waiting: words.duration(day.waiting),
            preview: words.duration(day.preview),
            dialling: words.duration(day.dialling),
            talking: words.duration(day.talking),
            wrap_up: words.duration(day.wrap_up),
            bar: bar(
                &[
                    ("talking", day.talking),
                    ("wrap-up", day.wrap_up),
                    ("dialling", day.preview.saturating_add(day.dialling)),
                    ("waiting", day.waiting),
                    ("break", breaks),
                ],
                longest,
            ),
        }
    }
}

/// The parts of a day one after the other, in proportion to the longest day.
fn bar(parts: &[(&'static str, i64)], longest: i64) -> Vec<(&'static str, i64, i64)> {
    let mut from = 0_i64;
    parts
        .iter()
        .map(|(class, seconds)| {
            let length = seconds.saturating_mul(WIDTH) / longest.max(1);
            let part = (*class, from, length);
            from = from.saturating_add(length);
            part
        })
        .collect()
}
