//! One disposition: everything that must follow from a code, in one record.
//!
//! The record is the union of what four products know of a code. The field list is
//! closed: a catalogue with a field that is not here does not load.

use super::Accepted;
use crate::callback::FollowUp;
use crate::id::Code;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in the four languages of the product, by language code.
pub type Label = BTreeMap<String, String>;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disposition {
    pub code: Code,
    /// The product's own internal name, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Older codes and spellings that still find this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Older labels, by language, that must stay findable.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub former: BTreeMap<String, Vec<String>>,
    pub label: Label,
    /// Reporting group and hue on screen; decides nothing else.
    pub group: String,
    /// A node of the meaning tree.
    pub meaning: String,
    /// Further nodes that it stands for when another vocabulary is shown in this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_means: Vec<String>,
    /// The cause that goes with it whatever the line said, where the vocabulary has causes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Code>,
    pub kind: Kind,
    /// The kind where one of these triggers (or trigger families) sets it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kind_on: BTreeMap<String, Kind>,
    #[serde(default)]
    pub final_for: FinalFor,
    /// Triggers, or families of triggers, that this disposition answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
    #[serde(default)]
    pub set_by: Vec<Setter>,
    /// Shipped: cannot be deleted.
    #[serde(default)]
    pub system: bool,
    /// Stands for its meaning where several dispositions share it.
    #[serde(default)]
    pub canonical: bool,
    #[serde(default)]
    pub credit: Credit,
    #[serde(default)]
    pub reached: Reached,
    #[serde(default)]
    pub counts: Counts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<Band>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_priority: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revive_on: Option<crate::callback::Expression>,
    #[serde(default)]
    pub roster: RosterMode,
    /// The roster to set where `roster` is `change`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roster_lines: Option<crate::roster::Roster>,
    #[serde(default)]
    pub owner: OwnerRule,
    /// How many times in a row this code may stand; 0 is without limit.
    #[serde(default)]
    pub max_run: u32,
    /// A later code may not overwrite it.
    #[serde(default)]
    pub sticky: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppress: Option<Suppress>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<Requirement>,
    /// Among which the main reason is chosen, where one is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopen: Vec<Reopen>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk_seconds: Option<TalkSeconds>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hotkey: Option<char>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<u32>,
    /// Without a pop-up the code takes no note and is shown in italics.
    #[serde(default = "yes")]
    pub pop_up: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_column: Option<ReportColumn>,
    /// Doubts about it that are meant so, with the reason.
    #[serde(default, skip_serializing_if = "Accepted::is_empty")]
    pub accepted: Accepted,
}

fn yes() -> bool {
    true
}

/// What a disposition does to the contact when nothing else is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    New,
    Unreached,
    Callback,
    Final,
    Suspended,
    Returned,
    AttemptOnly,
}

/// How far a final disposition reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FinalFor {
    Number,
    #[default]
    Contact,
    Stage,
    Person,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setter {
    System,
    Agent,
    Import,
    Update,
    Script,
    Supervisor,
    Adviser,
    Ivr,
    /// Whoever handles a task that came by e-mail, never a call.
    Mail,
}

/// Who gets credit: −1, 0 or +1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    pub client: i8,
    pub agent: i8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    #[default]
    Nobody,
    Someone,
    RightPerson,
}

/// Which counts an attempt with this disposition enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Counts {
    pub attempt: bool,
    pub unreached: bool,
    pub live: bool,
    pub abandoned: bool,
}

impl Default for Counts {
    fn default() -> Self {
        Self {
            attempt: true,
            unreached: false,
            live: false,
            abandoned: false,
        }
    }
}

/// Priority band: a lower band is offered earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    CallbackHigh,
    CallbackLow,
    NotReachedHigh,
    System,
    NotReachedLow,
    Processed,
}

impl Band {
    /// Bands that can be offered, in their usual order.
    pub const OFFERED: [Self; 5] = [
        Self::CallbackHigh,
        Self::CallbackLow,
        Self::NotReachedHigh,
        Self::System,
        Self::NotReachedLow,
    ];

    /// Lowest and highest priority of the band (CallPro's list dialog and custom validation).
    pub fn range(self) -> (u8, u8) {
        match self {
            Self::CallbackHigh => (0, 35),
            Self::CallbackLow => (36, 75),
            Self::NotReachedHigh => (76, 149),
            Self::System => (150, 159),
            Self::NotReachedLow => (160, 224),
            Self::Processed => (225, 255),
        }
    }

