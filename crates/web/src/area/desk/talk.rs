//! What an agent does during a talk: hold and resume, mute, keys towards the far end.

use super::act::{Action, Bench, Done};
use super::asked::Asked;
use super::seen::{InHand, Seen};
use super::third::{self, Choice, OtherView};
use crate::area::floor::listeners;
use crate::failure::Failure;
use engine::{Phase, Talk, Wish};
use std::time::Duration;
use store::LineOrder;

/// Whoever runs the lines answers in milliseconds; a page without its script is not drawn anew
/// by itself, so the answer is waited for.
const ANSWERS_WITHIN: Duration = Duration::from_millis(300);
/// Longer than this nobody likes to hear music. Ours, no source gives a figure.
const LONG: i64 = 60;

/// The keys of a telephone as they lie on it.
pub const KEYPAD: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/// How the talk stands, as it is shown.
pub struct TalkView {
    /// Since when it is held, in microseconds since 1970, with the time gone since.
    pub held: Option<(i64, String)>,
    pub is_long: bool,
    pub is_muted: bool,
    pub pressed: String,
    pub other: Option<OtherView>,
    /// Who could not be had, or left.
    pub news: Option<String>,
    /// Supervisors at the talk: it is never listened to in secret.
    pub listeners: Vec<String>,
    /// Whom there is to ask, or to put through to.
    pub choices: Vec<Choice>,
}

impl TalkView {
    pub const LONG: i64 = LONG;
    pub const KEYPAD: [&str; 12] = KEYPAD;
}

/// Only while somebody is talked to.
pub fn view(bench: &Bench<'_>, seen: &Seen, held: &InHand) -> Result<Option<TalkView>, Failure> {
    if held.hand.phase() != Phase::Talking {
        return Ok(None);
    }
    let talk = bench.lines.talks().of(bench.agent);
    let gone = |talk: &Talk| talk.held_since.map(|since| seen.now.duration_since(since));
    let gone = gone(&talk).map(|gone| gone.as_secs());
    Ok(Some(TalkView {
        other: third::other(bench, (seen, held), &talk)?,
        listeners: listeners(bench.store, &talk, bench.words)?,
        news: third::news(bench, (seen, held), &talk)?,
        choices: match talk.other {
            Some(_) => Vec::new(),
            None => third::choices(bench, seen, held)?,
        },
        is_long: gone.is_some_and(|seconds| seconds >= LONG),
        held: talk
            .held_since
            .zip(gone)
            .map(|(since, gone)| (since.as_microsecond(), bench.words.duration(gone))),
        is_muted: talk.is_muted,
        pressed: talk.pressed,
    }))
}

/// The word of the phase, where the talk stands otherwise than usual.
pub fn phase_key(talk: &TalkView) -> Option<&'static str> {
    if talk.other.as_ref().is_some_and(|other| other.is_together) {
        return Some("desk-three");
    }
    match (&talk.held, talk.is_muted) {
        (Some(_), _) => Some("desk-on-hold"),
        (None, true) => Some("desk-muted"),
        (None, false) => None,
    }
}

/// Hands the wish in, and waits until it shows.
pub fn act(
    bench: &Bench<'_>,
    held: &InHand,
    action: Action,
    asked: &Asked,
) -> Result<Done, Failure> {
    let is_on = asked.text("on") == "yes";
    let wish = match action {
        Action::Hold if is_on => Wish::Hold,
        Action::Hold => Wish::Resume,
        Action::Mute if is_on => Wish::Mute,
        Action::Mute => Wish::Unmute,
        _ => match asked.text("keys").parse() {
            Ok(keys) => Wish::Press(keys),
            Err(_) => return Ok(Done::refused(bench.words.t("desk-no-such-keys"))),
        },
    };
    hand_in(bench, held, wish)
}

pub fn hand_in(bench: &Bench<'_>, held: &InHand, wish: Wish) -> Result<Done, Failure> {
    if held.hand.phase() != Phase::Talking {
        return Ok(Done::refused(bench.words.t("desk-no-talk")));
    }
    let (talks, agent) = (bench.lines.talks(), bench.agent);
    let before = talks.of(agent);
    if bench
        .lines
        .hand_in(LineOrder::During { agent, wish })
        .is_err()
    {
        return Ok(Done::refused(bench.words.t("desk-no-lines")));
    }
    talks.wait(agent, &before, ANSWERS_WITHIN);
    Ok(Done::default())
}
