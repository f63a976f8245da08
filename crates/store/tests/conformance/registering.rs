//! Registers: what a file makes of one, where it holds, and what becomes of open contacts.

use crate::centre::Centre;
use crate::support::with_both;
use engine::catalogue::Extent;
use engine::{Number, Purpose, Settings};
use jiff::SignedDuration;
use store::{NewList, NewRegister, NewRules, RegisterChange, RegisterRefusal, RegisterTaken};

fn register(centre: &Centre, name: &str) -> NewRegister {
    NewRegister {
        name: name.to_owned(),
        extent: Extent::Everywhere,
        scope: 0,
        source: "the office".to_owned(),
        as_of: centre.clock.now(),
        from_at: None,
        until_at: None,
    }
}

fn take(
    centre: &Centre,
    new: &NewRegister,
    change: RegisterChange,
    digits: impl IntoIterator<Item = u64>,
) -> Result<RegisterTaken, RegisterRefusal> {
    let numbers = digits
        .into_iter()
        .map(|digits| Number::new(digits).unwrap());
    let numbers = numbers.collect();
    centre
        .store
        .import_register(new, change, numbers, &mut |_| {})
}

fn holds(centre: &Centre, digits: u64) -> bool {
    let number = Number::new(digits).unwrap();
    let found = centre.store.check_registers(&[number]).unwrap();
    found.iter().any(|there| there.holds)
}

fn close_all(centre: &Centre, at_once: i64) -> usize {
    let mut closed = 0;
    while let Some(some) = centre.store.close_registered(at_once).unwrap() {
        closed += some;
    }
    closed
}

const FIRST: u64 = 493_023_125_001;

#[test]
fn a_file_replaces_adds_and_removes() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let new = register(&centre, "office");
        let even = || (0..2_000).map(|n| 31_612_000_000 + 2 * n);
        // The same number twice, and in no order.
        let numbers = even().rev().chain(even());
        let done = take(&centre, &new, RegisterChange::Full, numbers).unwrap();
        assert_eq!((done.numbers, done.added, done.removed), (2_000, 2_000, 0));
        for n in [0, 1, 510, 511, 512, 513, 3_998, 3_999, 4_000] {
            let digits = 31_612_000_000 + n;
            assert_eq!(holds(&centre, digits), n % 2 == 0 && n < 4_000, "{digits}");
        }
        let more = [31_611_999_999, 31_612_000_001, 31_699_999_999];
        let done = take(&centre, &new, RegisterChange::Add, more).unwrap();
        assert_eq!((done.numbers, done.added), (2_003, 3));
        assert!(more.into_iter().all(|digits| holds(&centre, digits)));
        assert!(holds(&centre, 31_612_000_002));
        let done = take(&centre, &new, RegisterChange::Remove, even()).unwrap();
        assert_eq!((done.numbers, done.removed), (3, 2_000));
        let left = centre.store.registers().unwrap();
        let id = left[0].id;
        assert_eq!((left.len(), left[0].numbers), (1, 3));
        assert_eq!(centre.store.register_numbers(id, 0, 10).unwrap(), more);
        assert_eq!(
            centre.store.register_numbers(id, more[1], 10).unwrap(),
            more[2..]
        );
        let done = take(
            &centre,
            &new,
            RegisterChange::Full,
            [more[0], 31_611_000_000],
        )
        .unwrap();
        assert_eq!((done.numbers, done.added, done.removed), (2, 1, 2));
    });
}

#[test]
fn a_registered_number_is_neither_taken_in_nor_offered_nor_dialled() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(3);
        let agent = centre.agents[0];
        assert_eq!(centre.offer(agent), Some(ids[0]));
        let numbers = centre.store.numbers_of(centre.list, ids[0]).unwrap();
        let digits = numbers[0].digits();
        let new = register(&centre, "office");
        take(&centre, &new, RegisterChange::Full, [digits, digits + 1]).unwrap();
        let among = centre
            .store
            .suppressed_among(centre.list, &numbers)
            .unwrap();
        assert!(among.contains(&digits));
        let refused = centre.dial(ids[0], agent).unwrap_err();
        assert!(refused.to_string().contains("suppressed"), "{refused}");
        let explained = centre.store.explain(centre.list, ids[0]).unwrap().unwrap();
        let blocked = explained.blocked;
        assert!(
            blocked
                .iter()
                .any(|block| block.reason.contains("register office")),
            "{blocked:?}"
        );
        // Contact by contact: the one in hand is marked, the next closed, the last is free.
        assert!(centre.store.registers().unwrap()[0].is_closing);
        assert_eq!(close_all(&centre, 1), 2);
        assert!(!centre.store.registers().unwrap()[0].is_closing);
        assert_eq!(centre.contact(ids[1]).code.as_str(), "010");
        assert!(centre.contact(ids[0]).hand.unwrap().closing.is_some());
        assert!(!centre.contact(ids[2]).is_closed());
        centre.is_sound();
    });
}

