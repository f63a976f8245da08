//! The rows of the page.

use crate::words::Words;
use engine::catalogue::Extent;
use jiff::Timestamp;
use store::{Campaign, Lifted, Register, Registered, Suppression};

pub struct RegisterRow {
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
    pub now: Timestamp,
}

impl Told<'_> {
    pub fn register(&self, there: &Register, found: Option<bool>) -> RegisterRow {
        let words = self.words;
        let days = self.now.duration_since(there.as_of).as_hours() / 24;
        RegisterRow {
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
            since: words.moment(there.added_at),
            until: there.until_at.map_or_else(
                || words.t("suppressions-for-good"),
                |until| words.moment(until),
            ),
            ended: there.until_at.is_some_and(|until| until <= self.now),
            extent: extent_word(there.extent),
            scope: there.scope,
        }
    }

    pub fn lifted(&self, there: &Lifted) -> LiftedRow {
        let words = self.words;
        LiftedRow {
            place: self.place(there.was.extent, there.was.scope),
            source: there.was.source.clone(),
            since: words.moment(there.was.added_at),
            at: words.moment(there.at),
            by: there.by.clone(),
            why: there.why.clone(),
        }
    }

    fn place(&self, extent: Extent, scope: i64) -> String {
        let named = self.campaigns.iter().find(|there| there.id.0 == scope);
        match (extent, named) {
            (Extent::Campaign, Some(campaign)) => campaign.name.clone(),
            _ => self.words.t(&format!("extent-{}", extent_word(extent))),
        }
    }
}

pub fn extent_word(extent: Extent) -> &'static str {
    match extent {
        Extent::Everywhere => "everywhere",
        Extent::Advertiser => "advertiser",
        Extent::Campaign => "campaign",
    }
}
