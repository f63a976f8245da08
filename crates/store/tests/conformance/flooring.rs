//! The floor says what agents do, how the hour went, and counts every open contact once.

use crate::centre::{Centre, add_list};
use crate::support::with_both;
use engine::{
    Actor, AgentCommand, AgentId, AgentPhase, CallbackChoice, Code, Command, ContactId, Outcome,
    Report, Settings, Zone,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use store::{
    Alert, Author, CampaignState, Cell, Dimension, Floor, NewSession, NewUser, Part, Question,
    Role, Thresholds, UserId, Why,
};

impl Centre {
    pub fn floor(&self) -> Floor {
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        self.store.floor(&zone).unwrap()
    }

    fn phase_of(&self, agent: AgentId) -> AgentPhase {
        let floor = self.floor();
        let there = floor.agents.iter().find(|there| there.id == agent);
        there.unwrap().phase
    }

    /// Every open contact of the list that the floor counts under a reason is behind it.
    fn each_is_counted_once(&self) -> BTreeMap<Why, Vec<ContactId>> {
        let floor = self.floor();
        let list = &floor.campaigns[0].lists[0];
        let stock = self.store.stock(self.list).unwrap();
        assert_eq!(
            list.stock.open(),
            stock.now + stock.today + stock.later,
            "{:?}",
            list.stock
        );
        let count = |why| list.stock.count(why);
        let never = count(Why::Suspended) + count(Why::Never);
        assert_eq!(list.stock.today, stock.today);
        assert_eq!(list.stock.later + never, stock.later);
        let mut behind = BTreeMap::new();
        for why in Why::ALL {
            let found = self.behind(why, None);
            assert_eq!(found.len() as i64, count(why), "{why:?}");
            if !found.is_empty() {
                behind.insert(why, found);
            }
        }
        behind
    }

    fn behind(&self, why: Why, link: Option<i64>) -> Vec<ContactId> {
        let mut all = Vec::new();
        let mut after = ContactId(0);
        loop {
            let (found, next) = self
                .store
                .contacts_behind(self.list, link, why, after, 2)
                .unwrap();
            all.extend(found.iter().map(|hit| hit.row.id));
            match next {
                Some(next) => after = next,
                None => return all,
            }
        }
    }
}

#[test]
fn phases_follow_the_agents() {
    with_both(|database| {
        let centre = Centre::open(database, 3);
        let ids = centre.import(1);
        let [ada, ben, cor] = centre.agents[..] else {
            panic!()
        };
        let lunch = AgentCommand::Break {
            kind: "lunch".to_owned(),
        };
        centre.store.agent_command(ben, lunch).unwrap().unwrap();
        let out = AgentCommand::LogOut;
        centre.store.agent_command(cor, out).unwrap().unwrap();
        assert_eq!(centre.phase_of(ada), AgentPhase::Ready);
        assert_eq!(centre.phase_of(cor), AgentPhase::Out);
        assert_eq!(centre.offer(ada), Some(ids[0]));
        assert_eq!(centre.phase_of(ada), AgentPhase::Reserved);
        let attempt = centre.dial(ids[0], ada).unwrap().contact.dials;
        assert_eq!(centre.phase_of(ada), AgentPhase::Dialling);
        centre.report(ids[0], Report::Answered { attempt });
        let floor = centre.floor();
        let expected = BTreeMap::from([(AgentPhase::Talking, 1), (AgentPhase::Break, 1)]);
        assert_eq!(floor.campaigns[0].phases, expected);
        assert_eq!(floor.campaigns[0].assigned, 3);
        let there = floor.agents.iter().find(|there| there.id == ada).unwrap();
        assert_eq!(there.contact, Some((centre.list, ids[0])));
        assert_eq!(there.key.as_deref(), Some("K1"));
        let there = floor.agents.iter().find(|there| there.id == ben).unwrap();
        assert_eq!(there.detail.as_deref(), Some("lunch"));
    });
}

#[test]
fn figures_equal_the_statistics_of_the_same_instant() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        centre.import(8);
        let outcomes = [Outcome::Answered, Outcome::Busy, Outcome::NoAnswer];
        for (turn, outcome) in outcomes.iter().cycle().take(12).enumerate() {
            let agent = centre.agents[turn % 2];
            if let Some(contact) = centre.offer(agent) {
                centre.call(contact, agent, *outcome);
                if *outcome == Outcome::Answered {
                    let code = if turn % 2 == 0 { "700" } else { "501" };
                    centre.dispose(contact, agent, code, None).unwrap();
                }
            }
            centre.pass(9);
        }
        let floor = centre.floor();
        let ask = |from: Timestamp, by: &[Dimension]| {
            centre
                .store
                .statistics(&Question {
                    from,
                    to: floor.now + SignedDuration::from_micros(1),
                    zone: Zone::new("Europe/Amsterdam").unwrap(),
                    by: by.to_vec(),
                    lists: BTreeSet::new(),
                    agents: BTreeSet::new(),
                    codes: BTreeSet::new(),
                })
                .unwrap()
        };
        let midnight = "2026-01-05T23:00:00Z".parse().unwrap();
        let day = ask(midnight, &[Dimension::Agent]);
        assert!(day.total.positive > 0 && day.total.live > day.total.positive);
        assert_eq!(floor.today.attempts, day.total.attempts);
        assert_eq!(floor.today.live, day.total.live);
        assert_eq!(floor.today.positive, day.total.positive);
        for agent in &floor.agents {
            let part = vec![Part::Agent(agent.id)];
            let (_, tally) = day.lines.iter().find(|(line, _)| *line == part).unwrap();
            assert_eq!(agent.today.attempts, tally.attempts);
            assert_eq!(agent.today.live, tally.live);
            assert_eq!(agent.talked_seconds, tally.talked_seconds);
        }
        let hour = ask(floor.trend_from, &[]).total;
        let campaign = &floor.campaigns[0];
        assert_eq!(campaign.hour.attempts, hour.attempts);
        assert_eq!(campaign.hour.live, hour.live);
        assert_eq!(campaign.hour.positive, hour.positive);
        assert_eq!(campaign.today, floor.today);
        let sum: i64 = floor.trend.iter().map(|slice| slice.attempts).sum();
        assert_eq!(sum, hour.attempts);
        assert!(hour.attempts < day.total.attempts);
    });
}

