//! Contacts that programs bring: what a web form sends, and corrections.

mod form;
mod renumber;

use super::contacts::card;
use super::entry::Entry;
use super::lists::known;
use super::problem::{Fault, Problem};
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::{Actor, Command, ContactId, ListId};
use form::Checked;
pub use form::Form;
pub use renumber::changes as changed_numbers;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{AddedContact, List, RecordError, Store};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};

/// A contact as it comes in.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "key": "form-2026-0017",
    "fields": { "name": "Ada Muster", "phone": "+493023125014" },
    "first": true
}))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct NewContact {
    /// By which you know it: the same key again changes the contact that is there.
    #[schema(min_length = 1, max_length = 200)]
    key: Option<String>,
    /// Values by the names of the list's fields, or by what you call them.
    #[schema(value_type = std::collections::HashMap<String, FieldValue>)]
    fields: BTreeMap<String, serde_json::Value>,
    /// Offer it now and before all others.
    first: Option<bool>,
}

/// Other values for some fields.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "fields": { "name": "Ada Beispiel", "phone": "+493023125015" } }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct ContactChange {
    /// Values by the names of the list's fields; null or an empty text clears one.
    #[schema(value_type = std::collections::HashMap<String, FieldValue>)]
    fields: BTreeMap<String, serde_json::Value>,
}

/// What may stand in a field: a text, a number, true, false or null.
struct FieldValue;

impl ToSchema for FieldValue {}

