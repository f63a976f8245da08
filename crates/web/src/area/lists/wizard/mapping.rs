//! What each column means, with what stands in it.

use super::super::new::{Choice, countries};
use super::columns::Column;
use super::entered::Entered;
use super::how::{self, How, Reading};
use super::sample::Sample;
use super::steps::{At, Step, steps};
use super::trouble::Trouble;
use super::work::header_key;
use super::{check, with_list};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use lists::definition::{DateForm, FieldType};
use lists::{ContactKind, Country, Definition, phone};
use store::{Described, List, Store, Upload, UploadState};

#[derive(Template)]
#[template(path = "lists/columns.html")]
pub struct ColumnsPage {
    shell: Shell,
    id: i64,
    list: String,
    steps: Vec<Step>,
    entered: Entered,
    samples: Vec<Vec<String>>,
    kinds: Vec<(FieldType, String)>,
    forms: Vec<(DateForm, String)>,
    countries: Vec<Choice>,
    contact_kinds: Vec<Choice>,
    invalid_code: String,
    duplicate_code: String,
    /// Where the columns' meaning came from.
    note: String,
    is_wrong: bool,
}

/// All that the page is made of.
struct Known {
    upload: Upload,
    list: List,
    sample: Sample,
    definition: Definition,
    how: How,
    note: &'static str,
    codes: (String, String),
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    match known(&app, id).await? {
        Ok(known) => {
            let entered = known.entered();
            Ok(Page(shown(&visitor, known, entered, false)).into_response())
        }
        Err(elsewhere) => Ok(see(&elsewhere).into_response()),
    }
}

/// Keeps what was chosen and begins the check.
pub async fn keep(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let known = match known(&app, id).await? {
        Ok(known) => known,
        Err(elsewhere) => return Ok(see(&elsewhere).into_response()),
    };
    let mut entered = known.entered();
    entered.take(&pairs);
    let is_right = entered.check();
    let reading: Reading = how::kept(&known.upload.described.reading);
    let definition = entered.definition(&reading, &known.sample.headers);
    let text = definition.to_toml().ok().filter(|_| is_right);
    // What the form cannot say wrongly is checked once more by whoever will read it.
    let text = text.filter(|text| Definition::parse(text).is_ok());
    let Some(text) = text else {
        let page = shown(&visitor, known, entered, true);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    };
    let described = Described {
        definition: Some(text),
        how: how::text(&entered.how())?,
        ..known.upload.described.clone()
    };
    // An import that was stopped goes on in the same way only: what changes begins anew.
    let (list, is_new) = (known.upload.list, described != known.upload.described);
    let staged = known.upload.import;
    let begins = is_new || known.upload.state != UploadState::Checked;
    if begins {
        let kept = app
            .ask(move |store| {
                if is_new {
                    give_up_staged(store, staged)?;
                }
                store
                    .describe_upload(id, list, described)
                    .map_err(Failure::from)
            })
            .await?;
        if !kept || !check::start(&app, &known.upload).await? {
            return Err(Failure::Refused(visitor.words.t("upload-busy")));
        }
    }
    Ok(see(&format!("/lists/import/{id}/check")).into_response())
}

/// An import that was begun in another way will not be gone on with.
pub fn give_up_staged(store: &Store, import: Option<i64>) -> Result<(), Failure> {
    let Some(import) = import else {
        return Ok(());
    };
    if store.import(import)?.state == "staging" {
        store.cancel_import(import)?;
    }
    Ok(())
}

/// What is known of the file, or the page to go to first.
async fn known(app: &App, id: i64) -> Result<Result<Known, String>, Failure> {
    let (upload, list) = with_list(app, id).await?;
    if upload.state.is_at_work() || upload.state == UploadState::Imported {
        return Ok(Err(format!("/lists/import/{id}/running")));
    }
    let first = format!("/lists/import/{id}");
    let Some(list) = list else {
        return Ok(Err(first));
    };
    let file = app.work().folder().join(&upload.stored);
    app.ask(move |store| {
        let reading: Reading = how::kept(&upload.described.reading);
        let sample: Result<Sample, Trouble> = Sample::read(&file, &reading);
        let Ok(sample) = sample else {
            return Ok(Err(first));
        };
        let (definition, how, note) = meaning(store, &upload, &list, &sample)?;
        let rules = store.rules(list.rules)?;
        let code = |trigger| rules.catalogue.answer(trigger).code.to_string();
        let codes = (
            code(engine::Trigger::ImportInvalid),
            code(engine::Trigger::ImportDuplicate),
        );
        Ok(Ok(Known {
            upload,
            list,
            sample,
            definition,
            how,
            note,
            codes,
        }))
    })
    .await
}

