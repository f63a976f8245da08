//! What the far end does with the next call.

use engine::{Cause, Outcome, Sign};
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
        "abandoned" | "machine" | "fax" => picked_up(outcome(word)?, None),
        "modem" => picked_up(Outcome::Fax, Some(Sign::Modem)),
        "hung-up-while-routing" => picked_up(Outcome::Abandoned, Some(Sign::HungUpWhileRouting)),
        "hung-up-at-agent" => picked_up(Outcome::Abandoned, Some(Sign::HungUpAtAgent)),
        "agent-silent" => picked_up(Outcome::Abandoned, Some(Sign::AgentSilent)),
        "tone" => Fate::Ends {
            outcome: Outcome::SpecialTone,
            cause: Cause::default(),
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

/// Answered, and then it turns out to be that.
fn picked_up(outcome: Outcome, sign: Option<Sign>) -> Fate {
    Fate::PickedUp {
        outcome,
        cause: Cause {
            sign,
            ..usual_cause(outcome, 0)
        },
        told_after: SignedDuration::from_secs(2),
    }
}

fn outcome(word: &str) -> Result<Outcome, String> {
    let mut all = Outcome::ALL.into_iter();
    let found = all.find(|outcome| outcome.word() == word);
    found.ok_or_else(|| format!("`{word}` is no outcome"))
}
