//! Erasing what is personal of a contact, or of everybody with a number.

use super::Scope;
use super::contacts::card;
use super::entry::Entry;
use super::problem::{Fault, Problem};
use super::program::Program;
use super::question::{E164, e164};
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::extract::State;
use axum::{Extension, Json};
use engine::{ContactId, ListId, Number};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{AuditActor, Erasing, Erasure, Store};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let erases = Seat::Program(Scope::EraseContacts);
    Routes::new().post("/api/v1/erasures", erases, erase)
}

/// Whom to erase: a number, or a contact of a list.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": "+493023125014", "dry_run": true }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct NewErasure {
    /// E.164: every contact with it, in all lists.
    #[schema(pattern = r"^\+?[1-9][0-9]{6,14}$")]
    number: Option<String>,
    #[schema(minimum = 1)]
    list: Option<i64>,
    /// A contact of that list.
    #[schema(minimum = 1)]
    contact: Option<i64>,
    /// Only says what would go.
    dry_run: Option<bool>,
}

/// What was erased, or would be.
#[derive(Debug, Serialize, ToSchema)]
pub struct Erased {
    pub contacts: u64,
    pub numbers: u64,
    /// Versions of fields.
    pub fields: u64,
    pub notes: u64,
    /// Findings of imports.
    pub problems: u64,
    /// Dials that are counted on, of no number.
    pub dials: u64,
    /// Texts elsewhere that named it.
    pub texts: u64,
    /// Files that were handed in.
    pub files: usize,
    /// Somebody has them in hand: ask again afterwards.
    pub in_hand: Vec<ErasedPlace>,
    /// Evidence of consent that the law wants kept, apart from everything else.
    pub kept: Vec<Kept>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ErasedPlace {
    pub list: i64,
    pub contact: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Kept {
    pub list: i64,
    pub contact: i64,
    #[schema(value_type = String, format = DateTime)]
    pub until: Timestamp,
    /// The rule that asks for it.
    pub rule: String,
}

impl From<Erasure> for Erased {
    fn from(gone: Erasure) -> Self {
        let in_hand = gone.in_hand.into_iter();
        let kept = gone.kept.into_iter();
        Self {
            contacts: gone.contacts,
            numbers: gone.numbers,
            fields: gone.fields,
            notes: gone.notes,
            problems: gone.problems,
            dials: gone.dials,
            texts: gone.texts,
            files: gone.files.len(),
            in_hand: in_hand
                .map(|(list, contact)| ErasedPlace {
                    list: list.0,
                    contact: contact.0,
                })
                .collect(),
            kept: kept
                .map(|kept| Kept {
                    list: kept.list.0,
                    contact: kept.contact.0,
                    until: kept.until,
                    rule: kept.rule,
                })
                .collect(),
        }
    }
}

enum Whom {
    Number(Number),
    Contact(i64, i64),
}

/// Erases personal data for good: fields, numbers, notes, findings of imports, files handed in.
/// Codes, instants and suppressions stay. A whole list is erased by its retention.
#[utoipa::path(
    post, path = "/api/v1/erasures", tag = "contacts", security(("token" = ["erase:contacts"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = NewErasure,
    responses((status = 200, body = Erased), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn erase(
    State(app): State<App>,
    Extension(program): Extension<Program>,
    mut entry: Entry,
) -> Result<Json<Erased>, Problem> {
    let whom = whom(&mut entry);
    let only_look = entry.flag("dry_run").unwrap_or(false);
    let whom = entry.finish_as(whom)?;
    let how = Erasing {
        by: AuditActor::Token(program.0.id),
        only_look,
        evidence_too: false,
    };
    let gone = app
        .ask(move |store| {
            let found = found(store, whom)?;
            Ok::<_, Problem>(store.erase(&found, how)?)
        })
        .await?;
    if !only_look {
        gone.files
            .iter()
            .for_each(|stored| app.work().remove(stored));
    }
    Ok(Json(gone.into()))
}

fn whom(entry: &mut Entry) -> Option<Whom> {
    let number = entry.text("number", 32);
    let (list, contact) = (entry.id("list"), entry.id("contact"));
    match (number, list, contact) {
        (Some(text), None, None) => match e164(&text) {
            Some(number) => Some(Whom::Number(number)),
            None => entry.fault("number", "invalid", E164.to_owned()),
        },
        (None, Some(list), Some(contact)) => Some(Whom::Contact(list, contact)),
        (Some(_), _, _) => {
            let detail = "say a number, or a list and a contact: not both";
            entry.fault("number", "invalid", detail.to_owned())
        }
        (None, Some(_), None) => entry.fault("contact", "required", "is required".to_owned()),
        (None, None, Some(_)) => entry.fault("list", "required", "is required".to_owned()),
        // A fault of its form has been told.
        (None, None, None) if !entry.faults.is_empty() => None,
        (None, None, None) => {
            let detail = "say a number, or a list and a contact";
            entry.fault("number", "required", detail.to_owned())
        }
    }
}

fn found(store: &Store, whom: Whom) -> Result<Vec<(ListId, ContactId)>, Problem> {
    match whom {
        Whom::Contact(list, contact) => {
            let (list, row) = card(store, &list.to_string(), &contact.to_string())?;
            Ok(vec![(list, row.id)])
        }
        Whom::Number(number) => {
            let found = store.holders_of(number)?;
            match found.is_empty() {
                true => {
                    let detail = "no contact has it";
                    Err(Problem::invalid(vec![Fault::new(
                        "number", "unknown", detail,
                    )]))
                }
                false => Ok(found),
            }
        }
    }
}
