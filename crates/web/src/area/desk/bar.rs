//! The top of the desk: presence, breaks, own callbacks, the time.

use super::act::{Bench, PASSIVE};
use super::seen::Seen;
use crate::called::{Fields, called};
use crate::failure::Failure;
use engine::Presence;
use jiff::SignedDuration;
use store::Callback;

/// So many of the own callbacks are shown.
const CALLBACKS_SHOWN: i64 = 20;
/// For so long it is said that one is not kept.
const CANCELLED_SHOWN: SignedDuration = SignedDuration::from_hours(72);

pub struct Bar {
    pub name: String,
    pub presence: String,
    /// In microseconds since 1970, for the timer.
    pub since: i64,
    pub since_text: String,
    /// What begins as soon as the contact is let go.
    pub leaving: Option<String>,
    pub breaks: Vec<BreakChoice>,
    pub is_ready: bool,
    pub is_out: bool,
    pub clock: String,
    pub callbacks: Vec<OwnCallback>,
    /// She may pick from a list of her own.
    pub has_list: bool,
    /// She may listen to recordings of her own talks.
    pub hears_own: bool,
    /// What was agreed and is not kept: whom nobody may call any more.
    pub cancelled: Vec<OwnCallback>,
}

pub struct BreakChoice {
    pub code: String,
    pub label: String,
}

pub struct OwnCallback {
    pub contact: i64,
    pub name: String,
    pub due: String,
    pub is_due: bool,
    pub note: Option<String>,
    /// The agent wants it next.
    pub is_next: bool,
}

pub fn bar(bench: &Bench<'_>, seen: &Seen) -> Result<Bar, Failure> {
    let words = bench.words;
    let types = bench.store.break_types()?;
    let language = words.language().word();
    let named = |code: &str| {
        let found = types.iter().find(|known| known.code == code);
        match found {
            Some(known) => known.label_in(language).to_owned(),
            None => words.t("desk-break-other"),
        }
    };
    let agent = &seen.me.agent;
    let presence = match &agent.presence {
        Presence::Out => words.t("desk-out"),
        Presence::Ready => words.t("desk-ready"),
        Presence::Break { kind } if kind == "logged_in" => words.t("desk-logged-in"),
        Presence::Break { kind } if kind == PASSIVE => words.t("desk-passive"),
        Presence::Break { kind } => named(kind),
    };
    let leaving = match (&agent.break_next, agent.out_next) {
        (Some(kind), _) => Some(words.with("desk-break-next", [("break", named(kind).as_str())])),
        (None, true) => Some(words.t("desk-out-next")),
        (None, false) => None,
    };
    let own = bench.store.callbacks_of(bench.agent, CALLBACKS_SHOWN)?;
    let since = seen.now.checked_sub(CANCELLED_SHOWN).unwrap_or(seen.now);
    let cancelled = bench
        .store
        .cancelled_callbacks(bench.agent, since, CALLBACKS_SHOWN)?;
    Ok(Bar {
        name: seen.me.name.clone(),
        presence,
        since: agent.since.as_microsecond(),
        since_text: words.duration(seen.now.duration_since(agent.since).as_secs()),
        leaving,
        breaks: types
            .iter()
            .filter(|known| known.active)
            .map(|known| BreakChoice {
                code: known.code.clone(),
                label: known.label_in(language).to_owned(),
            })
            .collect(),
        is_ready: agent.is_ready() && !agent.is_leaving(),
        is_out: agent.presence == Presence::Out,
        clock: words.clock(seen.now),
        hears_own: bench.store.hears_own_recordings(bench.agent)?,
        has_list: has_list(bench, seen)?,
        callbacks: own
            .iter()
            .map(|callback| own_callback(bench, seen, callback))
            .collect(),
        cancelled: cancelled
            .iter()
            .map(|callback| own_callback(bench, seen, callback))
            .collect(),
    })
}

/// A contact in hand says it of its own list; nothing more is read for it then.
fn has_list(bench: &Bench<'_>, seen: &Seen) -> Result<bool, Failure> {
    match &seen.in_hand {
        Some(held) => Ok(held.rules.scores()),
        None => Ok(bench.store.has_work_list(bench.agent)?),
    }
}

fn own_callback(bench: &Bench<'_>, seen: &Seen, callback: &Callback) -> OwnCallback {
    OwnCallback {
        contact: callback.contact.0,
        name: name(callback),
        due: bench.words.moment(callback.due),
        is_due: callback.due <= seen.now,
        note: callback.note.clone(),
        is_next: seen.me.agent.wants == Some(callback.contact),
    }
}

fn name(callback: &Callback) -> String {
    let fields: Fields = serde_json::from_str(&callback.fields).unwrap_or_default();
    let otherwise = callback.key.clone();
    let otherwise = otherwise.unwrap_or_else(|| callback.contact.0.to_string());
    called(None, &fields, &otherwise)
}
