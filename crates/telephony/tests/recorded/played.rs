//! What is played, and what comes in between: while a channel plays, Asterisk lets every request wait that
//! concerns it, and everybody else's that come behind.

use crate::during::{ANNA, asked, wish};
use crate::play::Play;
use crate::scenarios::SCENARIOS;
use engine::{AgentId, CallSounds, Owed, Recorded, Recording, Whom, Wish};
use std::time::{Duration, Instant};
use telephony::asterisk::{Calls, Frame, Phone, Settings};
use telephony::{InLine, InNews, InOrder, LineId};

const BEA: AgentId = AgentId(2);

/// A talk before which the other side is told that it is recorded.
fn told() -> Play {
    told_if(Recorded::On)
}

fn told_if(wanted: Recorded) -> Play {
    let scenario = &SCENARIOS[0];
    let recording = Recording {
        wanted,
        owed: Owed::Notice,
        ..Recording::default()
    };
    let mut play = Play::recorded(scenario, recording);
    for channel in [2, 1] {
        says(&mut play, "StasisStart", channel);
    }
    asked(&mut play);
    let up =
        r#"{"type":"ChannelStateChange","channel":{"id":"dispo-0000-0000000001","state":"Up"}}"#;
    play.hear(up, scenario);
    play
}

fn says(play: &mut Play, kind: &str, channel: u32) {
    let frame = format!(
        r#"{{"type":"{kind}","cause":16,"args":[],"channel":{{"id":"dispo-0000-{channel:010}"}}}}"#
    );
    play.hear(&frame, &SCENARIOS[0]);
}

fn heard_out(play: &mut Play, playback: u32) {
    let frame = format!(
        r#"{{"type":"PlaybackFinished","playback":{{"id":"dispo-0000-{playback:010}","state":"done"}}}}"#
    );
    play.hear(&frame, &SCENARIOS[0]);
}

/// What would have to wait for the end of a sound on the channel of the call.
fn waits(request: &str) -> bool {
    ["1/variable", "1/answer", "/addChannel", "/removeChannel"]
        .iter()
        .any(|end| request.ends_with(end))
}

#[test]
fn nothing_waits_for_the_end_of_an_announcement() {
    let mut play = told();
    let all = asked(&mut play);
    let plays = all.iter().position(|request| request == "POST 1/play/4");
    let behind = &all[plays.unwrap()..];
    assert!(!behind.iter().any(|request| waits(request)), "{behind:?}");
    // When nobody listens for a fax any more it may still be going on.
    play.later(Duration::from_secs(9));
    let later = asked(&mut play);
    assert!(!later.iter().any(|request| waits(request)), "{later:?}");
    heard_out(&mut play, 4);
    asked(&mut play);
    play.later(Duration::from_secs(1));
    assert_eq!(asked(&mut play), ["POST 1/variable"]);
}

#[test]
fn an_announcement_is_cut_off_where_the_agent_asks_for_something_else() {
    let mut play = told();
    asked(&mut play);
    wish(&mut play, &Wish::Hold);
    let all = asked(&mut play);
    assert_eq!(all[0], "DELETE playbacks/4", "{all:?}");
    let words: Vec<String> = play
        .calls
        .tapes_said()
        .iter()
        .map(|said| format!("{:?}", said.word))
        .collect();
    assert_eq!(words, ["Waits", "Telling", "Failed"]);
}

#[test]
fn nobody_is_told_in_the_middle_of_the_music() {
    let mut play = told_if(Recorded::OnRequest);
    wish(&mut play, &Wish::Hold);
    asked(&mut play);
    let begin = telephony::TapeAct::Begin;
    play.calls.tape(LineId(0), begin, play.now);
    assert_eq!(asked(&mut play), [""; 0]);
    wish(&mut play, &Wish::Resume);
    asked(&mut play);
    play.calls.tape(LineId(0), begin, play.now);
    assert_eq!(asked(&mut play), ["POST 1/variable", "POST 1/play/4"]);
}

#[test]
fn a_colleague_whom_both_have_left_waits_in_silence() {
    let mut play = crate::during::talking();
    let phone = Phone {
        agent: BEA,
        line: "1002".to_owned(),
    };
    let call = Wish::Call {
        whom: Whom::Colleague(BEA),
        blind: false,
    };
    play.calls.during(ANNA, &call, Some(&phone), play.now);
    let rung = play.calls.requests().into_iter().find_map(|(request, _)| {
        let frame: serde_json::Value = serde_json::from_str(&request.frame(1)).unwrap();
        let values = frame["query_strings"].as_array().unwrap().iter();
        values
            .filter(|one| one["name"] == "channelId")
            .find_map(|one| one["value"].as_str().map(str::to_owned))
    });
    let hers: u32 = rung.unwrap()[11..].parse().unwrap();
    says(&mut play, "StasisStart", hers);
    asked(&mut play);
    says(&mut play, "ChannelDestroyed", 2);
    says(&mut play, "ChannelDestroyed", 1);
    let all = asked(&mut play);
    assert!(all.contains(&format!("POST {hers}/silence")), "{all:?}");
}

