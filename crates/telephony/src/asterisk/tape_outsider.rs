//! Somebody from outside in a talk that is recorded: she was neither told nor asked, so that
//! nothing is taken down while she is there. A colleague is one of the house, and may be on it.

use super::calls::{About, Calls};
use super::request::Request;
use super::tape::{TapeStage, TapeStep};
use crate::line::LineId;
use std::time::Instant;

impl Calls {
    /// She is about to hear and be heard: the pause is asked for before that.
    pub(super) fn tape_hears_outsider(&mut self, line: LineId, channel: String, now: Instant) {
        let stage = self.tapes.get(&line).map(|tape| tape.stage);
        if stage == Some(TapeStage::Starting) {
            self.tape_fails(line, now);
        }
        let Some(tape) = self.tapes.get_mut(&line) else {
            return;
        };
        tape.outsider = Some(channel);
        // Also where it pauses: it may have been asked to go on a moment ago.
        if matches!(tape.stage, TapeStage::Runs | TapeStage::Pauses) {
            let pause = Request::pause(&tape.name);
            self.ask(pause, About::Tape(line, TapeStep::Pause));
        }
    }

    /// What pauses for somebody goes on once her channel is gone, and not when that was asked for.
    pub(super) fn tapes_go_on(&mut self) {
        let channels = &self.channels;
        let left = self.tapes.iter_mut().filter_map(|(line, tape)| {
            tape.outsider
                .take_if(|channel| !channels.contains_key(channel))
                .map(|_| *line)
        });
        let left: Vec<LineId> = left.collect();
        for line in left {
            self.tape_pauses_or_goes_on(line);
        }
    }
}
