//! How contacts of a campaign are dialled: by the agent's key or by themselves; the form's part.

use super::entered::Entered;
use crate::words::Words;
use engine::{Profile, Progressive};
use std::ops::RangeInclusive;

pub const LOOK_SECONDS: RangeInclusive<i64> = 0..=Progressive::MOST_SECONDS as i64;

const MODE: &str = "mode";
const PROGRESSIVE: &str = "progressive";
pub const LOOK: &str = "look_seconds";
const SKIP: &str = "may_skip";

pub struct ByItselfView {
    /// Word, label, whether it is chosen.
    pub modes: [(&'static str, String, bool); 2],
    pub look: String,
    pub may_skip: bool,
    pub error: Option<String>,
}

pub fn view(entered: &Entered, error: Option<String>, words: &Words) -> ByItselfView {
    let by_itself = entered.value(MODE) == PROGRESSIVE;
    ByItselfView {
        modes: [
            ("preview", words.t("bounds-mode-preview"), !by_itself),
            (PROGRESSIVE, words.t("bounds-mode-progressive"), by_itself),
        ],
        look: entered.value(LOOK).to_owned(),
        may_skip: !by_itself || !entered.value(SKIP).is_empty(),
        error,
    }
}

/// As the form says it, or that the seconds are none.
pub fn typed(entered: &Entered) -> Result<Option<Progressive>, &'static str> {
    if entered.value(MODE) != PROGRESSIVE {
        return Ok(None);
    }
    let seconds = match entered.value(LOOK) {
        "" => Ok(0),
        written => written.parse::<i64>().map_err(|_| LOOK),
    };
    let seconds = seconds.and_then(|n| match LOOK_SECONDS.contains(&n) {
        true => u32::try_from(n).map_err(|_| LOOK),
        false => Err(LOOK),
    })?;
    Ok(Some(Progressive {
        look_seconds: seconds,
        may_skip: !entered.value(SKIP).is_empty(),
    }))
}

/// What stands in the form for a profile.
pub fn written(profile: &Profile) -> Vec<(String, String)> {
    let Some(rule) = profile.progressive else {
        return Vec::new();
    };
    let skip = rule.may_skip.then(|| (SKIP, "yes".to_owned()));
    let rule = [
        (MODE, PROGRESSIVE.to_owned()),
        (LOOK, rule.look_seconds.to_string()),
    ];
    rule.into_iter()
        .chain(skip)
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

pub fn told(profile: &Profile, words: &Words) -> Option<String> {
    let rule = profile.progressive?;
    Some(match rule.look_seconds {
        0 => words.t("bounds-told-at-once"),
        seconds => words.n("bounds-told-after", seconds),
    })
}
