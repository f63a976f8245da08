//! One user: name, role, state, language, and how she can be helped to get in.

use super::log::{LogRow, named};
use super::{Choice, roles, state_label};
use crate::app::App;
use crate::area::door::name_problem;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::{Role, Visitor};
use crate::shell::Shell;
use crate::words::{Language, Words};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use store::{
    LogLine, LoginRefusal, PeopleRefusal, Phone, PhoneProblem, User, UserChange, UserId, UserState,
};

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
    has_agent: bool,
    phone: String,
    phone_error: Option<String>,
}

#[derive(Deserialize)]
pub struct Entered {
    #[serde(default)]
    name: String,
    role: String,
    state: String,
    #[serde(default)]
    language: String,
    /// Absent where she is no agent.
    phone: Option<String>,
}

/// What the page shows of a user.
struct Found {
    user: User,
    sessions: usize,
    log: Vec<LogLine>,
    users: Vec<User>,
    phone: Option<Phone>,
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
    let words = &visitor.words;
    let phone = entered.phone.as_deref().map(read_phone).transpose();
    let mut wrong = Wrong {
        name: name_problem(&change.name).map(|key| words.t(key)),
        phone: phone.as_ref().err().map(|problem| told(*problem, words)),
        ..Wrong::default()
    };
    if let Ok(phone) = phone
        && wrong.is_nothing()
    {
        match keep(&visitor, &app, UserId(id), change.clone(), phone).await? {
            Ok(()) => return Ok(see(&format!("/people/{id}")).into_response()),
            Err(why) => wrong = why,
        }
    }
    let mut found = find(&app, UserId(id)).await?;
    found.user.name = change.name;
    found.user.role = change.role;
    found.user.state = change.state;
    let page = page(&visitor, &app, found);
    let page = PersonPage {
        name_error: wrong.name,
        role_error: wrong.role,
        phone_error: wrong.phone,
        phone: entered.phone.unwrap_or_default(),
        ..page
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}

/// What is said beside the fields.
#[derive(Default)]
struct Wrong {
    name: Option<String>,
    role: Option<String>,
    phone: Option<String>,
}

impl Wrong {
    fn is_nothing(&self) -> bool {
        self.name.is_none() && self.role.is_none() && self.phone.is_none()
    }
}

/// Keeps it all, or says what stands in the way. The phone first: it is refused more often.
async fn keep(
    visitor: &Visitor,
    app: &App,
    id: UserId,
    change: UserChange,
    phone: Option<Option<Phone>>,
) -> Result<Result<(), Wrong>, Failure> {
    let words = &visitor.words;
    let author = visitor.author();
    let (phone_kept, set) = app
        .ask(move |store| -> Result<_, Failure> {
            let user = store.user(id)?.ok_or(Failure::NotFound)?;
            if let (Some(agent), Some(phone)) = (user.agent, phone)
                && let Err(problem) = store.set_phone(agent, phone)?
            {
                return Ok((Err(problem), Ok(())));
            }
            Ok((Ok(()), store.set_user(id, change, author)?))
        })
        .await?;
    if let Err(problem) = phone_kept {
        return Ok(Err(Wrong {
            phone: Some(told(problem, words)),
            ..Wrong::default()
        }));
    }
    match set {
        Ok(()) => Ok(Ok(())),
        Err(PeopleRefusal::NoSuchUser) => Err(Failure::NotFound),
        Err(PeopleRefusal::LastAdministrator) => Ok(Err(Wrong {
            role: Some(words.t("people-last-administrator")),
            ..Wrong::default()
        })),
        Err(other) => Err(Failure::Refused(other.to_string())),
    }
}

/// Nothing typed is no phone.
fn read_phone(text: &str) -> Result<Option<Phone>, PhoneProblem> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some)
}

fn told(problem: PhoneProblem, words: &Words) -> String {
    match problem {
        PhoneProblem::Unreadable => words.t("people-phone-unreadable"),
        PhoneProblem::Taken => words.t("people-phone-taken"),
    }
}

async fn find(app: &App, id: UserId) -> Result<Found, Failure> {
    app.ask(move |store| {
        let user = store.user(id)?.ok_or(Failure::NotFound)?;
        let phone = user.agent.map(|agent| store.phone(agent)).transpose()?;
        Ok(Found {
            phone: phone.flatten(),
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
        has_agent: user.agent.is_some(),
        phone: found
            .phone
            .map_or_else(String::new, |phone| phone.to_string()),
        phone_error: None,
    }
}
