//! Hold, mute and keys, by frames: what is asked of Asterisk, whatever comes in between.

use crate::play::Play;
use crate::scenarios::SCENARIOS;
use engine::{AgentId, Wish};
use telephony::LineId;
use telephony::asterisk::Standing;

pub const ANNA: AgentId = AgentId(1);

/// Somebody who talks on until we hang up.
pub fn talking() -> Play {
    let scenario = SCENARIOS
        .iter()
        .find(|scenario| scenario.behaviour == 102 && scenario.we_hang_up_after.is_some());
    let scenario = scenario.unwrap();
    let mut play = Play::of(scenario);
    for frame in crate::play::frames(scenario) {
        if frame.contains("ChannelHangupRequest") {
            break;
        }
        play.hear(&frame, scenario);
    }
    asked(&mut play);
    play
}

pub fn wish(play: &mut Play, wish: &Wish) {
    play.calls.during(ANNA, wish, None, play.now);
    play.listen();
}

/// What was asked since the last look, without the ids.
pub fn asked(play: &mut Play) -> Vec<String> {
    let requests = play.calls.requests();
    requests
        .into_iter()
        .map(|(request, _)| {
            let text = request.to_string();
            let short = text.replace("dispo-0000-000000000", "");
            short.replace("channels/", "").replace("bridges/", "")
        })
        .collect()
}

pub fn stands(play: &mut Play) -> Option<Standing> {
    let mut talks = play.calls.talks();
    let (agent, standing) = talks.pop().unwrap();
    assert_eq!((agent, talks.len()), (ANNA, 0));
    standing
}

pub const APART: [&str; 4] = [
    "POST 3/removeChannel",
    "POST 3/removeChannel",
    "POST 2/silence",
    "POST 1/moh",
];
const TOGETHER: [&str; 3] = ["DELETE 1/moh", "POST 3/addChannel", "DELETE 2/silence"];

#[test]
fn what_is_so_already_is_not_asked_again() {
    let mut play = talking();
    wish(&mut play, &Wish::Resume);
    assert_eq!(asked(&mut play), [""; 0]);
    wish(&mut play, &Wish::Hold);
    wish(&mut play, &Wish::Hold);
    assert_eq!(asked(&mut play), APART);
    assert!(stands(&mut play).unwrap().held_since.is_some());
    wish(&mut play, &Wish::Resume);
    wish(&mut play, &Wish::Resume);
    assert_eq!(asked(&mut play), TOGETHER);
    for asked_for in [Wish::Mute, Wish::Mute, Wish::Unmute, Wish::Unmute] {
        wish(&mut play, &asked_for);
    }
    assert_eq!(asked(&mut play), ["POST 2/mute", "DELETE 2/mute"]);
    assert_eq!(stands(&mut play), Some(Standing::default()));
}

#[test]
fn nobody_presses_keys_towards_music() {
    let mut play = talking();
    let keys = Wish::Press("12".parse().unwrap());
    wish(&mut play, &keys);
    wish(&mut play, &Wish::Hold);
    asked(&mut play);
    wish(&mut play, &keys);
    assert_eq!(asked(&mut play), [""; 0]);
}

#[test]
fn without_a_talk_nothing_is_asked() {
    let scenario = &SCENARIOS[0];
    let mut play = Play::of(scenario);
    asked(&mut play);
    for agent in [ANNA, AgentId(2)] {
        play.calls.during(agent, &Wish::Hold, None, play.now);
    }
    assert_eq!(asked(&mut play), [""; 0]);
    assert_eq!(play.calls.talks(), []);
}

#[test]
fn an_end_in_the_middle_of_a_hold_leaves_nothing_behind() {
    let mut play = talking();
    wish(&mut play, &Wish::Mute);
    wish(&mut play, &Wish::Hold);
    asked(&mut play);
    play.calls.hang_up(LineId(0), play.now);
    let frame =
        r#"{"type":"ChannelDestroyed","cause":16,"channel":{"id":"dispo-0000-0000000001"}}"#;
    play.hear(frame, &SCENARIOS[0]);
    let asked = asked(&mut play);
    for wanted in ["DELETE 1", "DELETE 1/moh", "DELETE 2/mute"] {
        assert!(
            asked.contains(&wanted.to_owned()),
            "no {wanted} in {asked:?}"
        );
    }
    assert_eq!(stands(&mut play), None);
    play.is_told_once().unwrap();
}

#[test]
fn a_vanished_phone_ends_the_music() {
    let mut play = talking();
    wish(&mut play, &Wish::Hold);
    asked(&mut play);
    let frame = r#"{"type":"ChannelDestroyed","cause":0,"channel":{"id":"dispo-0000-0000000002"}}"#;
    play.hear(frame, &SCENARIOS[0]);
    let asked = asked(&mut play);
    assert!(asked.contains(&"DELETE 1".to_owned()), "{asked:?}");
    assert_eq!(stands(&mut play), None);
    play.is_told_once().unwrap();
}

/// What is there, as it answers after the connection was lost.
pub fn there(play: &mut Play, channels: &[u32]) {
    play.calls.disconnected(play.now);
    play.calls.connected(play.now);
    let requests = play.calls.requests();
    let (_, about) = requests
        .into_iter()
        .find(|(_, about)| matches!(about, telephony::asterisk::About::Inventory(_)))
        .unwrap();
    let channel = |number: u32| serde_json::json!({ "id": format!("dispo-0000-{number:010}"), "state": "Up" });
    let answer = telephony::asterisk::Answer {
        request: 1,
        status: 200,
        body: channels.iter().copied().map(channel).collect(),
    };
    play.calls.answered(about, &answer, play.now);
}

#[test]
fn after_a_lost_connection_it_is_asked_again() {
    let mut play = talking();
    wish(&mut play, &Wish::Mute);
    wish(&mut play, &Wish::Hold);
    asked(&mut play);
    there(&mut play, &[1, 2]);
    let again = asked(&mut play);
    assert_eq!(again[..4], APART);
    assert_eq!(again[4..], ["POST 2/mute"]);
}

#[test]
fn where_there_is_no_music_nobody_is_left_in_silence() {
    let mut play = talking();
    wish(&mut play, &Wish::Hold);
    let requests = play.calls.requests();
    let (_, about) = requests.into_iter().next_back().unwrap();
    let answer = telephony::asterisk::Answer {
        request: 1,
        status: 500,
        body: serde_json::json!({}),
    };
    play.calls.answered(about, &answer, play.now);
    assert_eq!(asked(&mut play), TOGETHER);
    assert_eq!(stands(&mut play), Some(Standing::default()));
}

/// A browser throws away what comes with an earlier clock: docs/decisions/0064.
#[test]
fn the_bridge_of_a_phone_in_a_browser_mixes() {
    for (variables, mixes) in [(r#"{"DISPO_BROWSER":"yes"}"#, true), ("{}", false)] {
        let mut play = Play::of(&SCENARIOS[0]);
        play.calls.requests();
        let frame = format!(
            r#"{{"type":"StasisStart","args":[],"channel":{{"id":"dispo-0000-0000000002","channelvars":{variables}}}}}"#
        );
        play.hear(&frame, &SCENARIOS[0]);
        let bridge = play
            .calls
            .requests()
            .into_iter()
            .find(|(request, _)| request.to_string() == "POST bridges/dispo-0000-0000000003");
        let made = format!("{:?}", bridge.unwrap().0);
        assert_eq!(made.contains("mixing,video_sfu"), mixes, "{made}");
    }
}
