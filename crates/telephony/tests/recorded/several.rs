//! One of several exchanges: which phones are registered with it, who cannot be reached from it, and
//! what becomes of its calls when it does not come back.

use crate::during::{ANNA, asked, talking};
use crate::play::Play;
use engine::{AgentId, Gone, Outcome, Report, Whom};
use std::time::Duration;
use telephony::asterisk::{About, Answer, InSaid};

fn answer(play: &mut Play, wanted: impl Fn(&About) -> bool, body: &serde_json::Value) -> usize {
    let requests = play.calls.requests();
    let wanted: Vec<About> = requests
        .into_iter()
        .map(|(_, about)| about)
        .filter(wanted)
        .collect();
    for about in &wanted {
        let answer = Answer {
            request: 1,
            status: 200,
            body: body.clone(),
        };
        play.calls.answered(*about, &answer, play.now);
    }
    wanted.len()
}

#[test]
fn which_phones_are_registered_is_asked_again_and_again() {
    let mut play = talking();
    let phones = |about: &About| *about == About::Phones;
    let body = serde_json::json!([
        {"technology": "PJSIP", "resource": "1001", "state": "online"},
        {"technology": "PJSIP", "resource": "1002", "state": "offline"},
        {"resource": 7, "state": "online"},
        "nonsense",
    ]);
    asked(&mut play);
    play.now += Duration::from_secs(3);
    play.calls.tick(play.now);
    assert_eq!(answer(&mut play, phones, &body), 0, "nobody wants to know");
    assert_eq!(play.calls.registered(), None);
    play.calls.watch_phones(play.now);
    for _ in 0..2 {
        play.calls.tick(play.now);
        assert_eq!(answer(&mut play, phones, &body), 1);
        let registered: Vec<&String> = play.calls.registered().unwrap().iter().collect();
        assert_eq!(registered, ["1001"]);
        play.now += Duration::from_secs(3);
    }
    play.calls.disconnected(play.now);
    assert!(play.calls.registered().unwrap().is_empty());
}

#[test]
fn a_colleague_at_another_exchange_is_told_of_and_the_talk_stays_as_it_is() {
    let mut play = talking();
    asked(&mut play);
    play.calls.talks();
    let whom = Whom::Colleague(AgentId(2));
    play.calls.cannot_reach(ANNA, whom);
    assert_eq!(asked(&mut play), Vec::<String>::new());
    let (agent, standing) = play.calls.talks().pop().unwrap();
    let talk = standing.unwrap().talk;
    assert_eq!((agent, talk.news), (ANNA, Some((whom, Gone::Elsewhere))));
    assert_eq!((talk.other, talk.held_since), (None, None));
    play.calls.cannot_reach(AgentId(2), whom);
    assert!(play.calls.talks().is_empty(), "she has no talk");
}

#[test]
fn what_an_exchange_carried_that_does_not_come_back_is_over_once() {
    let mut play = talking();
    play.calls.disconnected(play.now);
    play.now += Duration::from_secs(29);
    play.calls.give_up(play.now);
    play.listen();
    let ended = |play: &Play| {
        let outcomes = play.said.iter().filter_map(|report| match report {
            Report::Ended { outcome, .. } => Some(*outcome),
            _ => None,
        });
        outcomes.collect::<Vec<_>>()
    };
    assert_eq!(ended(&play), [], "it may come back");
    for _ in 0..3 {
        play.now += Duration::from_secs(2);
        play.calls.give_up(play.now);
        play.listen();
        assert_eq!(ended(&play), [Outcome::Interrupted]);
    }
    assert_eq!(play.calls.count(), 0);
    // It comes back after all, with the call still up: nobody knows of it.
    play.calls.connected(play.now);
    let there = serde_json::json!([{"id": "dispo-0000-0000000001", "state": "Up"}]);
    let stock = |about: &About| matches!(about, About::Inventory(_));
    answer(&mut play, stock, &there);
    assert!(asked(&mut play).contains(&"DELETE 1".to_owned()));
    let callers: Vec<InSaid> = play.calls.news_of_callers();
    assert!(callers.is_empty());
    assert!(!play.calls.is_deaf());
    play.is_told_once().unwrap();
}
