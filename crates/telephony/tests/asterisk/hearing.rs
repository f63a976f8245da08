//! Agent and customer hear each other: the agent's desk phone sends back whatever it hears, so
//! that a customer who hears herself was heard over there as well.

use crate::leave::order;
use crate::real::{Clock, connected, phone, said};
use engine::{ContactId, Report};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// Of full scale. Silence is 0; the hello, and its echo, are some hundredths.
const HEARD: f64 = 0.005;

#[test]
fn agent_and_customer_hear_each_other() {
    let began = SystemTime::now();
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
    let (spoken, heard) = (
        level(&newest("said-", began)),
        level(&newest("heard-", began)),
    );
    assert!(spoken > HEARD, "the customer said nothing: {spoken}");
    assert!(heard > HEARD, "the customer heard nothing: {heard}");
}

/// The file of this kind that was written last, since an instant.
fn newest(kind: &str, since: SystemTime) -> PathBuf {
    let folder = format!("{}/carrier/spool", said("DISPO_TEST_ASTERISK_RUN"));
    let files = std::fs::read_dir(folder).unwrap().flatten();
    let of_kind = files.filter(|file| file.file_name().to_string_lossy().starts_with(kind));
    let written = of_kind.map(|file| (file.metadata().unwrap().modified().unwrap(), file.path()));
    let (at, path) = written.max().expect("no file was written");
    assert!(at >= since, "no file of this call");
    path
}

/// How loud it is on the whole: the root of the mean square of its samples, 1 at full scale.
fn level(file: &PathBuf) -> f64 {
    let bytes = std::fs::read(file).unwrap();
    // The header of such a file has 44 bytes; what follows is 16 bits a sample.
    let samples = bytes[44..].as_chunks::<2>().0;
    let square = |sample: &[u8; 2]| (f64::from(i16::from_le_bytes(*sample)) / 32_768.0).powi(2);
    let sum: f64 = samples.iter().map(square).sum();
    (sum / samples.len() as f64).sqrt()
}
