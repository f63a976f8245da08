//! What is asked of the trail, as the address bar has it: all of it may be missing, or nonsense.

use crate::page::query_value;
use crate::words::Words;
use engine::{ContactId, ListId};
use jiff::civil::Date;
use serde::Deserialize;
use store::{AuditActor, AuditLine, AuditSearch, AuditWord};

/// Rows on one page.
const ROWS: i64 = 100;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub user: String,
    pub what: String,
    pub contact: String,
    pub from: String,
    pub until: String,
    pub before: String,
    /// Walk the trail, however long it is.
    pub check: String,
}

impl Asked {
    pub fn search(&self, words: &Words) -> AuditSearch {
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

    pub fn narrows(&self) -> bool {
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

    pub fn older(&self, lines: &[AuditLine]) -> Option<String> {
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
