//! What the agent hears while it rings over there, by frames.

use crate::heard::{dial, id};
use engine::Machines;
use serde_json::json;
use std::time::Instant;
use telephony::LineId;
use telephony::asterisk::{About, Answer, Calls, Frame, Settings};

const CALL: u32 = 1;
const PHONE: u32 = 2;

/// One dial of an agent whose phone is in our hands.
struct Dialled {
    calls: Calls,
    now: Instant,
}

impl Dialled {
    fn with(machines: Machines) -> Self {
        let now = Instant::now();
        let mut dialled = Self {
            calls: Calls::new(Settings::default(), "0000", now),
            now,
        };
        dialled.comes_back(&[]);
        dialled.calls.order(dial(machines, now), now);
        for channel in [PHONE, CALL] {
            dialled.hear("StasisStart", channel, "Up");
        }
        dialled.of_the_phone();
        dialled
    }

    fn hear(&mut self, kind: &str, channel: u32, state: &str) {
        let channel = json!({ "id": id(channel), "state": state });
        let frame = json!({ "type": kind, "args": [], "cause": 16, "channel": channel });
        let frame = Frame::read(&frame.to_string()).unwrap();
        self.calls.hear(frame, self.now);
    }

    fn state(&mut self, state: &str) {
        self.hear("ChannelStateChange", CALL, state);
    }

    /// The connection is there again, and so are these channels.
    fn comes_back(&mut self, there: &[(u32, &str)]) {
        self.calls.requests();
        self.calls.connected(self.now);
        let there = there.iter();
        let answer = Answer {
            request: 1,
            status: 200,
            body: there
                .map(|(channel, state)| json!({ "id": id(*channel), "state": state }))
                .collect(),
        };
        for (_, about) in self.calls.requests() {
            if matches!(about, About::Inventory(_)) {
                self.calls.answered(about, &answer, self.now);
            }
        }
    }

    /// What was asked of her phone, without its id; `joins` where she is brought together with somebody.
    fn of_the_phone(&mut self) -> Vec<String> {
        let phone = format!("channels/{}", id(PHONE));
        let requests = self.calls.requests().into_iter();
        let texts = requests.map(|(request, _)| request.to_string());
        texts
            .filter_map(|text| match text.split_once(&phone) {
                Some((method, what)) => Some(format!("{method}{}", what.trim_start_matches('/'))),
                None => text.ends_with("/addChannel").then(|| "joins".to_owned()),
            })
            .collect()
    }
}

const RINGS: [&str; 2] = ["DELETE silence", "POST ring"];
const WAITS: [&str; 2] = ["DELETE ring", "POST silence"];
const WAITS_AGAIN: [&str; 3] = ["DELETE ring", "DELETE silence", "POST silence"];

#[test]
fn it_rings_until_somebody_picks_up_who_is_heard_first() {
    let mut dialled = Dialled::with(Machines::ToAgent);
    dialled.state("Ringing");
    assert_eq!(dialled.of_the_phone(), RINGS);
    dialled.state("Ringing");
    assert_eq!(dialled.of_the_phone(), [""; 0]);
    dialled.state("Up");
    assert_eq!(dialled.of_the_phone(), ["joins", "DELETE ring"]);
}

#[test]
fn who_picks_up_without_ringing_takes_the_silence_off() {
    let mut dialled = Dialled::with(Machines::ToAgent);
    dialled.state("Up");
    assert_eq!(dialled.of_the_phone(), ["joins", "DELETE silence"]);
}

#[test]
fn it_rings_no_more_where_nobody_picks_up() {
    let mut dialled = Dialled::with(Machines::ToAgent);
    dialled.state("Ringing");
    dialled.of_the_phone();
    dialled.hear("ChannelDestroyed", CALL, "Down");
    assert_eq!(dialled.of_the_phone(), WAITS);
}

#[test]
fn it_rings_no_more_while_it_is_listened_who_picked_up() {
    let mut dialled = Dialled::with(Machines::HangUp);
    dialled.state("Ringing");
    dialled.of_the_phone();
    dialled.state("Up");
    assert_eq!(dialled.of_the_phone(), WAITS);
}

#[test]
fn the_end_of_an_earlier_call_leaves_the_next_ones_ringing_alone() {
    let mut dialled = Dialled::with(Machines::ToAgent);
    dialled.state("Up");
    dialled.calls.hang_up(LineId(0), dialled.now);
    let mut next = dial(Machines::ToAgent, dialled.now);
    next.placed.line = LineId(1);
    // Hers before the first one's channel is gone.
    dialled.calls.order(next, dialled.now);
    let channel = dialled.calls.requests().into_iter().find_map(|(it, _)| {
        let is_it = it.to_string() == "POST channels/create";
        is_it.then(|| serde_json::from_str::<serde_json::Value>(&it.frame(1)).unwrap())
    });
    let queries = channel.unwrap()["query_strings"].clone();
    let queries = queries.as_array().unwrap().iter();
    let id_of_next = queries
        .filter(|query| query["name"] == "channelId")
        .find_map(|query| query["value"].as_str())
        .unwrap()
        .to_owned();
    let number: u32 = id_of_next[id_of_next.len() - 10..].parse().unwrap();
    dialled.hear("StasisStart", number, "Down");
    dialled.hear("ChannelStateChange", number, "Ringing");
    assert_eq!(dialled.of_the_phone(), RINGS);
    dialled.hear("ChannelDestroyed", CALL, "Up");
    let asked = dialled.of_the_phone();
    assert!(!asked.contains(&"DELETE ring".to_owned()), "{asked:?}");
}

#[test]
fn after_a_gap_she_hears_what_is_so() {
    let mut dialled = Dialled::with(Machines::ToAgent);
    dialled.calls.disconnected(dialled.now);
    // It began to ring meanwhile.
    dialled.comes_back(&[(PHONE, "Up"), (CALL, "Ringing")]);
    let asked = dialled.of_the_phone();
    assert!(asked.ends_with(&RINGS.map(str::to_owned)), "{asked:?}");
    // It still rings, and whether she was told is not known.
    dialled.calls.disconnected(dialled.now);
    dialled.comes_back(&[(PHONE, "Up"), (CALL, "Ringing")]);
    assert_eq!(dialled.of_the_phone(), RINGS);
    // It rang out meanwhile.
    dialled.calls.disconnected(dialled.now);
    dialled.comes_back(&[(PHONE, "Up")]);
    let asked = dialled.of_the_phone();
    assert!(
        asked.ends_with(&WAITS_AGAIN.map(str::to_owned)),
        "{asked:?}"
    );
    // And what took it off may have been lost.
    dialled.calls.disconnected(dialled.now);
    dialled.comes_back(&[(PHONE, "Up")]);
    assert_eq!(dialled.of_the_phone(), WAITS_AGAIN);
}
