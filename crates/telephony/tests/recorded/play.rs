//! Plays frames to the machine of the calls.

use crate::scenarios::{SCENARIOS, Says, Scenario};
use engine::{
    AgentId, Cause, ContactId, ListId, Machines, Number, Outcome, Recording, Report, Slot,
};
use std::time::Instant;
use telephony::asterisk::{About, Answer, Calls, Dial, Frame, Phone, Settings};
use telephony::{LineId, Placed};

pub struct Play {
    pub calls: Calls,
    pub now: Instant,
    pub said: Vec<Report>,
}

/// The frames of a scenario, with the ids this machine gives.
pub fn frames(scenario: &Scenario) -> Vec<String> {
    let hung_up = if scenario.we_hang_up_after.is_some() {
        "-hung-up"
    } else {
        ""
    };
    let behaviour = scenario.behaviour;
    let root = env!("CARGO_MANIFEST_DIR");
    let file = format!("{root}/tests/frames/{behaviour}{hung_up}.jsonl");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    text.lines()
        .map(|line| {
            line.replace("\"CALL\"", &id(1))
                .replace("\"PHONE\"", &id(2))
                .replace("\"BRIDGE\"", &id(3))
        })
        .collect()
}

fn id(number: u32) -> String {
    format!("\"dispo-0000-{number:010}\"")
}

impl Play {
    /// One call, ordered and nothing heard yet.
    pub fn of(scenario: &Scenario) -> Self {
        Self::recorded(scenario, Recording::default())
    }

    /// The same, with what is to become of its recording.
    pub fn recorded(scenario: &Scenario, recording: Recording) -> Self {
        let now = Instant::now();
        let mut play = Self {
            calls: Calls::new(Settings::default(), "0000", now),
            now,
            said: Vec::new(),
        };
        play.take_stock();
        let placed = Placed {
            line: LineId(0),
            list: ListId(1),
            contact: ContactId(1),
            slot: Slot(0),
            attempt: 1,
        };
        let phone = Phone {
            agent: AgentId(1),
            line: "1001".to_owned(),
        };
        let dial = Dial {
            placed,
            number: Number::new(493_023_125_000 + scenario.behaviour).unwrap(),
            shown: None,
            rings_for: 5,
            menu: false,
            machines: Machines::ToAgent,
            recording,
            sounds: Default::default(),
            phone: scenario.says.answers.then_some(phone),
            good_until: now + std::time::Duration::from_secs(10),
        };
        play.calls.order(dial, now);
        play
    }

    pub fn hear(&mut self, text: &str, scenario: &Scenario) {
        let Ok(frame) = Frame::read(text) else {
            return;
        };
        let ours = matches!(&frame, Frame::HangupRequested { channel, soft: true } if channel.ends_with('1'));
        if ours && scenario.we_hang_up_after.is_some() {
            self.calls.hang_up(LineId(0), self.now);
        }
        self.calls.hear(frame, self.now);
        self.listen();
    }

    /// Nothing is there any more: whatever was not said is made up for.
    pub fn take_stock(&mut self) {
        self.calls.connected(self.now);
        for (_, about) in self.calls.requests() {
            if matches!(about, About::Inventory(_)) {
                let answer = Answer {
                    request: 1,
                    status: 200,
                    body: serde_json::json!([]),
                };
                self.calls.answered(about, &answer, self.now);
            }
        }
        self.listen();
    }

    /// What is answered in passing: there is no channel.
    pub fn look_at_nothing(&mut self) {
        let answer = Answer {
            request: 1,
            status: 200,
            body: serde_json::json!([]),
        };
        let look = About::Look(self.now);
        self.calls.answered(look, &answer, self.now);
        self.listen();
    }

    pub fn later(&mut self, after: std::time::Duration) {
        self.now += after;
        self.calls.tick(self.now);
        self.listen();
    }

    /// A minute later nothing is there any more.
    pub fn end(&mut self) {
        self.now += std::time::Duration::from_secs(60);
        self.calls.tick(self.now);
        self.take_stock();
    }

    pub fn listen(&mut self) {
        self.said
            .extend(self.calls.said().into_iter().map(|said| said.report));
    }

    pub fn says(&self) -> (Says, Cause) {
        let words: Vec<&str> = self.said.iter().map(Report::word).collect();
        let ended = self.said.iter().find_map(|report| match report {
            Report::Ended { outcome, cause, .. } => Some((*outcome, *cause)),
            _ => None,
        });
        let (outcome, cause): (Outcome, Cause) =
            ended.unwrap_or_else(|| panic!("it did not end: {words:?}"));
        let says = Says {
            rings: words.contains(&"ringing"),
            answers: words.contains(&"answered"),
            outcome,
        };
        (says, cause)
    }

    /// Nothing is said twice, and there is one last word, which is the last.
    pub fn is_told_once(&self) -> Result<(), String> {
        let words: Vec<&str> = self.said.iter().map(Report::word).collect();
        let count = |word| words.iter().filter(|there| **there == word).count();
        let last = count("ended") + count("not_placed");
        let is_good = last == 1
            && count("ringing") <= 1
            && count("answered") <= 1
            && matches!(words.last(), Some(&"ended" | &"not_placed"));
        if is_good {
            Ok(())
        } else {
            Err(format!("{words:?}"))
        }
    }
}

pub fn all() -> impl Iterator<Item = (&'static Scenario, Vec<String>)> {
    SCENARIOS
        .iter()
        .map(|scenario| (scenario, frames(scenario)))
}
