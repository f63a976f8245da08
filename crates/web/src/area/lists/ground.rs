//! What a list is called for and on which ground: stated when it is made, changed here.

use super::list;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::consent::stated::{self, Fault, Part, Wrong};
use engine::{Actor, AgentId, Basis, ListId, Purpose, Settings, Stated};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words of the form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub purpose: String,
    pub basis: String,
    pub given_on: String,
    pub until: String,
    pub source: String,
}

/// The part of a form in which it is stated.
pub struct GroundForm {
    pub entered: Entered,
    pub purposes: Vec<(&'static str, String, bool)>,
    pub bases: Vec<(&'static str, String, bool)>,
    errors: BTreeMap<&'static str, String>,
}

#[derive(Template)]
#[template(path = "lists/ground_page.html")]
struct GroundPage {
    shell: Shell,
    id: i64,
    ground: GroundForm,
}

impl Entered {
    pub fn of(settings: &Settings) -> Self {
        let basis = settings.basis.as_ref();
        let consent = basis.map(|basis| &basis.consent);
        let day = |day: jiff::civil::Date| day.to_string();
        Self {
            purpose: settings.purpose.map_or("", Purpose::word).to_owned(),
            basis: consent
                .map_or("", |consent| consent.basis.word())
                .to_owned(),
            given_on: consent.map_or_else(String::new, |consent| day(consent.given_on)),
            until: consent
                .and_then(|consent| consent.until)
                .map_or_else(String::new, day),
            source: basis.map_or_else(String::new, |basis| basis.source.clone()),
        }
    }

    pub fn stated(&self) -> Result<Stated, Vec<Fault>> {
        Stated::read(stated::Words {
            purpose: &self.purpose,
            basis: &self.basis,
            given_on: &self.given_on,
            until: &self.until,
            source: &self.source,
        })
    }

    pub fn form(self, faults: &[Fault], words: &Words) -> GroundForm {
        let purposes = Purpose::ALL.into_iter().map(|purpose| {
            let chosen = purpose.word() == self.purpose;
            (purpose.word(), purpose_label(purpose, words), chosen)
        });
        let bases = Basis::ALL.into_iter().map(|basis| {
            let chosen = basis.word() == self.basis;
            (basis.word(), basis_label(basis, words), chosen)
        });
        GroundForm {
            purposes: purposes.collect(),
            bases: bases.collect(),
            errors: faults
                .iter()
                .map(|fault| (fault.part.word(), words.t(remedy(*fault))))
                .collect(),
            entered: self,
        }
    }
}

impl GroundForm {
    pub fn error(&self, part: &str) -> Option<&String> {
        self.errors.get(part)
    }

    /// The optional part lies open where it says something.
    pub fn is_open(&self) -> bool {
        let errors = self.errors.keys().any(|part| *part != "purpose");
        errors || !self.entered.basis.is_empty()
    }
}

pub fn purpose_label(purpose: Purpose, words: &Words) -> String {
    words.t(match purpose {
        Purpose::Sales => "purpose-sales",
        Purpose::Charity => "purpose-charity",
        Purpose::CharityLottery => "purpose-charity-lottery",
        Purpose::Press => "purpose-press",
        Purpose::Research => "purpose-research",
        Purpose::Service => "purpose-service",
    })
}

pub fn basis_label(basis: Basis, words: &Words) -> String {
    words.t(match basis {
        Basis::Consent => "basis-consent",
        Basis::Customer => "basis-customer",
        Basis::Directory => "basis-directory",
    })
}

fn remedy(fault: Fault) -> &'static str {
    match (fault.part, fault.wrong) {
        (Part::Purpose, _) => "ground-purpose-remedy",
        (Part::Basis, _) => "ground-basis-remedy",
        (Part::GivenOn, Wrong::Missing) => "ground-given-remedy",
        (Part::Source, Wrong::TooLong) => "ground-source-long",
        (Part::Source, _) => "ground-source-remedy",
        (Part::Until, Wrong::Before) => "ground-before-remedy",
        (Part::GivenOn | Part::Until, _) => "ground-day-remedy",
    }
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<impl Template>, Failure> {
    let settings = app
        .ask(move |store| {
            let list = list(store, id)?;
            Ok::<_, Failure>(store.rules(list.rules)?.settings.clone())
        })
        .await?;
    Ok(Page(GroundPage {
        id,
        ground: Entered::of(&settings).form(&[], &visitor.words),
        shell: visitor.shell("ground-title"),
    }))
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let stated = match entered.stated() {
        Ok(stated) => stated,
        Err(faults) => {
            let page = GroundPage {
                id,
                ground: entered.form(&faults, &visitor.words),
                shell: visitor.shell("ground-title"),
            };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    let there = app
        .ask(move |store| {
            let list = list(store, id)?;
            let before = store.rules(list.rules)?.settings.clone();
            let settings = stated.settings(&before);
            if settings != before {
                store.set_settings(list.id, settings)?;
            }
            Ok::<_, Failure>(list.id)
        })
        .await?;
    settle_grounds(
        &app,
        there,
        Actor::Supervisor(visitor.agent().unwrap_or(AgentId(0))),
    );
    Ok(see(&format!("/lists/{id}#ground")).into_response())
}

/// Contacts get or lose their place while nobody waits for it. What is interrupted goes on when
/// the purpose is stated once more; until then the permit stands in the way of every dial.
pub fn settle_grounds(app: &App, list: ListId, actor: Actor) {
    let store = app.store().clone();
    tokio::task::spawn_blocking(move || store.settle_grounds(list, actor));
}
