//! Taking a code out of a draft: what would then be wrong, and who still stands under it.

use super::draft;
use super::found::Drafted;
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use crate::words::Words;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use engine::Catalogue;
use engine::catalogue::{CatalogueFile, CatalogueProblem, Disposition};
use serde::Deserialize;
use store::Store;

/// What there is to know before a code goes.
pub struct Removal {
    /// It came with the program, so it stays.
    pub is_shipped: bool,
    /// What would be wrong without it and is not now.
    pub wrong: Vec<String>,
    /// How many contacts stand under it: their lists do not move to a version without it.
    pub contacts: i64,
}

impl Removal {
    pub fn of(drafted: &Drafted, code: &Disposition, contacts: i64, words: &Words) -> Self {
        let own = code.code.as_str();
        let before: Vec<&str> = drafted.examined.problems.iter().map(text).collect();
        let after = Catalogue::from_file(without(&drafted.file, own));
        let problems = after.err().unwrap_or_default();
        let is_new = |problem: &&CatalogueProblem| !before.contains(&text(problem));
        let new = problems.iter().filter(is_new);
        Self {
            is_shipped: code.system,
            wrong: new.map(|problem| words.finding(problem)).collect(),
            contacts,
        }
    }
}

fn text(problem: &CatalogueProblem) -> &str {
    &problem.text
}

fn without(file: &CatalogueFile, code: &str) -> CatalogueFile {
    let mut file = file.clone();
    file.dispositions.retain(|one| one.code.as_str() != code);
    file
}

/// Contacts of all lists that work by a version of this catalogue.
pub fn contacts_under(store: &Store, name: &str, code: &str) -> Result<i64, Failure> {
    let mut under = 0_i64;
    for list in store.lists()? {
        if store.rules(list.rules)?.catalogue.name() == name {
            let counts = store.contacts_by_code(list.id)?;
            under = under.saturating_add(counts.get(code).copied().unwrap_or(0));
        }
    }
    Ok(under)
}

#[derive(Deserialize)]
pub struct Asked {
    code: String,
}

pub async fn remove(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Redirect, Failure> {
    let by = visitor.known()?.user;
    let mut drafted = draft::read(&app, &name).await?;
    let mut all = drafted.file.dispositions.iter();
    let code = all.find(|one| one.code.as_str() == asked.code);
    let code = code.ok_or(Failure::NotFound)?;
    if code.system {
        return Err(Failure::Refused(visitor.words.t("catalogue-stays")));
    }
    drafted.file = without(&drafted.file, &asked.code);
    app.ask(move |store| drafted.save(store, by)).await?;
    Ok(see(&format!("/catalogues/{name}/draft")))
}
