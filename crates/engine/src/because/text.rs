//! Reasons as English sentences, with the catalogue's own label where a code decided.

use super::Because;
use crate::catalogue::Catalogue;
use crate::contact::Elsewhere;
use crate::id::{AgentId, Code, Slot};
use jiff::Timestamp;

impl Because {
    /// One English sentence.
    pub fn text(&self, catalogue: &Catalogue) -> String {
        let label = |code: &Code| label(code, catalogue);
        match self {
            Self::Chosen { code } => format!("coded {}", label(code)),
            Self::Answers { trigger, code } => format!("{} answers {trigger}", label(code)),
            Self::FollowUp {
                code,
                expression,
                due,
            } => format!("due {due}: {} says {expression}", label(code)),
            Self::Limit {
                limit,
                counted,
                allowed,
                code,
            } => format!(
                "{}: {} reached, {counted} of {allowed}",
                label(code),
                limit.word()
            ),
            Self::Suppressed { source, code } => format!("{}: suppressed, {source}", label(code)),
            Self::NumberClosed { slot, code } => {
                format!("number {} is closed by {}", ordinal(*slot), label(code))
            }
            Self::OtherNumber { attempt, code } => format!(
                "attempt {attempt} gave way to another number: {}",
                label(code)
            ),
            Self::SetByHand { code, reset } => {
                let counters = if *reset { "reset" } else { "kept" };
                format!("set by hand to {}, counters {counters}", label(code))
            }
            Self::Locked { slot } => format!("the provider bars number {}", ordinal(*slot)),
            Self::ReturnedUnder { code, .. } => format!("{}: not judged", label(code)),
            Self::Sticky { code } => format!("{} may not be overwritten", label(code)),
            Self::Closed { code } => format!("closed as {}", label(code)),
            Self::Corrected { attempt, from, to } => {
                let (from, to) = (label(from), label(to));
                format!("attempt {attempt} corrected from {from} to {to}")
            }
            Self::NotRecalled { action, code } => format!(
                "{} of {}: taken back only where it has not left yet",
                action.word(),
                label(code)
            ),
            Self::StillSuppressed { code } => format!(
                "what {} suppressed stays suppressed until it is lifted explicitly",
                label(code)
            ),
            Self::CallbackCancelled { due, .. } => cancelled(*due),
            Self::Passed { from, agent } => {
                format!("passed on by agent {} to agent {}", from.0, agent.0)
            }
            Self::TakenBack { code } => {
                format!("{} taken back by whoever gave it", label(code))
            }
            without_code => without_code
                .law_text()
                .or_else(|| without_code.order_text())
                .unwrap_or_else(|| without_code.plain_text()),
        }
    }

