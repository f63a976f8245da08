//! One number in two lists, dialled by two programs at the same moment.

use crate::centre::{Centre, add_list, contact};
use crate::support::with_both;
use engine::{Actor, Command, ContactId, Facts, ListId, Settings, Slot};
use std::sync::Barrier;
use store::{Answer, Clock, Durability, Entry, RecordError, Store, USUAL_PRIORITY};

const ROUNDS: u32 = 20;

fn dial(store: &Store, list: ListId, contact: ContactId, agent: engine::AgentId) -> Answer {
    let dial = Command::dial(Slot(0), Facts::default());
    store.record(Entry::command(list, contact, Actor::Agent(agent), dial))
}

#[test]
fn of_two_dials_of_one_number_at_once_the_gap_lets_one_through() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let other = add_list(&centre.store, "Other", Settings::default());
        let campaign = centre
            .store
            .add_campaign("Other", store::CampaignState::Running);
        centre
            .store
            .add_link(campaign.unwrap(), other, USUAL_PRIORITY)
            .unwrap();
        let clock = Clock::Set(centre.clock.clone());
        let second = Store::open(&database.address, clock, Durability::Relaxed).unwrap();
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let there = Centre {
            list: other,
            store: second,
            clock: centre.clock.clone(),
            campaign: centre.campaign,
            agents: Vec::new(),
        };
        for round in 1..=ROUNDS {
            let number = [493_023_125_000 + u64::from(round)];
            let ours = centre.import_all(vec![contact(round, &number)])[0];
            let theirs = there.import_all(vec![contact(round, &number)])[0];
            for (centre, id, agent) in [(&centre, ours, ada), (&there, theirs, ben)] {
                let facts = Facts::default();
                let claim = Command::Claim {
                    agent,
                    campaign: None,
                    facts,
                };
                centre.command(id, agent, claim).unwrap();
            }
            let together = Barrier::new(2);
            let (a, b) = std::thread::scope(|scope| {
                let a = scope.spawn(|| {
                    together.wait();
                    dial(&centre.store, centre.list, ours, ada)
                });
                let b = scope.spawn(|| {
                    together.wait();
                    dial(&there.store, other, theirs, ben)
                });
                (a.join().unwrap(), b.join().unwrap())
            });
            let refused = |answer: &Answer| matches!(answer, Err(RecordError::Refused(refusal)) if refusal.code() == "too_soon");
            assert!(a.is_ok() != b.is_ok(), "round {round}: {a:?} {b:?}");
            assert!(refused(&a) || refused(&b), "round {round}: {a:?} {b:?}");
            let (dialled, loser) = if a.is_ok() {
                ((&centre, ours, ada), (&there, theirs, ben))
            } else {
                ((&there, theirs, ben), (&centre, ours, ada))
            };
            let busy = engine::Report::Ended {
                attempt: 1,
                outcome: engine::Outcome::Busy,
                cause: engine::Cause::default(),
            };
            dialled.0.report(dialled.1, busy);
            loser.0.command(loser.1, loser.2, Command::Release).unwrap();
        }
        centre.is_sound();
    });
}
