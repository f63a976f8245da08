//! Somebody else in a talk, as all of them hear it.

use crate::during::{ANNA, Talk, desk};
use crate::sound::{AGENT, COLLEAGUE, CUSTOMER, OUTSIDER, While, a_while};
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

/// Somebody who hums, and at how many hertz.
type Hummer = (&'static str, f64);

/// Who hears whom, one row for each ear.
fn table(then: While, rows: &[(Hummer, &[Hummer])]) {
    let all: Vec<Hummer> = rows.iter().map(|(ear, _)| *ear).collect();
    for (ear, hears) in rows {
        let hears: Vec<&str> = hears.iter().map(|(who, _)| *who).collect();
        assert_eq!(then.at(ear.0).whom(&all), hears, "at {}", ear.0);
    }
}

#[test]
fn a_number_outside_is_asked_then_all_three_then_it_goes_on_without_us() {
    let mut talk = Talk::with("three", 115);
    assert_eq!(talk.calls(number(116), false), Ok(()));
    let asked = a_while();
    talk.wish(Wish::Together);
    let together = a_while();
    talk.wish(Wish::PutThrough);
    talk.until("ended");
    let through = a_while();
    // The agent's end ends nothing any more.
    talk.asterisk.hang_up(ContactId(1), 1);
    let still = a_while();
    talk.asterisk.close(talk.clock.now());
    std::thread::sleep(Duration::from_millis(500));

    table(
        asked,
        &[(CUSTOMER, &[]), (AGENT, &[OUTSIDER]), (OUTSIDER, &[AGENT])],
    );
    assert!(!asked.at(CUSTOMER.0).is_silence(), "no music is heard");
    table(
        together,
        &[
            (CUSTOMER, &[AGENT, OUTSIDER]),
            (AGENT, &[CUSTOMER, OUTSIDER]),
            (OUTSIDER, &[CUSTOMER, AGENT]),
        ],
    );
    for through in [through, still] {
        table(
            through,
            &[
                (CUSTOMER, &[OUTSIDER]),
                (OUTSIDER, &[CUSTOMER]),
                (AGENT, &[]),
            ],
        );
        assert!(through.at(AGENT.0).is_silence());
    }
}

#[test]
fn a_colleague_takes_the_talk_over() {
    let mut talk = Talk::with("colleague", 115);
    assert_eq!(talk.calls(Whom::Colleague(BEA), false), Ok(()));
    let asked = a_while();
    talk.wish(Wish::TakeBack(None));
    let back = a_while();
    assert_eq!(talk.calls(Whom::Colleague(BEA), true), Ok(()));
    talk.wish(Wish::PutThrough);
    let passed = a_while();
    talk.ends();

    table(
        asked,
        &[
            (CUSTOMER, &[]),
            (AGENT, &[COLLEAGUE]),
            (COLLEAGUE, &[AGENT]),
        ],
    );
    table(
        back,
        &[(CUSTOMER, &[AGENT]), (AGENT, &[CUSTOMER]), (COLLEAGUE, &[])],
    );
    table(
        passed,
        &[
            (CUSTOMER, &[COLLEAGUE]),
            (COLLEAGUE, &[CUSTOMER]),
            (AGENT, &[]),
        ],
    );
}

#[test]
fn who_is_busy_or_declines_leaves_the_agent_with_the_customer() {
    let mut talk = Talk::with("busy", 115);
    assert_eq!(talk.calls(number(120), true), Err(Gone::Busy));
    assert_eq!(talk.calls(number(140), false), Err(Gone::Failed));
    let back = a_while();
    talk.ends();
    table(back, &[(CUSTOMER, &[AGENT]), (AGENT, &[CUSTOMER])]);
}
