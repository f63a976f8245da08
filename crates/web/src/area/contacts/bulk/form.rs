//! The form, with what would come of it once it says enough; and the beginning.

use super::asked::{Asked, Problems};
use super::look::{Look, names};
use super::parts::{Choice, Parts, agents, codes};
use super::told::Teller;
use crate::app::App;
use crate::area::contacts::supervisor;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use engine::catalogue::Kind;
use engine::{Actor, ListId, Rules};
use std::sync::Arc;
use store::{BulkChange, List, Selection, Store};

#[derive(Template)]
#[template(path = "contacts/bulk.html")]
pub struct FormPage {
    shell: Shell,
    form: Parts,
    to_codes: Vec<Choice>,
    owners: Vec<Choice>,
    chosen: bool,
    /// How many contacts are meant.
    meant: Option<i64>,
    look: Option<Look>,
    /// What the confirmation sends.
    confirm: Vec<(&'static str, String)>,
}

/// What the form comes to.
struct Meant {
    list: Option<(List, Arc<Rules>)>,
    selection: Selection,
    change: Option<BulkChange>,
    problems: Problems,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<FormPage>, Failure> {
    show(&visitor, &app, asked).await.map(Page)
}

/// Begins what was confirmed. What does not make sense any more is shown again.
pub async fn begin(
    visitor: Visitor,
    State(app): State<App>,
    Form(asked): Form<Asked>,
) -> Result<Response, Failure> {
    let (words, actor) = (visitor.words.clone(), supervisor(&visitor));
    let user = visitor.who.as_ref().map(|who| who.user);
    let given = asked.clone();
    let begun = app
        .ask(move |store| {
            let teller = Teller::read(store)?;
            let meant = meant(&given, &teller, store, &words);
            let (Some((list, _)), Some(change)) = (meant.list, meant.change) else {
                return Ok(None);
            };
            if !meant.problems.is_empty() {
                return Ok(None);
            }
            let bulk = store.begin_bulk_by(list.id, meant.selection, change, (actor, user))?;
            Ok::<_, Failure>(Some(bulk.id))
        })
        .await?;
    match begun {
        Some(id) => {
            app.running().start(id);
            Ok(see(&format!("/contacts/bulk/log/{id}")).into_response())
        }
        None => Ok(Page(show(&visitor, &app, asked).await?).into_response()),
    }
}

fn meant(asked: &Asked, teller: &Teller, store: &Store, words: &Words) -> Meant {
    let mut problems = Problems::new();
    let list = asked.list.trim();
    let there = list
        .parse()
        .ok()
        .and_then(|id| teller.lists.get(&ListId(id)).cloned());
    if there.is_none() && !(list.is_empty() && asked.change.is_empty()) {
        problems.insert("list", words.t("bulk-which-list"));
    }
    let matching = asked.matching(words, &mut problems);
    let now = store.clock().now();
    let change = there
        .as_ref()
        .and_then(|(_, rules)| asked.change(rules, now, words, &mut problems));
    if let Some(BulkChange::Assign { owner: Some(owner) }) = &change
        && !teller.agents.contains_key(owner)
    {
        problems.insert("owner", words.t("change-owner-unknown"));
    }
    Meant {
        list: there,
        selection: Selection::Matching(matching),
        change,
        problems,
    }
}

async fn show(visitor: &Visitor, app: &App, asked: Asked) -> Result<FormPage, Failure> {
    let (words, given) = (visitor.words.clone(), asked.clone());
    let actor = supervisor(visitor);
    let (teller, meant, count, look) = app
        .ask(move |store| {
            let teller = Teller::read(store)?;
            let meant = meant(&given, &teller, store, &words);
            let (count, look) = match &meant.list {
                Some((list, _)) if meant.problems.is_empty() => {
                    let selected = store.select_bulk(list.id, &meant.selection)?.len();
                    let look = look(store, &teller, list.id, &meant, actor, &words)?;
                    (i64::try_from(selected).ok(), look)
                }
                _ => (None, None),
            };
            Ok::<_, Failure>((teller, meant, count, look))
        })
        .await?;
    let confirm = match &meant.change {
        Some(change) if look.is_some() => {
            let settled = asked.settled(change, &visitor.words);
            let pairs = settled.pairs();
            let own = |(name, value): (&'static str, &str)| (name, value.to_owned());
            pairs.into_iter().map(own).collect()
        }
        _ => Vec::new(),
    };
    let (words, list) = (&visitor.words, meant.list.as_ref());
    Ok(FormPage {
        to_codes: codes(list, words, &asked.to, |kind| {
            !matches!(kind, Kind::AttemptOnly | Kind::Returned)
        }),
        owners: agents(&teller, &asked.owner),
        form: Parts::of(asked, meant.problems, &teller, list, words),
        shell: visitor.shell("bulk-title"),
        chosen: meant.list.is_some(),
        meant: count,
        look,
        confirm,
    })
}

fn look(
    store: &Store,
    teller: &Teller,
    list: ListId,
    meant: &Meant,
    actor: Actor,
    words: &Words,
) -> Result<Option<Look>, Failure> {
    let Some(change) = &meant.change else {
        return Ok(None);
    };
    let preview = store.preview_bulk(list, &meant.selection, change, actor)?;
    let names = names(store, list, &preview.sample)?;
    let what = teller.change(list, change, words);
    Ok(Some(Look::of(list, what, &preview, &names, words)))
}

impl FormPage {
    fn does(&self, change: &str) -> bool {
        self.form.asked.change == change
    }
}
