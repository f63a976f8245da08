//! What a contact becomes under a code: standing, priority, roster, owner, due time.

use super::Verdict;
use crate::because::Because;
use crate::catalogue::{Disposition, Kind, OwnerRule, Reopen, Retry, RosterMode};
use crate::contact::{Contact, Standing};
use crate::id::{AgentId, Code, Slot};
use jiff::Timestamp;

/// Who gave the code, about which number, and when.
pub(crate) struct Circumstances {
    pub agent: Option<AgentId>,
    pub slot: Option<Slot>,
    /// The code does not follow upon itself.
    pub first: bool,
    /// When the cause says that it is tried again.
    pub retry: Option<Retried>,
    pub at: Timestamp,
}

/// A miss for a cause that says when and how often a contact is tried again.
pub(crate) struct Retried {
    pub cause: Code,
    pub rule: Retry,
    /// How many misses there were for it, this one among them.
    pub misses: u32,
}

pub(crate) fn advance(
    next: &mut Contact,
    verdict: &Verdict<'_>,
    circumstances: &Circumstances,
    because: &mut Vec<Because>,
) {
    let (disposition, at) = (verdict.disposition, circumstances.at);
    let chosen = verdict.choice.and_then(|choice| choice.at);
    next.code = disposition.code.clone();
    next.priority = priority_of(disposition, verdict.kind);
    next.preferred = verdict.choice.and_then(|choice| choice.slot);
    set_roster(next, verdict);
    next.owner = owner_after(next.owner, verdict, circumstances.agent);
    next.standing = match verdict.kind {
        Kind::New => {
            because.extend(chosen.map(|due| Because::Agreed { due }));
            Standing::New {
                due: chosen.unwrap_or(at),
            }
        }
        Kind::Unreached => Standing::Unreached {
            due: due_after(next, verdict, circumstances, because),
        },
        Kind::Callback => {
            next.preferred = next.preferred.or(circumstances.slot);
            Standing::Callback {
                due: due_after(next, verdict, circumstances, because),
            }
        }
        Kind::Suspended => Standing::Suspended,
        Kind::Final => {
            let expression = disposition.revive_on.as_ref();
            let revive_at =
                expression.map(|says| chosen.unwrap_or_else(|| says.resolve(at, &next.zone)));
            Standing::Closed { revive_at }
        }
        Kind::Returned | Kind::AttemptOnly => next.standing,
    };
}

/// A catalogue need not name priorities: each kind has its usual one (CallPro's bands).
pub(crate) fn priority_of(disposition: &Disposition, kind: Kind) -> u8 {
    disposition.priority.unwrap_or(match kind {
        Kind::Callback => 25,
        Kind::Unreached => 76,
        Kind::New | Kind::Suspended | Kind::Returned | Kind::AttemptOnly => 150,
        Kind::Final => 225,
    })
}

fn set_roster(next: &mut Contact, verdict: &Verdict<'_>) {
    if let Some(change) = verdict.choice.and_then(|choice| choice.roster) {
        next.roster = change.apply(next.roster.take());
        return;
    }
    match verdict.disposition.roster {
        RosterMode::Change => next.roster = verdict.disposition.roster_lines,
        RosterMode::Remove => next.roster = None,
        RosterMode::Keep => {}
    }
}

fn owner_after(
    owner: Option<AgentId>,
    verdict: &Verdict<'_>,
    agent: Option<AgentId>,
) -> Option<AgentId> {
    if verdict.again() == Some(Reopen::Stage) {
        return None;
    }
    let chosen = verdict.choice.and_then(|choice| choice.owner);
    let of_choice = chosen.filter(|_| verdict.disposition.may_be_owned());
    of_choice.or(match verdict.disposition.owner {
        OwnerRule::None | OwnerRule::Any => None,
        OwnerRule::Keep => owner,
        OwnerRule::HandlingAgent => agent.or(owner),
        OwnerRule::Assignable => owner.or(agent),
    })
}

/// When it is due again: as agreed, or as the code's follow-up says.
fn due_after(
    next: &Contact,
    verdict: &Verdict<'_>,
    circumstances: &Circumstances,
    because: &mut Vec<Because>,
) -> Timestamp {
    let at = circumstances.at;
    if let Some(due) = verdict.choice.and_then(|choice| choice.at) {
        because.push(Because::Agreed { due });
        return due;
    }
    if let Some(retried) = &circumstances.retry {
        let due = at.checked_add(retried.rule.after.duration()).unwrap_or(at);
        because.push(Because::Retry {
            cause: retried.cause.clone(),
            retry: retried.misses,
            most: retried.rule.most,
            due,
        });
        return due;
    }
    let Some(follow_up) = &verdict.disposition.follow_up else {
        return at;
    };
    let expression = follow_up.expression(circumstances.first);
    let due = expression.resolve(at, &next.zone).max(at);
    because.push(Because::FollowUp {
        code: verdict.disposition.code.clone(),
        expression: expression.to_string(),
        due,
    });
    due
}
