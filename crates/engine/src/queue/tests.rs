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
        in_vain: Vec::new(),
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
        match rules.turn(&waiter, ready, at(second)) {
            QueueTurn::Ask(agent) => {
                waiter
                    .in_vain
                    .extend(waiter.asked.map(|(before, _)| before));
                waiter.asked = Some((agent, at(second)));
                asked.push((second, agent));
            }
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
    assert_eq!((ended, end), (20 + 7 * 15, InboundEnd::SentOn));
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
