//! When the floor raises its voice.

use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::Thresholds;

#[derive(Template)]
#[template(path = "floor/thresholds.html")]
struct ThresholdsPage {
    shell: Shell,
    fields: Vec<Field>,
}

struct Field {
    name: &'static str,
    label: String,
    value: String,
    error: Option<String>,
}

const FIELDS: [(&str, &str); 4] = [
    ("stock", "threshold-stock"),
    ("wrap_up", "threshold-wrap-up"),
    ("silent", "threshold-silent"),
    ("overdue", "threshold-overdue"),
];

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Page<impl Template>, Failure> {
    let there = app
        .ask(|store| store.thresholds().map_err(Failure::from))
        .await?;
    let values = [
        there.stock_minutes,
        there.wrap_up_minutes,
        there.silent_minutes,
        there.overdue_minutes,
    ];
    let words = &visitor.words;
    let fields = FIELDS
        .into_iter()
        .zip(values)
        .map(|((name, label), value)| Field {
            name,
            label: words.t(label),
            value: value.to_string(),
            error: None,
        });
    Ok(Page(ThresholdsPage {
        fields: fields.collect(),
        shell: visitor.shell("floor-settings"),
    }))
}

pub async fn save(
    visitor: Visitor,
    State(app): State<App>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let fields = FIELDS.map(|(name, label)| field(&pairs, name, label, &visitor.words));
    let minutes = fields.each_ref().map(|(_, minutes)| *minutes);
    let [Some(stock), Some(wrap_up), Some(silent), Some(overdue)] = minutes else {
        let page = ThresholdsPage {
            fields: fields.into_iter().map(|(field, _)| field).collect(),
            shell: visitor.shell("floor-settings"),
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
    };
    let set = Thresholds {
        stock_minutes: stock,
        wrap_up_minutes: wrap_up,
        silent_minutes: silent,
        overdue_minutes: overdue,
    };
    let by = visitor.known()?.user;
    app.ask(move |store| store.set_thresholds(set, by))
        .await
        .map_err(Failure::from)?;
    Ok(see("/floor").into_response())
}

/// What was written in a field, and the minutes it means if it means any.
fn field(
    pairs: &[(String, String)],
    name: &'static str,
    label: &str,
    words: &Words,
) -> (Field, Option<i64>) {
    let written = pairs.iter().find(|(there, _)| there == name);
    let value = written.map_or("", |(_, value)| value.trim()).to_owned();
    let within = |minutes: &i64| (Thresholds::LEAST..=Thresholds::MOST).contains(minutes);
    let minutes = value.parse().ok().filter(within);
    let error = minutes.is_none().then(|| words.t("threshold-wrong"));
    let field = Field {
        name,
        label: words.t(label),
        value,
        error,
    };
    (field, minutes)
}
