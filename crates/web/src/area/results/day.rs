//! One agent's day: one thing after the other, with the contact it was about.

use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use engine::AgentId;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use store::PhaseLine;

/// How a break is called that lasts from the log-in until the first "ready".
const LOGGED_IN: &str = "logged_in";

#[derive(Template)]
#[template(path = "results/day.html")]
pub struct DayPage {
    shell: Shell,
    agent: String,
    day: String,
    /// For the way back.
    date: String,
    id: i64,
    rows: Vec<Row>,
}

struct Row {
    from: String,
    to: String,
    lasted: String,
    phase: String,
    detail: String,
    contact: Option<(String, i64)>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, date)): Path<(i64, String)>,
) -> Result<Page<DayPage>, Failure> {
    let words = &visitor.words;
    let day: Date = date.parse().map_err(|_| Failure::NotFound)?;
    let start = |day: Date| words.zone().instant(day, Time::midnight());
    let (from, to) = (start(day), start(day.tomorrow().unwrap_or(day)));
    let (agents, lines) = app
        .ask(move |store| {
            Ok::<_, Failure>((store.agents()?, store.phases_of(AgentId(id), from, to)?))
        })
        .await?;
    let agent = agents
        .into_iter()
        .find(|(agent, _)| agent.0 == id)
        .map(|(_, name)| name)
        .ok_or(Failure::NotFound)?;
    let now = app.store().clock().now();
    Ok(Page(DayPage {
        agent,
        id,
        day: format!("{} {}", words.weekday(day.weekday()), words.day(day)),
        date: day.to_string(),
        rows: lines.iter().map(|line| Row::of(line, now, words)).collect(),
        shell: visitor.shell("sessions-day"),
    }))
}

impl Row {
    fn of(line: &PhaseLine, now: Timestamp, words: &Words) -> Self {
        let end = line.until.unwrap_or(now).max(line.since);
        let contact = line
            .contact
            .map(|(list, contact)| (format!("/contacts/{}/{}", list.0, contact.0), contact.0));
        Self {
            from: words.moment(line.since),
            to: line
                .until
                .map_or_else(|| words.t("sessions-goes-on"), |until| words.moment(until)),
            lasted: words.duration(end.duration_since(line.since).as_secs()),
            phase: words.t(match line.phase.as_str() {
                "ready" => "sessions-waiting",
                "reserved" => "sessions-preview",
                "dialling" => "sessions-dialling",
                "talking" => "results-talked",
                "wrap_up" => "results-wrap-up",
                _ => "sessions-breaks",
            }),
            detail: line
                .detail
                .clone()
                .filter(|detail| detail != LOGGED_IN)
                .unwrap_or_default(),
            contact,
        }
    }
}
