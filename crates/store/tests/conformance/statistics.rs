//! Figures equal what one gets by going through the attempts by hand.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Code, Command, ListId, Outcome, Report, Zone};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use store::{Dimension, Part, Question};

type Contact = (ListId, i64);

fn question(by: &[Dimension]) -> Question {
    Question {
        from: Timestamp::UNIX_EPOCH,
        to: "2100-01-01T00:00:00Z".parse().unwrap(),
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        by: by.to_vec(),
        lists: BTreeSet::new(),
        agents: BTreeSet::new(),
        codes: BTreeSet::new(),
    }
}

/// Two agents, some attempts each, over some hours.
fn worked(centre: &Centre) {
    centre.import(6);
    let outcomes = [
        Outcome::Busy,
        Outcome::NoAnswer,
        Outcome::Machine,
        Outcome::Answered,
    ];
    for (turn, outcome) in outcomes.iter().cycle().take(14).enumerate() {
        let agent = centre.agents[turn % 2];
        let Some(contact) = centre.offer(agent) else {
            centre.pass(25);
            continue;
        };
        if *outcome == Outcome::Answered {
            let attempt = centre.dial(contact, agent).unwrap().contact.dials;
            centre.report(contact, Report::Answered { attempt });
            centre.pass(3);
            let code = Code::new("700");
            let dispose = Command::Dispose {
                code,
                callback: None,
            };
            centre.command(contact, agent, dispose).unwrap();
        } else {
            centre.call(contact, agent, *outcome);
        }
        centre.pass(7);
    }
}

#[test]
fn every_dimension_adds_up_to_the_total() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        worked(&centre);
        let total = centre.store.statistics(&question(&[])).unwrap().total;
        assert!(total.attempts >= 6, "{total:?}");
        assert!(
            total.positive > 0 && total.talked_seconds >= 180,
            "{total:?}"
        );
        for dimension in Dimension::ALL {
            let answer = centre.store.statistics(&question(&[dimension])).unwrap();
            let attempts: i64 = answer.lines.iter().map(|(_, tally)| tally.attempts).sum();
            let talked: i64 = answer
                .lines
                .iter()
                .map(|(_, tally)| tally.talked_seconds)
                .sum();
            assert_eq!((attempts, talked), (total.attempts, total.talked_seconds));
            assert_eq!(answer.total, total);
        }
    });
}

#[test]
fn three_levels_equal_the_attempts_one_by_one() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        worked(&centre);
        let by = [Dimension::Agent, Dimension::Code, Dimension::Hour];
        let answer = centre.store.statistics(&question(&by)).unwrap();
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        let mut by_hand: BTreeMap<Vec<Part>, (i64, BTreeSet<Contact>)> = BTreeMap::new();
        let mut ids = Vec::new();
        let mut take = |row: store::ContactRow| {
            ids.push(row.id);
            Ok(())
        };
        centre.store.each_contact(centre.list, &mut take).unwrap();
        for id in ids {
            for attempt in centre.store.attempts_of(centre.list, id).unwrap() {
                let key = vec![
                    Part::Agent(attempt.agent),
                    Part::Code(attempt.code.to_string()),
                    Part::Hour(zone.local(attempt.coded_at).hour()),
                ];
                let line = by_hand.entry(key).or_default();
                line.0 += 1;
                line.1.insert((centre.list, id.0));
            }
        }
        let told: BTreeMap<Vec<Part>, (i64, i64)> = answer
            .lines
            .iter()
            .map(|(key, tally)| (key.clone(), (tally.attempts, tally.contacts())))
            .collect();
        let by_hand: BTreeMap<Vec<Part>, (i64, i64)> = by_hand
            .into_iter()
            .map(|(key, (attempts, contacts))| (key, (attempts, contacts.len() as i64)))
            .collect();
        assert_eq!(told, by_hand);
    });
}

#[test]
fn the_attempts_behind_a_figure_are_as_many_as_it_says() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        worked(&centre);
        let question = question(&[Dimension::Code]);
        for (line, tally) in centre.store.statistics(&question).unwrap().lines {
            let behind = centre.store.tried(&question, &line, 1000).unwrap();
            assert_eq!(behind.len() as i64, tally.attempts);
            let some = centre.store.tried(&question, &line, 1).unwrap();
            assert_eq!(some.len(), 1);
        }
    });
}

#[test]
fn only_what_is_asked_for_is_counted() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        worked(&centre);
        let mut one_agent = question(&[Dimension::Agent]);
        one_agent.agents.insert(centre.agents[0]);
        let answer = centre.store.statistics(&one_agent).unwrap();
        assert_eq!(answer.lines.len(), 1);
        let mut before = question(&[]);
        before.to = Timestamp::UNIX_EPOCH;
        assert_eq!(centre.store.statistics(&before).unwrap().total.attempts, 0);
    });
}
