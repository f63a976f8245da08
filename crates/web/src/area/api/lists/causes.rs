//! The retries of causes that are laid over the catalogue of a list.

use super::super::entry::Entry;
use engine::catalogue::Retry;
use engine::{Code, Overlay, Period};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// When and how often a contact is tried again for a cause.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RetryView {
    #[schema(min_length = 1, max_length = 100)]
    pub code: String,
    /// Such as `PT30M`.
    #[schema(max_length = 20)]
    pub after: String,
    /// How often in a row at most; 0 is off.
    #[schema(minimum = 0, maximum = 999)]
    pub most: u32,
}

pub fn views(overlay: &Overlay) -> Vec<RetryView> {
    let causes = overlay.causes.iter();
    causes
        .map(|(code, retry)| RetryView {
            code: code.to_string(),
            after: retry.after.to_string(),
            most: retry.most,
        })
        .collect()
}

pub fn entered(entry: &mut Entry) -> BTreeMap<Code, Retry> {
    let mut causes = BTreeMap::new();
    for mut part in entry.parts("causes", 500) {
        let code = part.needed_text("code", 100);
        let after = part.needed_text("after", 20).and_then(|text| {
            text.parse::<Period>()
                .map_err(|wrong| part.fault::<()>("after", "invalid", wrong.to_string()))
                .ok()
        });
        let most = part.needed("most", |part, name| part.figure(name, 0..=999));
        let most = most.and_then(|most| u32::try_from(most).ok());
        if let (Some(code), Some(after), Some(most)) = (code, after, most) {
            causes.insert(Code::new(code), Retry { after, most });
        }
        entry.absorb(part);
    }
    causes
}
