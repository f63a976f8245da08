//! The page: registers, a number that is looked up, a number that is added.

use super::asked;
use super::file::WAY;
use super::rows::{HoldsRow, LiftedRow, RegisterRow, Told};
use crate::app::App;
use crate::area::lists::{Underway, underway_whole};
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use engine::Number;
use serde::Deserialize;
use store::{
    Advertiser, Campaign, Lifted, Register, Registered, Store, Subject, Suppression, Upload,
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    number: String,
}

#[derive(Template)]
#[template(path = "suppressions/page.html")]
pub struct SuppressionsPage {
    shell: Shell,
    asked: String,
    /// What was looked up, as it is kept.
    number: Option<String>,
    number_error: Option<String>,
    holds: Vec<HoldsRow>,
    lifted: Vec<LiftedRow>,
    registers: Vec<RegisterRow>,
    underway: Underway,
    advertisers: Vec<(String, String, bool)>,
    campaigns: Vec<(String, String, bool)>,
    entered: Entered,
    add_error: Option<String>,
    from_error: Option<String>,
    until_error: Option<String>,
    lift_error: Option<String>,
}

/// The form by which a number is added.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub number: String,
    /// Empty, or what it holds in: `campaign-3`, `advertiser-1`.
    pub place: String,
    pub reason: String,
    pub from: String,
    pub until: String,
}

/// What is wrong with a form.
#[derive(Default)]
pub struct Wrong {
    pub number: Option<String>,
    pub from: Option<String>,
    pub until: Option<String>,
    pub lift: Option<String>,
}

struct Known {
    subject: Option<Subject>,
    holds: Vec<Suppression>,
    lifted: Vec<Lifted>,
    registers: Vec<Register>,
    registered: Vec<Registered>,
    uploads: Vec<Upload>,
    campaigns: Vec<Campaign>,
    advertisers: Vec<Advertiser>,
}

impl Known {
    fn read(store: &Store, asked: &str) -> Result<Self, Failure> {
        let subject = match asked.trim() {
            "" => None,
            text => asked::subject(store, text)?,
        };
        let mut known = Self {
            subject,
            holds: Vec::new(),
            lifted: Vec::new(),
            registers: store.registers()?,
            registered: Vec::new(),
            uploads: store.uploads()?,
            campaigns: store.campaigns()?,
            advertisers: store.advertisers()?,
        };
        if let Some(subject) = &known.subject {
            known.holds = store.suppressions_of(subject.clone())?;
            known.lifted = store.lifted_of(subject.clone())?;
            let numbers: Vec<Number> = subject.number().into_iter().collect();
            known.registered = store.check_registers(&numbers)?;
        }
        Ok(known)
    }
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<SuppressionsPage>, Failure> {
    let page = page(
        &visitor,
        &app,
        asked.number,
        Entered::default(),
        Wrong::default(),
    );
    Ok(Page(page.await?))
}

pub async fn page(
    visitor: &Visitor,
    app: &App,
    asked: String,
    entered: Entered,
    wrong: Wrong,
) -> Result<SuppressionsPage, Failure> {
    let text = asked.clone();
    let known = app.ask(move |store| Known::read(store, &text)).await?;
    let words = &visitor.words;
    let told = Told {
        words,
        campaigns: &known.campaigns,
        advertisers: &known.advertisers,
        now: app.store().clock().now(),
    };
    let is_wrong = known.subject.is_none() && !asked.trim().is_empty();
    let is_number = known.subject.as_ref().and_then(Subject::number).is_some();
    Ok(SuppressionsPage {
        number: known.subject.as_ref().map(|subject| match subject {
            // Nothing is kept of an address but what was typed just now.
            Subject::Person(_) => asked.trim().to_owned(),
            Subject::Number(_) | Subject::Domain(..) => subject.to_string(),
        }),
        number_error: is_wrong.then(|| wrong_subject(words, &asked)),
        holds: known.holds.iter().map(|there| told.holds(there)).collect(),
        lifted: known
            .lifted
            .iter()
            .map(|there| told.lifted(there))
            .collect(),
        registers: match is_number {
            true => known
                .registered
                .iter()
                .map(|there| told.registered(there))
                .collect(),
            false => known
                .registers
                .iter()
                .map(|there| told.register(there, None))
                .collect(),
        },
        underway: underway_whole(app, &known.uploads, WAY, words),
        advertisers: places(&entered.place, "advertiser", &known.advertisers, |one| {
            (one.id.0, one.name.clone())
        }),
        campaigns: places(&entered.place, "campaign", &known.campaigns, |one| {
            (one.id.0, one.name.clone())
        }),
        shell: visitor.shell("suppressions-title"),
        asked,
        entered,
        add_error: wrong.number,
        from_error: wrong.from,
        until_error: wrong.until,
        lift_error: wrong.lift,
    })
}

/// Choices of where it is to hold, with the chosen one marked.
pub fn places<T>(
    chosen: &str,
    kind: &str,
    all: &[T],
    named: impl Fn(&T) -> (i64, String),
) -> Vec<(String, String, bool)> {
    let choice = |one: &T| {
        let (id, name) = named(one);
        let value = format!("{kind}-{id}");
        let is = chosen == value;
        (value, name, is)
    };
    all.iter().map(choice).collect()
}

pub fn register_names(store: &Store) -> Result<Vec<String>, Failure> {
    let all = store.registers()?;
    Ok(all.into_iter().map(|there| there.name).collect())
}

/// What cannot be read, and what to do about it.
pub fn wrong_subject(words: &Words, text: &str) -> String {
    match asked::is_domain(text) {
        true => words.t("suppressions-domain-wrong"),
        false => words.t("suppressions-number-wrong"),
    }
}
