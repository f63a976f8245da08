//! The scenarios as real calls, all of them at once.

use crate::leave::order;
use crate::scenarios::{SCENARIOS, Says, Scenario};
use engine::{AgentId, Cause, ContactId, Report};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use telephony::Heard;
use telephony::asterisk::{Asterisk, AsteriskAddress, Phone};

/// A clock that begins anywhere and runs as ours does.
pub struct Clock {
    start: Timestamp,
    began: Instant,
}

impl Clock {
    pub fn new() -> Self {
        Self {
            start: "2026-06-02T08:00:00Z".parse().unwrap(),
            began: Instant::now(),
        }
    }

    pub fn now(&self) -> Timestamp {
        self.start + SignedDuration::try_from(self.began.elapsed()).unwrap()
    }
}

/// What `scripts/asterisk-for-tests` says under this name.
pub fn said(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set; run this through scripts/asterisk-for-tests")
    })
}

/// Connected to the Asterisk of the tests, under a name of its own.
pub fn connected(app: &str) -> (Asterisk, Receiver<()>) {
    connected_with(app, "hello-world")
}

/// The same, with a sound for whatever the far end is to hear.
pub fn connected_with(app: &str, sound: &str) -> (Asterisk, Receiver<()>) {
    connected_over("carrier", app, sound)
}

/// And over another trunk.
pub fn connected_over(trunk: &str, app: &str, sound: &str) -> (Asterisk, Receiver<()>) {
    let address = said("DISPO_TEST_ASTERISK");
    let sign = if address.contains('?') { '&' } else { '?' };
    let app = format!("{app}-{}", std::process::id());
    let address: AsteriskAddress = format!(
        "{address}{sign}app={app}&trunk={trunk}&apology=sound:{sound}&menu=sound:{sound}&message=sound:{sound}"
    )
    .parse()
    .unwrap();
    let (nudge, nudged) = channel();
    let asterisk = Asterisk::connect(
        address,
        move || {
            let _ = nudge.send(());
        },
        |problem| eprintln!("{problem}"),
    )
    .unwrap();
    let until = Instant::now() + Duration::from_secs(10);
    while !asterisk.is_connected() {
        assert!(Instant::now() < until, "Asterisk does not answer");
        let _ = nudged.recv_timeout(Duration::from_millis(100));
    }
    (asterisk, nudged)
}

/// What was heard of one call, and the cause of its end.
pub fn heard_as(heard: &[Heard]) -> (Says, Cause) {
    let words: Vec<&str> = heard.iter().map(|heard| heard.report.word()).collect();
    let Some(Heard {
        report: Report::Ended { outcome, cause, .. },
        ..
    }) = heard.last()
    else {
        panic!("it did not end: {words:?}");
    };
    let says = Says {
        rings: words.contains(&"ringing"),
        answers: words.contains(&"answered"),
        outcome: *outcome,
    };
    let in_order = usize::from(says.rings) + usize::from(says.answers) + 1;
    assert_eq!(words.len(), in_order, "each thing is said once: {words:?}");
    (says, *cause)
}

#[test]
fn every_scenario_is_heard_as_it_is() {
    let (mut asterisk, nudged) = connected("scenarios");
    let clock = Clock::new();
    let began = Instant::now();
    for (at, scenario) in SCENARIOS.iter().enumerate() {
        let order = order(at as u64, scenario.behaviour, false, clock.now());
        asterisk
            .place(order, scenario.phone(), clock.now())
            .unwrap();
    }
    let mut heard: BTreeMap<ContactId, Vec<Heard>> = BTreeMap::new();
    let mut hung_up = vec![false; SCENARIOS.len()];
    let over = |heard: &BTreeMap<ContactId, Vec<Heard>>| {
        let ended = |heard: &Vec<Heard>| {
            let last = heard.last().map(|heard| &heard.report);
            matches!(last, Some(Report::Ended { .. } | Report::NotPlaced { .. }))
        };
        heard.values().filter(|heard| ended(heard)).count() == SCENARIOS.len()
    };
    while !over(&heard) && began.elapsed() < Duration::from_secs(40) {
        let _ = nudged.recv_timeout(Duration::from_millis(20));
        for said in asterisk.step(clock.now()) {
            heard.entry(said.placed.contact).or_default().push(said);
        }
        for (at, scenario) in SCENARIOS.iter().enumerate() {
            let due = |after| began.elapsed() >= Duration::from_millis(after);
            if !hung_up[at] && scenario.we_hang_up_after.is_some_and(due) {
                hung_up[at] = true;
                asterisk.hang_up(ContactId(at as i64), 1);
            }
        }
    }
    let wrong: Vec<String> = SCENARIOS
        .iter()
        .enumerate()
        .filter_map(|(at, scenario)| {
            let heard = heard.get(&ContactId(at as i64))?;
            complaint(scenario, heard)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(over(&heard), "some calls did not end");
}

impl Scenario {
    /// Each talk has a desk phone of its own; the tests' carrier picks them all up.
    fn phone(&self) -> Option<Phone> {
        let talks = SCENARIOS.iter().filter(|there| there.says.answers);
        let at = talks
            .map(|there| there.what)
            .position(|what| what == self.what)?;
        Some(phone(at as u64))
    }
}

/// An agent's desk phone: `1001` and so on.
pub fn phone(agent: u64) -> Phone {
    Phone {
        agent: AgentId(agent as i64),
        line: (1001 + agent).to_string(),
    }
}

fn complaint(scenario: &Scenario, heard: &[Heard]) -> Option<String> {
    let Scenario {
        behaviour, what, ..
    } = scenario;
    let last = heard.last().map(|heard| &heard.report);
    if !matches!(last, Some(Report::Ended { .. })) {
        return Some(format!("{behaviour} {what}: {last:?}"));
    }
    let (says, cause) = heard_as(heard);
    if scenario.or.contains(&says.outcome) {
        return None;
    }
    let expected = (scenario.says, scenario.cause());
    ((says, cause) != expected)
        .then(|| format!("{behaviour} {what}: {says:?} {cause:?} instead of {expected:?}"))
}
