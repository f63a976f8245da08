//! Somebody else in a talk, by frames: called, asked, put through, taken back; every step lost,
//! doubled, late.

use crate::during::{ANNA, asked, stands, talking, there, wish};
use crate::play::Play;
use crate::scenarios::SCENARIOS;
use engine::{AgentId, Gone, Number, OtherStage, Whom, Wish};
use telephony::asterisk::{About, Answer, Phone, Standing};

const BEA: AgentId = AgentId(2);
/// Channels in the order in which they are made: call, phone, its bridge, then that of whoever is
/// called.
const OUTSIDE: u32 = 4;

fn outside() -> Whom {
    Whom::Outside(Number::new(493_023_125_116).unwrap())
}

fn calling(whom: Whom, blind: bool) -> Play {
    let mut play = talking();
    let phone = Phone {
        agent: BEA,
        line: "1002".to_owned(),
    };
    let call = Wish::Call { whom, blind };
    play.calls.during(ANNA, &call, Some(&phone), play.now);
    play
}

fn says(play: &mut Play, kind: &str, channel: u32, rest: &str) {
    let frame = format!(
        r#"{{"type":"{kind}","channel":{{"id":"dispo-0000-{channel:010}"{rest}}},"cause":17,"tech_cause":486}}"#
    );
    play.hear(&frame, &SCENARIOS[0]);
}

