//! The consumer's answer as a file: on what ground she is called.

use super::known::Place;
use crate::app::App;
use crate::consent::{consent_report, language_of};
use crate::failure::Failure;
use crate::words::{Language, Words};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use engine::{ContactId, ListId, Slot};
use serde::Deserialize;

/// Most letters of whoever answers.
const LONGEST: usize = 200;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Which of the contact's numbers.
    slot: u8,
    from: String,
    /// Instead of that of the number's country.
    language: String,
}

pub async fn letter(
    State(app): State<App>,
    Path((list, contact)): Place,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let zone = app.options().zone.clone();
    let from: String = asked.from.trim().chars().take(LONGEST).collect();
    let wanted = Language::of(&asked.language);
    let (number, file) = app
        .ask(move |store| {
            let numbers = store.numbers_by_slot(ListId(list), ContactId(contact))?;
            let mut chosen = numbers.iter().filter(|(slot, _)| *slot == Slot(asked.slot));
            let (_, number) = *chosen
                .next()
                .or_else(|| numbers.first())
                .ok_or(Failure::NotFound)?;
            let language = wanted.unwrap_or_else(|| language_of(number));
            let report = consent_report(store, number, from, language)?;
            Ok::<_, Failure>((number, report.letter(&Words::new(language, zone))?))
        })
        .await?;
    let disposition = format!("attachment; filename=\"consent-{}.pdf\"", number.digits());
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, file).into_response())
}
