//! A supervisor who listens gets a call of her own: it goes first, and neither customer ever hears
//! anybody of the other talk.

use crate::during::{ANNA, asked};
use crate::listening::{COPY, PHONE, SUE, answers, at_it, listen, listening, phone, says, stages};
use crate::play::Play;
use crate::scenarios::SCENARIOS;
use engine::{Attends, ContactId, ListId, Listening, Machines, NotThere, Number, Slot, Whom, Wish};
use std::time::Duration;
use telephony::asterisk::{About, Answer, Dial};
use telephony::{InLine, InNews, InOrder, LineId, Placed};

const GONE: [Attends; 1] = [Attends::Over(NotThere::OwnCall)];
/// The bridges of the agent's phone and of hers.
const BRIDGE: u32 = 3;
const OWN_BRIDGE: u32 = 5;

fn placed() -> Placed {
    Placed {
        line: LineId(1),
        list: ListId(1),
        contact: ContactId(2),
        slot: Slot(0),
        attempt: 1,
    }
}

fn dials(play: &mut Play) {
    let dial = Dial {
        placed: placed(),
        number: Number::new(493_023_125_102).unwrap(),
        shown: None,
        rings_for: 5,
        menu: false,
        machines: Machines::ToAgent,
        recording: Default::default(),
        sounds: Default::default(),
        phone: Some(phone()),
        good_until: play.now + Duration::from_secs(10),
    };
    play.calls.order(dial, play.now);
}

/// She is in this way at the talk.
fn at_the_talk(mode: Listening) -> Play {
    let mut play = listening();
    if mode != Listening::Listens {
        listen(&mut play, Some(mode));
        answers(&mut play, 200);
        says(&mut play, "StasisStart", COPY + 1);
        answers(&mut play, 200);
        assert_eq!(stages(&mut play), [Attends::Asked, Attends::There]);
    }
    play.calls.talks();
    play
}

/// Out of whatever she was in, with her phone kept and no copy of anybody's sound left.
fn has_left(requests: &[String], mode: Listening) {
    let of = match mode {
        Listening::Joined => BRIDGE,
        _ => OWN_BRIDGE,
    };
    let parted = format!("POST {of}/removeChannel");
    assert!(requests.contains(&parted), "{requests:?}");
    let kept = format!("DELETE {PHONE}");
    assert!(!requests.contains(&kept), "{requests:?}");
    let copy = match mode {
        Listening::Joined => None,
        Listening::Whispers => Some(COPY + 1),
        Listening::Listens => Some(COPY),
    };
    let copy = copy.map(|copy| format!("DELETE {copy}"));
    assert!(
        copy.is_none_or(|copy| requests.contains(&copy)),
        "{requests:?}"
    );
}

#[test]
fn what_she_dials_meets_nobody_of_the_other_talk() {
    for mode in Listening::ALL {
        let mut play = at_the_talk(mode);
        dials(&mut play);
        assert_eq!(stages(&mut play), GONE);
        assert_eq!(at_it(&mut play), Some(0));
        let requests = answers(&mut play, 200);
        has_left(&requests, mode);
        let made = requests.iter().position(|request| request == "POST create");
        let parted = requests
            .iter()
            .position(|request| request.ends_with("/removeChannel"));
        assert!(
            parted < made && made.is_some(),
            "first out of it: {requests:?}"
        );
        // Her customer comes to her own bridge, where nobody else is.
        let joined = |requests: &[String]| {
            let joins = requests
                .iter()
                .filter(|request| request.ends_with("/addChannel"));
            joins.cloned().collect::<Vec<_>>()
        };
        assert_eq!(joined(&requests), [""; 0]);
        // Another way than the first took an id.
        let channel = if mode == Listening::Listens { 7 } else { 8 };
        says(&mut play, "StasisStart", channel);
        answers(&mut play, 200);
        let up = format!(
            r#"{{"type":"ChannelStateChange","channel":{{"id":"dispo-0000-{channel:010}","state":"Up"}}}}"#
        );
        play.hear(&up, &SCENARIOS[0]);
        let requests = answers(&mut play, 200);
        assert_eq!(joined(&requests), [format!("POST {OWN_BRIDGE}/addChannel")]);
        // And she cannot come back as long as it goes on.
        listen(&mut play, Some(mode));
        assert_eq!(stages(&mut play), GONE);
        assert_eq!(asked(&mut play), [""; 0]);
    }
}

#[test]
fn a_caller_she_takes_meets_nobody_of_the_other_talk() {
    for mode in Listening::ALL {
        let mut play = at_the_talk(mode);
        let comes = r#"{"type":"StasisStart","args":["inbound","+493023125100"],"channel":{"id":"1700000000.1","caller":{"number":"+493023125999"}}}"#;
        play.hear(comes, &SCENARIOS[0]);
        answers(&mut play, 200);
        let news = play.calls.news_of_callers();
        let line = news[0].line;
        take(&mut play, line);
        assert_eq!(stages(&mut play), GONE);
        has_left(&answers(&mut play, 200), mode);
        let fetched = play.calls.news_of_callers();
        let fetched = fetched
            .iter()
            .map(|told| told.news.clone())
            .collect::<Vec<_>>();
        assert_eq!(
            fetched,
            [InNews::Fetched { agent: SUE }],
            "her phone is in hand"
        );
    }
}

fn take(play: &mut Play, line: InLine) {
    let order = InOrder::Fetch {
        line,
        phone: phone(),
    };
    play.calls.receive(order, play.now);
}

#[test]
fn whoever_is_asked_by_a_colleague_listens_no_more() {
    for mode in Listening::ALL {
        let mut play = at_the_talk(mode);
        let ask = Wish::Call {
            whom: Whom::Colleague(SUE),
            blind: false,
        };
        play.calls.during(ANNA, &ask, Some(&phone()), play.now);
        assert_eq!(stages(&mut play), GONE);
        let requests = answers(&mut play, 200);
        has_left(&requests, mode);
        let joins = requests
            .iter()
            .filter(|request| request.ends_with("/addChannel"));
        assert_eq!(joins.count(), 1, "{requests:?}");
    }
}

/// Her phone still rings for the talk she wanted to be at: it is for her own call now.
#[test]
fn a_phone_that_rings_already_is_picked_up_for_her_own_call() {
    let mut play = crate::listening::ringing();
    dials(&mut play);
    assert_eq!(stages(&mut play), GONE);
    assert_eq!(asked(&mut play), [""; 0]);
    says(&mut play, "StasisStart", PHONE);
    let requests = asked(&mut play);
    assert!(requests.contains(&"POST create".to_owned()), "{requests:?}");
    assert!(
        !requests.iter().any(|request| request.contains("/snoop/")),
        "{requests:?}"
    );
}

/// What was asked for before her own call came is answered after it.
#[test]
fn an_answer_that_comes_late_brings_nobody_back() {
    let mut play = at_the_talk(Listening::Listens);
    listen(&mut play, Some(Listening::Joined));
    let late: Vec<About> = play
        .calls
        .requests()
        .into_iter()
        .map(|(_, about)| about)
        .collect();
    dials(&mut play);
    for about in late {
        let answer = Answer {
            request: 1,
            status: 200,
            body: serde_json::json!({}),
        };
        play.calls.answered(about, &answer, play.now);
    }
    assert_eq!(stages(&mut play), [Attends::Asked, GONE[0]]);
    assert_eq!(at_it(&mut play), Some(0));
}
