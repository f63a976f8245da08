//! Tokens by which programs speak to the API: shown once, taken away for good.

use super::log::named;
use crate::app::App;
use crate::area::Scope;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::secret;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use store::{ApiToken, NewToken, User};

#[derive(Template)]
#[template(path = "people/tokens.html")]
struct TokensPage {
    shell: Shell,
    rows: Vec<Row>,
    name: String,
    days: [(i64, String); 4],
    scopes: Vec<ScopeChoice>,
    name_error: Option<String>,
    scopes_error: Option<String>,
}

struct Row {
    id: i64,
    name: String,
    scopes: String,
    by: String,
    made: String,
    expires: String,
    used: String,
    works: bool,
}

struct ScopeChoice {
    word: &'static str,
    what: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "people/token.html")]
struct TokenPage {
    shell: Shell,
    name: String,
    token: String,
}

/// The form as it was sent: scopes come as often as they are ticked.
#[derive(Default)]
struct Entered {
    name: String,
    days: i64,
    scopes: Vec<Scope>,
}

impl Entered {
    fn of(pairs: Vec<(String, String)>) -> Self {
        let mut entered = Self::default();
        for (key, value) in pairs {
            match key.as_str() {
                "name" => value.trim().clone_into(&mut entered.name),
                "days" => entered.days = value.parse().unwrap_or_default(),
                "scope" => entered.scopes.extend(Scope::of(&value)),
                _ => {}
            }
        }
        entered
    }
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Page<impl Template>, Failure> {
    Ok(Page(page(&visitor, &app, Entered::default()).await?))
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let entered = Entered::of(pairs);
    let letters = entered.name.chars().count();
    let name_error = match letters {
        0 => Some(words.t("token-name-empty")),
        81.. => Some(words.t("people-name-long")),
        _ => None,
    };
    let no_scope = entered.scopes.is_empty();
    let scopes_error = no_scope.then(|| words.t("token-no-scope"));
    if name_error.is_some() || scopes_error.is_some() {
        let page = TokensPage {
            name_error,
            scopes_error,
            ..page(&visitor, &app, entered).await?
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    }
    // The beginning lets programs that search for leaked secrets know it.
    let token = format!("dispo_{}", secret::new()?);
    let new = NewToken {
        name: entered.name.clone(),
        hash: secret::hash(&token),
        scopes: entered
            .scopes
            .iter()
            .map(|scope| scope.word().to_owned())
            .collect(),
        expires_at: end_of(app.store().clock().now(), entered.days),
    };
    let author = visitor.author();
    app.ask(move |store| store.add_token(new, author).map_err(Failure::from))
        .await?;
    let page = TokenPage {
        shell: visitor.shell("token-made-title"),
        name: entered.name,
        token,
    };
    Ok(Page(page).into_response())
}

pub async fn revoke(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Redirect, Failure> {
    let author = visitor.author();
    let was = app
        .ask(move |store| store.revoke_token(id, author).map_err(Failure::from))
        .await?;
    if was {
        Ok(see("/people/tokens"))
    } else {
        Err(Failure::NotFound)
    }
}

/// The end after so many days; none for 0 or what is no choice of the form.
fn end_of(now: Timestamp, days: i64) -> Option<Timestamp> {
    let days = Some(days).filter(|days| (1..=3660).contains(days))?;
    now.checked_add(SignedDuration::from_hours(days.saturating_mul(24)))
        .ok()
}

async fn page(visitor: &Visitor, app: &App, entered: Entered) -> Result<TokensPage, Failure> {
    let (tokens, users) = app
        .ask(|store| Ok::<_, Failure>((store.tokens()?, store.users()?)))
        .await?;
    let words = &visitor.words;
    let now = app.store().clock().now();
    let scopes = Scope::ALL.into_iter().map(|scope| ScopeChoice {
        word: scope.word(),
        what: words.t(scope.key()),
        chosen: entered.scopes.contains(&scope),
    });
    Ok(TokensPage {
        shell: visitor.shell("token-title"),
        rows: tokens
            .iter()
            .map(|token| row(token, &users, now, words))
            .collect(),
        name: entered.name,
        days: [
            (365, words.t("token-year")),
            (90, words.t("token-quarter")),
            (30, words.t("token-month")),
            (0, words.t("token-forever")),
        ],
        scopes: scopes.collect(),
        name_error: None,
        scopes_error: None,
    })
}

fn row(token: &ApiToken, users: &[User], now: Timestamp, words: &Words) -> Row {
    let never = || "–".to_owned();
    Row {
        id: token.id,
        name: token.name.clone(),
        scopes: token.scopes.join(", "),
        by: token
            .created_by
            .map(|id| named(users, id))
            .unwrap_or_default(),
        made: words.date(token.created_at),
        expires: match (token.revoked_at, token.expires_at) {
            (Some(_), _) => words.t("token-revoked"),
            (None, Some(end)) => words.date(end),
            (None, None) => never(),
        },
        used: token.last_used_at.map_or_else(never, |at| words.moment(at)),
        works: token.works(now),
    }
}
