//! The audit trail as administrators read it: who saw, changed or took away what.

use super::log::named;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, query_value};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use engine::{ContactId, ListId};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{AuditActor, AuditChain, AuditLine, AuditSearch, AuditWord, Store, User, UserId};

/// Rows on one page.
const ROWS: i64 = 100;
/// A trail up to so long is walked each time it is looked at; a longer one when asked.
const WALKED_AT_ONCE: i64 = 50_000;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    user: String,
    what: String,
    contact: String,
    from: String,
    until: String,
    before: String,
    /// Walk the trail, however long it is.
    check: String,
}

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
            what: AuditWord::of(&line.word)
                .map_or_else(|| line.word.clone(), |word| done(word, words)),
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

impl Asked {
    fn search(&self, words: &Words) -> AuditSearch {
        let zone = words.zone();
        let day = |text: &str| text.trim().parse::<Date>().ok();
        let after = day(&self.until).and_then(|day| day.tomorrow().ok());
        AuditSearch {
            actor: self.user.parse().ok().map(AuditActor::User),
            desk: None,
            word: AuditWord::of(&self.what).map(|word| word.word().to_owned()),
            list: self.contact.trim().parse().ok().map(ListId),
            contact: place(&self.contact),
            since: day(&self.from).map(|day| zone.start_of(day)),
            until: after.map(|day| zone.start_of(day)),
            before: self.before.parse().ok(),
            limit: ROWS,
        }
    }

    fn narrows(&self) -> bool {
        [
            &self.user,
            &self.what,
            &self.contact,
            &self.from,
            &self.until,
        ]
        .into_iter()
        .any(|given| !given.trim().is_empty())
    }

    fn older(&self, lines: &[AuditLine]) -> Option<String> {
        let full = i64::try_from(lines.len()).is_ok_and(|count| count == ROWS);
        let last = lines.last().filter(|_| full)?;
        Some(format!(
            "/people/audit?user={}&what={}&contact={}&from={}&until={}&before={}",
            query_value(&self.user),
            query_value(&self.what),
            query_value(&self.contact),
            query_value(&self.from),
            query_value(&self.until),
            last.seq
        ))
    }
}

/// A contact as its page's address has it: the list, then its id.
fn place(text: &str) -> Option<(ListId, ContactId)> {
    let (list, id) = text.trim().split_once(['/', ':'])?;
    Some((
        ListId(list.trim().parse().ok()?),
        ContactId(id.trim().parse().ok()?),
    ))
}

fn told(chain: &AuditChain, words: &Words) -> (String, bool) {
    let rows = words.n("audit-rows", chain.rows);
    let said = match &chain.fault {
        None => words.t("audit-whole"),
        Some(fault) => {
            let seq = fault.seq().to_string();
            words.with("audit-broken", [("seq", seq.as_str())])
        }
    };
    (format!("{rows} {said}"), chain.fault.is_none())
}

fn done(word: AuditWord, words: &Words) -> String {
    words.t(match word {
        AuditWord::Saw => "audit-saw",
        AuditWord::Searched => "audit-searched",
        AuditWord::Changed => "audit-changed",
        AuditWord::Exported => "audit-exported",
        AuditWord::Imported => "audit-imported",
        AuditWord::Undone => "audit-undone",
        AuditWord::Listened => "audit-listened",
        AuditWord::Erased => "audit-erased",
        AuditWord::Forgot => "audit-forgot",
    })
}

fn about(subject: &str, words: &Words) -> String {
    words.t(match subject {
        "contacts" => "audit-about-contacts",
        "lists" => "audit-about-lists",
        "campaign" => "audit-about-campaign",
        "agent" => "audit-about-agent",
        "token" => "audit-about-token",
        "suppression" => "audit-about-suppression",
        "results" => "audit-about-results",
        "import" => "audit-about-import",
        "audit" => "audit-about-audit",
        _ => "audit-about-house",
    })
}
