//! All lists as a table, and the files that are on their way.

use super::wizard::{Underway, underway};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use store::ListOverview;

#[derive(Template)]
#[template(path = "lists/overview.html")]
pub struct OverviewPage {
    shell: Shell,
    asked: Asked,
    heads: Vec<Head>,
    rows: Vec<Row>,
    /// How many there are without the filter.
    all: usize,
    underway: Underway,
}

/// The head of a column, by which the table can be sorted.
struct Head {
    label: String,
    path: String,
    /// `ascending`, `descending` or `none`.
    sorted: &'static str,
    is_figure: bool,
}

struct Row {
    id: i64,
    name: String,
    catalogue: String,
    country: String,
    figures: Vec<String>,
    campaigns: Vec<(String, bool)>,
    imported: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
    sort: String,
    down: String,
}

/// Name in the address, word, and whether it is a figure.
const COLUMNS: [(&str, &str, bool); 10] = [
    ("name", "lists-name", false),
    ("catalogue", "lists-catalogue", false),
    ("country", "lists-country", false),
    ("contacts", "lists-contacts", true),
    ("to-call", "lists-to-call", true),
    ("now", "lists-now", true),
    ("today", "lists-today", true),
    ("later", "lists-later", true),
    ("campaigns", "lists-campaigns", false),
    ("imported", "lists-imported", false),
];

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<OverviewPage>, Failure> {
    let (lists, uploads) = app
        .ask(|store| Ok::<_, Failure>((store.lists_overview()?, store.uploads()?)))
        .await?;
    let words = &visitor.words;
    let all = lists.len();
    let underway = underway(&app, uploads, &lists, None, words);
    let mut found: Vec<ListOverview> = lists.into_iter().filter(|row| asked.fits(row)).collect();
    asked.sort(&mut found);
    Ok(Page(OverviewPage {
        shell: visitor.shell("lists-title"),
        heads: COLUMNS
            .into_iter()
            .map(|(name, label, is_figure)| asked.head(name, words.t(label), is_figure))
            .collect(),
        rows: found.iter().map(|list| row(list, words)).collect(),
        asked,
        all,
        underway,
    }))
}

impl Asked {
    fn fits(&self, row: &ListOverview) -> bool {
        let part = self.q.trim().to_lowercase();
        let campaigns = row.campaigns.iter();
        let mut names = campaigns
            .map(|(_, name, _)| name)
            .chain([&row.list.name, &row.rules.catalogue.file().title]);
        names.any(|name| name.to_lowercase().contains(&part))
    }

    fn is_down(&self) -> bool {
        self.down == "true"
    }

    fn sort(&self, rows: &mut [ListOverview]) {
        match self.sort.as_str() {
            "catalogue" => rows.sort_by_key(|row| row.rules.catalogue.file().title.to_lowercase()),
            "country" => rows.sort_by_key(|row| row.list.country.clone()),
            "contacts" => rows.sort_by_key(contacts),
            "to-call" => rows.sort_by_key(to_call),
            "now" => rows.sort_by_key(|row| row.stock.now),
            "today" => rows.sort_by_key(|row| row.stock.today),
            "later" => rows.sort_by_key(|row| row.stock.later),
            "campaigns" => rows.sort_by_key(|row| row.campaigns.len()),
            "imported" => rows.sort_by_key(|row| row.imported_at),
            _ => rows.sort_by_key(|row| row.list.name.to_lowercase()),
        }
        if self.is_down() {
            rows.reverse();
        }
    }

    fn head(&self, name: &'static str, label: String, is_figure: bool) -> Head {
        let is_it = self.sort == name || (self.sort.is_empty() && name == "name");
        let down = is_it && !self.is_down();
        let q = query_value(&self.q);
        Head {
            label,
            path: format!("/lists?q={q}&sort={name}&down={down}"),
            sorted: match (is_it, self.is_down()) {
                (false, _) => "none",
                (true, false) => "ascending",
                (true, true) => "descending",
            },
            is_figure,
        }
    }
}

fn to_call(row: &ListOverview) -> i64 {
    let stock = row.stock;
    stock
        .now
        .saturating_add(stock.today)
        .saturating_add(stock.later)
}

fn contacts(row: &ListOverview) -> i64 {
    to_call(row).saturating_add(row.stock.closed)
}

fn row(row: &ListOverview, words: &Words) -> Row {
    let stock = row.stock;
    let figures = [
        contacts(row),
        to_call(row),
        stock.now,
        stock.today,
        stock.later,
    ];
    Row {
        id: row.list.id.0,
        name: row.list.name.clone(),
        catalogue: row.rules.catalogue.file().title.clone(),
        country: row.list.country.clone(),
        figures: figures.map(|figure| words.number(figure)).to_vec(),
        campaigns: row
            .campaigns
            .iter()
            .map(|(_, name, active)| (name.clone(), *active))
            .collect(),
        imported: row
            .imported_at
            .map_or_else(|| "–".to_owned(), |at| words.moment(at)),
    }
}
