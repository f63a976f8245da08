//! The page at the end of a link: somebody says "do not call me". No log-in; the link is the proof.
//!
//! A programme that sends mail may do it in one step, as RFC 8058 says: it posts
//! `List-Unsubscribe=One-Click` to the same address, and nobody has to look at a page.

use crate::app::App;
use crate::failure::Failure;
use crate::optout::{BadLink, OptOut};
use crate::page::Page;
use crate::routes::Routes;
use crate::seat::{Seat, Visitor};
use crate::shell::Shell;
use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::Number;
use engine::catalogue::Extent;

pub fn routes() -> Routes {
    Routes::new()
        .get("/stop/{token}", Seat::Open, show)
        .post("/stop/{token}", Seat::Open, stop)
}

#[derive(Template)]
#[template(path = "optout/page.html")]
struct StopPage {
    shell: Shell,
    lines: Vec<String>,
    /// Where the form goes, while there is something to ask.
    path: Option<String>,
}

async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let (visitor, link) = match read(visitor, &app, &token).await? {
        Ok(read) => read,
        Err(refused) => return Ok(refused),
    };
    let behalf = behalf(&app, &link).await?;
    let words = &visitor.words;
    let ask = match link.subject.number() {
        Some(number) => words.with("optout-ask", [("end", end_of(number).as_str())]),
        None => words.t("optout-ask-person"),
    };
    let path = Some(format!("/stop/{token}"));
    Ok(page(&visitor, ask, behalf, path).into_response())
}

async fn stop(
    visitor: Visitor,
    State(app): State<App>,
    Path(token): Path<String>,
    body: Bytes,
) -> Result<Response, Failure> {
    let (visitor, link) = match read(visitor, &app, &token).await? {
        Ok(read) => read,
        Err(refused) => return Ok(refused),
    };
    let behalf = behalf(&app, &link).await?;
    let wanted = b"List-Unsubscribe=One-Click";
    let is_one_click = body.windows(wanted.len()).any(|part| part == wanted);
    let door = if is_one_click {
        "one click"
    } else {
        "web link"
    };
    app.ask(move |store| link.carry_out(store, door).map_err(Failure::from))
        .await?;
    let done = visitor.words.t("optout-done");
    Ok(page(&visitor, done, behalf, None).into_response())
}

fn page(
    visitor: &Visitor,
    line: String,
    behalf: Option<String>,
    path: Option<String>,
) -> Page<StopPage> {
    let behalf = behalf.map(|name| {
        visitor
            .words
            .with("optout-behalf", [("name", name.as_str())])
    });
    Page(StopPage {
        shell: visitor.shell("optout-title"),
        lines: std::iter::once(line).chain(behalf).collect(),
        path,
    })
}

/// What the link says, and the visitor speaking its language; or the page that says why not. A
/// link that works always does: only whoever tries broken ones is kept waiting.
async fn read(
    visitor: Visitor,
    app: &App,
    token: &str,
) -> Result<Result<(Visitor, OptOut), Response>, Failure> {
    let text = token.to_owned();
    let read = app
        .ask(move |store| OptOut::read(&text, store).map_err(Failure::from))
        .await?;
    let now = app.store().clock().now();
    let whence = format!("stop {}", visitor.address);
    let (status, line) = match read {
        Ok(link) => {
            return Ok(Ok((visitor.speaking(link.language), link)));
        }
        Err(BadLink::Old) => (StatusCode::GONE, "optout-old"),
        Err(BadLink::Broken) if app.strangers().locked_out(&whence, now).is_some() => {
            (StatusCode::TOO_MANY_REQUESTS, "optout-too-many")
        }
        Err(BadLink::Broken) => {
            app.strangers().fail(&whence, now);
            (StatusCode::NOT_FOUND, "optout-broken")
        }
    };
    let refused = page(&visitor, visitor.words.t(line), None, None);
    Ok(Err((status, refused).into_response()))
}

/// On whose behalf calls end, where they do not end altogether. What a campaign is called is
/// nobody's business outside.
async fn behalf(app: &App, link: &OptOut) -> Result<Option<String>, Failure> {
    let (extent, scope) = (link.extent, link.scope);
    if extent != Extent::Advertiser {
        return Ok(None);
    }
    app.ask(move |store| {
        let all = store.advertisers()?;
        let found = all.into_iter().find(|there| there.id.0 == scope);
        Ok::<_, Failure>(found.map(|there| there.name))
    })
    .await
}

/// Enough to know one's own number by, and too little to learn another's.
fn end_of(number: Number) -> String {
    let digits = number.digits().to_string();
    let end = digits.len().saturating_sub(3);
    digits.get(end..).unwrap_or_default().to_owned()
}
