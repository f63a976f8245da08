//! How a list is doing: its report in the catalogue's columns, its codes as bars.

use super::chart::{Bar, WIDTH};
use super::statistics::{Choice, choices};
use crate::app::App;
use crate::area::contacts::Coded;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use engine::ListId;
use serde::Deserialize;
use store::{List, ListReport, Stock};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    list: String,
}

#[derive(Template)]
#[template(path = "results/list.html")]
pub struct ListPage {
    shell: Shell,
    lists: Vec<Choice>,
    report: Option<Told>,
    width: i64,
}

struct Told {
    name: String,
    list: i64,
    columns: Vec<(&'static str, String, String)>,
    stock: Vec<(&'static str, String)>,
    in_both: i64,
    elsewhere: i64,
    codes: Vec<CodeLine>,
}

struct CodeLine {
    code: Coded,
    contacts: String,
    open: String,
    bar: Bar,
    path: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<ListPage>, Failure> {
    let wanted = asked.list.parse().ok().map(ListId);
    let (all, told) = app
        .ask(move |store| {
            let all = store.lists()?;
            let chosen = wanted.or_else(|| all.first().map(|list| list.id));
            let there = chosen.and_then(|id| all.iter().find(|list| list.id == id).cloned());
            let told = match there {
                Some(list) => {
                    let (report, stock) = (store.report(list.id)?, store.stock(list.id)?);
                    let rules = store.rules(list.rules)?;
                    Some((list, report, stock, rules))
                }
                None => None,
            };
            Ok::<_, Failure>((all, told))
        })
        .await?;
    let chosen = told
        .as_ref()
        .map_or_else(String::new, |(list, ..)| list.id.0.to_string());
    let report = told.map(|(list, report, stock, rules)| {
        let coded = |code: &str| Coded::in_catalogue(Some(&rules.catalogue), &visitor.words, code);
        tell(&visitor, &list, &report, stock, &coded)
    });
    Ok(Page(ListPage {
        lists: choices(all.iter().map(|list| (list.id.0, &list.name)), &chosen),
        report,
        width: WIDTH,
        shell: visitor.shell("results-list"),
    }))
}

fn tell(
    visitor: &Visitor,
    list: &List,
    report: &ListReport,
    stock: Stock,
    coded: &dyn Fn(&str) -> Coded,
) -> Told {
    let words = &visitor.words;
    let column = |key, count: i64| {
        (
            key,
            words.number(count),
            words.share(count, report.contacts),
        )
    };
    let lines = merged(report, coded);
    let most = lines.iter().map(|(_, contacts, _)| *contacts).max();
    let most = most.unwrap_or(1);
    Told {
        name: list.name.clone(),
        list: list.id.0,
        columns: vec![
            column("results-contacts", report.contacts),
            column("results-to-call", report.to_call),
            column("results-drop-out", report.drop_out),
            column("results-no-interest", report.no_interest),
            column("results-positive", report.positive),
        ],
        stock: vec![
            ("results-stock-now", words.number(stock.now)),
            ("results-stock-today", words.number(stock.today)),
            ("results-stock-later", words.number(stock.later)),
            ("results-stock-closed", words.number(stock.closed)),
        ],
        in_both: report.in_both,
        elsewhere: report.elsewhere,
        codes: lines
            .into_iter()
            .map(|(code, contacts, open)| CodeLine {
                path: format!(
                    "/contacts?list={}&code={}",
                    list.id.0,
                    crate::page::query_value(&code.own)
                ),
                contacts: words.number(contacts),
                open: words.number(open),
                bar: Bar::of(contacts, open, most),
                code,
            })
            .collect(),
    }
}

/// Contacts and open ones by the code that is shown: several own codes may be one there. Then
/// the line leads nowhere, and its own code is empty.
fn merged(report: &ListReport, coded: &dyn Fn(&str) -> Coded) -> Vec<(Coded, i64, i64)> {
    let mut lines: Vec<(Coded, i64, i64)> = Vec::new();
    for count in &report.codes {
        let code = coded(&count.code);
        let same = |line: &&mut (Coded, i64, i64)| {
            (&line.0.code, &line.0.label) == (&code.code, &code.label)
        };
        match lines.iter_mut().find(same) {
            Some((shown, contacts, open)) => {
                shown.own.clear();
                *contacts = contacts.saturating_add(count.contacts);
                *open = open.saturating_add(count.open);
            }
            None => lines.push((code, count.contacts, count.open)),
        }
    }
    lines
}
