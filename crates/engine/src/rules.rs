//! The rules a list is worked by: catalogue, limits, law and settings, under one version.
//!
//! Rules never change under a version; the journal names the version each decision used.

use crate::catalogue::{Band, Catalogue};
use crate::law::Law;
use crate::limits::Limits;
use crate::period::Period;
use crate::roster::Roster;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone)]
pub struct Rules {
    pub version: i64,
    pub catalogue: Catalogue,
    pub law: Law,
    pub settings: Settings,
}

/// What a list may set for itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Instead of the catalogue's limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
    pub ownership: Ownership,
    /// How long a contact may be in hand without a sign of life.
    pub lease: Period,
    /// How long wrapping up may take.
    pub wrap_up: Period,
    /// An unanswered call is coded by what the line said, once no other number is left to try.
    pub code_by_line: bool,
    /// Order of the bands after the callback bands.
    pub bands: Vec<Band>,
    /// Per cent of offers that go to a band whatever its priority.
    pub shares: Vec<Share>,
    /// When new contacts may be called, besides what the law says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roster: Option<Roster>,
}

/// A percentage of offers reserved for a band, to keep feeding, say, new contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    pub band: Band,
    pub per_cent: u8,
}

/// Who may be offered a callback that has an owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ownership {
    pub only_owner: bool,
    /// Past the callback time by this much, everybody may have it.
    pub release_after: Option<Period>,
    /// Everybody may have it when it is due and its owner is not logged in.
    pub release_when_out: bool,
}

impl Default for Ownership {
    /// Release after 30 minutes is what CallPro's list dialog shows.
    fn default() -> Self {
        Self {
            only_owner: true,
            release_after: Some(Period::minutes(30)),
            release_when_out: true,
        }
    }
}

impl Default for Settings {
    /// Lease and wrap-up times are ours; no source gives figures.
    fn default() -> Self {
        Self {
            limits: None,
            ownership: Ownership::default(),
            lease: Period::minutes(60),
            wrap_up: Period::minutes(10),
            code_by_line: true,
            bands: vec![Band::NotReachedHigh, Band::System, Band::NotReachedLow],
            shares: Vec::new(),
            roster: None,
        }
    }
}

impl Rules {
    pub fn limits(&self) -> &Limits {
        self.settings
            .limits
            .as_ref()
            .unwrap_or_else(|| self.catalogue.limits())
    }
}