    /// The band a priority lies in.
    pub fn of(priority: u8) -> Self {
        match priority {
            0..=35 => Self::CallbackHigh,
            36..=75 => Self::CallbackLow,
            76..=149 => Self::NotReachedHigh,
            150..=159 => Self::System,
            160..=224 => Self::NotReachedLow,
            225..=255 => Self::Processed,
        }
    }

    /// Whether the band holds callbacks.
    pub fn is_callback(self) -> bool {
        matches!(self, Self::CallbackHigh | Self::CallbackLow)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterMode {
    Change,
    Remove,
    #[default]
    Keep,
}

/// Whose contact it is after this disposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnerRule {
    #[default]
    None,
    Keep,
    HandlingAgent,
    Any,
    Assignable,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suppress {
    pub subject: SuppressSubject,
    pub extent: Extent,
    /// ISO 8601 period after which the suppression ends; none is for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuppressSubject {
    Number,
    Person,
    Domain,
}

/// Where a suppression holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    Campaign,
    Advertiser,
    Everywhere,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    Date,
    Note,
    Email,
    Appointment,
    Amounts,
    Reason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    FollowUpAt,
    ReturnStage,
    Owner,
    Mails,
}

/// Why something was won or lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub key: String,
    pub label: Label,
}

/// What leaves the house because of the disposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Mail,
    Notify,
    Remind,
    Letter,
    Sms,
    Webhook,
    ExportMark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reopen {
    List,
    Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkSeconds {
    #[serde(default)]
    pub min: u32,
    #[serde(default)]
    pub max: u32,
}

/// The column of the list report a disposition stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportColumn {
    ToCall,
    DropOut,
    NoInterest,
    Positive,
}

impl Requirement {
    /// In an English sentence.
    pub fn told(self) -> &'static str {
        match self {
            Self::Date => "a date to call back",
            Self::Note => "a note",
            Self::Email => "an e-mail address",
            Self::Appointment => "an appointment",
            Self::Amounts => "amounts",
            Self::Reason => "a reason",
        }
    }

    /// The word of the refusal when it is not there.
    pub fn missing(self) -> &'static str {
        match self {
            Self::Date => "missing_date",
            Self::Note => "missing_note",
            Self::Email => "missing_email",
            Self::Appointment => "missing_appointment",
            Self::Amounts => "missing_amounts",
            Self::Reason => "missing_reason",
        }
    }
}

impl Action {
    pub fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Notify => "notify",
            Self::Remind => "remind",
            Self::Letter => "letter",
            Self::Sms => "sms",
            Self::Webhook => "webhook",
            Self::ExportMark => "export_mark",
        }
    }
}

impl Disposition {
    /// Its own meaning, then those it also stands for.
    pub fn meanings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.meaning)
            .chain(&self.also_means)
            .map(String::as_str)
    }

    /// Whether the code says when to call again, and somebody may say it instead.
    pub fn calls_back(&self) -> bool {
        matches!(self.kind, Kind::Callback | Kind::Unreached | Kind::New)
    }

    /// Whether a moment to call again has an effect, of itself or because it is followed up
    /// again.
    pub fn takes_date(&self) -> bool {
        self.calls_back() || self.revive_on.is_some() || !self.reopen.is_empty()
    }

    /// Whether whoever gives the code may choose whose the contact is from then on.
    pub fn takes_owner(&self) -> bool {
        self.choices.contains(&Choice::Owner)
    }

    /// Whether it may be somebody's under the code.
    pub fn may_be_owned(&self) -> bool {
        self.takes_owner() || matches!(self.owner, OwnerRule::HandlingAgent | OwnerRule::Assignable)
    }

    /// Whether it ends a contact for good unless somebody says otherwise.
    pub fn may_go_on(&self) -> bool {
        self.kind == Kind::Final && !self.reopen.is_empty()
    }

    pub fn requires(&self, what: Requirement) -> bool {
        self.requires.contains(&what)
    }

    pub fn knows_reason(&self, key: &str) -> bool {
        self.reasons.iter().any(|reason| reason.key == key)
    }

    /// The label in a language, or in the first one there is.
    pub fn label_in(&self, language: &str) -> &str {
        self.label
            .get(language)
            .or_else(|| self.label.values().next())
            .map_or(self.code.as_str(), String::as_str)
    }
}
