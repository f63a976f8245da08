//! The people log: who got in, who did not, what was changed about whom.

use super::{role_label, state_label};
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use store::{LogLine, Role, User, UserId, UserState};

#[derive(Template)]
#[template(path = "people/log.html")]
struct LogPage {
    shell: Shell,
    rows: Vec<LogRow>,
    users: Vec<Choice>,
    /// Where the older lines are.
    older: Option<String>,
}

struct Choice {
    id: i64,
    name: String,
    chosen: bool,
}

/// A line as its row shows it.
pub struct LogRow {
    pub at: String,
    pub what: String,
    pub about: String,
    pub by: String,
    pub address: String,
    pub detail: String,
}

#[derive(Deserialize)]
pub struct Asked {
    /// Empty: about everybody.
    #[serde(default)]
    user: String,
    before: Option<i64>,
}

const LINES: i64 = 100;

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let user = asked.user.parse().ok().map(UserId);
    let (lines, users) = app
        .ask(move |store| {
            let lines = store.people_log(user, asked.before, LINES)?;
            Ok::<_, Failure>((lines, store.users()?))
        })
        .await?;
    let words = &visitor.words;
    let full = i64::try_from(lines.len()).is_ok_and(|count| count == LINES);
    let last = lines.last().filter(|_| full).map(|line| line.id);
    let about = user.map(|user| user.0.to_string()).unwrap_or_default();
    let rows = lines
        .iter()
        .map(|line| LogRow::new(line, words, |id| named(&users, id)));
    Ok(Page(LogPage {
        shell: visitor.shell("people-log-title"),
        rows: rows.collect(),
        users: users
            .iter()
            .map(|there| Choice {
                id: there.id.0,
                name: there.name.clone(),
                chosen: user == Some(there.id),
            })
            .collect(),
        older: last.map(|id| format!("/people/log?user={about}&before={id}")),
    }))
}

impl LogRow {
    pub fn new(line: &LogLine, words: &Words, named: impl Fn(UserId) -> String) -> Self {
        let name = |id: Option<UserId>| id.map(&named).unwrap_or_default();
        let key = format!("people-event-{}", line.word.replace('_', "-"));
        Self {
            at: words.moment(line.at),
            what: words.t(&key),
            about: name(line.user),
            by: name(line.by.filter(|by| line.user != Some(*by))),
            address: line.address.clone(),
            // A token goes by the name it was given.
            detail: match line.word.starts_with("token_") {
                true => line.detail.clone(),
                false => told(&line.detail, words),
            },
        }
    }
}

/// The detail in the visitor's language: its stable words are said, the rest stays.
fn told(detail: &str, words: &Words) -> String {
    let said = detail.split(' ').map(|word| {
        let (word, comma) = word
            .strip_suffix(',')
            .map_or((word, ""), |word| (word, ","));
        format!("{}{comma}", said(word, words))
    });
    said.collect::<Vec<_>>().join(" ")
}

fn said(word: &str, words: &Words) -> String {
    if let Some(role) = Role::of(word) {
        return role_label(role, words);
    }
    if let Some(state) = UserState::of(word) {
        return state_label(state, words);
    }
    match word {
        "role" => words.t("people-role"),
        "state" => words.t("people-state"),
        "name" => words.t("people-name"),
        "language" => words.t("door-language"),
        "first_start" => words.t("people-detail-first-start"),
        "invite" => words.t("people-detail-invite"),
        "reset" => words.t("people-detail-reset"),
        other => other.to_owned(),
    }
}

pub fn named(users: &[User], id: UserId) -> String {
    let user = users.iter().find(|user| user.id == id);
    user.map_or_else(|| id.0.to_string(), |user| user.name.clone())
}
