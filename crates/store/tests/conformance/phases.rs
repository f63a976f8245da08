//! What agents do, from when to when, and for which campaign they try.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{AgentCommand, Outcome, Report, Zone};
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::SessionDay;

fn times(centre: &Centre, from: &str, to: &str) -> Vec<SessionDay> {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    centre.store.session_times(at(from), at(to), &zone).unwrap()
}

#[test]
fn an_hour_of_an_agent_is_told_by_what_she_did() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let ids = centre.import(1);
        centre.pass(10);
        assert_eq!(centre.offer(ada), Some(ids[0]));
        centre.pass(1);
        let attempt = centre.dial(ids[0], ada).unwrap().contact.dials;
        centre.pass(2);
        centre.report(ids[0], Report::Answered { attempt });
        centre.pass(3);
        let cause = engine::Cause::default();
        let outcome = Outcome::Answered;
        centre.report(
            ids[0],
            Report::Ended {
                attempt,
                outcome,
                cause,
            },
        );
        centre.pass(4);
        let lunch = AgentCommand::Break {
            kind: "lunch".to_owned(),
        };
        centre.store.agent_command(ada, lunch).unwrap().unwrap();
        centre.dispose(ids[0], ada, "500", None).unwrap();
        centre.pass(40);
        let day = &times(&centre, "2026-01-06T00:00:00Z", "2026-01-07T00:00:00Z")[0];
        let minutes = |seconds: i64| seconds / 60;
        assert_eq!(day.agent, ada);
        assert_eq!(minutes(day.waiting), 10);
        assert_eq!(minutes(day.preview), 1);
        assert_eq!(minutes(day.dialling), 2);
        assert_eq!(minutes(day.talking), 3);
        assert_eq!(minutes(day.wrap_up), 4);
        assert_eq!(day.breaks, BTreeMap::from([("lunch".to_owned(), 2_400)]));
        assert_eq!(minutes(day.logged_in), 60);
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (from, to) = (at("2026-01-06T09:11:00Z"), at("2026-01-06T09:17:00Z"));
        let lines = centre.store.phases_of(ada, from, to).unwrap();
        let phases: Vec<&str> = lines.iter().map(|line| line.phase.as_str()).collect();
        assert_eq!(phases, ["dialling", "talking", "wrap_up"]);
        assert_eq!(lines[0].contact, Some((centre.list, ids[0])));
        assert_eq!(lines[0].until, Some(lines[1].since));
        centre.is_sound();
    });
}

#[test]
fn a_night_belongs_to_two_days_and_who_left_counts_no_longer() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        centre.pass(14 * 60);
        centre
            .store
            .agent_command(ada, AgentCommand::LogOut)
            .unwrap()
            .unwrap();
        centre.pass(60);
        let hours: Vec<(String, i64)> =
            times(&centre, "2026-01-05T00:00:00Z", "2026-01-09T00:00:00Z")
                .iter()
                .map(|day| (day.day.to_string(), day.waiting / 60))
                .collect();
        let expected = [("2026-01-06".to_owned(), 14 * 60)];
        assert_eq!(hours, expected);
        centre
            .store
            .agent_command(ada, AgentCommand::LogIn)
            .unwrap()
            .unwrap();
        centre
            .store
            .agent_command(ada, AgentCommand::Ready)
            .unwrap()
            .unwrap();
        centre.pass(23 * 60 + 30);
        let days = times(&centre, "2026-01-07T00:00:00Z", "2026-01-09T00:00:00Z");
        let hours: Vec<i64> = days.iter().map(|day| day.waiting / 60).collect();
        assert_eq!(hours.iter().sum::<i64>(), 23 * 60 + 30);
        assert_eq!(hours.len(), 2, "{days:?}");
    });
}

#[test]
fn an_attempt_knows_the_campaign_it_was_made_for() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let ids = centre.import(2);
        assert_eq!(centre.offer(ada), Some(ids[0]));
        centre.call(ids[0], ada, Outcome::Busy);
        let attempts = centre.store.attempts_of(centre.list, ids[0]).unwrap();
        assert_eq!(attempts[0].campaign, Some(centre.campaign));
        let claim = engine::Command::Claim {
            agent: ada,
            campaign: None,
            facts: engine::Facts::default(),
        };
        centre.command(ids[1], ada, claim).unwrap();
        centre.call(ids[1], ada, Outcome::Busy);
        let attempts = centre.store.attempts_of(centre.list, ids[1]).unwrap();
        assert_eq!(attempts[0].campaign, None);
        centre.is_sound();
    });
}
