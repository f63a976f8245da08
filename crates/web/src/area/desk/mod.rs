//! The agent's desk: one contact at a time, by keyboard.
//!
//! One page whose block `#desk` shows what is at hand. Every action is a form; with the
//! script the answer is the block as it is now, without it the page again. The address never
//! changes: what is shown follows from the store alone, so a desk survives a reload, another
//! browser, and the server.

mod act;
mod asked;
mod bar;
mod beside;
mod by_itself;
mod callback;
mod codes;
mod coding;
mod entering;
mod fields;
mod filled;
mod follows;
mod hand;
mod history;
mod incoming;
mod keys;
mod list;
mod phone;
mod script;
mod seen;
mod talk;
mod tape;
mod third;
mod undo;
mod view;

pub use by_itself::{Pace, Then};
pub use callback::{problem as typed_problem, written};
pub use codes::{Group, groups, hue};
pub use phone::script as phone_script;

use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::routes::Routes;
use crate::seat::{Seat, Visitor};
use crate::shell::Shell;
use crate::words::Words;
use act::{Action, Bench, Done};
use askama::Template;
use asked::Asked;
use axum::Form;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use engine::AgentId;
use fields::Control;
use store::{Store, Switchboard};
use view::Desk;

#[derive(Template)]
#[template(path = "desk/desk.html")]
struct DeskPage {
    shell: Shell,
    desk: Desk,
    /// Where she may talk by her browser.
    phone: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "desk/now.html")]
struct DeskBlock {
    desk: Desk,
}

pub fn routes() -> Routes {
    let mut routes = Routes::new()
        .get("/desk", Seat::Desk, page)
        .get("/desk/now", Seat::Desk, now)
        .get("/desk/list", Seat::Desk, list::page)
        .get("/desk/phone", Seat::Desk, phone::account)
        .post("/desk/phone", Seat::Desk, phone::begin)
        .get("/desk/phone/line", Seat::Desk, phone::line);
    for (path, action) in Action::ALL {
        routes = routes.post(path, Seat::Desk, move |visitor, app, headers, form| {
            play(action, visitor, app, headers, form)
        });
    }
    routes
}

async fn page(visitor: Visitor, State(app): State<App>) -> Result<Response, Failure> {
    let desk = look(&app, &visitor, None).await?;
    whole(&app, &visitor, desk).await
}

/// The page with the desk on it.
async fn whole(app: &App, visitor: &Visitor, desk: Desk) -> Result<Response, Failure> {
    let phone = phone::script(app, visitor.desk()?).await?;
    // What was asked for may have been an action: whoever comes back comes back to the desk.
    let shell = Shell {
        path: "/desk".to_owned(),
        ..visitor.shell("desk-title")
    };
    Ok(Page(DeskPage { shell, desk, phone }).into_response())
}

async fn now(visitor: Visitor, State(app): State<App>) -> Result<Response, Failure> {
    let desk = look(&app, &visitor, None).await?;
    Ok(Page(DeskBlock { desk }).into_response())
}

/// Does what was asked, then shows the desk as it is now.
async fn play(
    action: Action,
    visitor: Visitor,
    State(app): State<App>,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let asked = Asked::new(pairs);
    // It comes from her list, where nothing is typed that would have to be shown again.
    let is_picked = matches!(action, Action::Want);
    let desk = look(&app, &visitor, Some((action, asked))).await?;
    if headers.contains_key("hx-request") {
        return Ok(Page(DeskBlock { desk }).into_response());
    }
    if desk.is_settled || (is_picked && desk.problem.is_none()) {
        return Ok(see("/desk").into_response());
    }
    whole(&app, &visitor, desk).await
}

async fn look(
    app: &App,
    visitor: &Visitor,
    what: Option<(Action, Asked)>,
) -> Result<Desk, Failure> {
    let agent = visitor.desk()?;
    app.live().desks().heard(agent);
    let why_not = app.live().desks().told(agent);
    // She codes in the list's own words; what was before may be shown in others.
    let (words, then) = (visitor.words.in_own(), visitor.words.clone());
    let lines = app.switchboard().clone();
    app.ask(move |store| {
        let bench = Bench {
            store,
            lines: &lines,
            agent,
            words: &words,
            then: &then,
            why_not: why_not.as_deref(),
        };
        let (asked, done) = match what {
            Some((action, asked)) => {
                let done = bench.act(action, &asked)?;
                (asked, done)
            }
            None => (Asked::default(), Done::default()),
        };
        view::desk(&bench, &asked, done)
    })
    .await
}

/// What is done at a desk whose campaign dials by itself; reasons are told in these words.
pub fn step_of(
    store: &Store,
    lines: &Switchboard,
    agent: AgentId,
    words: &Words,
    pace: &mut Pace,
) -> Result<Then, Failure> {
    let bench = Bench {
        store,
        lines,
        agent,
        words,
        then: words,
        why_not: None,
    };
    bench.step(pace)
}
