//! Statistics of attempts by up to three dimensions, as chart and table.

use super::asked::{Asked, Meant};
use super::chart::{Bar, WIDTH};
use super::folded::{Folded, folded};
use super::parts::{Names, Shown};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use store::{Dimension, Statistics, Tally};

#[derive(Template)]
#[template(path = "results/statistics.html")]
pub struct StatisticsPage {
    shell: Shell,
    query: String,
    levels: [Vec<Choice>; 3],
    lists: Vec<Choice>,
    agents: Vec<Choice>,
    code: String,
    from: String,
    to: String,
    problems: Vec<String>,
    heads: Vec<String>,
    rows: Vec<Row>,
    /// Where each own code has a line, if some are one here.
    apart: Option<String>,
    /// That is looked at.
    is_apart: bool,
    total: Figures,
    /// Whether any call was followed by a menu.
    menus: bool,
    width: i64,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

struct Row {
    parts: Vec<Shown>,
    figures: Figures,
    bar: Bar,
    /// Where the attempts behind it are.
    behind: String,
}

/// The counts of a line as they are written.
pub struct Figures {
    pub attempts: String,
    pub contacts: String,
    pub live: String,
    pub live_share: String,
    pub positive: String,
    pub conversion: String,
    pub callbacks: String,
    pub talked: String,
    pub wrap_up: String,
    /// Opted out of those who heard a menu.
    pub opted_out: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<StatisticsPage>, Failure> {
    let words = asked.words(&visitor.words);
    let meant = asked.meant(app.store().clock().now(), &words);
    let question = meant.question.clone();
    let (answer, names) = app
        .ask(move |store| Ok::<_, Failure>((store.statistics(&question)?, Names::read(store)?)))
        .await?;
    let lines = folded(&answer, &names, &words);
    Ok(Page(look(
        &visitor,
        &asked,
        meant,
        (&answer, lines),
        &names,
    )))
}

fn look(
    visitor: &Visitor,
    asked: &Asked,
    meant: Meant,
    (answer, lines): (&Statistics, Vec<Folded>),
    names: &Names,
) -> StatisticsPage {
    let words = &visitor.words;
    let query = asked.query();
    let longest = lines.iter().map(|line| line.tally.attempts).max();
    let apart = format!(
        "/results/statistics?{}",
        Asked {
            own: "1".to_owned(),
            ..asked.clone()
        }
        .query()
    );
    let is_folded = lines.iter().any(|line| line.line.is_none());
    StatisticsPage {
        levels: [&asked.by1, &asked.by2, &asked.by3].map(|chosen| dimensions(chosen, words)),
        lists: choices(
            names.lists.iter().map(|(id, (name, _))| (id.0, name)),
            &asked.list,
        ),
        agents: choices(
            names.agents.iter().map(|(id, name)| (id.0, name)),
            &asked.agent,
        ),
        code: asked.code.clone(),
        from: meant.first.to_string(),
        to: meant.last.to_string(),
        problems: meant.problems,
        heads: meant
            .question
            .by
            .iter()
            .map(|dimension| label(*dimension, words))
            .collect(),
        rows: lines
            .into_iter()
            .map(|line| Row {
                figures: Figures::of(&line.tally, words),
                bar: Bar::of(line.tally.attempts, line.tally.live, longest.unwrap_or(1)),
                behind: match line.line {
                    Some(own) => format!("/results/attempts?{query}&line={}", query_value(&own)),
                    None => apart.clone(),
                },
                parts: line.parts,
            })
            .collect(),
        apart: is_folded.then_some(apart),
        is_apart: !asked.own.is_empty(),
        total: Figures::of(&answer.total, words),
        menus: answer.total.menus > 0,
        width: WIDTH,
        query,
        shell: visitor.shell("results-statistics"),
    }
}

impl Figures {
    pub fn of(tally: &Tally, words: &Words) -> Self {
        Self {
            attempts: words.number(tally.attempts),
            contacts: words.number(tally.contacts()),
            live: words.number(tally.live),
            live_share: words.share(tally.live, tally.attempts),
            positive: words.number(tally.positive),
            conversion: words.share(tally.positive, tally.live),
            callbacks: words.number(tally.callbacks),
            talked: words.duration(tally.talked_seconds),
            wrap_up: words.duration(tally.wrap_up_seconds),
            opted_out: match tally.menus {
                0 => "–".to_owned(),
                menus => format!(
                    "{} / {}",
                    words.number(tally.opted_out),
                    words.number(menus)
                ),
            },
        }
    }
}

pub fn label(dimension: Dimension, words: &Words) -> String {
    words.t(&format!("dimension-{}", dimension.word()))
}

fn dimensions(chosen: &str, words: &Words) -> Vec<Choice> {
    Dimension::ALL
        .into_iter()
        .map(|dimension| Choice {
            value: dimension.word().to_owned(),
            label: label(dimension, words),
            chosen: dimension.word() == chosen,
        })
        .collect()
}

pub fn choices<'a>(all: impl Iterator<Item = (i64, &'a String)>, chosen: &str) -> Vec<Choice> {
    all.map(|(id, name)| Choice {
        value: id.to_string(),
        label: name.clone(),
        chosen: id.to_string() == chosen,
    })
    .collect()
}
