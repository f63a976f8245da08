//! Statistics as a file for a spreadsheet.

use super::asked::Asked;
use super::folded::{Folded, folded};
use super::parts::Names;
use super::statistics::label;
use crate::app::App;
use crate::failure::Failure;
use crate::seat::Visitor;
use crate::words::Words;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use lists::export::{Cell, ExportError, Format, Options, Writer};
use store::{Question, Statistics};

pub async fn download(
    visitor: Visitor,
    State(app): State<App>,
    Path(format): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let format: Format = format.parse().map_err(|_| Failure::NotFound)?;
    let words = asked.words(&visitor.words);
    let question = asked.meant(app.store().clock().now(), &words).question;
    let file = app
        .ask(move |store| {
            let (answer, names) = (store.statistics(&question)?, Names::read(store)?);
            write(format, &question, &answer, &names, &words)
                .map_err(|error| Failure::Broken(error.to_string()))
        })
        .await?;
    let kind = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Format::JsonLines => "application/jsonl",
    };
    let name = format!("attachment; filename=\"statistics.{format}\"");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, file).into_response())
}

/// Durations in seconds and counts as numbers: a spreadsheet adds them up.
fn write(
    format: Format,
    question: &Question,
    answer: &Statistics,
    names: &Names,
    words: &Words,
) -> Result<Vec<u8>, ExportError> {
    let counted = [
        "results-attempts",
        "results-contacts",
        "results-answered",
        "results-live",
        "results-positive",
        "results-negative",
        "results-callbacks",
        "results-talked-seconds",
        "results-wrap-up-seconds",
        "results-menus",
        "results-opted-out",
    ];
    let mut heads: Vec<String> = question.by.iter().map(|by| label(*by, words)).collect();
    heads.extend(counted.into_iter().map(|key| words.t(key)));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let mut file = Vec::new();
    let options = Options {
        mark: format == Format::Csv,
        ..Options::default()
    };
    let mut writer = Writer::new(format, &mut file, &heads, &options)?;
    for Folded { parts, tally, .. } in folded(answer, names, words) {
        let mut cells: Vec<Cell> = parts.iter().map(|part| Cell::Text(&part.text)).collect();
        cells.extend(
            [
                tally.attempts,
                tally.contacts(),
                tally.answered,
                tally.live,
                tally.positive,
                tally.negative,
                tally.callbacks,
                tally.talked_seconds,
                tally.wrap_up_seconds,
                tally.menus,
                tally.opted_out,
            ]
            .map(Cell::Int),
        );
        writer.row(&cells)?;
    }
    writer.finish()?;
    Ok(file)
}
