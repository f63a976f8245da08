//! What a campaign lays over the catalogue of a list: which codes agents may choose, in which
//! order and by which key, when they are due again and how often in a row.

mod causes;
mod entered;

use super::seen::{Linked, one_link};
use crate::app::App;
use crate::area::desk::{Group, groups};
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use causes::CauseRow;
use engine::catalogue::CatalogueProblem;
use engine::{Catalogue, Overlay, Settings};
use entered::{Row, rows};
use store::Campaign;

#[derive(Template)]
#[template(path = "campaigns/codes.html")]
struct CodesPage {
    shell: Shell,
    place: String,
    back: String,
    list: String,
    catalogue: String,
    elsewhere: Option<String>,
    rows: Vec<Row>,
    causes: Vec<CauseRow>,
    /// What is wrong with the whole.
    problems: Vec<String>,
    /// The agent's buttons as they will be.
    groups: Vec<Group>,
    changed: Vec<String>,
    looked: bool,
}

type Place = Path<(i64, i64)>;
type Pairs = Vec<(String, String)>;

/// The list in the campaign, and its catalogue without what is laid over it.
struct There {
    campaign: Campaign,
    linked: Linked,
    bare: Catalogue,
}

async fn there(app: &App, (campaign, link): (i64, i64)) -> Result<There, Failure> {
    app.ask(move |store| {
        let (campaign, linked) = one_link(store, campaign, link)?;
        let bare = store.bare_catalogue(linked.list.id)?;
        Ok(There {
            campaign,
            bare: bare.ok_or(Failure::NotFound)?,
            linked,
        })
    })
    .await
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(place): Place,
) -> Result<Page<impl Template>, Failure> {
    let there = there(&app, place).await?;
    let overlay = &there.linked.rules.settings.overlay;
    let pairs = entered::written(overlay, &there.bare);
    Ok(Page(page(&visitor, &there, &pairs, &[])))
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(place): Place,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Failure> {
    let there = there(&app, place).await?;
    let own = &there.linked.rules.settings;
    let laid = entered::read(&pairs, &there.bare)
        .and_then(|overlay| overlay.over(&there.bare).map(|_| overlay));
    let overlay = match laid {
        Ok(overlay) => overlay,
        Err(problems) => {
            let page = page(&visitor, &there, &pairs, &problems);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    let saves = pairs
        .iter()
        .any(|(name, value)| name == "do" && value == "save");
    if saves {
        if overlay != own.overlay {
            let list = there.linked.list.id;
            let settings = Settings {
                overlay,
                ..own.clone()
            };
            app.ask(move |store| store.set_settings(list, settings).map_err(Failure::from))
                .await?;
        }
        return Ok(see(&format!("/campaigns/{}#links", place.0)).into_response());
    }
    let page = CodesPage {
        changed: changed(&own.overlay, &overlay),
        looked: true,
        ..page(&visitor, &there, &pairs, &[])
    };
    Ok(Page(page).into_response())
}

/// The codes over which something else is laid than before.
fn changed(before: &Overlay, after: &Overlay) -> Vec<String> {
    let codes = before.codes.keys().chain(after.codes.keys());
    let mut changed: Vec<String> = codes
        .filter(|code| before.codes.get(code) != after.codes.get(code))
        .map(ToString::to_string)
        .collect();
    let causes = before.causes.keys().chain(after.causes.keys());
    let causes = causes.filter(|code| before.causes.get(code) != after.causes.get(code));
    changed.extend(causes.map(ToString::to_string));
    changed.sort_unstable();
    changed.dedup();
    changed
}

fn page(
    visitor: &Visitor,
    there: &There,
    pairs: &Pairs,
    problems: &[CatalogueProblem],
) -> CodesPage {
    let words = &visitor.words;
    let language = words.language().word();
    let laid = entered::read(pairs, &there.bare).and_then(|overlay| overlay.over(&there.bare));
    let shown = laid.as_ref().unwrap_or(&there.bare);
    let (id, linked) = (there.campaign.id.0, &there.linked);
    let rows = rows(&there.bare, pairs, problems, words);
    let causes = causes::rows(&there.bare, pairs, problems, words);
    let whole = |problem: &&CatalogueProblem| {
        problem.field != "retry" && !rows.iter().any(|row| row.code == problem.code)
    };
    CodesPage {
        shell: visitor.shell("codes-title"),
        place: format!("/campaigns/{id}/links/{}/codes", linked.link.id),
        back: format!("/campaigns/{id}"),
        list: linked.list.name.clone(),
        catalogue: there.bare.file().title.clone(),
        elsewhere: (linked.elsewhere > 0).then(|| words.n("limits-elsewhere", linked.elsewhere)),
        problems: problems
            .iter()
            .filter(whole)
            .map(|one| words.finding_with_place(one))
            .collect(),
        groups: groups(shown.file(), language),
        changed: Vec::new(),
        looked: false,
        rows,
        causes,
    }
}
