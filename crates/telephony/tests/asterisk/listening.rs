//! A supervisor at a talk: who hears whom, measured at each ear.

use crate::during::{ANNA, Talk, desk};
use crate::leave::order;
use crate::sound::{AGENT, CUSTOMER, Hears, OUTSIDER, SUPERVISOR, a_while, heard_in_turn, hears};
use engine::{AgentId, Attends, ContactId, Listening, NotThere, Wish};
use std::time::Duration;

const SUE: AgentId = AgentId(104);

impl Talk {
    fn listens(&mut self, mode: Option<Listening>) {
        let own = Some(SUE);
        let listen = Wish::Listen { user: 9, own, mode };
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

#[test]
fn a_call_of_her_own_meets_nobody_of_the_talk_she_listened_to() {
    let mut talk = Talk::with("own-call", 115);
    talk.listens(Some(Listening::Whispers));
    let stages = |talk: &mut Talk| {
        let told = talk.asterisk.attendances().into_iter();
        told.map(|told| told.stage).collect::<Vec<_>>()
    };
    let came = [Attends::Asked, Attends::Rings, Attends::There];
    assert_eq!(stages(&mut talk), came);
    let now = talk.clock.now();
    let own = order(2, 116, false, now);
    let phone = desk(SUE, SUPERVISOR.0);
    talk.asterisk.place(own, Some(phone), now).unwrap();
    talk.until("answered");
    assert_eq!(stages(&mut talk), [Attends::Over(NotThere::OwnCall)]);
    a_while();
    talk.asterisk.hang_up(ContactId(2), 1);
    talk.until("ended");
    talk.ends();

    let (agent, customer) = (hears(&[AGENT]), hears(&[CUSTOMER]));
    heard_in_turn(CUSTOMER, &[agent]);
    heard_in_turn(OUTSIDER, &[hears(&[SUPERVISOR])]);
    let helped = hears(&[CUSTOMER, SUPERVISOR]);
    heard_in_turn(AGENT, &[customer.clone(), helped, customer]);
    let both = hears(&[CUSTOMER, AGENT]);
    heard_in_turn(SUPERVISOR, &[both, hears(&[OUTSIDER])]);
}
