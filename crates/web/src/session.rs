//! The session of a browser: its cookie, and how it begins and ends.
//!
//! A session lasts twelve hours, a working day with its breaks. Supervisors and administrators
//! are logged out after two hours without a page or a form of theirs; what a page fetches by
//! itself does not count. Agents are not: their desk waits with them.

use crate::app::App;
use crate::failure::Failure;
use crate::guard::cookie;
use crate::secret;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, header};
use jiff::SignedDuration;
use std::net::SocketAddr;
use store::{LoginRefusal, NewSession, Session, User, UserId};

const LASTS: SignedDuration = SignedDuration::from_hours(12);
const IDLE: SignedDuration = SignedDuration::from_hours(2);
const DEMO_LASTS: SignedDuration = SignedDuration::from_hours(24 * 3650);

/// Behind https nobody but this very host can set or read it: that is what the prefix says.
const SECURE_NAME: &str = "__Host-dispo";
const NAME: &str = "dispo";

/// Where a request comes from, as the people log notes it.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    pub address: String,
    /// What it says it is.
    pub text: String,
}

impl Browser {
    pub(crate) fn of(headers: &HeaderMap, extensions: &Extensions, app: &App) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|ConnectInfo(peer)| peer.ip().to_string());
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        // With https there is a proxy in front; what it appends last is what it saw itself.
        let forwarded = text(HeaderName::from_static("x-forwarded-for"))
            .filter(|_| app.options().https)
            .and_then(|all| all.rsplit(',').next())
            .map(|last| last.trim().chars().take(64).collect());
        let agent = text(header::USER_AGENT).unwrap_or_default();
        Self {
            address: forwarded.or(peer).unwrap_or_default(),
            text: agent.chars().take(200).collect(),
        }
    }
}

impl FromRequestParts<App> for Browser {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        Ok(Self::of(&parts.headers, &parts.extensions, app))
    }
}

/// Lets a user in: opens a session and gives the cookie that goes with it.
pub async fn open(
    app: &App,
    user: UserId,
    browser: Browser,
) -> Result<Result<HeaderValue, LoginRefusal>, Failure> {
    let token = secret::new()?;
    // The clock of a demo may run so fast that a working day is over in a minute.
    let (lasts, idle) = match app.options().demo {
        Some(_) => (DEMO_LASTS, None),
        None => (LASTS, Some(IDLE)),
    };
    let new = NewSession {
        token_hash: secret::hash(&token),
        user,
        lasts,
        idle,
        address: browser.address,
        agent_text: browser.text,
    };
    let opened = app
        .ask(move |store| store.open_session(new).map_err(Failure::from))
        .await?;
    match opened {
        Ok(_) => Ok(Ok(set_cookie(app, &token, LASTS.as_secs())?)),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The cookie that makes a browser forget its session.
pub fn forget(app: &App) -> Result<HeaderValue, Failure> {
    set_cookie(app, "", 0)
}

/// The session and user a request belongs to.
pub(crate) async fn of(app: &App, headers: &HeaderMap) -> Result<Option<(Session, User)>, Failure> {
    let Some(token) = cookie(headers, name(app)) else {
        return Ok(None);
    };
    let hash = secret::hash(token);
    app.ask(move |store| store.session(&hash).map_err(Failure::from))
        .await
}

fn name(app: &App) -> &'static str {
    if app.options().https {
        SECURE_NAME
    } else {
        NAME
    }
}

fn set_cookie(app: &App, value: &str, seconds: i64) -> Result<HeaderValue, Failure> {
    let secure = if app.options().https { "; Secure" } else { "" };
    let name = name(app);
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).map_err(|error| Failure::Broken(error.to_string()))
}