#[test]
fn a_campaigns_register_holds_there_and_only_in_its_time() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import(1)[0];
        let hour = SignedDuration::from_hours(1);
        let elsewhere = NewRegister {
            extent: Extent::Campaign,
            scope: centre.campaign.0 + 1,
            ..register(&centre, "elsewhere")
        };
        take(&centre, &elsewhere, RegisterChange::Full, [FIRST]).unwrap();
        let later = NewRegister {
            extent: Extent::Campaign,
            scope: centre.campaign.0,
            from_at: Some(centre.clock.now() + hour),
            until_at: Some(centre.clock.now() + hour + hour),
            ..register(&centre, "later")
        };
        take(&centre, &later, RegisterChange::Full, [FIRST]).unwrap();
        let number = centre.store.numbers_of(centre.list, id).unwrap();
        assert_eq!(number[0].digits(), FIRST);
        let is_suppressed = || {
            let among = centre.store.suppressed_among(centre.list, &number);
            among.unwrap().contains(&FIRST)
        };
        assert!(!is_suppressed());
        assert_eq!(close_all(&centre, 10), 0);
        centre.pass(60);
        assert!(is_suppressed());
        centre.pass(60);
        assert!(!is_suppressed());
        assert_eq!(centre.offer(centre.agents[0]), Some(id));
        centre.dial(id, centre.agents[0]).unwrap();
        centre.is_sound();
    });
}

#[test]
fn what_cannot_be_right_is_refused_and_changes_nothing() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let new = register(&centre, "office");
        let unknown = take(&centre, &new, RegisterChange::Add, [FIRST]);
        assert!(matches!(unknown, Err(RegisterRefusal::Unknown(_))));
        let to_come = NewRegister {
            as_of: new.as_of + SignedDuration::from_hours(1),
            ..new.clone()
        };
        let refused = take(&centre, &to_come, RegisterChange::Full, [FIRST]);
        assert!(matches!(refused, Err(RegisterRefusal::ToCome(_))));
        assert_eq!(centre.store.registers().unwrap(), []);
        take(&centre, &new, RegisterChange::Full, [FIRST]).unwrap();
        let older = NewRegister {
            as_of: new.as_of - SignedDuration::from_hours(1),
            ..new
        };
        let refused = take(&centre, &older, RegisterChange::Full, [FIRST + 1]);
        assert!(matches!(refused, Err(RegisterRefusal::Older { .. })));
        assert!(holds(&centre, FIRST) && !holds(&centre, FIRST + 1));
    });
}

#[test]
fn of_two_imports_at_once_the_later_holds() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let new = register(&centre, "office");
        let numbers = vec![Number::new(FIRST).unwrap()];
        let overtaken = centre.store.import_register(
            &new,
            RegisterChange::Full,
            numbers,
            // While the first writes, a second begins and is done.
            &mut |_| drop(take(&centre, &new, RegisterChange::Full, [FIRST + 1])),
        );
        assert!(matches!(overtaken, Err(RegisterRefusal::Overtaken(_))));
        assert!(holds(&centre, FIRST + 1) && !holds(&centre, FIRST));
        // What the first wrote is gone with the next import.
        take(&centre, &new, RegisterChange::Add, [FIRST + 2]).unwrap();
        let id = centre.store.registers().unwrap()[0].id;
        let left = centre.store.register_numbers(id, 0, 10).unwrap();
        assert_eq!(left, [FIRST + 1, FIRST + 2]);
    });
}

