//! The screen itself, and its one block that moves.

use super::asked::Asked;
use super::board::{Board, Seen, board};
use crate::app::App;
use crate::area::queues::{self, Line};
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};

#[derive(Template)]
#[template(path = "floor/floor.html")]
struct FloorPage {
    shell: Shell,
    board: Board,
}

#[derive(Template)]
#[template(path = "floor/now.html")]
struct FloorBlock {
    board: Board,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    Ok(Page(FloorPage {
        board: drawn(&app, &visitor, &asked).await?,
        shell: visitor.shell("floor-title"),
    }))
}

pub async fn now(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let board = drawn(&app, &visitor, &asked).await?;
    Ok(Page(FloorBlock { board }))
}

async fn drawn(app: &App, visitor: &Visitor, asked: &Asked) -> Result<Board, Failure> {
    let seen = look(app).await?;
    Ok(Board {
        calls: calls(app, visitor).await?,
        ..board(&seen, asked, visitor)
    })
}

/// Who waits to be answered, and what became of today's calls.
async fn calls(app: &App, visitor: &Visitor) -> Result<Vec<Line>, Failure> {
    let words = visitor.words.clone();
    let all = app.ask(move |store| queues::board(store, &words)).await?;
    Ok(all.rows)
}

pub async fn look(app: &App) -> Result<Seen, Failure> {
    let zone = app.options().zone.clone();
    let has_exchange = app.switchboard().has_exchange();
    let gone = app.switchboard().traffic().lost();
    let desks = app.live().desks().clone();
    app.ask(move |store| {
        let lists = store.lists()?;
        let mut floor = store.floor(&zone)?;
        let now = store.clock().now();
        for agent in &mut floor.agents {
            // An open desk is heard of at this moment; what is written down may be older.
            if desks.has(agent.id) {
                agent.seen = Some(now);
            }
        }
        Ok(Seen {
            floor,
            cells: store.cells()?,
            lists: lists.into_iter().map(|list| (list.id, list.name)).collect(),
            has_exchange,
            gone,
        })
    })
    .await
}
