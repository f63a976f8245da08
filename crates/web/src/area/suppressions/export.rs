//! Whom nobody may call, as a file: sent while it is written.

use super::registers::register;
use super::rows::Told;
use crate::app::App;
use crate::area::lists::{Pipe, headers};
use crate::failure::Failure;
use crate::seat::Visitor;
use crate::words::Words;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use lists::export::{Cell, ExportError, Format, Options, Writer};
use std::io::{self, Write};
use store::{Store, StoreError, Subject, Suppression};
use tokio::sync::mpsc::channel;
use tokio_stream::wrappers::ReceiverStream;

/// Pieces that may wait for the browser.
const WAITING: usize = 4;
/// Suppressions, and numbers of a register, that are read at once.
const ROWS: i64 = 1_000;
const NUMBERS: usize = 100_000;

#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    File(#[from] ExportError),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// All suppressions, one by one.
pub async fn all(visitor: Visitor, State(app): State<App>) -> Response {
    let name = visitor.words.t("suppressions-title");
    let store = app.store().clone();
    let words = visitor.words.clone();
    sent(&name, move |to| write_all(&store, to, &words))
}

/// The numbers of a register.
pub async fn register_file(
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let there = app.ask(move |store| register(store, id)).await?;
    let store = app.store().clone();
    Ok(sent(&there.name, move |to| write_numbers(&store, id, to)))
}

fn sent(
    name: &str,
    write: impl FnOnce(&mut Pipe) -> Result<(), Broken> + Send + 'static,
) -> Response {
    let (to, pieces) = channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let mut pipe = Pipe::new(to);
        if let Err(problem) = write(&mut pipe) {
            // The browser sees a download that breaks off, which it says.
            pipe.break_off(io::Error::other(problem.to_string()));
        }
    });
    let body = Body::from_stream(ReceiverStream::new(pieces));
    (headers(Format::Csv, name), body).into_response()
}

fn write_numbers(store: &Store, register: i64, to: &mut Pipe) -> Result<(), Broken> {
    writeln!(to, "number")?;
    let mut after = 0;
    loop {
        let numbers = store.register_numbers(register, after, NUMBERS)?;
        let Some(last) = numbers.last() else {
            return Ok(to.flush()?);
        };
        after = *last;
        for number in &numbers {
            writeln!(to, "+{number}")?;
        }
    }
}

fn write_all(store: &Store, to: &mut Pipe, words: &Words) -> Result<(), Broken> {
    let heads = [
        "suppressions-number",
        "suppressions-where",
        "suppressions-source",
        "suppressions-reason",
        "suppressions-since",
        "suppressions-first-day",
        "suppressions-until",
    ]
    .map(|key| words.t(key));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let options = Options {
        mark: true,
        ..Options::default()
    };
    let (campaigns, advertisers) = (store.campaigns()?, store.advertisers()?);
    let told = Told {
        words,
        campaigns: &campaigns,
        advertisers: &advertisers,
        now: store.clock().now(),
    };
    let mut writer = Writer::new(Format::Csv, to, &heads, &options)?;
    let mut after = Subject::LOWEST.saturating_sub(1);
    loop {
        let rows = whole_subjects(store.suppressions(after, ROWS)?);
        let Some(last) = rows.last() else {
            return Ok(writer.finish()?);
        };
        after = last.subject.key();
        for row in &rows {
            writer.row(&cells(row, &told.place(row.extent, row.scope)).each())?;
        }
    }
}

/// A page may end amid the suppressions of one subject: those come with the next.
fn whole_subjects(mut rows: Vec<Suppression>) -> Vec<Suppression> {
    let is_full = i64::try_from(rows.len()).is_ok_and(|count| count >= ROWS);
    let last = rows.last().map(|row| row.subject.key());
    let first = rows.first().map(|row| row.subject.key());
    if is_full && first != last {
        rows.retain(|row| Some(row.subject.key()) != last);
    }
    rows
}

/// The texts of a row.
struct Cells([String; 7]);

impl Cells {
    fn each(&self) -> [Cell<'_>; 7] {
        self.0.each_ref().map(|text| Cell::Text(text))
    }
}

fn cells(row: &Suppression, place: &str) -> Cells {
    let instant = |at: Option<Timestamp>| at.map_or_else(String::new, |at| at.to_string());
    Cells([
        match &row.subject {
            // Nothing is kept of an address by which it could be told.
            Subject::Person(_) => String::new(),
            Subject::Number(_) | Subject::Domain(..) => row.subject.to_string(),
        },
        place.to_owned(),
        row.source.clone(),
        row.reason.clone(),
        row.added_at.to_string(),
        instant(row.from_at),
        instant(row.until_at),
    ])
}
