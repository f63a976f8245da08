//! What an agent asks for: the next contact of choice, breaks; and who is not ready.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{AgentCommand, AgentId, Command, Outcome, Presence};
use store::Offered;

fn ask(centre: &Centre, agent: AgentId, command: AgentCommand) {
    centre.store.agent_command(agent, command).unwrap().unwrap();
}

fn not_ready(centre: &Centre, agent: AgentId) -> String {
    match centre.store.offer(agent).unwrap() {
        Offered::NotReady(reason) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_contact_that_is_asked_for_goes_first_once() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let [first, second, third] = centre.import(3)[..] else {
            panic!()
        };
        ask(
            &centre,
            ada,
            AgentCommand::Want {
                contact: Some(third),
            },
        );
        assert!(
            matches!(centre.store.peek(ada).unwrap(), Offered::Peek { contact, .. } if contact == third)
        );
        assert_eq!(centre.offer(ada), Some(third));
        centre.call(third, ada, Outcome::Busy);
        centre.pass(15);
        assert_eq!(centre.store.agent(ada).unwrap().unwrap().agent.wants, None);
        // It is due again, and an unreached one goes before the new ones: but not for the wish.
        assert_eq!(centre.offer(ada), Some(third));
        centre.call(third, ada, Outcome::Busy);
        assert_eq!(centre.offer(ada), Some(first));
        centre.command(first, ada, Command::Release).unwrap();
        assert_eq!(centre.offer(ada), Some(second));
        centre.is_sound();
    });
}

#[test]
fn a_contact_that_somebody_else_has_is_not_waited_for() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let [first, second] = centre.import(2)[..] else {
            panic!()
        };
        assert_eq!(centre.offer(ben), Some(first));
        for wanted in [first, engine::ContactId(4_711)] {
            ask(
                &centre,
                ada,
                AgentCommand::Want {
                    contact: Some(wanted),
                },
            );
            assert_eq!(centre.offer(ada), Some(second));
            centre.command(second, ada, Command::Release).unwrap();
            centre.pass(1);
        }
        centre.is_sound();
    });
}

#[test]
fn whoever_is_not_ready_is_told_so() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let id = centre.import(1)[0];
        assert!(not_ready(&centre, AgentId(99)).contains("no agent 99"));
        ask(
            &centre,
            ada,
            AgentCommand::Break {
                kind: "lunch".into(),
            },
        );
        assert!(not_ready(&centre, ada).contains("choose ready"));
        ask(&centre, ada, AgentCommand::LogOut);
        assert!(not_ready(&centre, ada).contains("log in"));
        let refused = centre
            .store
            .agent_command(ada, AgentCommand::Ready)
            .unwrap();
        assert_eq!(refused.unwrap_err(), "not logged in: log in first");
        ask(&centre, ada, AgentCommand::LogIn);
        ask(&centre, ada, AgentCommand::Ready);
        assert_eq!(centre.offer(ada), Some(id));
        assert!(not_ready(&centre, ada).contains("in hand"));
        centre.is_sound();
    });
}

#[test]
fn a_break_that_is_asked_for_in_a_call_begins_when_the_contact_is_let_go() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ada = centre.agents[0];
        let id = centre.import(2)[0];
        assert_eq!(centre.offer(ada), Some(id));
        centre.dial(id, ada).unwrap();
        ask(
            &centre,
            ada,
            AgentCommand::Break {
                kind: "lunch".into(),
            },
        );
        assert_eq!(
            centre.store.agent(ada).unwrap().unwrap().agent.presence,
            Presence::Ready
        );
        centre.dispose(id, ada, "120", None).unwrap();
        let there = centre.store.agent(ada).unwrap().unwrap().agent;
        assert_eq!(
            there.presence,
            Presence::Break {
                kind: "lunch".into()
            }
        );
        assert_eq!(there.break_next, None);
        ask(&centre, ada, AgentCommand::Ready);
        assert!(centre.offer(ada).is_some());
        centre.is_sound();
    });
}
