//! What stands around the codes of a draft: how contacts are offered, limits, groups, and the
//! causes with their retries.

mod form;

use super::draft::read;
use super::found::{Drafted, Said};
use super::meant::{self, Meant};
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
use engine::catalogue::{Cause, Group, Offering};
use form::{Pairs, Wrong, entered, written};

#[derive(Template)]
#[template(path = "catalogues/frame.html")]
struct FramePage {
    shell: Shell,
    name: String,
    said: Vec<Said>,
    meant: Vec<Meant>,
    offerings: Vec<(&'static str, String, bool)>,
    order: Vec<Cell>,
    limits: Vec<Cell>,
    languages: Vec<String>,
    groups: Vec<GroupRow>,
    new_group: Cell,
    causes: Vec<CauseRow>,
}

/// One value of the form.
struct Cell {
    name: String,
    label: String,
    value: String,
    error: Option<String>,
}

struct GroupRow {
    key: String,
    labels: Vec<Cell>,
    /// What the product allows in it.
    rules: String,
}

struct CauseRow {
    code: String,
    label: String,
    cells: Vec<Cell>,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Page<impl Template>, Failure> {
    let drafted = read(&app, &name).await?;
    let pairs = written(&drafted.file);
    Ok(Page(page(&visitor, name, &drafted, &pairs, &Wrong::new())))
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(name): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let by = visitor.known()?.user;
    let mut drafted = read(&app, &name).await?;
    drafted.file = match entered(&pairs, &drafted.file, &visitor.words) {
        Ok(file) => file,
        Err(wrong) => {
            let page = page(&visitor, name, &drafted, &pairs, &wrong);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    app.ask(move |store| drafted.save(store, by)).await?;
    Ok(see(&format!("/catalogues/{name}/draft/frame")).into_response())
}

fn page(
    visitor: &Visitor,
    name: String,
    drafted: &Drafted,
    pairs: &Pairs,
    wrong: &Wrong,
) -> FramePage {
    let (words, file) = (&visitor.words, &drafted.file);
    let filled = Filled {
        pairs,
        wrong,
        words,
    };
    let order = [
        filled.cell("title", words.t("frame-name")),
        filled.cell("contact-gap", words.t("frame-contact-gap")),
        filled.cell("callback-timeout", words.t("frame-callback-timeout")),
    ];
    let limits = form::COUNTS.iter().chain(&form::PERIODS);
    FramePage {
        shell: visitor.shell("frame-title"),
        name,
        said: drafted.said_of("", words),
        meant: meant::shown(&file.accepted, drafted.doubts_of("")),
        offerings: offerings(filled.value("offering"), words).into(),
        order: order.into(),
        limits: limits
            .map(|name| filled.cell(name, words.t(&format!("limits-{name}"))))
            .collect(),
        languages: file.languages.clone(),
        groups: file
            .groups
            .iter()
            .map(|group| filled.group(group, &file.languages))
            .collect(),
        new_group: filled.cell("new-group", words.t("frame-group-add")),
        causes: file.causes.iter().map(|one| filled.cause(one)).collect(),
    }
}

fn offerings(chosen: &str, words: &Words) -> [(&'static str, String, bool); 4] {
    let offering = |offering, label: &str| {
        let word = form::word(offering);
        (word, words.t(label), word == chosen)
    };
    [
        offering(Offering::Bands, "frame-bands"),
        offering(Offering::Score, "frame-score"),
        offering(Offering::CallOrder, "frame-call-order"),
        offering(Offering::DialRules, "frame-dial-rules"),
    ]
}

struct Filled<'f> {
    pairs: &'f Pairs,
    wrong: &'f Wrong,
    words: &'f Words,
}

impl Filled<'_> {
    fn value(&self, name: &str) -> &str {
        let found = self.pairs.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    fn cell(&self, name: &str, label: String) -> Cell {
        Cell {
            name: name.to_owned(),
            label,
            value: self.value(name).to_owned(),
            error: self.wrong.get(name).cloned(),
        }
    }

    fn group(&self, group: &Group, languages: &[String]) -> GroupRow {
        let mut rules = Vec::new();
        if !group.set_by.is_empty() {
            let by = group.set_by.iter();
            let by: Vec<String> = by
                .map(|by| self.words.t(&format!("code-word-{}", by.word())))
                .collect();
            let by = by.join(", ");
            rules.push(self.words.with("frame-set-by", [("who", by.as_str())]));
        }
        rules.extend(group.closed.then(|| self.words.t("frame-closed")));
        rules.extend(group.scored.then(|| self.words.t("frame-scored")));
        let key = &group.key;
        let label = |language: &String| {
            self.cell(
                &format!("group.{key}.{language}"),
                format!("{key} {language}"),
            )
        };
        GroupRow {
            labels: languages.iter().map(label).collect(),
            rules: rules.join("; "),
            key: group.key.clone(),
        }
    }

    fn cause(&self, cause: &Cause) -> CauseRow {
        let language = self.words.language().word();
        let label = cause.label.get(language).unwrap_or(&cause.name).clone();
        let fields = [
            ("on", "code-on"),
            ("signs", "frame-signs"),
            ("after", "frame-retry-after"),
            ("most", "frame-retry-most"),
        ];
        let cell = |(field, key): (&str, &str)| {
            let name = format!("cause.{}.{field}", cause.code);
            self.cell(&name, format!("{}: {label}", self.words.t(key)))
        };
        CauseRow {
            code: cause.code.to_string(),
            cells: fields.map(cell).into(),
            label: label.clone(),
        }
    }
}
