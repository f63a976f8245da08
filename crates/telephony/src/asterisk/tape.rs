//! The recording of a talk: a channel that hears both sides, and what it hears taken down. It
//! begins when the law lets it, and ends with the talk at the latest.

use super::calls::{About, Calls, Whose};
use super::request::Request;
use crate::line::{LineId, Placed};
use crate::tape::{TapeAct, TapeWord};
use engine::{Announcement, Owed, Recorded, Recording};
use std::time::Instant;

#[derive(Debug)]
pub(super) struct Tape {
    pub placed: Placed,
    /// The far end's channel.
    pub channel: String,
    /// Of the channel that hears both, and of what is played before.
    pub id: String,
    pub name: String,
    pub owed: Owed,
    pub stage: TapeStage,
    /// What is owed was done: the other side was told, or the agent says that it agreed.
    pub is_settled: bool,
    /// The agent wants it to pause, whether it does already or not.
    pub wants_pause: bool,
    /// The channel of somebody from outside who is in the talk, until it is gone.
    pub outsider: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TapeStage {
    /// For the agent's word.
    Waits,
    Telling,
    /// The announcement could not be heard: the agent has to say it herself.
    Untold,
    Starting,
    Runs,
    Pauses,
    Destroyed,
}

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TapeStep {
    Tell,
    Snoop,
    Record,
    Pause,
    Resume,
}

/// Something that became of a tape, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct TapeSaid {
    pub placed: Placed,
    pub word: TapeWord,
    pub at: Instant,
}

impl Calls {
    /// What became of tapes, oldest first.
    pub fn tapes_said(&mut self) -> Vec<TapeSaid> {
        std::mem::take(&mut self.tape_words)
    }

    /// A talk begins.
    pub(super) fn tape_begins(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let Recording { wanted, owed, .. } = call.dial.recording;
        if wanted == Recorded::Off || self.tapes.contains_key(&line) {
            return;
        }
        let placed = call.dial.placed;
        let channel = call.channel.clone();
        let (list, contact) = (placed.list.0, placed.contact.0);
        let tape = Tape {
            placed,
            channel,
            id: self.new_id(),
            name: format!(
                "{}-rec-{list}-{contact}-{}",
                self.settings.app, placed.attempt
            ),
            owed,
            stage: TapeStage::Waits,
            is_settled: owed == Owed::Nothing,
            wants_pause: false,
            outsider: None,
        };
        self.channels.insert(tape.id.clone(), Whose::Tape(line));
        self.tapes.insert(line, tape);
        self.tape_says(line, TapeWord::Waits, now);
        match (wanted, owed) {
            (Recorded::On, Owed::Nothing) => self.tape_starts(line),
            (Recorded::On, Owed::Notice) => self.tape_tells(line, now),
            _ => {}
        }
    }

    /// What the agent wants. Where it does not fit, nothing happens.
    pub fn tape(&mut self, line: LineId, act: TapeAct, now: Instant) {
        let call = self.calls.get(&line);
        let is_held = call.is_some_and(|call| call.standing.held_since.is_some());
        let Some(tape) = self.tapes.get_mut(&line) else {
            return;
        };
        match (act, tape.stage) {
            // Nobody asked her whether she wants to be on it.
            (TapeAct::Begin, _) if tape.outsider.is_some() => {}
            // Nobody is told anything in the middle of the music.
            (TapeAct::Begin, TapeStage::Waits) if tape.owed == Owed::Notice && is_held => {}
            (TapeAct::Begin, TapeStage::Waits) if tape.owed == Owed::Notice => {
                self.tape_tells(line, now);
            }
            (TapeAct::Begin, TapeStage::Waits | TapeStage::Untold) => {
                // Whoever was told, or asked, before is not said to have agreed now.
                if !std::mem::replace(&mut tape.is_settled, true) {
                    self.tape_says(line, TapeWord::Agreed, now);
                }
                self.tape_starts(line);
            }
            (TapeAct::Pause, TapeStage::Telling) => self.tape_silenced(line, now),
            (
                TapeAct::Pause | TapeAct::Resume,
                TapeStage::Starting | TapeStage::Runs | TapeStage::Pauses,
            ) => {
                tape.wants_pause = act == TapeAct::Pause;
                self.tape_pauses_or_goes_on(line);
            }
            (TapeAct::Destroy, _) => self.tape_destroyed(line),
            _ => {}
        }
    }

    fn tape_tells(&mut self, line: LineId, now: Instant) {
        // Before it plays: while a channel plays, Asterisk lets every request wait that concerns it, and
        // all that come behind.
        self.pause_detection(line);
        let call = self.calls.get(&line);
        let sound = call.map(|call| self.sound(call, Announcement::Recording));
        let (Some(sound), Some(tape)) = (sound, self.tapes.get_mut(&line)) else {
            return;
        };
        tape.stage = TapeStage::Telling;
        let play = Request::play(&tape.channel, &sound, &tape.id);
        self.ask(play, About::Tape(line, TapeStep::Tell));
        self.tape_says(line, TapeWord::Telling, now);
    }

