//! How many answered calls may find no agent, and how long a number rests after one did.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::law::{AbandonedOf, Abandonment};
use engine::{
    Actor, AgentId, Cause, Command, ContactId, Facts, Ledger, Often, Outcome, Period, Profile,
    Refusal, Report, Slot,
};
use jiff::SignedDuration;
use store::{Entry, RecordError};

const CEILING: Abandonment = Abandonment {
    per_mille: 30,
    window: SignedDuration::from_hours(24),
    of: AbandonedOf::Campaign,
};

fn strict(centre: &Centre, profile: Profile) {
    centre
        .store
        .set_campaign_profile(centre.campaign, &profile)
        .unwrap();
}

fn over_dial(centre: &Centre, id: ContactId, agent: AgentId) -> store::Answer {
    let dial = Command::Dial {
        slot: Slot(0),
        facts: Facts::default(),
        unreserved: true,
    };
    centre.command(id, agent, dial)
}

fn ends(centre: &Centre, id: ContactId, outcome: Outcome) {
    let attempt = centre.contact(id).dials;
    let cause = Cause::default();
    let ended = Report::Ended {
        attempt,
        outcome,
        cause,
    };
    centre.report(id, ended);
}

fn answered(centre: &Centre, id: ContactId) {
    let attempt = centre.contact(id).dials;
    centre.report(id, Report::Answered { attempt });
}

fn ledger(centre: &Centre) -> Ledger {
    centre.store.ledger(centre.campaign, &CEILING).unwrap()
}

type Call = (ContactId, AgentId);

/// Twelve lines that dial for four agents.
struct Floor<'c> {
    centre: &'c Centre,
    rest: Vec<ContactId>,
    air: Vec<Call>,
    talking: Vec<Call>,
    refused: u32,
    seed: u64,
}

const AGENTS: usize = 4;

impl Floor<'_> {
    fn chance(&mut self, below: u64) -> u64 {
        let next = self.seed.wrapping_mul(6_364_136_223_846_793_005);
        self.seed = next.wrapping_add(1);
        (self.seed >> 33) % below
    }

    /// As many calls as there are free agents are safe; the others may find nobody.
    fn dial(&mut self, agent: AgentId) {
        let Some(id) = self.rest.pop() else { return };
        self.centre.claim_for(id, agent, self.centre.campaign);
        let placed = match self.talking.len() + self.air.len() < AGENTS {
            true => self.centre.dial(id, agent),
            false => over_dial(self.centre, id, agent),
        };
        match placed {
            Ok(_) => self.air.push((id, agent)),
            Err(RecordError::Refused(Refusal::Denied(denial))) => {
                assert_eq!(denial.code(), "abandonment");
                self.refused += 1;
                self.centre.command(id, agent, Command::Release).unwrap();
            }
            Err(other) => panic!("{other}"),
        }
    }

    fn hear(&mut self, (id, agent): Call) {
        match (self.chance(3), self.talking.len() < AGENTS) {
            (0, _) => ends(self.centre, id, Outcome::Busy),
            (_, true) => {
                answered(self.centre, id);
                self.talking.push((id, agent));
            }
            (_, false) => ends(self.centre, id, Outcome::Abandoned),
        }
    }

    fn idle(&self) -> Vec<AgentId> {
        let busy: Vec<AgentId> = self
            .air
            .iter()
            .chain(&self.talking)
            .map(|call| call.1)
            .collect();
        let idle = self
            .centre
            .agents
            .iter()
            .filter(|agent| !busy.contains(agent));
        idle.copied().collect()
    }
}

#[test]
fn however_many_lines_dial_the_ceiling_is_not_passed() {
    with_both(|database| {
        let centre = Centre::open(database, 12);
        let mut floor = Floor {
            rest: centre.import(1_000),
            centre: &centre,
            air: Vec::new(),
            talking: Vec::new(),
            refused: 0,
            seed: 7,
        };
        for _ in 0..500 {
            for agent in floor.idle() {
                floor.dial(agent);
            }
            centre.pass(1);
            let heard = usize::try_from(floor.chance(3)).unwrap();
            let heard = heard.min(floor.air.len());
            for call in floor.air.drain(..heard).collect::<Vec<_>>() {
                floor.hear(call);
            }
            let Ledger {
                abandoned,
                answered,
                ..
            } = ledger(&centre);
            let all = abandoned + answered;
            assert!(abandoned * 1000 <= all * 30, "{abandoned} of {all}");
            if !floor.talking.is_empty() && floor.chance(2) == 0 {
                let (id, agent) = floor.talking.remove(0);
                centre.dispose(id, agent, "501", None).unwrap();
            }
        }
        let found = ledger(&centre);
        assert!(found.abandoned > 0, "nobody answered in vain: {found:?}");
        assert!(floor.refused > 0, "no dial was refused: {found:?}");
    });
}

