//! Desks that are open, and desks that have gone silent; breaks that wait for the contact in
//! hand.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{Actor, AgentCommand, Outcome, Presence, Report};
use store::Entry;

fn expire(centre: &Centre) -> usize {
    let expired = centre.store.expired(10).unwrap();
    for (list, contact) in &expired {
        let report = Entry::report(*list, *contact, Actor::Keeper, Report::LeaseExpired);
        centre.store.record(report).unwrap();
    }
    expired.len()
}

#[test]
fn an_open_desk_keeps_a_long_call_and_writes_seldom() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let ada = centre.agents[0];
        assert_eq!(centre.store.renew(ada).unwrap(), None);
        let contact = centre.offer(ada).unwrap();
        let attempt = centre.dial(contact, ada).unwrap().contact.dials;
        centre.report(contact, Report::Answered { attempt });
        let events = || centre.store.history(centre.list, contact).unwrap().len();
        let before = events();
        for _ in 0..100 {
            centre.pass(1);
            centre.store.renew(ada).unwrap();
            assert_eq!(expire(&centre), 0);
        }
        assert_eq!(events(), before + 3, "one event in half an hour");
        assert_eq!(centre.contact(contact).state(), "in_hand");
        let seen = centre.store.agent(ada).unwrap().unwrap().seen.unwrap();
        assert!(centre.clock.now().duration_since(seen).as_mins() < 2);
        assert_eq!(centre.store.agents_seen().unwrap(), [(ada, Some(seen))]);
        centre.pass(61);
        assert_eq!(expire(&centre), 1, "whoever is silent loses the contact");
        assert_eq!(centre.contact(contact).code.as_str(), "064");
        assert_eq!(centre.store.renew(ada).unwrap(), None);
        centre.is_sound();
    });
}

#[test]
fn an_open_desk_does_not_lengthen_the_wrap_up() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(1);
        let ada = centre.agents[0];
        let contact = centre.offer(ada).unwrap();
        let ended = centre.call(contact, ada, Outcome::Answered);
        let until = ended.contact.hand.unwrap().lease_until;
        centre.pass(8);
        assert_eq!(centre.store.renew(ada).unwrap(), Some(until));
        assert_eq!(
            ended.seq,
            centre.store.history(centre.list, contact).unwrap().len() as i64
        );
    });
}

#[test]
fn leaving_waits_for_the_contact_in_hand_and_can_be_taken_back() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let ids = centre.import(2);
        let ask = |command| centre.store.agent_command(ada, command).unwrap().unwrap();
        let there = || centre.store.agent(ada).unwrap().unwrap().agent;
        let lunch = || AgentCommand::Break {
            kind: "lunch".to_owned(),
        };
        assert_eq!(centre.offer(ada), Some(ids[0]));
        assert_eq!(ask(lunch()).break_next.as_deref(), Some("lunch"));
        assert!(!ask(AgentCommand::Ready).is_leaving());
        ask(lunch());
        centre.call(ids[0], ada, Outcome::Answered);
        centre.dispose(ids[0], ada, "500", None).unwrap();
        let begun = there();
        assert_eq!(
            begun.since,
            centre.clock.now(),
            "it begins with the disposition"
        );
        assert_eq!(
            begun.presence,
            Presence::Break {
                kind: "lunch".to_owned()
            }
        );
        ask(AgentCommand::Ready);
        assert_eq!(centre.offer(ada), Some(ids[1]));
        assert!(ask(AgentCommand::LogOut).out_next);
        assert_eq!(there().presence, Presence::Ready);
        centre.call(ids[1], ada, Outcome::Busy);
        assert_eq!(there().presence, Presence::Out);
        assert!(!there().is_leaving());
        centre.is_sound();
    });
}
