//! The agent: presence, what the hands are doing, and each command.

use engine::{Agent, AgentCommand, ContactId, Phase, Presence};
use jiff::Timestamp;

const BEFORE: Timestamp = Timestamp::constant(100, 0);
const NOW: Timestamp = Timestamp::constant(200, 0);

fn word(agent: &Agent, hand: Option<Phase>) -> String {
    let mut word = format!("{:?}", agent.phase(hand));
    if let Presence::Break { kind } = &agent.presence {
        word.push_str(&format!(" ({kind})"));
    }
    if let Some(kind) = &agent.break_next {
        word.push_str(&format!(", then {kind}"));
    }
    if agent.out_next {
        word.push_str(", then out");
    }
    if let Some(contact) = agent.wants {
        word.push_str(&format!(", wants {}", contact.0));
    }
    if agent.since == NOW {
        word.push_str(", since now");
    }
    word
}

fn agents() -> Vec<(Agent, Option<Phase>)> {
    let presence = |presence| Agent {
        presence,
        ..Agent::new(BEFORE)
    };
    let lunch = || Presence::Break {
        kind: "lunch".to_owned(),
    };
    let mut agents = vec![
        (Agent::new(BEFORE), None),
        (presence(lunch()), None),
        (presence(Presence::Ready), None),
    ];
    for phase in [
        Phase::Reserved,
        Phase::Dialling,
        Phase::Talking,
        Phase::WrapUp,
    ] {
        agents.push((presence(Presence::Ready), Some(phase)));
    }
    let leaving = Agent {
        break_next: Some("lunch".to_owned()),
        ..presence(Presence::Ready)
    };
    let going_home = Agent {
        out_next: true,
        ..presence(Presence::Ready)
    };
    for leaving in [leaving, going_home] {
        agents.push((leaving.clone(), Some(Phase::Talking)));
        agents.push((leaving, None));
    }
    agents
}

#[test]
fn every_command_in_every_phase() {
    let commands = [
        AgentCommand::LogIn,
        AgentCommand::LogOut,
        AgentCommand::Break {
            kind: "lunch".to_owned(),
        },
        AgentCommand::Ready,
        AgentCommand::Want {
            contact: Some(ContactId(7)),
        },
        AgentCommand::LetGo,
    ];
    let mut table = String::new();
    for (agent, hand) in agents() {
        for command in &commands {
            let after = match agent.decide(command, hand, NOW) {
                Ok(after) if after == agent => "–".to_owned(),
                Ok(after) => word(&after, hand),
                Err(refusal) => format!("refused: {refusal}"),
            };
            let name = serde_json::to_value(command).unwrap()["command"].clone();
            let before = word(&agent, hand);
            table.push_str(&format!(
                "{before:<20} {:<8} {after}\n",
                name.as_str().unwrap()
            ));
        }
    }
    insta::assert_snapshot!(table);
}
