//! Who hears whom: some phones and numbers of the tests' carrier hum a tone of their own, and keep
//! what they hear from beginning to end.
//!
//! What is compared is the order of what was heard and not the moment: a machine that stops for
//! half a second makes a recording shorter than the time it was made in.

use crate::real::said;
use std::path::PathBuf;
use std::time::Duration;

/// Who hums, and at how many hertz.
pub type Hummer = (&'static str, f64);

pub const CUSTOMER: Hummer = ("115", 700.0);
pub const OUTSIDER: Hummer = ("116", 900.0);
pub const AGENT: Hummer = ("1101", 350.0);
pub const COLLEAGUE: Hummer = ("1102", 400.0);
pub const SUPERVISOR: Hummer = ("1104", 500.0);
const ALL: [Hummer; 5] = [CUSTOMER, OUTSIDER, AGENT, COLLEAGUE, SUPERVISOR];

/// Of full scale: silence is nothing at all, a hum is 0.14; speech has a little of every tone.
const HEARD: f64 = 0.004;
const HUMMED: f64 = 0.06;
/// Of 8,000 a second: long enough to tell tones 50 Hz apart, and music from all of them.
const PIECE: usize = 1_600;

/// What an ear hears for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hears {
    Nothing,
    /// Music, or a phone that rings.
    Something,
    Whom(Vec<&'static str>),
}

pub use Hears::{Nothing, Something};

/// These, all at once.
pub fn hears(whom: &[Hummer]) -> Hears {
    let mut whom: Vec<&str> = whom.iter().map(|(who, _)| *who).collect();
    whom.sort_unstable();
    Hears::Whom(whom)
}

/// Lets what was just asked for happen, and be heard.
pub fn a_while() {
    std::thread::sleep(Duration::from_millis(1_500));
}

/// Panics unless somebody heard this, in this order, last the last, and nobody else in between.
/// Music, ringing and silence may come besides. To be asked once the call is over.
pub fn heard_in_turn(ear: Hummer, expected: &[Hears]) {
    let story = story(ear.0);
    let mut rest = story.iter();
    let in_order = expected.iter().all(|wanted| rest.any(|was| was == wanted));
    let nobody_else = |was: &Hears| !matches!(was, Hears::Whom(_)) || expected.contains(was);
    let ends = expected.last() == Some(&Nothing)
        || expected.last() == story.iter().rfind(|was| **was != Nothing);
    assert!(
        in_order && ends && story.iter().all(nobody_else),
        "{} heard {story:?}\n   instead of {expected:?}",
        ear.0
    );
}

/// What somebody heard, one thing after the other; what is over in no time is left out.
pub fn story(who: &str) -> Vec<Hears> {
    let bytes = std::fs::read(newest(who)).unwrap();
    // The header of such a file has 44 bytes; what follows is 16 bits a sample.
    let samples = bytes[44..].as_chunks::<2>().0.iter();
    let samples = samples.map(|sample| f64::from(i16::from_le_bytes(*sample)) / 32_768.0);
    let samples: Vec<f64> = samples.collect();
    let pieces: Vec<Hears> = samples.as_chunks::<PIECE>().0.iter().map(piece).collect();
    let runs = pieces.chunk_by(|one, next| one == next);
    let mut story: Vec<Hears> = runs
        .filter(|run| run.len() > 1)
        .map(|run| run[0].clone())
        .collect();
    story.dedup();
    story
}

fn piece(samples: &[f64; PIECE]) -> Hears {
    let hums = |hummer: &Hummer| tone(samples, hummer.1) > HUMMED;
    let whom: Vec<Hummer> = ALL.into_iter().filter(hums).collect();
    let power: f64 = samples.iter().map(|sample| sample * sample).sum();
    match (power / PIECE as f64).sqrt() {
        _ if !whom.is_empty() => hears(&whom),
        level if level < HEARD => Nothing,
        _ => Something,
    }
}

/// How much of one tone there is (Goertzel's filter).
fn tone(samples: &[f64; PIECE], hertz: f64) -> f64 {
    let turn = 2.0 * (std::f64::consts::TAU * hertz / 8_000.0).cos();
    let (mut one, mut two) = (0.0, 0.0);
    for sample in samples {
        (one, two) = (sample + turn * one - two, one);
    }
    let power: f64 = one * one + two * two - turn * one * two;
    power.max(0.0).sqrt() * 2.0 / PIECE as f64
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