/// What somebody said already, else what was said of the last file with this header, else what
/// the names of the columns and the list suggest.
fn meaning(
    store: &Store,
    upload: &Upload,
    list: &List,
    sample: &Sample,
) -> Result<(Definition, How, &'static str), Failure> {
    let how: How = how::kept(&upload.described.how);
    let fits = |definition: &Definition| {
        let has = |column: &String| sample.headers.contains(column);
        !definition.fields.is_empty() && definition.fields.iter().all(|field| has(&field.column))
    };
    let said = upload.described.definition.as_deref();
    let said = said.and_then(|text| Definition::parse(text).ok());
    if let Some(definition) = said.filter(fits) {
        return Ok((definition, how, "columns-from-you"));
    }
    let saved = store.saved_definition(list.id, &header_key(&sample.headers))?;
    let parsed = saved.and_then(|(text, how)| Some((Definition::parse(&text).ok()?, how)));
    if let Some((definition, saved)) = parsed.filter(|(definition, _)| fits(definition)) {
        return Ok((definition, how::kept(&saved), "columns-from-last"));
    }
    let mut definition = import::recognised(&sample.headers);
    as_in_list(&mut definition, list);
    guess_numbers(&mut definition, list, sample);
    Ok((definition, how, "columns-from-names"))
}

/// A column that the list knows keeps the name it has there, and what may stand in it.
fn as_in_list(definition: &mut Definition, list: &List) {
    for index in 0..definition.fields.len() {
        let known = definition.fields.get(index).and_then(|field| {
            let mut fields = list.fields.iter();
            fields.find(|known| known.external == field.column)
        });
        let Some(known) = known else { continue };
        let taken = definition.field(&known.name);
        if taken.is_some_and(|taken| taken != index) {
            continue;
        }
        if let Some(field) = definition.fields.get_mut(index) {
            let old = std::mem::replace(&mut field.name, known.name.clone());
            let meant = import::definition_of(std::slice::from_ref(known));
            if let Some(meant) = meant
                .fields
                .into_iter()
                .next()
                .filter(|_| known.kind.is_some())
            {
                *field = lists::definition::Field {
                    form: field.form,
                    ..meant
                };
            }
            if definition.key.as_ref() == Some(&old) {
                definition.key = Some(known.name.clone());
            }
        }
    }
}

/// Where no column is called like a telephone, the one that holds numbers is.
fn guess_numbers(definition: &mut Definition, list: &List, sample: &Sample) {
    let is_phone = |kind: FieldType| kind == FieldType::Phone;
    if definition.fields.iter().any(|field| is_phone(field.kind)) {
        return;
    }
    let country: Country = list.country.parse().unwrap_or(Country::Nl);
    for field in &mut definition.fields {
        let index = sample
            .headers
            .iter()
            .position(|header| *header == field.column);
        let values = index.map(|index| sample.values(index)).unwrap_or_default();
        let numbers = values
            .iter()
            .filter(|value| phone::parse(value, country).is_ok())
            .count();
        if numbers > 0 && numbers * 2 > values.len() {
            field.kind = FieldType::Phone;
        }
    }
}

impl Known {
    fn entered(&self) -> Entered {
        let country = self.list.country.parse().unwrap_or(Country::Nl);
        Entered::of(&self.definition, &self.how, &self.sample.headers, country)
    }
}

fn shown(visitor: &Visitor, known: Known, entered: Entered, is_wrong: bool) -> ColumnsPage {
    let words = &visitor.words;
    let of_kind = |kind: FieldType| (kind, words.t(&format!("columns-type-{}", kind.code())));
    let of_form = |form: DateForm| (form, words.t(&format!("columns-form-{}", form.code())));
    ColumnsPage {
        shell: visitor.shell_named(known.upload.file.clone()),
        id: known.upload.id,
        list: known.list.name,
        steps: steps(&known.upload, At::Columns, words),
        samples: (0..known.sample.headers.len())
            .map(|index| known.sample.values(index).into_iter().take(3).collect())
            .collect(),
        kinds: FieldType::ALL.into_iter().map(of_kind).collect(),
        forms: DateForm::ALL.into_iter().map(of_form).collect(),
        countries: countries(entered.country.code(), visitor),
        contact_kinds: ContactKind::ALL
            .into_iter()
            .map(|kind| Choice {
                value: kind.code().to_owned(),
                label: words.t(&format!("columns-kind-{}", kind.code().replace('_', "-"))),
                chosen: kind == entered.contact_type,
            })
            .collect(),
        invalid_code: known.codes.0,
        duplicate_code: known.codes.1,
        note: words.t(known.note),
        entered,
        is_wrong,
    }
}

impl ColumnsPage {
    fn samples_of(&self, column: &Column) -> &[String] {
        self.samples.get(column.index).map_or(&[], Vec::as_slice)
    }

    fn is_kind(&self, column: &Column, kind: &FieldType) -> bool {
        column.kind == Some(*kind)
    }

    fn is_form(&self, column: &Column, form: &DateForm) -> bool {
        column.form == Some(*form)
    }

    /// Whether it is this column that was chosen.
    fn is_at(&self, chosen: &Option<usize>, column: &Column) -> bool {
        *chosen == Some(column.index)
    }

    fn errors(&self, column: &Column) -> Vec<String> {
        let errors = column.errors.iter();
        errors.map(|key| self.shell.t(key)).collect()
    }
}
