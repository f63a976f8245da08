//! A new list: its name, the country whose law holds, the catalogue whose codes it speaks.

use super::ground::{Entered as Ground, GroundForm};
use crate::app::App;
use crate::area::name::{BadName, bad_name};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::consent::stated::Fault;
use engine::{Catalogue, ListId};
use import::{CATALOGUES, rules_of};
use lists::Country;
use serde::Deserialize;
use store::{NewList, Store, StoreError};

#[derive(Template)]
#[template(path = "lists/new.html")]
pub struct NewPage {
    shell: Shell,
    entered: Entered,
    countries: Vec<Choice>,
    catalogues: Vec<Choice>,
    ground: GroundForm,
    name_error: Option<String>,
}

/// An entry of a choice.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

#[derive(Deserialize)]
#[serde(default)]
pub struct Entered {
    name: String,
    country: String,
    catalogue: String,
    /// Sent by a tick, absent without.
    campaign: Option<String>,
    /// A file that waits for its list.
    upload: String,
    purpose: String,
    basis: String,
    given_on: String,
    until: String,
    source: String,
}

impl Default for Entered {
    fn default() -> Self {
        Self {
            name: String::new(),
            country: Country::Nl.code().to_owned(),
            catalogue: "callpro".to_owned(),
            campaign: None,
            upload: String::new(),
            purpose: String::new(),
            basis: String::new(),
            given_on: String::new(),
            until: String::new(),
            source: String::new(),
        }
    }
}

impl Entered {
    fn ground(&self) -> Ground {
        Ground {
            purpose: self.purpose.clone(),
            basis: self.basis.clone(),
            given_on: self.given_on.clone(),
            until: self.until.clone(),
            source: self.source.clone(),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    upload: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    axum::extract::Query(asked): axum::extract::Query<Asked>,
) -> Result<Page<NewPage>, Failure> {
    let own = app.ask(own_catalogues).await?;
    let entered = Entered {
        campaign: Some("on".to_owned()),
        upload: asked.upload,
        ..Entered::default()
    };
    Ok(Page(shown(&visitor, entered, &[], &own)))
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Form(mut entered): Form<Entered>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    entered.name = entered.name.trim().to_owned();
    let country: Country = entered.country.parse().map_err(|_| bad())?;
    let own = app.ask(own_catalogues).await?;
    let kept = own.iter().find(|(value, ..)| *value == entered.catalogue);
    let catalogue = match kept {
        Some((_, _, text)) => text.clone(),
        None => import::catalogue(&entered.catalogue)
            .ok_or_else(bad)?
            .to_owned(),
    };
    let wrong = bad_name(&entered.name).map(|wrong| match wrong {
        BadName::Empty => "lists-name-empty",
        BadName::Long => "lists-name-long",
        BadName::Letters => "lists-name-letters",
    });
    let (stated, faults) = match entered.ground().stated() {
        Ok(stated) => (Some(stated), Vec::new()),
        Err(faults) => (None, faults),
    };
    let (None, Some(stated)) = (wrong, stated) else {
        let error = wrong.map(|key| words.t(key));
        return Ok(wrongly(&visitor, entered, error, &faults, &own));
    };
    let rules = rules_of(&entered.catalogue, catalogue, country, stated)
        .map_err(|wrong| Failure::Broken(wrong.join("; ")))?;
    let new = NewList {
        name: entered.name.clone(),
        country: country.code().to_owned(),
        rules,
        fields: Vec::new(),
    };
    let with_campaign = entered.campaign.is_some();
    match app
        .ask(move |store| made(store, new, with_campaign).map_err(Failure::from))
        .await?
    {
        Some(list) => {
            let path = match entered.upload.parse::<i64>() {
                Ok(upload) => format!("/lists/import/{upload}?list={}", list.0),
                Err(_) => format!("/lists/{}", list.0),
            };
            Ok(see(&path).into_response())
        }
        None => {
            let error = Some(words.t("lists-name-taken"));
            Ok(wrongly(&visitor, entered, error, &[], &own))
        }
    }
}

/// The new list; nothing if there is one of that name.
pub fn made(
    store: &Store,
    new: NewList,
    with_campaign: bool,
) -> Result<Option<ListId>, StoreError> {
    if store.list_by_name(&new.name)?.is_some() {
        return Ok(None);
    }
    let added = match with_campaign {
        true => store.add_list_with_campaign(new),
        false => store.add_list(new),
    };
    match added {
        Ok(list) => Ok(Some(list)),
        // Somebody else was quicker with the same name.
        Err(StoreError::Unique { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A catalogue that was published here: `name@version`, its title, its file.
type Own = (String, String, String);

/// The newest published version of each name.
fn own_catalogues(store: &Store) -> Result<Vec<Own>, Failure> {
    let mut own: Vec<Own> = Vec::new();
    let mut last = String::new();
    for one in store.catalogue_versions()? {
        if one.published.is_none() || one.name == last {
            continue;
        }
        if let Some(text) = store.catalogue_text(&one.name, one.version)? {
            let title = Catalogue::parse(&text).map(|there| there.file().title.clone());
            let label = format!("{} ({})", title.unwrap_or_default(), one.version);
            own.push((format!("{}@{}", one.name, one.version), label, text));
        }
        last = one.name;
    }
    Ok(own)
}

fn bad() -> Failure {
    Failure::Bad(String::new())
}

fn wrongly(
    visitor: &Visitor,
    entered: Entered,
    name_error: Option<String>,
    faults: &[Fault],
    own: &[Own],
) -> Response {
    let page = NewPage {
        name_error,
        ..shown(visitor, entered, faults, own)
    };
    (StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response()
}

fn shown(visitor: &Visitor, entered: Entered, faults: &[Fault], own: &[Own]) -> NewPage {
    let kept = own.iter().map(|(value, label, _)| Choice {
        label: label.clone(),
        value: value.clone(),
        chosen: entered.catalogue == *value,
    });
    let catalogues = CATALOGUES.into_iter().map(|(name, text)| Choice {
        label: Catalogue::parse(text).map_or_else(
            |_| name.to_owned(),
            |catalogue| catalogue.file().title.clone(),
        ),
        value: name.to_owned(),
        chosen: entered.catalogue == name,
    });
    NewPage {
        shell: visitor.shell("lists-new-title"),
        countries: countries(&entered.country, visitor),
        catalogues: catalogues.chain(kept).collect(),
        ground: entered.ground().form(faults, &visitor.words),
        entered,
        name_error: None,
    }
}

/// All countries by name, with the chosen one marked.
pub fn countries(chosen: &str, visitor: &Visitor) -> Vec<Choice> {
    let all = Country::ALL.into_iter().map(|country| Choice {
        value: country.code().to_owned(),
        label: visitor
            .words
            .t(&format!("lists-country-{}", country.code().to_lowercase())),
        chosen: country.code() == chosen,
    });
    all.collect()
}
