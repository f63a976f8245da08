//! The recording of the talk in hand: what it is doing, and what the agent may want of it.

use super::act::{Bench, Done};
use super::asked::Asked;
use super::seen::InHand;
use crate::failure::Failure;
use store::{
    AuditActor, LineOrder, RecordAct, Recording, RecordingConsent, RecordingOf, RecordingState,
    WhyGone,
};

pub struct TapeView {
    /// For the eye: `on`, `paused`, `waits`, `refused` or `off`.
    pub look: &'static str,
    pub text: String,
    /// `since` when it pauses, or `until` when a refusal can be taken back.
    pub timer: Option<(&'static str, i64, String)>,
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
const TAKES_BACK: char = 'u';

/// Of the last call of the handling, while that goes on or a refusal is still news.
pub fn tape(bench: &Bench<'_>, held: &InHand) -> Result<Option<TapeView>, Failure> {
    let Some(recording) = of(bench, held)? else {
        return Ok(None);
    };
    if let Some(view) = refused(bench, &recording).or_else(|| shared(bench, &recording)) {
        return Ok(Some(view));
    }
    let words = bench.words;
    let asks = recording.consent == RecordingConsent::Awaited;
    let (look, text, first) = match recording.state {
        RecordingState::Waits if asks => (
            "waits",
            asking(bench, &recording)?,
            Some(("begin", "desk-tape-agreed")),
        ),
        RecordingState::Waits => (
            "waits",
            words.t("desk-tape-off"),
            Some(("begin", "desk-tape-begin")),
        ),
        RecordingState::Telling => ("waits", words.t("desk-tape-telling"), None),
        RecordingState::Recording => (
            "on",
            words.t("desk-tape-on"),
            Some(("pause", "desk-tape-pause")),
        ),
        RecordingState::Paused => (
            "paused",
            words.t("desk-tape-paused"),
            Some(("resume", "desk-tape-resume")),
        ),
        RecordingState::Ended | RecordingState::Kept => ("off", words.t("desk-tape-ended"), None),
        _ if was_refused(&recording) => ("off", words.t("desk-tape-gone"), None),
        _ => return Ok(None),
    };
    let toggle = first.map(|(word, label)| button(bench, word, label, TOGGLES));
    Ok(Some(TapeView {
        look,
        text,
        timer: paused_since(bench, &recording),
        acts: toggle
            .into_iter()
            .chain(refuse(bench, &recording))
            .collect(),
    }))
}

/// Somebody from outside is in the talk: nothing is recorded before she has left.
fn shared(bench: &Bench<'_>, recording: &Recording) -> Option<TapeView> {
    let is_shared = bench.lines.talks().of(bench.agent).has_outsider();
    let (look, text) = match recording.state {
        RecordingState::Waits | RecordingState::Telling if is_shared => {
            ("waits", "desk-tape-shared")
        }
        RecordingState::Paused if is_shared => ("paused", "desk-tape-shared-since"),
        _ => return None,
    };
    Some(TapeView {
        look,
        text: bench.words.t(text),
        timer: paused_since(bench, recording),
        acts: refuse(bench, recording).into_iter().collect(),
    })
}

fn paused_since(bench: &Bench<'_>, recording: &Recording) -> Option<(&'static str, i64, String)> {
    let is_paused = recording.state == RecordingState::Paused;
    let pause = recording.pauses.last().filter(|_| is_paused)?;
    let lasts = bench.store.clock().now().duration_since(pause.from);
    let text = bench.words.duration(lasts.as_secs());
    Some(("since", pause.from.as_microsecond(), text))
}

/// While there is, or may be, something to be destroyed.
fn refuse(bench: &Bench<'_>, recording: &Recording) -> Option<TapeButton> {
    recording.can_be_refused().then(|| TapeButton {
        is_danger: true,
        ..button(bench, "refuse", "desk-tape-refused", REFUSES)
    })
}

fn was_refused(recording: &Recording) -> bool {
    let gone = recording.gone;
    gone.is_some_and(|gone| gone.why == WhyGone::Refused)
}

/// While the refusal can be taken back; nothing else can be asked for meanwhile.
fn refused(bench: &Bench<'_>, recording: &Recording) -> Option<TapeView> {
    let until = recording.refusal?.until;
    let left = until.duration_since(bench.store.clock().now()).as_secs();
    let text = match recording.began_at {
        Some(_) => "desk-tape-destroys",
        None => "desk-tape-records-nothing",
    };
    let left = bench.words.duration(left.max(0));
    Some(TapeView {
        look: "refused",
        text: bench.words.t(text),
        timer: Some(("until", until.as_microsecond(), left)),
        acts: vec![button(bench, "back", "desk-undo", TAKES_BACK)],
    })
}

fn button(bench: &Bench<'_>, word: &'static str, label: &str, key: char) -> TapeButton {
    TapeButton {
        word,
        label: bench.words.t(label),
        key,
        is_danger: false,
    }
}

/// Who refused before is not asked as if nothing had been.
fn asking(bench: &Bench<'_>, recording: &Recording) -> Result<String, Failure> {
    let RecordingOf { list, contact, .. } = recording.of;
    let words = bench.words;
    let refused = bench.store.refuses_recording(list, contact)?;
    let refused = refused.map(|at| words.day(words.zone().local(at).date()));
    Ok(match refused {
        Some(day) => words.with("desk-tape-asks-again", [("day", day.as_str())]),
        None => words.t("desk-tape-asks"),
    })
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
    /// What the agent wants of it.
    pub fn record_talk(&self, held: &InHand, asked: &Asked) -> Result<Done, Failure> {
        let Some(recording) = of(self, held)? else {
            return Ok(Done::refused(self.words.t("desk-tape-over")));
        };
        let is_refused = recording.refusal.is_some();
        match asked.text("record") {
            "begin" if !is_refused => self.tell_lines(&recording, RecordAct::Begin),
            "pause" if !is_refused => self.tell_lines(&recording, RecordAct::Pause),
            "resume" if !is_refused => self.tell_lines(&recording, RecordAct::Resume),
            "refuse" => self.refuse_recording(&recording),
            "back" if is_refused => self.take_back_refusal(&recording),
            _ => Ok(Done::refused(self.words.t("desk-tape-over"))),
        }
    }

    /// It is written down before the lines hear of it. What could not be is told her, and not
    /// recorded any more all the same: there is nothing then that could be taken back.
    fn refuse_recording(&self, recording: &Recording) -> Result<Done, Failure> {
        let by = AuditActor::Agent(self.agent.0);
        let written = self.store.refuse_recording(recording.of, by);
        let act = match &written {
            Ok(_) => RecordAct::Refuse,
            Err(_) => RecordAct::Destroy,
        };
        let done = self.tell_lines(recording, act);
        written?;
        match recording.is_live() {
            true => done,
            // The lines have nothing of it any more; they only see to it that it goes in time.
            false => Ok(Done::going_on()),
        }
    }

    fn take_back_refusal(&self, before: &Recording) -> Result<Done, Failure> {
        let now = self.store.take_back_refusal(before.of)?;
        let in_time = now.is_some_and(|now| now.can_be_refused());
        match (in_time, before.is_live() && before.ran_when_refused()) {
            (false, _) => Ok(Done::refused(self.words.t("desk-tape-over"))),
            (true, true) => self.tell_lines(before, RecordAct::Resume),
            (true, false) => Ok(Done::going_on()),
        }
    }

    fn tell_lines(&self, recording: &Recording, act: RecordAct) -> Result<Done, Failure> {
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
