//! A catalogue of dispositions: data, checked before it can be used.
//!
//! A catalogue that loads answers every trigger, so nothing that happens can be without
//! a disposition. That is what makes `observe` total.

mod accepted;
mod cause;
mod causes;
mod check;
pub mod difference;
mod disposition;
mod doubt;
mod group;
mod nearest;
mod over;
mod problem;
mod read;
mod reasons;
mod record;
mod sentence;
mod words;
mod write;

pub use accepted::Accepted;
pub use cause::{Cause, Pair, Retry};
pub use disposition::{
    Action, Band, Choice, Counts, Credit, Disposition, Extent, FinalFor, Kind, Label, OwnerRule,
    Reached, Reason, Reopen, ReportColumn, Requirement, RosterMode, Setter, Suppress,
    SuppressSubject, TalkSeconds,
};
pub use doubt::Hours;
pub use group::{Group, GroupOption};
pub use problem::{CatalogueProblem, Parts};

use crate::limits::Limits;
use crate::period::Period;
use crate::trigger::Trigger;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the contacts of a campaign are put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offering {
    Bands,
    Score,
    CallOrder,
    DialRules,
}

impl Offering {
    /// Whether whoever owns a contact has it to herself, whatever is wanted with it; otherwise
    /// that is so of callbacks only.
    pub fn keeps_for_owner(self) -> bool {
        matches!(self, Self::Score | Self::CallOrder)
    }
}

/// The file as it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogueFile {
    pub name: String,
    pub version: u32,
    pub title: String,
    pub languages: Vec<String>,
    pub own_language: String,
    pub offering: Offering,
    #[serde(default)]
    pub reserved: Vec<String>,
    #[serde(default)]
    pub reserved_causes: Vec<String>,
    /// How long a contact is left alone after a dial, whichever of its numbers it was.
    #[serde(default, skip_serializing_if = "Period::is_zero_ref")]
    pub contact_gap: Period,
    /// How long past its time a callback is given up; never where nothing is written.
    #[serde(default, skip_serializing_if = "Period::is_zero_ref")]
    pub callback_timeout: Period,
    /// Doubts about the file as a whole that are meant so, with the reason.
    #[serde(default, skip_serializing_if = "Accepted::is_empty")]
    pub accepted: Accepted,
    #[serde(default)]
    pub limits: Limits,
    #[serde(rename = "group", default)]
    pub groups: Vec<Group>,
    #[serde(rename = "disposition", default)]
    pub dispositions: Vec<Disposition>,
    #[serde(rename = "cause", default)]
    pub causes: Vec<Cause>,
}

/// What an examination of a catalogue file found.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// The catalogue, if it may be used.
    pub catalogue: Option<Catalogue>,
    /// The file, if every record of it could be read, whatever is wrong with what it says.
    pub file: Option<CatalogueFile>,
    /// What keeps it from being used.
    pub problems: Vec<CatalogueProblem>,
    /// What does not, and is still worth a look.
    pub warnings: Vec<CatalogueProblem>,
}

impl CatalogueFile {
    /// The file as text: what is read from it is the same again.
    pub fn write(&self) -> String {
        write::write(self)
    }

    /// The same over the text it was read from: what did not change stays as it stands there, with
    /// its comments.
    pub fn write_over(&self, before: &str) -> String {
        over::write_over(self, before)
    }
}

/// A catalogue that has been checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    file: CatalogueFile,
    by_code: BTreeMap<String, usize>,
    by_trigger: BTreeMap<Trigger, usize>,
}

