//! A mailbox's greeting: when it is over, and whoever calls may speak.
//!
//! After the beep, which nothing follows; a chime in the middle is followed by words. Some do not beep,
//! and fall silent: longer than anybody pauses between two sentences, or before a beep.

use super::tone::Heard;

// All in slices of twenty milliseconds.
/// What follows a beep comes within this time.
const AFTER_BEEP: u32 = 15;
/// A click is shorter.
const WORD: u32 = 4;
const SILENT: u32 = 200;

#[derive(Debug, Default)]
pub struct Greeting {
    /// Nothing was heard for so long.
    quiet: u32,
    /// Sound without a pause, until it is a word.
    sound: u32,
    /// The last that was heard was a tone.
    beeped: bool,
}

impl Greeting {
    /// Takes in what was heard; true once it is over.
    pub fn take(&mut self, heard: Heard) -> bool {
        match heard {
            Heard::Perhaps => {}
            Heard::Tone(_) => (self.quiet, self.sound) = (0, 0),
            Heard::ToneEnds(_) => (self.quiet, self.sound, self.beeped) = (0, 0, true),
            Heard::Sound(slices) => self.sounds(slices),
            Heard::Quiet => {
                self.quiet = self.quiet.saturating_add(1);
                self.sound = 0;
            }
        }
        let patience = if self.beeped { AFTER_BEEP } else { SILENT };
        self.quiet >= patience
    }

    fn sounds(&mut self, slices: u32) {
        self.sound = self.sound.saturating_add(slices);
        if self.sound >= WORD {
            (self.quiet, self.beeped) = (0, false);
        }
    }
}
