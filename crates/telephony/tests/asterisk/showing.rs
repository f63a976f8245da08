//! Whoever is called is shown the number that the campaign shows.

use crate::leave::showing;
use crate::real::{Clock, connected, phone, said};
use engine::{ContactId, Number};
use std::process::Command;
use std::time::{Duration, Instant};

#[test]
fn whoever_is_called_sees_the_campaigns_number() {
    let (mut asterisk, nudged) = connected("showing");
    let clock = Clock::new();
    let shown = Number::new(493_023_125_999).unwrap();
    let order = showing(1, 108, shown, clock.now());
    asterisk.place(order, Some(phone(40)), clock.now()).unwrap();
    let until = Instant::now() + Duration::from_secs(10);
    let mut answered = false;
    while !answered {
        assert!(Instant::now() < until, "nobody answered");
        let _ = nudged.recv_timeout(Duration::from_millis(50));
        let said = asterisk.step(clock.now());
        answered = said.iter().any(|heard| heard.report.word() == "answered");
    }
    let channels = carrier_says("core show channels concise");
    asterisk.hang_up(ContactId(1), 1);
    let whole = shown.to_string();
    assert!(
        channels.contains(&whole),
        "{whole} is not shown: {channels}"
    );
}

fn carrier_says(command: &str) -> String {
    let settings = format!(
        "{}/carrier/etc/asterisk.conf",
        said("DISPO_TEST_ASTERISK_RUN")
    );
    let asked = Command::new(said("DISPO_TEST_ASTERISK_COMMAND"))
        .args(["-C", &settings, "-rx", command])
        .output()
        .unwrap();
    String::from_utf8_lossy(&asked.stdout).into_owned()
}
