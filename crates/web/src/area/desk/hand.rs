//! The contact in hand as it is shown: call bar, form, history, codes.

use super::act::Bench;
use super::asked::Asked;
use super::beside;
use super::codes::{self, Group};
use super::fields::{self, FieldView};
use super::follows::{self, Chosen};
use super::history::{self, Happening};
use super::incoming;
use super::script;
use super::seen::{InHand, Seen};
use super::talk::{self, TalkView};
use super::tape::{self, TapeView};
use crate::consent::{self, Told};
use crate::failure::Failure;
use crate::script::Block;
use engine::{DeskStep, Line, Phase, Progressive, Slot, Standing, Trigger, desk_step};
use jiff::Timestamp;

pub struct Hand {
    pub key: String,
    pub phase: &'static str,
    pub phase_text: String,
    /// The last call came in.
    pub called_in: bool,
    /// Called in, and is not to be called: served, and offered nothing.
    pub is_suppressed: bool,
    pub name: String,
    pub list: String,
    /// The contact's zone and time, where they differ from ours.
    pub there: Option<(String, String)>,
    pub timer: Timer,
    /// While somebody is talked to.
    pub talk: Option<TalkView>,
    pub wrap_up: Option<String>,
    pub agreed: Option<String>,
    /// What the address is worth, and why, where that orders the list.
    pub score: Option<String>,
    pub numbers: Vec<NumberView>,
    pub can_dial: bool,
    /// The call that goes on, which can be ended.
    pub open_call: Option<u32>,
    pub can_give_back: bool,
    /// When it is dialled by itself.
    pub dials: Option<Timer>,
    /// The recording of the talk.
    pub tape: Option<TapeView>,
    pub script: Vec<Block>,
    pub fields: Vec<FieldView>,
    /// What is known of the opt-in, and the ground this call uses.
    pub consent: Told,
    pub history: Vec<Happening>,
    pub groups: Vec<Group>,
    pub note: String,
    pub chosen: Option<Chosen>,
}

/// A time that runs: since an instant, or until one.
pub struct Timer {
    pub since: Option<i64>,
    pub until: Option<i64>,
    pub text: String,
}

pub struct NumberView {
    pub slot: u8,
    pub number: String,
    pub closed: Option<String>,
    /// On the line now, or last.
    pub is_current: bool,
    pub is_tried: bool,
    /// The one that is dialled when none is chosen.
    pub is_next: bool,
    /// The first of the others that may be dialled.
    pub is_other: bool,
}

impl Hand {
    pub fn has_current(&self) -> bool {
        self.numbers.iter().any(|number| number.is_current)
    }

    pub fn takes_back_refusal(&self) -> bool {
        self.tape
            .as_ref()
            .is_some_and(|tape| tape.look == "refused")
    }
}

pub fn hand(bench: &Bench<'_>, seen: &Seen, held: &InHand, asked: &Asked) -> Result<Hand, Failure> {
    let words = bench.words;
    let phase = held.hand.phase();
    let numbers = numbers(seen, held, bench);
    let talk = talk::view(bench, seen, held)?;
    let rule = bench.rule(seen)?;
    let stands = talk.as_ref().and_then(talk::phase_key);
    Ok(Hand {
        key: held.key(),
        phase: phase_word(phase),
        phase_text: words.t(stands.unwrap_or_else(|| phase_key(held, phase))),
        talk,
        called_in: held.called_in(),
        is_suppressed: held.called_in() && incoming::is_barred(bench, &held.numbers)?,
        name: held.name(),
        list: held.list.name.clone(),
        there: there(seen, held, bench),
        timer: timer(seen, held, bench),
        wrap_up: (phase == Phase::WrapUp).then(|| then(seen, held, bench)),
        agreed: match held.contact.standing {
            Standing::Callback { due } => Some(words.moment(due)),
            _ => None,
        },
        score: held
            .contact
            .score
            .map(|score| seen.reasons(held, words).scored(score)),
        can_dial: matches!(phase, Phase::Reserved | Phase::WrapUp)
            && numbers.iter().any(|number| number.closed.is_none()),
        open_call: held.open_call(),
        can_give_back: held.hand.calls.is_empty() && rule.is_none_or(|rule| rule.may_skip),
        dials: rule
            .filter(|rule| looks(seen, held, *rule))
            .map(|rule| until(rule.dials_at(&held.hand), seen, bench)),
        tape: tape::tape(bench, held)?,
        script: script::script(bench, seen, held, &said_number(&numbers))?,
        numbers,
        fields: fields::fields(held, asked, words),
        consent: consent::told(
            &held.rules,
            &held.contact,
            (&held.name(), &held.values),
            seen.now,
            words,
        ),
        history: history::history(seen, held, bench.then),
        groups: beside::told(
            codes::groups(held.catalogue().file(), words.language().word()),
            held.catalogue(),
            bench.then,
        ),
        note: asked.text("note").to_owned(),
        chosen: follows::chosen(bench, seen, held, asked)?,
    })
}

