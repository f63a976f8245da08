//! The rows of the page.

use crate::words::Words;
use engine::catalogue::Extent;
use jiff::Timestamp;
use store::{Advertiser, Campaign, Lifted, Register, Registered, Subject, Suppression};

pub struct RegisterRow {
    pub id: i64,
    pub name: String,
    pub place: String,
    pub source: String,
    pub as_of: String,
    pub age: String,
    pub numbers: String,
    pub imported: String,
    pub closing: bool,
    /// Of the number that was asked for, if one was.
    pub found: Option<bool>,
}

pub struct HoldsRow {
    pub place: String,
    pub source: String,
    pub reason: String,
    pub since: String,
    pub until: String,
    pub ended: bool,
    /// It was meant for an advertiser, and there was none.
    pub falls_back: bool,
    pub extent: &'static str,
    pub scope: i64,
}

pub struct LiftedRow {
    pub place: String,
    pub source: String,
    pub since: String,
    pub at: String,
    pub by: String,
    pub why: String,
}

/// What the rows are told in.
pub struct Told<'t> {
    pub words: &'t Words,
    pub campaigns: &'t [Campaign],
    pub advertisers: &'t [Advertiser],
    pub now: Timestamp,
}

impl Told<'_> {
    pub fn register(&self, there: &Register, found: Option<bool>) -> RegisterRow {
        let words = self.words;
        let days = self.now.duration_since(there.as_of).as_hours() / 24;
        RegisterRow {
            id: there.id,
            name: there.name.clone(),
            place: self.place(there.extent, there.scope),
            source: there.source.clone(),
            as_of: words.moment(there.as_of),
            age: words.n("suppressions-days", days),
            numbers: words.number(i64::try_from(there.numbers).unwrap_or(i64::MAX)),
            imported: words.moment(there.imported_at),
            closing: there.is_closing,
            found,
        }
    }

    pub fn registered(&self, there: &Registered) -> RegisterRow {
        self.register(&there.register, Some(there.holds))
    }

    pub fn holds(&self, there: &Suppression) -> HoldsRow {
        let words = self.words;
        HoldsRow {
            place: self.place(there.extent, there.scope),
            source: there.source.clone(),
            reason: there.reason.clone(),
            since: self.whole(there.from_at.unwrap_or(there.added_at)),
            until: there.until_at.map_or_else(
                || words.t("suppressions-for-good"),
                |until| self.whole(until),
            ),
            ended: !there.holds_at(self.now),
            falls_back: there.falls_back,
            extent: extent_word(there.extent),
            scope: there.scope,
        }
    }

    pub fn lifted(&self, there: &Lifted) -> LiftedRow {
        LiftedRow {
            place: self.place(there.was.extent, there.was.scope),
            source: there.was.source.clone(),
            since: self.whole(there.was.added_at),
            at: self.whole(there.at),
            by: there.by.clone(),
            why: there.why.clone(),
        }
    }

    /// With its year: a suppression lasts.
    fn whole(&self, at: Timestamp) -> String {
        format!("{} {}", self.words.date(at), self.words.time(at))
    }

    pub fn place(&self, extent: Extent, scope: i64) -> String {
        let mut campaigns = self.campaigns.iter();
        let mut advertisers = self.advertisers.iter();
        let named = match extent {
            Extent::Everywhere => None,
            Extent::Advertiser => advertisers.find(|there| there.id.0 == scope).map(|there| {
                self.words
                    .with("suppressions-of", [("name", there.name.as_str())])
            }),
            Extent::Campaign => campaigns
                .find(|there| there.id.0 == scope)
                .map(|there| there.name.clone()),
        };
        named.unwrap_or_else(|| self.words.t(&format!("extent-{}", extent_word(extent))))
    }
}

/// Whom a suppression is about. Of a person only a mark is kept.
pub fn told_subject(subject: &Subject, words: &Words) -> String {
    match subject {
        Subject::Person(_) => words.t("suppressions-person"),
        Subject::Number(_) | Subject::Domain(..) => subject.to_string(),
    }
}

pub fn extent_word(extent: Extent) -> &'static str {
    match extent {
        Extent::Everywhere => "everywhere",
        Extent::Advertiser => "advertiser",
        Extent::Campaign => "campaign",
    }
}