/// Somebody who waits, and hears the welcome.
struct Caller {
    calls: Calls,
    line: InLine,
    now: Instant,
}

impl Caller {
    fn welcomed() -> Self {
        let now = Instant::now();
        let mut calls = Calls::new(Settings::default(), "0000", now);
        crate::leaving::connect(&mut calls, &serde_json::json!([]));
        let line = crate::leaving::comes(&mut calls, "in");
        calls.receive(crate::leaving::hold(line, Some("sound:welcome")), now);
        crate::leaving::asked(&mut calls);
        Self { calls, line, now }
    }

    fn receive(&mut self, order: InOrder) -> Vec<String> {
        self.calls.receive(order, self.now);
        crate::leaving::asked(&mut self.calls)
    }

    fn hear(&mut self, frame: &serde_json::Value) -> Vec<String> {
        let frame = Frame::read(&frame.to_string()).unwrap();
        self.calls.hear(frame, self.now);
        crate::leaving::asked(&mut self.calls)
    }

    fn played(&mut self, playback: &str) -> Vec<String> {
        let playback = serde_json::json!({ "id": playback, "state": "done" });
        self.hear(&serde_json::json!({ "type": "PlaybackFinished", "playback": playback }))
    }

    fn gone(&mut self, channel: &str) -> Vec<String> {
        let channel = serde_json::json!({ "id": channel });
        self.hear(
            &serde_json::json!({ "type": "ChannelDestroyed", "cause": 16, "channel": channel }),
        )
    }

    fn fetch(&mut self) -> Vec<String> {
        let phone = Phone {
            agent: ANNA,
            line: "1001".to_owned(),
        };
        let line = self.line;
        self.receive(InOrder::Fetch { line, phone })
    }

    fn news(&mut self) -> Vec<InNews> {
        let news = self.calls.news_of_callers().into_iter();
        news.map(|said| said.news).collect()
    }
}

fn named(requests: &[String], end: &str) -> Option<String> {
    let mut all = requests.iter();
    all.find_map(|request| Some(request.split_once(end)?.1.split(' ').next()?.to_owned()))
}

#[test]
fn a_farewell_is_heard_out_though_it_cuts_something_off() {
    let mut caller = Caller::welcomed();
    let sound = Some("sound:dispo/opted-out".to_owned());
    let line = caller.line;
    let asked = caller.receive(InOrder::SayAndEnd { line, sound });
    let farewell = named(&asked, "/play/").unwrap();
    assert_eq!(caller.played("in"), [""; 0], "the welcome that was cut off");
    assert_eq!(caller.played(&farewell), ["DELETE channels/in "]);
}

#[test]
fn a_phone_that_is_let_go_is_not_waited_for() {
    let mut caller = Caller::welcomed();
    caller.fetch();
    caller.calls.let_go(ANNA, caller.now);
    assert_eq!(caller.news(), [InNews::NotFetched { agent: ANNA }]);
}

#[test]
fn a_phone_stops_ringing_for_who_has_hung_up() {
    let mut caller = Caller::welcomed();
    let rung = caller.fetch();
    assert!(
        rung.iter()
            .any(|request| request.starts_with("POST channels "))
    );
    let over = caller.gone("in");
    assert!(
        over.iter()
            .any(|request| request.starts_with("DELETE channels/dispo")),
        "{over:?}"
    );
}

#[test]
fn who_is_connected_to_a_phone_that_is_gone_hears_why() {
    let mut caller = Caller::welcomed();
    let placed = crate::leaving::taken();
    let phone = Phone {
        agent: ANNA,
        line: "1001".to_owned(),
    };
    let line = caller.line;
    let asked = caller.receive(InOrder::Connect {
        line,
        placed,
        agent: ANNA,
        phone: Some(phone),
        shown: None,
        recording: Recording::default(),
        sounds: CallSounds::default(),
    });
    assert_eq!(named(&asked, "/play/").as_deref(), Some("in"), "{asked:?}");
    let said: Vec<String> = caller
        .calls
        .said()
        .iter()
        .map(|said| said.report.word().to_owned())
        .collect();
    assert_eq!(said, ["ended"]);
    assert_eq!(caller.played("in"), ["DELETE channels/in "]);
}
