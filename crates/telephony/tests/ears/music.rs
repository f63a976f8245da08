//! Music without a tune: chords of three tones, each with an overtone, that fade.

use crate::voice::{Chance, RATE};
use std::f64::consts::TAU;

/// As loud as 1 on the whole.
pub fn music(seconds: f64, chance: &mut Chance) -> Vec<f64> {
    let length = (seconds * RATE) as usize;
    let mut played = vec![0.0; length];
    let mut begins = 0;
    while begins < length {
        let lasts = (chance.between(0.3, 0.6) * RATE) as usize;
        for _ in 0..3 {
            let hertz = 220.0 * 2_f64.powf((chance.unit() * 24.0).floor() / 12.0);
            for (at, sample) in played.iter_mut().skip(begins).take(lasts).enumerate() {
                let time = at as f64 / RATE;
                let fades = (-2.0 * time).exp() * (time * 50.0).min(1.0);
                let wave = (TAU * hertz * time).sin() + 0.4 * (2.0 * TAU * hertz * time).sin();
                *sample += 0.5 * fades * wave;
            }
        }
        begins += lasts;
    }
    let power: f64 = played.iter().map(|sample| sample * sample).sum();
    let level = (power / length.max(1) as f64).sqrt().max(1e-9);
    played.iter().map(|sample| sample / level).collect()
}
