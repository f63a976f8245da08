//! The ticks of one cell of the campaign grid, and what they mean on a day.

use crate::words::Words;
use engine::{AgentId, CampaignId, Zone};
use jiff::Timestamp;
use store::{Cell, TemplateCell};

/// What is ticked. Any of the others says that she works for it, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ticks {
    pub works: bool,
    pub callbacks: bool,
    pub today: bool,
    pub tomorrow: bool,
}

/// The civil days a grid speaks of, in the centre's zone.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    now: Timestamp,
    end_of_today: Timestamp,
    end_of_tomorrow: Timestamp,
}

impl Days {
    pub fn at(now: Timestamp, zone: &Zone) -> Self {
        let today = zone.local(now).date();
        let tomorrow = today.tomorrow().unwrap_or(today);
        Self {
            now,
            end_of_today: zone.start_of(tomorrow),
            end_of_tomorrow: zone.start_of(tomorrow.tomorrow().unwrap_or(tomorrow)),
        }
    }
}

impl Ticks {
    /// Each tick with the word it has in forms.
    pub const WORDS: [(&'static str, &'static str); 4] = [
        ("on", "grid-works"),
        ("cb", "grid-callbacks"),
        ("td", "grid-today"),
        ("tm", "grid-tomorrow"),
    ];

    pub fn set(&mut self, word: &str) {
        match word {
            "on" => {}
            "cb" => self.callbacks = true,
            "td" => self.today = true,
            "tm" => self.tomorrow = true,
            _ => return,
        }
        self.works = true;
    }

    pub fn has(self, word: &str) -> bool {
        match word {
            "on" => self.works,
            "cb" => self.callbacks,
            "td" => self.today,
            "tm" => self.tomorrow,
            _ => false,
        }
    }

    /// All four in one word, such as `1010`.
    pub fn written(self) -> String {
        Self::WORDS
            .iter()
            .map(|(word, _)| if self.has(word) { '1' } else { '0' })
            .collect()
    }

    pub fn read(written: &str) -> Option<Self> {
        let mut ticks = Self::default();
        if written.len() != Self::WORDS.len() {
            return None;
        }
        for (mark, (word, _)) in written.chars().zip(Self::WORDS) {
            match mark {
                '1' => ticks.set(word),
                '0' => {}
                _ => return None,
            }
        }
        Some(ticks)
    }

    /// What a cell means on this day; what is over is nothing.
    pub fn of(cell: Option<&Cell>, days: Days) -> Self {
        let Some(cell) = cell.filter(|cell| !cell.is_over(days.now)) else {
            return Self::default();
        };
        let begun = cell.from.is_none_or(|from| from <= days.now);
        let until = |end: Timestamp| cell.until == Some(end);
        Self {
            works: true,
            callbacks: cell.callbacks_only,
            today: begun && (until(days.end_of_today) || until(days.end_of_tomorrow)),
            tomorrow: until(days.end_of_tomorrow)
                && (begun || cell.from == Some(days.end_of_today)),
        }
    }

    /// The cell that these ticks make; none where nothing is ticked.
    pub fn cell(self, campaign: CampaignId, agent: AgentId, days: Days) -> Option<Cell> {
        let (from, until) = match (self.today, self.tomorrow) {
            (false, false) => (None, None),
            (true, false) => (None, Some(days.end_of_today)),
            (false, true) => (Some(days.end_of_today), Some(days.end_of_tomorrow)),
            (true, true) => (None, Some(days.end_of_tomorrow)),
        };
        self.works.then_some(Cell {
            campaign,
            agent,
            callbacks_only: self.callbacks,
            from,
            until,
        })
    }

    pub fn template(self, campaign: CampaignId, agent: AgentId) -> Option<TemplateCell> {
        self.works.then_some(TemplateCell {
            campaign,
            agent,
            callbacks_only: self.callbacks,
            today: self.today,
            tomorrow: self.tomorrow,
        })
    }

    pub fn of_template(cell: &TemplateCell) -> Self {
        Self {
            works: true,
            callbacks: cell.callbacks_only,
            today: cell.today,
            tomorrow: cell.tomorrow,
        }
    }

    /// In words: `callbacks only, today`.
    pub fn told(self, words: &Words) -> String {
        if !self.works {
            return words.t("grid-none");
        }
        let mut parts: Vec<String> = Self::WORDS
            .iter()
            .skip(1)
            .filter(|(word, _)| self.has(word))
            .map(|(_, key)| words.t(key))
            .collect();
        if !self.callbacks {
            parts.insert(0, words.t("grid-works"));
        }
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(now: &str) -> Days {
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        Days::at(now.parse().unwrap(), &zone)
    }

    #[test]
    fn ticks_come_back_from_the_cell_they_make_and_from_their_word() {
        let today = days("2026-01-06T09:00:00Z");
        for number in 0..16_u8 {
            let written = format!("{number:04b}");
            let ticks = Ticks::read(&written).unwrap();
            assert_eq!(Ticks::read(&ticks.written()), Some(ticks));
            let cell = ticks.cell(CampaignId(1), AgentId(2), today);
            assert_eq!(Ticks::of(cell.as_ref(), today), ticks, "{written}");
            let kept = ticks.template(CampaignId(1), AgentId(2));
            assert_eq!(kept.is_some(), ticks.works);
        }
        assert_eq!(Ticks::read("10"), None);
        assert_eq!(Ticks::read("1x00"), None);
    }

    #[test]
    fn tomorrow_becomes_today_and_is_over_the_day_after() {
        let ticks = Ticks::read("0001").unwrap();
        let monday = days("2026-01-05T09:00:00Z");
        let cell = ticks.cell(CampaignId(1), AgentId(2), monday);
        let on = |now: &str| Ticks::of(cell.as_ref(), days(now)).written();
        assert_eq!(on("2026-01-05T22:59:00Z"), "1001");
        assert_eq!(on("2026-01-05T23:00:00Z"), "1010");
        assert_eq!(on("2026-01-06T23:00:00Z"), "0000");
    }
}
