//! Callers as the machine sees them: recorded scenarios as they came, twice and with losses, and
//! whatever frames in any order. Nobody is lost without a word, and nobody is in two places.

use crate::leaving::{asked, comes, hold, program, taken};
use engine::{AgentId, CallSounds, ContactId, ListId, Number, Recording, Report, Slot, Whom, Wish};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use telephony::asterisk::{About, Answer, Calls, Frame, Phone, Settings};
use telephony::{InLine, InNews, InOrder, LineId, Placed};

/// What the house does with whoever calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum House {
    /// Nobody is there to take the call.
    Waits,
    /// An agent takes it at once.
    Takes,
    /// Says that it is closed.
    Closed,
}

const HOUSES: [House; 3] = [House::Waits, House::Takes, House::Closed];

/// Recorded scenarios, what the house did in them, and what was told of the caller in the end.
const SCENARIOS: [(&str, House, &str); 4] = [
    ("in-hung-up", House::Waits, "gone"),
    ("in-key", House::Waits, "9, gone"),
    ("in-opt-out", House::Waits, "1, gone"),
    ("in-taken", House::Takes, "ended"),
];

/// Where a caller is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Queue,
    Talk(LineId),
    Over,
}

struct Play {
    calls: Calls,
    now: Instant,
    house: House,
    places: BTreeMap<InLine, Place>,
    lines: u64,
    /// What was told, in words.
    told: Vec<String>,
}

fn phone() -> Phone {
    Phone {
        agent: AgentId(1),
        line: "1001".to_owned(),
    }
}

impl Play {
    fn of(house: House) -> Self {
        let now = Instant::now();
        let mut play = Self {
            calls: Calls::new(Settings::default(), "0000", now),
            now,
            house,
            places: BTreeMap::new(),
            lines: 0,
            told: Vec::new(),
        };
        play.take_stock();
        play
    }

    /// Asterisk says that it has nothing.
    fn take_stock(&mut self) {
        self.calls.connected(self.now);
        for (_, about) in self.calls.requests() {
            if matches!(about, About::Inventory(_)) {
                let body = serde_json::json!([]);
                let answer = Answer {
                    request: 1,
                    status: 200,
                    body,
                };
                self.calls.answered(about, &answer, self.now);
            }
        }
        self.listen();
    }

    fn hear(&mut self, text: &str) {
        if let Ok(frame) = Frame::read(text) {
            self.calls.hear(frame, self.now);
            self.listen();
        }
    }

    /// A minute later nothing is there any more.
    fn end(&mut self) {
        self.now += Duration::from_secs(60);
        self.calls.tick(self.now);
        self.take_stock();
    }

    fn listen(&mut self) {
        loop {
            let news = self.calls.news_of_callers();
            let said = self.calls.said();
            if news.is_empty() && said.is_empty() {
                return;
            }
            for news in news {
                self.follow(news.line, news.news);
            }
            for said in said {
                if matches!(said.report, Report::Ended { .. }) {
                    let line = said.placed.line;
                    let talks = |place: &&mut Place| **place == Place::Talk(line);
                    let place = self.places.values_mut().find(talks);
                    *place.expect("a talk ended that nobody had") = Place::Over;
                    self.told.push("ended".to_owned());
                }
            }
        }
    }

    fn follow(&mut self, line: InLine, news: InNews) {
        if let InNews::Came { .. } = news {
            let before = self.places.insert(line, Place::Queue);
            assert_eq!(before, None, "came twice");
            self.receive(line);
            return;
        }
        let place = self.places.get_mut(&line).expect("somebody who came");
        assert_eq!(*place, Place::Queue, "is in two places: {news:?}");
        match news {
            InNews::Gone { .. } => {
                *place = Place::Over;
                self.told.push("gone".to_owned());
            }
            InNews::Pressed { key } => {
                self.told.push(key.to_string());
                self.calls
                    .receive(InOrder::SayAndEnd { line, sound: None }, self.now);
            }
            InNews::Fetched { agent } => self.connect(line, agent),
            InNews::NotFetched { .. } | InNews::Said | InNews::Came { .. } => {}
        }
    }

