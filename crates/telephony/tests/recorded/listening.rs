//! A supervisor at a talk, by frames: her phone, the copy of the sound, how far she has come, and the
//! end of it.

use crate::during::{ANNA, asked, talking, there};
use crate::play::Play;
use crate::scenarios::SCENARIOS;
use engine::{AgentId, Attends, Listening, NotThere, Wish};
use std::time::Duration;
use telephony::asterisk::{Answer, Phone};

pub const SUE: AgentId = AgentId(9);
/// Her phone, its bridge, and the first copy of the sound, in the order in which they are made.
pub const PHONE: u32 = 4;
pub const COPY: u32 = 6;

pub fn phone() -> Phone {
    Phone {
        agent: SUE,
        line: "1009".to_owned(),
    }
}

pub fn listen(play: &mut Play, mode: Option<Listening>) {
    let own = Some(SUE);
    let wish = Wish::Listen { user: 7, own, mode };
    play.calls.during(ANNA, &wish, Some(&phone()), play.now);
}

pub fn says(play: &mut Play, kind: &str, channel: u32) {
    ends(play, kind, channel, r#","cause":16"#);
}

fn ends(play: &mut Play, kind: &str, channel: u32, why: &str) {
    let frame =
        format!(r#"{{"type":"{kind}"{why},"channel":{{"id":"dispo-0000-{channel:010}"}}}}"#);
    play.hear(&frame, &SCENARIOS[0]);
}

/// How many are at the talk, as the desk was told last.
pub fn at_it(play: &mut Play) -> Option<usize> {
    let (agent, standing) = play.calls.talks().pop().unwrap();
    assert_eq!(agent, ANNA);
    standing.map(|standing| standing.listeners.len())
}

/// How far she has come since the last look.
pub fn stages(play: &mut Play) -> Vec<Attends> {
    let told = play.calls.attendances().into_iter();
    told.map(|told| {
        assert_eq!((told.user, told.own, told.agent), (7, Some(SUE), ANNA));
        told.stage
    })
    .collect()
}

/// Asterisk says yes, or no, to all that was asked of it; what that was, without the ids.
pub fn answers(play: &mut Play, status: u16) -> Vec<String> {
    let requests = play.calls.requests();
    for (_, about) in &requests {
        let answer = Answer {
            request: 1,
            status,
            body: serde_json::json!({}),
        };
        play.calls.answered(*about, &answer, play.now);
    }
    let texts = requests.iter().map(|(request, _)| request.to_string());
    let short = texts.map(|text| text.replace("dispo-0000-000000000", ""));
    short
        .map(|text| text.replace("channels/", "").replace("bridges/", ""))
        .collect()
}

pub fn ringing() -> Play {
    let mut play = talking();
    listen(&mut play, Some(Listening::Listens));
    assert_eq!(stages(&mut play), [Attends::Asked]);
    assert!(answers(&mut play, 200).contains(&"POST channels".to_owned()));
    let rings = format!(
        r#"{{"type":"ChannelStateChange","channel":{{"id":"dispo-0000-{PHONE:010}","state":"Ringing"}}}}"#
    );
    play.hear(&rings, &SCENARIOS[0]);
    assert_eq!(stages(&mut play), [Attends::Rings]);
    play
}

pub fn listening() -> Play {
    let mut play = ringing();
    says(&mut play, "StasisStart", PHONE);
    let copied = answers(&mut play, 200);
    let is_copy = |request: &String| request.starts_with("POST 2/snoop/");
    assert!(copied.iter().any(is_copy), "{copied:?}");
    says(&mut play, "StasisStart", COPY);
    assert_eq!(stages(&mut play), [], "nothing is said before it is so");
    assert_eq!(at_it(&mut play), Some(0));
    assert!(answers(&mut play, 200).contains(&"POST 5/addChannel".to_owned()));
    assert_eq!(stages(&mut play), [Attends::There]);
    assert_eq!(at_it(&mut play), Some(1));
    play
}

#[test]
fn another_way_is_another_copy_and_the_same_way_none() {
    let mut play = listening();
    listen(&mut play, Some(Listening::Listens));
    assert_eq!(asked(&mut play), [""; 0]);
    listen(&mut play, Some(Listening::Whispers));
    let other = answers(&mut play, 200);
    assert!(other.contains(&format!("DELETE {COPY}")), "{other:?}");
    let is_copy = |request: &String| request.starts_with("POST 2/snoop/");
    assert!(other.iter().any(is_copy), "{other:?}");
    listen(&mut play, Some(Listening::Joined));
    assert!(answers(&mut play, 200).contains(&"POST 3/addChannel".to_owned()));
    assert_eq!(
        stages(&mut play),
        [Attends::Asked, Attends::Asked, Attends::There]
    );
    listen(&mut play, None);
    let over = asked(&mut play);
    assert!(over.contains(&format!("DELETE {PHONE}")), "{over:?}");
    assert_eq!(at_it(&mut play), Some(0));
    assert_eq!(stages(&mut play), [Attends::Over(NotThere::Left)]);
}

#[test]
fn it_is_over_with_the_talk_with_her_phone_and_with_the_copy() {
    let lost = [
        (1, None, NotThere::TalkOver),
        (PHONE, Some(0), NotThere::Failed),
        (COPY, Some(0), NotThere::TalkOver),
    ];
    for (lost, left, why) in lost {
        let mut play = listening();
        says(&mut play, "ChannelDestroyed", lost);
        assert_eq!(at_it(&mut play), left, "without {lost}");
        assert_eq!(stages(&mut play), [Attends::Over(why)], "without {lost}");
        let over = asked(&mut play);
        let still = [PHONE, COPY].into_iter().filter(|there| *there != lost);
        for channel in still {
            assert!(over.contains(&format!("DELETE {channel}")), "{over:?}");
        }
        // Told twice it is over once.
        says(&mut play, "ChannelDestroyed", lost);
        let again: Vec<String> = asked(&mut play);
        assert!(again.is_empty(), "{again:?}");
        assert_eq!(stages(&mut play), []);
    }
}

#[test]
fn a_phone_that_does_not_come_says_why() {
    let ways = [
        (r#","cause":17,"tech_cause":486"#, NotThere::Busy),
        (r#","cause":21,"tech_cause":603"#, NotThere::Busy),
        (r#","cause":19,"tech_cause":480"#, NotThere::NoAnswer),
        (r#","cause":38,"tech_cause":500"#, NotThere::Failed),
    ];
    for (end, why) in ways {
        let mut play = ringing();
        ends(&mut play, "ChannelDestroyed", PHONE, end);
        assert_eq!(stages(&mut play), [Attends::Over(why)], "{end}");
        // It can be tried again at once.
        listen(&mut play, Some(Listening::Joined));
        assert_eq!(stages(&mut play), [Attends::Asked]);
        assert!(asked(&mut play).contains(&"POST channels".to_owned()));
    }
}

#[test]
fn what_asterisk_refuses_is_told() {
    let mut play = talking();
    listen(&mut play, Some(Listening::Listens));
    answers(&mut play, 500);
    let never = Attends::Over(NotThere::Unregistered);
    assert_eq!(stages(&mut play), [Attends::Asked, never]);
    let mut play = ringing();
    says(&mut play, "StasisStart", PHONE);
    answers(&mut play, 404);
    assert_eq!(stages(&mut play), [Attends::Over(NotThere::Failed)]);
    let put_down = asked(&mut play);
    assert!(
        put_down.contains(&format!("DELETE {PHONE}")),
        "{put_down:?}"
    );
}

#[test]
fn whoever_puts_her_phone_down_has_left() {
    let mut play = listening();
    let frame =
        format!(r#"{{"type":"ChannelHangupRequest","channel":{{"id":"dispo-0000-{PHONE:010}"}}}}"#);
    play.hear(&frame, &SCENARIOS[0]);
    says(&mut play, "ChannelDestroyed", PHONE);
    assert_eq!(stages(&mut play), [Attends::Over(NotThere::Left)]);
    // And so has whoever ends her work.
    let mut play = listening();
    play.calls.let_go(SUE, play.now);
    assert_eq!(stages(&mut play), [Attends::Over(NotThere::Left)]);
    assert_eq!(at_it(&mut play), Some(0));
}

#[test]
fn who_lets_her_phone_ring_for_ever_is_given_up() {
    let mut play = ringing();
    play.now += Duration::from_secs(26);
    play.calls.tick(play.now);
    assert_eq!(stages(&mut play), [Attends::Over(NotThere::NoAnswer)]);
}

#[test]
fn without_a_talk_there_is_nothing_to_hear() {
    let mut play = Play::of(&SCENARIOS[0]);
    listen(&mut play, Some(Listening::Listens));
    assert_eq!(stages(&mut play), [Attends::Over(NotThere::NoTalk)]);
}

#[test]
fn whoever_talks_herself_does_not_listen() {
    let mut play = talking();
    let own = Phone {
        agent: ANNA,
        line: "1001".to_owned(),
    };
    let wish = Wish::Listen {
        user: 7,
        own: Some(ANNA),
        mode: Some(Listening::Listens),
    };
    play.calls.during(ANNA, &wish, Some(&own), play.now);
    assert_eq!(asked(&mut play), [""; 0]);
    assert_eq!(at_it(&mut play), Some(0));
    let told = play.calls.attendances();
    assert_eq!(told[0].stage, Attends::Over(NotThere::OwnCall));
}

#[test]
fn after_a_lost_connection_she_hears_again() {
    for (left, copied) in [(&[1, 2, PHONE, COPY][..], false), (&[1, 2, PHONE], true)] {
        let mut play = listening();
        there(&mut play, left);
        let again = asked(&mut play);
        let is_copy = |request: &String| request.starts_with("POST 2/snoop/");
        assert_eq!(again.iter().any(is_copy), copied, "{again:?}");
        let joins = again.contains(&"POST 5/addChannel".to_owned());
        assert_eq!(joins, !copied, "{again:?}");
    }
}
