//! What we see in a file, each guess to be changed: encoding, delimiter, sheet, and the list it
//! goes into.

use super::super::new::Choice;
use super::hand_in::choices;
use super::how::{self, Reading};
use super::mapping::give_up_staged;
use super::sample::{Sample, sheets};
use super::steps::{At, Step, steps};
use super::trouble::Trouble;
use super::with_list;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::ListId;
use serde::Deserialize;
use store::{Described, Upload, UploadState};

/// Encodings lists come in; any other label is a browser's own doing.
const ENCODINGS: [(&str, &str); 9] = [
    ("utf-8", "UTF-8"),
    ("windows-1252", "Windows-1252 / ISO-8859-1"),
    ("windows-1250", "Windows-1250"),
    ("iso-8859-2", "ISO-8859-2"),
    ("iso-8859-15", "ISO-8859-15"),
    ("macintosh", "Mac OS Roman"),
    ("utf-16le", "UTF-16 LE"),
    ("utf-16be", "UTF-16 BE"),
    ("windows-1251", "Windows-1251"),
];
const DELIMITERS: [(char, &str); 4] = [
    (';', "delimiter-semicolon"),
    (',', "delimiter-comma"),
    ('\t', "delimiter-tab"),
    ('|', "delimiter-bar"),
];

#[derive(Template)]
#[template(path = "lists/see.html")]
pub struct SeePage {
    shell: Shell,
    id: i64,
    steps: Vec<Step>,
    size: String,
    lists: Vec<Choice>,
    is_text: bool,
    encodings: Vec<Choice>,
    delimiters: Vec<Choice>,
    sheets: Vec<Choice>,
    seen: Option<Seen>,
    /// What is wrong, and what to do about it.
    trouble: Option<(String, String)>,
    list_error: Option<String>,
}

pub struct Seen {
    pub facts: Vec<(String, String)>,
    pub headers: Vec<String>,
    known: Vec<(String, String)>,
    pub rows: Vec<Vec<String>>,
    pub warnings: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// A list that was made for this file.
    list: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Entered {
    list: String,
    encoding: String,
    delimiter: String,
    sheet: String,
    /// `look` stays here, anything else goes on.
    then: String,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (upload, _) = with_list(&app, id).await?;
    if upload.state.is_at_work() || upload.state == UploadState::Imported {
        return Ok(see(&format!("/lists/import/{id}/running")).into_response());
    }
    let list = asked.list.parse().ok().map(ListId);
    let page = shown(&visitor, &app, upload, list, None).await?;
    Ok(Page(page).into_response())
}

/// Looks again with what was chosen, or goes on to the columns.
pub async fn read(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let (upload, before) = with_list(&app, id).await?;
    let list = entered.list.parse().ok().map(ListId);
    let reading = entered.reading()?;
    let changed = reading != how::kept::<Reading>(&upload.described.reading)
        || list != before.map(|list| list.id);
    if changed {
        let staged = upload.import;
        let described = Described {
            reading: how::text(&reading)?,
            ..upload.described.clone()
        };
        let kept = app
            .ask(move |store| {
                if let Some(list) = list
                    && store.list(list)?.is_none()
                {
                    return Err(Failure::NotFound);
                }
                give_up_staged(store, staged)?;
                Ok(store.describe_upload(id, list, described)?)
            })
            .await?;
        if !kept {
            return Err(Failure::Refused(visitor.words.t("upload-busy")));
        }
    }
    let here = format!("/lists/import/{id}");
    if entered.then == "look" {
        return Ok(see(&here).into_response());
    }
    let (upload, _) = with_list(&app, id).await?;
    let error = list.is_none().then(|| visitor.words.t("upload-list-empty"));
    let page = shown(&visitor, &app, upload, list, error).await?;
    if page.list_error.is_some() || page.trouble.is_some() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    }
    Ok(see(&format!("{here}/columns")).into_response())
}

impl Entered {
    fn reading(&self) -> Result<Reading, Failure> {
        let known = |label: &str| ENCODINGS.iter().any(|(known, _)| *known == label);
        let encoding = Some(self.encoding.clone()).filter(|label| !label.is_empty());
        if encoding.as_deref().is_some_and(|label| !known(label)) {
            return Err(Failure::Bad(String::new()));
        }
        let delimiter = match self.delimiter.as_str() {
            "" => None,
            "tab" => Some('\t'),
            other => {
                let letter = other.chars().next().unwrap_or(';');
                let known = DELIMITERS.iter().any(|(known, _)| *known == letter);
                Some(letter)
                    .filter(|_| known)
                    .map(Some)
                    .ok_or(Failure::Bad(String::new()))?
            }
        };
        Ok(Reading {
            encoding,
            delimiter,
            sheet: Some(self.sheet.clone()).filter(|sheet| !sheet.is_empty()),
        })
    }
}

