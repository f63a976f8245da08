//! The audit trail as administrators read it: who saw, changed or took away what.

mod asked;
mod said;

use super::log::named;
use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use asked::Asked;
use axum::extract::{Query, State};
use said::{about, done, told};

use std::collections::BTreeMap;
use store::{AuditActor, AuditChain, AuditLine, AuditSearch, AuditWord, Store, User, UserId};

/// A trail up to so long is walked each time it is looked at; a longer one when asked.
const WALKED_AT_ONCE: i64 = 50_000;

#[derive(Template)]
#[template(path = "people/audit.html")]
pub struct AuditPage {
    shell: Shell,
    asked: Asked,
    users: Vec<(i64, String, bool)>,
    kinds: Vec<(&'static str, String, bool)>,
    /// What the walk found, and whether the trail holds.
    chain: Option<(String, bool)>,
    rows: Vec<Row>,
    older: Option<String>,
    narrowed: bool,
}

struct Row {
    at: String,
    who: String,
    what: String,
    about: String,
    /// Where the contact is.
    path: Option<String>,
    detail: String,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<AuditPage>, Failure> {
    let words = visitor.words.clone();
    let (search, walk) = (asked.search(&words), !asked.check.is_empty());
    let seen = app.ask(move |store| Seen::of(store, search, walk)).await?;
    let chosen = |id: i64| asked.user.parse() == Ok(id);
    Ok(Page(AuditPage {
        users: seen
            .users
            .iter()
            .map(|user| (user.id.0, user.name.clone(), chosen(user.id.0)))
            .collect(),
        kinds: AuditWord::ALL
            .into_iter()
            .map(|word| (word.word(), done(word, &words), asked.what == word.word()))
            .collect(),
        chain: seen.chain.as_ref().map(|chain| told(chain, &words)),
        rows: seen
            .lines
            .iter()
            .map(|line| seen.row(line, &words))
            .collect(),
        older: asked.older(&seen.lines),
        narrowed: asked.narrows(),
        asked,
        shell: visitor.shell("audit-title"),
    }))
}

/// What the page is made of.
struct Seen {
    lines: Vec<AuditLine>,
    users: Vec<User>,
    lists: BTreeMap<i64, String>,
    tokens: BTreeMap<i64, String>,
    chain: Option<AuditChain>,
}

impl Seen {
    fn of(store: &Store, mut search: AuditSearch, walk: bool) -> Result<Self, Failure> {
        let users = store.users()?;
        if let Some(AuditActor::User(id)) = search.actor {
            let user = users.iter().find(|user| user.id.0 == id);
            search.desk = user.and_then(|user| user.agent);
        }
        let short = store.audit_head()?.seq <= WALKED_AT_ONCE;
        let lists = store.lists()?.into_iter();
        let tokens = store.tokens()?.into_iter();
        Ok(Self {
            lines: store.audit_lines(&search)?,
            lists: lists.map(|list| (list.id.0, list.name)).collect(),
            tokens: tokens.map(|token| (token.id, token.name)).collect(),
            chain: (walk || (short && search.before.is_none()))
                .then(|| store.audit_verify(None))
                .transpose()?,
            users,
        })
    }

    fn row(&self, line: &AuditLine, words: &Words) -> Row {
        let place = line.list.zip(line.id);
        let contact = place.filter(|_| line.subject == "contact");
        Row {
            at: words.moment(line.at),
            who: self.who(line, words),
            what: audit_word(&line.word, words),
            about: self.about(line, words),
            path: contact.map(|(list, id)| format!("/contacts/{list}/{id}")),
            detail: line
                .detail
                .iter()
                .map(|(name, value)| format!("{name} {value}"))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }

    fn who(&self, line: &AuditLine, words: &Words) -> String {
        let id = line.actor_id;
        match AuditActor::of(&line.actor, id) {
            Some(AuditActor::User(id)) => named(&self.users, UserId(id)),
            Some(AuditActor::Agent(id)) => {
                let hers = |user: &&User| user.agent.is_some_and(|agent| agent.0 == id);
                let user = self.users.iter().find(hers);
                let number = id.to_string();
                user.map_or_else(
                    || words.with("audit-desk", [("id", number.as_str())]),
                    |user| user.name.clone(),
                )
            }
            Some(AuditActor::Token(id)) => {
                let number = id.to_string();
                let name = self.tokens.get(&id).unwrap_or(&number);
                words.with("audit-token", [("name", name.as_str())])
            }
            Some(AuditActor::Program) => words.t("audit-program"),
            Some(AuditActor::System) | None => words.t("audit-system"),
        }
    }

    fn about(&self, line: &AuditLine, words: &Words) -> String {
        let list = line.list.map(|list| {
            let named = self.lists.get(&list).cloned();
            named.unwrap_or_else(|| list.to_string())
        });
        match (line.subject.as_str(), list, line.id) {
            ("contact", Some(list), Some(id)) => format!("{list} · {id}"),
            (_, Some(list), _) => list,
            ("user", None, Some(id)) => named(&self.users, UserId(id)),
            (subject, None, id) => {
                let subject = about(subject, words);
                id.map_or_else(|| subject.clone(), |id| format!("{subject} {id}"))
            }
        }
    }
}

/// A stable word of the trail as people read it.
pub(crate) fn audit_word(word: &str, words: &Words) -> String {
    AuditWord::of(word).map_or_else(|| word.to_owned(), |known| done(known, words))
}