impl PartialSchema for FieldValue {
    fn schema() -> RefOr<Schema> {
        let types = [Type::String, Type::Number, Type::Boolean, Type::Null];
        let object = ObjectBuilder::new().schema_type(SchemaType::from_iter(types));
        object.max_length(Some(10_000)).into()
    }
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Taken {
    pub list: i64,
    pub contact: i64,
    /// It was not there before.
    pub created: bool,
    /// Names of the fields that changed in one that was there.
    pub changed: Vec<String>,
    /// new, unreached, callback, suspended, closed or in_hand.
    pub state: String,
    /// What closed a new one on arrival: import.duplicate or suppressed.
    pub closed_by: Option<String>,
    /// It will be offered before all others.
    pub first: bool,
    /// What was taken although something is amiss.
    pub warnings: Vec<Fault>,
}

/// Takes a contact in, or changes the one the key leads to: fields that are named get their
/// values, the rest stays.
#[utoipa::path(
    post, path = "/api/v1/lists/{list}/contacts", tag = "contacts", security(("token" = ["write:contacts"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = NewContact,
    responses(
        (status = 200, body = Taken, description = "it was there already"),
        (status = 201, body = Taken),
        (status = "4XX", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn put(
    State(app): State<App>,
    Path(list): Path<String>,
    mut entry: Entry,
) -> Result<(StatusCode, Json<Taken>), Problem> {
    let key = entry.text("key", 200).map(|key| key.trim().to_owned());
    if key.as_ref().is_some_and(String::is_empty) {
        entry.fault::<()>(
            "key",
            "required",
            "is empty: fill it in or leave it out".to_owned(),
        );
    }
    let first = entry.flag("first").unwrap_or(false);
    let fields = entry.fields("fields");
    if fields.is_empty() && entry.faults.is_empty() {
        entry.fault::<()>("fields", "required", "name at least one field".to_owned());
    }
    entry.finish()?;
    let taken = app
        .ask(move |store| {
            let list = known(store, &list)?;
            let form = Form::of(&list, key, fields)?.on(store.clock().now());
            take_in(store, &list, &form, first)
        })
        .await?;
    let status = if taken.created {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    Ok((status, Json(taken)))
}

/// Gives fields of a contact other values, and its numbers other digits with them.
#[utoipa::path(
    patch, path = "/api/v1/lists/{list}/contacts/{contact}", tag = "contacts", security(("token" = ["write:contacts"])),
    params(
        ("list" = i64, Path, minimum = 1), ("contact" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = ContactChange,
    responses((status = 200, body = Taken), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn change(
    State(app): State<App>,
    Path((list, contact)): Path<(String, String)>,
    mut entry: Entry,
) -> Result<Json<Taken>, Problem> {
    let fields = entry.needed("fields", |entry, name| Some(entry.fields(name)));
    let fields = entry.finish_as(fields)?;
    app.ask(move |store| {
        let (_, row) = card(store, &list, &contact)?;
        let list = known(store, &list)?;
        let form = Form::of(&list, None, fields)?.on(store.clock().now());
        let checked = form.check(false)?;
        alter(store, &list, row.id, &form, &checked, false).map(Json)
    })
    .await
}

fn take_in(store: &Store, list: &List, form: &Form, first: bool) -> Result<Taken, Problem> {
    let known = match form.key() {
        Some(key) => by_key(store, list.id, &key)?,
        None => None,
    };
    let checked = form.check(known.is_none())?;
    if let Some(contact) = known {
        return alter(store, list, contact, form, &checked, first);
    }
    if list.fields.is_empty() {
        store.set_fields(list.id, form.fields())?;
    }
    let new = AddedContact {
        key: checked.key.clone(),
        dedupe: checked.dedupe,
        zone: checked.zone.clone(),
        kind: checked.kind,
        numbers: checked.numbers.clone(),
        fields: checked.filled(),
        first,
    };
    let added = store.add_contact(list.id, new, Actor::System)?;
    import::membership::judge_one(store, list.id, added.contact)?;
    let state = state_of(store, list.id, added.contact)?;
    Ok(Taken {
        list: list.id.0,
        contact: added.contact.0,
        created: !added.known,
        changed: added.changed,
        first: first && added.arrival.is_none() && !added.known,
        closed_by: added.arrival.map(|trigger| trigger.to_string()),
        state,
        warnings: checked.warnings,
    })
}

/// The contact of exactly this key: an id that looks like it is somebody else's.
fn by_key(store: &Store, list: ListId, key: &str) -> Result<Option<ContactId>, Problem> {
    for (list, contact) in store.find_contact(key, Some(list))? {
        let row = store.card(list, contact)?;
        if row.is_some_and(|row| row.key.as_deref() == Some(key)) {
            return Ok(Some(contact));
        }
    }
    Ok(None)
}

fn alter(
    store: &Store,
    list: &List,
    contact: ContactId,
    form: &Form,
    checked: &Checked,
    first: bool,
) -> Result<Taken, Problem> {
    let numbers = renumber::changes(store, list.id, contact, form, checked)?;
    let edited = store.edit(list.id, contact, checked.values.clone(), Actor::System)?;
    if !numbers.is_empty() {
        store.set_numbers(list.id, contact, numbers, Actor::System)?;
    }
    import::membership::judge_one(store, list.id, contact)?;
    let mut warnings = checked.warnings.clone();
    let mut is_first = false;
    if first {
        let call = store::Entry::command(list.id, contact, Actor::System, Command::CallFirst);
        match store.record(call) {
            Ok(_) => is_first = true,
            Err(RecordError::Refused(refusal)) => {
                warnings.push(Fault::new("first", refusal.code(), refusal.to_string()));
            }
            Err(other) => return Err(other.into()),
        }
    }
    let changed = edited.map(|recorded| recorded.because).unwrap_or_default();
    let changed = changed.into_iter().find_map(|because| match because {
        engine::Because::Edited { fields } => Some(fields),
        _ => None,
    });
    Ok(Taken {
        list: list.id.0,
        contact: contact.0,
        created: false,
        changed: changed.unwrap_or_default(),
        state: state_of(store, list.id, contact)?,
        closed_by: None,
        first: is_first,
        warnings,
    })
}

fn state_of(store: &Store, list: ListId, contact: ContactId) -> Result<String, Problem> {
    let row = store.card(list, contact)?;
    Ok(row.map(|row| row.state).unwrap_or_default())
}
