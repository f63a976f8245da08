//! One user: name, role, state, language, and how she can be helped to get in.

use super::log::{LogRow, named};
use super::{Choice, roles, state_label};
use crate::app::App;
use crate::area::door::name_problem;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::{Role, Visitor};
use crate::shell::Shell;
use crate::words::Language;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use store::{LogLine, LoginRefusal, PeopleRefusal, User, UserChange, UserId, UserState};

#[derive(Template)]
#[template(path = "people/person.html")]
struct PersonPage {
    shell: Shell,
    id: i64,
    login: String,
    name: String,
    language: String,
    languages: [Language; 4],
    roles: Vec<Choice>,
    states: Vec<Choice>,
    sessions: usize,
    /// Locked out until then.
    locked_out: Option<String>,
    is_locked: bool,
    may_link: bool,
    has_password: bool,
    log: Vec<LogRow>,
    name_error: Option<String>,
    role_error: Option<String>,
}

#[derive(Deserialize)]
pub struct Entered {
    #[serde(default)]
    name: String,
    role: String,
    state: String,
    #[serde(default)]
    language: String,
}

/// What the page shows of a user.
struct Found {
    user: User,
    sessions: usize,
    log: Vec<LogLine>,
    users: Vec<User>,
}

const LINES: i64 = 20;

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<impl Template>, Failure> {
    let found = find(&app, UserId(id)).await?;
    Ok(Page(page(&visitor, &app, found)))
}

pub async fn save(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let senseless = || Failure::Bad(String::new());
    let change = UserChange {
        name: entered.name.trim().to_owned(),
        role: Role::of(&entered.role).ok_or_else(senseless)?,
        state: UserState::of(&entered.state).ok_or_else(senseless)?,
        language: Language::of(&entered.language).map(|language| language.word().to_owned()),
    };
    let (words, author) = (&visitor.words, visitor.author());
    let (mut name_error, mut role_error) = (None, None);
    if let Some(key) = name_problem(&change.name) {
        name_error = Some(words.t(key));
    } else {
        let wanted = change.clone();
        let set = app
            .ask(move |store| {
                store
                    .set_user(UserId(id), wanted, author)
                    .map_err(Failure::from)
            })
            .await?;
        match set {
            Ok(()) => return Ok(see(&format!("/people/{id}")).into_response()),
            Err(PeopleRefusal::NoSuchUser) => return Err(Failure::NotFound),
            Err(PeopleRefusal::LastAdministrator) => {
                role_error = Some(words.t("people-last-administrator"));
            }
            Err(other) => return Err(Failure::Refused(other.to_string())),
        }
    }
    let mut found = find(&app, UserId(id)).await?;
    found.user.name = change.name;
    found.user.role = change.role;
    found.user.state = change.state;
    let page = PersonPage {
        name_error,
        role_error,
        ..page(&visitor, &app, found)
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}

async fn find(app: &App, id: UserId) -> Result<Found, Failure> {
    app.ask(move |store| {
        let user = store.user(id)?.ok_or(Failure::NotFound)?;
        Ok(Found {
            user,
            sessions: store.sessions_of(id)?.len(),
            log: store.people_log(Some(id), None, LINES)?,
            users: store.users()?,
        })
    })
    .await
}

fn page(visitor: &Visitor, app: &App, found: Found) -> PersonPage {
    let words = &visitor.words;
    let user = found.user;
    let now = app.store().clock().now();
    let locked_out = match user.refused(now) {
        Some(LoginRefusal::LockedOut { until }) => Some(words.time(until)),
        _ => None,
    };
    let states = UserState::ALL.into_iter().map(|state| Choice {
        word: state.word(),
        label: state_label(state, words),
        chosen: state == user.state,
    });
    PersonPage {
        shell: visitor.shell_named(user.name.as_str()),
        id: user.id.0,
        language: user.language.unwrap_or_default(),
        languages: Language::ALL,
        roles: roles(Some(user.role), words),
        states: states.collect(),
        sessions: found.sessions,
        is_locked: locked_out.is_some() || user.state == UserState::Locked,
        locked_out,
        may_link: user.state == UserState::Active,
        has_password: user.has_password,
        log: found
            .log
            .iter()
            .map(|line| LogRow::new(line, words, |id| named(&found.users, id)))
            .collect(),
        login: user.login,
        name: user.name,
        name_error: None,
        role_error: None,
    }
}