#[test]
fn what_is_under_way_counts_against_the_ceiling_until_it_ends() {
    with_both(|database| {
        let centre = Centre::open(database, 3);
        let (agents, mut ids) = (centre.agents.clone(), centre.import(36));
        let claim = |id, agent| centre.claim_for(id, agent, centre.campaign);
        claim(ids[0], agents[0]);
        assert!(
            over_dial(&centre, ids[0], agents[0]).is_err(),
            "nobody was reached yet"
        );
        centre.command(ids[0], agents[0], Command::Release).unwrap();
        // Of 34 one may find nobody: 33 are reached first.
        for id in ids.drain(..33) {
            claim(id, agents[0]);
            centre.call(id, agents[0], Outcome::Answered);
            centre.dispose(id, agents[0], "501", None).unwrap();
        }
        for (id, agent) in ids.iter().zip(&agents) {
            claim(*id, *agent);
        }
        // Two at once in one batch: the second counts the first.
        let both = [0, 1].map(|n| {
            let dial = Command::Dial {
                slot: Slot(0),
                facts: Facts::default(),
                unreserved: true,
            };
            Entry::command(centre.list, ids[n], Actor::Agent(agents[n]), dial)
        });
        let answers = centre.store.record_all(both.to_vec()).unwrap();
        assert_eq!([true, false], [answers[0].is_ok(), answers[1].is_ok()]);
        assert_eq!(ledger(&centre).at_risk, 1);

        // It was a machine after all: no person answered, and nobody was left alone.
        answered(&centre, ids[0]);
        assert_eq!((ledger(&centre).answered, ledger(&centre).at_risk), (34, 0));
        ends(&centre, ids[0], Outcome::Machine);
        assert_eq!(ledger(&centre).answered, 33);
        over_dial(&centre, ids[1], agents[1]).unwrap();
        ends(&centre, ids[1], Outcome::Abandoned);
        assert!(over_dial(&centre, ids[2], agents[2]).is_err());
        let found = Ledger {
            abandoned: 1,
            answered: 33,
            at_risk: 0,
        };
        assert_eq!(ledger(&centre), found);
        centre.pass(25 * 60);
        assert_eq!(ledger(&centre), Ledger::default());
    });
}

#[test]
fn a_number_rests_after_a_call_that_found_no_agent_whoever_calls() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let profile = Profile {
            quarantine: Some(Period::days(3)),
            ..Profile::default()
        };
        strict(&centre, profile);
        let number = [493_023_125_099];
        let twins = centre.import_all(vec![contact(1, &number), contact(2, &number)]);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        centre.claim_for(twins[0], ada, centre.campaign);
        centre.dial(twins[0], ada).unwrap();
        ends(&centre, twins[0], Outcome::Abandoned);
        centre.pass(60);
        let told = centre.claim_for(twins[1], ben, centre.campaign);
        assert!(told.contact.hand.is_none());
        assert!(
            told.because
                .iter()
                .any(|why| why.reference() == "quarantine"),
            "{:?}",
            told.because
        );
        centre.pass(3 * 24 * 60);
        assert!(
            centre
                .claim_for(twins[1], ben, centre.campaign)
                .contact
                .hand
                .is_some()
        );
    });
}

#[test]
fn a_campaign_counts_dials_over_days_and_its_list_need_not() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let profile = Profile {
            dials_per_period: Some(Often { dials: 2, days: 5 }),
            ..Profile::default()
        };
        strict(&centre, profile.clone());
        assert_eq!(
            centre.store.campaign_profile(centre.campaign).unwrap(),
            profile
        );
        let (id, ada) = (centre.import(1)[0], centre.agents[0]);
        for _ in 0..2 {
            assert!(
                centre
                    .claim_for(id, ada, centre.campaign)
                    .contact
                    .hand
                    .is_some()
            );
            centre.call(id, ada, Outcome::Busy);
            centre.pass(60);
        }
        let told = centre.claim_for(id, ada, centre.campaign);
        assert!(
            told.because
                .iter()
                .any(|why| why.reference() == "dials_per_period"),
            "{:?}",
            told.because
        );
        // Not for that campaign: nothing is asked but the law.
        let claim = Command::Claim {
            agent: ada,
            campaign: None,
            facts: Facts::default(),
        };
        assert!(
            centre
                .command(id, ada, claim)
                .unwrap()
                .contact
                .hand
                .is_some()
        );
        centre.is_sound();
    });
}

#[test]
fn after_its_last_day_nobody_of_a_list_is_called_by_anybody() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let (id, ada) = (centre.import(1)[0], centre.agents[0]);
        let ends = centre.clock.now() + SignedDuration::from_mins(30);
        centre
            .store
            .set_retention(centre.list, Some(ends), None)
            .unwrap();
        centre.claim_for(id, ada, centre.campaign);
        centre.pass(30);
        // She has it in hand since before.
        let Err(RecordError::Refused(Refusal::Denied(denial))) = centre.dial(id, ada) else {
            panic!("it was dialled");
        };
        assert_eq!(denial.code(), "list_expired");
        centre.command(id, ada, Command::Release).unwrap();
        let told = centre.claim_for(id, ada, centre.campaign);
        assert!(told.contact.hand.is_none());
        assert!(
            told.because
                .iter()
                .any(|why| why.reference() == "list_expired")
        );
        centre.is_sound();
    });
}
