//! Files to take away: the contacts of a list, problems of an import.

use super::list;
use crate::app::App;
use crate::failure::Failure;
use crate::seat::Visitor;
use crate::words::Words;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use export::Export;
use import::ProblemKind;
use lists::export::{Cell, ExportError, Format, Options, Writer};
use std::io::{self, Write};
use store::ImportProblem;
use tokio::sync::mpsc::{Sender, channel};
use tokio_stream::wrappers::ReceiverStream;

/// Pieces that may wait for the browser, and how large each is.
const WAITING: usize = 4;
const PIECE: usize = 64 * 1024;

/// All contacts of a list. The file is sent while it is written.
pub async fn contacts(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, format)): Path<(i64, String)>,
) -> Result<Response, Failure> {
    let format: Format = format.parse().map_err(|_| Failure::NotFound)?;
    let export = app
        .ask(move |store| {
            let list = list(store, id)?;
            let name = list.name.clone();
            let export = Export::new(store.clone(), list)?;
            let vocabulary = visitor.words.vocabulary().map(|chosen| &**chosen);
            Ok::<_, Failure>((export.in_words_of(vocabulary)?, name))
        })
        .await?;
    let (export, name) = export;
    let (to, pieces) = channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let mut pipe = Pipe::new(to);
        let written = export.write(format, &mut pipe, &options(format));
        if let Err(problem) = written {
            // The browser sees a download that breaks off, which it says.
            pipe.break_off(io::Error::other(problem.to_string()));
        }
    });
    let body = Body::from_stream(ReceiverStream::new(pieces));
    Ok((headers(format, &name), body).into_response())
}

/// Problems as a file for a spreadsheet.
pub fn problems(
    name: &str,
    problems: &[ImportProblem],
    words: &Words,
) -> Result<Response, Failure> {
    let mut file = Vec::new();
    write_problems(&mut file, problems, words)
        .map_err(|error| Failure::Broken(error.to_string()))?;
    Ok((headers(Format::Csv, name), file).into_response())
}

fn write_problems(
    file: &mut Vec<u8>,
    problems: &[ImportProblem],
    words: &Words,
) -> Result<(), ExportError> {
    let heads = [
        "problem-line",
        "problem-column",
        "problem-value",
        "problem-what",
        "problem-do",
        "problem-detail",
    ]
    .map(|key| words.t(key));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let mut writer = Writer::new(Format::Csv, file, &heads, &options(Format::Csv))?;
    for problem in problems {
        let key = format!("problem-{}", ProblemKind::of(&problem.reason).word());
        let (what, remedy) = (words.t(&key), words.t(&format!("{key}-remedy")));
        writer.row(&[
            Cell::Int(i64::try_from(problem.line).unwrap_or(i64::MAX)),
            Cell::Text(&problem.column),
            Cell::Text(&problem.value),
            Cell::Text(&what),
            Cell::Text(&remedy),
            Cell::Text(&problem.reason),
        ])?;
    }
    writer.finish()
}

fn options(format: Format) -> Options {
    Options {
        mark: format == Format::Csv,
        ..Options::default()
    }
}

/// What a browser is told of a file it is to keep.
pub fn headers(format: Format, name: &str) -> [(header::HeaderName, String); 2] {
    let kind = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Format::JsonLines => "application/jsonl",
    };
    let plain: String = name
        .chars()
        .map(
            |letter| match letter.is_ascii_alphanumeric() || letter == '-' {
                true => letter,
                false => '_',
            },
        )
        .collect();
    let utf8 = crate::page::query_value(name).replace('/', "_");
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{plain}.{format}\"; filename*=UTF-8''{utf8}.{format}"),
        ),
    ]
}

type Piece = io::Result<Bytes>;

/// Hands what is written to a browser, piece by piece. A browser that goes away ends it.
pub struct Pipe {
    to: Sender<Piece>,
    piece: Vec<u8>,
}

impl Pipe {
    pub fn new(to: Sender<Piece>) -> Self {
        Self {
            to,
            piece: Vec::with_capacity(PIECE),
        }
    }

    pub fn break_off(&mut self, error: io::Error) {
        self.piece.clear();
        // Nobody waits for it any more: then nobody has to be told.
        let _ = self.to.blocking_send(Err(error));
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.to
            .blocking_send(Ok(Bytes::from(piece)))
            .map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        // What is left after the last line; a browser that is gone misses nothing.
        let _ = self.flush();
    }
}