    fn receive(&mut self, line: InLine) {
        let sound = Some("sound:hello-world".to_owned());
        let hold = InOrder::Hold {
            line,
            welcome: sound.clone(),
            music: "default".to_owned(),
        };
        let orders = match self.house {
            House::Waits => vec![hold],
            House::Takes => vec![
                hold,
                InOrder::Fetch {
                    line,
                    phone: phone(),
                },
            ],
            House::Closed => vec![InOrder::SayAndEnd { line, sound }],
        };
        for order in orders {
            self.calls.receive(order, self.now);
        }
    }

    fn connect(&mut self, line: InLine, agent: AgentId) {
        let placed = Placed {
            line: LineId(self.lines),
            list: ListId(1),
            contact: ContactId(1),
            slot: Slot(0),
            attempt: 1,
        };
        self.lines += 1;
        self.places.insert(line, Place::Talk(placed.line));
        let connect = InOrder::Connect {
            line,
            placed,
            agent,
            phone: Some(phone()),
            shown: None,
            recording: Recording::default(),
            sounds: CallSounds::default(),
        };
        self.calls.receive(connect, self.now);
    }

    fn is_over(&self) -> bool {
        self.places.values().all(|place| *place == Place::Over)
    }
}

/// The frames of a scenario, with the ids this machine gives.
fn frames(name: &str) -> Vec<String> {
    let file = format!("{}/tests/frames/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let phone = "\"dispo-0000-0000000001\"";
    text.lines()
        .map(|line| line.replace("\"PHONE\"", phone))
        .collect()
}

#[test]
fn each_scenario_is_told_as_it_was() {
    for (name, house, told) in SCENARIOS {
        let mut play = Play::of(house);
        for frame in frames(name) {
            play.hear(&frame);
        }
        assert_eq!(play.told.join(", "), told, "{name}");
        assert_eq!(play.places.len(), 1, "{name}");
        assert!(play.is_over(), "{name}");
    }
}

#[test]
fn a_frame_that_comes_twice_is_heard_once() {
    for (name, house, told) in SCENARIOS {
        let mut play = Play::of(house);
        let frames = frames(name);
        for frame in &frames {
            play.hear(frame);
            if !frame.contains("ChannelDtmfReceived") {
                play.hear(frame);
            }
        }
        // All of it once more, after the end: nobody comes back.
        for frame in &frames {
            play.hear(frame);
        }
        assert_eq!(play.told.join(", "), told, "{name}");
        assert_eq!(play.places.len(), 1, "{name}");
    }
}

#[test]
fn whatever_frame_is_lost_the_caller_is_not() {
    for (name, house, _) in SCENARIOS {
        let frames = frames(name);
        for lost in 0..frames.len() {
            let mut play = Play::of(house);
            for (at, frame) in frames.iter().enumerate() {
                if at != lost {
                    play.hear(frame);
                }
            }
            play.end();
            assert!(
                play.is_over(),
                "{name} without {}: {:?}",
                frames[lost],
                play.places
            );
        }
    }
}

proptest! {
    #[test]
    fn in_any_order_nobody_is_lost_or_in_two_places(
        scenario in 0..SCENARIOS.len(),
        house in prop::sample::select(HOUSES.to_vec()),
        picks in prop::collection::vec((any::<usize>(), any::<usize>()), 0..60),
    ) {
        let frames = frames(SCENARIOS[scenario].0);
        let mut play = Play::of(house);
        for (pick, cut) in picks {
            let frame = &frames[pick % frames.len()];
            // Every eighth is cut somewhere; once in a while the connection is lost meanwhile.
            let end = if cut % 8 == 0 { cut / 8 % frame.len() } else { frame.len() };
            play.hear(frame.get(..end).unwrap_or(frame));
            if cut % 16 == 1 {
                play.calls.disconnected(play.now);
                play.take_stock();
            }
        }
        play.end();
        prop_assert!(play.is_over(), "{:?}", play.places);
        prop_assert!(play.places.len() <= 1, "{:?}", play.places);
    }
}

#[test]
fn who_came_to_an_earlier_program_has_come_once_and_in_order() {
    let mut calls = Calls::new(Settings::default(), "0000", Instant::now());
    let now = Instant::now();
    let channel = |id: &str, data: &str, at: &str| {
        serde_json::json!({
            "id": id, "state": "Up", "creationtime": at, "dialplan": { "app_data": data },
            "caller": { "number": "+493023125777", "name": "<b>Jan</b>" },
        })
    };
    let body = serde_json::json!([
        channel(
            "x-2",
            "dispo,inbound,+493023125900",
            "2026-06-02T10:00:09.001+0200"
        ),
        channel(
            "x-1",
            "dispo,inbound,+493023125900",
            "2026-06-02T10:00:01.901+0200"
        ),
        channel(
            "x-3",
            "other,inbound,+493023125900",
            "2026-06-02T10:00:00.000+0200"
        ),
        channel("x-4", "dispo", "2026-06-02T10:00:00.000+0200"),
        serde_json::json!({ "id": 7 }),
    ]);
    for _ in 0..2 {
        calls.connected(now);
        for (_, about) in calls.requests() {
            if matches!(about, About::Inventory(_)) {
                let answer = Answer {
                    request: 1,
                    status: 200,
                    body: body.clone(),
                };
                calls.answered(about, &answer, now);
            }
        }
        calls.disconnected(now);
    }
    let news = calls.news_of_callers();
    let came: Vec<(String, Option<String>, Option<String>)> = news
        .into_iter()
        .map(|said| match said.news {
            InNews::Came { called, caller, id } => (called, caller.name, id),
            other => panic!("{other:?}"),
        })
        .collect();
    let there = |id: &str| {
        let name = Some("bJan/b".to_owned());
        ("+493023125900".to_owned(), name, Some(id.to_owned()))
    };
    assert_eq!(came, [there("x-1"), there("x-2")]);
}

/// As in a talk that went out.
#[test]
fn whoever_is_asked_to_join_is_shown_the_campaign_s_number() {
    let mut calls = program();
    let now = Instant::now();
    let line = comes(&mut calls, "in");
    let fetch = InOrder::Fetch {
        line,
        phone: phone(),
    };
    calls.receive(fetch, now);
    let up = |channel: &str| {
        let frame = serde_json::json!({
            "type": "StasisStart", "args": [], "channel": { "id": channel },
        });
        Frame::read(&frame.to_string()).unwrap()
    };
    calls.hear(up("dispo-0000-0000000001"), now);
    calls.receive(
        InOrder::Connect {
            line,
            placed: taken(),
            agent: AgentId(1),
            phone: Some(phone()),
            shown: Number::new(493_023_125_900).ok(),
            recording: Recording::default(),
            sounds: CallSounds::default(),
        },
        now,
    );
    let call = Wish::Call {
        whom: Whom::Outside(Number::new(493_023_125_116).unwrap()),
        blind: false,
    };
    calls.during(AgentId(1), &call, None, now);
    let requests = asked(&mut calls);
    let create = requests
        .iter()
        .find(|one| one.starts_with("POST channels/create"));
    let channel = create.and_then(|one| one.split(' ').next_back()).unwrap();
    calls.hear(up(channel), now);
    let shown = format!("POST channels/{channel}/variable CONNECTEDLINE(num,i) +493023125900");
    let requests = asked(&mut calls);
    assert!(requests.contains(&shown), "{requests:?}");
}

#[test]
fn the_place_is_said_in_the_language_of_the_number() {
    let mut calls = program();
    let line = comes(&mut calls, "in");
    calls.receive(hold(line, None), Instant::now());
    for (language, said) in [
        (Some("hu"), "POST channels/in/play/in number:3 hu"),
        (None, "POST channels/in/play/in number:3"),
    ] {
        let say = InOrder::Say {
            line,
            sound: "number:3".to_owned(),
            language: language.map(str::to_owned),
        };
        calls.receive(say, Instant::now());
        let requests = asked(&mut calls);
        assert!(requests.contains(&said.to_owned()), "{requests:?}");
    }
}
