//! Somebody else in a talk, as all of them hear it.

use crate::during::{ANNA, Talk, desk};
use crate::sound::{
    AGENT, COLLEAGUE, CUSTOMER, Nothing, OUTSIDER, Something, a_while, heard_in_turn, hears,
};
use engine::{AgentId, ContactId, Gone, Number, OtherStage, Whom, Wish};
use std::time::{Duration, Instant};

const BEA: AgentId = AgentId(102);

fn number(behaviour: u64) -> Whom {
    Whom::Outside(Number::new(493_023_125_000 + behaviour).unwrap())
}

impl Talk {
    /// Calls somebody else, and waits until she picks up or cannot be had.
    fn calls(&mut self, whom: Whom, blind: bool) -> Result<(), Gone> {
        let call = Wish::Call { whom, blind };
        let phone = desk(BEA, COLLEAGUE.0);
        self.asterisk.during(ANNA, call, Some(phone));
        let until = Instant::now() + Duration::from_secs(15);
        while Instant::now() < until {
            for (agent, talk) in self.asterisk.talks(self.clock.now()) {
                let Some(talk) = talk.filter(|_| agent == ANNA) else {
                    continue;
                };
                if let Some((_, why)) = talk.news {
                    return Err(why);
                }
                if talk
                    .other
                    .is_some_and(|other| other.stage == OtherStage::Asked)
                {
                    return Ok(());
                }
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("nothing came of it");
    }
}

#[test]
fn a_number_outside_is_asked_then_all_three_then_it_goes_on_without_us() {
    let mut talk = Talk::with("three", 115);
    a_while();
    assert_eq!(talk.calls(number(116), false), Ok(()));
    a_while();
    talk.wish(Wish::Together);
    a_while();
    talk.wish(Wish::PutThrough);
    talk.until("ended");
    a_while();
    // The agent's end ends nothing any more.
    talk.asterisk.hang_up(ContactId(1), 1);
    a_while();
    talk.asterisk.close(talk.clock.now());
    std::thread::sleep(Duration::from_millis(500));

    let (agent, customer, outsider) = (hears(&[AGENT]), hears(&[CUSTOMER]), hears(&[OUTSIDER]));
    let all_three = hears(&[AGENT, OUTSIDER]);
    heard_in_turn(
        CUSTOMER,
        &[agent.clone(), Something, all_three, outsider.clone()],
    );
    let all_three = hears(&[CUSTOMER, OUTSIDER]);
    heard_in_turn(AGENT, &[customer.clone(), outsider, all_three, Nothing]);
    heard_in_turn(OUTSIDER, &[agent, hears(&[CUSTOMER, AGENT]), customer]);
}

#[test]
fn a_colleague_takes_the_talk_over() {
    let mut talk = Talk::with("colleague", 115);
    a_while();
    assert_eq!(talk.calls(Whom::Colleague(BEA), false), Ok(()));
    a_while();
    talk.wish(Wish::TakeBack(None));
    a_while();
    assert_eq!(talk.calls(Whom::Colleague(BEA), true), Ok(()));
    talk.wish(Wish::PutThrough);
    a_while();
    talk.ends();

    let (agent, customer, colleague) = (hears(&[AGENT]), hears(&[CUSTOMER]), hears(&[COLLEAGUE]));
    heard_in_turn(
        CUSTOMER,
        &[agent.clone(), Something, agent.clone(), colleague.clone()],
    );
    heard_in_turn(
        AGENT,
        &[customer.clone(), colleague, customer.clone(), Nothing],
    );
    heard_in_turn(COLLEAGUE, &[agent, Nothing, customer]);
}

#[test]
fn who_is_busy_or_declines_leaves_the_agent_with_the_customer() {
    let mut talk = Talk::with("busy", 115);
    assert_eq!(talk.calls(number(120), true), Err(Gone::Busy));
    assert_eq!(talk.calls(number(140), false), Err(Gone::Failed));
    a_while();
    talk.ends();
    heard_in_turn(CUSTOMER, &[hears(&[AGENT])]);
    heard_in_turn(AGENT, &[hears(&[CUSTOMER])]);
}
