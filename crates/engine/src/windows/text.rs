//! Windows as people and programs write them: `3/24h, 10/7d, 20` is three a day, ten a week and
//! twenty in all.

use super::{Counter, Window};
use crate::period::Period;

/// No list is tried more often, and nobody reads more than a few.
const MOST: u32 = 999;
const AT_ONCE: usize = 5;

/// Longer ago than 92 days nothing is remembered one by one.
const MOST_HOURS: i64 = 24 * 92;

impl Counter {
    /// The windows of one counter; nothing where something is not a window.
    pub fn windows(self, text: &str) -> Option<Vec<Window>> {
        let items: Vec<&str> = text.split(',').map(str::trim).collect();
        if items == [""] {
            return Some(Vec::new());
        }
        let windows = items.iter().map(|item| self.window(item));
        windows
            .collect::<Option<Vec<Window>>>()
            .filter(|windows| windows.len() <= AT_ONCE)
    }

    fn window(self, item: &str) -> Option<Window> {
        let (most, within) = match item.split_once('/') {
            Some((most, within)) => (most.trim(), Some(length(within.trim())?)),
            None => (item, None),
        };
        let most = most.parse().ok().filter(|most| (1..=MOST).contains(most))?;
        Some(Window {
            counter: self,
            most,
            within,
        })
    }

    /// How those of its windows are written.
    pub fn written(self, windows: &[Window]) -> String {
        let own = windows.iter().filter(|window| window.counter == self);
        let texts: Vec<String> = own.map(written).collect();
        texts.join(", ")
    }
}

/// Hours, or days.
fn length(text: &str) -> Option<Period> {
    let (figure, hours) = match text.strip_suffix('d') {
        Some(days) => (days, 24),
        None => (text.strip_suffix('h').unwrap_or(text), 1),
    };
    let figure: i64 = figure.trim().parse().ok()?;
    let hours = figure.checked_mul(hours)?;
    (1..=MOST_HOURS)
        .contains(&hours)
        .then(|| Period::minutes(hours.saturating_mul(60)))
}

fn written(window: &Window) -> String {
    let Some(within) = window.within else {
        return window.most.to_string();
    };
    let hours = within.seconds() / 3_600;
    match hours % 24 {
        0 if hours > 24 => format!("{}/{}d", window.most, hours / 24),
        _ => format!("{}/{hours}h", window.most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        for text in ["", "20", "3/24h", "3/24h, 10/7d, 20", "1/36h"] {
            let windows = Counter::Failed.windows(text).unwrap();
            assert_eq!(Counter::Failed.written(&windows), text);
            assert_eq!(Counter::Attempts.written(&windows), "");
        }
        let spaced = Counter::Failed.windows(" 3 / 24 ,4/2d").unwrap();
        assert_eq!(
            Counter::Failed.written(&spaced),
            "3/24h, 4/48h".replace("48h", "2d")
        );
    }

    #[test]
    fn what_is_no_window_is_none() {
        for text in [
            "0",
            "x",
            "3/",
            "3/0h",
            "3/93d",
            "1000",
            "1,,2",
            "1,2,3,4,5,6",
            "-1/3h",
        ] {
            assert_eq!(Counter::Failed.windows(text), None, "{text}");
        }
    }
}
