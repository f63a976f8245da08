//! What an agent hears before somebody picks up.

use crate::during::{ANNA, Talk, desk};
use crate::leave::order;
use crate::sound::{AGENT, CUSTOMER, Nothing, Something, a_while, hears, story};
use engine::ContactId;
use std::time::Duration;

#[test]
fn she_hears_that_it_rings_and_then_whoever_picks_up() {
    // For three seconds: nobody picks up.
    let mut talk = Talk::dialled("ringback", 131);
    talk.until("ended");
    // The next tone would come five seconds after the first.
    std::thread::sleep(Duration::from_secs(5));
    let now = talk.clock.now();
    let next = order(2, 115, false, now);
    talk.asterisk
        .place(next, Some(desk(ANNA, AGENT.0)), now)
        .unwrap();
    talk.until("answered");
    a_while();
    talk.asterisk.hang_up(ContactId(2), 1);
    talk.until("ended");
    a_while();
    talk.asterisk.close(talk.clock.now());
    std::thread::sleep(Duration::from_millis(500));

    let customer = hears(&[CUSTOMER]);
    let heard = story(AGENT.0);
    let from_first_tone = heard.iter().skip_while(|was| **was == Nothing);
    let expected = [Something, Nothing, Something, customer, Nothing];
    let all: Vec<_> = from_first_tone.collect();
    assert!(all.iter().copied().eq(expected.iter()), "{all:?}");
}
