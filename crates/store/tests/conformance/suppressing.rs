//! Where and until when a suppression holds: at import, at the offer, at the dial.

use crate::centre::{Centre, add_list};
use crate::support::with_both;
use engine::catalogue::Extent;
use engine::{Number, Settings};
use jiff::{SignedDuration, Timestamp};
use store::{CampaignState, Suppression};

const DIGITS: u64 = 493_023_125_001;

fn number() -> Number {
    Number::new(DIGITS).unwrap()
}

fn suppression(centre: &Centre, extent: Extent, scope: i64) -> Suppression {
    Suppression {
        extent,
        scope,
        reason: "asked".to_owned(),
        ..Suppression::everywhere(number(), "a test", centre.clock.now())
    }
}

fn until(centre: &Centre, hours: i64) -> Option<Timestamp> {
    Some(centre.clock.now() + SignedDuration::from_hours(hours))
}

fn is_known_at_import(centre: &Centre) -> bool {
    let other = Number::new(DIGITS + 1).unwrap();
    let found = centre
        .store
        .suppressed_among(centre.list, &[other, number()])
        .unwrap();
    assert!(!found.contains(&(DIGITS + 1)));
    found.contains(&DIGITS)
}

/// Another list in a campaign of its own.
fn elsewhere(centre: &Centre) -> Centre {
    let campaign = centre
        .store
        .add_campaign("Elsewhere", CampaignState::Running)
        .unwrap();
    let list = add_list(&centre.store, "Elsewhere", Settings::default());
    centre.store.add_link(campaign, list, 500).unwrap();
    centre.store.assign(campaign, centre.agents[0]).unwrap();
    let (store, clock) = (centre.store.clone(), centre.clock.clone());
    Centre {
        list,
        store,
        clock,
        campaign,
        agents: centre.agents.clone(),
    }
}

#[test]
fn everywhere_holds_in_every_list() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let there = elsewhere(&here);
        let ids = [here.import(1)[0], there.import(1)[0]];
        assert_eq!(
            here.store
                .suppress(vec![suppression(&here, Extent::Everywhere, 0)])
                .unwrap(),
            1
        );
        for (centre, id) in [(&here, ids[0]), (&there, ids[1])] {
            assert!(is_known_at_import(centre));
            let blocked = centre
                .store
                .explain(centre.list, id)
                .unwrap()
                .unwrap()
                .blocked;
            assert!(
                blocked.iter().any(|block| block.reason.contains("a test")),
                "{blocked:?}"
            );
            assert!(
                centre
                    .store
                    .numbers_of(centre.list, id)
                    .unwrap()
                    .contains(&number())
            );
        }
        // The offer closes what it finds suppressed, and goes on.
        assert_eq!(here.offer(here.agents[0]), None);
        for (centre, id) in [(&here, ids[0]), (&there, ids[1])] {
            assert_eq!(centre.contact(id).code.as_str(), "010");
        }
        here.is_sound();
    });
}

#[test]
fn a_campaigns_suppression_holds_in_its_lists_only() {
    with_both(|database| {
        let here = Centre::open(database, 2);
        let there = elsewhere(&here);
        let (first, second) = (here.import(1)[0], there.import(1)[0]);
        let own = suppression(&here, Extent::Campaign, here.campaign.0);
        here.store.suppress(vec![own.clone()]).unwrap();
        assert!(is_known_at_import(&here));
        assert!(!is_known_at_import(&there));
        assert_eq!(here.store.covered_by(&own).unwrap(), [(here.list, first)]);
        // The second agent works for the campaign only.
        assert_eq!(here.offer(here.agents[1]), None);
        assert_eq!(here.offer(here.agents[0]), Some(second));
        assert_eq!(here.contact(first).code.as_str(), "010");
        there.dial(second, here.agents[0]).unwrap();
        here.is_sound();
    });
}

#[test]
fn a_suppression_that_has_ended_holds_no_longer() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import(1)[0];
        let until_at = until(&centre, 1);
        let own = suppression(&centre, Extent::Everywhere, 0);
        centre
            .store
            .suppress(vec![Suppression { until_at, ..own }])
            .unwrap();
        assert!(is_known_at_import(&centre));
        centre.pass(59);
        assert!(is_known_at_import(&centre));
        centre.pass(1);
        assert!(!is_known_at_import(&centre));
        assert_eq!(centre.offer(centre.agents[0]), Some(id));
        centre.dial(id, centre.agents[0]).unwrap();
        centre.is_sound();
    });
}

