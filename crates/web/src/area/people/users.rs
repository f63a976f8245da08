//! All users as a table.

use super::{Choice, role_label, roles, state_label};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value};
use crate::seat::{Role, Visitor};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use jiff::Timestamp;
use serde::Deserialize;
use std::cmp::Reverse;
use store::{LoginRefusal, User, UserState};

#[derive(Template)]
#[template(path = "people/people.html")]
struct PeoplePage {
    shell: Shell,
    asked: Asked,
    roles: Vec<Choice>,
    heads: Vec<Head>,
    rows: Vec<Row>,
    /// How many there are without the filter.
    all: usize,
}

/// The head of a column, by which the table can be sorted.
struct Head {
    label: String,
    path: String,
    /// `ascending`, `descending` or `none`.
    sorted: &'static str,
}

struct Row {
    id: i64,
    name: String,
    login: String,
    role: String,
    state: String,
    /// The tag's class.
    mark: &'static str,
    last: String,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    down: bool,
}

const COLUMNS: [(&str, &str); 5] = [
    ("name", "people-name"),
    ("login", "login-login"),
    ("role", "people-role"),
    ("state", "people-state"),
    ("last", "people-last"),
];

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let users = app
        .ask(|store| store.users().map_err(Failure::from))
        .await?;
    let now = app.store().clock().now();
    let words = &visitor.words;
    let all = users.len();
    let mut found: Vec<User> = users.into_iter().filter(|user| asked.fits(user)).collect();
    asked.sort(&mut found);
    Ok(Page(PeoplePage {
        shell: visitor.shell("people-title"),
        roles: roles(Role::of(&asked.role), words),
        heads: COLUMNS
            .into_iter()
            .map(|(name, label)| asked.head(name, words.t(label)))
            .collect(),
        rows: found.iter().map(|user| row(user, now, words)).collect(),
        asked,
        all,
    }))
}

impl Asked {
    fn fits(&self, user: &User) -> bool {
        let part = self.q.trim().to_lowercase();
        let role = Role::of(&self.role);
        let named = user.name.to_lowercase().contains(&part) || user.login.contains(&part);
        named && role.is_none_or(|role| role == user.role)
    }

    fn sort(&self, users: &mut [User]) {
        match self.sort.as_str() {
            "login" => users.sort_by_key(|user| user.login.clone()),
            "role" => users.sort_by_key(|user| Reverse(user.role)),
            "state" => users.sort_by_key(|user| user.state.word()),
            "last" => users.sort_by_key(|user| user.last_login_at),
            _ => users.sort_by_key(|user| user.name.to_lowercase()),
        }
        if self.down {
            users.reverse();
        }
    }

    fn head(&self, name: &'static str, label: String) -> Head {
        let is_it = self.sort == name || (self.sort.is_empty() && name == "name");
        let down = is_it && !self.down;
        let (q, role) = (query_value(&self.q), query_value(&self.role));
        Head {
            label,
            path: format!("/people?q={q}&role={role}&sort={name}&down={down}"),
            sorted: match (is_it, self.down) {
                (false, _) => "none",
                (true, false) => "ascending",
                (true, true) => "descending",
            },
        }
    }
}

fn row(user: &User, now: Timestamp, words: &Words) -> Row {
    let locked_out = matches!(user.refused(now), Some(LoginRefusal::LockedOut { .. }));
    let (state, mark) = match user.state {
        UserState::Active if locked_out => (words.t("user-locked-out"), "warn"),
        UserState::Active if !user.has_password => (words.t("user-invited"), ""),
        UserState::Active => (state_label(user.state, words), "good"),
        UserState::Locked => (state_label(user.state, words), "bad"),
        UserState::Off => (state_label(user.state, words), ""),
    };
    Row {
        id: user.id.0,
        name: user.name.clone(),
        login: user.login.clone(),
        role: role_label(user.role, words),
        state,
        mark,
        last: user
            .last_login_at
            .map_or_else(|| "–".to_owned(), |at| words.moment(at)),
    }
}
