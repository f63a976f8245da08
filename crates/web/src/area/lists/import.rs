//! One import: what came of it, its problems, and taking it back.

use super::counted::{self, Figure, Kind};
use super::{download, list, one};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use ::import::Outlook;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use fluent_bundle::FluentArgs;
use store::{Extent, Import, ImportProblem, Store};

#[derive(Template)]
#[template(path = "lists/import.html")]
pub struct ImportPage {
    shell: Shell,
    list: i64,
    list_name: String,
    id: i64,
    state: String,
    mark: &'static str,
    is_live: bool,
    is_staging: bool,
    can_undo: bool,
    at: String,
    mode: String,
    said: String,
    figures: Vec<Figure>,
    kinds: Vec<Kind>,
}

/// A question before what cannot be had back as easily.
#[derive(Template)]
#[template(path = "lists/sure.html")]
pub struct SurePage {
    pub shell: Shell,
    pub what: Vec<String>,
    pub action: String,
    pub button: String,
    pub back: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, import)): Path<(i64, i64)>,
) -> Result<Page<ImportPage>, Failure> {
    let (list, import, problems) = app
        .ask(move |store| {
            let there = of_list(store, id, import)?;
            let problems = store.import_problems(import)?;
            Ok::<_, Failure>((list(store, id)?, there, problems))
        })
        .await?;
    let words = &visitor.words;
    let outlook = Outlook::of_problems(&problems);
    Ok(Page(ImportPage {
        shell: visitor.shell_named(import.file.clone()),
        list: id,
        list_name: list.name,
        id: import.id,
        state: words.t(&format!("import-state-{}", import.state)),
        mark: one::mark(&import.state),
        is_live: import.state == "live",
        is_staging: import.state == "staging",
        can_undo: import.state == "live" && import.mode != "by_hand",
        at: words.moment(import.at),
        mode: words.t(&format!("import-mode-{}", import.mode.replace('_', "-"))),
        said: said(&import, words),
        figures: counted::figures(&import.counts, 0, words),
        kinds: counted::kinds(&outlook, words),
    }))
}

fn said(import: &Import, words: &Words) -> String {
    let counts = import.counts;
    let mut parts = FluentArgs::new();
    parts.set("imported", words.counted(saturated(counts.imported)));
    parts.set("updated", words.counted(saturated(counts.updated)));
    parts.set("rejected", words.counted(saturated(counts.rejected)));
    match import.mode.as_str() {
        "update" | "sync" => words.say("import-said-update", &parts),
        _ => words.say("import-said", &parts),
    }
}

pub fn saturated(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

pub async fn problems(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, import)): Path<(i64, i64)>,
) -> Result<Response, Failure> {
    let (import, problems): (Import, Vec<ImportProblem>) = app
        .ask(move |store| {
            let there = of_list(store, id, import)?;
            Ok::<_, Failure>((there, store.import_problems(import)?))
        })
        .await?;
    let name = format!("{} {}", visitor.words.t("problems-file"), import.file);
    download::problems(&name, &problems, &visitor.words)
}

pub async fn sure_undo(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, import)): Path<(i64, i64)>,
) -> Result<Page<SurePage>, Failure> {
    let words = visitor.words.clone();
    let (import, extent) = app
        .ask(move |store| {
            let there = of_list(store, id, import)?;
            if there.state != "live" || there.mode == "by_hand" {
                return Err(Failure::Refused(words.t("import-not-live")));
            }
            Ok((there, store.import_extent(engine::ListId(id), import)?))
        })
        .await?;
    let path = format!("/lists/{id}/imports/{}", import.id);
    Ok(Page(SurePage {
        shell: visitor.shell("import-undo-title"),
        what: undone(&import, extent, &visitor.words),
        action: format!("{path}/undo"),
        button: visitor.words.t("import-undo-do"),
        back: path,
    }))
}

/// What goes and what stays, in numbers.
fn undone(import: &Import, extent: Extent, words: &Words) -> Vec<String> {
    let go = extent.contacts.saturating_sub(extent.touched);
    let mut what = vec![words.n("import-undo-go", go)];
    if extent.touched > 0 {
        what.push(words.n("import-undo-stay", extent.touched));
    }
    if import.counts.updated > 0 {
        what.push(words.n("import-undo-updated", import.counts.updated));
    }
    what.push(words.t("import-undo-again"));
    what
}

pub async fn undo(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, import)): Path<(i64, i64)>,
) -> Result<Redirect, Failure> {
    let words = visitor.words.clone();
    app.ask(move |store| {
        let there = of_list(store, id, import)?;
        if there.state != "live" || there.mode == "by_hand" {
            return Err(Failure::Refused(words.t("import-not-live")));
        }
        store.undo_import(import).map_err(Failure::from)
    })
    .await?;
    Ok(see(&format!("/lists/{id}/imports/{import}")))
}

pub async fn sure_cancel(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, import)): Path<(i64, i64)>,
) -> Result<Page<SurePage>, Failure> {
    let words = visitor.words.clone();
    let there = app
        .ask(move |store| staged(store, id, import, &words))
        .await?;
    let path = format!("/lists/{id}/imports/{import}");
    Ok(Page(SurePage {
        shell: visitor.shell("import-cancel-title"),
        what: vec![visitor.words.n("import-cancel-go", there.counts.rows)],
        action: format!("{path}/cancel"),
        button: visitor.words.t("import-cancel-do"),
        back: path,
    }))
}

pub async fn cancel(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, import)): Path<(i64, i64)>,
) -> Result<Redirect, Failure> {
    let words = visitor.words.clone();
    app.ask(move |store| {
        staged(store, id, import, &words)?;
        store.cancel_import(import).map_err(Failure::from)
    })
    .await?;
    Ok(see(&format!("/lists/{id}/imports/{import}")))
}

fn staged(store: &Store, list: i64, import: i64, words: &Words) -> Result<Import, Failure> {
    let there = of_list(store, list, import)?;
    match there.state.as_str() {
        "staging" => Ok(there),
        _ => Err(Failure::Refused(words.t("import-not-staged"))),
    }
}

/// The import, if it belongs to the list.
fn of_list(store: &Store, list: i64, import: i64) -> Result<Import, Failure> {
    let imports = store.imports(engine::ListId(list))?;
    let found = imports.into_iter().find(|there| there.id == import);
    found.ok_or(Failure::NotFound)
}
