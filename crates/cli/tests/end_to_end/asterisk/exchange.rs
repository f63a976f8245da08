//! The tests' Asterisk as they see it: who calls in, and which channels are there.

use super::filled::CALLED;
use std::process::Command;
use std::time::{Duration, Instant};
use telephony::asterisk::AsteriskAddress;

pub fn said(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set; run this through scripts/asterisk-for-tests")
    })
}

/// What one of the two says at its own command line.
pub fn console(command: &str) -> String {
    let settings = format!(
        "{}/exchange/etc/asterisk.conf",
        said("DISPO_TEST_ASTERISK_RUN")
    );
    let asked = Command::new(said("DISPO_TEST_ASTERISK_COMMAND"))
        .args(["-C", &settings, "-rx", command])
        .output()
        .unwrap();
    String::from_utf8_lossy(&asked.stdout).into_owned()
}

/// The number is this application's.
pub fn number_is_of(app: &str) {
    console(&format!("dialplan set global DISPO_APP_{CALLED} {app}"));
}

/// The carrier calls, from this number; who calls behaves as the number does that ends so.
pub fn rings_from(caller: u64, behaviour: u64) {
    let carrier = format!("{}?trunk=x", said("DISPO_TEST_ASTERISK_CARRIER"));
    let carrier: AsteriskAddress = carrier.parse().unwrap();
    let path = format!(
        "channels?endpoint=PJSIP/%2B{CALLED}@exchange&context=callee&extension={behaviour}&priority=1&callerId=%2B{caller}"
    );
    let told = carrier.ask("POST", &path).unwrap();
    assert!(told.status < 300, "{told:?}");
}

/// How loud it was what the newest caller who keeps it has heard in the last second; 1 is full scale.
pub fn heard_lately() -> f64 {
    let folder = format!("{}/carrier/spool", said("DISPO_TEST_ASTERISK_RUN"));
    let files = std::fs::read_dir(folder).unwrap().flatten();
    let ears = files.filter(|file| file.file_name().to_string_lossy().starts_with("ear-115-"));
    let newest = ears.max_by_key(|file| file.metadata().unwrap().modified().unwrap());
    let bytes = std::fs::read(newest.unwrap().path()).unwrap();
    let samples = bytes[44..].as_chunks::<2>().0;
    let lately = &samples[samples.len().saturating_sub(8_000)..];
    let square = |sample: &[u8; 2]| (f64::from(i16::from_le_bytes(*sample)) / 32_768.0).powi(2);
    (lately.iter().map(square).sum::<f64>() / lately.len() as f64).sqrt()
}

/// The channels that belong to an application.
pub fn channels(app: &str) -> Vec<String> {
    let text = console("core show channels concise");
    let ours = text.lines().filter(|line| line.contains(app));
    ours.map(str::to_owned).collect()
}

/// What is hung up is gone a moment later.
pub fn comes_to(app: &str, count: usize) {
    let until = Instant::now() + Duration::from_secs(5);
    loop {
        let there = channels(app);
        if there.len() == count {
            return;
        }
        assert!(Instant::now() < until, "not {count} channels: {there:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}
