//! A call that is listened to, frame by frame: whatever comes in between, it is told once what picked
//! up, and nothing that listened is left behind.

use crate::heard::{CALL, EAR, EARS_BRIDGE, Heard, LINE, id};
use engine::{Machines, Outcome, Report};
use serde_json::json;
use std::time::Duration;
use telephony::Verdict;
use telephony::asterisk::About;

fn words(reports: &[Report]) -> Vec<&str> {
    reports.iter().map(Report::word).collect()
}

#[test]
fn its_sound_is_asked_for_and_brought_together_with_it() {
    let mut heard = Heard::picked_up(Machines::HangUp);
    assert!(heard.has_asked("POST channels/externalMedia"));
    assert!(heard.has_asked(&format!("POST bridges/{}", id(EARS_BRIDGE))));
    let place = json!({"channelvars": {"MEDIA_WEBSOCKET_CONNECTION_ID": "abc"}});
    heard.answer(About::Ear(LINE), 200, place);
    assert_eq!(heard.calls.to_be_heard(), [(LINE, "abc".to_owned())]);
    heard.frame("StasisStart", EAR, json!({"args": []}));
    let join = format!("POST bridges/{}/addChannel", id(EARS_BRIDGE));
    assert!(heard.has_asked(&join), "{:?}", heard.asked);
    assert_eq!(heard.says(), []);
}

#[test]
fn each_verdict_has_its_outcome_and_comes_once() {
    let machine = Verdict::Machine { confidence: 97 };
    for (verdict, outcome) in [
        (machine, Outcome::Machine),
        (Verdict::SpecialTone, Outcome::SpecialTone),
        (Verdict::Fax, Outcome::Fax),
        (Verdict::Busy, Outcome::Busy),
    ] {
        let mut heard = Heard::picked_up(Machines::HangUp);
        heard.told(Some(verdict));
        heard.nothing_listens_any_more();
        assert!(heard.has_asked(&format!("DELETE channels/{}", id(CALL))));
        heard.told(Some(Verdict::Person));
        heard.frame("ChannelDestroyed", CALL, json!({"cause": 16}));
        let said = heard.says();
        assert_eq!(words(&said), ["ended"], "{verdict:?}");
        let Report::Ended {
            outcome: told,
            cause,
            ..
        } = said[0]
        else {
            panic!("{said:?}");
        };
        let sure = (verdict == machine).then_some(97);
        assert_eq!((told, cause.confidence), (outcome, sure));
    }
}

#[test]
fn a_person_is_with_the_agent() {
    let mut heard = Heard::picked_up(Machines::HangUp);
    heard.told(Some(Verdict::Person));
    heard.nothing_listens_any_more();
    assert_eq!(words(&heard.says()), ["answered"]);
    // What listened to her ends, and that is of no matter.
    heard.frame("ChannelDestroyed", EAR, json!({"cause": 16}));
    heard.told(Some(Verdict::Machine { confidence: 97 }));
    assert_eq!(heard.says(), []);
}

#[test]
fn whoever_cannot_be_heard_is_with_the_agent_too() {
    let mut refused = Heard::picked_up(Machines::HangUp);
    refused.answer(About::Ear(LINE), 501, json!({}));
    let mut broken = Heard::picked_up(Machines::HangUp);
    broken.told(None);
    let mut gone = Heard::picked_up(Machines::HangUp);
    gone.frame("ChannelDestroyed", EAR, json!({"cause": 16}));
    for mut heard in [refused, broken, gone] {
        assert_eq!(words(&heard.says()), ["answered"]);
        heard.nothing_listens_any_more();
    }
}

#[test]
fn whoever_hangs_up_while_listened_to_has_heard_nobody() {
    let mut heard = Heard::picked_up(Machines::HangUp);
    heard.frame("ChannelDestroyed", CALL, json!({"cause": 16}));
    heard.told(None);
    let said = heard.says();
    let Report::Ended { outcome, .. } = said[0] else {
        panic!("{said:?}");
    };
    assert_eq!((said.len(), outcome), (1, Outcome::Abandoned));
    heard.nothing_listens_any_more();
}

/// The machine was told, and greets.
fn greets() -> (Heard, String) {
    let mut heard = Heard::picked_up(Machines::LeaveMessage);
    heard.told(Some(Verdict::Machine { confidence: 85 }));
    assert_eq!(words(&heard.says()), ["ended"]);
    let play = format!("POST channels/{0}/play/{0}", id(CALL));
    assert!(!heard.has_asked(&play), "{:?}", heard.asked);
    (heard, play)
}

#[test]
fn a_message_is_left_once_the_greeting_is_over() {
    let (mut heard, play) = greets();
    heard.has_greeted();
    heard.nothing_listens_any_more();
    assert!(heard.has_asked(&play), "{:?}", heard.asked);
    // Said twice it is left once.
    heard.asked.clear();
    heard.has_greeted();
    assert_eq!(heard.asked, []);
}

#[test]
fn where_the_greeting_cannot_be_heard_any_more_the_message_is_left() {
    let (mut heard, play) = greets();
    heard.frame("ChannelDestroyed", EAR, json!({"cause": 16}));
    assert!(heard.has_asked(&play), "{:?}", heard.asked);
}

#[test]
fn what_greets_for_ever_is_hung_up_on() {
    let (mut heard, play) = greets();
    heard.later(Duration::from_secs(59));
    let hang_up = format!("DELETE channels/{}", id(CALL));
    assert!(!heard.has_asked(&hang_up));
    heard.later(Duration::from_secs(2));
    assert!(heard.has_asked(&hang_up));
    heard.has_greeted();
    assert!(!heard.has_asked(&play));
}

#[test]
fn a_campaign_that_hangs_up_listens_no_further() {
    let mut heard = Heard::picked_up(Machines::HangUp);
    heard.told(Some(Verdict::Machine { confidence: 85 }));
    heard.nothing_listens_any_more();
    heard.has_greeted();
    assert!(
        !heard
            .asked
            .iter()
            .any(|(asked, _)| asked.contains("/play/"))
    );
}
