//! Calls that go by IPv6: in the clear, and by TLS to a carrier who proves who it is, with encrypted
//! sound.

use crate::leave::order;
use crate::real::{Clock, connected_over, phone, said};
use engine::ContactId;
use std::time::{Duration, Instant};
use telephony::asterisk::AsteriskAddress;

/// What Asterisk says of the call to the carrier once both talk.
struct Way {
    /// The address of its sound.
    sound: String,
    is_tls: String,
    is_srtp: String,
    /// Packets of sound that were received and could be read.
    packets: u64,
}

fn way(trunk: &str, desk: u64) -> Way {
    let (mut asterisk, nudged) = connected_over(trunk, trunk, "hello-world");
    let clock = Clock::new();
    let order = order(1, 108, false, clock.now());
    asterisk
        .place(order, Some(phone(desk)), clock.now())
        .unwrap();
    let until = Instant::now() + Duration::from_secs(10);
    let mut answered = false;
    while !answered {
        assert!(Instant::now() < until, "nobody answered over {trunk}");
        let _ = nudged.recv_timeout(Duration::from_millis(50));
        let said = asterisk.step(clock.now());
        answered = said.iter().any(|heard| heard.report.word() == "answered");
    }
    std::thread::sleep(Duration::from_secs(1));
    let address: AsteriskAddress = said("DISPO_TEST_ASTERISK").parse().unwrap();
    let all = address.ask("GET", "channels").unwrap().body;
    let name = format!("PJSIP/{trunk}-");
    let mut ours = all.as_array().unwrap().iter();
    let ours = ours.find(|one| one["name"].as_str().unwrap().starts_with(&name));
    let id = ours.unwrap()["id"].as_str().unwrap().to_owned();
    let asked = |what: &str| {
        let path = format!("channels/{id}/variable?variable=CHANNEL({what})");
        let told = address.ask("GET", &path).unwrap().body;
        told["value"].as_str().unwrap_or_default().to_owned()
    };
    let way = Way {
        sound: asked("rtp,dest"),
        is_tls: asked("pjsip,secure"),
        is_srtp: asked("rtp,secure"),
        packets: asked("rtcp,rxcount").parse().unwrap_or(0),
    };
    asterisk.hang_up(ContactId(1), 1);
    asterisk.close(clock.now());
    way
}

#[test]
fn a_call_goes_by_ipv6() {
    let way = way("six", 41);
    assert!(way.sound.starts_with("[::1]:"), "{}", way.sound);
    assert_eq!((way.is_tls.as_str(), way.is_srtp.as_str()), ("0", "0"));
    assert!(way.packets > 20, "{}", way.packets);
}

#[test]
fn a_call_goes_by_tls_with_encrypted_sound() {
    let way = way("secure", 42);
    assert_eq!((way.is_tls.as_str(), way.is_srtp.as_str()), ("1", "1"));
    assert!(way.packets > 20, "{}", way.packets);
}
