//! What a campaign or a list asks beyond the law: counts over days, rest, a ceiling.

use crate::support::{ANNA, FIRST, World, play};
use engine::{Because, Command, Ledger, Often, Outcome, Period, Profile, Refusal, Says};

fn over_dial(world: &mut World) -> Result<(), Refusal> {
    let facts = world.facts();
    world.command(&Command::Dial {
        slot: FIRST,
        facts,
        unreserved: true,
    })
}

#[test]
fn a_campaign_may_count_over_a_week() {
    play(|mut world| {
        world.profile = Some(Profile {
            dials_per_period: Some(Often { dials: 2, days: 7 }),
            ..Profile::default()
        });
        world.call(Outcome::Busy).at("2026-03-05 10:00");
        world.call(Outcome::Busy).at("2026-03-09 10:00");
        world.try_claim(ANNA).unwrap();
        // The dial of Tuesday the 3rd leaves the seven days with the 10th.
        world.stands("unreached 130 due 03-05 10:15 offered 03-10 00:00");
        let says = |because: &Because| matches!(because, Because::DialsPerPeriod { often, by: Says::Campaign, .. } if often.days == 7);
        assert!(world.because.iter().any(says), "{:?}", world.because);
        world.at("2026-03-10 00:00").claim(ANNA).dial(FIRST);
    });
}

#[test]
fn a_list_may_ask_for_a_longer_gap_than_the_law() {
    play(|mut world| {
        world.book.law_of("NL");
        world.book.rules.settings.profile = Some(Profile {
            min_gap: Some(Period::minutes(60)),
            ..Profile::default()
        });
        world
            .call(Outcome::Busy)
            .stands("unreached 130 due 03-03 10:15 offered 03-03 11:00");
        let by = |because: &Because| {
            matches!(
                because,
                Because::Gap {
                    minutes: 60,
                    by: Says::List,
                    ..
                }
            )
        };
        assert!(world.because.iter().any(by), "{:?}", world.because);
    });
}

#[test]
fn after_a_call_that_found_no_agent_the_number_rests() {
    play(|mut world| {
        world.book.law_of("GB");
        world.scrubbed_at = Some(world.now);
        world.abandoned_at = Some(world.now);
        world.later(60).try_claim(ANNA).unwrap();
        let rests = |because: &Because| matches!(because, Because::Quarantine { hours: 72, .. });
        assert!(world.because.iter().any(rests), "{:?}", world.because);
        assert!(world.contact.hand.is_none());
        world.later(72 * 60).claim(ANNA).dial(FIRST);
    });
}

#[test]
fn a_call_that_may_find_no_agent_needs_room_below_the_ceiling() {
    play(|mut world| {
        world.book.law_of("GB");
        world.scrubbed_at = Some(world.now);
        world.claim(ANNA);
        let ledger = |abandoned, answered, at_risk| {
            Some(Ledger {
                abandoned,
                answered,
                at_risk,
            })
        };
        // 1 of 33 is more than 30 in 1000, 1 of 34 is not.
        for (there, may) in [
            (ledger(0, 0, 0), false),
            (ledger(0, 32, 0), false),
            (ledger(0, 33, 0), true),
            (ledger(0, 33, 1), false),
            (ledger(1, 65, 0), true),
            (ledger(1, 64, 0), false),
        ] {
            let mut world = world.clone();
            world.ledger = there;
            match over_dial(&mut world) {
                Ok(()) => assert!(may, "{there:?}"),
                Err(refusal) => {
                    assert_eq!(("abandonment", false), (refusal.code(), may), "{there:?}")
                }
            }
        }
        // With an agent who waits nobody can be left alone.
        world.ledger = ledger(9, 0, 0);
        world.dial(FIRST);
    });
}
