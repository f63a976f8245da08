//! The frames as they came.

use crate::play::{Play, all};

#[test]
fn each_scenario_is_told_as_it_was() {
    for (scenario, frames) in all() {
        let mut play = Play::of(scenario);
        for frame in &frames {
            play.hear(frame, scenario);
        }
        play.is_told_once().unwrap();
        let (says, cause) = play.says();
        if !scenario.or.contains(&says.outcome) {
            let expected = (scenario.says, scenario.cause());
            assert_eq!((says, cause), expected, "{}", scenario.what);
        }
    }
}

#[test]
fn a_frame_that_comes_twice_is_heard_once() {
    for (scenario, frames) in all() {
        let (mut once, mut twice) = (Play::of(scenario), Play::of(scenario));
        for frame in &frames {
            once.hear(frame, scenario);
            twice.hear(frame, scenario);
            twice.hear(frame, scenario);
        }
        assert_eq!(once.said, twice.said, "{}", scenario.what);
    }
}

#[test]
fn whatever_frame_is_lost_the_call_ends() {
    for (scenario, frames) in all() {
        for lost in 0..frames.len() {
            let mut play = Play::of(scenario);
            for (at, frame) in frames.iter().enumerate() {
                if at != lost {
                    play.hear(frame, scenario);
                }
            }
            play.end();
            play.is_told_once().unwrap_or_else(|said| {
                panic!("{} without {}: {said}", scenario.what, frames[lost])
            });
        }
    }
}

/// An inventory is answered at once, while events of what it tells are on their way.
#[test]
fn an_inventory_that_overtakes_events_ends_no_call() {
    for (scenario, frames) in all() {
        let mut alone = Play::of(scenario);
        for frame in &frames {
            alone.hear(frame, scenario);
        }
        for at in 0..frames.len() {
            let mut play = Play::of(scenario);
            for (now, frame) in frames.iter().enumerate() {
                if now == at {
                    play.look_at_nothing();
                }
                play.hear(frame, scenario);
            }
            play.later(std::time::Duration::from_secs(3));
            assert_eq!(alone.said, play.said, "{} at {at}", scenario.what);
        }
    }
}

#[test]
fn a_call_whose_end_was_lost_ends_with_the_next_inventory() {
    for (scenario, frames) in all() {
        let mut play = Play::of(scenario);
        for frame in frames
            .iter()
            .filter(|frame| !frame.contains("ChannelDestroyed"))
        {
            play.hear(frame, scenario);
        }
        play.look_at_nothing();
        play.later(std::time::Duration::from_secs(3));
        play.is_told_once().unwrap();
        assert_eq!(play.calls.count(), 0, "{}", scenario.what);
    }
}
