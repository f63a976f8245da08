//! Contacts go to another list: a part of them (a split) or all (a merge), after a look at
//! what will come of it.

use super::bulk::{Asked, Choice, Look, Parts, Problems, Teller, count, lists, names};
use super::correct::supervisor;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use engine::{ListId, Rules};
use serde::Deserialize;
use std::sync::Arc;
use store::{BulkChange, BulkPreview, List, Matching, Move, Selection, Store};

/// A name longer than this breaks every table.
const LONGEST_NAME: usize = 80;

#[derive(Template)]
#[template(path = "contacts/move.html")]
pub struct MovePage {
    shell: Shell,
    place: String,
    list: String,
    list_id: i64,
    form: Parts,
    targets: Vec<Choice>,
    meant: Option<i64>,
    /// How many have gone already.
    gone: i64,
    look: Option<Look>,
    confirm: Vec<(&'static str, String)>,
    /// The name of a new list, as it was written.
    name: String,
}

/// The form that makes a new list to move into.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NewList {
    name: String,
    #[serde(flatten)]
    asked: Asked,
}

/// What the form comes to.
struct Meant {
    matching: Matching,
    to: Option<(List, Arc<Rules>)>,
    problems: Problems,
}

type There = (List, Arc<Rules>);

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path(list): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Page<MovePage>, Failure> {
    show(&visitor, &app, ListId(list), asked, None)
        .await
        .map(Page)
}

/// Begins what was confirmed. What does not make sense any more is shown again.
pub async fn begin(
    visitor: Visitor,
    State(app): State<App>,
    Path(list): Path<i64>,
    Form(asked): Form<Asked>,
) -> Result<Response, Failure> {
    let (list, words, actor) = (ListId(list), visitor.words.clone(), supervisor(&visitor));
    let user = visitor.who.as_ref().map(|who| who.user);
    let given = asked.clone();
    let begun = app
        .ask(move |store| {
            let teller = Teller::read(store)?;
            let meant = meant(list, &given, &teller, &words)?;
            let Some((to, _)) = meant.to.filter(|_| meant.problems.is_empty()) else {
                return Ok(None);
            };
            let change = BulkChange::Move(change(&given, to.id));
            let selection = Selection::Matching(meant.matching);
            let bulk = store.begin_bulk_by(list, selection, change, (actor, user))?;
            Ok::<_, Failure>(Some(bulk.id))
        })
        .await?;
    match begun {
        Some(id) => {
            app.running().start(id);
            Ok(see(&format!("/contacts/bulk/log/{id}")).into_response())
        }
        None => {
            let page = show(&visitor, &app, list, asked, None).await?;
            Ok(Page(page).into_response())
        }
    }
}

/// Makes an empty list like this one, and goes on with it as the target.
pub async fn new_list(
    visitor: Visitor,
    State(app): State<App>,
    Path(list): Path<i64>,
    Form(new): Form<NewList>,
) -> Result<Response, Failure> {
    let list = ListId(list);
    let name = new.name.replace(char::is_control, " ").trim().to_owned();
    let bad = match name.chars().count() {
        0 => Some("move-new-name"),
        length if length > LONGEST_NAME => Some("move-long-name"),
        _ => None,
    };
    let made = match bad {
        Some(_) => None,
        None => {
            let name = name.clone();
            app.ask(move |store| {
                store.list(list)?.ok_or(Failure::NotFound)?;
                Ok::<_, Failure>(store.list_like(list, &name)?)
            })
            .await?
        }
    };
    match made {
        Some(made) => {
            let rest = new.asked.filter_query();
            let path = format!("/lists/{}/move?target={}&{rest}", list.0, made.0);
            Ok(see(&path).into_response())
        }
        None => {
            let problem = bad.unwrap_or("move-known-name");
            let wrong = Some((name, problem));
            let page = show(&visitor, &app, list, new.asked, wrong).await?;
            Ok(Page(page).into_response())
        }
    }
}

fn meant(list: ListId, asked: &Asked, teller: &Teller, words: &Words) -> Result<Meant, Failure> {
    if !teller.lists.contains_key(&list) {
        return Err(Failure::NotFound);
    }
    let mut problems = Problems::new();
    let matching = asked.matching(words, &mut problems);
    let text = asked.target.trim();
    let found = text
        .parse()
        .ok()
        .and_then(|id| teller.lists.get(&ListId(id)));
    let to = found.filter(|(there, _)| there.id != list).cloned();
    if !text.is_empty() && to.is_none() {
        let key = match found {
            Some(_) => "move-same-list",
            None => "move-no-list",
        };
        problems.insert("target", words.t(key));
    }
    Ok(Meant {
        matching,
        to,
        problems,
    })
}

