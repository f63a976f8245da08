//! The rules a list is worked by: catalogue, limits, law and settings, under one version.
//!
//! Rules never change under a version; the journal names the version each decision used.

use crate::bounds::Bounds;
use crate::catalogue::{Band, Catalogue, CatalogueProblem, Offering};
use crate::consent::{Basis, Consent, Purpose};
use crate::contact::Contact;
use crate::law::{Asked, Law, RuleRef, Scrub};
use crate::limits::{LimitHit, Limits};
use crate::overlay::Overlay;
use crate::period::Period;
use crate::profile::{Profile, Says};
use crate::roster::Roster;
use crate::windows::Window;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone)]
pub struct Rules {
    pub version: i64,
    /// With what the settings lay over it.
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
    /// What the contacts are called for. Where nobody has said so, no ground is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// On which ground, where they bring none of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<ListBasis>,
    /// What is asked beyond the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// Whoever was spoken to may opt out in a menu after the call.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub opt_out_menu: bool,
    /// When new contacts may be called, besides what the law says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roster: Option<Roster>,
    /// What is laid over the catalogue: codes allowed, order, keys, delays.
    #[serde(skip_serializing_if = "Overlay::is_empty")]
    pub overlay: Overlay,
}

/// The ground on which a client says that all of a list may be called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListBasis {
    pub consent: Consent,
    /// How and where it was given, in the client's words.
    pub source: String,
}

impl ListBasis {
    pub fn new(basis: Basis, given_on: Date, source: impl Into<String>) -> Self {
        Self {
            consent: Consent::given(basis, given_on),
            source: source.into(),
        }
    }

    /// The same, with a term of its own.
    pub fn until(mut self, until: Date) -> Self {
        self.consent.until = Some(until);
        self
    }
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
            purpose: None,
            basis: None,
            profile: None,
            opt_out_menu: false,
            roster: None,
            overlay: Overlay::default(),
        }
    }
}

impl Settings {
    /// What a list under a catalogue begins with. Where an owner keeps more than callbacks, they
    /// stay with her: nothing releases them.
    pub fn usual(catalogue: &Catalogue) -> Self {
        let ownership = match catalogue.offering().keeps_for_owner() {
            true => Ownership::STAYS,
            false => Ownership::default(),
        };
        Self {
            ownership,
            ..Self::default()
        }
    }
}

impl Ownership {
    /// Nothing but somebody's hand takes a contact from its owner.
    pub const STAYS: Self = Self {
        only_owner: true,
        release_after: None,
        release_when_out: false,
    };
}

impl Rules {
    /// The same rules with another catalogue in the place of their own, under as much of the
    /// overlay as fits it.
    pub fn with_catalogue(&self, catalogue: &Catalogue) -> Result<Self, Vec<CatalogueProblem>> {
        let overlay = self.settings.overlay.fitting(catalogue);
        Ok(Self {
            catalogue: overlay.over(catalogue)?,
            ..self.clone()
        })
    }

    /// The ground on which a contact may be called that day: none where the law asks for none.
    pub fn ground<'c>(
        &'c self,
        contact: &'c Contact,
        on: Date,
    ) -> Result<Option<&'c Consent>, RuleRef> {
        let Some(purpose) = self.settings.purpose else {
            return Ok(None);
        };
        let lists = self.settings.basis.as_ref().map(|basis| &basis.consent);
        self.law.ground(&Asked {
            on,
            kind: contact.kind,
            purpose,
            grounds: [contact.consent.as_ref(), lists],
            used: contact.dials > 0,
        })
    }

    /// The strictest of law, campaign and list.
    pub fn bounds<'r>(&'r self, campaign: Option<&'r Profile>) -> Bounds<'r> {
        Bounds::new(&self.law, campaign, self.settings.profile.as_ref())
    }

    /// The register that must have been looked at before a contact is called that day.
    pub fn scrub(&self, contact: &Contact, on: Date) -> Option<&Scrub> {
        let purpose = self.settings.purpose?;
        self.law.scrub(on, contact.kind, purpose)
    }

    pub fn limits(&self) -> &Limits {
        self.settings
            .limits
            .as_ref()
            .unwrap_or_else(|| self.catalogue.limits())
    }

    /// Those that hold for a contact: none once a score says that the right person was reached.
    pub fn limits_of(&self, contact: &Contact) -> &Limits {
        match contact.score {
            Some(score) if score.is_qualified() => &Limits::NONE,
            _ => self.limits(),
        }
    }

    /// The bands that are offered after the callbacks, in their order.
    pub fn bands(&self) -> Vec<Band> {
        match self.scores() {
            true => vec![Band::System],
            false => self.settings.bands.clone(),
        }
    }

    /// What part of the offers goes to a band whatever its priority.
    pub fn shares(&self) -> Vec<Share> {
        match self.scores() {
            true => Vec::new(),
            false => self.settings.shares.clone(),
        }
    }

    /// How often a contact may be tried, as campaign and list ask.
    pub fn windows<'r>(
        &'r self,
        campaign: Option<&'r Profile>,
    ) -> impl Iterator<Item = (&'r Window, Says)> {
        let asked = [
            (campaign, Says::Campaign),
            (self.settings.profile.as_ref(), Says::List),
        ];
        asked.into_iter().flat_map(|(profile, by)| {
            let windows = profile.map_or(&[][..], |profile| &profile.windows);
            windows.iter().map(move |window| (window, by))
        })
    }

    /// The window that one more attempt would overrun for good.
    pub fn window_used_up(
        &self,
        contact: &Contact,
        campaign: Option<&Profile>,
        placed: u32,
    ) -> Option<LimitHit> {
        let tried = contact.tried.as_ref()?;
        let mut windows = self.windows(campaign);
        windows.find_map(|(window, _)| window.used_up(tried, placed))
    }

    /// Whether the attempts of a contact are kept for windows to count.
    pub fn counts_windows(&self) -> bool {
        let own = self.settings.profile.as_ref();
        self.catalogue.offering() == Offering::CallOrder
            || own.is_some_and(|profile| !profile.windows.is_empty())
    }

    /// Whether contacts are put in order by their score.
    pub fn scores(&self) -> bool {
        self.catalogue.offering() == Offering::Score
    }
}