#[test]
fn of_two_the_first_source_and_the_later_end_stay() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let own = suppression(&centre, Extent::Everywhere, 0);
        let (short, long) = (until(&centre, 1), until(&centre, 9));
        let of = |source: &str, until_at| Suppression {
            source: source.to_owned(),
            until_at,
            ..own.clone()
        };
        for (new, added, holds_until) in [
            (of("first", short), 1, short),
            (of("second", long), 0, long),
            (of("third", short), 0, long),
            (of("for good", None), 0, None),
            (of("fifth", short), 0, None),
        ] {
            assert_eq!(
                centre.store.suppress(vec![new.clone()]).unwrap(),
                added,
                "{new:?}"
            );
            let kept = centre.store.suppressions_of(number()).unwrap();
            assert_eq!(kept.len(), 1);
            assert_eq!(
                (kept[0].source.as_str(), kept[0].until_at),
                ("first", holds_until)
            );
        }
        let more = Number::new(DIGITS + 5).unwrap();
        let both = vec![
            Suppression {
                subject: more.into(),
                ..own.clone()
            },
            Suppression {
                subject: more.into(),
                ..own
            },
        ];
        assert_eq!(
            centre.store.suppress(both).unwrap(),
            1,
            "the same twice in one go counts once"
        );
        let digits: Vec<u64> = centre
            .store
            .suppressions(0, 10)
            .unwrap()
            .iter()
            .filter_map(|s| s.subject.number().map(Number::digits))
            .collect();
        assert_eq!(digits, [DIGITS, DIGITS + 5]);
        assert_eq!(
            centre
                .store
                .suppressions(DIGITS.cast_signed(), 10)
                .unwrap()
                .len(),
            1
        );
    });
}

#[test]
fn of_two_in_one_call_the_later_end_stays_as_well() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let now = centre.clock.now();
        let ends = |minutes| Some(now + jiff::SignedDuration::from_mins(minutes));
        for (first, second, kept) in [
            (ends(10), ends(60), ends(60)),
            (ends(90), ends(70), ends(90)),
            (ends(20), None, None),
        ] {
            let of = |until_at| Suppression {
                until_at,
                ..suppression(&centre, Extent::Everywhere, 0)
            };
            centre.store.suppress(vec![of(first), of(second)]).unwrap();
            let there = centre.store.suppressions_of(number()).unwrap();
            assert_eq!(there.len(), 1);
            assert_eq!(there[0].until_at, kept);
        }
    });
}

#[test]
fn what_is_lifted_holds_no_longer_and_stays_known() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (everywhere, campaign) = (Extent::Everywhere, Extent::Campaign);
        let here = centre.campaign.0;
        let both = vec![
            suppression(&centre, everywhere, 0),
            suppression(&centre, campaign, here),
        ];
        centre.store.suppress(both.clone()).unwrap();
        let lift = |place| {
            centre
                .store
                .lift(&number().into(), place, "Bea", "a slip")
                .unwrap()
        };
        assert!(lift((everywhere, 0)));
        assert!(!lift((everywhere, 0)), "it is gone already");
        assert!(is_known_at_import(&centre), "the other one goes on");
        assert!(lift((campaign, here)));
        assert!(!is_known_at_import(&centre));
        let lifted = centre.store.lifted_of(number()).unwrap();
        let was: Vec<&Suppression> = lifted.iter().map(|lifted| &lifted.was).collect();
        assert_eq!(was, both.iter().collect::<Vec<_>>());
        let said = lifted
            .iter()
            .all(|l| (l.by.as_str(), l.why.as_str()) == ("Bea", "a slip"));
        assert!(said, "{lifted:?}");
    });
}

