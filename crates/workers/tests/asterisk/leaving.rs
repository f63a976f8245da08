//! Agents who go home, and their phones.

use crate::house::{House, asterisk_says};
use engine::{AgentCommand, Phase, Presence};

#[test]
fn who_goes_after_her_talk_leaves_no_phone_behind() {
    let mut house = House::open("goes", &[108]);
    house.dial_all();
    house.run_until("she talks", |house| house.in_phase(Phase::Talking) == 1);
    let agent = house.agents[0];
    let asked = house.store.agent_command(agent, AgentCommand::LogOut);
    assert!(asked.unwrap().unwrap().out_next);
    house.wrap_up();
    let gone = house.store.agent(agent).unwrap().unwrap().agent;
    assert_eq!(gone.presence, Presence::Out);
    house.run_until("her phone is let go", |house| {
        !asterisk_says("core show channels concise").contains(house.app())
    });
}
