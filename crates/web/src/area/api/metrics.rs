//! Numbers for whoever watches over the program, as Prometheus reads them: see `docs/metrics.md`.
//!
//! They tell of the house as a whole. No label names a person, a number or anything that grows
//! with the work.

mod house;
mod lines;

use super::question::Question;
use super::{Problem, Scope};
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use meters::Text;

pub fn routes() -> Routes {
    Routes::new().get("/metrics", Seat::Program(Scope::ReadMetrics), show)
}

const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Numbers in the text format of Prometheus.
#[utoipa::path(
    get, path = "/metrics", tag = "metrics", security(("token" = ["read:metrics"])),
    responses(
        (status = 200, body = String, content_type = "text/plain"),
        (status = "4XX", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn show(
    State(app): State<App>,
    question: Question,
) -> Result<impl IntoResponse, Problem> {
    question.finish()?;
    let mut text = Text::default();
    lines::write(&mut text, &app.switchboard().traffic().read());
    let stock = app.ask(house::Stock::of).await?;
    house::write(&mut text, &app, &stock);
    Ok(([(header::CONTENT_TYPE, FORMAT)], text.into_text()))
}
