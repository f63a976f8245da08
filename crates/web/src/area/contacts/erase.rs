//! Erasing what is personal of a contact, after a look at what goes and what stays.

use super::known::{Known, Place};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Redirect;
use engine::{ContactId, ListId};
use serde::Deserialize;
use std::collections::BTreeSet;
use store::{AuditActor, Erasing, Erasure, Store};

#[derive(Template)]
#[template(path = "contacts/erase.html")]
pub struct ErasePage {
    shell: Shell,
    place: String,
    name: String,
    /// What would go, in figures.
    goes: Vec<String>,
    /// What the law wants kept, and until when.
    kept: Vec<String>,
    /// Other contacts with one of its numbers: name of the list, and address.
    others: Vec<(String, String)>,
    in_hand: bool,
}

/// Whether the others with its numbers go, too.
#[derive(Deserialize)]
pub struct How {
    #[serde(default)]
    others: String,
}

type Where = (ListId, ContactId);

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path((list, contact)): Place,
) -> Result<Page<ErasePage>, Failure> {
    let place = (ListId(list), ContactId(contact));
    let known = Known::of(&app, place.0, place.1).await?;
    let how = erasing(&visitor, true);
    let (would, others) = app
        .ask(move |store| {
            let others = same_numbers(store, place)?;
            let would = store.erase(&[place], how)?;
            let mut named = Vec::new();
            for (list, contact) in others {
                let name = store.list(list)?.map(|list| list.name);
                let path = format!("/contacts/{}/{}", list.0, contact.0);
                named.push((name.unwrap_or_default(), path));
            }
            Ok::<_, Failure>((would, named))
        })
        .await?;
    let words = &visitor.words;
    Ok(Page(ErasePage {
        place: format!("/contacts/{list}/{contact}"),
        name: known.name(),
        goes: goes(&would, words),
        kept: kept(&would, words),
        in_hand: !would.in_hand.is_empty(),
        others,
        shell: visitor.shell("erase-title"),
    }))
}

pub async fn erase(
    visitor: Visitor,
    State(app): State<App>,
    Path((list, contact)): Place,
    Form(how): Form<How>,
) -> Result<Redirect, Failure> {
    let place = (ListId(list), ContactId(contact));
    let (all, erasing) = (!how.others.is_empty(), erasing(&visitor, false));
    let gone = app
        .ask(move |store| {
            store.contact(place.0, place.1)?.ok_or(Failure::NotFound)?;
            let mut whom = vec![place];
            if all {
                whom.extend(same_numbers(store, place)?);
            }
            Ok::<_, Failure>(store.erase(&whom, erasing)?)
        })
        .await?;
    for stored in &gone.files {
        app.work().remove(stored);
    }
    if gone.in_hand.contains(&place) {
        return Err(Failure::Refused(visitor.words.t("erase-in-hand")));
    }
    Ok(see(&format!("/contacts/{list}/{contact}")))
}

fn erasing(visitor: &Visitor, only_look: bool) -> Erasing {
    let user = visitor.who.as_ref().map(|who| who.user.0);
    Erasing {
        by: user.map_or(AuditActor::System, AuditActor::User),
        only_look,
        evidence_too: false,
    }
}

/// Every other contact with one of its numbers.
fn same_numbers(store: &Store, (list, contact): Where) -> Result<BTreeSet<Where>, Failure> {
    let mut found = BTreeSet::new();
    for number in store.numbers_of(list, contact)? {
        found.extend(store.holders_of(number)?);
    }
    found.remove(&(list, contact));
    Ok(found)
}

fn goes(would: &Erasure, words: &Words) -> Vec<String> {
    let files = u64::try_from(would.files.len()).unwrap_or(u64::MAX);
    [
        ("erase-numbers", would.numbers),
        ("erase-fields", would.fields),
        ("erase-notes", would.notes),
        ("erase-problems", would.problems),
        ("erase-texts", would.texts),
        ("erase-files", files),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| words.with(key, [("count", words.number(count).as_str())]))
    .collect()
}

fn kept(would: &Erasure, words: &Words) -> Vec<String> {
    let told = |kept: &store::KeptEvidence| {
        let until = words.moment(kept.until);
        let parts = [("until", until.as_str()), ("rule", kept.rule.as_str())];
        words.with("erase-kept", parts)
    };
    would.kept.iter().map(told).collect()
}