#[test]
fn every_open_contact_is_counted_once_and_found_behind_its_number() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let ids = centre.import(7);
        let [ada, ben] = centre.agents[..] else {
            panic!()
        };
        assert_eq!(centre.each_is_counted_once().len(), 1);
        // One calls back to its owner in ten minutes, one was busy, one is in hand, one closed.
        centre.offer(ada).unwrap();
        centre.call(ids[0], ada, Outcome::Answered);
        let choice = CallbackChoice {
            at: Some(centre.clock.now() + SignedDuration::from_mins(10)),
            owner: Some(ada),
            ..CallbackChoice::default()
        };
        centre.dispose(ids[0], ada, "310", Some(choice)).unwrap();
        centre.offer(ben).unwrap();
        centre.call(ids[1], ben, Outcome::Busy);
        centre.offer(ada).unwrap();
        centre.offer(ben).unwrap();
        centre.call(ids[3], ben, Outcome::Answered);
        centre.dispose(ids[3], ben, "501", None).unwrap();
        // A roster that allows evenings only.
        let roster = engine::Roster::parse("mo-su 19:00-20:00").unwrap();
        let change = Some(roster);
        centre
            .command(ids[4], ben, Command::SetRoster { change })
            .unwrap();
        let behind = centre.each_is_counted_once();
        assert_eq!(behind[&Why::NotDue], [ids[0], ids[1]]);
        assert_eq!(behind[&Why::InHand], [ids[2]]);
        assert_eq!(behind[&Why::Roster], [ids[4]]);
        assert_eq!(behind[&Why::Now], [ids[5], ids[6]]);
        centre.pass(11);
        let behind = centre.each_is_counted_once();
        assert_eq!(behind[&Why::Reserved], [ids[0]]);
        // At night the law holds all of them; the owner's time is over by then.
        centre
            .clock
            .advance_to("2026-01-06T22:30:00Z".parse().unwrap());
        let behind = centre.each_is_counted_once();
        assert!(behind[&Why::Law].len() >= 2, "{behind:?}");
        assert!(!behind.contains_key(&Why::Roster), "{behind:?}");
        centre.is_sound();
    });
}

