//! How a campaign dials by itself, as programs write it.

use super::super::entry::Entry;
use crate::area::campaigns::bounds::LOOK_SECONDS;
use engine::Progressive;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Contacts are dialled without a key, as soon as an agent is ready. Absent or null: she presses it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "look_seconds": 5, "may_skip": true }))]
pub struct DialsByItself {
    /// For so long the agent looks at a contact before it is dialled.
    #[schema(maximum = 60)]
    pub look_seconds: u32,
    /// Whether she may give it back meanwhile; true where nobody says.
    pub may_skip: Option<bool>,
}

impl From<Progressive> for DialsByItself {
    fn from(rule: Progressive) -> Self {
        Self {
            look_seconds: rule.look_seconds,
            may_skip: Some(rule.may_skip),
        }
    }
}

/// What was sent; nothing where nothing was.
pub fn read(entry: &mut Entry) -> Option<Progressive> {
    let mut part = entry.part("progressive")?;
    let look = part.needed("look_seconds", |part, name| part.figure(name, LOOK_SECONDS));
    let may_skip = part.flag("may_skip").unwrap_or(true);
    entry.absorb(part);
    Some(Progressive {
        look_seconds: u32::try_from(look?).ok()?,
        may_skip,
    })
}
