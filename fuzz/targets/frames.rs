//! What Asterisk says, a frame a line, in any order and any shape, to a machine that has one call
//! under way: nothing panics, and the call is told as ended once at most.
#![no_main]

use engine::{AgentId, ContactId, ListId, Machines, Number, Report, Slot};
use libfuzzer_sys::fuzz_target;
use std::time::{Duration, Instant};
use telephony::asterisk::{About, Answer, Calls, Dial, Frame, Phone, Settings};
use telephony::{LineId, Placed};

fuzz_target!(|text: &str| {
    let mut now = Instant::now();
    let mut calls = Calls::new(Settings::default(), "0000", now);
    answer(&mut calls, now);
    calls.order(dial(now), now);
    let mut ended = 0;
    for line in text.lines() {
        if line.is_empty() {
            now += Duration::from_secs(1);
            calls.tick(now);
        } else if let Ok(frame) = Frame::read(line) {
            calls.hear(frame, now);
        }
        answer(&mut calls, now);
        ended += ends(&mut calls);
    }
    calls.connected(now + Duration::from_secs(60));
    answer(&mut calls, now + Duration::from_secs(60));
    ended += ends(&mut calls);
    assert_eq!(ended, 1, "a call ends once, however it was told");
});

/// Everything asked for is done, and there is nothing.
fn answer(calls: &mut Calls, now: Instant) {
    for (_, about) in calls.requests() {
        let body = match about {
            About::Inventory(_) | About::Look(_) | About::Bridges => serde_json::json!([]),
            _ => serde_json::json!({}),
        };
        let answer = Answer {
            request: 1,
            status: 200,
            body,
        };
        calls.answered(about, &answer, now);
    }
}

fn ends(calls: &mut Calls) -> usize {
    let is_end = |report: &Report| {
        matches!(report, Report::Ended { .. } | Report::NotPlaced { .. })
    };
    let said = calls.said().into_iter();
    said.filter(|said| is_end(&said.report)).count()
}

fn dial(now: Instant) -> Dial {
    Dial {
        placed: Placed {
            line: LineId(0),
            list: ListId(1),
            contact: ContactId(1),
            slot: Slot(0),
            attempt: 1,
        },
        number: Number::new(493_023_125_100).expect("a number of the range for film"),
        shown: None,
        rings_for: 5,
        menu: true,
        machines: Machines::ToAgent,
        recording: Default::default(),
        phone: Some(Phone {
            agent: AgentId(1),
            line: "1001".to_owned(),
        }),
        good_until: now + Duration::from_secs(10),
    }
}
