//! A moment of sound: how loud it is, and whether it is one pure tone.

use crate::tones::RATE;
use std::f64::consts::TAU;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slice {
    /// The root of the mean square, 32,768 at most.
    pub level: f64,
    pub is_loud: bool,
    /// In hertz, where nearly everything that is heard is one tone.
    pub tone: Option<f64>,
}

/// So much of the power has to be in the tone.
const PURE: f64 = 0.85;

impl Slice {
    pub const SILENT: Self = Self {
        level: 0.0,
        is_loud: false,
        tone: None,
    };

    /// Only what is loud is looked at for a tone.
    pub fn of(samples: &[f64], is_loud: impl FnOnce(f64) -> bool) -> Self {
        let length = samples.len().max(1) as f64;
        let mean = samples.iter().sum::<f64>() / length;
        let centred: Vec<f64> = samples.iter().map(|sample| sample - mean).collect();
        let power: f64 = centred.iter().map(|sample| sample * sample).sum();
        let level = (power / length).sqrt();
        let is_loud = is_loud(level);
        let tone = is_loud.then(|| tone(&centred, power)).flatten();
        Self {
            level,
            is_loud,
            tone,
        }
    }
}

fn tone(samples: &[f64], power: f64) -> Option<f64> {
    if power <= 0.0 {
        return None;
    }
    let turn = finer(samples, rough(samples)?);
    let (real, imaginary) = part(samples, turn);
    let share = 2.0 * (real * real + imaginary * imaginary) / (samples.len() as f64 * power);
    (share >= PURE).then(|| turn / TAU * f64::from(RATE))
}

/// How far a tone turns from sample to sample, in radians: each sample of a pure one follows from the
/// two before it.
fn rough(samples: &[f64]) -> Option<f64> {
    let (mut both, mut middle) = (0.0, 0.0);
    for three in samples.windows(3) {
        if let [before, now, after] = *three {
            both += now * (before + after);
            middle += now * now;
        }
    }
    (middle > 0.0).then(|| (both / middle / 2.0).clamp(-1.0, 1.0).acos())
}

/// Noise bends the rough guess. Between the two halves of a slice the phase shows by how much.
fn finer(samples: &[f64], turn: f64) -> f64 {
    let half = samples.len() / 2;
    let (first, second) = samples.split_at(half);
    let phase = |(real, imaginary): (f64, f64)| (-imaginary).atan2(real);
    let moved = phase(part(second, turn)) - phase(part(first, turn)) - turn * half as f64;
    let moved = moved - TAU * (moved / TAU).round();
    turn + moved / half as f64
}

/// How much of this turn there is, as a complex number.
fn part(samples: &[f64], turn: f64) -> (f64, f64) {
    let (by_sine, by_cosine) = turn.sin_cos();
    let (mut sine, mut cosine) = (0.0, 1.0);
    let (mut real, mut imaginary) = (0.0, 0.0);
    for sample in samples {
        real += sample * cosine;
        imaginary += sample * sine;
        (sine, cosine) = (
            sine * by_cosine + cosine * by_sine,
            cosine * by_cosine - sine * by_sine,
        );
    }
    (real, imaginary)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hum(hertz: f64, noise: f64) -> Vec<f64> {
        let mut chance = 1_u32;
        (0..160)
            .map(|at| {
                chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let noise = (f64::from(chance >> 8) / 8_388_608.0 - 1.0) * noise;
                4_000.0 * (TAU * hertz * f64::from(at) / 8_000.0 + 0.3).sin() + noise
            })
            .collect()
    }

    #[test]
    fn a_tone_is_known_by_its_pitch_in_noise_as_well() {
        for hertz in [400.0, 440.0, 800.0, 1_000.0, 1_400.0, 2_100.0, 2_225.0] {
            for noise in [0.0, 200.0, 400.0] {
                let heard = Slice::of(&hum(hertz, noise), |_| true)
                    .tone
                    .unwrap_or_default();
                assert!((heard - hertz).abs() < 12.0, "{hertz} in {noise}: {heard}");
            }
        }
        let level = Slice::of(&hum(1_000.0, 0.0), |_| false).level;
        assert!((level - 2_828.0).abs() < 30.0, "{level}");
    }

    #[test]
    fn two_tones_and_noise_are_no_tone() {
        let two = hum(480.0, 0.0).into_iter().zip(hum(620.0, 0.0));
        let two: Vec<f64> = two.map(|(one, other)| one + other).collect();
        assert_eq!(Slice::of(&two, |_| true).tone, None);
        assert_eq!(Slice::of(&hum(0.0, 3_000.0), |_| true).tone, None);
        assert_eq!(Slice::of(&[0.0; 160], |_| true).tone, None);
    }
}
