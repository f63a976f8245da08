//! `dispo move`: contacts of a list go on in another one.

use super::interrupt;
use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{self, Out};
use engine::{Actor, Code};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use store::{
    Bulk, BulkChange, BulkPreview, BulkState, FieldHolds, Holding, Matching, Move, Selection,
};

/// Move contacts to another list, where they go on as they stand
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  dispo move --from spring --to summer --dry-run\n  dispo move --from spring --to north --new --field 'postcode^=97'\n  dispo move --from spring --to summer --state unreached --counters\n\nWithout a condition all contacts are moved: the lists are merged. Attempts stay where they were\nmade; what stays behind is listed with the reason, exit status 1 then."
)]
pub struct Args {
    /// The list they are in
    #[arg(long, value_name = "NAME")]
    from: String,
    /// The list they go to
    #[arg(long, value_name = "NAME")]
    to: String,
    /// Make the other list, with the rules, fields and campaigns of this one
    #[arg(long)]
    new: bool,
    /// Only contacts that stand so: new, unreached, callback, suspended or closed
    #[arg(long, value_name = "STATE", value_parser = ["new", "unreached", "callback", "suspended", "closed"])]
    state: Option<String>,
    /// Only contacts under this code
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Only contacts whose field is (NAME=TEXT), is not (!=), begins with (^=) or contains (*=) a text
    #[arg(long, value_name = "CONDITION", value_parser = field)]
    field: Option<FieldHolds>,
    /// Count on: attempts and limits go along
    #[arg(long)]
    counters: bool,
    /// Move those the other list has already, too
    #[arg(long)]
    duplicates: bool,
    /// Add fields to the other list that it does not have
    #[arg(long)]
    add_fields: bool,
    /// Say what would come of it, in numbers, and move nobody
    #[arg(long, conflicts_with = "new")]
    dry_run: bool,
}

#[derive(Serialize)]
struct Moved {
    moved: u64,
    waiting: u64,
    refused: BTreeMap<String, u64>,
}

fn field(text: &str) -> Result<FieldHolds, String> {
    let (before, value) = text
        .split_once('=')
        .ok_or_else(|| format!("`{text}` is no condition: write one such as city=Groningen"))?;
    let (name, how) = match before.char_indices().next_back() {
        Some((at, '!')) => (before.get(..at), Holding::IsNot),
        Some((at, '^')) => (before.get(..at), Holding::Begins),
        Some((at, '*')) => (before.get(..at), Holding::Contains),
        _ => (Some(before), Holding::Is),
    };
    let name = name.unwrap_or_default().trim().to_owned();
    if name.is_empty() {
        return Err(format!(
            "`{text}` names no field: write one such as city=Groningen"
        ));
    }
    Ok(FieldHolds {
        name,
        how,
        value: value.trim().to_owned(),
    })
}

pub fn run(args: &Args, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let from = database::list(&store, &args.from)?;
    if let Some(field) = &args.field
        && from.fields.iter().all(|known| known.name != field.name)
    {
        let names: Vec<&str> = from.fields.iter().map(|field| &*field.name).collect();
        return Err(Failure::of(format!(
            "{} has no field `{}`: it has {}",
            from.name,
            field.name,
            names.join(", ")
        )));
    }
    let to = match args.new {
        true => store.list_like(from.id, &args.to)?.ok_or_else(|| {
            Failure::of(format!(
                "there is a list `{}` already: leave --new out",
                args.to
            ))
        })?,
        false => database::list(&store, &args.to)?.id,
    };
    if to == from.id {
        return Err(Failure::of("they are in that list already: name another"));
    }
    let selection = Selection::Matching(Matching {
        state: args.state.clone(),
        code: args.code.as_deref().map(Code::new),
        field: args.field.clone(),
        ..Matching::default()
    });
    let change = BulkChange::Move(Move {
        to,
        counters: args.counters,
        duplicates: args.duplicates,
        add_fields: args.add_fields,
    });
    if args.dry_run {
        let preview = store.preview_bulk(from.id, &selection, &change, Actor::System)?;
        out.show(&preview, foretold)?;
        return Ok(Done::clean_if(preview.refused.is_empty()));
    }
    let stop = interrupt::listen();
    let begun = store.begin_bulk(from.id, selection, change, Actor::System)?;
    let done = store.run_bulk(begun.id, &mut |bulk: &Bulk| {
        out::note(format!("{} of {} moved", bulk.done, bulk.contacts));
        !stop.load(Ordering::Relaxed)
    })?;
    import::membership::judge_list(&store, to)?;
    let moved = Moved {
        moved: done.done,
        waiting: done.waiting(),
        refused: done.refused.clone(),
    };
    out.show(&moved, told)?;
    Ok(Done::clean_if(
        done.state == BulkState::Done && done.refused.is_empty(),
    ))
}

fn foretold(preview: &BulkPreview) -> String {
    let goes = [
        ("could be offered at once", preview.due_now),
        ("due later", preview.due_later),
        ("suspended", preview.suspended),
        ("closed", preview.closed),
        ("begin anew: no code of their meaning there", preview.anew),
        ("there already, moved all the same", preview.duplicates),
    ];
    let mut lines = vec![format!("{} contacts", preview.contacts)];
    let goes = goes.into_iter().filter(|(_, contacts)| *contacts > 0);
    lines.extend(goes.map(|(what, contacts)| format!("{contacts} {what}")));
    lines.extend(stay(&preview.refused));
    lines.join("\n")
}

fn told(moved: &Moved) -> String {
    let mut lines = vec![format!("{} contacts moved", moved.moved)];
    if moved.waiting > 0 {
        lines.push(format!(
            "{} still to come: stopped; the same command moves the rest",
            moved.waiting
        ));
    }
    lines.extend(stay(&moved.refused));
    lines.join("\n")
}

fn stay(refused: &BTreeMap<String, u64>) -> impl Iterator<Item = String> {
    refused
        .iter()
        .map(|(why, contacts)| format!("{contacts} stay: {why}"))
}
