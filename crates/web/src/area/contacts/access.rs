//! Everything that is held on a person, for the person: over all lists, in words.

use super::known::{Known, Place, read};
use super::one::{AttemptLine, attempts};
use super::story::{Happening, story};
use crate::app::App;
use crate::area::suppressions::told_subject;
use crate::failure::Failure;
use crate::seat::Visitor;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use engine::{ContactId, ListId};
use serde::Serialize;
use std::collections::BTreeSet;
use store::{AuditSearch, Store};

/// Rows of the trail that are told of each contact.
const SEEN_MOST: i64 = 1_000;

/// What is held on one person.
#[derive(Template, Serialize)]
#[template(path = "contacts/access.html")]
pub struct Access {
    #[serde(skip)]
    words: Words,
    pub at: String,
    pub contacts: Vec<Held>,
    /// Numbers that are not called, since when and why.
    pub suppressed: Vec<(String, String, String)>,
}

/// One contact of hers.
#[derive(Serialize)]
pub struct Held {
    pub list: String,
    pub state: String,
    pub due: String,
    pub numbers: Vec<String>,
    pub fields: Vec<(String, String)>,
    /// Since when she does not want to be recorded.
    pub refuses_recording: Option<String>,
    pub attempts: Vec<AttemptLine>,
    pub story: Vec<Happening>,
    /// When it was looked at, changed or taken away, and by what kind of visitor.
    pub seen: Vec<(String, String, String)>,
}

pub async fn download(
    visitor: Visitor,
    State(app): State<App>,
    Path((list, contact)): Place,
) -> Result<Response, Failure> {
    let words = visitor.words.clone();
    let place = (ListId(list), ContactId(contact));
    let access = app
        .ask(move |store| {
            store.contact(place.0, place.1)?.ok_or(Failure::NotFound)?;
            of(store, &[place], words)
        })
        .await?;
    let page = html(&access)?;
    let name = format!("attachment; filename=\"contact-{list}-{contact}.html\"");
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, page).into_response())
}

/// What is held on whoever these contacts are, and on all others with one of their numbers.
pub fn of(store: &Store, places: &[(ListId, ContactId)], words: Words) -> Result<Access, Failure> {
    let (mut found, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    for (list, contact) in places {
        found.insert((*list, *contact));
        numbers.extend(store.numbers_of(*list, *contact)?);
    }
    let mut suppressed = Vec::new();
    for (list, contact) in &found {
        for there in store.suppressions_of_person(*list, *contact)? {
            let since = words.moment(there.added_at);
            suppressed.push((told_subject(&there.subject, &words), since, there.reason));
        }
    }
    for number in numbers {
        found.extend(store.holders_of(number)?);
        for there in store.suppressions_of(number)? {
            let since = words.moment(there.added_at);
            suppressed.push((number.to_string(), since, there.reason));
        }
    }
    let mut contacts = Vec::new();
    for (list, contact) in found {
        match read(store, list, contact) {
            Ok(known) => contacts.push(held(store, &known, &words)?),
            // It came with an import that was undone: nobody can see it.
            Err(Failure::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(Access {
        at: words.moment(store.clock().now()),
        contacts,
        suppressed,
        words,
    })
}

pub fn html(access: &Access) -> Result<String, Failure> {
    access
        .render()
        .map_err(|error| Failure::Broken(error.to_string()))
}

fn held(store: &Store, known: &Known, words: &Words) -> Result<Held, Failure> {
    let contact = &known.contact;
    let lines = store.audit_lines(&AuditSearch {
        contact: Some((contact.list, contact.id)),
        limit: SEEN_MOST,
        ..AuditSearch::default()
    })?;
    let due = contact.standing.due();
    Ok(Held {
        list: known.list.name.clone(),
        state: words.t(&format!("state-{}", contact.state()).replace('_', "-")),
        due: due.map_or_else(String::new, |at| words.moment(at)),
        numbers: known.numbers.iter().map(|(_, it)| it.to_string()).collect(),
        fields: known.fields.clone(),
        refuses_recording: known.refuses_recording.map(|at| words.moment(at)),
        attempts: attempts(known, words),
        story: story(known, words),
        seen: lines
            .iter()
            .map(|line| {
                let what = crate::area::audit_word(&line.word, words);
                (words.moment(line.at), what, line.actor.clone())
            })
            .collect(),
    })
}
