//! `dispo audit show`: rows of the trail.

use crate::Done;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use engine::{ContactId, ListId};
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::{AuditActor, AuditLine, AuditSearch, AuditWord, Store};

#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// From this instant on
    #[arg(long, value_name = "INSTANT")]
    since: Option<Timestamp>,
    /// A login, `program` or `system`
    #[arg(long, value_name = "WHO")]
    who: Option<String>,
    /// One contact, as LIST:ID
    #[arg(long, value_name = "LIST:ID")]
    contact: Option<String>,
    /// What was done: saw, searched, changed, exported, imported, undone, listened, erased
    #[arg(long, value_name = "WORD")]
    what: Option<String>,
    /// At most so many
    #[arg(long, default_value_t = 100, value_name = "COUNT")]
    limit: u32,
}

pub fn show(store: &Store, args: &ShowArgs, out: Out) -> Result<Done, Failure> {
    let mut search = AuditSearch {
        since: args.since,
        limit: args.limit.into(),
        word: args.what.as_deref().map(word).transpose()?,
        contact: args.contact.as_deref().map(contact).transpose()?,
        ..AuditSearch::default()
    };
    match args.who.as_deref() {
        None => {}
        Some("program") => search.actor = Some(AuditActor::Program),
        Some("system") => search.actor = Some(AuditActor::System),
        Some(login) => {
            let users = store.users()?;
            let user = users.into_iter().find(|user| user.login == login);
            let user = user.ok_or_else(|| {
                Failure::of(format!(
                    "there is no user `{login}`: write a login, program or system"
                ))
            })?;
            search.actor = Some(AuditActor::User(user.id.0));
            search.desk = user.agent;
        }
    }
    let lines = store.audit_lines(&search)?;
    let names: BTreeMap<i64, String> = store
        .users()?
        .into_iter()
        .map(|user| (user.id.0, user.login))
        .collect();
    out.show(&lines, |lines| table(lines, &names))?;
    Ok(Done::Clean)
}

fn word(text: &str) -> Result<String, Failure> {
    AuditWord::of(text)
        .map(|word| word.word().to_owned())
        .ok_or_else(|| {
            let all: Vec<&str> = AuditWord::ALL.iter().map(|word| word.word()).collect();
            Failure::of(format!(
                "`{text}` is not done here: write one of {}",
                all.join(", ")
            ))
        })
}

/// A contact by its list and id.
pub fn contact(text: &str) -> Result<(ListId, ContactId), Failure> {
    let parts = text.split_once(':');
    parts
        .and_then(|(list, id)| Some((ListId(list.parse().ok()?), ContactId(id.parse().ok()?))))
        .ok_or_else(|| {
            Failure::of(format!(
                "`{text}` names no contact: write LIST:ID, such as 3:1017"
            ))
        })
}

fn table(lines: &[AuditLine], names: &BTreeMap<i64, String>) -> String {
    if lines.is_empty() {
        return "nothing is in the trail".to_owned();
    }
    let mut table = Table::new([
        ("seq", Align::Right),
        ("at", Align::Left),
        ("who", Align::Left),
        ("what", Align::Left),
        ("of", Align::Left),
        ("detail", Align::Left),
    ]);
    for line in lines {
        let detail: Vec<String> = line
            .detail
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        table.row([
            line.seq.to_string(),
            line.at.to_string(),
            who(line, names),
            line.word.clone(),
            of(line),
            detail.join(" "),
        ]);
    }
    table.text()
}

fn who(line: &AuditLine, names: &BTreeMap<i64, String>) -> String {
    match (line.actor.as_str(), names.get(&line.actor_id)) {
        ("user", Some(login)) => login.clone(),
        (_, _) if line.actor_id == 0 => line.actor.clone(),
        (actor, _) => format!("{actor} {}", line.actor_id),
    }
}

fn of(line: &AuditLine) -> String {
    match (line.list, line.id) {
        (Some(list), Some(id)) => format!("{} {list}:{id}", line.subject),
        (Some(id), None) | (None, Some(id)) => format!("{} {id}", line.subject),
        (None, None) => line.subject.clone(),
    }
}
