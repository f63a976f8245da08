//! Agent and customer hear each other: the agent's desk phone sends back whatever it hears, so
//! that a customer who hears herself was heard over there as well.

use crate::leave::order;
use crate::real::{Clock, connected, phone, said};
use engine::{ContactId, Report};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Of full scale. Silence is 0; the hello, and its echo, are some hundredths.
const HEARD: f64 = 0.005;

#[test]
fn agent_and_customer_hear_each_other() {
    let before = files();
    let (mut asterisk, nudged) = connected("hearing");
    let clock = Clock::new();
    // She keeps what she says and what she hears.
    let order = order(1, 105, false, clock.now());
    asterisk.place(order, Some(phone(16)), clock.now()).unwrap();
    let until = Instant::now() + Duration::from_secs(20);
    let mut hang_up_at = None;
    loop {
        assert!(Instant::now() < until, "the call did not end");
        let _ = nudged.recv_timeout(Duration::from_millis(50));
        let reports: Vec<Report> = asterisk
            .step(clock.now())
            .into_iter()
            .map(|heard| heard.report)
            .collect();
        assert!(
            reports.iter().all(|report| report.word() != "not_placed"),
            "the call was not placed"
        );
        if reports.iter().any(|report| report.word() == "answered") {
            hang_up_at = Some(Instant::now() + Duration::from_secs(4));
        }
        if hang_up_at.is_some_and(|at| at <= Instant::now()) {
            asterisk.hang_up(ContactId(1), 1);
        }
        if reports.iter().any(|report| report.word() == "ended") {
            break;
        }
    }
    // The carrier closes its files a moment after the call.
    std::thread::sleep(Duration::from_millis(500));
    let new: Vec<PathBuf> = files().difference(&before).cloned().collect();
    let (spoken, heard) = (
        level(of_kind(&new, "said-")),
        level(of_kind(&new, "heard-")),
    );
    assert!(spoken > HEARD, "the customer said nothing: {spoken}");
    assert!(heard > HEARD, "the customer heard nothing: {heard}");
}

/// What the carrier has kept of calls.
pub fn files() -> BTreeSet<PathBuf> {
    let folder = format!("{}/carrier/spool", said("DISPO_TEST_ASTERISK_RUN"));
    let files = std::fs::read_dir(folder).unwrap();
    files.map(|file| file.unwrap().path()).collect()
}

pub fn of_kind<'f>(files: &'f [PathBuf], kind: &str) -> &'f PathBuf {
    let is_it = |file: &&PathBuf| {
        let name = file.file_name().unwrap();
        name.to_string_lossy().starts_with(kind)
    };
    files.iter().find(is_it).expect("no file of this call")
}

/// How loud it is on the whole.
fn level(file: &PathBuf) -> f64 {
    loudness(&samples(file))
}

/// 8,000 a second, 1 at full scale.
fn samples(file: &PathBuf) -> Vec<f64> {
    let bytes = std::fs::read(file).unwrap();
    // The header of such a file has 44 bytes; what follows is 16 bits a sample.
    let samples = bytes[44..].as_chunks::<2>().0.iter();
    samples
        .map(|sample| f64::from(i16::from_le_bytes(*sample)) / 32_768.0)
        .collect()
}

/// The root of the mean square.
fn loudness(samples: &[f64]) -> f64 {
    let sum: f64 = samples.iter().map(|sample| sample.powi(2)).sum();
    (sum / samples.len() as f64).sqrt()
}

/// From when until when something was heard, in seconds.
pub fn from_until(file: &PathBuf) -> (f64, f64) {
    let samples = samples(file);
    let loud = samples.chunks(160).map(|piece| loudness(piece) > HEARD);
    let loud: Vec<bool> = loud.collect();
    let first = loud
        .iter()
        .position(|loud| *loud)
        .expect("nothing was heard");
    let last = loud.iter().rposition(|loud| *loud).unwrap();
    (first as f64 * 0.02, last as f64 * 0.02 + 0.02)
}