    /// The sentences that name no code.
    fn plain_text(&self) -> String {
        match self {
            Self::Agreed { due } => format!("agreed for {due}"),
            Self::Entered { what } => what.to_string(),
            Self::Roster { to } => format!("the roster allows it from {to}"),
            Self::LongestCall { attempt } => format!("attempt {attempt} had the longest call"),
            Self::OwnedBy { agent, release_at } => match release_at {
                Some(until) => format!("agent {} only, until {until}", agent.0),
                None => format!("agent {} only", agent.0),
            },
            Self::Assigned { agent } => given_to(*agent),
            Self::RosterSet { removed } => roster_set(*removed).to_owned(),
            Self::Edited { fields } => format!("changed: {}", fields.join(", ")),
            Self::Renumbered => "numbers were changed".to_owned(),
            Self::MovedTo { to } => went_on(*to),
            Self::MovedFrom { from, code } => came_from(*from, code.is_some()),
            Self::Erased => "personal data were erased".to_owned(),
            Self::CalledFirst => "to be called before all others".to_owned(),
            Self::Resumed { due } => format!("resumed for {due}"),
            Self::DueMoved { from, to } => format!("due {}, was {}", moment(*to), moment(*from)),
            Self::Recounted { counter, from, to } => format!("{counter} {to}, was {from}"),
            Self::DueNow { at } => format!("would be due in the past: due {at}"),
            Self::Claimed { agent } | Self::PickedUp { agent } => in_hands(*agent),
            Self::Permitted { slot } => format!("number {} may be dialled", ordinal(*slot)),
            Self::Returned => "given back untouched, nothing counted".to_owned(),
            Self::SignOfLife { until } => format!("heard of: in hand until {until} at least"),
            Self::LeaseExpired => "taken back: whoever had it in hand was not heard of".to_owned(),
            Self::Unlocked => "taken out of the agent's hands by a supervisor".to_owned(),
            Self::Late { report } => format!("{report} came after the fact: nothing follows"),
            Self::Line { attempt, word } => format!("attempt {attempt}: {word}"),
            Self::Closing { trigger } => format!("closes when it is let go: {trigger}"),
            Self::NoNumberLeft => "no number is left to try".to_owned(),
            Self::NeverAllowed => NEVER.to_owned(),
            Self::Chosen { .. }
            | Self::CallbackCancelled { .. }
            | Self::Passed { .. }
            | Self::Locked { .. }
            | Self::Answers { .. }
            | Self::FollowUp { .. }
            | Self::Scored { .. }
            | Self::Ordered { .. }
            | Self::InOrder
            | Self::OrderGone
            | Self::Released { .. }
            | Self::Window { .. }
            | Self::Retry { .. }
            | Self::Limit { .. }
            | Self::Suppressed { .. }
            | Self::NumberClosed { .. }
            | Self::OtherNumber { .. }
            | Self::SetByHand { .. }
            | Self::Sticky { .. }
            | Self::ReturnedUnder { .. }
            | Self::Corrected { .. }
            | Self::NotRecalled { .. }
            | Self::StillSuppressed { .. }
            | Self::TakenBack { .. }
            | Self::Law { .. }
            | Self::ListExpired { .. }
            | Self::NoGround { .. }
            | Self::ScrubExpired { .. }
            | Self::NoCallerId { .. }
            | Self::Ground { .. }
            | Self::ConsentChanged { .. }
            | Self::Gap { .. }
            | Self::Quarantine { .. }
            | Self::DialsPerDay { .. }
            | Self::DialsPerPeriod { .. }
            | Self::Abandonment { .. }
            | Self::Closed { .. } => String::new(),
        }
    }
}

const NEVER: &str = "roster and law allow no instant within reach: change the roster";

fn label(code: &Code, catalogue: &Catalogue) -> String {
    match catalogue.find(code.as_str()) {
        Some(disposition) => {
            let language = &catalogue.file().own_language;
            format!("{code} {}", disposition.label_in(language))
        }
        None => code.to_string(),
    }
}

fn moment(at: Option<Timestamp>) -> String {
    at.map_or_else(|| "never".to_owned(), |at| at.to_string())
}

fn in_hands(agent: AgentId) -> String {
    format!("in the hands of agent {}", agent.0)
}

fn given_to(agent: Option<AgentId>) -> String {
    match agent {
        Some(agent) => format!("given to agent {}", agent.0),
        None => "given to nobody in particular".to_owned(),
    }
}

fn roster_set(removed: bool) -> &'static str {
    match removed {
        true => "the roster was taken away",
        false => "the roster was set by hand",
    }
}

fn went_on(to: Elsewhere) -> String {
    format!(
        "it went on as contact {} of list {}",
        to.contact.0, to.list.0
    )
}

fn came_from(from: Elsewhere, as_it_stood: bool) -> String {
    let goes_on = match as_it_stood {
        true => "goes on as it stood there",
        false => "begins anew",
    };
    format!(
        "it was contact {} of list {} and {goes_on}",
        from.contact.0, from.list.0
    )
}

fn ordinal(slot: Slot) -> u16 {
    u16::from(slot.0).saturating_add(1)
}

fn cancelled(due: Timestamp) -> String {
    format!("the callback agreed for {due} is cancelled")
}
