//! What the far end hears where nobody speaks to it: what its campaign names, else the exchange's own.

use crate::heard::{Heard, dial};
use crate::leaving::{asked, comes, connect, taken};
use engine::{AgentId, Announcement, CallSounds, Machines, Owed, Recorded, Recording, Sound};
use serde_json::json;
use std::time::{Duration, Instant};
use telephony::asterisk::{Calls, Frame, Phone, Settings};
use telephony::{InOrder, Verdict};

/// A sound for each, called by this name and its own.
fn of(client: &str) -> CallSounds {
    let named = |what: Announcement| Sound::named(&format!("{client}/{}", what.word())).unwrap();
    let all = Announcement::ALL.into_iter();
    all.fold(CallSounds::default(), |sounds, what| {
        sounds.with(what, named(what))
    })
}

/// A call that is listened to, has a menu and is recorded after an announcement.
fn picked_up(sounds: CallSounds) -> Heard {
    Heard::dialled(|now| {
        let mut dial = dial(Machines::LeaveMessage, now);
        dial.menu = true;
        dial.recording = Recording {
            wanted: Recorded::On,
            owed: Owed::Notice,
            ..Recording::default()
        };
        dial.sounds = sounds;
        dial
    })
}

/// Everything that is played on its way to this.
fn played(what: Announcement, sounds: CallSounds) -> Vec<String> {
    let mut heard = picked_up(sounds);
    match what {
        // Nobody has spoken to her yet.
        Announcement::Apology => heard.hang_up(),
        Announcement::Message => {
            heard.told(Some(Verdict::Machine { confidence: 97 }));
            heard.has_greeted();
        }
        Announcement::Menu => {
            heard.told(Some(Verdict::Person));
            heard.hang_up();
            heard.later(Duration::from_secs(2));
        }
        Announcement::Recording => heard.told(Some(Verdict::Person)),
    }
    heard.plays
}

#[test]
fn each_call_hears_the_sounds_of_its_own_campaign() {
    for (what, before) in [
        (Announcement::Apology, None),
        (Announcement::Message, None),
        (Announcement::Menu, Some(Announcement::Recording)),
        (Announcement::Recording, None),
    ] {
        let both = before.into_iter().chain([what]);
        for client in ["north", "south"] {
            let expected = both
                .clone()
                .map(|what| format!("sound:{client}/{}", what.word()));
            let expected: Vec<String> = expected.collect();
            assert_eq!(played(what, of(client)), expected);
        }
        let usual = Settings::default();
        let expected: Vec<&str> = both.map(|what| usual.sound(what)).collect();
        assert_eq!(played(what, CallSounds::default()), expected, "{what:?}");
    }
}

#[test]
fn what_a_campaign_does_not_name_is_as_usual() {
    let sorry = Sound::named("north/sorry").unwrap();
    let only = CallSounds::default().with(Announcement::Apology, sorry);
    let hears = |what| played(what, only.clone());
    assert_eq!(hears(Announcement::Apology), ["sound:north/sorry"]);
    assert_eq!(hears(Announcement::Message), ["sound:dispo/message"]);
}

/// An agent takes the call; or her phone is gone by then.
fn taken_by(agent_is_there: bool) -> Vec<String> {
    let now = Instant::now();
    let mut calls = Calls::new(Settings::default(), "0000", now);
    connect(&mut calls, &json!([]));
    let line = comes(&mut calls, "in");
    let phone = Phone {
        agent: AgentId(1),
        line: "1001".to_owned(),
    };
    if agent_is_there {
        let phone = phone.clone();
        calls.receive(InOrder::Fetch { line, phone }, now);
        let up = json!({
            "type": "StasisStart", "args": [], "channel": { "id": "dispo-0000-0000000001" },
        });
        calls.hear(Frame::read(&up.to_string()).unwrap(), now);
    }
    asked(&mut calls);
    let connect = InOrder::Connect {
        line,
        placed: taken(),
        agent: AgentId(1),
        phone: Some(phone),
        shown: None,
        recording: Recording {
            wanted: Recorded::On,
            owed: Owed::Notice,
            ..Recording::default()
        },
        sounds: of("north"),
    };
    calls.receive(connect, now);
    let all = asked(&mut calls).into_iter();
    let plays = all.filter_map(|request| Some(request.split_once("/play/")?.1.to_owned()));
    plays
        .filter_map(|play| Some(play.split_once(' ')?.1.to_owned()))
        .collect()
}

#[test]
fn who_called_in_hears_those_of_the_campaign_too() {
    assert_eq!(taken_by(true), ["sound:north/recording"]);
    assert_eq!(taken_by(false), ["sound:north/apology"]);
}
