//! Every attempt is numbered once and ends under exactly one disposition.

use super::play::histories;
use engine::{Attempt, Event, Report};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_attempt_has_its_own_number_and_one_disposition_at_the_end() {
    histories("every attempt has one disposition", |history| {
        let mut placed: BTreeSet<u32> = BTreeSet::new();
        let mut coded: BTreeMap<u32, &Attempt> = BTreeMap::new();
        for step in &history.steps {
            if step.dialled.is_some() {
                assert!(placed.insert(step.after.dials), "numbered twice");
            }
            for attempt in &step.attempts {
                assert!(placed.contains(&attempt.attempt), "never placed");
                let known = step.rules.catalogue.find(attempt.code.as_str());
                assert!(known.is_some(), "{}", attempt.code);
                if let Some(earlier) = coded.insert(attempt.attempt, attempt) {
                    assert_eq!(earlier.outcome, attempt.outcome);
                    assert_eq!(earlier.placed_at, attempt.placed_at);
                }
            }
            if let Event::Report(Report::NotPlaced { attempt }) = &step.event
                && step.before != step.after
            {
                placed.remove(attempt);
            }
        }
        let ended: BTreeSet<u32> = coded.keys().copied().collect();
        assert_eq!(ended, placed);
        for attempt in coded.values() {
            assert!(attempt.placed_at <= attempt.ended_at);
            assert!(attempt.ended_at <= attempt.coded_at);
        }
    });
}

#[test]
fn no_call_is_left_open_when_the_contact_is_let_go() {
    histories("letting go closes the line", |history| {
        for step in &history.steps {
            let Some(hand) = step
                .before
                .hand
                .as_ref()
                .filter(|_| step.after.hand.is_none())
            else {
                continue;
            };
            let ended: BTreeSet<u32> = step
                .attempts
                .iter()
                .map(|attempt| attempt.attempt)
                .collect();
            let not_placed = matches!(&step.event, Event::Report(Report::NotPlaced { .. }));
            for call in &hand.calls {
                assert!(
                    not_placed || ended.contains(&call.attempt),
                    "{:?}",
                    step.event
                );
                let reported = matches!(&step.event, Event::Report(Report::Ended { .. }));
                let hung_up = step.effects.iter().any(|effect| {
                    matches!(
                        effect,
                        engine::Effect::HangUp { attempt } if *attempt == call.attempt
                    )
                });
                assert!(!call.line.is_open() || hung_up || reported || not_placed);
            }
        }
    });
}
