//! The draft of the next version: its codes in their order, and what the check says.

use super::found::{Drafted, Said, newest};
use crate::app::App;
use crate::area::desk::{Group, groups, hue};
use crate::failure::Failure;
use crate::page::{Page, query_value, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Redirect;
use engine::Catalogue;
use engine::catalogue::{CatalogueFile, Disposition, Setter};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "catalogues/draft.html")]
struct DraftPage {
    shell: Shell,
    name: String,
    base: i64,
    said: Vec<Said>,
    problems: usize,
    warnings: usize,
    rows: Vec<Row>,
    groups: Vec<Group>,
}

struct Row {
    code: String,
    /// As it stands in an address.
    query: String,
    label: String,
    hue: usize,
    kind: &'static str,
    due: String,
    /// Agents may choose it, so it has a place among the buttons.
    is_chosen: bool,
    said: Vec<Said>,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Page<impl Template>, Failure> {
    let wanted = name.clone();
    let drafted = app.ask(move |store| Drafted::read(store, &wanted)).await?;
    let language = visitor.words.language().word();
    let rows = ordered(&drafted.file).into_iter().map(|code| Row {
        code: code.code.to_string(),
        query: query_value(code.code.as_str()),
        label: code.label_in(language).to_owned(),
        hue: hue(&drafted.file, &code.group),
        kind: code.kind.word(),
        due: code
            .follow_up
            .map_or_else(String::new, |follow_up| follow_up.expression.to_string()),
        is_chosen: code.set_by.contains(&Setter::Agent),
        said: drafted.said_of(code.code.as_str()),
    });
    Ok(Page(DraftPage {
        rows: rows.collect(),
        shell: visitor.shell("catalogue-draft"),
        base: drafted.draft.base,
        said: drafted.said_of(""),
        problems: drafted.examined.problems.len(),
        warnings: drafted.examined.warnings.len(),
        groups: groups(&drafted.file, language),
        name,
    }))
}

/// Group by group, within each in the order of the buttons.
fn ordered(file: &CatalogueFile) -> Vec<&Disposition> {
    let mut codes: Vec<&Disposition> = file.dispositions.iter().collect();
    let place = |code: &Disposition| file.groups.iter().position(|group| group.key == code.group);
    codes.sort_by_key(|code| (place(code), code.order.unwrap_or(u32::MAX)));
    codes
}

/// Begins with the newest version there is.
pub async fn begin(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Redirect, Failure> {
    let (by, wanted) = (visitor.known()?.user, name.clone());
    app.ask(move |store| {
        if store.draft(&wanted)?.is_none() {
            let (base, text) = newest(store, &wanted)?.ok_or(Failure::NotFound)?;
            let read = Catalogue::examine(&text, None).file;
            let file = read.ok_or_else(|| Failure::Broken(format!("{wanted} {base}")))?;
            store.save_draft(&file, base, Some(by))?;
        }
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see(&format!("/catalogues/{name}/draft")))
}

pub async fn drop(State(app): State<App>, Path(name): Path<String>) -> Result<Redirect, Failure> {
    let wanted = name.clone();
    app.ask(move |store| store.drop_draft(&wanted).map_err(Failure::from))
        .await?;
    Ok(see("/catalogues"))
}

#[derive(Deserialize)]
pub struct Moved {
    code: String,
    /// `up` or `down`.
    way: String,
}

/// One place up or down among the codes that agents may choose in its group.
pub async fn order(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Form(moved): Form<Moved>,
) -> Result<Redirect, Failure> {
    let (by, wanted) = (visitor.known()?.user, name.clone());
    app.ask(move |store| {
        let mut drafted = Drafted::read(store, &wanted)?;
        if !shift(&mut drafted.file, &moved.code, moved.way == "up") {
            return Err(Failure::NotFound);
        }
        store.save_draft(&drafted.file, drafted.draft.base, Some(by))?;
        Ok(())
    })
    .await?;
    Ok(see(&format!("/catalogues/{name}/draft")))
}

fn shift(file: &mut CatalogueFile, code: &str, up: bool) -> bool {
    let Some(group) = file
        .dispositions
        .iter()
        .find(|one| one.code.as_str() == code)
    else {
        return false;
    };
    let group = group.group.clone();
    let chosen = |one: &&Disposition| one.group == group && one.set_by.contains(&Setter::Agent);
    let mut codes: Vec<String> = ordered(file)
        .into_iter()
        .filter(chosen)
        .map(|one| one.code.to_string())
        .collect();
    let Some(place) = codes.iter().position(|one| one == code) else {
        return false;
    };
    let other = match up {
        true => place.saturating_sub(1),
        false => place.saturating_add(1).min(codes.len().saturating_sub(1)),
    };
    codes.swap(place, other);
    for one in &mut file.dispositions {
        let place = codes.iter().position(|code| code == one.code.as_str());
        if let Some(place) = place.and_then(|place| u32::try_from(place).ok()) {
            one.order = Some(place.saturating_add(1));
        }
    }
    true
}
