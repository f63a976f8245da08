//! What occurred in the histories of a law.

use super::play::Step;
use engine::{Because, LimitKind, Phase, Trigger};
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Census(BTreeMap<String, u32>);

impl Census {
    pub fn count(&mut self, step: &Step<'_>) {
        let contact = &step.after;
        self.add(contact.standing.word());
        if let Some(hand) = &contact.hand {
            self.add(phase(hand.phase()));
        }
        for because in &step.because {
            if let Because::Limit { limit, .. } = because {
                self.add(limit.word());
            }
        }
        let other = &step.rules.catalogue.answer(Trigger::SecondNumber).code;
        if step.attempts.iter().any(|attempt| attempt.code == *other) {
            self.add("another number");
        }
    }

    fn add(&mut self, word: &str) {
        *self.0.entry(word.to_owned()).or_default() += 1;
    }

    /// Prints the figures and fails where one of them is zero.
    pub fn conclude(&self, law: &str) {
        let limits = LimitKind::ALL.map(LimitKind::word);
        let phases = [
            Phase::Reserved,
            Phase::Dialling,
            Phase::Talking,
            Phase::WrapUp,
        ]
        .map(phase);
        let standings = ["new", "unreached", "callback", "suspended", "closed"];
        let expected = standings.into_iter().chain(phases).chain(limits);
        println!("{law}");
        let mut missing = Vec::new();
        for word in expected.chain(["another number"]) {
            let count = self.0.get(word).copied().unwrap_or_default();
            println!("{count:>9} {word}");
            if count == 0 {
                missing.push(word);
            }
        }
        assert!(missing.is_empty(), "never occurred: {missing:?}");
    }
}

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Reserved => "reserved",
        Phase::Dialling => "dialling",
        Phase::Talking => "talking",
        Phase::WrapUp => "wrap-up",
    }
}
