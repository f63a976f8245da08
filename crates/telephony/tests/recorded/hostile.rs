//! Frames in any order, mutilated, or made up.

use crate::play::{Play, frames};
use crate::scenarios::SCENARIOS;
use proptest::prelude::*;
use telephony::asterisk::Frame;

/// Frames of one scenario, each any number of times, in any order, some cut short.
fn disorder() -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
    let picks = prop::collection::vec((any::<usize>(), any::<usize>()), 0..60);
    (0..SCENARIOS.len(), picks)
}

proptest! {
    #[test]
    fn in_any_order_a_call_is_told_once((scenario, picks) in disorder()) {
        let scenario = &SCENARIOS[scenario];
        let frames = frames(scenario);
        let mut play = Play::of(scenario);
        for (pick, cut) in picks {
            let frame = &frames[pick % frames.len()];
            // Every eighth is cut somewhere.
            let end = if cut % 8 == 0 { cut / 8 % frame.len() } else { frame.len() };
            play.hear(frame.get(..end).unwrap_or(frame), scenario);
        }
        play.end();
        prop_assert_eq!(play.is_told_once(), Ok(()));
        // Whatever comes after the last word changes nothing.
        let said = play.said.clone();
        for frame in &frames {
            play.hear(frame, scenario);
        }
        prop_assert_eq!(play.said, said);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".*") {
        let _ = Frame::read(&text);
    }

    #[test]
    fn any_frame_with_a_known_name_is_read_or_refused(
        kind in prop::sample::select(vec![
            "StasisStart", "ChannelStateChange", "Dial", "ChannelHangupRequest",
            "ChannelDestroyed", "ChannelDtmfReceived", "PlaybackFinished", "RESTResponse",
        ]),
        field in prop::sample::select(vec![
            "channel", "peer", "cause", "soft", "digit", "playback", "args", "status_code",
        ]),
        value in prop::sample::select(vec![
            "null", "-1", "1e300", "\"\"", "[]", "{}", "{\"id\":[]}", "{\"id\":\"\"}",
            "{\"id\":\"dispo-0000-0000000001\",\"state\":7}", "[\"tone\",\"sit\"]", "[\"tone\"]",
        ]),
    ) {
        let text = format!("{{\"type\":\"{kind}\",\"{field}\":{value}}}");
        let scenario = &SCENARIOS[0];
        let mut play = Play::of(scenario);
        play.hear(&text, scenario);
        play.end();
        prop_assert_eq!(play.is_told_once(), Ok(()));
    }
}
