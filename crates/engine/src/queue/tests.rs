//! A caller's way through a queue, second by second.

use super::*;

const ANNA: AgentId = AgentId(1);
const BEN: AgentId = AgentId(2);
const CLEO: AgentId = AgentId(3);

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

fn waiter() -> Waiter {
    Waiter {
        since: at(0),
        first: Some(BEN),
        asked: None,
        in_vain: BTreeMap::new(),
    }
}

/// Plays seconds; whoever is asked does not answer.
fn play(
    rules: &QueueRules,
    mut waiter: Waiter,
    ready: &[AgentId],
) -> (Vec<(i64, AgentId)>, i64, InboundEnd) {
    let mut asked = Vec::new();
    let mut second = 0;
    loop {
        let turn = rules.turn(&waiter, ready, at(second));
        if matches!(turn, QueueTurn::Ask(_) | QueueTurn::AskNobody) {
            let before = waiter.asked.take();
            waiter
                .in_vain
                .extend(before.map(|(before, _)| (before, at(second))));
        }
        match turn {
            QueueTurn::Ask(agent) => {
                waiter.asked = Some((agent, at(second)));
                asked.push((second, agent));
            }
            QueueTurn::AskNobody => {}
            QueueTurn::Wait => {}
            QueueTurn::GiveUp(end) => return (asked, second, end),
        }
        second += 1;
    }
}

#[test]
fn the_owner_is_asked_first_and_longest_then_the_longest_ready() {
    let rules = QueueRules::default();
    let (asked, ended, end) = play(&rules, waiter(), &[ANNA, BEN, CLEO]);
    let first: Vec<_> = asked.iter().take(5).copied().collect();
    assert_eq!(
        first,
        [(0, BEN), (20, ANNA), (35, CLEO), (50, BEN), (65, ANNA)]
    );
    assert_eq!((ended, end), (300, InboundEnd::AgentSilent));
}

#[test]
fn so_many_agents_are_asked_and_not_so_often() {
    let rules = QueueRules {
        asks_most: 3,
        ..QueueRules::default()
    };
    let (_, ended, end) = play(&rules, waiter(), &[ANNA, BEN, CLEO]);
    assert_eq!((ended, end), (20 + 2 * 15, InboundEnd::SentOn));
    // Two are not three, however often they are asked.
    let (asked, ended, end) = play(&rules, waiter(), &[ANNA, BEN]);
    assert!(asked.len() > 8, "{asked:?}");
    assert_eq!((ended, end), (300, InboundEnd::AgentSilent));
}

/// Whoever becomes free meanwhile is hers: nobody is asked who does not answer anyway.
#[test]
fn one_who_is_there_alone_is_asked_again_after_a_rest() {
    let rules = QueueRules::default();
    let (asked, ended, end) = play(&rules, waiter(), &[ANNA]);
    let first: Vec<_> = asked.iter().take(3).copied().collect();
    assert_eq!(first, [(0, ANNA), (45, ANNA), (90, ANNA)]);
    assert_eq!((ended, end), (300, InboundEnd::AgentSilent));
    let asked = Waiter {
        asked: Some((ANNA, at(0))),
        ..waiter()
    };
    assert_eq!(rules.turn(&asked, &[ANNA], at(14)), QueueTurn::Wait);
    assert_eq!(rules.turn(&asked, &[ANNA], at(15)), QueueTurn::AskNobody);
    let rests = Waiter {
        in_vain: [(ANNA, at(15))].into(),
        ..waiter()
    };
    assert_eq!(rules.turn(&rests, &[ANNA], at(16)), QueueTurn::Wait);
    assert_eq!(
        rules.turn(&rests, &[ANNA, CLEO], at(16)),
        QueueTurn::Ask(CLEO)
    );
    assert_eq!(rules.turn(&rests, &[ANNA], at(45)), QueueTurn::Ask(ANNA));
}

#[test]
fn an_owner_who_is_not_ready_is_passed_over() {
    let rules = QueueRules::default();
    assert_eq!(rules.turn(&waiter(), &[CLEO], at(0)), QueueTurn::Ask(CLEO));
}

#[test]
fn whoever_is_asked_and_leaves_is_asked_no_more() {
    let rules = QueueRules::default();
    let asked = Waiter {
        asked: Some((BEN, at(1))),
        ..waiter()
    };
    assert_eq!(rules.turn(&asked, &[ANNA, BEN], at(5)), QueueTurn::Wait);
    assert_eq!(rules.turn(&asked, &[ANNA], at(5)), QueueTurn::Ask(ANNA));
    assert_eq!(rules.turn(&asked, &[], at(5)), QueueTurn::AskNobody);
}

#[test]
fn nobody_waits_for_ever() {
    let rules = QueueRules {
        wait_seconds: 40,
        ..QueueRules::default()
    };
    assert_eq!(
        play(&rules, waiter(), &[]),
        (vec![], 40, InboundEnd::WaitedTooLong)
    );
    let (_, ended, end) = play(&rules, waiter(), &[BEN, ANNA]);
    assert_eq!((ended, end), (40, InboundEnd::AgentSilent));
    // Who was asked is there no more: nobody could have taken it.
    let left = Waiter {
        asked: Some((ANNA, at(30))),
        in_vain: [(BEN, at(20))].into(),
        ..waiter()
    };
    let end = QueueTurn::GiveUp(InboundEnd::WaitedTooLong);
    assert_eq!(rules.turn(&left, &[CLEO], at(40)), end);
}

#[test]
fn a_number_says_why_nobody_may_wait() {
    let zone = Zone::new("Asia/Tokyo").unwrap();
    let day = zone.local(at(0)).date();
    let open = QueueRules {
        waiting_most: 2,
        ..QueueRules::default()
    };
    let shut: Roster = Roster::parse("mo-su 08:00-08:30").unwrap();
    assert_eq!(open.refuses(1, at(0), &zone), None);
    assert_eq!(open.refuses(2, at(0), &zone), Some(InboundEnd::QueueFull));
    for (rules, end) in [
        (
            QueueRules {
                hours: Some(shut),
                ..open.clone()
            },
            InboundEnd::OutsideHours,
        ),
        (
            QueueRules {
                closed_on: vec![day],
                ..open.clone()
            },
            InboundEnd::Holiday,
        ),
        (
            QueueRules {
                closed_for_now: true,
                ..open.clone()
            },
            InboundEnd::Emergency,
        ),
    ] {
        assert_eq!(rules.refuses(0, at(0), &zone), Some(end));
    }
}