/// Whether it is dialled by itself unless she does something: also where its time has come, and
/// only the pace holds it back.
fn looks(seen: &Seen, held: &InHand, rule: Progressive) -> bool {
    let is_first = held.hand.phase() == Phase::Reserved;
    match desk_step(&seen.me.agent, Some(&held.contact), rule, seen.now) {
        DeskStep::Look(_) => true,
        DeskStep::Dial(_) => is_first,
        _ => false,
    }
}

/// The number on the line, or the one that is dialled next.
fn said_number(numbers: &[NumberView]) -> String {
    let current = numbers.iter().find(|number| number.is_current);
    let said = current.or_else(|| numbers.iter().find(|number| number.is_next));
    said.map_or_else(String::new, |number| number.number.clone())
}

pub fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Reserved => "preview",
        Phase::Dialling => "dialling",
        Phase::Talking => "talking",
        Phase::WrapUp => "wrap-up",
    }
}

fn phase_key(held: &InHand, phase: Phase) -> &'static str {
    let rings = held
        .hand
        .calls
        .last()
        .is_some_and(|call| matches!(call.line, Line::Ringing { .. }));
    match phase {
        Phase::Reserved => "desk-preview",
        Phase::Dialling if rings => "desk-ringing",
        Phase::Dialling => "desk-dialling",
        Phase::Talking => "desk-talking",
        Phase::WrapUp => "desk-wrap-up",
    }
}

fn timer(seen: &Seen, held: &InHand, bench: &Bench<'_>) -> Timer {
    let since = |at: Timestamp| Timer {
        since: Some(at.as_microsecond()),
        until: None,
        text: bench.words.duration(seen.now.duration_since(at).as_secs()),
    };
    match held
        .hand
        .calls
        .last()
        .map(|call| (call.line, call.placed_at))
    {
        None => since(held.hand.since),
        Some((Line::Dialling | Line::Ringing { .. }, placed_at)) => since(placed_at),
        Some((Line::Talking { since: talking }, _)) => since(talking),
        Some((Line::Ended { .. }, _)) => until(held.hand.lease_until, seen, bench),
    }
}

fn until(at: Timestamp, seen: &Seen, bench: &Bench<'_>) -> Timer {
    let left = at.duration_since(seen.now).as_secs();
    Timer {
        since: None,
        until: Some(at.as_microsecond()),
        text: bench.words.duration(left),
    }
}

/// What becomes of the contact when the time for wrapping up runs out.
fn then(seen: &Seen, held: &InHand, bench: &Bench<'_>) -> String {
    let code = &held.catalogue().answer(Trigger::WrapupTimeout).code;
    let code = seen.reasons(held, bench.words).code(code);
    bench.words.with("desk-then", [("code", code.as_str())])
}

/// The contact's own zone and time, where its clock shows another time than ours.
fn there(seen: &Seen, held: &InHand, bench: &Bench<'_>) -> Option<(String, String)> {
    let zone = &held.contact.zone;
    let ours = bench.words.zone();
    if zone.local(seen.now) == ours.local(seen.now) {
        return None;
    }
    let time = bench.words.in_zone(zone.clone()).clock(seen.now);
    Some((zone.name().to_owned(), time))
}

fn numbers(seen: &Seen, held: &InHand, bench: &Bench<'_>) -> Vec<NumberView> {
    let calls = &held.hand.calls;
    let current = calls.last().map(|call| call.slot);
    let tried = |slot: Slot| calls.iter().any(|call| call.slot == slot);
    let open = held.contact.open_slots();
    let next = open
        .iter()
        .find(|slot| !tried(**slot))
        .or_else(|| open.first());
    let other = open.iter().find(|slot| Some(*slot) != next);
    held.contact
        .slots()
        .zip(&held.numbers)
        .map(|(slot, number)| NumberView {
            slot: slot.0,
            number: number.to_string(),
            closed: held
                .contact
                .number(slot)
                .and_then(|state| state.closed.as_ref())
                .map(|code| seen.reasons(held, bench.words).code(code)),
            is_current: current == Some(slot),
            is_tried: tried(slot),
            is_next: next == Some(&slot),
            is_other: other == Some(&slot),
        })
        .collect()
}
