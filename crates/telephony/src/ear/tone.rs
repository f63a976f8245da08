//! Tones that last: a vowel is pure for a moment now and then, a beep stays what it is.

use super::slice::Slice;

/// So many slices of one pitch are no voice any more: 160 milliseconds.
const LASTS: u32 = 8;
/// How far a pitch may stray, in hertz, and a level, of itself.
const STRAYS: f64 = 20.0;
const SWELLS: f64 = 0.35;
/// The telephone's voices hum below this.
const LOWEST: f64 = 350.0;

/// What a slice turned out to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Heard {
    Quiet,
    /// So many slices of sound, this one the last.
    Sound(u32),
    /// Perhaps a tone: it is known in a moment.
    Perhaps,
    Tone(Tone),
    /// The tone that was heard last is over.
    ToneEnds(Tone),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tone {
    pub hertz: f64,
    /// How many slices it has been there.
    pub lasts: u32,
}

#[derive(Debug, Default)]
pub struct Tones {
    now: Option<(Tone, f64)>,
}

impl Tones {
    pub fn take(&mut self, slice: Slice) -> Heard {
        let pure = slice.tone.filter(|hertz| *hertz >= LOWEST);
        match (self.now, pure) {
            (Some((tone, level)), Some(hertz)) if is_same(tone, level, hertz, slice.level) => {
                let lasts = tone.lasts.saturating_add(1);
                let tone = Tone { lasts, ..tone };
                self.now = Some((tone, level));
                match lasts < LASTS {
                    true => Heard::Perhaps,
                    false => Heard::Tone(tone),
                }
            }
            (Some((tone, _)), _) if tone.lasts >= LASTS => {
                self.now = None;
                Heard::ToneEnds(tone)
            }
            (before, pure) => {
                self.now = pure.map(|hertz| (Tone { hertz, lasts: 1 }, slice.level));
                let was = before.map_or(0, |(tone, _)| tone.lasts);
                heard(was, slice.is_loud, self.now.is_some())
            }
        }
    }
}

/// What was perhaps a tone until now was sound after all.
fn heard(was: u32, is_loud: bool, begins: bool) -> Heard {
    match (was, is_loud) {
        (0, false) => Heard::Quiet,
        (0, true) if begins => Heard::Perhaps,
        (was, true) if !begins => Heard::Sound(was.saturating_add(1)),
        (was, _) => Heard::Sound(was),
    }
}

fn is_same(tone: Tone, level: f64, hertz: f64, loud: f64) -> bool {
    (tone.hertz - hertz).abs() <= STRAYS && (loud / level - 1.0).abs() <= SWELLS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices(hertz: &[f64]) -> Vec<Heard> {
        let mut tones = Tones::default();
        let slice = |hertz: &f64| Slice {
            level: 2_000.0,
            is_loud: true,
            tone: (*hertz > 0.0).then_some(*hertz),
        };
        let heard = hertz.iter().map(|hertz| tones.take(slice(hertz)));
        heard.collect()
    }

    #[test]
    fn a_vowel_is_sound_and_a_beep_is_a_tone() {
        let vowel = slices(&[0.0, 500.0, 505.0, 0.0]);
        let expected = [
            Heard::Sound(1),
            Heard::Perhaps,
            Heard::Perhaps,
            Heard::Sound(3),
        ];
        assert_eq!(vowel, expected);
        let beep = slices(&[1_000.0; 9]);
        assert!(beep[..7].iter().all(|heard| *heard == Heard::Perhaps));
        let (hertz, lasts) = (1_000.0, 9);
        assert_eq!(beep[8], Heard::Tone(Tone { hertz, lasts }));
    }
}
