//! What the law held back or allowed, as English sentences.

use super::Because;
use crate::consent::Basis;
use crate::profile::Says;
use jiff::Timestamp;

impl Because {
    /// The sentences about what the law asks; none where it is about something else.
    pub(super) fn law_text(&self) -> Option<String> {
        Some(match self {
            Self::Law { text, until, .. } => match until {
                Some(until) => format!("{text}: not before {until}"),
                None => text.clone(),
            },
            Self::ListExpired { at } => format!("the last day of the list was over on {at}"),
            Self::NoGround { text, .. } => format!("{text}: no such ground is known"),
            Self::ScrubExpired {
                text,
                register,
                as_of,
            } => scrubbed(text, register, *as_of),
            Self::NoCallerId { text } => {
                format!("{text}: the campaign has none; give it one")
            }
            Self::Ground { basis, given_on } => format!("ground: {basis} of {given_on}"),
            Self::ConsentChanged { basis } => ground_now(*basis),
            Self::Gap { minutes, until, by } => format!(
                "{minutes} minutes between dials of one number{}: not before {until}",
                asked_by(*by)
            ),
            Self::Quarantine { hours, until, by } => format!(
                "{hours} hours of rest after a call that found no agent{}: not before {until}",
                asked_by(*by)
            ),
            Self::DialsPerDay { allowed, until, by } => format!(
                "{allowed} dials of one number a day{}: not before {until}",
                asked_by(*by)
            ),
            Self::DialsPerPeriod { often, until, by } => format!(
                "{} dials of one number in {} days{}: not before {until}",
                often.dials,
                often.days,
                asked_by(*by)
            ),
            Self::Abandonment {
                per_mille,
                ledger,
                of,
                by,
            } => format!(
                "{per_mille} of 1000 answered calls of the {} may find no agent{}: {} of {} did, \
                 and {} more may",
                of.word(),
                asked_by(*by),
                ledger.abandoned,
                ledger.abandoned.saturating_add(ledger.answered),
                ledger.at_risk
            ),
            _ => return None,
        })
    }
}

fn scrubbed(text: &str, register: &str, as_of: Option<Timestamp>) -> String {
    match as_of {
        Some(as_of) => format!("{text}: register `{register}` is of {as_of}"),
        None => format!("{text}: register `{register}` has not been imported"),
    }
}

fn ground_now(basis: Option<Basis>) -> String {
    match basis {
        Some(basis) => format!("ground now: {basis}"),
        None => "there is no ground any more".to_owned(),
    }
}

/// Nothing where it is the law that asks.
fn asked_by(says: Says) -> String {
    match says {
        Says::Law => String::new(),
        stricter => format!(", as the {} asks", stricter.word()),
    }
}