async fn shown(
    visitor: &Visitor,
    app: &App,
    upload: Upload,
    list: Option<ListId>,
    list_error: Option<String>,
) -> Result<SeePage, Failure> {
    let words = visitor.words.clone();
    let file = app.work().folder().join(&upload.stored);
    let reading: Reading = how::kept(&upload.described.reading);
    let asked = reading.clone();
    let (lists, sample, sheets) = app
        .ask(move |store| {
            let sample = Sample::read(&file, &asked);
            let sheets = match &sample {
                Ok(sample) => sample.sheets.clone(),
                Err(_) => sheets(&file),
            };
            Ok::<_, Failure>((store.lists()?, sample, sheets))
        })
        .await?;
    let trouble = match &sample {
        Ok(sample) => sample.breaks_off.as_ref(),
        Err(trouble) => Some(trouble),
    };
    let told = |trouble: &Trouble| (trouble.what(&words), trouble.remedy(&words));
    let is_text = match &sample {
        Ok(sample) => sample.description.encoding.is_some(),
        Err(_) => sheets.is_empty(),
    };
    let chosen = list.or(upload.list).map(|list| list.0);
    Ok(SeePage {
        shell: visitor.shell_named(upload.file.clone()),
        id: upload.id,
        steps: steps(&upload, At::File, &words),
        size: size(upload.size, &words),
        lists: choices(&lists, chosen),
        is_text,
        encodings: encodings(&reading, sample.as_ref().ok(), &words),
        delimiters: delimiters(&reading, sample.as_ref().ok(), &words),
        sheets: sheet_choices(&sheets, &reading, sample.as_ref().ok()),
        trouble: trouble.map(told),
        seen: sample.as_ref().ok().map(|sample| seen(sample, &words)),
        list_error,
    })
}

/// What we see in the beginning of a file.
pub fn seen(sample: &Sample, words: &Words) -> Seen {
    let about = &sample.description;
    let rows = match sample.more {
        true => words.n("seen-more-rows", sample.count),
        false => words.number(sample.count),
    };
    let mut facts = vec![
        (words.t("seen-format"), about.format.to_string()),
        (words.t("seen-columns"), words.number(sample.headers.len())),
        (words.t("seen-rows"), rows),
    ];
    if let Some(encoding) = about.encoding {
        facts.push((words.t("seen-encoding"), encoding.to_owned()));
        let delimiter = about.delimiter.map_or_else(
            || words.t("delimiter-none"),
            |letter| delimiter(letter, words),
        );
        facts.push((words.t("seen-delimiter"), delimiter));
    }
    if let Some(sheet) = &about.sheet {
        facts.push((words.t("seen-sheet"), sheet.clone()));
    }
    let mut warnings = Vec::new();
    if sample.odd > 0 {
        warnings.push(words.n("seen-odd", sample.odd));
    }
    if sample.renamed > 0 {
        warnings.push(words.n("seen-renamed", sample.renamed));
    }
    if about.encoding.is_some() && sample.headers.len() == 1 {
        warnings.push(words.t("seen-one-column"));
    }
    let known = import::recognised(&sample.headers).fields;
    let is_known = |header: &str| {
        let field = known.iter().find(|field| field.column == header)?;
        let name = field
            .name
            .trim_end_matches(|letter: char| letter.is_ascii_digit());
        let word = format!("known-{}", name.trim_end_matches('_').replace('_', "-"));
        words.knows(&word).then(|| words.t(&word))
    };
    Seen {
        facts,
        known: sample
            .headers
            .iter()
            .filter_map(|header| Some((header.clone(), is_known(header)?)))
            .collect(),
        headers: sample.headers.clone(),
        rows: sample.rows.clone(),
        warnings,
    }
}

fn encodings(reading: &Reading, sample: Option<&Sample>, words: &Words) -> Vec<Choice> {
    let found = sample.and_then(|sample| sample.description.encoding);
    let mut choices = vec![by_itself(
        reading.encoding.is_none(),
        found.map(str::to_owned),
        words,
    )];
    choices.extend(ENCODINGS.into_iter().map(|(value, label)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: reading.encoding.as_deref() == Some(value),
    }));
    choices
}

fn delimiters(reading: &Reading, sample: Option<&Sample>, words: &Words) -> Vec<Choice> {
    let found = sample.and_then(|sample| sample.description.delimiter);
    let found = found.map(|letter| delimiter(letter, words));
    let mut choices = vec![by_itself(reading.delimiter.is_none(), found, words)];
    choices.extend(DELIMITERS.into_iter().map(|(letter, key)| Choice {
        value: match letter {
            '\t' => "tab".to_owned(),
            other => other.to_string(),
        },
        label: words.t(key),
        chosen: reading.delimiter == Some(letter),
    }));
    choices
}

/// The choice to leave it to us, with what we found.
fn by_itself(chosen: bool, found: Option<String>, words: &Words) -> Choice {
    Choice {
        value: String::new(),
        label: match found.filter(|_| chosen) {
            Some(found) => words.with("seen-found", [("found", found.as_str())]),
            None => words.t("seen-find"),
        },
        chosen,
    }
}

fn sheet_choices(sheets: &[String], reading: &Reading, sample: Option<&Sample>) -> Vec<Choice> {
    let found = sample.and_then(|sample| sample.description.sheet.clone());
    let chosen = reading.sheet.clone().or(found);
    sheets
        .iter()
        .map(|sheet| Choice {
            value: sheet.clone(),
            label: sheet.clone(),
            chosen: chosen.as_ref() == Some(sheet),
        })
        .collect()
}

fn delimiter(letter: char, words: &Words) -> String {
    let key = DELIMITERS.iter().find(|(known, _)| *known == letter);
    key.map_or_else(|| letter.to_string(), |(_, key)| words.t(key))
}

pub fn size(bytes: u64, words: &Words) -> String {
    match bytes {
        0..1024 => format!("{} B", words.number(bytes)),
        1024..1_048_576 => format!("{} kB", words.number(bytes / 1024)),
        _ => {
            let tenths = i64::try_from(bytes.saturating_mul(10) / 1_048_576).unwrap_or(i64::MAX);
            format!("{} MB", words.tenths(tenths))
        }
    }
}
