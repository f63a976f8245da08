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
pub struct DraftPage {
    shell: Shell,
    name: String,
    base: i64,
    said: Vec<Said>,
    problems: usize,
    warnings: usize,
    rows: Vec<Row>,
    groups: Vec<Group>,
    /// Groups that take a code of one's own, with their labels.
    takes: Vec<(String, String)>,
    new: New,
}

/// The form for one more code, as it was filled in.
#[derive(Default)]
pub struct New {
    pub code: String,
    pub like: String,
    pub group: String,
    pub error: Option<String>,
}

struct Row {
    code: String,
    /// As it stands in an address.
    query: String,
    label: String,
    hue: usize,
    group: String,
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
    let drafted = read(&app, &name).await?;
    Ok(Page(page(&visitor, name, &drafted, New::default())))
}

pub async fn read(app: &App, name: &str) -> Result<Drafted, Failure> {
    let name = name.to_owned();
    app.ask(move |store| Drafted::read(store, &name)).await
}

pub fn page(visitor: &Visitor, name: String, drafted: &Drafted, new: New) -> DraftPage {
    let language = visitor.words.language().word();
    let rows = ordered(&drafted.file).into_iter().map(|code| Row {
        code: code.code.to_string(),
        query: query_value(code.code.as_str()),
        label: code.label_in(language).to_owned(),
        hue: hue(&drafted.file, &code.group),
        group: code.group.clone(),
        kind: code.kind.word(),
        due: code
            .follow_up
            .map_or_else(String::new, |follow_up| follow_up.expression.to_string()),
        is_chosen: code.set_by.contains(&Setter::Agent),
        said: drafted.said_of(code.code.as_str(), &visitor.words),
    });
    DraftPage {
        rows: rows.collect(),
        shell: visitor.shell("catalogue-draft"),
        base: drafted.draft.base,
        said: drafted.said_of("", &visitor.words),
        problems: drafted.examined.problems.len(),
        warnings: drafted.examined.warnings.len(),
        groups: groups(&drafted.file, language),
        takes: takes(&drafted.file, language),
        name,
        new,
    }
}

fn takes(file: &CatalogueFile, language: &str) -> Vec<(String, String)> {
    let open = file.groups.iter().filter(|group| !group.closed);
    open.map(|group| {
        let label = group.label.get(language).cloned().unwrap_or_default();
        (group.key.clone(), format!("{} {label}", group.key))
    })
    .collect()
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
            let read = Catalogue::examine(&text, &[]).file;
            let file = read.ok_or_else(|| Failure::Broken(format!("{wanted} {base}")))?;
            store.save_draft(&file, &text, base, Some(by))?;
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
    /// `up` or `down`, one place.
    #[serde(default)]
    way: String,
    /// Or to where this code stands.
    #[serde(default)]
    to: String,
}

/// Another place among the codes that agents may choose in its group.
pub async fn order(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Form(moved): Form<Moved>,
) -> Result<Redirect, Failure> {
    let (by, wanted, code) = (visitor.known()?.user, name.clone(), moved.code.clone());
    app.ask(move |store| {
        let mut drafted = Drafted::read(store, &wanted)?;
        if !shift(&mut drafted.file, &moved) {
            return Err(Failure::NotFound);
        }
        drafted.save(store, by)?;
        Ok(())
    })
    .await?;
    let place = format!("/catalogues/{name}/draft#code-{}", query_value(&code));
    Ok(see(&place))
}

fn shift(file: &mut CatalogueFile, moved: &Moved) -> bool {
    let code = moved.code.as_str();
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
    let to = match moved.way.as_str() {
        "up" => Some(place.saturating_sub(1)),
        "down" => Some(place.saturating_add(1).min(codes.len().saturating_sub(1))),
        _ => codes.iter().position(|one| *one == moved.to),
    };
    let Some(to) = to else {
        return false;
    };
    let taken = codes.remove(place);
    codes.insert(to, taken);
    for one in &mut file.dispositions {
        let place = codes.iter().position(|code| code == one.code.as_str());
        if let Some(place) = place.and_then(|place| u32::try_from(place).ok()) {
            one.order = Some(place.saturating_add(1));
        }
    }
    true
}
