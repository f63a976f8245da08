//! A new list, as a program asks for it.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::{ListView, fields, ground};
use crate::app::App;
use crate::area::lists::made;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use engine::Stated;
use import::{CATALOGUES, rules_of};
use lists::Country;
use store::{Field, NewList, Store};
use utoipa::ToSchema;

/// A list to make.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Webform", "country": "DE", "catalogue": "callpro", "purpose": "service",
    "fields": [
        { "name": "name", "external": "Name" },
        { "name": "phone", "external": "Telefon", "required": true }
    ]
}))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct MakeList {
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// Whose law holds and how numbers are written: NL, DE, CH, HU, GB or US.
    #[schema(pattern = "^(NL|DE|CH|HU|GB|US)$")]
    country: String,
    /// Whose codes it speaks: callpro, callmonkey, contact-expert or stucc.
    #[schema(pattern = "^(callpro|callmonkey|contact-expert|stucc)$")]
    catalogue: String,
    /// What it is called for: by it the law asks for a ground or does not.
    #[schema(pattern = "^(sales|charity|charity_lottery|press|research|service)$")]
    purpose: String,
    /// The ground that holds for all of it, where contacts bring none of their own: consent,
    /// customer or directory. Belongs with basis_given_on and basis_source.
    #[schema(pattern = "^(consent|customer|directory)$")]
    basis: Option<String>,
    /// When it was given, as YYYY-MM-DD; of customers, the day of the last contract or gift.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    basis_given_on: Option<String>,
    /// Until when it holds, where that was said.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    basis_until: Option<String>,
    /// How and where it was given.
    #[schema(max_length = 500)]
    basis_source: Option<String>,
    /// Also make a campaign of that name, running. One that is there gets the list as one more.
    campaign: Option<bool>,
    /// Without any, the first contact brings them.
    #[schema(max_items = 200)]
    fields: Option<Vec<MakeField>>,
}

/// A field of a list to make.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct MakeField {
    /// Letters, digits and underscores, a letter first.
    #[schema(min_length = 1, max_length = 64)]
    name: String,
    /// What the client calls it; its name when absent.
    #[schema(min_length = 1, max_length = 100)]
    external: Option<String>,
    /// text, integer, decimal, date, datetime, email, phone, bool or choice; when absent, what a
    /// column of that external name usually holds.
    #[schema(pattern = "^(text|integer|decimal|date|datetime|email|phone|bool|choice)$")]
    kind: Option<String>,
    /// Most characters.
    #[schema(minimum = 1, maximum = 10000)]
    max: Option<u32>,
    required: Option<bool>,
    /// What may be chosen: belongs to the kind choice, which needs it.
    #[schema(max_items = 200)]
    choices: Option<Vec<String>>,
}

/// What was asked for, in order.
struct Asked {
    name: String,
    country: Country,
    catalogue: (&'static str, &'static str),
    stated: Stated,
    fields: Vec<Field>,
    with_campaign: bool,
}

/// Makes a list.
#[utoipa::path(
    post, path = "/api/v1/lists", tag = "lists", security(("token" = ["write:lists"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = MakeList,
    responses(
        (status = 201, body = ListView),
        (status = "4XX", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn make(
    State(app): State<App>,
    entry: Entry,
) -> Result<(StatusCode, Json<ListView>), Problem> {
    let asked = read(entry)?;
    let list = app.ask(move |store| add(store, asked)).await?;
    Ok((StatusCode::CREATED, Json(list)))
}

fn read(mut entry: Entry) -> Result<Asked, Problem> {
    let name = entry.needed("name", Entry::name);
    let country = entry.needed("country", |entry, name| {
        entry.one_of(name, &Country::ALL, Country::code)
    });
    let catalogue = entry.needed("catalogue", |entry, name| {
        entry.one_of(name, &CATALOGUES, |(name, _)| name)
    });
    let stated = ground::read(&mut entry);
    let with_campaign = entry.flag("campaign").unwrap_or(false);
    let fields = fields::read(&mut entry);
    let asked = name.zip(country).zip(catalogue).zip(stated);
    let asked = asked.map(|(((name, country), catalogue), stated)| Asked {
        name,
        country,
        catalogue,
        stated,
        fields,
        with_campaign,
    });
    entry.finish_as(asked)
}

fn add(store: &Store, asked: Asked) -> Result<ListView, Problem> {
    let (catalogue, text) = asked.catalogue;
    let rules = rules_of(catalogue, text.to_owned(), asked.country, asked.stated)
        .map_err(|wrong| Problem::broken(&wrong.join("; ")))?;
    let new = NewList {
        name: asked.name,
        country: asked.country.code().to_owned(),
        rules,
        fields: asked.fields,
    };
    let Some(list) = made(store, new, asked.with_campaign)? else {
        return Err(Problem::name_taken("list"));
    };
    let there = store.list(list)?;
    Ok(there.ok_or_else(|| Problem::not_found("list"))?.into())
}
