//! A supervisor at a talk: who hears whom, measured at each ear.

use crate::during::{ANNA, Talk, desk};
use crate::sound::{AGENT, CUSTOMER, Hears, SUPERVISOR, a_while, heard_in_turn, hears};
use engine::{AgentId, Listening, Wish};
use std::time::Duration;

const SUE: AgentId = AgentId(104);

impl Talk {
    fn listens(&mut self, mode: Option<Listening>) {
        let listen = Wish::Listen { user: 9, mode };
        let phone = desk(SUE, SUPERVISOR.0);
        self.asterisk.during(ANNA, listen, Some(phone));
        a_while();
    }
}

#[test]
fn who_listens_who_whispers_and_who_joins_is_heard_as_she_asked_for() {
    let mut talk = Talk::with("listening", 115);
    // Her phone rings first.
    talk.listens(Some(Listening::Listens));
    for mode in [Listening::Whispers, Listening::Listens, Listening::Joined] {
        talk.listens(Some(mode));
    }
    talk.listens(Some(Listening::Listens));
    talk.listens(None);
    talk.ends();
    std::thread::sleep(Duration::from_millis(300));

    let (agent, customer) = (hears(&[AGENT]), hears(&[CUSTOMER]));
    let helped = hears(&[CUSTOMER, SUPERVISOR]);
    let joined = hears(&[AGENT, SUPERVISOR]);
    heard_in_turn(CUSTOMER, &[agent.clone(), joined, agent]);
    let in_turn = [&customer, &helped, &customer, &helped, &customer];
    heard_in_turn(AGENT, &in_turn.map(Hears::clone));
    heard_in_turn(SUPERVISOR, &[hears(&[CUSTOMER, AGENT])]);
}
