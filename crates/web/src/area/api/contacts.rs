//! Contacts as programs see them: one, page by page, by key or number.

pub mod attempts;
pub mod callback;
mod decided;
pub mod disposition;
pub mod order;

use super::lists::known;
use super::paging::Page;
use super::problem::Problem;
use super::question::{Question, id};
use super::vocabulary::InVocabulary;
use super::{Scope, intake};
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::{Path, State};
use engine::{Catalogue, ContactId, ListId};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Beside, ContactRow, Store};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let (reads, writes) = (
        Seat::Program(Scope::ReadContacts),
        Seat::Program(Scope::WriteContacts),
    );
    Routes::new()
        .get("/api/v1/lists/{list}/contacts", reads, of_list)
        .post("/api/v1/lists/{list}/contacts", writes, intake::put)
        .get("/api/v1/lists/{list}/contacts/{contact}", reads, one)
        .patch(
            "/api/v1/lists/{list}/contacts/{contact}",
            writes,
            intake::change,
        )
        .get(
            "/api/v1/lists/{list}/contacts/{contact}/attempts",
            reads,
            attempts::of_contact,
        )
        .get("/api/v1/contacts", reads, search)
        .get("/api/v1/attempts", reads, attempts::search)
        .and(disposition_routes())
}

fn disposition_routes() -> Routes {
    let writes = Seat::Program(Scope::WriteDispositions);
    Routes::new()
        .post(
            "/api/v1/lists/{list}/contacts/{contact}/attempts/{attempt}/disposition",
            writes,
            disposition::correct,
        )
        .post(
            "/api/v1/lists/{list}/contacts/{contact}/disposition",
            writes,
            disposition::set,
        )
        .put(
            "/api/v1/lists/{list}/contacts/{contact}/callback",
            writes,
            callback::put_callback,
        )
        .put(
            "/api/v1/lists/{list}/contacts/{contact}/owner",
            writes,
            callback::put_owner,
        )
        .put(
            "/api/v1/lists/{list}/contacts/{contact}/call-order",
            writes,
            order::put_call_order,
        )
        .post(
            "/api/v1/lists/{list}/contacts/{contact}/resume",
            writes,
            callback::resume,
        )
}

/// A contact of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactView {
    pub list: i64,
    pub id: i64,
    /// By which its owner knows it.
    pub key: Option<String>,
    /// new, unreached, callback, suspended, closed or in_hand.
    pub state: String,
    /// The disposition that holds.
    pub code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_vocabulary: Option<InVocabulary>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due_at: Option<Timestamp>,
    /// The first instant at which roster and law allow it, too.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub next_offer_at: Option<Timestamp>,
    /// The agent whose contact it is.
    pub owner: Option<i64>,
    pub attempts: i64,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_attempt_at: Option<Timestamp>,
    /// In the order in which they are tried.
    pub numbers: Vec<String>,
    pub fields: BTreeMap<String, String>,
}

