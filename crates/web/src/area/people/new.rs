//! Adding a user: the invitation is shown once.

use super::{Choice, roles};
use crate::app::App;
use crate::area::door::{link_for, login_problem, name_problem, told_link};
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::{Role, Visitor};
use crate::shell::Shell;
use crate::words::Language;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use store::{NewUser, PeopleRefusal, Purpose};

#[derive(Template)]
#[template(path = "people/new.html")]
struct NewPage {
    shell: Shell,
    entered: Entered,
    roles: Vec<Choice>,
    languages: [Language; 4],
    name_error: Option<String>,
    login_error: Option<String>,
}

/// A link, shown this once.
#[derive(Template)]
#[template(path = "people/link.html")]
pub struct LinkPage {
    pub shell: Shell,
    pub what: String,
    pub link: String,
    pub back: String,
}

#[derive(Deserialize, Default)]
pub struct Entered {
    #[serde(default)]
    name: String,
    #[serde(default)]
    login: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    language: String,
}

pub async fn show(visitor: Visitor) -> Page<impl Template> {
    let entered = Entered {
        language: visitor.words.language().word().to_owned(),
        ..Entered::default()
    };
    Page(page(&visitor, entered))
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    headers: HeaderMap,
    Form(mut entered): Form<Entered>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    entered.name = entered.name.trim().to_owned();
    entered.login = entered.login.trim().to_lowercase();
    let role = Role::of(&entered.role).ok_or(Failure::Bad(String::new()))?;
    let language = Language::of(&entered.language).ok_or(Failure::Bad(String::new()))?;
    let mut page = page(&visitor, entered);
    page.name_error = name_problem(&page.entered.name).map(|key| words.t(key));
    page.login_error = login_problem(&page.entered.login).map(|key| words.t(key));
    if page.name_error.is_some() || page.login_error.is_some() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    }
    let new = NewUser {
        login: page.entered.login.clone(),
        name: page.entered.name.clone(),
        password_hash: None,
        role,
        agent: None,
        language: Some(language.word().to_owned()),
        must_change: false,
    };
    let author = visitor.author();
    let added = app
        .ask(move |store| store.add_user(new, author).map_err(Failure::from))
        .await?;
    let user = match added {
        Ok(user) => user,
        Err(PeopleRefusal::LoginTaken) => {
            page.login_error = Some(words.t("people-login-taken"));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
        Err(other) => return Err(Failure::Refused(other.to_string())),
    };
    let path = link_for(&app, user, Purpose::Invite, visitor.author()).await?;
    let name = page.entered.name.as_str();
    Ok(Page(LinkPage {
        shell: visitor.shell("people-link-title"),
        what: words.with("people-invite-what", [("name", name)]),
        link: told_link(&app, &headers, &path),
        back: "/people".to_owned(),
    })
    .into_response())
}

fn page(visitor: &Visitor, entered: Entered) -> NewPage {
    let role = Role::of(&entered.role).unwrap_or(Role::Agent);
    NewPage {
        shell: visitor.shell("people-new-title"),
        roles: roles(Some(role), &visitor.words),
        entered,
        languages: Language::ALL,
        name_error: None,
        login_error: None,
    }
}
