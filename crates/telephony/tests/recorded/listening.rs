//! A supervisor at a talk, by frames: her phone, the copy of the sound, and the end of either.

use crate::during::{ANNA, asked, talking};
use crate::play::Play;
use crate::scenarios::SCENARIOS;
use engine::{AgentId, Listening, Wish};
use telephony::asterisk::Phone;

const SUE: AgentId = AgentId(9);
/// Her phone, its bridge, and the first copy of the sound, in the order in which they are made.
const PHONE: u32 = 4;
const COPY: u32 = 6;

fn listen(play: &mut Play, mode: Option<Listening>) {
    let phone = Phone {
        agent: SUE,
        line: "1009".to_owned(),
    };
    let wish = Wish::Listen { user: 7, mode };
    play.calls.during(ANNA, &wish, Some(&phone), play.now);
}

fn says(play: &mut Play, kind: &str, channel: u32) {
    let frame =
        format!(r#"{{"type":"{kind}","cause":16,"channel":{{"id":"dispo-0000-{channel:010}"}}}}"#);
    play.hear(&frame, &SCENARIOS[0]);
}

/// How many are at the talk, as the desk was told last.
fn at_it(play: &mut Play) -> Option<usize> {
    let (agent, standing) = play.calls.talks().pop().unwrap();
    assert_eq!(agent, ANNA);
    standing.map(|standing| standing.listeners.len())
}

fn listening() -> Play {
    let mut play = talking();
    listen(&mut play, Some(Listening::Listens));
    assert_eq!(at_it(&mut play), Some(1));
    assert!(asked(&mut play).contains(&"POST channels".to_owned()));
    says(&mut play, "StasisStart", PHONE);
    let copied = asked(&mut play);
    assert!(
        copied
            .iter()
            .any(|request| request.starts_with("POST 2/snoop/")),
        "{copied:?}"
    );
    says(&mut play, "StasisStart", COPY);
    assert!(asked(&mut play).contains(&"POST 5/addChannel".to_owned()));
    play
}

#[test]
fn another_way_is_another_copy_and_the_same_way_none() {
    let mut play = listening();
    listen(&mut play, Some(Listening::Listens));
    assert_eq!(asked(&mut play), [""; 0]);
    listen(&mut play, Some(Listening::Whispers));
    let other = asked(&mut play);
    assert!(other.contains(&format!("DELETE {COPY}")), "{other:?}");
    assert!(
        other
            .iter()
            .any(|request| request.starts_with("POST 2/snoop/"))
    );
    listen(&mut play, Some(Listening::Joined));
    assert!(asked(&mut play).contains(&"POST 3/addChannel".to_owned()));
    listen(&mut play, None);
    let over = asked(&mut play);
    assert!(over.contains(&format!("DELETE {PHONE}")), "{over:?}");
    assert_eq!(at_it(&mut play), Some(0));
}

#[test]
fn it_is_over_with_the_talk_with_her_phone_and_with_the_copy() {
    for (lost, left) in [(1, None), (PHONE, Some(0)), (COPY, Some(0))] {
        let mut play = listening();
        says(&mut play, "ChannelDestroyed", lost);
        assert_eq!(at_it(&mut play), left, "without {lost}");
        let over = asked(&mut play);
        let still = [PHONE, COPY].into_iter().filter(|there| *there != lost);
        for channel in still {
            assert!(over.contains(&format!("DELETE {channel}")), "{over:?}");
        }
        // Told twice it is over once.
        says(&mut play, "ChannelDestroyed", lost);
        let again: Vec<String> = asked(&mut play);
        assert!(again.is_empty(), "{again:?}");
    }
}

#[test]
fn whoever_talks_herself_does_not_listen() {
    let mut play = talking();
    let own = Phone {
        agent: ANNA,
        line: "1001".to_owned(),
    };
    let mode = Some(Listening::Listens);
    let wish = Wish::Listen { user: 7, mode };
    play.calls.during(ANNA, &wish, Some(&own), play.now);
    assert_eq!(asked(&mut play), [""; 0]);
    assert_eq!(at_it(&mut play), Some(0));
}
