//! A call that somebody or something has picked up, and that is listened to.

use engine::{AgentId, ContactId, ListId, Machines, Number, Report, Slot};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use telephony::asterisk::{About, Answer, Calls, Dial, Frame, Phone, Settings};
use telephony::{LineId, Placed, Verdict};

pub const LINE: LineId = LineId(0);
pub const CALL: u32 = 1;
const PHONE: u32 = 2;
/// The channel that brings the sound, and its bridge.
pub const EAR: u32 = 4;
pub const EARS_BRIDGE: u32 = 5;

pub struct Heard {
    pub calls: Calls,
    now: Instant,
    pub asked: Vec<(String, About)>,
    /// What was to be played, in order.
    pub plays: Vec<String>,
}

impl Heard {
    /// Somebody has picked up, and is listened to.
    pub fn picked_up(machines: Machines) -> Self {
        Self::dialled(|now| dial(machines, now))
    }

    /// The same, dialled as somebody says.
    pub fn dialled(dial: impl FnOnce(Instant) -> Dial) -> Self {
        let now = Instant::now();
        let calls = Calls::new(Settings::default(), "0000", now);
        let asked = Vec::new();
        let plays = Vec::new();
        let mut heard = Self {
            calls,
            now,
            asked,
            plays,
        };
        heard.calls.connected(now);
        heard.asked();
        heard.answer(About::Inventory(now), 200, json!([]));
        heard.calls.order(dial(now), now);
        heard.frame("StasisStart", PHONE, json!({"args": []}));
        heard.frame("StasisStart", CALL, json!({"args": []}));
        heard.state("Up");
        heard
    }

    pub fn frame(&mut self, kind: &str, channel: u32, mut frame: Value) {
        frame["type"] = kind.into();
        frame["channel"]["id"] = id(channel).into();
        let frame = Frame::read(&frame.to_string()).unwrap();
        self.calls.hear(frame, self.now);
        self.asked();
    }

    fn state(&mut self, state: &str) {
        self.frame(
            "ChannelStateChange",
            CALL,
            json!({"channel": {"state": state}}),
        );
    }

    pub fn answer(&mut self, about: About, status: u16, body: Value) {
        let request = 1;
        let answer = Answer {
            request,
            status,
            body,
        };
        self.calls.answered(about, &answer, self.now);
        self.asked();
    }

    fn asked(&mut self) {
        for (request, about) in self.calls.requests() {
            let frame: Value = serde_json::from_str(&request.frame(1)).unwrap();
            let values = frame["query_strings"].as_array().unwrap().iter();
            let media = values.filter(|one| one["name"] == "media");
            self.plays
                .extend(media.map(|one| one["value"].as_str().unwrap().to_owned()));
            self.asked.push((request.to_string(), about));
        }
    }

    /// We end it.
    pub fn hang_up(&mut self) {
        self.calls.hang_up(LINE, self.now);
        self.asked();
    }

    pub fn later(&mut self, after: Duration) {
        self.now += after;
        self.calls.tick(self.now);
        self.asked();
    }

    pub fn told(&mut self, verdict: Option<Verdict>) {
        self.calls.told_apart(LINE, verdict, self.now);
        self.asked();
    }

    pub fn has_greeted(&mut self) {
        self.calls.leave_message(LINE);
        self.asked();
    }

    pub fn has_asked(&self, request: &str) -> bool {
        self.asked.iter().any(|(asked, _)| asked == request)
    }

    pub fn says(&mut self) -> Vec<Report> {
        let said = self.calls.said().into_iter();
        said.map(|said| said.report).collect()
    }

    pub fn nothing_listens_any_more(&self) {
        assert!(self.has_asked(&format!("DELETE channels/{}", id(EAR))));
        assert!(self.has_asked(&format!("DELETE bridges/{}", id(EARS_BRIDGE))));
    }
}

pub fn id(number: u32) -> String {
    format!("dispo-0000-{number:010}")
}

pub fn dial(machines: Machines, now: Instant) -> Dial {
    Dial {
        placed: Placed {
            line: LINE,
            list: ListId(1),
            contact: ContactId(1),
            slot: Slot(0),
            attempt: 1,
        },
        number: Number::new(493_023_125_100).unwrap(),
        shown: None,
        rings_for: 5,
        menu: false,
        machines,
        recording: Default::default(),
        sounds: Default::default(),
        phone: Some(Phone {
            agent: AgentId(1),
            line: "1001".to_owned(),
        }),
        good_until: now + Duration::from_secs(10),
    }
}