#[test]
fn a_callback_that_was_agreed_is_cancelled_and_its_owner_is_told() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let id = centre.import(1)[0];
        assert_eq!(centre.offer(ada), Some(id));
        centre.call(id, ada, engine::Outcome::Answered);
        let due = centre.clock.now() + SignedDuration::from_hours(3);
        let agreed = engine::Command::Dispose {
            code: engine::Code::new("310"),
            callback: Some(engine::CallbackChoice {
                at: Some(due),
                ..engine::CallbackChoice::default()
            }),
        };
        let actor = engine::Actor::Agent(ada);
        let entry = store::Entry::command(centre.list, id, actor, agreed);
        centre.store.record(entry).unwrap();
        let own = centre.store.callbacks_of(ada, 9).unwrap();
        assert_eq!(own.len(), 1);
        let new = suppression(&centre, Extent::Everywhere, 0);
        centre.store.suppress(vec![new.clone()]).unwrap();
        assert_eq!(centre.store.close_covered(&[new]).unwrap(), 1);
        assert_eq!(centre.store.callbacks_of(ada, 9).unwrap(), []);
        let since = centre.clock.now();
        let cancelled = centre.store.cancelled_callbacks(ada, since, 9).unwrap();
        assert_eq!(
            (cancelled[0].contact, cancelled[0].due, cancelled[0].owner),
            (id, own[0].due, Some(ada))
        );
        let why = centre
            .store
            .explain(centre.list, id)
            .unwrap()
            .unwrap()
            .because;
        let told = format!("the callback agreed for {} is cancelled", own[0].due);
        assert!(why.iter().any(|reason| reason.text == told), "{why:?}");
        centre.pass(1);
        let later = centre.clock.now();
        assert_eq!(centre.store.cancelled_callbacks(ada, later, 9).unwrap(), []);
        centre.is_sound();
    });
}

#[test]
fn what_many_suppressions_would_do_is_said_before_they_do() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let there = elsewhere(&here);
        here.import(3);
        there.import(1);
        let subjects: Vec<store::Subject> = (0..200)
            .map(|n| Number::new(DIGITS + n).unwrap().into())
            .chain(store::Subject::person("ada@example.org"))
            .collect();
        let would_close = |place| {
            let mut found = std::collections::HashSet::new();
            here.store
                .would_close(&subjects, place, &mut found)
                .unwrap();
            found.len()
        };
        let everywhere = (Extent::Everywhere, 0);
        let in_campaign = (Extent::Campaign, here.campaign.0);
        assert_eq!(would_close(everywhere), 4);
        assert_eq!(would_close(in_campaign), 3);
        assert_eq!(would_close((Extent::Advertiser, 99)), 0);
        let known = |place| here.store.suppressed_there(&subjects, place).unwrap();
        assert_eq!(known(everywhere), 0);
        let one = suppression(&here, Extent::Campaign, here.campaign.0);
        here.store.suppress(vec![one.clone()]).unwrap();
        here.store.close_covered(&[one]).unwrap();
        assert_eq!((known(everywhere), known(in_campaign)), (0, 1));
        assert_eq!(would_close(everywhere), 3);
    });
}

#[test]
fn a_list_that_comes_into_a_campaign_is_covered_at_once() {
    with_both(|database| {
        let here = Centre::open(database, 1);
        let there = elsewhere(&here);
        let bakery = here.store.advertiser_named("Bakery").unwrap();
        here.store
            .set_advertiser(here.campaign, Some(bakery))
            .unwrap();
        let ids = there.import(4);
        let other = |n: u64, extent, scope| Suppression {
            subject: Number::new(DIGITS + n).unwrap().into(),
            ..suppression(&here, extent, scope)
        };
        let ended = Suppression {
            until_at: until(&here, -1),
            ..other(3, Extent::Campaign, here.campaign.0)
        };
        let all = vec![
            other(0, Extent::Campaign, here.campaign.0),
            other(1, Extent::Advertiser, bakery.0),
            other(40, Extent::Campaign, here.campaign.0),
            ended,
        ];
        here.store.suppress(all.clone()).unwrap();
        assert_eq!(here.store.close_covered(&all).unwrap(), 0);
        let register = store::NewRegister {
            name: "bakery".into(),
            extent: Extent::Advertiser,
            scope: bakery.0,
            source: "theirs".into(),
            as_of: here.clock.now(),
            from_at: None,
            until_at: None,
        };
        let numbers = vec![Number::new(DIGITS + 2).unwrap()];
        here.store
            .import_register(&register, store::RegisterChange::Full, numbers, &mut |_| {})
            .unwrap();
        while here.store.close_registered(10).unwrap().is_some() {}
        here.store
            .link_list(here.campaign, there.list, 500)
            .unwrap()
            .unwrap();
        // What the keeper does.
        let begun = here.store.closing_suppressions(10).unwrap();
        assert_eq!(begun.len(), 2, "those of this list alone");
        assert_eq!(here.store.close_covered(&begun).unwrap(), 2);
        assert_eq!(here.store.close_registered(10).unwrap(), Some(1));
        let closed = ids.iter().map(|id| there.contact(*id).is_closed());
        assert_eq!(closed.collect::<Vec<_>>(), [true, true, true, false]);
        assert_eq!(here.store.closing_suppressions(10).unwrap(), []);
        there.is_sound();
    });
}