#[test]
fn a_list_whose_register_is_too_old_waits_for_the_next_version() {
    with_both(|database| {
        let mut centre = Centre::open(database, 1);
        let settings = Settings {
            purpose: Some(Purpose::Charity),
            ..Settings::default()
        };
        let law = include_str!("../../../../jurisdictions/gb.toml").to_owned();
        let new = NewList {
            name: "Charity".to_owned(),
            country: "GB".to_owned(),
            rules: NewRules {
                law: Some(law),
                ..crate::centre::rules(settings)
            },
            fields: Vec::new(),
        };
        centre.list = centre.store.add_list(new).unwrap();
        let (campaign, list) = (centre.campaign, centre.list);
        centre.store.add_link(campaign, list, 500).unwrap();
        let id = centre.import(1)[0];
        let agent = centre.agents[0];
        assert_eq!(centre.offer(agent), None);
        let explained = centre.store.explain(list, id).unwrap().unwrap();
        let is_named = explained
            .blocked
            .iter()
            .any(|block| block.reason.contains("`tps`"));
        assert!(is_named, "{:?}", explained.blocked);
        assert_eq!(centre.contact(id).code.as_str(), "000");
        let tps = register(&centre, "tps");
        take(&centre, &tps, RegisterChange::Full, [FIRST + 100]).unwrap();
        centre.pass(15);
        assert_eq!(centre.offer(agent), Some(id));
        centre.dial(id, agent).unwrap();
        centre.is_sound();
    });
}

#[test]
fn what_a_file_would_do_is_said_before_it_does() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let new = register(&centre, "office");
        let numbers = |digits: &[u64]| -> Vec<Number> {
            digits.iter().map(|&n| Number::new(n).unwrap()).collect()
        };
        let foresee = |change, digits: &[u64]| {
            let would = centre
                .store
                .foresee_register(&new, change, &numbers(digits))?;
            Ok::<_, RegisterRefusal>((would.numbers, would.added, would.removed))
        };
        assert!(matches!(
            foresee(RegisterChange::Add, &[FIRST]),
            Err(RegisterRefusal::Unknown(_))
        ));
        let full = foresee(RegisterChange::Full, &[FIRST, FIRST + 1]).unwrap();
        assert_eq!(full, (2, 2, 0));
        assert_eq!(centre.store.registers().unwrap(), []);
        take(&centre, &new, RegisterChange::Full, [FIRST, FIRST + 1]).unwrap();
        let full = foresee(RegisterChange::Full, &[FIRST + 1, FIRST + 2]).unwrap();
        assert_eq!(full, (2, 1, 1));
        let add = foresee(RegisterChange::Add, &[FIRST, FIRST + 2]).unwrap();
        assert_eq!(add, (3, 1, 0));
        let remove = foresee(RegisterChange::Remove, &[FIRST, FIRST + 2]).unwrap();
        assert_eq!(remove, (1, 0, 1));
        assert_eq!(centre.store.registers().unwrap()[0].numbers, 2);
    });
}

#[test]
fn a_register_that_is_withdrawn_holds_nothing_and_may_come_again() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(2);
        let new = register(&centre, "office");
        take(&centre, &new, RegisterChange::Full, [FIRST]).unwrap();
        assert_eq!(close_all(&centre, 10), 1);
        let id = centre.store.registers().unwrap()[0].id;
        assert!(centre.store.withdraw_register(id).unwrap());
        assert!(!centre.store.withdraw_register(id).unwrap());
        assert_eq!(centre.store.registers().unwrap(), []);
        assert!(!holds(&centre, FIRST));
        assert!(centre.store.register_numbers(id, 0, 10).unwrap().is_empty());
        assert!(
            centre.contact(ids[0]).is_closed(),
            "what it closed stays closed"
        );
        let unknown = take(&centre, &new, RegisterChange::Add, [FIRST]);
        assert!(matches!(unknown, Err(RegisterRefusal::Unknown(_))));
        take(&centre, &new, RegisterChange::Full, [FIRST + 1]).unwrap();
        assert!(holds(&centre, FIRST + 1) && !holds(&centre, FIRST));
        centre.is_sound();
    });
}

#[test]
fn a_withdrawal_ends_an_import_that_is_under_way() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let new = register(&centre, "office");
        take(&centre, &new, RegisterChange::Full, [FIRST]).unwrap();
        let id = centre.store.registers().unwrap()[0].id;
        let numbers = vec![Number::new(FIRST + 1).unwrap()];
        let ended = centre
            .store
            .import_register(&new, RegisterChange::Full, numbers, &mut |_| {
                centre.store.withdraw_register(id).unwrap();
            });
        assert!(matches!(ended, Err(RegisterRefusal::Overtaken(_))));
        assert_eq!(centre.store.registers().unwrap(), []);
    });
}
