//! What picked up, from when it speaks, falls silent and beeps.
//!
//! A person says something short and waits. A machine goes on, or beeps. Who cannot be told apart is
//! taken for a person: nobody may be hung up on for being quiet, and an agent who hears a machine
//! loses less than a person who hears nobody.

use super::signs::Signs;
use super::tone::Heard;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Person,
    /// How sure that is, in per cent.
    Machine {
        confidence: u8,
    },
    /// The network says that there is nobody to be had.
    SpecialTone,
    /// A fax or modem.
    Fax,
    Busy,
}

// All in slices of twenty milliseconds.
/// A click is shorter.
const WORD: u32 = 4;
/// Who says nothing for so long is shy.
const SHY: u32 = 125;
/// Nobody who picks up speaks for so long before waiting for an answer.
const LONG: u32 = 225;
/// Whatever is heard, nobody is kept waiting longer.
const AT_MOST: u32 = 400;

const SPOKE_ON: Verdict = Verdict::Machine { confidence: 85 };

/// What was heard until now.
#[derive(Debug, Default)]
pub struct Judge {
    /// From the first word until the last.
    spoke: Option<(u32, u32)>,
    /// Sound without a pause, until it is a word.
    sound: u32,
    signs: Signs,
}

impl Judge {
    pub fn take(&mut self, heard: Heard, at: u32) -> Option<Verdict> {
        let after_words = self.spoke.is_some();
        let verdict = match heard {
            Heard::Perhaps => None,
            Heard::Tone(tone) => {
                self.sound = 0;
                self.signs.sounds(tone, after_words)
            }
            Heard::ToneEnds(tone) => self.signs.ended(tone, after_words, at),
            Heard::Sound(slices) => {
                self.sounds(slices, at);
                self.spoken(at)
            }
            Heard::Quiet => {
                self.sound = 0;
                self.spoken(at)
            }
        };
        verdict.or_else(|| (at >= AT_MOST).then_some(Verdict::Person))
    }

    fn sounds(&mut self, slices: u32, at: u32) {
        self.sound = self.sound.saturating_add(slices);
        if self.sound >= WORD {
            let began = at.saturating_sub(self.sound);
            let (first, _) = self.spoke.unwrap_or((began, at));
            self.spoke = Some((first, at));
        }
    }

    fn spoken(&self, at: u32) -> Option<Verdict> {
        let Some((first, last)) = self.spoke else {
            let is_shy = !self.signs.any() && at >= SHY;
            let person = is_shy.then_some(Verdict::Person);
            return self.signs.beeped_alone(at).or(person);
        };
        let spoke = last.saturating_sub(first);
        if at.saturating_sub(last) >= patience(spoke) {
            return Some(Verdict::Person);
        }
        (spoke >= LONG).then_some(SPOKE_ON)
    }
}

/// How long whoever has spoken for so long may pause before she waits for an answer: the longer she
/// spoke, the likelier it is that she goes on.
fn patience(spoke: u32) -> u32 {
    match spoke {
        0..40 => 20,
        40..60 => 24,
        60..125 => 35,
        _ => 50,
    }
}
