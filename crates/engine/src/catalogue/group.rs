//! The groups of a vocabulary, and what a product lets its users do in each.

use super::problem::{Found, Place, Spot};
use super::{CatalogueFile, Disposition, Label, Setter};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub key: String,
    pub label: Label,
    /// Who may set its codes; anybody where nothing is written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_by: Vec<Setter>,
    /// No code can be added: those it has may be adjusted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
    /// Each of its codes says how near the right person was: its `contact_priority`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub scored: bool,
    /// What its codes may have besides; everything where nothing is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<GroupOption>>,
}

/// What the screen of a code offers, or not, by its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupOption {
    PopUp,
    FollowUp,
    Owner,
    Mail,
    Notify,
    Remind,
    Appointment,
    Amounts,
    Reason,
    Reopen,
}

impl Group {
    pub fn offers(&self, option: GroupOption) -> bool {
        let options = self.options.as_ref();
        options.is_none_or(|options| options.contains(&option))
    }

    pub fn allows(&self, setter: Setter) -> bool {
        self.set_by.is_empty() || self.set_by.contains(&setter)
    }
}

impl CatalogueFile {
    pub fn group(&self, key: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.key == key)
    }
}

/// A code keeps to what its group allows.
pub(super) fn check(file: &CatalogueFile, disposition: &Disposition, place: &mut Place<'_>) {
    let Some(group) = file.group(&disposition.group) else {
        return;
    };
    let mut setters = disposition.set_by.iter();
    if let Some(setter) = setters.find(|setter| !group.allows(**setter)) {
        let allowed: Vec<_> = group.set_by.iter().map(|by| by.word()).collect();
        let parts = [
            ("group", group.key.as_str()),
            ("setter", setter.word()),
            ("allowed", &allowed.join(", ")),
        ];
        place.blame("set_by", "group-setter", &parts);
    }
    if group.closed && !disposition.system {
        place.blame("group", "group-closed", &[("group", &group.key)]);
    }
}

/// No group twice.
pub(super) fn twice(file: &CatalogueFile, problems: &mut Vec<Found>) {
    for (index, group) in file.groups.iter().enumerate() {
        let mut before = file.groups.iter().take(index);
        if before.any(|other| other.key == group.key) {
            let mut place = Place::new(Spot::Group(index), problems);
            place.blame("key", "group-twice", &[("group", &group.key)]);
        }
    }
}