#[test]
fn a_filtered_link_counts_its_members_and_the_others_apart() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(5);
        let link = centre.store.links(centre.list).unwrap()[0].id;
        let chosen = ids[1];
        centre
            .store
            .filter_link(link, "one", move |row| row.id == chosen)
            .unwrap();
        let floor = centre.floor();
        let stock = &floor.campaigns[0].lists[0].stock;
        assert_eq!(stock.count(Why::Now), 1);
        assert_eq!(stock.count(Why::Filtered), 4);
        assert_eq!(stock.open(), 5);
        assert_eq!(centre.behind(Why::Now, Some(link)), [chosen]);
        let others = [ids[0], ids[2], ids[3], ids[4]];
        assert_eq!(centre.behind(Why::Filtered, Some(link)), others);
    });
}

#[test]
fn alerts_come_when_there_is_reason_and_go_with_it() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (ada, by) = (centre.agents[0], UserId(0));
        let idle = centre.store.add_campaign("Idle", CampaignState::Running);
        let idle = idle.unwrap();
        let alerts = || centre.floor().alerts();
        let no_stock = Alert::NoStock {
            campaign: centre.campaign,
            list: Some(centre.list),
        };
        let no_links = Alert::NoLinks { campaign: idle };
        assert_eq!(alerts(), [no_stock.clone(), no_links]);
        let other = add_list(&centre.store, "Other", Settings::default());
        centre.store.add_link(idle, other, 500).unwrap();
        assert_eq!(alerts(), [no_stock]);
        let ids = centre.import(1);
        assert_eq!(alerts(), []);
        centre.offer(ada).unwrap();
        centre.call(ids[0], ada, Outcome::Answered);
        let since = centre.clock.now();
        centre.store.renew(ada).unwrap();
        centre.pass(9);
        let wraps_up = Alert::WrapUpLong { agent: ada, since };
        let silent = Alert::DeskSilent {
            agent: ada,
            heard: since,
        };
        assert!(!alerts().contains(&wraps_up));
        centre.pass(1);
        assert!(alerts().contains(&wraps_up) && alerts().contains(&silent));
        let patient = Thresholds {
            wrap_up_minutes: 30,
            silent_minutes: 60,
            ..Thresholds::default()
        };
        centre.store.set_thresholds(patient, by).unwrap();
        assert!(!alerts().contains(&wraps_up) && !alerts().contains(&silent));
        let none = Thresholds {
            stock_minutes: 0,
            ..patient
        };
        assert!(centre.store.set_thresholds(none, by).is_err());
        let due = centre.clock.now() + SignedDuration::from_mins(5);
        let choice = CallbackChoice {
            at: Some(due),
            ..CallbackChoice::default()
        };
        centre.dispose(ids[0], ada, "300", Some(choice)).unwrap();
        centre.pass(36);
        let found = alerts();
        let overdue = Alert::CallbacksOverdue {
            campaign: centre.campaign,
            list: centre.list,
            count: 1,
            oldest: due,
        };
        assert!(found.contains(&overdue), "{found:?}");
        let short = AgentCommand::Break {
            kind: "short".to_owned(),
        };
        centre.store.agent_command(ada, short).unwrap().unwrap();
        centre.pass(10);
        let long =
            |alert: &Alert| matches!(alert, Alert::BreakLong { kind, .. } if kind == "short");
        assert!(alerts().iter().any(long), "{:?}", alerts());
    });
}

#[test]
fn stock_that_runs_out_is_told_by_the_pace_of_the_last_hour() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(10);
        let ada = centre.agents[0];
        for _ in 0..6 {
            let contact = centre.offer(ada).unwrap();
            centre.call(contact, ada, Outcome::NoAnswer);
            centre.pass(1);
        }
        let floor = centre.floor();
        assert_eq!(floor.campaigns[0].hour.attempts, 6);
        // Four are left at six an hour.
        let told = |alert: &Alert| matches!(alert, Alert::StockRunsOut { .. });
        assert!(!floor.alerts().iter().any(told));
        let patient = Thresholds {
            stock_minutes: 45,
            ..Thresholds::default()
        };
        centre.store.set_thresholds(patient, UserId(0)).unwrap();
        let runs_out = Alert::StockRunsOut {
            campaign: centre.campaign,
            minutes: 40,
        };
        assert!(centre.floor().alerts().contains(&runs_out));
    });
}

