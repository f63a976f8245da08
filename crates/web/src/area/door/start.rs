//! Links that work once: the first administrator, invitations, forgotten passwords.

use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::password::{self, SHORTEST};
use crate::seat::Visitor;
use crate::secret;
use crate::session::{self, Browser};
use crate::shell::Shell;
use crate::words::Language;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde::Deserialize;
use store::{Author, FirstUser, Link, LinkRefusal, Purpose, Store, StoreError, UserId};

/// How long a link works.
const LASTS: SignedDuration = SignedDuration::from_hours(24);

/// While there is no user: makes the link by which the first administrator sets login and
/// password, and gives its path. It works once, for 24 hours; a start later makes another.
pub fn first_start(store: &Store) -> Result<Option<String>, StoreError> {
    if !store.has_no_users()? {
        return Ok(None);
    }
    let token = secret::new().map_err(|failure| StoreError::Other {
        statement: "first_start",
        reason: failure.to_string(),
    })?;
    let author = Author::default();
    store.make_link(
        secret::hash(&token),
        Purpose::FirstStart,
        None,
        LASTS,
        author,
    )?;
    Ok(Some(format!("/start/{token}")))
}

/// Makes a link for a user; gives its path.
pub(crate) async fn link_for(
    app: &App,
    user: UserId,
    purpose: Purpose,
    author: Author,
) -> Result<String, Failure> {
    let token = secret::new()?;
    let hash = secret::hash(&token);
    app.ask(move |store| {
        store
            .make_link(hash, purpose, Some(user), LASTS, author)
            .map_err(Failure::from)
    })
    .await?;
    Ok(format!("/start/{token}"))
}

/// A path of this server as a whole address, to be sent to somebody.
pub(crate) fn told_link(app: &App, headers: &HeaderMap, path: &str) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let scheme = if app.options().https { "https" } else { "http" };
    host.map_or_else(
        || path.to_owned(),
        |host| format!("{scheme}://{host}{path}"),
    )
}

#[derive(Template)]
#[template(path = "door/start.html")]
struct StartPage {
    shell: Shell,
    languages: [Language; 4],
    /// Where the form goes, and the language form comes back to.
    path: String,
    /// The first administrator says who she is; others are known.
    first: bool,
    entered: Entered,
    login_error: Option<String>,
    name_error: Option<String>,
    password_error: Option<String>,
    again_error: Option<String>,
    shortest: usize,
    /// The first field to be filled in.
    focus: &'static str,
}

#[derive(Template)]
#[template(path = "door/spent.html")]
struct SpentPage {
    shell: Shell,
    why: String,
}

#[derive(Deserialize, Default)]
pub struct Entered {
    #[serde(default)]
    login: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    again: String,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let found = find(&app, &token).await?;
    Ok(match found {
        Ok((link, login)) => {
            let entered = Entered {
                login,
                ..Entered::default()
            };
            Page(page(&visitor, &link, entered)).into_response()
        }
        Err(refusal) => spent(&visitor, refusal),
    })
}

pub async fn begin(
    visitor: Visitor,
    State(app): State<App>,
    browser: Browser,
    Path(token): Path<String>,
    Form(mut entered): Form<Entered>,
) -> Result<Response, Failure> {
    let (link, login) = match find(&app, &token).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(spent(&visitor, refusal)),
    };
    let first = link.purpose == Purpose::FirstStart;
    entered.login = if first {
        entered.login.trim().to_lowercase()
    } else {
        login
    };
    entered.name = entered.name.trim().to_owned();
    let mut page = page(&visitor, &link, entered);
    page.check(&visitor);
    if page.is_wrong() {
        page.entered.password.clear();
        page.entered.again.clear();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    }
    let hash = password::hash(std::mem::take(&mut page.entered.password)).await?;
    let author = Author::nobody(&browser.address);
    let kept = secret::hash(&token);
    let new = FirstUser {
        login: page.entered.login,
        name: page.entered.name,
        password_hash: hash.clone(),
        language: Some(visitor.words.language().word().to_owned()),
    };
    let used = app
        .ask(move |store| {
            let used = if first {
                store.use_first_link(kept, new, author)
            } else {
                store.use_link(kept, hash, author)
            };
            used.map_err(Failure::from)
        })
        .await?;
    let user = match used {
        Ok(user) => user,
        Err(refusal) => return Ok(spent(&visitor, refusal)),
    };
    Ok(match session::open(&app, user, browser).await? {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], see("/")).into_response(),
        Err(_) => see("/login").into_response(),
    })
}

