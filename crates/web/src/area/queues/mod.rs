//! Numbers of the house that can be called: for whom, when, how long somebody waits, what is heard.

mod board;
mod fields;
mod filled;
mod last;
mod one;
mod read;
mod remove;

pub use board::{Board, Row as Line, board};
pub use one::read_number;

use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::routes::Routes;
use crate::seat::{Seat, Visitor};
use crate::shell::Shell;
use askama::Template;
use axum::extract::State;

pub fn routes() -> Routes {
    let seat = Seat::Supervisor;
    Routes::new()
        .get("/queues", seat, page)
        .get("/queues/now", seat, now)
        .get("/queues/new", seat, one::new)
        .post("/queues", seat, one::add)
        .get("/queues/{number}", seat, one::show)
        .post("/queues/{number}", seat, one::save)
        .get("/queues/{number}/remove", seat, remove::page)
        .post("/queues/{number}/remove", seat, remove::remove)
}

#[derive(Template)]
#[template(path = "queues/overview.html")]
struct Overview {
    shell: Shell,
    board: Board,
}

#[derive(Template)]
#[template(path = "queues/board.html")]
struct Block {
    board: Board,
}

async fn page(visitor: Visitor, State(app): State<App>) -> Result<Page<impl Template>, Failure> {
    let words = visitor.words.clone();
    let board = app.ask(move |store| board(store, &words)).await?;
    let shell = visitor.shell("queues-title");
    Ok(Page(Overview { shell, board }))
}

async fn now(visitor: Visitor, State(app): State<App>) -> Result<Page<impl Template>, Failure> {
    let words = visitor.words.clone();
    let board = app.ask(move |store| board(store, &words)).await?;
    Ok(Page(Block { board }))
}