/// Contacts of a list in the order of their ids.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/contacts", tag = "contacts", security(("token" = ["read:contacts"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}$"),
        ("vocabulary" = Option<String>, Query, description = "codes in the words of this catalogue as well: callpro, callmonkey, contact-expert, stucc", min_length = 1, max_length = 100),
    ),
    responses((status = 200, body = Page<ContactView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn of_list(
    State(app): State<App>,
    Path(list): Path<String>,
    mut question: Question,
) -> Result<Json<Page<ContactView>>, Problem> {
    let (limit, after) = (question.limit(), question.after().map_or(0, |[id]| id));
    let vocabulary = question.vocabulary();
    question.finish()?;
    app.ask(move |store| {
        let list = known(store, &list)?.id;
        let rows = store.contacts_after(list, ContactId(after), limit.saturating_add(1))?;
        let cursor = |row: &ContactRow| row.id.0.to_string();
        let page = Page::of(rows, limit, cursor, |row| row);
        Ok(Json(Page {
            data: views(store, list, page.data, vocabulary)?,
            next: page.next,
        }))
    })
    .await
}

/// Contacts of all lists with a key, a number, or both.
#[utoipa::path(
    get, path = "/api/v1/contacts", tag = "contacts", security(("token" = ["read:contacts"])),
    params(
        ("key" = Option<String>, Query, description = "give this or number", min_length = 1, max_length = 200),
        ("number" = Option<String>, Query, description = "E.164", pattern = "^\\+?[1-9][0-9]{6,14}$"),
        ("vocabulary" = Option<String>, Query, description = "codes in the words of this catalogue as well: callpro, callmonkey, contact-expert, stucc", min_length = 1, max_length = 100),
    ),
    responses((status = 200, body = Page<ContactView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn search(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<ContactView>>, Problem> {
    let key = question.text("key", 200);
    let number = question.number("number");
    let vocabulary = question.vocabulary();
    question.finish()?;
    if key.is_none() && number.is_none() {
        let fault = super::problem::Fault::new("key", "required", "say a key or a number");
        return Err(Problem::invalid(vec![fault]));
    }
    app.ask(move |store| {
        let by_number = number
            .map(|number| store.contacts_with_number(number, super::question::MOST))
            .transpose()?;
        let mut data = Vec::new();
        let by_key = key
            .as_ref()
            .map(|key| store.find_contact(key, None))
            .transpose()?;
        let found = match (by_key, by_number) {
            (Some(keys), Some(numbers)) => {
                keys.into_iter().filter(|it| numbers.contains(it)).collect()
            }
            (keys, numbers) => keys.or(numbers).unwrap_or_default(),
        };
        for (list, contact) in found {
            let Some(row) = store.card(list, contact)? else {
                continue;
            };
            // A key may look like somebody else's id.
            if key.is_none() || row.key == key {
                data.extend(views(store, list, vec![row], vocabulary)?);
            }
        }
        Ok(Json(Page::whole(data)))
    })
    .await
}

/// One contact.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/contacts/{contact}", tag = "contacts", security(("token" = ["read:contacts"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("contact" = i64, Path, minimum = 1),
        ("vocabulary" = Option<String>, Query, description = "codes in the words of this catalogue as well: callpro, callmonkey, contact-expert, stucc", min_length = 1, max_length = 100),
    ),
    responses((status = 200, body = ContactView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn one(
    State(app): State<App>,
    Path((list, contact)): Path<(String, String)>,
    mut question: Question,
) -> Result<Json<ContactView>, Problem> {
    let vocabulary = question.vocabulary();
    question.finish()?;
    app.ask(move |store| {
        let (list, row) = card(store, &list, &contact)?;
        let mut shown = views(store, list, vec![row], vocabulary)?.into_iter();
        let shown = shown.next();
        shown.map(Json).ok_or_else(|| Problem::not_found("contact"))
    })
    .await
}

/// The contact two parts of the path name.
pub fn card(store: &Store, list: &str, contact: &str) -> Result<(ListId, ContactRow), Problem> {
    let list = known(store, list)?.id;
    let contact = ContactId(id(contact, "contact")?);
    let row = store.card(list, contact)?;
    Ok((list, row.ok_or_else(|| Problem::not_found("contact"))?))
}

/// Rows of one list with what stands beside them, read together.
fn views(
    store: &Store,
    list: ListId,
    rows: Vec<ContactRow>,
    vocabulary: Option<&Arc<Catalogue>>,
) -> Result<Vec<ContactView>, Problem> {
    let there = store
        .list(list)?
        .ok_or_else(|| Problem::not_found("list"))?;
    let rules = store.rules(there.rules)?;
    let ids: Vec<ContactId> = rows.iter().map(|row| row.id).collect();
    let mut beside = store.beside(list, &ids)?;
    let gave = match vocabulary {
        Some(_) => store.givers(list, &ids)?,
        None => BTreeMap::new(),
    };
    let view = |row: ContactRow| {
        let Beside { offer_at, numbers } = beside.remove(&row.id).unwrap_or_default();
        ContactView {
            list: list.0,
            id: row.id.0,
            next_offer_at: offer_at.filter(|_| row.state != "in_hand"),
            numbers: numbers.iter().map(ToString::to_string).collect(),
            key: row.key,
            state: row.state,
            in_vocabulary: match gave.get(&row.id) {
                Some(attempt) => InVocabulary::of_call(&rules.catalogue, attempt, vocabulary),
                None => InVocabulary::of(&rules.catalogue, row.code.as_str(), vocabulary),
            },
            code: row.code.to_string(),
            due_at: row.due_at,
            owner: row.owner,
            attempts: row.attempts,
            last_attempt_at: row.last_attempt_at,
            fields: values(&row.fields),
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

/// The fields as they are kept: an object of texts.
pub fn values(fields: &str) -> BTreeMap<String, String> {
    serde_json::from_str(fields).unwrap_or_default()
}
