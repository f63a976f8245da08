//! May this number be dialled now? The only way to get a `Permit`, and telephony dials
//! nothing without one.

use crate::because::Because;
use crate::bounds::Bounds;
use crate::contact::Contact;
use crate::facts::{Facts, NumberFacts, Shown};
use crate::id::{ContactId, Slot};
use crate::law::{Ring, Window};
use crate::machines::Machines;
use crate::number::Number;
use crate::profile::Often;
use crate::recording::Recording;
use crate::rules::Rules;
use crate::zone::Zone;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use std::fmt;

/// Leave to dial one number once, now. It cannot be made elsewhere, stored or sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Permit {
    contact: ContactId,
    slot: Slot,
    attempt: u32,
    expires_at: Timestamp,
    conduct: Conduct,
}

/// How a call is to be conducted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conduct {
    /// How long it must and may ring.
    pub ring: Option<Ring>,
    /// Whoever was spoken to is told afterwards how to opt out.
    pub opt_out_menu: bool,
    /// What becomes of it where a machine picks up.
    pub machines: Machines,
    /// The number that is shown to whoever is called.
    pub caller_id: Option<Number>,
    /// Whether the talk is recorded, and what is owed before.
    pub recording: Recording,
}

/// A permit is good for this long.
const VALID: SignedDuration = SignedDuration::from_secs(10);

impl Permit {
    pub fn contact(&self) -> ContactId {
        self.contact
    }

    pub fn slot(&self) -> Slot {
        self.slot
    }

    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// The last instant at which it holds.
    pub fn expires_at(&self) -> Timestamp {
        self.expires_at
    }

    pub fn conduct(&self) -> Conduct {
        self.conduct
    }

    pub fn is_valid(&self, at: Timestamp) -> bool {
        self.is_valid_at_speed(at, 1)
    }

    /// The same where a clock runs so many times as fast as ours: the seconds are ours, it is
    /// how long the way to the line takes that they allow for.
    pub fn is_valid_at_speed(&self, at: Timestamp, speed: u32) -> bool {
        let faster = i32::try_from(speed.saturating_sub(1)).unwrap_or(i32::MAX);
        let more = VALID.saturating_mul(faster);
        at <= self.expires_at.checked_add(more).unwrap_or(self.expires_at)
    }
}

/// Why a number may not be dialled, and when it may.
#[derive(Debug, Clone, PartialEq)]
pub struct Denial {
    pub because: Because,
    /// The first instant worth asking again; none means never, as things are.
    pub until: Option<Timestamp>,
    code: &'static str,
}

impl Denial {
    fn new(code: &'static str, because: Because, until: Option<Timestamp>) -> Self {
        Self {
            because,
            until,
            code,
        }
    }

    /// The contact as a whole was tried too soon, or too often, before.
    pub(crate) fn held(because: Because, until: Timestamp) -> Self {
        let code = match because {
            Because::Window { .. } => "too_often",
            _ => "too_soon",
        };
        Self::new(code, because, Some(until))
    }

    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Whether a suppression stands in the way, so that no later instant helps.
    pub fn is_suppression(&self) -> bool {
        self.code == "suppressed"
    }
}

impl fmt::Display for Denial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "may not be dialled now: {}", self.code)?;
        match self.until {
            Some(until) => write!(f, ", not before {until}"),
            None => Ok(()),
        }
    }
}