fn picks_up(play: &mut Play, channel: u32) {
    says(play, "StasisStart", channel, "");
    says(play, "ChannelStateChange", channel, r#","state":"Up""#);
}

fn other(standing: &Standing) -> Option<OtherStage> {
    standing.talk.other.map(|other| other.stage)
}

/// The last the desk was told.
fn shows(play: &mut Play) -> Standing {
    let talks = play.calls.talks();
    let of_anna = talks.into_iter().find(|(agent, _)| *agent == ANNA);
    of_anna.unwrap().1.unwrap()
}

#[test]
fn a_number_outside_is_asked_first_and_then_goes_on_with_the_far_end() {
    let mut play = calling(outside(), false);
    assert_eq!(other(&shows(&mut play)), Some(OtherStage::Rings));
    let requests = asked(&mut play);
    assert!(requests.contains(&"POST create".to_owned()), "{requests:?}");
    assert!(requests.contains(&"POST 1/moh".to_owned()), "{requests:?}");
    assert!(requests.contains(&"POST 2/ring".to_owned()), "{requests:?}");
    says(&mut play, "StasisStart", OUTSIDE, "");
    assert!(asked(&mut play).contains(&"POST 4/dial".to_owned()));
    says(&mut play, "ChannelStateChange", OUTSIDE, r#","state":"Up""#);
    assert_eq!(other(&shows(&mut play)), Some(OtherStage::Asked));
    let joined = asked(&mut play);
    assert!(
        joined.ends_with(&["POST 3/addChannel".to_owned(), "DELETE 2/ring".to_owned()]),
        "{joined:?}"
    );
    wish(&mut play, &Wish::Together);
    assert_eq!(shows(&mut play).held_since, None);
    wish(&mut play, &Wish::PutThrough);
    wish(&mut play, &Wish::PutThrough);
    play.is_told_once().unwrap();
    // To end the agent's call ends nothing any more; that one hangs up ends all of it.
    play.calls.hang_up(telephony::LineId(0), play.now);
    let through = asked(&mut play);
    assert!(!through.contains(&"DELETE 1".to_owned()), "{through:?}");
    says(&mut play, "ChannelDestroyed", OUTSIDE, "");
    assert!(asked(&mut play).contains(&"DELETE 1".to_owned()));
    says(&mut play, "ChannelDestroyed", 1, "");
    assert!(play.calls.is_idle());
    play.is_told_once().unwrap();
}

#[test]
fn far_end_and_other_end_together_where_the_far_end_hangs_up() {
    let mut play = calling(outside(), false);
    picks_up(&mut play, OUTSIDE);
    wish(&mut play, &Wish::PutThrough);
    asked(&mut play);
    says(&mut play, "ChannelDestroyed", 1, "");
    assert!(asked(&mut play).contains(&"DELETE 4".to_owned()));
    says(&mut play, "ChannelDestroyed", OUTSIDE, "");
    assert!(play.calls.is_idle());
}

#[test]
fn who_cannot_be_had_leaves_the_agent_with_the_far_end() {
    let mut play = calling(outside(), true);
    says(&mut play, "StasisStart", OUTSIDE, "");
    says(&mut play, "ChannelHangupRequest", OUTSIDE, "");
    asked(&mut play);
    says(&mut play, "ChannelDestroyed", OUTSIDE, "");
    let back = asked(&mut play);
    assert!(back.contains(&"DELETE 1/moh".to_owned()), "{back:?}");
    assert!(back.contains(&"POST 3/addChannel".to_owned()), "{back:?}");
    let standing = shows(&mut play);
    assert_eq!(standing.held_since, None);
    assert_eq!(standing.talk.news, Some((outside(), Gone::Busy)));
    // Told twice it is told once.
    says(&mut play, "ChannelDestroyed", OUTSIDE, "");
    assert_eq!(asked(&mut play), [""; 0]);
}

#[test]
fn who_lets_it_ring_for_ever_is_given_up() {
    let mut play = calling(outside(), false);
    says(&mut play, "StasisStart", OUTSIDE, "");
    play.now += std::time::Duration::from_secs(51);
    play.calls.tick(play.now);
    let standing = shows(&mut play);
    assert_eq!(standing.talk.news, Some((outside(), Gone::NoAnswer)));
    assert!(asked(&mut play).contains(&"DELETE 4".to_owned()));
}

#[test]
fn a_channel_that_cannot_be_made_is_told() {
    let mut play = calling(outside(), false);
    let requests = play.calls.requests();
    let third = |about: &About| matches!(about, About::Third(_));
    let (_, about) = requests
        .into_iter()
        .find(|(_, about)| third(about))
        .unwrap();
    let answer = Answer {
        request: 1,
        status: 500,
        body: serde_json::json!({ "error": "Allocation failed" }),
    };
    play.calls.answered(about, &answer, play.now);
    let standing = shows(&mut play);
    assert_eq!(standing.talk.news, Some((outside(), Gone::Failed)));
    assert_eq!(other(&standing), None);
}

#[test]
fn a_colleague_takes_the_talk_over_on_her_own_phone() {
    let mut play = calling(Whom::Colleague(BEA), true);
    let rings = asked(&mut play);
    assert!(rings.contains(&"POST channels".to_owned()), "{rings:?}");
    // Her phone is made after the id for a number outside.
    picks_up(&mut play, 5);
    assert_eq!(other(&shows(&mut play)), Some(OtherStage::Asked));
    asked(&mut play);
    wish(&mut play, &Wish::PutThrough);
    let through = asked(&mut play);
    assert!(
        through.contains(&"POST 6/addChannel".to_owned()),
        "{through:?}"
    );
    assert!(through.contains(&"DELETE 1/moh".to_owned()), "{through:?}");
    let talks = play.calls.talks();
    assert_eq!(talks[0], (ANNA, None));
    assert_eq!(talks[1], (BEA, Some(Standing::default())));
    // It is her call now: her phone ends it, Anna's does not.
    says(&mut play, "ChannelDestroyed", 2, "");
    assert!(play.said.iter().all(|report| report.word() != "ended"));
    says(&mut play, "ChannelDestroyed", 1, "");
    play.is_told_once().unwrap();
}

#[test]
fn a_colleague_who_is_asked_is_free_again_where_the_far_end_hangs_up() {
    let mut play = calling(Whom::Colleague(BEA), false);
    picks_up(&mut play, 5);
    let talks = play.calls.talks();
    assert_eq!(talks[1].1.as_ref().unwrap().talk.asked_by, Some(ANNA));
    asked(&mut play);
    says(&mut play, "ChannelDestroyed", 1, "");
    let alone = asked(&mut play);
    assert!(alone.contains(&"POST 5/silence".to_owned()), "{alone:?}");
    assert!(!alone.contains(&"DELETE 5".to_owned()), "{alone:?}");
    assert_eq!(play.calls.talks(), [(ANNA, None), (BEA, None)]);
}

#[test]
fn who_is_in_another_talk_is_busy() {
    let mut play = calling(Whom::Colleague(ANNA), false);
    let news = Some((Whom::Colleague(ANNA), Gone::Busy));
    assert_eq!(stands(&mut play).unwrap().talk.news, news);
    let mut play = calling(Whom::Colleague(BEA), false);
    picks_up(&mut play, 5);
    asked(&mut play);
    // Somebody else is not called into a talk of three.
    let again = Wish::Call {
        whom: outside(),
        blind: false,
    };
    wish(&mut play, &again);
    assert_eq!(asked(&mut play), [""; 0]);
}

#[test]
fn whatever_frame_is_lost_doubled_or_late_nobody_is_left() {
    let frames = [
        ("StasisStart", OUTSIDE, ""),
        ("ChannelStateChange", OUTSIDE, r#","state":"Ringing""#),
        ("ChannelStateChange", OUTSIDE, r#","state":"Up""#),
        ("ChannelDestroyed", OUTSIDE, ""),
        ("ChannelDestroyed", 1, ""),
    ];
    for blind in [false, true] {
        for lost in 0..frames.len() {
            for doubled in 0..frames.len() {
                let mut play = calling(outside(), blind);
                for (at, (kind, channel, rest)) in frames.iter().enumerate() {
                    let times = usize::from(at != lost) + usize::from(at == doubled);
                    for _ in 0..times {
                        says(&mut play, kind, *channel, rest);
                    }
                    if at == 2 {
                        wish(&mut play, &Wish::PutThrough);
                    }
                }
                play.now += std::time::Duration::from_secs(60);
                play.calls.tick(play.now);
                there(&mut play, &[]);
                play.is_told_once().unwrap();
                assert_eq!(play.calls.count(), 0, "lost {lost}, doubled {doubled}");
            }
        }
    }
}
