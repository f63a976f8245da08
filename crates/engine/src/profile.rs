//! What a campaign or a list asks of itself beyond the law. Of all that speak of one thing the
//! strictest holds, and the decision says who spoke.

use crate::machines::Machines;
use crate::period::Period;
use crate::progressive::Progressive;
use crate::recording::Recorded;
use crate::windows::Window;
use serde::{Deserialize, Serialize};

/// Figures stricter than the law's; one that is laxer changes nothing. Hours are the roster's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// How long a number is left alone after a dial.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_gap: Option<Period>,
    /// How often one number may be dialled within one day of the called party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dials_per_day: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dials_per_period: Option<Often>,
    /// How long a number rests after a call to it found no agent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarantine: Option<Period>,
    /// Of a thousand answered calls so many may find no agent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abandoned_per_mille: Option<u32>,
    /// For how many seconds it rings at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rings_for: Option<u32>,
    /// What becomes of calls that a machine picks up; the campaign's word goes before the list's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machines: Option<Machines>,
    /// Which talks are recorded; the campaign's word goes before the list's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Recorded>,
    /// For how many days a recording is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recordings_days: Option<u32>,
    /// Whether an agent may listen to her own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_recordings: Option<bool>,
    /// How often a contact may be tried within some time, or at all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
    /// How contacts are dialled by themselves; a campaign's word, and no figure of the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progressive: Option<Progressive>,
}

/// How often one number may be dialled within some days of the called party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Often {
    pub dials: u32,
    /// Today is the last of them.
    pub days: u32,
}

/// Dials longer ago than this are not remembered, so nobody may count further back.
pub const MOST_DAYS: u32 = 92;

/// Who asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    #[default]
    Law,
    Campaign,
    List,
    Catalogue,
}

impl Says {
    pub(crate) fn is_law(&self) -> bool {
        *self == Self::Law
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Campaign => "campaign",
            Self::List => "list",
            Self::Catalogue => "catalogue",
        }
    }
}

impl Profile {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
