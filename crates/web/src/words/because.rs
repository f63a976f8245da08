//! The engine's reasons and refusals in the visitor's words.

mod bound;
mod cause;
mod entered;
mod order;

use super::Words;
use engine::catalogue::{Action, Catalogue, Requirement};
use engine::{AgentId, Basis, Because, Code, Denial, Elsewhere, Refusal, Slot, Trigger};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Speaks of one contact: its catalogue's labels, its people's names.
#[derive(Clone, Copy)]
pub struct Reasons<'a> {
    pub words: &'a Words,
    pub catalogue: &'a Catalogue,
    /// All agents by name.
    pub agents: &'a BTreeMap<AgentId, String>,
    /// Whoever reads it: "you" rather than a name.
    pub me: Option<AgentId>,
}

impl Reasons<'_> {
    /// The code with its label in the visitor's language: `120 Geen gehoor`.
    pub fn code(&self, code: &Code) -> String {
        let shown = self.words.coded(Some(self.catalogue), code.as_str());
        format!("{} {}", shown.code, shown.label)
            .trim_end()
            .to_owned()
    }

    pub fn agent(&self, id: AgentId) -> String {
        if self.me == Some(id) {
            return self.words.t("because-you");
        }
        match self.agents.get(&id) {
            Some(name) => name.clone(),
            None => self.say("because-agent", [("id", &id.0.to_string())]),
        }
    }

    /// One sentence.
    pub fn because(&self, because: &Because) -> String {
        match because {
            Because::Chosen { code } => self.of_code("because-chosen", code),
            Because::Sticky { code } => self.of_code("because-sticky", code),
            Because::Closed { code } => self.of_code("because-closed", code),
            Because::ReturnedUnder { .. } | Because::Answers { .. } => self.caused(because),
            Because::FollowUp { code, due, .. } => {
                let (code, due) = (self.code(code), self.moment(*due));
                self.say("because-follow-up", [("code", &code), ("due", &due)])
            }
            Because::Scored { .. }
            | Because::Ordered { .. }
            | Because::Window { .. }
            | Because::Retry { .. } => self.in_order(because),
            Because::Agreed { due } => self.at("because-agreed", *due),
            Because::Entered { what } => self.entered(what),
            Because::Resumed { due } => self.at("because-resumed", *due),
            Because::Edited { fields } => {
                self.say("because-edited", [("fields", &fields.join(", "))])
            }
            Because::MovedTo { to } => self.elsewhere("because-moved-to", *to),
            Because::MovedFrom { from, code: None } => self.elsewhere("because-moved-anew", *from),
            Because::MovedFrom {
                from,
                code: Some(_),
            } => self.elsewhere("because-moved-from", *from),
            Because::SignOfLife { until } => self.at("because-sign-of-life", *until),
            Because::Roster { to } => self.at("because-roster", *to),
            Because::Suppressed { source, code } => {
                let code = self.code(code);
                self.say("because-suppressed", [("code", &code), ("source", source)])
            }
            Because::CallbackCancelled { due, .. } => self.at("because-callback-cancelled", *due),
            Because::SetByHand { code, reset } => self.of_code(
                match reset {
                    true => "because-set-and-reset",
                    false => "because-set",
                },
                code,
            ),
            Because::NumberClosed { slot, code } => {
                let (code, number) = (self.code(code), ordinal(*slot));
                self.say(
                    "because-number-closed",
                    [("code", &code), ("number", &number)],
                )
            }
            Because::OtherNumber { attempt, code } => {
                let (code, attempt) = (self.code(code), attempt.to_string());
                self.say(
                    "because-other-number",
                    [("code", &code), ("attempt", &attempt)],
                )
            }
            Because::Corrected { .. }
            | Because::DueMoved { .. }
            | Because::Recounted { .. }
            | Because::NotRecalled { .. } => self.correction(because),
            Because::StillSuppressed { code } => self.of_code("because-still-suppressed", code),
            Because::TakenBack { code } => self.of_code("because-taken-back", code),
            Because::DueNow { at } => self.at("because-due-now", *at),
            Because::Line { word, .. } => self.line(word),
            Because::Closing { trigger } => {
                let what = self.trigger(*trigger);
                self.say("because-closing", [("what", &what)])
            }
            law_or_people => self.law_or_people(law_or_people),
        }
    }

    /// What a correction changed.
    fn correction(&self, because: &Because) -> String {
        match because {
            Because::Corrected { attempt, from, to } => self.say(
                "because-corrected",
                [
                    ("attempt", &attempt.to_string()),
                    ("from", &self.code(from)),
                    ("to", &self.code(to)),
                ],
            ),
            Because::DueMoved { from, to } => self.say(
                "because-due-moved",
                [("from", &self.due(*from)), ("to", &self.due(*to))],
            ),
            Because::Recounted { counter, from, to } => self.say(
                "because-recounted",
                [
                    ("what", &self.words.t(&key("counter", counter))),
                    ("from", &from.to_string()),
                    ("to", &to.to_string()),
                ],
            ),
            Because::NotRecalled { action, code } => self.say(
                "because-not-recalled",
                [("what", &self.action(*action)), ("code", &self.code(code))],
            ),
            plain => self.words.t(plain_key(plain)),
        }
    }

    fn due(&self, at: Option<Timestamp>) -> String {
        at.map_or_else(|| self.words.t("because-due-never"), |at| self.moment(at))
    }

    fn law_or_people(&self, because: &Because) -> String {
        match because {
            Because::Law { text, until, .. } => match until {
                Some(until) => self.say(
                    "because-law-until",
                    [("text", text), ("until", &self.moment(*until))],
                ),
                None => self.say("because-law", [("text", text)]),
            },
            Because::NoGround { text, .. } => self.say("because-no-ground", [("text", text)]),
            Because::NoCallerId { text } => self.say("because-no-caller-id", [("text", text)]),
            Because::Ground { basis, given_on } => self.say(
                "because-ground",
                [
                    ("basis", &self.basis(*basis)),
                    ("day", &given_on.to_string()),
                ],
            ),
            Because::ConsentChanged { basis: Some(basis) } => {
                self.say("because-ground-now", [("basis", &self.basis(*basis))])
            }
            Because::Gap { .. }
            | Because::Quarantine { .. }
            | Because::DialsPerDay { .. }
            | Because::DialsPerPeriod { .. }
            | Because::Abandonment { .. }
            | Because::ListExpired { .. }
            | Because::ScrubExpired { .. } => self.bound(because),
            Because::Limit {
                limit,
                counted,
                allowed,
                code,
            } => self.say(
                "because-limit",
                [
                    ("code", &self.code(code)),
                    ("limit", &self.words.t(&key("limit", limit.word()))),
                    ("counted", &counted.to_string()),
                    ("allowed", &allowed.to_string()),
                ],
            ),
            Because::OwnedBy { agent, release_at } => {
                let agent = self.agent(*agent);
                match release_at {
                    Some(until) => self.say(
                        "because-owned-until",
                        [("agent", &agent), ("until", &self.moment(*until))],
                    ),
                    None => self.say("because-owned", [("agent", &agent)]),
                }
            }
            Because::Assigned { agent: Some(agent) } => self.of_agent("because-assigned", *agent),
            Because::Passed { from, agent } => {
                let (from, agent) = (self.agent(*from), self.agent(*agent));
                self.say("because-passed", [("from", &from), ("agent", &agent)])
            }
            Because::Claimed { agent } => self.of_agent("because-claimed", *agent),
            Because::PickedUp { agent } => self.of_agent("because-picked-up", *agent),
            Because::Permitted { slot } => {
                self.say("because-permitted", [("number", &ordinal(*slot))])
            }
            Because::Locked { slot } => self.say("because-locked", [("number", &ordinal(*slot))]),
            Because::LongestCall { attempt } => {
                self.say("because-longest-call", [("attempt", &attempt.to_string())])
            }
            plain => self.words.t(plain_key(plain)),
        }
    }

    /// Why it was not done, and what to do instead.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::InHand(agent) => self.of_agent("refused-in-hand", *agent),
            Refusal::Moved(to) => self.elsewhere("refused-moved", *to),
            Refusal::NoCounterpart(code) => self.of_code("refused-no-counterpart", code),
            Refusal::AgentBusy(agent) => self.of_agent("refused-agent-busy", *agent),
            Refusal::Held(agent) => self.of_agent("refused-held", *agent),
            Refusal::Closed(code) => self.of_code("refused-closed", code),
            Refusal::Suspended(code) => self.of_code("refused-suspended", code),
            Refusal::Sticky(code) => self.of_code("because-sticky", code),
            Refusal::NotChoosable(code) => self.of_code("refused-not-choosable", code),
            Refusal::TakesNoDate(code) => self.of_code("refused-takes-no-date", code),
            Refusal::TakesNoDeal(code) => self.of_code("refused-takes-no-deal", code),
            Refusal::TakesNoAppointment(code) => self.of_code("refused-takes-no-appointment", code),
            Refusal::EndsForGood(code) => self.of_code("refused-ends-for-good", code),
            Refusal::NotAgain(code) => self.of_code("refused-not-again", code),
            Refusal::NobodysOwn(code) => self.of_code("refused-nobodys-own", code),
            Refusal::NoSuchReason { code, .. } => self.of_code("refused-no-such-reason", code),
            Refusal::TakesNoOrder => self.words.t("refused-takes-no-order"),
            Refusal::TakesNoNote(code) => self.of_code("refused-takes-no-note", code),
            Refusal::TakesNoOwner(code) => self.of_code("refused-takes-no-owner", code),
            Refusal::AlreadyCoded(code) => self.of_code("refused-already-coded", code),
            Refusal::Lasting(code) => self.of_code("refused-lasting", code),
            Refusal::NoSuchAttempt(attempt) => self.say(
                "refused-no-such-attempt",
                [("attempt", &attempt.to_string())],
            ),
            Refusal::GaveWay { attempt, main } => self.say(
                "refused-gave-way",
                [
                    ("attempt", &attempt.to_string()),
                    ("main", &main.to_string()),
                ],
            ),
            Refusal::UnknownCode(code) => {
                self.say("refused-unknown-code", [("code", code.as_str())])
            }
            Refusal::NoSuchNumber(slot) => {
                self.say("refused-no-such-number", [("number", &ordinal(*slot))])
            }
            Refusal::NumberClosed(slot) => {
                self.say("refused-number-closed", [("number", &ordinal(*slot))])
            }
            Refusal::Denied(denial) => self.denial(denial),
            Refusal::OutOfBounds { earliest, latest } => self.say(
                "refused-out-of-bounds",
                [("earliest", &local(earliest)), ("latest", &local(latest))],
            ),
            Refusal::Past(at) => self.at("refused-past", *at),
            Refusal::Missing { code, what } => self.say(
                "refused-missing",
                [
                    ("code", &self.code(code)),
                    ("what", &self.requirement(*what)),
                ],
            ),
            Refusal::Limit {
                limit,
                counted,
                allowed,
            } => self.say(
                "refused-limit",
                [
                    ("limit", &self.words.t(&key("limit", limit.word()))),
                    ("counted", &counted.to_string()),
                    ("allowed", &allowed.to_string()),
                ],
            ),
            plain => self.words.t(&key("refused", plain.code())),
        }
    }

    /// Why a number may not be dialled now.
    pub fn denial(&self, denial: &Denial) -> String {
        self.because(&denial.because)
    }

    /// What a code asks for beside itself.
    pub fn requirement(&self, what: Requirement) -> String {
        self.words.t(match what {
            Requirement::Date => "requires-date",
            Requirement::Note => "requires-note",
            Requirement::Email => "requires-email",
            Requirement::Appointment => "requires-appointment",
            Requirement::Amounts => "requires-amounts",
            Requirement::Reason => "requires-reason",
        })
    }

    /// What leaves the house.
    pub fn action(&self, action: Action) -> String {
        self.words.t(&key("action", action.word()))
    }

    pub fn trigger(&self, trigger: Trigger) -> String {
        self.words.t(&match trigger {
            Trigger::Line(outcome) => key("outcome", outcome.word()),
            Trigger::Limit(limit) => key("limit", limit.word()),
            plain => key("trigger", &plain.to_string()),
        })
    }

    /// How far a line has come.
    fn line(&self, word: &str) -> String {
        match word {
            "dialling" => self.words.t("line-dialling"),
            "ringing" => self.words.t("line-ringing"),
            "menu_offered" => self.words.t("line-menu-offered"),
            "opted_out" => self.words.t("line-opted-out"),
            "talking" => self.words.t("line-talking"),
            "inbound.opted_out" => self.words.t("line-opted-out"),
            missed if missed.starts_with("inbound.") => self.words.t(&key("trigger", missed)),
            outcome => self.words.t(&key("outcome", outcome)),
        }
    }

    pub fn moment(&self, at: Timestamp) -> String {
        self.words.moment(at)
    }

    fn say<const N: usize>(&self, key: &str, parts: [(&'static str, &str); N]) -> String {
        self.words.with(key, parts)
    }

    fn of_code(&self, key: &str, code: &Code) -> String {
        self.say(key, [("code", &self.code(code))])
    }

    fn elsewhere(&self, key: &str, there: Elsewhere) -> String {
        let (list, contact) = (there.list.0.to_string(), there.contact.0.to_string());
        self.say(key, [("list", &list), ("contact", &contact)])
    }

    fn of_agent(&self, key: &str, agent: AgentId) -> String {
        self.say(key, [("agent", &self.agent(agent))])
    }

    fn basis(&self, basis: Basis) -> String {
        self.words.t(match basis {
            Basis::Consent => "basis-consent",
            Basis::Customer => "basis-customer",
            Basis::Directory => "basis-directory",
        })
    }

    fn at(&self, key: &str, at: Timestamp) -> String {
        self.say(key, [("at", &self.moment(at))])
    }
}

/// The reasons that say everything by their kind.
fn plain_key(because: &Because) -> &'static str {
    match because {
        Because::Assigned { .. } => "because-assigned-nobody",
        Because::Released { owner_out: true } => "because-released-out",
        Because::Released { owner_out: false } => "because-released",
        Because::ConsentChanged { basis: None } => "because-ground-gone",
        Because::Renumbered => "because-renumbered",
        Because::CalledFirst => "because-called-first",
        Because::InOrder => "because-in-order",
        Because::OrderGone => "because-order-gone",
        Because::Returned => "because-returned",
        Because::LeaseExpired => "because-lease-expired",
        Because::Unlocked => "because-unlocked",
        Because::Late { .. } => "because-late",
        Because::Erased => "because-erased",
        Because::RosterSet { removed: true } => "because-roster-removed",
        Because::RosterSet { removed: false } => "because-roster-set",
        Because::NoNumberLeft => "because-no-number-left",
        Because::NeverAllowed => "because-never-allowed",
        // What has a sentence of its own: `because` says it.
        _ => "because-other",
    }
}

/// A word of the engine as a key of the locales: `no_answer` is `line-no-answer`.
pub(crate) fn key(family: &str, word: &str) -> String {
    format!("{family}-{}", word.replace(['_', '.'], "-"))
}

fn ordinal(slot: Slot) -> String {
    u16::from(slot.0).saturating_add(1).to_string()
}

/// `2026-11-24T14:30:00` without what nobody says aloud.
fn local(instant: &str) -> String {
    let short = instant.strip_suffix(":00").unwrap_or(instant);
    short.replace('T', " ")
}

#[cfg(test)]
mod tests;
