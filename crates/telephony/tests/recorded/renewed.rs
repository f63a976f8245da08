//! A phone that somebody has anew: the leg of before is dead, whatever Asterisk believes.

use crate::during::{ANNA, asked, talking, there};
use crate::listening::says;
use crate::play::Play;
use engine::{Machines, Outcome, Report};

const CALL: u32 = 1;
const PHONE: u32 = 2;

fn renewed(play: &mut Play) -> Vec<String> {
    play.calls.phone_renewed(ANNA, play.now);
    asked(play)
}

/// How the calls have ended.
fn ends(play: &mut Play) -> Vec<Outcome> {
    let said = play.calls.said().into_iter();
    let ends = said.filter_map(|said| match said.report {
        Report::Ended { outcome, .. } => Some(outcome),
        _ => None,
    });
    ends.collect()
}

/// Whether the next call is dialled with her phone as it is, or that is rung first.
fn next_call_rings_her(play: &mut Play) -> bool {
    let dial = crate::heard::dial(Machines::ToAgent, play.now);
    play.calls.order(dial, play.now);
    asked(play).contains(&"POST channels".to_owned())
}

/// The call is over, and her phone still in hand.
fn between_calls() -> Play {
    let mut play = talking();
    says(&mut play, "ChannelDestroyed", CALL);
    asked(&mut play);
    ends(&mut play);
    play
}

#[test]
fn a_phone_in_hand_is_rung_again_only_where_she_has_it_anew() {
    assert!(!next_call_rings_her(&mut between_calls()));
    let mut play = between_calls();
    let requests = renewed(&mut play);
    assert!(requests.contains(&"DELETE 2".to_owned()), "{requests:?}");
    // Before Asterisk has said that it is gone.
    assert!(next_call_rings_her(&mut play));
    says(&mut play, "ChannelDestroyed", PHONE);
    assert_eq!(asked(&mut play), [""; 0], "it was another one");
    assert_eq!(ends(&mut play), []);
}

#[test]
fn what_she_talked_on_has_broken_off() {
    let mut play = talking();
    ends(&mut play);
    let requests = renewed(&mut play);
    for gone in ["DELETE 1", "DELETE 2"] {
        assert!(requests.contains(&gone.to_owned()), "{requests:?}");
    }
    assert_eq!(ends(&mut play), [Outcome::Interrupted]);
    says(&mut play, "ChannelDestroyed", CALL);
    assert!(next_call_rings_her(&mut play));
}

#[test]
fn renewed_while_asterisk_is_away_it_is_hung_up_afterwards() {
    let mut play = between_calls();
    play.calls.disconnected(play.now);
    renewed(&mut play);
    there(&mut play, &[PHONE]);
    let requests = asked(&mut play);
    assert!(requests.contains(&"DELETE 2".to_owned()), "{requests:?}");
}

#[test]
fn who_has_no_phone_in_hand_has_nothing_to_lose() {
    let mut play = between_calls();
    renewed(&mut play);
    assert_eq!(renewed(&mut play), [""; 0]);
}
