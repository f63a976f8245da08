//! A supervisor at a talk: who hears whom, measured at each ear.

use crate::during::{Talk, desk};
use crate::sound::{AGENT, CUSTOMER, SUPERVISOR, While, a_while};
use engine::{AgentId, Listening, Wish};
use std::time::Duration;

const SUE: AgentId = AgentId(104);

impl Talk {
    fn listens(&mut self, mode: Option<Listening>) -> While {
        let listen = Wish::Listen { user: 9, mode };
        let phone = desk(SUE, SUPERVISOR.0);
        self.asterisk
            .during(crate::during::ANNA, listen, Some(phone));
        a_while()
    }
}

#[test]
fn who_listens_who_whispers_and_who_joins_is_heard_as_she_asked_for() {
    let mut talk = Talk::with("listening", 115);
    // Her phone rings first.
    talk.listens(Some(Listening::Listens));
    let listens = talk.listens(Some(Listening::Listens));
    let whispers = talk.listens(Some(Listening::Whispers));
    let joined = talk.listens(Some(Listening::Joined));
    let again = talk.listens(Some(Listening::Listens));
    let over = talk.listens(None);
    talk.ends();
    std::thread::sleep(Duration::from_millis(300));

    let all = [CUSTOMER, AGENT, SUPERVISOR];
    let (customer, agent, supervisor) = (CUSTOMER.0, AGENT.0, SUPERVISOR.0);
    let table: [(&str, While, [&[&str]; 3]); 4] = [
        (
            "listens",
            listens,
            [&[agent], &[customer], &[customer, agent]],
        ),
        (
            "whispers",
            whispers,
            [&[agent], &[customer, supervisor], &[customer, agent]],
        ),
        (
            "joined",
            joined,
            [
                &[agent, supervisor],
                &[customer, supervisor],
                &[customer, agent],
            ],
        ),
        (
            "listens again",
            again,
            [&[agent], &[customer], &[customer, agent]],
        ),
    ];
    for (how, then, heard) in table {
        for (ear, hears) in [customer, agent, supervisor].into_iter().zip(heard) {
            assert_eq!(then.at(ear).whom(&all), hears, "{how}: at {ear}");
        }
    }
    assert_eq!(over.at(customer).whom(&all), [agent]);
    assert_eq!(over.at(agent).whom(&all), [customer]);
}