#[test]
fn a_message_stays_until_it_is_read() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let [ada, ben] = centre.agents[..] else {
            panic!()
        };
        let all = BTreeSet::from([ada, ben]);
        let send = |text: &str| centre.store.send_message(&all, "Sue", text, UserId(0));
        send("Lunch is ready.").unwrap();
        centre.pass(1);
        send("It gets cold.").unwrap();
        assert!(send("  ").is_err() && send(&"x".repeat(501)).is_err());
        let unread = centre.store.unread_messages(ada).unwrap();
        let texts: Vec<&str> = unread.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["Lunch is ready.", "It gets cold."]);
        centre.store.read_messages(ada, unread[0].id).unwrap();
        assert_eq!(centre.store.unread_messages(ada).unwrap(), unread[1..]);
        assert_eq!(centre.store.unread_messages(ben).unwrap().len(), 2);
        let sent = centre.store.sent_messages(10).unwrap();
        let seen: Vec<bool> = sent.iter().map(|it| it.seen.is_some()).collect();
        assert_eq!(seen.iter().filter(|seen| **seen).count(), 1);
        assert_eq!(sent.len(), 4);
        let log = centre.store.floor_log(Some(ada), 10).unwrap();
        assert_eq!((log[0].word.as_str(), log.len()), ("message", 2));
    });
}

fn user_of(centre: &Centre, agent: AgentId) -> UserId {
    let new = NewUser {
        login: "ada".to_owned(),
        name: "Ada".to_owned(),
        password_hash: None,
        role: Role::Agent,
        agent: Some(agent),
        language: None,
        must_change: false,
    };
    let user = centre.store.add_user(new, Author::default());
    let user = user.unwrap().unwrap();
    let session = NewSession {
        token_hash: "hash".to_owned(),
        user,
        lasts: SignedDuration::from_hours(8),
        idle: None,
        address: "192.0.2.7".to_owned(),
        agent_text: "Firefox".to_owned(),
    };
    centre.store.open_session(session).unwrap().unwrap();
    user
}

#[test]
fn whoever_is_to_go_goes_when_the_contact_is_let_go() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(3);
        let (ada, actor, by) = (centre.agents[0], Actor::Supervisor(AgentId(0)), UserId(0));
        let user = user_of(&centre, ada);
        let sessions = || centre.store.sessions_of(user).unwrap().len();
        centre.offer(ada).unwrap();
        assert!(centre.store.end_agent(ada, actor, by).unwrap());
        assert_eq!(sessions(), 1);
        // She may be kept after all.
        let ready = AgentCommand::Ready;
        let kept = centre.store.command_agent(ada, ready, actor, by).unwrap();
        assert!(!kept.unwrap().out_next);
        centre.command(ids[0], ada, Command::Release).unwrap();
        assert_eq!((sessions(), centre.phase_of(ada)), (1, AgentPhase::Ready));
        centre.offer(ada).unwrap();
        assert!(centre.store.end_agent(ada, actor, by).unwrap());
        centre.command(ids[1], ada, Command::Release).unwrap();
        assert_eq!((sessions(), centre.phase_of(ada)), (0, AgentPhase::Out));
        let refused = centre
            .store
            .command_agent(ada, AgentCommand::Ready, actor, by);
        assert!(refused.unwrap().is_err());
        centre.is_sound();
    });
}

#[test]
fn a_contact_is_taken_out_of_the_hands_whatever_they_do() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import(3);
        let (ada, actor, by) = (centre.agents[0], Actor::Supervisor(AgentId(0)), UserId(0));
        let unlock = |id: ContactId| centre.store.unlock_contact(&centre.contact(id), actor, by);
        centre.offer(ada).unwrap();
        assert!(centre.command(ids[0], ada, Command::TakeBack).is_err());
        let back = unlock(ids[0]).unwrap();
        assert_eq!(
            (back.contact.hand, back.contact.counters.attempts),
            (None, 0)
        );
        centre.offer(ada).unwrap();
        centre.dial(ids[1], ada).unwrap();
        let back = unlock(ids[1]).unwrap();
        assert_eq!(back.orders, [engine::Effect::HangUp { attempt: 1 }]);
        assert_eq!(back.attempts[0].outcome, Outcome::Interrupted);
        centre.offer(ada).unwrap();
        centre.call(ids[2], ada, Outcome::Answered);
        let back = unlock(ids[2]).unwrap();
        assert_eq!((back.contact.hand, back.attempts.len()), (None, 1));
        assert!(unlock(ids[2]).is_err());
        assert_eq!(centre.phase_of(ada), AgentPhase::Ready);
        let log = centre.store.floor_log(Some(ada), 10).unwrap();
        assert_eq!(log.iter().filter(|line| line.word == "unlock").count(), 3);
        centre.is_sound();
    });
}