    /// The announcement breaks off: nothing begins by itself any more.
    fn tape_silenced(&mut self, line: LineId, now: Instant) {
        if let Some(tape) = self.tapes.get_mut(&line) {
            tape.stage = TapeStage::Untold;
            let ends = Request::end_playback(&tape.id);
            self.ask(ends, About::Nothing);
            self.detect_fax_again(line, now);
            self.tape_says(line, TapeWord::Failed, now);
        }
    }

    /// The announcement is over.
    pub(super) fn tape_played(&mut self, playback: &str, failed: bool, now: Instant) {
        let Some(Whose::Tape(line)) = self.channels.get(playback).copied() else {
            return;
        };
        let telling = |tape: &&mut Tape| tape.stage == TapeStage::Telling;
        let Some(tape) = self.tapes.get_mut(&line).filter(telling) else {
            return;
        };
        if failed {
            tape.stage = TapeStage::Untold;
            self.tape_says(line, TapeWord::Failed, now);
            self.detect_fax_again(line, now);
        } else {
            tape.is_settled = true;
            self.detect_fax_again(line, now);
            self.tape_says(line, TapeWord::Told, now);
            self.tape_starts(line);
        }
    }

    pub(super) fn is_telling(&self, line: LineId) -> bool {
        let tape = self.tapes.get(&line);
        tape.is_some_and(|tape| tape.stage == TapeStage::Telling)
    }

    fn tape_starts(&mut self, line: LineId) {
        if let Some(tape) = self.tapes.get_mut(&line) {
            tape.stage = TapeStage::Starting;
            let snoop = Request::snoop(&self.settings.app, &tape.channel, &tape.id);
            self.ask(snoop, About::Tape(line, TapeStep::Snoop));
        }
    }

    /// The channel that hears both is ours.
    pub(super) fn tape_hears(&mut self, line: LineId) {
        let starting = |tape: &&Tape| tape.stage == TapeStage::Starting;
        if let Some(tape) = self.tapes.get(&line).filter(starting) {
            let record = Request::record(&tape.id, &tape.name);
            self.ask(record, About::Tape(line, TapeStep::Record));
        }
    }

    pub(super) fn tape_answered(&mut self, line: LineId, step: TapeStep, good: bool, now: Instant) {
        let Some(tape) = self.tapes.get_mut(&line) else {
            return;
        };
        match (step, tape.stage) {
            (TapeStep::Record, TapeStage::Starting) if good => {
                tape.stage = TapeStage::Runs;
                let on_exchange = Some(tape.name.clone());
                self.tape_says(line, TapeWord::Began { on_exchange }, now);
                self.tape_pauses_or_goes_on(line);
            }
            (TapeStep::Pause, TapeStage::Runs) if good => {
                tape.stage = TapeStage::Pauses;
                self.tape_says(line, TapeWord::Paused, now);
                // Whatever was wanted meanwhile.
                self.tape_pauses_or_goes_on(line);
            }
            // Rather nothing more than somebody who was not asked.
            (TapeStep::Pause, TapeStage::Runs) if tape.outsider.is_some() => {
                self.tape_ends(line, now);
            }
            (TapeStep::Resume, TapeStage::Pauses) if good => {
                tape.stage = TapeStage::Runs;
                self.tape_says(line, TapeWord::Resumed, now);
                self.tape_pauses_or_goes_on(line);
            }
            (TapeStep::Tell | TapeStep::Snoop | TapeStep::Record, _) if !good => {
                tape.stage = TapeStage::Untold;
                self.tape_says(line, TapeWord::Failed, now);
            }
            _ => {}
        }
    }

    pub(super) fn tape_pauses_or_goes_on(&mut self, line: LineId) {
        let Some(tape) = self.tapes.get(&line) else {
            return;
        };
        let must_pause = tape.wants_pause || tape.outsider.is_some();
        match (tape.stage, must_pause) {
            (TapeStage::Runs, true) => {
                let pause = Request::pause(&tape.name);
                self.ask(pause, About::Tape(line, TapeStep::Pause));
            }
            (TapeStage::Pauses, false) => {
                let resume = Request::resume(&tape.name);
                self.ask(resume, About::Tape(line, TapeStep::Resume));
            }
            _ => {}
        }
    }

    pub(super) fn tape_says(&mut self, line: LineId, word: TapeWord, at: Instant) {
        if let Some(tape) = self.tapes.get(&line) {
            let placed = tape.placed;
            self.tape_words.push(TapeSaid { placed, word, at });
        }
    }
}
