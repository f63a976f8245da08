//! `dispo explain`: why a contact stands where it stands.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::Out;
use engine::{ContactId, ListId};
use store::{Explanation, Store};

/// Say why a contact stands where it stands, and what holds it back
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  dispo explain --contact 1017\n  dispo explain --contact K-1017 --list spring --json"
)]
pub struct Args {
    /// The contact's id, or its key in the list
    #[arg(long, value_name = "ID|KEY")]
    contact: String,
    /// The list to look in; all lists when absent
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
}

pub fn run(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let list = args
        .list
        .as_deref()
        .map(|name| database::list(&store, name))
        .transpose()?;
    let found = store.find_contact(&args.contact, list.map(|list| list.id))?;
    let (list, contact) = the_one(&store, args, &found)?;
    let explanation = store
        .explain(list, contact)?
        .ok_or_else(|| not_found(args))?;
    out.show(&explanation, text)?;
    Ok(Done::Clean)
}

fn the_one(
    store: &Store,
    args: &Args,
    found: &[(ListId, ContactId)],
) -> Result<(ListId, ContactId), Failure> {
    match found {
        [] => Err(not_found(args)),
        [one] => Ok(*one),
        several => {
            let mut reasons = vec![format!(
                "`{}` leads to {} contacts: ask for one by its id and list",
                args.contact,
                several.len()
            )];
            for (list, contact) in several {
                let name = store
                    .list(*list)?
                    .map_or_else(|| list.0.to_string(), |list| list.name);
                let state = store
                    .explain(*list, *contact)?
                    .map(|there| format!(" ({} {})", there.state, there.code));
                reasons.push(format!(
                    "--contact {} --list '{name}'{}",
                    contact.0,
                    state.unwrap_or_default()
                ));
            }
            Err(Failure::all(reasons))
        }
    }
}

fn not_found(args: &Args) -> Failure {
    let place = args
        .list
        .as_ref()
        .map_or_else(String::new, |list| format!(" in list `{list}`"));
    Failure::of(format!(
        "there is no contact `{}`{place}: `dispo export` lists ids and keys",
        args.contact
    ))
}

fn text(there: &Explanation) -> String {
    let mut text = format!(
        "contact {} of list {}: {}, {} {}\n",
        there.contact.0, there.list.0, there.state, there.code, there.label
    );
    if let Some(due) = there.due_at {
        text.push_str(&format!("due          {due}\n"));
    }
    if let Some(offer) = there.next_offer_at {
        text.push_str(&format!("next offered {offer}\n"));
    }
    for reason in &there.because {
        let reference = if reason.reference.is_empty() {
            String::new()
        } else {
            format!(" {}", reason.reference)
        };
        text.push_str(&format!(
            "because      {} ({}{reference})\n",
            reason.text, reason.kind
        ));
    }
    for block in &there.blocked {
        let until = block
            .until
            .map_or_else(String::new, |until| format!(", until {until}"));
        text.push_str(&format!("blocked      {}{until}\n", block.reason));
    }
    text
}
