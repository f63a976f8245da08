//! Recordings on the simulated exchange: the same words as on a real one, without any sound. An
//! announcement is heard at once.

use crate::line::{Heard, LineId, Placed};
use crate::tape::{TapeAct, TapeWord, Taped};
use engine::{ContactId, Owed, Recorded, Recording, Report};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct SimulatedTapes {
    tapes: BTreeMap<(ContactId, u32), Tape>,
    said: Vec<Taped>,
}

#[derive(Debug)]
struct Tape {
    placed: Placed,
    recording: Recording,
    stage: Stage,
    /// The agent wants it to pause.
    wants_pause: bool,
    /// Somebody from outside is in the talk, whom nobody asked.
    has_outsider: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Dialled,
    Waits,
    Runs,
    Pauses,
}

impl Tape {
    fn pauses_or_goes_on(&mut self) -> Option<TapeWord> {
        let must_pause = self.wants_pause || self.has_outsider;
        let (stage, word) = match (self.stage, must_pause) {
            (Stage::Runs, true) => (Stage::Pauses, TapeWord::Paused),
            (Stage::Pauses, false) => (Stage::Runs, TapeWord::Resumed),
            _ => return None,
        };
        self.stage = stage;
        Some(word)
    }
}

impl SimulatedTapes {
    /// A call that may be recorded once somebody talks.
    pub fn placed(&mut self, placed: Placed, recording: Recording) {
        if recording.wanted == Recorded::Off {
            return;
        }
        let tape = Tape {
            placed,
            recording,
            stage: Stage::Dialled,
            wants_pause: false,
            has_outsider: false,
        };
        self.tapes.insert((placed.contact, placed.attempt), tape);
    }

    pub fn heard(&mut self, heard: &Heard) {
        let key = (heard.placed.contact, heard.placed.attempt);
        let at = heard.happened_at;
        match heard.report {
            Report::Answered { .. } => self.talk(&heard.placed, at),
            Report::Ended { .. } | Report::NotPlaced { .. } => {
                let talked = |tape: &Tape| tape.stage != Stage::Dialled;
                let tape = self.tapes.remove(&key).filter(talked);
                if let Some(Tape { placed, .. }) = tape {
                    self.say(placed, TapeWord::Ended, at);
                }
            }
            _ => {}
        }
    }

    /// Somebody is there.
    pub fn talk(&mut self, placed: &Placed, at: Timestamp) {
        let key = (placed.contact, placed.attempt);
        let Some(tape) = self.tapes.get_mut(&key) else {
            return;
        };
        tape.stage = Stage::Waits;
        let (placed, Recording { wanted, owed, .. }) = (tape.placed, tape.recording);
        self.say(placed, TapeWord::Waits, at);
        if wanted == Recorded::On && owed != Owed::Consent {
            self.act(key.0, key.1, TapeAct::Begin, at);
        }
    }

    /// What an agent wants. Where it does not fit, nothing happens.
    pub fn act(&mut self, contact: ContactId, attempt: u32, act: TapeAct, at: Timestamp) {
        let Some(tape) = self.tapes.get_mut(&(contact, attempt)) else {
            return;
        };
        let began = TapeWord::Began { on_exchange: None };
        let words = match (act, tape.stage) {
            (TapeAct::Begin, Stage::Waits) if !tape.has_outsider => {
                tape.stage = Stage::Runs;
                match tape.recording.owed {
                    Owed::Nothing => vec![began],
                    Owed::Notice => vec![TapeWord::Telling, TapeWord::Told, began],
                    Owed::Consent => vec![TapeWord::Agreed, began],
                }
            }
            (TapeAct::Pause | TapeAct::Resume, Stage::Runs | Stage::Pauses) => {
                tape.wants_pause = act == TapeAct::Pause;
                tape.pauses_or_goes_on().into_iter().collect()
            }
            (TapeAct::Destroy, Stage::Waits | Stage::Runs | Stage::Pauses) => {
                self.tapes.remove(&(contact, attempt));
                return;
            }
            _ => return,
        };
        let placed = tape.placed;
        for word in words {
            self.say(placed, word, at);
        }
    }

    /// The lines on which somebody from outside is in the talk; on all others nobody is.
    pub fn outsiders(&mut self, on: &BTreeSet<LineId>, at: Timestamp) {
        for tape in self.tapes.values_mut() {
            tape.has_outsider = on.contains(&tape.placed.line);
            let placed = tape.placed;
            self.said.extend(tape.pauses_or_goes_on().map(|word| Taped {
                placed,
                word,
                happened_at: at,
            }));
        }
    }

    /// What became of them, oldest first.
    pub fn said(&mut self) -> Vec<Taped> {
        std::mem::take(&mut self.said)
    }

    fn say(&mut self, placed: Placed, word: TapeWord, happened_at: Timestamp) {
        self.said.push(Taped {
            placed,
            word,
            happened_at,
        });
    }
}
