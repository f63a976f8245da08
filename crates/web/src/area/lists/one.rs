//! One list: its figures, its fields, what came in, and the ways on.

use super::wizard::{Underway, underway_of};
use super::{basis_label, list, purpose_label};
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use engine::{ListBasis, Settings};
use jiff::civil::Date;
use store::{Field, Import, ListOverview, ListStock, Store, Upload, Why};

#[derive(Template)]
#[template(path = "lists/one.html")]
pub struct OnePage {
    shell: Shell,
    id: i64,
    catalogue: String,
    country: String,
    figures: Vec<(&'static str, String)>,
    campaigns: Vec<(String, bool)>,
    ground: GroundLines,
    fields: Vec<FieldLine>,
    imports: Imports,
    retention: super::retention::Shown,
}

/// What the list is called for and on which ground, and who has none.
struct GroundLines {
    purpose: Option<String>,
    basis: Option<String>,
    /// The list's own ground does not count yet.
    later: bool,
    without: Option<String>,
}

struct FieldLine {
    name: String,
    column: String,
    /// What may stand in it, as far as somebody has said.
    kind: String,
    details: Vec<String>,
}

/// What came in, with what is on its way: fetched again when it moves.
#[derive(Template)]
#[template(path = "lists/imports.html")]
pub struct Imports {
    words: Words,
    id: i64,
    underway: Underway,
    lines: Vec<Line>,
}

struct Line {
    id: i64,
    file: String,
    at: String,
    mode: String,
    state: String,
    mark: &'static str,
    rows: String,
    imported: String,
    updated: String,
    rejected: String,
    can_undo: bool,
    can_cancel: bool,
    /// Where an import that was stopped goes on, if its file is here.
    upload: Option<i64>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<OnePage>, Failure> {
    let (there, held, today, seen, days) = app
        .ask(move |store| {
            let list = list(store, id)?;
            let overview = store.lists_overview()?;
            let there = overview.into_iter().find(|one| one.list.id == list.id);
            let there = there.ok_or(Failure::NotFound)?;
            let held = store.stock_of_list(list.id)?;
            let now = store.clock().now();
            let today = there.rules.law.zone().local(now).date();
            Ok::<_, Failure>((
                there,
                held,
                today,
                Seen::read(store, id)?,
                store.retention(list.id)?,
            ))
        })
        .await?;
    let words = &visitor.words;
    let stock = there.stock;
    let to_call = stock
        .now
        .saturating_add(stock.today)
        .saturating_add(stock.later);
    let figures = [
        ("lists-contacts", to_call.saturating_add(stock.closed)),
        ("lists-to-call", to_call),
        ("lists-now", stock.now),
        ("lists-today", stock.today),
        ("lists-later", stock.later),
        ("lists-closed", stock.closed),
    ];
    Ok(Page(OnePage {
        shell: visitor.shell_named(there.list.name.clone()),
        id,
        catalogue: there.rules.catalogue.file().title.clone(),
        country: words.t(&format!(
            "lists-country-{}",
            there.list.country.to_lowercase()
        )),
        figures: figures
            .into_iter()
            .map(|(key, count)| (key, words.number(count)))
            .collect(),
        campaigns: campaigns(&there),
        ground: ground(&there.rules.settings, &held, today, words),
        fields: there
            .list
            .fields
            .iter()
            .map(|field| field_line(field, words))
            .collect(),
        imports: seen.shown(&app, id, words),
        retention: super::retention::shown(
            &there.list,
            &days,
            &there.rules.law,
            words.zone().local(app.store().clock().now()).date(),
            words,
        ),
    }))
}

fn ground(settings: &Settings, held: &ListStock, today: Date, words: &Words) -> GroundLines {
    let basis = settings.basis.as_ref();
    let without = held.count(Why::NoGround);
    GroundLines {
        purpose: settings
            .purpose
            .map(|purpose| purpose_label(purpose, words)),
        basis: basis.map(|basis| basis_line(basis, words)),
        later: basis.is_some_and(|basis| basis.consent.given_on > today),
        without: (without > 0).then(|| words.n("ground-without", without)),
    }
}

/// `consent, 02-01-2026 to 01-01-2027: the form on the website`
fn basis_line(basis: &ListBasis, words: &Words) -> String {
    let (what, from) = (
        basis_label(basis.consent.basis, words),
        words.day(basis.consent.given_on),
    );
    let parts = [
        ("basis", what.as_str()),
        ("from", &from),
        ("source", &basis.source),
    ];
    match basis.consent.until {
        None => words.with("ground-line", parts),
        Some(until) => {
            let until = words.day(until);
            let [what, from, source] = parts;
            words.with("ground-line-until", [what, from, source, ("until", &until)])
        }
    }
}

fn field_line(field: &Field, words: &Words) -> FieldLine {
    let mut details = Vec::new();
    if field.required {
        details.push(words.t("columns-required"));
    }
    if let Some(max) = field.max {
        details.push(words.n("lists-field-max", max));
    }
    if !field.choices.is_empty() {
        details.push(field.choices.join(", "));
    }
    FieldLine {
        name: field.name.clone(),
        column: field.external.clone(),
        kind: match &field.kind {
            Some(kind) => words.t(&format!("columns-type-{kind}")),
            None => String::new(),
        },
        details,
    }
}

/// The block of imports alone.
pub async fn imports(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<Imports>, Failure> {
    let seen = app
        .ask(move |store| {
            list(store, id)?;
            Seen::read(store, id)
        })
        .await?;
    Ok(Page(seen.shown(&app, id, &visitor.words)))
}

fn campaigns(there: &ListOverview) -> Vec<(String, bool)> {
    let all = there.campaigns.iter();
    all.map(|(_, name, active)| (name.clone(), *active))
        .collect()
}

struct Seen {
    imports: Vec<Import>,
    uploads: Vec<Upload>,
}

impl Seen {
    fn read(store: &Store, id: i64) -> Result<Self, Failure> {
        let list = engine::ListId(id);
        let mut uploads = store.uploads()?;
        uploads.retain(|upload| upload.list == Some(list));
        Ok(Self {
            imports: store.imports(list)?,
            uploads,
        })
    }

    fn shown(self, app: &App, id: i64, words: &Words) -> Imports {
        let of_import = |import: &Import| {
            let mut uploads = self.uploads.iter();
            uploads.find(|upload| upload.import == Some(import.id))
        };
        let lines = self.imports.iter().rev();
        let lines = lines.map(|import| line(import, of_import(import), words));
        Imports {
            lines: lines.collect(),
            underway: underway_of(app, &self.uploads, words),
            words: words.clone(),
            id,
        }
    }
}

fn line(import: &Import, upload: Option<&Upload>, words: &Words) -> Line {
    let counts = import.counts;
    let is_running = upload.is_some_and(|upload| upload.state.is_at_work());
    let is_staging = import.state == "staging";
    Line {
        id: import.id,
        file: import.file.clone(),
        at: words.moment(import.at),
        mode: words.t(&format!("import-mode-{}", import.mode.replace('_', "-"))),
        state: match is_running {
            true => words.t("import-state-running"),
            false => words.t(&format!("import-state-{}", import.state)),
        },
        mark: mark(&import.state),
        rows: words.number(counts.rows),
        imported: words.number(counts.imported),
        updated: words.number(counts.updated),
        rejected: words.number(counts.rejected),
        can_undo: import.state == "live" && import.mode != "by_hand",
        can_cancel: is_staging && !is_running,
        upload: upload
            .filter(|_| is_staging && !is_running)
            .map(|upload| upload.id),
    }
}

/// The class of a state's tag.
pub fn mark(state: &str) -> &'static str {
    match state {
        "live" => "good",
        "staging" => "warn",
        _ => "",
    }
}
