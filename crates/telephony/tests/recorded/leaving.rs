//! What becomes of callers where a program ends in order, and what Asterisk does by itself where none comes back;
//! and who answered the dials of a program that was killed.

use engine::{AgentId, CallSounds, ContactId, ListId, Recording, Slot};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use telephony::asterisk::{About, Answer, AnsweredBefore, Calls, Frame, Phone, Settings};
use telephony::{InLine, InNews, InOrder, LineId, Placed};

/// Asterisk says that this is there.
pub fn connect(calls: &mut Calls, there: &Value) -> Vec<String> {
    calls.connected(Instant::now());
    for (_, about) in calls.requests() {
        if matches!(about, About::Inventory(_)) {
            let answer = Answer {
                request: 1,
                status: 200,
                body: there.clone(),
            };
            calls.answered(about, &answer, Instant::now());
        }
    }
    asked(calls)
}

/// What is asked of Asterisk now, as it goes over the wire.
pub fn asked(calls: &mut Calls) -> Vec<String> {
    let requests = calls.requests().into_iter();
    requests
        .map(|(request, _)| {
            let frame: Value = serde_json::from_str(&request.frame(1)).unwrap();
            let values = frame["query_strings"].as_array().unwrap().iter();
            let values: Vec<&str> = values.map(|one| one["value"].as_str().unwrap()).collect();
            format!("{request} {}", values.join(" "))
        })
        .collect()
}

pub fn program() -> Calls {
    let mut calls = Calls::new(Settings::default(), "0000", Instant::now());
    connect(&mut calls, &json!([]));
    calls
}

/// Somebody calls on the channel of this name.
pub fn comes(calls: &mut Calls, name: &str) -> InLine {
    let frame = json!({
        "type": "StasisStart", "args": ["inbound", "+493023125900"],
        "channel": { "id": name, "caller": { "number": "+493023125777", "name": "" } },
    });
    let frame = Frame::read(&frame.to_string()).unwrap();
    calls.hear(frame, Instant::now());
    calls.news_of_callers().remove(0).line
}

/// The call that becomes of a caller whom an agent takes.
pub fn taken() -> Placed {
    Placed {
        line: LineId(7),
        list: ListId(1),
        contact: ContactId(1),
        slot: Slot(0),
        attempt: 1,
    }
}

pub fn hold(line: InLine, welcome: Option<&str>) -> InOrder {
    InOrder::Hold {
        line,
        welcome: welcome.map(str::to_owned),
        music: "default".to_owned(),
    }
}

#[test]
fn who_waits_is_left_in_music_and_who_was_sent_away_is_not() {
    let mut calls = program();
    let lines: Vec<InLine> = ["told", "hears", "sent", "rings"]
        .iter()
        .map(|name| comes(&mut calls, name))
        .collect();
    let now = Instant::now();
    calls.receive(hold(lines[0], Some("sound:hello-world")), now);
    calls.receive(hold(lines[1], None), now);
    let sound = Some("sound:hello-world".to_owned());
    calls.receive(
        InOrder::SayAndEnd {
            line: lines[2],
            sound,
        },
        now,
    );
    asked(&mut calls);
    calls.hang_up_all(now);
    assert_eq!(
        asked(&mut calls),
        ["POST channels/told/moh default", "DELETE channels/sent "]
    );
    assert_eq!(calls.news_of_callers(), []);
    assert!(calls.is_idle());
}

#[test]
fn a_wait_is_limited_a_talk_is_not() {
    let mut calls = program();
    let line = comes(&mut calls, "in");
    let now = Instant::now();
    calls.receive(hold(line, None), now);
    let most = Duration::from_secs(360);
    calls.receive(InOrder::Limit { line, most }, now);
    let limit = |seconds: u32| format!("POST channels/in/variable TIMEOUT(absolute) {seconds}");
    assert!(asked(&mut calls).contains(&limit(360)));
    let placed = taken();
    let phone = Phone {
        agent: AgentId(1),
        line: "1001".to_owned(),
    };
    let fetch = InOrder::Fetch {
        line,
        phone: phone.clone(),
    };
    calls.receive(fetch, now);
    let up =
        json!({ "type": "StasisStart", "args": [], "channel": { "id": "dispo-0000-0000000001" } });
    calls.hear(Frame::read(&up.to_string()).unwrap(), now);
    let connect_to = InOrder::Connect {
        line,
        placed,
        agent: AgentId(1),
        phone: Some(phone),
        shown: None,
        recording: Recording::default(),
        sounds: CallSounds::default(),
    };
    calls.receive(connect_to, now);
    assert!(asked(&mut calls).contains(&limit(0)));
    // It may not have been heard.
    calls.disconnected(now);
    let there = json!([
        { "id": "in", "state": "Up" },
        { "id": "dispo-0000-0000000001", "state": "Up" },
    ]);
    assert!(connect(&mut calls, &there).contains(&limit(0)));
    // What comes too late does nothing.
    calls.receive(InOrder::Limit { line, most }, now);
    assert_eq!(asked(&mut calls), [""; 0]);
    assert!(
        !calls
            .news_of_callers()
            .iter()
            .any(|said| matches!(said.news, InNews::Gone { .. }))
    );
}

#[test]
fn who_answered_an_earlier_program_is_told_and_hung_up_on() {
    let channel = |id: &str, state: &str, name: &str| json!({ "id": id, "state": state, "accountcode": name });
    let there = json!([
        channel("dispo-ffff-0000000001", "Up", "1/17/2"),
        channel("dispo-ffff-0000000002", "Ringing", "1/18/2"),
        channel("dispo-ffff-0000000003", "Up", ""),
        channel("dispo-ffff-0000000004", "Up", "1/17/2/3"),
        channel("other-ffff-0000000005", "Up", "1/19/2"),
        json!({ "id": "dispo-ffff-0000000006", "state": "Up" }),
    ]);
    let mut calls = Calls::new(Settings::default(), "0000", Instant::now());
    let hung_up = connect(&mut calls, &there);
    let answered = AnsweredBefore {
        list: ListId(1),
        contact: ContactId(17),
        attempt: 2,
    };
    assert_eq!(calls.answered_before(), [answered]);
    assert_eq!(hung_up.len(), 5, "{hung_up:?}");
    assert!(!hung_up.iter().any(|request| request.contains("other")));
    // Another look says nothing new.
    connect(&mut calls, &json!([]));
    assert_eq!(calls.answered_before(), []);
}
