//! What the far end does with the next call.

use engine::Outcome;
use jiff::SignedDuration;
use telephony::{Callee, Fate, usual_cause};

/// Somebody who answers stays for so long.
pub const TALK: i64 = 60;

pub fn callee(word: &str, opts_out: bool) -> Result<Callee, String> {
    let seconds = SignedDuration::from_secs;
    let fate = match word {
        "person" | "ringing" => Fate::Person {
            hangs_up_after: Some(seconds(TALK)),
        },
        "abandoned" | "machine" | "fax" => Fate::PickedUp {
            outcome: outcome(word)?,
            cause: usual_cause(outcome(word)?, 0),
            told_after: seconds(2),
        },
        _ => Fate::Ends {
            outcome: outcome(word)?,
            cause: usual_cause(outcome(word)?, 0),
        },
    };
    Ok(Callee {
        rings_after: (word != "never_rang").then(|| seconds(1)),
        then_after: seconds(if word == "ringing" { 20 } else { 3 }),
        fate,
        opts_out_after: opts_out.then(|| seconds(5)),
    })
}

fn outcome(word: &str) -> Result<Outcome, String> {
    let mut all = Outcome::ALL.into_iter();
    let found = all.find(|outcome| outcome.word() == word);
    found.ok_or_else(|| format!("`{word}` is no outcome"))
}
