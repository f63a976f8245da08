//! The screen itself, and its one block that moves.

use super::asked::Asked;
use super::board::{Board, Seen, board};
use crate::app::App;
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
    let seen = look(&app).await?;
    Ok(Page(FloorPage {
        board: board(&seen, &asked, &visitor.words),
        shell: visitor.shell("floor-title"),
    }))
}

pub async fn now(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let seen = look(&app).await?;
    Ok(Page(FloorBlock {
        board: board(&seen, &asked, &visitor.words),
    }))
}

pub async fn look(app: &App) -> Result<Seen, Failure> {
    let zone = app.options().zone.clone();
    let has_exchange = app.switchboard().has_exchange();
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
        })
    })
    .await
}
