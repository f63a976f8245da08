//! How often a contact may be tried, counted six ways, as programs write it.

use super::super::entry::Entry;
use crate::area::campaigns::LONGEST_WINDOWS;
use engine::{Counter, Window};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// For each counter how often a contact may be tried: `3/24h, 10/7d, 20` is three within any 24
/// hours, ten within any seven days, and twenty in all. What is absent or null is not counted.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "attempts": "3/24h, 20", "machines": "1/24h" }))]
pub struct WindowTexts {
    /// All of them: connections and failed attempts.
    #[schema(max_length = 100)]
    pub attempts: Option<String>,
    #[schema(max_length = 100)]
    pub connections: Option<String>,
    /// Dropped calls, answering machines, and whoever was not reached.
    #[schema(max_length = 100)]
    pub failed: Option<String>,
    /// Answered, and no agent was there.
    #[schema(max_length = 100)]
    pub dropped: Option<String>,
    #[schema(max_length = 100)]
    pub machines: Option<String>,
    #[schema(max_length = 100)]
    pub not_reached: Option<String>,
}

impl WindowTexts {
    pub fn of(windows: &[Window]) -> Self {
        let text = |counter: Counter| {
            let written = counter.written(windows);
            Some(written).filter(|text| !text.is_empty())
        };
        Self {
            attempts: text(Counter::Attempts),
            connections: text(Counter::Connections),
            failed: text(Counter::Failed),
            dropped: text(Counter::Dropped),
            machines: text(Counter::Machines),
            not_reached: text(Counter::NotReached),
        }
    }
}

/// Those that were sent; nothing where none were.
pub fn read(entry: &mut Entry) -> Option<Vec<Window>> {
    let mut part = entry.part("windows")?;
    let mut windows = Vec::new();
    for counter in Counter::ALL {
        let Some(text) = part.text(counter.word(), LONGEST_WINDOWS) else {
            continue;
        };
        match counter.windows(&text) {
            Some(found) => windows.extend(found),
            None => {
                let detail = "must be windows such as `3/24h, 10/7d, 20`".to_owned();
                part.fault::<()>(counter.word(), "invalid", detail);
            }
        }
    }
    entry.absorb(part);
    Some(windows)
}
