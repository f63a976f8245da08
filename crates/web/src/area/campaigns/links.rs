//! Lists of a campaign: put in, set, taken out.

use super::new::told;
use super::one::{Tried, refused};
use super::priority;
use super::seen::one_link;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use engine::{CampaignId, ListId};
use serde::Deserialize;
use store::USUAL_PRIORITY;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    list: String,
    priority: String,
    active: String,
}

#[derive(Template)]
#[template(path = "campaigns/unlink.html")]
struct RemovePage {
    shell: Shell,
    place: String,
    back: String,
    campaign: String,
    list: String,
    says: Vec<String>,
}

pub async fn add(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let Ok(list) = entered.list.parse().map(ListId) else {
        let error = words.t("link-choose-list");
        return refused(&visitor, &app, id, Tried::wrong("list", "", error)).await;
    };
    let linked = app
        .ask(move |store| {
            store
                .link_list(CampaignId(id), list, USUAL_PRIORITY)
                .map_err(Failure::from)
        })
        .await?;
    if let Err(refusal) = linked {
        let tried = Tried::wrong("list", "", words.t(told(refusal)?));
        return refused(&visitor, &app, id, tried).await;
    }
    Ok(see(&format!("/campaigns/{id}#links")).into_response())
}

pub async fn save(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, link)): Path<(i64, i64)>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let Some(priority) = priority(&entered.priority) else {
        let error = visitor.words.t("campaign-priority-remedy");
        let tried = Tried::wrong(&format!("link-{link}"), &entered.priority, error);
        return refused(&visitor, &app, id, tried).await;
    };
    let active = !entered.active.is_empty();
    app.ask(move |store| {
        one_link(store, id, link)?;
        store
            .set_link(link, priority, active)
            .map_err(Failure::from)
    })
    .await?;
    Ok(see(&format!("/campaigns/{id}#links")).into_response())
}

/// What taking it out means, before it is done.
pub async fn ask(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, link)): Path<(i64, i64)>,
) -> Result<Page<impl Template>, Failure> {
    let (campaign, linked) = app.ask(move |store| one_link(store, id, link)).await?;
    let words = &visitor.words;
    let stock = linked.stock.stock;
    let open = stock.now + stock.today + stock.later;
    let mut says = vec![
        words.n("unlink-open", open),
        words.n("unlink-callbacks", linked.stock.callbacks),
    ];
    if linked.stock.in_hand > 0 {
        says.push(words.n("state-in-hand-finish", linked.stock.in_hand));
    }
    if linked.link.filter.is_some() {
        says.push(words.t("unlink-filter"));
    }
    Ok(Page(RemovePage {
        shell: visitor.shell("unlink-title"),
        back: format!("/campaigns/{id}"),
        place: format!("/campaigns/{id}/links/{link}"),
        campaign: campaign.name,
        list: linked.list.name,
        says,
    }))
}

pub async fn remove(
    State(app): State<App>,
    Path((id, link)): Path<(i64, i64)>,
) -> Result<Redirect, Failure> {
    app.ask(move |store| {
        one_link(store, id, link)?;
        store.remove_link(link).map_err(Failure::from)
    })
    .await?;
    Ok(see(&format!("/campaigns/{id}#links")))
}
