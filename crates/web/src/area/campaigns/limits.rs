//! What a list sets for itself: attempt limits beside the catalogue's, times, ownership.
//! Looked at first, with what will change; kept as new rules.

mod entered;

use super::seen::{Linked, one_link};
use super::windows::{self, WindowField};
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
use engine::{Counter, Limits, Settings};
use entered::{Entered, FIGURES};
pub use entered::{Kind, MOST_SHARES};
use std::collections::BTreeMap;
use store::Campaign;

#[derive(Template)]
#[template(path = "campaigns/limits.html")]
struct LimitsPage {
    shell: Shell,
    place: String,
    back: String,
    campaign: String,
    list: String,
    catalogue: String,
    own: bool,
    limits: Vec<FigureView>,
    times: Vec<FigureView>,
    shares: Vec<FigureView>,
    windows: Vec<WindowField>,
    /// Name, label, whether it is ticked.
    ticks: Vec<(&'static str, String, bool)>,
    /// What will change, once it was looked at and is in order.
    says: Vec<String>,
    looked: bool,
    elsewhere: Option<String>,
}

struct FigureView {
    name: &'static str,
    label: String,
    unit: String,
    value: String,
    /// What the catalogue says, or what holds when nothing is written.
    usual: String,
    error: Option<String>,
}

type Place = Path<(i64, i64)>;

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, link)): Place,
) -> Result<Page<impl Template>, Failure> {
    let (campaign, linked) = app.ask(move |store| one_link(store, id, link)).await?;
    let entered = Entered::of(&linked.rules.settings, linked.rules.catalogue.limits());
    let none = BTreeMap::new();
    Ok(Page(page(&visitor, &campaign, &linked, &entered, &none)))
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, link)): Place,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (campaign, linked) = app.ask(move |store| one_link(store, id, link)).await?;
    let words = &visitor.words;
    let entered = Entered::of_form(&pairs);
    let settings = match entered.check(&linked.rules.settings, words) {
        Ok(settings) => settings,
        Err(errors) => {
            let page = page(&visitor, &campaign, &linked, &entered, &errors);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    let list = linked.list.id;
    let saves = pairs
        .iter()
        .any(|(name, value)| name == "do" && value == "save");
    if saves {
        if settings != linked.rules.settings {
            app.ask(move |store| store.set_settings(list, settings).map_err(Failure::from))
                .await?;
        }
        return Ok(see(&format!("/campaigns/{id}#links")).into_response());
    }
    let limits = limits_of(&settings, &linked).clone();
    let at_limit = app
        .ask(move |store| store.count_at_limit(list, &limits).map_err(Failure::from))
        .await?;
    let mut says = changes(&linked, &settings, words);
    if !says.is_empty() {
        says.push(words.n("limits-over", at_limit));
        says.push(words.t("limits-from-next"));
    }
    let page = LimitsPage {
        says,
        looked: true,
        ..page(&visitor, &campaign, &linked, &entered, &BTreeMap::new())
    };
    Ok(Page(page).into_response())
}

fn limits_of<'a>(settings: &'a Settings, linked: &'a Linked) -> &'a Limits {
    let usual = linked.rules.catalogue.limits();
    settings.limits.as_ref().unwrap_or(usual)
}

/// `Attempts in all: 8 → 10`, for everything that will be otherwise.
fn changes(linked: &Linked, settings: &Settings, words: &Words) -> Vec<String> {
    let usual = linked.rules.catalogue.limits();
    let before = Entered::of(&linked.rules.settings, usual);
    let after = Entered::of(settings, usual);
    let mut says = Vec::new();
    let mut say = |label: String, from: String, to: String| {
        if from != to {
            let parts = [("what", label.as_str()), ("from", &from), ("to", &to)];
            says.push(words.with("limits-change", parts));
        }
    };
    let source = |own: bool| {
        words.t(if own {
            "limits-own"
        } else {
            "limits-catalogue"
        })
    };
    say(
        words.t("limits-title"),
        source(before.own),
        source(after.own),
    );
    for (name, _) in FIGURES {
        let label = words.t(&format!("limits-{name}"));
        say(label, before.shown(name, words), after.shown(name, words));
    }
    for counter in Counter::ALL {
        let name = windows::name_of(counter);
        let told = |entered: &Entered| match entered.value(name) {
            "" => words.t("limits-off"),
            text => text.to_owned(),
        };
        say(words.t(name), told(&before), told(&after));
    }
    for name in entered::TICKS {
        let told = |entered: &Entered| {
            let key = if entered.is_ticked(name) {
                "limits-yes"
            } else {
                "limits-no"
            };
            words.t(key)
        };
        say(
            words.t(&format!("limits-{name}")),
            told(&before),
            told(&after),
        );
    }
    says
}

fn page(
    visitor: &Visitor,
    campaign: &Campaign,
    linked: &Linked,
    entered: &Entered,
    errors: &BTreeMap<String, String>,
) -> LimitsPage {
    let words = &visitor.words;
    let catalogue = linked.rules.catalogue.limits();
    let usual = Entered::of(&Settings::default(), catalogue);
    let figures = |wanted: fn(Kind) -> bool| {
        let those = FIGURES.into_iter().filter(move |(_, kind)| wanted(*kind));
        those
            .map(|(name, kind)| FigureView {
                name,
                label: words.t(&format!("limits-{name}")),
                unit: words.t(kind.unit()),
                value: entered.value(name).to_owned(),
                usual: usual.shown(name, words),
                error: errors.get(name).cloned(),
            })
            .collect()
    };
    LimitsPage {
        shell: visitor.shell("limits-page-title"),
        back: format!("/campaigns/{}", campaign.id.0),
        place: format!(
            "/campaigns/{}/links/{}/limits",
            campaign.id.0, linked.link.id
        ),
        campaign: campaign.name.clone(),
        list: linked.list.name.clone(),
        catalogue: linked.rules.catalogue.file().title.clone(),
        own: entered.own,
        limits: figures(|kind| matches!(kind, Kind::Count | Kind::Days)),
        times: figures(|kind| matches!(kind, Kind::Minutes | Kind::Release)),
        shares: figures(|kind| kind == Kind::Percent),
        windows: windows::fields(
            |name| entered.value(name),
            |name| errors.get(name).cloned(),
            words,
        ),
        ticks: entered::TICKS
            .into_iter()
            .map(|name| {
                (
                    name,
                    words.t(&format!("limits-{name}")),
                    entered.is_ticked(name),
                )
            })
            .collect(),
        says: Vec::new(),
        looked: false,
        elsewhere: (linked.elsewhere > 0).then(|| words.n("limits-elsewhere", linked.elsewhere)),
    }
}