impl Catalogue {
    /// Reads a catalogue file, or says everything that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Vec<CatalogueProblem>> {
        Ok(Self::checked(read::read(text)?))
    }

    /// What is wrong with a catalogue file, and what its author may not mean: with the hours of
    /// the laws it is to be used under, if they are known.
    pub fn examine(text: &str, hours: &[Hours]) -> Examined {
        read::examine(text, hours)
    }

    /// Checks a catalogue that was put together in memory.
    pub fn from_file(file: CatalogueFile) -> Result<Self, Vec<CatalogueProblem>> {
        let problems = check::check(&file);
        if problems.is_empty() {
            Ok(Self::checked(file))
        } else {
            Err(problems.into_iter().map(|found| found.problem).collect())
        }
    }

    fn checked(file: CatalogueFile) -> Self {
        let by_code = check::codes(&file);
        let by_trigger = check::answers(&file);
        Self {
            file,
            by_code,
            by_trigger,
        }
    }

    pub fn file(&self) -> &CatalogueFile {
        &self.file
    }

    pub fn name(&self) -> &str {
        &self.file.name
    }

    pub fn limits(&self) -> &Limits {
        &self.file.limits
    }

    pub fn offering(&self) -> Offering {
        self.file.offering
    }

    pub fn dispositions(&self) -> &[Disposition] {
        &self.file.dispositions
    }

    /// The disposition of a code, an older code or another spelling.
    pub fn find(&self, code: &str) -> Option<&Disposition> {
        self.by_code
            .get(code)
            .and_then(|index| self.file.dispositions.get(*index))
    }

    /// The disposition that answers a trigger. A loaded catalogue answers all of them.
    pub fn answer(&self, trigger: Trigger) -> &Disposition {
        let index = self.by_trigger.get(&trigger).copied().unwrap_or_default();
        // INVARIANT: `check` refuses a catalogue without dispositions or without an answer.
        #[expect(
            clippy::indexing_slicing,
            reason = "a loaded catalogue answers every trigger"
        )]
        &self.file.dispositions[index]
    }

    /// Whether a disposition answers it by its own word, not for another trigger or a family.
    pub fn names(&self, trigger: Trigger) -> bool {
        let word = trigger.to_string();
        let mut all = self.dispositions().iter();
        all.any(|there| there.on.contains(&word))
    }

    /// What stands for a contact that went back without having been judged. A catalogue may have
    /// none.
    pub fn returned(&self, meaning: &str) -> Option<&Disposition> {
        let mut all = self.dispositions().iter();
        all.find(|there| there.kind == Kind::Returned && there.meaning == meaning)
    }

    /// What stands for a contact nobody has worked on that an import makes somebody's. Most
    /// catalogues have none: there it is somebody's under the code of all new ones.
    pub fn new_for_owner(&self) -> Option<&Disposition> {
        self.dispositions().iter().find(|there| {
            let is_new = there.kind == Kind::New && there.set_by.contains(&Setter::Import);
            is_new && there.owner == OwnerRule::Assignable
        })
    }

    /// What stands for a callback that is agreed on outside a call, with somebody or with
    /// anybody: what means just that, or the nearest there is. A catalogue may have none.
    pub fn callback(&self, has_owner: bool) -> Option<&Disposition> {
        let wanted = match has_owner {
            true => "callback.personal",
            false => "callback.soft",
        };
        let distance = |there: &Disposition| match there.meaning.as_str() {
            meaning if meaning == wanted => Some(0),
            "callback" => Some(1),
            meaning if meaning.starts_with("callback.") => Some(2),
            _ => None,
        };
        self.dispositions()
            .iter()
            .filter(|there| there.kind == Kind::Callback && (!has_owner || there.may_be_owned()))
            .filter_map(|there| Some(((distance(there)?, !there.canonical), there)))
            .min_by_key(|(order, _)| *order)
            .map(|(_, there)| there)
    }

    /// The kind a disposition has when a trigger sets it.
    pub fn kind_by(disposition: &Disposition, trigger: Trigger) -> Kind {
        let own = disposition.kind_on.get(&trigger.to_string());
        let family = trigger
            .parent()
            .and_then(|parent| disposition.kind_on.get(parent));
        own.or(family).copied().unwrap_or(disposition.kind)
    }
}
