//! What is in a file, and what is to become of whom it names.

use super::super::acts::is_there;
use super::super::asked;
use super::super::page::{places, register_names};
use super::said::{Said, Wrong};
use super::{WAY, step_of, upload};
use crate::app::App;
use crate::area::lists::{
    Choice, Reading, SUPPRESSIONS, Sample, Seen, Trouble, countries, kept, seen, size, text,
};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use import::whom::{Names, is_headed, named_by};
use lists::Country;
use store::{Described, Store, Upload, UploadNews, UploadState};

#[derive(Template)]
#[template(path = "suppressions/see.html")]
pub struct SeePage {
    shell: Shell,
    id: i64,
    size: String,
    seen: Option<Seen>,
    trouble: Option<(String, String)>,
    said: Said,
    wrong: Wrong,
    /// For each column what it may name, with what it does.
    columns: Vec<Column>,
    countries: Vec<Choice>,
    registers: Vec<String>,
    advertisers: Vec<(String, String, bool)>,
    campaigns: Vec<(String, String, bool)>,
}

struct Column {
    header: String,
    choices: [Choice; 5],
}

/// What there is to choose from.
struct There {
    sample: Result<Sample, Trouble>,
    registers: Vec<String>,
    campaigns: Vec<store::Campaign>,
    advertisers: Vec<store::Advertiser>,
    country: Country,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let upload = upload(&app, id).await?;
    if upload.state.is_at_work() || upload.state == UploadState::Imported {
        return Ok(see(&format!("{}/{id}{}", WAY.home, step_of(&upload))).into_response());
    }
    let said = kept(&upload.described.how);
    let page = shown(&visitor, &app, &upload, said, Wrong::default()).await?;
    Ok(Page(page).into_response())
}

/// Keeps what was said, and begins the check.
pub async fn keep(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let upload = upload(&app, id).await?;
    let mut said: Said = kept(&upload.described.how);
    said.take(&pairs);
    let place = asked::place(&said.place).ok_or(Failure::NotFound)?;
    let file = app.work().folder().join(&upload.stored);
    let reading: Reading = kept(&upload.described.reading);
    let there = app
        .ask(move |store| {
            is_there(store, place)?;
            There::read(store, &file, &reading)
        })
        .await?;
    there.complete(&mut said);
    let now = app.store().clock().now();
    let wrong = said.check(visitor.words.zone(), now, &there.registers);
    if !wrong.is_none() {
        let page = shown(&visitor, &app, &upload, said, wrong).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    }
    let described = Described {
        how: text(&said)?,
        ..upload.described
    };
    let begun = app
        .ask(move |store| {
            let from = [UploadState::Open];
            Ok::<_, Failure>(
                store.describe_upload(id, None, described)?
                    && store.advance_upload(
                        id,
                        &from,
                        UploadState::Checking,
                        UploadNews::default(),
                    )?,
            )
        })
        .await?;
    if !begun {
        return Err(Failure::Refused(visitor.words.t("upload-busy")));
    }
    app.work().start(id, SUPPRESSIONS);
    Ok(see(&format!("{}/{id}/going", WAY.home)).into_response())
}

impl There {
    fn read(store: &Store, file: &std::path::Path, reading: &Reading) -> Result<Self, Failure> {
        let lists = store.lists()?;
        let country = lists.first().and_then(|list| list.country.parse().ok());
        let country = country.unwrap_or(Country::Nl);
        Ok(Self {
            sample: sample(file, reading, country),
            registers: register_names(store)?,
            campaigns: store.campaigns()?,
            advertisers: store.advertisers()?,
            country,
        })
    }

    fn headers(&self) -> &[String] {
        self.sample.as_ref().map_or(&[], |sample| &sample.headers)
    }

    /// What nobody has said is as the file and the house have it.
    fn complete(&self, said: &mut Said) {
        let country = *said.country.get_or_insert(self.country);
        if said.columns.is_empty() {
            said.columns = named_by(self.headers(), country);
        }
    }
}

/// Without a heading the first line names somebody, and may be all there is.
fn sample(file: &std::path::Path, reading: &Reading, country: Country) -> Result<Sample, Trouble> {
    let (sample, _) = Sample::begin(file, reading)?;
    match sample.count == 0 && is_headed(&sample.headers, country) {
        true => Sample::read(file, reading),
        false => Ok(sample),
    }
}

async fn shown(
    visitor: &Visitor,
    app: &App,
    upload: &Upload,
    mut said: Said,
    wrong: Wrong,
) -> Result<SeePage, Failure> {
    let words = &visitor.words;
    let file = app.work().folder().join(&upload.stored);
    let reading: Reading = kept(&upload.described.reading);
    let there = app
        .ask(move |store| There::read(store, &file, &reading))
        .await?;
    let trouble = match &there.sample {
        Ok(sample) => sample.breaks_off.as_ref(),
        Err(trouble) => Some(trouble),
    };
    there.complete(&mut said);
    let named = said.columns.iter().copied();
    let named = named.chain(std::iter::repeat(Names::Nothing));
    let choices = |names: Names| Names::ALL.map(|other| choice(other, names, visitor));
    Ok(SeePage {
        shell: visitor.shell_named(upload.file.clone()),
        id: upload.id,
        size: size(upload.size, words),
        trouble: trouble.map(|trouble| (trouble.what(words), trouble.remedy(words))),
        columns: there
            .headers()
            .iter()
            .zip(named)
            .map(|(header, names)| Column {
                header: header.clone(),
                choices: choices(names),
            })
            .collect(),
        seen: there.sample.as_ref().ok().map(|sample| {
            let mut seen = seen(sample, words);
            // Whoever is not to be called may stand in a single column.
            let one = words.t("seen-one-column");
            seen.warnings.retain(|warning| *warning != one);
            seen
        }),
        countries: countries(said.country.map_or("", Country::code), visitor),
        registers: there.registers,
        advertisers: places(&said.place, "advertiser", &there.advertisers, |one| {
            (one.id.0, one.name.clone())
        }),
        campaigns: places(&said.place, "campaign", &there.campaigns, |one| {
            (one.id.0, one.name.clone())
        }),
        said,
        wrong,
    })
}

fn choice(names: Names, chosen: Names, visitor: &Visitor) -> Choice {
    let key = match names {
        Names::Number => "suppressions-file-names-number",
        Names::Person => "suppressions-file-names-person",
        Names::Domain => "suppressions-file-names-domain",
        Names::Any => "suppressions-file-names-any",
        Names::Nothing => "suppressions-file-names-nothing",
    };
    Choice {
        value: names.word().to_owned(),
        label: visitor.words.t(key),
        chosen: names == chosen,
    }
}
