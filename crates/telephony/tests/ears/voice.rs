//! A voice made of nothing: pulses of the throat through three resonances of the mouth, four
//! syllables a second, each with a hiss or a stop before its vowel. Not a word can be understood, and
//! yet it rises, falls and pauses as speech does.

use std::f64::consts::TAU;

pub const RATE: f64 = 8_000.0;

/// Chance that is the same each time.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..4 {
            chance.unit();
        }
        chance
    }

    /// From 0 to 1.
    pub fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn between(&mut self, least: f64, most: f64) -> f64 {
        least + self.unit() * (most - least)
    }
}

/// The resonances of some vowels, in hertz.
const VOWELS: [[f64; 3]; 6] = [
    [730.0, 1_190.0, 2_440.0],
    [530.0, 1_840.0, 2_480.0],
    [290.0, 2_250.0, 2_890.0],
    [570.0, 840.0, 2_410.0],
    [310.0, 870.0, 2_240.0],
    [490.0, 1_350.0, 1_690.0],
];

/// One resonance: two samples back is as far as it remembers.
#[derive(Default)]
struct Resonance {
    one: f64,
    two: f64,
}

impl Resonance {
    fn pass(&mut self, sample: f64, hertz: f64, width: f64) -> f64 {
        let radius = (-TAU / 2.0 * width / RATE).exp();
        let turn = TAU * hertz / RATE;
        let out = (1.0 - radius) * sample + 2.0 * radius * turn.cos() * self.one
            - radius * radius * self.two;
        (self.one, self.two) = (out, self.one);
        out
    }
}

/// Speaks for so many seconds, as loud as 1 on the whole.
pub fn speech(seconds: f64, pitch: f64, chance: &mut Chance) -> Vec<f64> {
    let length = (seconds * RATE) as usize;
    let mut said = Vec::with_capacity(length + 4_000);
    while said.len() < length {
        syllable(&mut said, pitch, length, chance);
    }
    said.truncate(length);
    let power: f64 = said.iter().map(|sample| sample * sample).sum();
    let level = (power / length.max(1) as f64).sqrt().max(1e-9);
    said.iter().map(|sample| sample / level).collect()
}

fn syllable(said: &mut Vec<f64>, pitch: f64, length: usize, chance: &mut Chance) {
    let consonant = (chance.between(0.02, 0.07) * RATE) as usize;
    let hiss = if chance.unit() < 0.5 { 0.25 } else { 0.02 };
    let mut before = 0.0;
    for _ in 0..consonant {
        let noise = chance.between(-1.0, 1.0);
        said.push((noise - before) * hiss);
        before = noise;
    }
    let vowel = (chance.between(0.12, 0.26) * RATE) as usize;
    let mouth = VOWELS[(chance.unit() * 6.0) as usize % 6];
    let loud = chance.between(0.6, 1.0);
    // It falls towards the end, and a little within each vowel.
    let done = said.len() as f64 / length.max(1) as f64;
    let mut hertz = pitch * (1.1 - 0.2 * done) * chance.between(0.92, 1.08);
    let (mut phase, mut resonances) = (0.0, [0; 3].map(|_| Resonance::default()));
    for at in 0..vowel {
        hertz *= 1.0 - 0.08 / vowel as f64;
        phase += hertz / RATE;
        let pulse = if phase >= 1.0 { 1.0 } else { -0.02 };
        phase -= phase.floor();
        let breath = chance.between(-0.02, 0.02);
        let mut sample = 0.0;
        for (resonance, (hertz, share)) in resonances
            .iter_mut()
            .zip(mouth.into_iter().zip([1.0, 0.6, 0.3]))
        {
            sample += share * resonance.pass(pulse + breath, hertz, 70.0 + hertz / 25.0);
        }
        let part = at as f64 / vowel as f64;
        let swell = (part * 8.0).min((1.0 - part) * 4.0).min(1.0);
        said.push(sample * 3.0 * loud * swell);
    }
}
