//! A desk at which nobody presses a key.

use crate::support::{ANNA, FIRST, SECOND, World, play};
use engine::{Agent, AgentCommand, DeskStep, Outcome, Progressive, Slot, desk_step};
use jiff::SignedDuration;

const RULE: Progressive = Progressive {
    look_seconds: 8,
    may_skip: true,
};

/// Anna, who has done these.
fn anna(world: &World, commands: &[AgentCommand]) -> Agent {
    let hand = world.contact.hand.as_ref().map(|hand| hand.phase());
    let agent = Agent::new(world.now);
    commands.iter().fold(agent, |agent, command| {
        agent.decide(command, hand, world.now).unwrap()
    })
}

fn step(world: &World, agent: &Agent) -> DeskStep {
    desk_step(agent, Some(&world.contact), RULE, world.now)
}

#[test]
fn who_is_ready_gets_the_next_one_and_looks_at_it_first() {
    play(|mut world| {
        let ready = anna(&world, &[AgentCommand::LogIn, AgentCommand::Ready]);
        assert_eq!(step(&world, &ready), DeskStep::Draw);
        world.claim(ANNA);
        let until = world.now + SignedDuration::from_secs(8);
        assert_eq!(step(&world, &ready), DeskStep::Look(until));
        world.seconds(7);
        assert_eq!(step(&world, &ready), DeskStep::Look(until));
        world.seconds(1);
        assert_eq!(step(&world, &ready), DeskStep::Dial(FIRST));
        let at_once = Progressive {
            look_seconds: 0,
            ..RULE
        };
        world = World::new(world.book.clone());
        world.claim(ANNA);
        let dials = desk_step(&ready, Some(&world.contact), at_once, world.now);
        assert_eq!(dials, DeskStep::Dial(FIRST));
    });
}

#[test]
fn a_call_that_nobody_answers_leads_to_the_other_number_and_then_to_the_next_contact() {
    play(|world| {
        let mut world = world.numbers(2);
        let ready = anna(&world, &[AgentCommand::LogIn, AgentCommand::Ready]);
        world.claim(ANNA).dial(FIRST);
        assert_eq!(step(&world, &ready), DeskStep::Wait);
        world.ended(Outcome::Busy);
        assert_eq!(step(&world, &ready), DeskStep::Dial(SECOND));
        world.dial(SECOND).ended(Outcome::NoAnswer);
        assert_eq!(step(&world, &ready), DeskStep::Draw);
    });
}

#[test]
fn after_a_talk_the_agent_has_the_word() {
    play(|world| {
        let mut world = world.numbers(2);
        let ready = anna(&world, &[AgentCommand::LogIn, AgentCommand::Ready]);
        world.claim(ANNA).dial(FIRST).answered();
        assert_eq!(step(&world, &ready), DeskStep::Wait);
        world.seconds(20).ended(Outcome::Answered);
        assert_eq!(step(&world, &ready), DeskStep::Wait);
        world.later(10);
        assert_eq!(step(&world, &ready), DeskStep::Wait);
    });
}

#[test]
fn who_is_about_to_leave_is_dialled_for_no_more() {
    play(|world| {
        let mut world = world.numbers(2);
        world.claim(ANNA).seconds(30);
        let pause = AgentCommand::Break {
            kind: "lunch".to_owned(),
        };
        let ready = [AgentCommand::LogIn, AgentCommand::Ready];
        for leaving in [pause, AgentCommand::LogOut] {
            let leaving = [&ready[..], &[leaving]].concat();
            assert_eq!(step(&world, &anna(&world, &leaving)), DeskStep::GiveBack);
            let mut dialled = world.clone();
            dialled.dial(FIRST).ended(Outcome::Busy);
            let leaves = anna(&dialled, &leaving);
            assert_eq!(step(&dialled, &leaves), DeskStep::Conclude);
        }
        let away = anna(&world, &[AgentCommand::LogIn]);
        assert_eq!(desk_step(&away, None, RULE, world.now), DeskStep::Wait);
    });
}

fn rule(look_seconds: u32) -> Progressive {
    Progressive {
        look_seconds,
        ..RULE
    }
}

#[test]
fn who_takes_a_code_back_looks_anew_before_anything_is_dialled() {
    for (look, looks) in [(20, 20), (8, 10), (0, 10)] {
        play(|world| {
            let mut world = world.numbers(2);
            let ready = anna(&world, &[AgentCommand::LogIn, AgentCommand::Ready]);
            let step =
                |world: &World| desk_step(&ready, Some(&world.contact), rule(look), world.now);
            // Coded uncalled, long after she got it.
            world.claim(ANNA).seconds(19).dispose("500");
            world.seconds(9).try_undo(ANNA).unwrap();
            let until = world.now + SignedDuration::from_secs(looks);
            assert_eq!(step(&world), DeskStep::Look(until));
            world.seconds(looks);
            assert_eq!(step(&world), DeskStep::Dial(FIRST));
        });
    }
}

#[test]
fn who_takes_back_the_code_of_a_call_that_nobody_answered_has_a_look_before_the_next_number() {
    play(|world| {
        let mut world = world.numbers(3);
        let ready = anna(&world, &[AgentCommand::LogIn, AgentCommand::Ready]);
        world.claim(ANNA).dial(FIRST).seconds(9).dispose("500");
        world.seconds(5).try_undo(ANNA).unwrap();
        let until = world.now + SignedDuration::from_secs(10);
        assert_eq!(step(&world, &ready), DeskStep::Look(until));
        world.seconds(10);
        assert_eq!(step(&world, &ready), DeskStep::Dial(SECOND));
        // From there on it goes as before.
        world.dial(SECOND).ended(Outcome::Busy);
        assert_eq!(step(&world, &ready), DeskStep::Dial(Slot(2)));
    });
}

#[test]
fn on_a_break_nothing_is_dialled_of_what_was_taken_back() {
    play(|mut world| {
        let pause = AgentCommand::Break {
            kind: "lunch".to_owned(),
        };
        world.claim(ANNA).dispose("500");
        let away = [AgentCommand::LogIn, AgentCommand::Ready, pause];
        let away = anna(&world, &away);
        world.seconds(5).try_undo(ANNA).unwrap();
        world.seconds(60);
        assert_eq!(step(&world, &away), DeskStep::Wait);
    });
}