fn change(asked: &Asked, to: ListId) -> Move {
    Move {
        to,
        counters: !asked.counters.is_empty(),
        duplicates: !asked.duplicates.is_empty(),
        add_fields: !asked.add_fields.is_empty(),
    }
}

async fn show(
    visitor: &Visitor,
    app: &App,
    list: ListId,
    asked: Asked,
    wrong: Option<(String, &'static str)>,
) -> Result<MovePage, Failure> {
    let (words, given) = (visitor.words.clone(), asked.clone());
    let actor = supervisor(visitor);
    let (teller, mut meant, found, gone) = app
        .ask(move |store| {
            let teller = Teller::read(store)?;
            let meant = meant(list, &given, &teller, &words)?;
            let found = match meant.problems.is_empty() {
                true => Some(look(store, &teller, list, &given, &meant, actor, &words)?),
                false => None,
            };
            let gone = count(store.moved_out(list)?);
            Ok::<_, Failure>((teller, meant, found, gone))
        })
        .await?;
    let (name, problem) = wrong.unzip();
    if let Some(key) = problem {
        meant.problems.insert("name", visitor.words.t(key));
    }
    let (selected, look) = found.unzip();
    let look = look.flatten();
    let confirm = match look.is_some() {
        true => {
            let own = |(name, value): (&'static str, &str)| (name, value.to_owned());
            asked.pairs().into_iter().map(own).collect()
        }
        false => Vec::new(),
    };
    let here = teller.lists.get(&list);
    let mut targets = lists(&teller, &asked.target);
    targets.retain(|choice| choice.value != list.0.to_string());
    Ok(MovePage {
        place: format!("/lists/{}/move", list.0),
        list: teller.list(list),
        list_id: list.0,
        targets,
        meant: selected,
        gone,
        look,
        confirm,
        name: name.unwrap_or_default(),
        form: Parts::of(asked, meant.problems, &teller, here, &visitor.words),
        shell: visitor.shell("move-title"),
    })
}

/// How many are meant, and what would come of it where it is said where they go.
fn look(
    store: &Store,
    teller: &Teller,
    list: ListId,
    asked: &Asked,
    meant: &Meant,
    actor: engine::Actor,
    words: &Words,
) -> Result<(i64, Option<Look>), Failure> {
    let selection = Selection::Matching(meant.matching.clone());
    let selected = store.select_bulk(list, &selection)?.len();
    let selected = i64::try_from(selected).unwrap_or(i64::MAX);
    let Some((to, _)) = &meant.to else {
        return Ok((selected, None));
    };
    let change = change(asked, to.id);
    let asked = BulkChange::Move(change.clone());
    let preview = store.preview_bulk(list, &selection, &asked, actor)?;
    let names = names(store, list, &preview.sample)?;
    let what = teller.change(list, &asked, words);
    let mut look = Look::of(list, what, &preview, &names, words);
    let both = (teller.lists.get(&list), meant.to.as_ref());
    if let (Some(here), Some(there)) = both {
        look.notes = notes(here, there, &change, &preview, words);
    }
    Ok((selected, Some(look)))
}

/// What becomes of codes, fields and duplicates.
fn notes(
    (here, rules): &There,
    (there, used): &There,
    change: &Move,
    preview: &BulkPreview,
    words: &Words,
) -> Vec<String> {
    let mut notes = Vec::new();
    if rules.catalogue.name() != used.catalogue.name() {
        notes.push(words.t("move-by-meaning"));
    }
    if preview.anew > 0 {
        notes.push(words.n("move-anew", count(preview.anew)));
    }
    if preview.duplicates > 0 {
        notes.push(words.n("move-duplicates-too", count(preview.duplicates)));
    }
    let missing: Vec<&str> = here
        .fields
        .iter()
        .filter(|field| there.fields.iter().all(|known| known.name != field.name))
        .map(|field| field.external.as_str())
        .collect();
    if !missing.is_empty() {
        let key = match change.add_fields {
            true => "move-fields-added",
            false => "move-fields-left",
        };
        notes.push(words.with(key, [("fields", missing.join(", ").as_str())]));
    }
    notes
}

/// Where contacts of a list that were found are moved.
pub fn way(list: i64, state: &str, code: &str) -> String {
    format!(
        "/lists/{list}/move?state={}&code={}",
        query_value(state),
        query_value(code)
    )
}
