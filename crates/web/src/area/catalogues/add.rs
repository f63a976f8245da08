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
use engine::catalogue::{CatalogueFile, Disposition};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    code: String,
    /// The code it is to be like; empty where it is to be like none.
    like: String,
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
                error: Some(error),
            };
            let page = draft::page(&visitor, name, &drafted, new);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    let query = query_value(made.code.as_str());
    drafted.file.dispositions.push(made);
    let (file, base) = (drafted.file, drafted.draft.base);
    app.ask(move |store| Ok::<_, Failure>(store.save_draft(&file, base, Some(by))?))
        .await?;
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
    match wanted.like.as_str() {
        "" => empty(file, code),
        like => all
            .find(|one| one.code.as_str() == like)
            .map(|one| copy(one, code))
            .ok_or_else(|| words.t("catalogue-add-like-gone")),
    }
}

/// What only one code may have, and what the product itself has for it, is left behind. The
/// meaning stays, so that the check asks for another beside it.
fn copy(one: &Disposition, code: &str) -> Disposition {
    Disposition {
        code: Code::new(code),
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

/// A code agents may choose and that says nothing yet: the check names what is missing.
fn empty(file: &CatalogueFile, code: &str) -> Result<Disposition, String> {
    let nothing = file.languages.iter().map(|one| (one.clone(), json!("")));
    let label: serde_json::Map<_, _> = nothing.collect();
    let group = file.groups.first().map_or("", |group| group.key.as_str());
    let record = json!({
        "code": code, "label": label, "group": group, "meaning": "", "kind": "final",
        "set_by": ["agent"], "counts": { "attempt": true, "live": true },
    });
    serde_json::from_value(record).map_err(|error| error.to_string())
}