#[test]
fn the_grid_says_what_is_offered_to_whom_and_when() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_from(1, 3);
        let (ada, by) = (centre.agents[0], UserId(0));
        let there = || centre.store.cells().unwrap()[0];
        let change = |to: Option<Cell>| {
            let change = store::CellChange {
                campaign: centre.campaign,
                agent: ada,
                was: Some(there()),
                to,
            };
            assert!(centre.store.change_cells(vec![change], by).unwrap());
        };
        let always = Cell::always(centre.campaign, ada);
        assert_eq!(there(), always);
        centre.next_is(Some(ids[0]));
        change(Some(Cell {
            callbacks_only: true,
            ..always
        }));
        centre.next_is(None);
        let want = AgentCommand::Want {
            contact: Some(ids[1]),
        };
        centre.store.agent_command(ada, want).unwrap().unwrap();
        centre.next_is(None);
        let due = centre.clock.now() + SignedDuration::from_mins(5);
        let set = Command::Set {
            code: Code::new("300"),
            reset: false,
            due: Some(due),
            owner: None,
        };
        centre.command(ids[2], ada, set).unwrap();
        centre.next_is(None);
        centre.pass(5);
        assert_eq!(centre.offer(ada), Some(ids[2]));
        centre.command(ids[2], ada, Command::Release).unwrap();
        let tomorrow = "2026-01-06T23:00:00Z".parse().unwrap();
        change(Some(Cell {
            from: Some(tomorrow),
            ..always
        }));
        centre.next_is(None);
        centre
            .clock
            .advance_to("2026-01-07T09:00:00Z".parse().unwrap());
        assert_eq!(centre.offer(ada), Some(ids[2]));
        centre.command(ids[2], ada, Command::Release).unwrap();
        change(Some(Cell {
            until: Some(centre.clock.now()),
            ..always
        }));
        centre.next_is(None);
        assert_eq!(centre.floor().campaigns[0].assigned, 0);
        centre.is_sound();
    });
}

#[test]
fn who_has_seen_an_older_grid_changes_nothing() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (ada, by) = (centre.agents[0], UserId(0));
        let always = Cell::always(centre.campaign, ada);
        let callbacks = Cell {
            callbacks_only: true,
            ..always
        };
        let change = |was: Cell, to: Option<Cell>| {
            let change = store::CellChange {
                campaign: centre.campaign,
                agent: ada,
                was: Some(was),
                to,
            };
            centre.store.change_cells(vec![change], by).unwrap()
        };
        assert!(change(always, Some(callbacks)));
        assert!(!change(always, None));
        let there = || centre.store.cells().unwrap();
        assert_eq!(there(), [callbacks]);
        centre
            .store
            .move_agent(ada, centre.campaign, true, by)
            .unwrap();
        assert_eq!(there(), [always]);
        let log = centre.store.floor_log(Some(ada), 10).unwrap();
        let words: Vec<&str> = log.iter().map(|line| line.word.as_str()).collect();
        assert_eq!(words, ["move", "grid"]);
    });
}

#[test]
fn moving_somewhere_alone_ends_the_other_work() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (ada, by) = (centre.agents[0], UserId(0));
        let other = centre.store.add_campaign("Other", CampaignState::Running);
        let other = other.unwrap();
        let campaigns = || -> Vec<_> {
            let cells = centre.store.cells().unwrap();
            cells.iter().map(|cell| cell.campaign).collect()
        };
        centre.store.move_agent(ada, other, false, by).unwrap();
        assert_eq!(campaigns(), [centre.campaign, other]);
        centre.store.move_agent(ada, other, true, by).unwrap();
        assert_eq!(campaigns(), [other]);
        let kept = store::TemplateCell {
            campaign: other,
            agent: ada,
            callbacks_only: true,
            today: true,
            tomorrow: false,
        };
        let keep = |cells| centre.store.set_grid_template("Morning", cells).unwrap();
        keep(Some(vec![kept]));
        assert_eq!(centre.store.grid_templates().unwrap()["Morning"], [kept]);
        keep(None);
        assert!(centre.store.grid_templates().unwrap().is_empty());
    });
}
