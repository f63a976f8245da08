//! The menu after a call, in which whoever was spoken to may opt out by a key.

use crate::leave::order;
use crate::real::{Clock, connected, connected_with, phone};
use engine::{ContactId, Outcome, Report};
use std::time::{Duration, Instant};

#[test]
fn whoever_was_spoken_to_opts_out_by_a_key() {
    let (mut asterisk, nudged) = connected("menu");
    let clock = Clock::new();
    // She presses 9 some seconds after she said hello.
    let order = order(1, 103, true, clock.now());
    asterisk.place(order, Some(phone(15)), clock.now()).unwrap();
    let until = Instant::now() + Duration::from_secs(20);
    let mut said = Vec::new();
    while !matches!(said.last(), Some(Report::OptedOut { .. })) {
        assert!(Instant::now() < until, "she did not opt out: {said:?}");
        let _ = nudged.recv_timeout(Duration::from_millis(50));
        for heard in asterisk.step(clock.now()) {
            if matches!(heard.report, Report::Answered { .. }) {
                std::thread::sleep(Duration::from_millis(1_500));
                asterisk.hang_up(ContactId(1), 1);
            }
            said.push(heard.report);
        }
    }
    let words: Vec<&str> = said.iter().map(Report::word).collect();
    let expected = ["ringing", "answered", "ended", "menu_offered", "opted_out"];
    assert_eq!(words, expected);
    let outcome = said.iter().find_map(|report| match report {
        Report::Ended { outcome, .. } => Some(*outcome),
        _ => None,
    });
    assert_eq!(outcome, Some(Outcome::Answered));
}

#[test]
fn a_menu_that_cannot_be_played_is_not_offered() {
    let (mut asterisk, nudged) = connected_with("silent-menu", "there-is-no-such-sound");
    let clock = Clock::new();
    let with_menu = order(1, 102, true, clock.now());
    asterisk
        .place(with_menu, Some(phone(31)), clock.now())
        .unwrap();
    // Nobody is kept for her: she is to hear an apology.
    let for_nobody = order(2, 102, false, clock.now());
    asterisk.place(for_nobody, None, clock.now()).unwrap();
    let until = Instant::now() + Duration::from_secs(8);
    let mut words = Vec::new();
    while (words.is_empty() || asterisk.calls() > 0) && Instant::now() < until {
        let _ = nudged.recv_timeout(Duration::from_millis(50));
        for heard in asterisk.step(clock.now()) {
            if heard.report.word() == "answered" {
                asterisk.hang_up(ContactId(1), 1);
            }
            words.push(heard.report.word());
        }
    }
    assert_eq!(asterisk.calls(), 0, "somebody is left in silence");
    assert!(!words.contains(&"menu_offered"), "{words:?}");
    let ends = words.iter().filter(|word| **word == "ended").count();
    assert_eq!(ends, 2, "{words:?}");
}