/// The link, and the login it is for.
async fn find(app: &App, token: &str) -> Result<Result<(Link, String), LinkRefusal>, Failure> {
    let hash = secret::hash(token);
    app.ask(move |store| {
        let link = match store.link(&hash)? {
            Ok(link) => link,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let user = link.user.map(|id| store.user(id)).transpose()?.flatten();
        Ok(Ok((link, user.map(|user| user.login).unwrap_or_default())))
    })
    .await
}

fn page(visitor: &Visitor, link: &Link, entered: Entered) -> StartPage {
    let title = match link.purpose {
        Purpose::FirstStart => "start-first-title",
        Purpose::Invite => "start-invite-title",
        Purpose::Reset => "start-reset-title",
    };
    StartPage {
        shell: visitor.shell(title),
        languages: Language::ALL,
        path: visitor.path.clone(),
        first: link.purpose == Purpose::FirstStart,
        entered,
        login_error: None,
        name_error: None,
        password_error: None,
        again_error: None,
        shortest: SHORTEST,
        focus: if link.purpose == Purpose::FirstStart {
            "name"
        } else {
            "password"
        },
    }
}

impl StartPage {
    fn check(&mut self, visitor: &Visitor) {
        let words = &visitor.words;
        let entered = &self.entered;
        if self.first {
            self.login_error = login_problem(&entered.login).map(|key| words.t(key));
            self.name_error = name_problem(&entered.name).map(|key| words.t(key));
        }
        let weak = password::weakness(&entered.password, &entered.login);
        self.password_error = weak.map(|weak| words.t(weak.key()));
        let differs = entered.password != entered.again;
        self.again_error = differs.then(|| words.t("password-differs"));
        self.focus = match (&self.name_error, &self.login_error) {
            (Some(_), _) => "name",
            (None, Some(_)) => "login",
            (None, None) => "password",
        };
    }

    fn is_wrong(&self) -> bool {
        [
            &self.login_error,
            &self.name_error,
            &self.password_error,
            &self.again_error,
        ]
        .into_iter()
        .any(Option::is_some)
    }
}

/// Why this cannot be a login, as a key of the locales.
pub(crate) fn login_problem(login: &str) -> Option<&'static str> {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "._@-".contains(letter);
    match login.chars().count() {
        0 => Some("people-login-empty"),
        65.. => Some("people-login-long"),
        _ if !login.chars().all(fits) => Some("people-login-letters"),
        _ => None,
    }
}

/// Why this cannot be somebody's name, as a key of the locales.
pub(crate) fn name_problem(name: &str) -> Option<&'static str> {
    match name.chars().count() {
        0 => Some("people-name-empty"),
        81.. => Some("people-name-long"),
        _ if name.chars().any(char::is_control) => Some("people-name-letters"),
        _ => None,
    }
}

fn spent(visitor: &Visitor, refusal: LinkRefusal) -> Response {
    let (status, why) = match refusal {
        LinkRefusal::Unknown => (StatusCode::NOT_FOUND, "start-unknown"),
        LinkRefusal::Used => (StatusCode::GONE, "start-used"),
        LinkRefusal::Expired => (StatusCode::GONE, "start-expired"),
        LinkRefusal::NotActive => (StatusCode::GONE, "start-not-active"),
        LinkRefusal::NotFirst => (StatusCode::GONE, "start-not-first"),
    };
    let page = SpentPage {
        shell: visitor.shell("start-spent-title"),
        why: visitor.words.t(why),
    };
    (status, Page(page)).into_response()
}
