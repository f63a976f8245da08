//! Every open contact waits for something that is named.

use super::play::{Step, histories};
use engine::catalogue::Kind;
use engine::{Because, Standing, offerable};

#[test]
fn every_open_contact_has_a_due_time_or_something_it_waits_for() {
    histories("every open contact waits for something", |history| {
        for step in &history.steps {
            let contact = &step.after;
            match contact.standing {
                Standing::Closed { .. } | Standing::Suspended => {
                    assert_eq!((contact.offer_at, contact.held), (None, None));
                }
                Standing::New { due }
                | Standing::Unreached { due }
                | Standing::Callback { due } => {
                    let Some(offer_at) = contact.offer_at else {
                        // Neither roster nor law nor a number is left to wait for.
                        let never = contact.open_slots().is_empty()
                            || offerable(
                                due,
                                contact.roster.as_ref(),
                                &step.rules.law,
                                &contact.zone,
                                contact.kind,
                            )
                            .is_none()
                            || has_no_ground(step, due);
                        assert!(never, "{contact:?}");
                        continue;
                    };
                    // The client's own order goes before every other, that of the code as well.
                    let order = contact.call_order.as_ref();
                    let wanted = order.map_or(due, |order| order.from.min(due));
                    assert!(offer_at >= wanted, "{contact:?}");
                    let roster = contact.roster.as_ref();
                    let rested = offer_at.as_second() % 60 == 0;
                    let allowed =
                        roster.is_none_or(|roster| roster.allows(offer_at, &contact.zone));
                    assert!(allowed || rested);
                }
            }
        }
    });
}

/// On the first day from now on which hours and roster would allow it.
fn has_no_ground(step: &Step<'_>, due: jiff::Timestamp) -> bool {
    let contact = &step.after;
    let roster = contact.roster.as_ref();
    let from = due.max(step.at);
    let found = offerable(from, roster, &step.rules.law, &contact.zone, contact.kind);
    // A gap may have moved it by a day.
    found.is_some_and(|found| {
        let day = contact.zone.local(found.at).date();
        let ground = |day| step.rules.ground(contact, day);
        ground(day).is_err() || ground(day.tomorrow().unwrap()).is_err()
    })
}

#[test]
fn every_change_says_why_and_every_refusal_has_a_remedy() {
    histories("every change says why", |history| {
        for step in &history.steps {
            if step.before != step.after {
                assert!(!step.because.is_empty(), "{:?}", step.event);
            }
            for because in &step.because {
                assert!(
                    !because.text(&step.rules.catalogue).is_empty(),
                    "{because:?}"
                );
                assert!(!because.kind().is_empty());
            }
            if let Some(refusal) = &step.refusal {
                assert!(!refusal.code().is_empty() && !refusal.to_string().is_empty());
                assert_eq!(step.before, step.after);
            }
        }
    });
}

#[test]
fn a_code_and_its_standing_agree() {
    histories("code and standing agree", |history| {
        for step in &history.steps {
            let contact = &step.after;
            let code = step.rules.catalogue.find(contact.code.as_str()).unwrap();
            let kinds: Vec<Kind> = std::iter::once(code.kind)
                .chain(code.kind_on.values().copied())
                .collect();
            let fits = match contact.standing {
                Standing::Closed { .. } => kinds.contains(&Kind::Final),
                Standing::Suspended => kinds.contains(&Kind::Suspended),
                Standing::Callback { .. } => kinds.contains(&Kind::Callback),
                Standing::Unreached { .. } => kinds.contains(&Kind::Unreached),
                // A parked contact that was resumed keeps the code it was parked under.
                Standing::New { .. } => {
                    kinds.contains(&Kind::New) || kinds.contains(&Kind::Suspended)
                }
            };
            assert!(fits, "{:?} under {}", contact.standing, contact.code);
        }
    });
}

#[test]
fn what_is_given_back_is_untouched() {
    histories("what is given back is untouched", |history| {
        for step in &history.steps {
            let returned = |because: &Because| {
                matches!(because, Because::Returned) || *because == Because::LeaseExpired
            };
            let closing = step.before.hand.as_ref().and_then(|hand| hand.closing);
            let is_let_go = step.before.hand.is_some() && step.after.hand.is_none();
            let untouched = step.attempts.is_empty() && step.because.iter().any(returned);
            if is_let_go && untouched && closing.is_none() {
                let mut expected = step.before.clone();
                expected.hand = None;
                expected.offer_at = step.after.offer_at;
                expected.gives_up_at = step.after.gives_up_at;
                if let Some(order) = &mut expected.call_order {
                    order.awake = false;
                }
                assert_eq!(step.after, expected);
            }
        }
    });
}
