//! What tones say: a mailbox beeps, the network has its own, faxes and modems whistle.

use super::judge::Verdict;
use super::tone::Tone;

const BEEPED: Verdict = Verdict::Machine { confidence: 97 };
const BEEPED_ONLY: Verdict = Verdict::Machine { confidence: 80 };

// All in slices of twenty milliseconds.
/// A beep after words is one by now.
const BEEP: u32 = 10;
/// Between two tones that belong together.
const BETWEEN: u32 = 8;
const FAX: u32 = 25;
/// A fax that calls lasts half a second, a busy tone no longer than this.
const CALLS: std::ops::Range<u32> = 20..30;
const BUSY_MOST: u32 = 35;

/// The tones that were heard until now.
#[derive(Debug, Default)]
pub struct Signs {
    /// The last one, and when it ended.
    last: Option<(Tone, u32)>,
    /// How often it came again.
    again: u32,
    /// How long a carrier was heard until it turned over.
    carrier: u32,
}

impl Signs {
    /// Whether there was one before any word.
    pub fn any(&self) -> bool {
        self.last.is_some()
    }

    /// A tone that still sounds.
    pub fn sounds(&self, tone: Tone, after_words: bool) -> Option<Verdict> {
        if is_carrier(tone.hertz) {
            let lasts = self.carrier.saturating_add(tone.lasts);
            return (lasts >= FAX).then_some(Verdict::Fax);
        }
        if let Some((before, _)) = self.last
            && is_near(before.hertz, &[914.0, 950.0, 985.0])
            && is_near(tone.hertz, &[1_371.0, 1_400.0, 1_429.0])
        {
            return Some(Verdict::SpecialTone);
        }
        // Where it may be the network that rings or is busy, how long it lasts is waited for.
        let is_beep = after_words && tone.lasts >= BEEP && !is_of_network(tone.hertz);
        is_beep.then_some(BEEPED)
    }

    pub fn ended(&mut self, tone: Tone, after_words: bool, at: u32) -> Option<Verdict> {
        if is_carrier(tone.hertz) {
            self.carrier = self.carrier.saturating_add(tone.lasts);
            return after_words.then_some(BEEPED);
        }
        if after_words && (BEEP..BUSY_MOST).contains(&tone.lasts) {
            return Some(BEEPED);
        }
        if is_near(tone.hertz, &[1_100.0]) && CALLS.contains(&tone.lasts) {
            return Some(Verdict::Fax);
        }
        self.again = if self.is_again(tone, at) {
            self.again.saturating_add(1)
        } else {
            0
        };
        self.last = Some((tone, at));
        let is_busy = self.again > 1 && is_of_network(tone.hertz) && tone.lasts < BUSY_MOST;
        is_busy.then_some(Verdict::Busy)
    }

    /// One that a lost packet has torn apart is one.
    fn is_again(&self, tone: Tone, at: u32) -> bool {
        let began = at.saturating_sub(tone.lasts);
        self.last.is_some_and(|(before, ended)| {
            (before.hertz - tone.hertz).abs() < 30.0 && began.saturating_sub(ended) >= BETWEEN
        })
    }

    /// A beep, and nothing that belongs to it after it.
    pub fn beeped_alone(&self, at: u32) -> Option<Verdict> {
        let (tone, ended) = self.last?;
        let is_alone = at.saturating_sub(ended) >= BETWEEN;
        (is_alone && !is_of_network(tone.hertz)).then_some(BEEPED_ONLY)
    }
}

/// Of a fax, or a modem.
fn is_carrier(hertz: f64) -> bool {
    (1_600.0..2_400.0).contains(&hertz)
}

/// The network's own tones: ringing, busy.
fn is_of_network(hertz: f64) -> bool {
    (380.0..500.0).contains(&hertz)
}

fn is_near(hertz: f64, some: &[f64]) -> bool {
    some.iter().any(|one| (one - hertz).abs() <= 25.0)
}
