//! A talk goes on with somebody else.

use crate::support::{ANNA, BERT, FIRST, SECOND, play};
use engine::{Because, Command, Outcome, Refusal};

#[test]
fn whoever_ends_it_gives_the_one_disposition() {
    play(|mut world| {
        world.claim(ANNA).dial(FIRST).answered().later(3);
        let before = world.contact.clone();
        world.command(&Command::Pass { to: BERT }).unwrap();
        let passed = Because::Passed {
            from: ANNA,
            agent: BERT,
        };
        assert_eq!(world.because, [passed]);
        // It is the same call, and nothing is counted.
        assert_eq!(world.contact.counters, before.counters);
        let hand = world.contact.hand.clone().unwrap();
        assert_eq!((hand.agent, hand.since), (BERT, world.now));
        assert_eq!(hand.calls, before.hand.unwrap().calls);
        world.later(4).ended(Outcome::Answered);
        world.dispose("501");
        assert_eq!(world.attempt_codes(), ["501"]);
        assert_eq!(world.attempts[&1].agent, BERT);
        world.correct(1, "500");
        assert_eq!(world.attempt_codes(), ["500"]);
        assert_eq!(world.attempts[&1].agent, BERT);
    });
}

#[test]
fn only_a_talk_goes_on_with_somebody_else() {
    play(|mut world| {
        let pass = Command::Pass { to: BERT };
        assert_eq!(world.command(&pass), Err(Refusal::NotInHand));
        world.claim(ANNA);
        assert_eq!(world.command(&pass), Err(Refusal::NoTalk));
        world.dial(FIRST);
        assert_eq!(world.command(&pass), Err(Refusal::NoTalk));
        world.answered();
        let to_herself = Command::Pass { to: ANNA };
        assert_eq!(world.command(&to_herself), Err(Refusal::InHand(ANNA)));
        world.ended(Outcome::Answered);
        assert_eq!(world.command(&pass), Err(Refusal::NoTalk));
    });
}

#[test]
fn what_was_called_before_the_talk_stays_with_whoever_called_it() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).dial(FIRST).answered().later(3);
        world.ended(Outcome::Answered);
        world.dial(SECOND).answered().later(1);
        for to in [BERT, ANNA, BERT] {
            world.command(&Command::Pass { to }).unwrap();
        }
        world.later(9).dispose("500");
        let agents =
            |world: &crate::support::World| [1, 2].map(|attempt| world.attempts[&attempt].agent);
        assert_eq!(agents(&world), [ANNA, BERT]);
        world.seconds(3).try_undo(BERT).unwrap();
        world.dispose("700");
        assert_eq!(agents(&world), [ANNA, BERT]);
        assert_eq!(world.history.told_again(), world.contact);
    });
}
