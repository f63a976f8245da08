//! When and how often the law lets us dial, as dated rules read from a jurisdiction file.
//!
//! A rule holds from its first to its last day by the calendar of the called party, for some
//! kinds of contact, and says where it comes from and whether that is certain.

mod calendar;
mod day;
mod duty;
mod figure;
mod file;
mod ground;
mod period;
mod problem;
mod rule;
mod section;
pub mod shipped;
mod standing;
mod value;
mod window;

pub use duty::{AbandonedOf, Abandonment, CallerId, Kept, MayRecord, Retention, Scrub};
pub use figure::{Figure, Ring};
pub use ground::Asked;
pub use problem::LawProblem;
pub use rule::{RuleRef, Warning};
pub use standing::Standing;
pub use window::Window;

use crate::consent::Purpose;
use crate::contact_kind::ContactKind;
use crate::profile::Often;
use crate::zone::Zone;
use day::Calendar;
use figure::Dated;
use ground::{NeedsGround, Term};
use jiff::SignedDuration;
use jiff::civil::Date;

/// The rules of one country in one version.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    country: String,
    version: String,
    zone: Zone,
    calendar: Calendar,
    min_gap: Dated<SignedDuration>,
    dials_per_day: Dated<u32>,
    ring: Dated<Ring>,
    abandoned_message: Dated<SignedDuration>,
    needs_ground: Vec<NeedsGround>,
    terms: Vec<Term>,
    duties: Duties,
    warnings: Vec<Warning>,
    standing: Vec<Standing>,
}

/// What is asked of whoever calls, besides hours and grounds.
#[derive(Debug, Clone, Default, PartialEq)]
struct Duties {
    dials_per_period: Dated<Often>,
    scrub: Vec<Scrub>,
    quarantine: Dated<SignedDuration>,
    abandonment: Dated<Abandonment>,
    caller_id: Dated<CallerId>,
    recording: Dated<MayRecord>,
    retention: Vec<Retention>,
}

impl Law {
    /// A law that restricts nothing, for tests and for places without a file.
    pub fn open() -> Self {
        Self {
            country: String::new(),
            version: String::new(),
            zone: Zone::UTC,
            calendar: Calendar::default(),
            min_gap: Dated::default(),
            dials_per_day: Dated::default(),
            ring: Dated::default(),
            abandoned_message: Dated::default(),
            needs_ground: Vec::new(),
            terms: Vec::new(),
            duties: Duties::default(),
            warnings: Vec::new(),
            standing: Vec::new(),
        }
    }

    /// Reads a jurisdiction file; the name is only for the problems.
    pub fn parse(text: &str, file_name: &str) -> Result<Self, Vec<LawProblem>> {
        file::read(text, file_name)
    }

    /// The country's two letters; empty for [`Law::open`].
    pub fn country(&self) -> &str {
        &self.country
    }

    pub fn version(&self) -> &str {
        &self.version
    }

    /// The zone of a contact of which nothing better is known.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// How long a number is left alone after a dial.
    pub fn min_gap(&self, on: Date) -> Option<&Figure<SignedDuration>> {
        self.min_gap.on(on)
    }

    /// How often one number may be dialled within one day of the called party.
    pub fn dials_per_day(&self, on: Date) -> Option<&Figure<u32>> {
        self.dials_per_day.on(on)
    }

    /// How long it must and may ring.
    pub fn ring(&self, on: Date) -> Option<&Figure<Ring>> {
        self.ring.on(on)
    }

    /// Within what time an answered call without an agent gets its message.
    pub fn abandoned_message(&self, on: Date) -> Option<&Figure<SignedDuration>> {
        self.abandoned_message.on(on)
    }

    /// How often one number may be dialled within several days.
    pub fn dials_per_period(&self, on: Date) -> Option<&Figure<Often>> {
        self.duties.dials_per_period.on(on)
    }

    /// How old the last check against a register of objections may be.
    pub fn scrub(&self, on: Date, kind: ContactKind, purpose: Purpose) -> Option<&Scrub> {
        let mut rules = self.duties.scrub.iter();
        rules.find(|scrub| scrub.scope.holds(on, kind) && scrub.purposes.contains(&purpose))
    }

    /// How long a number rests after a call to it found no agent.
    pub fn quarantine(&self, on: Date) -> Option<&Figure<SignedDuration>> {
        self.duties.quarantine.on(on)
    }

    /// How many answered calls may find no agent.
    pub fn abandonment(&self, on: Date) -> Option<&Figure<Abandonment>> {
        self.duties.abandonment.on(on)
    }

    /// What is shown to whom is called.
    pub fn caller_id(&self, on: Date) -> Option<&Figure<CallerId>> {
        self.duties.caller_id.on(on)
    }

    /// The rule by which a number must be shown, if there is one.
    pub fn demands_number(&self, on: Date) -> Option<&Figure<CallerId>> {
        self.caller_id(on).filter(|rule| rule.value.shown)
    }

    /// What is owed to the other side before a talk is recorded.
    pub fn recording(&self, on: Date) -> Option<&Figure<MayRecord>> {
        self.duties.recording.on(on)
    }

    /// How long something must be kept.
    pub fn retention(&self, of: Kept) -> Option<&Retention> {
        self.duties.retention.iter().find(|kept| kept.of == of)
    }

    /// The figures on which nobody should rely without asking a lawyer.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

#[cfg(test)]
mod tests;
