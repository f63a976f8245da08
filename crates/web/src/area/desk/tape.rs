//! The recording of the talk in hand: what it is doing, and what the agent may want of it.

use super::act::{Bench, Done};
use super::asked::Asked;
use super::seen::InHand;
use crate::failure::Failure;
use store::{
    AuditActor, LineOrder, RecordAct, Recording, RecordingConsent, RecordingOf, RecordingState,
};

pub struct TapeView {
    /// For the eye: `on`, `paused`, `waits` or `off`.
    pub look: &'static str,
    pub text: String,
    /// Since when it pauses.
    pub since: Option<i64>,
    pub since_text: String,
    pub acts: Vec<TapeButton>,
}

pub struct TapeButton {
    pub word: &'static str,
    pub label: String,
    pub key: char,
    pub is_danger: bool,
}

/// Pressed again it pauses, or goes on.
const TOGGLES: char = 'v';
const REFUSES: char = 'z';

/// Of the last call of the handling, while that goes on or a refusal is still news.
pub fn tape(bench: &Bench<'_>, held: &InHand) -> Result<Option<TapeView>, Failure> {
    let Some(recording) = of(bench, held)? else {
        return Ok(None);
    };
    let words = bench.words;
    let asks = recording.consent == RecordingConsent::Awaited;
    let (look, text, first) = match recording.state {
        RecordingState::Waits if asks => (
            "waits",
            words.t("desk-tape-asks"),
            Some(("begin", words.t("desk-tape-agreed"))),
        ),
        RecordingState::Waits => (
            "waits",
            words.t("desk-tape-off"),
            Some(("begin", words.t("desk-tape-begin"))),
        ),
        RecordingState::Telling => ("waits", words.t("desk-tape-telling"), None),
        RecordingState::Recording => (
            "on",
            words.t("desk-tape-on"),
            Some(("pause", words.t("desk-tape-pause"))),
        ),
        RecordingState::Paused => (
            "paused",
            words.t("desk-tape-paused"),
            Some(("resume", words.t("desk-tape-resume"))),
        ),
        _ if recording.gone.is_some() => ("off", words.t("desk-tape-gone"), None),
        _ => return Ok(None),
    };
    let button = |(word, label)| TapeButton {
        word,
        label,
        key: TOGGLES,
        is_danger: false,
    };
    let refuse = recording.is_live().then(|| TapeButton {
        word: "refuse",
        label: words.t("desk-tape-refused"),
        key: REFUSES,
        is_danger: true,
    });
    let open = recording.pauses.last().filter(|_| look == "paused");
    let paused = open.map(|pause| bench.store.clock().now().duration_since(pause.from));
    Ok(Some(TapeView {
        look,
        text,
        since: open.map(|pause| pause.from.as_microsecond()),
        since_text: paused.map_or_else(String::new, |paused| words.duration(paused.as_secs())),
        acts: first.map(button).into_iter().chain(refuse).collect(),
    }))
}

fn of(bench: &Bench<'_>, held: &InHand) -> Result<Option<Recording>, Failure> {
    let Some(call) = held.hand.calls.last() else {
        return Ok(None);
    };
    Ok(bench.store.recording(RecordingOf {
        list: held.contact.list,
        contact: held.contact.id,
        attempt: call.attempt,
    })?)
}

impl Bench<'_> {
    /// What the agent wants of it. A refusal is kept before anything else happens.
    pub fn record_talk(&self, held: &InHand, asked: &Asked) -> Result<Done, Failure> {
        let Some(recording) = of(self, held)? else {
            return Ok(Done::refused(self.words.t("desk-tape-over")));
        };
        let act = match asked.text("record") {
            "begin" => RecordAct::Begin,
            "pause" => RecordAct::Pause,
            "resume" => RecordAct::Resume,
            "refuse" => {
                let by = AuditActor::Agent(self.agent.0);
                self.store.refuse_recording(recording.of, by)?;
                RecordAct::Destroy
            }
            _ => return Ok(Done::refused(self.words.t("desk-tape-over"))),
        };
        let order = LineOrder::Record {
            contact: recording.of.contact,
            attempt: recording.of.attempt,
            act,
        };
        Ok(match self.lines.hand_in(order) {
            Ok(()) => Done::going_on(),
            Err(_) => Done::refused(self.words.t("desk-no-lines")),
        })
    }
}
