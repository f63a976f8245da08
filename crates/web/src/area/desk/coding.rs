//! Giving the contact its code: the one act everything else leads to.

use super::act::{Bench, Done};
use super::asked::Asked;
use super::callback;
use super::entering::entered;
use super::seen::{InHand, Seen};
use crate::failure::Failure;
use engine::{Code, Command};

/// The chosen code with what was agreed on becomes the contact's disposition; the next
/// contact is there at once.
pub fn code(bench: &Bench<'_>, seen: &Seen, held: &InHand, asked: &Asked) -> Result<Done, Failure> {
    let Some(code) = asked.filled("code") else {
        return Ok(Done::refused(bench.words.t("desk-no-code")));
    };
    let agreed = callback::agreed(held, asked, seen.now, bench.words);
    let found = held.catalogue().find(code);
    let entered = found.map(|found| entered(found, held, asked, seen.now, bench.words));
    let entered = entered.unwrap_or_default();
    if agreed.is_wrong() || entered.is_wrong() {
        // The dialog says beside the field what is wrong.
        return Ok(Done::default());
    }
    let choice = entered.with(agreed.choice);
    let owner = choice.as_ref().and_then(|choice| choice.owner);
    if let (Some(owner), Some(colleagues)) = (owner, callback::colleagues(bench.store, held)?)
        && !colleagues.contains(&owner)
    {
        return Ok(Done::refused(bench.words.t("desk-owner-elsewhere")));
    }
    let command = Command::Dispose {
        code: Code::new(code),
        callback: choice,
    };
    settle(bench, seen, held, command, asked.filled("note"))
}

/// Lets the contact go with what the line said.
pub fn conclude(bench: &Bench<'_>, seen: &Seen, held: &InHand) -> Result<Done, Failure> {
    settle(bench, seen, held, Command::Conclude, None)
}

fn settle(
    bench: &Bench<'_>,
    seen: &Seen,
    held: &InHand,
    command: Command,
    note: Option<&str>,
) -> Result<Done, Failure> {
    let mut recorded = match bench.record(held, command, note) {
        Ok(recorded) => recorded,
        Err(error) => return bench.refused(seen, held, error),
    };
    let code = seen.reasons(held, bench.words).code(&recorded.contact.code);
    // A call nobody runs any more has ended by itself.
    let _ = bench.lines.carry_out(&mut recorded);
    let said = bench
        .words
        .with("desk-said-saved", [("code", code.as_str())]);
    bench.next(Some(said))
}
