//! A code that is new in a draft: like another one, or empty.

use super::draft::{self, New};
use super::found::Drafted;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value, see};
use crate::seat::Visitor;
use crate::words::Words;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::Code;
use engine::catalogue::{CatalogueFile, Disposition, Group, Setter};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    code: String,
    /// The code it is to be like; empty where it is to be like none.
    like: String,
    /// Its group; empty is that of the code it is like, or the first that takes one.
    group: String,
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Failure> {
    let by = visitor.known()?.user;
    let mut drafted = draft::read(&app, &name).await?;
    let made = match made(&drafted, &wanted, &visitor.words) {
        Ok(made) => made,
        Err(error) => {
            let new = New {
                code: wanted.code,
                like: wanted.like,
                group: wanted.group,
                error: Some(error),
            };
            let page = draft::page(&visitor, name, &drafted, new);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    let query = query_value(made.code.as_str());
    drafted.file.dispositions.push(made);
    app.ask(move |store| drafted.save(store, by)).await?;
    Ok(see(&format!("/catalogues/{name}/draft/code?code={query}")).into_response())
}

/// The new code, or why there cannot be one of that name.
fn made(drafted: &Drafted, wanted: &Wanted, words: &Words) -> Result<Disposition, String> {
    let (file, code) = (&drafted.file, wanted.code.trim());
    let length = code.chars().count();
    let is_plain = !code.chars().any(|c| c.is_control() || c.is_whitespace());
    if !(1..=40).contains(&length) || !is_plain {
        return Err(words.t("catalogue-add-plain"));
    }
    if file.reserved.iter().any(|reserved| reserved == code) {
        return Err(words.t("catalogue-add-reserved"));
    }
    let mut all = file.dispositions.iter();
    let is_there = |one: &Disposition| {
        one.code.as_str() == code || one.aliases.iter().any(|alias| alias == code)
    };
    if let Some(other) = all.find(|one| is_there(one)) {
        let label = other.label_in(words.language().word());
        let other = format!("{} {label}", other.code);
        return Err(words.with("catalogue-add-taken", [("other", other.as_str())]));
    }
    let mut all = file.dispositions.iter();
    let made = match wanted.like.as_str() {
        "" => empty(file, code, &wanted.group)?,
        like => all
            .find(|one| one.code.as_str() == like)
            .map(|one| copy(one, code, &wanted.group))
            .ok_or_else(|| words.t("catalogue-add-like-gone"))?,
    };
    match file.group(&made.group).filter(|group| group.closed) {
        Some(group) => Err(words.with("catalogue-add-closed", [("group", group.key.as_str())])),
        None => Ok(made),
    }
}

/// What only one code may have, and what the product itself has for it, is left behind. The
/// meaning stays, so that the check asks for another beside it.
fn copy(one: &Disposition, code: &str, group: &str) -> Disposition {
    let group = match group {
        "" => one.group.clone(),
        group => group.to_owned(),
    };
    Disposition {
        code: Code::new(code),
        group,
        name: None,
        aliases: Vec::new(),
        former: Default::default(),
        also_means: Vec::new(),
        on: Vec::new(),
        kind_on: Default::default(),
        system: false,
        canonical: false,
        hotkey: None,
        order: None,
        ..one.clone()
    }
}

/// A code that says nothing yet, for agents where its group lets them: the check names what is
/// missing.
fn empty(file: &CatalogueFile, code: &str, group: &str) -> Result<Disposition, String> {
    let nothing = file.languages.iter().map(|one| (one.clone(), json!("")));
    let label: serde_json::Map<_, _> = nothing.collect();
    let by_agents = |group: &&Group| !group.closed && group.allows(Setter::Agent);
    let group = file
        .group(group)
        .or_else(|| file.groups.iter().find(by_agents));
    let set_by = match group.is_none_or(|group| group.allows(Setter::Agent)) {
        true => vec![Setter::Agent],
        false => group.map_or_else(Vec::new, |group| group.set_by.clone()),
    };
    let record = json!({
        "code": code, "label": label, "group": group.map_or("", |group| &group.key), "meaning": "",
        "kind": "final", "set_by": set_by, "counts": { "attempt": true, "live": true },
    });
    serde_json::from_value(record).map_err(|error| error.to_string())
}
