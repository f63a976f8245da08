//! What is heard, put together piece by piece.

use crate::music::music;
use crate::voice::{Chance, RATE, speech};
use std::f64::consts::TAU;

/// As loud as speech usually is on a line: -20 dB of full scale.
const USUAL: f64 = 3_000.0;

/// Somebody's sound, and the chance that shapes it.
#[derive(Debug, Clone)]
pub struct Sound {
    samples: Vec<f64>,
    chance: Chance,
    pitch: f64,
}

impl Sound {
    /// Nothing yet. Each number is another voice.
    pub fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let pitch = chance.between(95.0, 230.0);
        Self {
            samples: Vec::new(),
            chance,
            pitch,
        }
    }

    pub fn quiet(mut self, seconds: f64) -> Self {
        let length = self.samples.len() + (seconds * RATE) as usize;
        self.samples.resize(length, 0.0);
        self
    }

    pub fn says(mut self, seconds: f64) -> Self {
        let said = speech(seconds, self.pitch, &mut self.chance);
        self.samples
            .extend(said.into_iter().map(|sample| sample * USUAL));
        self
    }

    /// Phrases, each followed by a pause.
    pub fn phrases(self, phrases: &[(f64, f64)]) -> Self {
        phrases
            .iter()
            .fold(self, |sound, (says, pause)| sound.says(*says).quiet(*pause))
    }

    /// Some tones at once.
    pub fn hums(mut self, hertz: &[f64], seconds: f64) -> Self {
        for at in 0..(seconds * RATE) as usize {
            let time = at as f64 / RATE;
            let tone = |hertz: &f64| (TAU * hertz * time).sin();
            let sum: f64 = hertz.iter().map(tone).sum();
            self.samples.push(sum * USUAL / hertz.len() as f64);
        }
        self
    }

    /// A modem's answer: its tone swells fifteen times a second, and turns over twice.
    pub fn modem(mut self, hertz: f64, seconds: f64) -> Self {
        for at in 0..(seconds * RATE) as usize {
            let time = at as f64 / RATE;
            let turned = if ((time / 0.45) as u64).is_multiple_of(2) {
                1.0
            } else {
                -1.0
            };
            let swell = 1.0 + 0.2 * (TAU * 15.0 * time).sin();
            let tone = (TAU * hertz * time).sin();
            self.samples.push(tone * swell * turned * USUAL);
        }
        self
    }

    /// Chords of three tones, each with overtones; loud as 1 is speech.
    pub fn music(mut self, seconds: f64, loud: f64) -> Self {
        let played = music(seconds, &mut self.chance);
        let played = played.into_iter().map(|sample| sample * USUAL * loud);
        self.samples.extend(played);
        self
    }

    /// Music under all that is there.
    pub fn over_music(mut self, loud: f64) -> Self {
        let seconds = self.samples.len() as f64 / RATE;
        let played = music(seconds, &mut self.chance);
        for (sample, played) in self.samples.iter_mut().zip(played) {
            *sample += played * USUAL * loud;
        }
        self
    }

    /// The noise of a street or a line, under all that is there.
    pub fn in_noise(mut self, loud: f64) -> Self {
        let mut low = 0.0;
        for sample in &mut self.samples {
            low = 0.7 * low + self.chance.between(-1.0, 1.0);
            *sample += low * loud;
        }
        self
    }

    /// The whole as loud as this, where 1 is usual.
    pub fn louder(mut self, factor: f64) -> Self {
        for sample in &mut self.samples {
            *sample *= factor;
        }
        self
    }

    pub fn samples(&self) -> Vec<i16> {
        let whole = |sample: &f64| sample.round().clamp(-32_000.0, 32_000.0) as i16;
        self.samples.iter().map(whole).collect()
    }
}
