//! Who hears whom: some phones and numbers of the tests' carrier hum a tone of their own, and keep
//! what they hear.

use crate::real::said;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Who hums, and at how many hertz.
pub const CUSTOMER: (&str, f64) = ("115", 700.0);
pub const OUTSIDER: (&str, f64) = ("116", 900.0);
pub const AGENT: (&str, f64) = ("1101", 350.0);
pub const COLLEAGUE: (&str, f64) = ("1102", 400.0);
pub const SUPERVISOR: (&str, f64) = ("1104", 500.0);

/// Of full scale: silence is nothing at all, a hum is 0.14; speech has a little of every tone.
const HEARD: f64 = 0.004;
const HUMMED: f64 = 0.06;
/// What somebody of the carrier heard in a while.
pub struct Heard(Vec<f64>);

/// A while, to be listened to afterwards: Asterisk writes what was heard in large pieces.
#[derive(Debug, Clone, Copy)]
pub struct While {
    from: Instant,
    until: Instant,
}

/// Lets what was just asked for happen, and then a second pass.
pub fn a_while() -> While {
    std::thread::sleep(Duration::from_millis(600));
    let from = Instant::now();
    std::thread::sleep(Duration::from_millis(600));
    let until = Instant::now();
    // A file begins a moment after it was made.
    std::thread::sleep(Duration::from_millis(300));
    While { from, until }
}

impl While {
    /// What somebody heard in this while, once the call is over.
    pub fn at(self, who: &str) -> Heard {
        let file = newest(who);
        let made = file.metadata().unwrap().created().unwrap();
        let began = Instant::now() - made.elapsed().unwrap();
        let sample = |at: Instant| {
            let since = at.saturating_duration_since(began);
            (since.as_secs_f64() * 8_000.0) as usize
        };
        let bytes = std::fs::read(file).unwrap();
        // The header of such a file has 44 bytes; what follows is 16 bits a sample.
        let samples = bytes[44..].as_chunks::<2>().0;
        let until = sample(self.until).min(samples.len());
        let from = sample(self.from).min(until);
        let samples = samples[from..until].iter();
        let loud = |sample: &[u8; 2]| f64::from(i16::from_le_bytes(*sample)) / 32_768.0;
        Heard(samples.map(loud).collect())
    }
}

impl Heard {
    /// How loud it is on the whole.
    pub fn level(&self) -> f64 {
        let sum: f64 = self.0.iter().map(|sample| sample * sample).sum();
        (sum / self.0.len().max(1) as f64).sqrt()
    }

    pub fn is_silence(&self) -> bool {
        self.level() < HEARD
    }

    /// Who of these is heard, by their tones.
    pub fn whom(&self, among: &[(&'static str, f64)]) -> Vec<&'static str> {
        let heard = among.iter().filter(|(_, hertz)| self.tone(*hertz) > HUMMED);
        heard.map(|(who, _)| *who).collect()
    }

    /// How much of one tone there is (Goertzel's filter).
    fn tone(&self, hertz: f64) -> f64 {
        let turn = 2.0 * (std::f64::consts::TAU * hertz / 8_000.0).cos();
        let (mut one, mut two) = (0.0, 0.0);
        for sample in &self.0 {
            (one, two) = (sample + turn * one - two, one);
        }
        let power: f64 = one * one + two * two - turn * one * two;
        power.max(0.0).sqrt() * 2.0 / self.0.len().max(1) as f64
    }
}

/// The file of whoever hears now.
fn newest(who: &str) -> PathBuf {
    let folder = format!("{}/carrier/spool", said("DISPO_TEST_ASTERISK_RUN"));
    let prefix = format!("ear-{who}-");
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap()).filter(|file| {
        let name = file.file_name();
        name.to_string_lossy().starts_with(&prefix)
    });
    files
        .max_by_key(|file| file.metadata().unwrap().modified().unwrap())
        .unwrap_or_else(|| panic!("{who} has picked up nothing"))
        .path()
}