/// Gives leave to dial one number of a contact, or says what stands in the way.
pub fn permit(
    contact: &Contact,
    slot: Slot,
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<Permit, Denial> {
    let number = contact.number(slot);
    let known = facts.of(slot);
    let (Some(number), Some(known)) = (number, known) else {
        return Err(Denial::new("unknown_number", Because::NoNumberLeft, None));
    };
    may_be_called(contact, facts, at)?;
    has_ground(contact, at, rules)?;
    is_scrubbed(contact, facts, at, rules)?;
    let caller_id = shown(contact, facts, at, rules)?;
    if let Some(code) = &number.closed {
        let because = Because::NumberClosed {
            slot,
            code: code.clone(),
        };
        return Err(Denial::new("number_closed", because, None));
    }
    if known.locked {
        let because = Because::Locked { slot };
        return Err(Denial::new("provider_locked", because, None));
    }
    if let Window::Closed { until, rule } = rules.law.window(at, &contact.zone, contact.kind) {
        let because = Because::Law {
            rule: rule.id().to_owned(),
            text: rule.text().to_owned(),
            until,
        };
        return Err(Denial::new("outside_hours", because, until));
    }
    let today = contact.zone.local(at).date();
    let bounds = rules.bounds(facts.profile.as_ref());
    dialled_too_often(contact, known, at, &bounds)?;
    Ok(Permit {
        contact: contact.id,
        slot,
        attempt: contact.dials.saturating_add(1),
        expires_at: at.checked_add(VALID).unwrap_or(at),
        conduct: Conduct {
            ring: bounds.ring(today),
            machines: bounds.machines(),
            opt_out_menu: rules.settings.opt_out_menu,
            caller_id,
            recording: bounds.recording(today).asked_of(facts.refuses_recording()),
        },
    })
}

/// Whether the contact as a whole may be called at all.
fn may_be_called(contact: &Contact, facts: &Facts, at: Timestamp) -> Result<(), Denial> {
    let code = || contact.code.clone();
    if contact.is_closed() {
        return Err(Denial::new(
            "closed",
            Because::Closed { code: code() },
            None,
        ));
    }
    if let Some(trigger) = contact.hand.as_ref().and_then(|hand| hand.closing) {
        return Err(Denial::new("closing", Because::Closing { trigger }, None));
    }
    if let Some(end) = facts.expires_at.filter(|end| *end <= at) {
        return Err(Denial::new(
            "list_expired",
            Because::ListExpired { at: end },
            None,
        ));
    }
    // Whoever asked not to be called is not called on another number of theirs.
    if let Some(source) = facts.suppressed_by() {
        let because = Because::Suppressed {
            source: source.to_owned(),
            code: code(),
        };
        return Err(Denial::new("suppressed", because, None));
    }
    Ok(())
}

/// Whether the law lets somebody like that be called for what the list is called for.
fn has_ground(contact: &Contact, at: Timestamp, rules: &Rules) -> Result<(), Denial> {
    let today = contact.zone.local(at).date();
    match rules.ground(contact, today) {
        Ok(_) => Ok(()),
        Err(rule) => {
            let because = Because::NoGround {
                rule: rule.id().to_owned(),
                text: rule.text().to_owned(),
            };
            Err(Denial::new("no_ground", because, None))
        }
    }
}

/// A register may be imported at any moment, or a number given to a campaign, and nobody tells
/// the contacts that wait for it.
const ASK_AGAIN: SignedDuration = SignedDuration::from_mins(15);

/// Whether the register that the law wants looked at is young enough.
fn is_scrubbed(
    contact: &Contact,
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<(), Denial> {
    let today = contact.zone.local(at).date();
    let Some(scrub) = rules.scrub(contact, today) else {
        return Ok(());
    };
    let age = SignedDuration::from_hours(i64::from(scrub.days).saturating_mul(24));
    let good_until = facts.scrubbed_at.and_then(|of| of.checked_add(age).ok());
    if good_until.is_some_and(|until| at <= until) {
        return Ok(());
    }
    let because = Because::ScrubExpired {
        text: scrub.scope.rule.text().to_owned(),
        register: scrub.register.clone(),
        as_of: facts.scrubbed_at,
    };
    let again = at.checked_add(ASK_AGAIN).ok();
    Err(Denial::new("scrub_expired", because, again))
}

/// The number that is shown, which the law may demand.
fn shown(
    contact: &Contact,
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<Option<Number>, Denial> {
    let today = contact.zone.local(at).date();
    let demanded = rules.law.demands_number(today);
    match (facts.caller_id, demanded) {
        (Some(Shown::Number(number)), _) => Ok(Some(number)),
        (Some(Shown::Nothing), Some(demanded)) => {
            let because = Because::NoCallerId {
                text: demanded.rule.text().to_owned(),
            };
            let again = at.checked_add(ASK_AGAIN).ok();
            Err(Denial::new("no_caller_id", because, again))
        }
        (Some(Shown::Nothing) | None, _) => Ok(None),
    }
}

/// Whether the number has been left alone for long enough.
fn dialled_too_often(
    contact: &Contact,
    known: &NumberFacts,
    at: Timestamp,
    bounds: &Bounds<'_>,
) -> Result<(), Denial> {
    let today = contact.zone.local(at).date();
    if let Some((gap, by)) = bounds.min_gap(today)
        && let Some(until) = after_gap(known.last_dial_at, gap)
        && at < until
    {
        let minutes = gap.as_mins();
        let because = Because::Gap { minutes, until, by };
        return Err(Denial::new("too_soon", because, Some(until)));
    }
    if let Some((rest, by)) = bounds.quarantine(today)
        && let Some(until) = after_gap(known.abandoned_at, rest)
        && at < until
    {
        let hours = rest.as_hours();
        let because = Because::Quarantine { hours, until, by };
        return Err(Denial::new("quarantined", because, Some(until)));
    }
    if let Some((allowed, by)) = bounds.dials_per_day(today)
        && known.dials_today >= allowed
    {
        let tomorrow = today.tomorrow().unwrap_or(today);
        let until = contact.zone.start_of(tomorrow);
        let because = Because::DialsPerDay { allowed, until, by };
        return Err(Denial::new("too_often", because, Some(until)));
    }
    match bounds.often(today).find_map(|(often, by)| {
        let until = free_again(often, &known.recent, today, &contact.zone)?;
        Some(Because::DialsPerPeriod { often, until, by }).zip(Some(until))
    }) {
        Some((because, until)) => Err(Denial::new("too_often", because, Some(until))),
        None => Ok(()),
    }
}

/// When the oldest of as many dials as are allowed no longer counts.
fn free_again(often: Often, recent: &[Timestamp], today: Date, zone: &Zone) -> Option<Timestamp> {
    let last = usize::try_from(often.dials).ok()?.checked_sub(1)?;
    let oldest = zone.local(*recent.get(last)?).date();
    let again = oldest.checked_add(i64::from(often.days).days()).ok()?;
    (again > today).then(|| zone.start_of(again))
}

/// Whether a call may be answered that then finds no agent. Those under way without one are
/// counted as if none of them will.
pub(crate) fn may_find_nobody(
    contact: &Contact,
    facts: &Facts,
    at: Timestamp,
    rules: &Rules,
) -> Result<(), Denial> {
    let today = contact.zone.local(at).date();
    let bounds = rules.bounds(facts.profile.as_ref());
    let Some((ceiling, by)) = bounds.abandonment(today) else {
        return Ok(());
    };
    let ledger = facts.ledger.unwrap_or_default();
    let abandoned = ledger.abandoned.saturating_add(ledger.at_risk);
    if !ceiling.is_used_up(abandoned, ledger.answered) {
        return Ok(());
    }
    let because = Because::Abandonment {
        per_mille: ceiling.per_mille,
        ledger,
        of: ceiling.of,
        by,
    };
    Err(Denial::new("abandonment", because, None))
}

/// The first instant after the gap that follows a dial.
pub(crate) fn after_gap(last_dial_at: Option<Timestamp>, gap: SignedDuration) -> Option<Timestamp> {
    last_dial_at.and_then(|last| last.checked_add(gap).ok())
}
