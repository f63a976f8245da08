//! How the recording of a talk ends: with the talk, by a refusal, or unheard.

use super::calls::{About, Calls, Whose};
use super::request::Request;
use super::tape::TapeStage;
use crate::line::LineId;
use crate::tape::TapeWord;
use std::time::Instant;

impl Calls {
    /// Nothing of it is left, and nothing more is taken down.
    pub(super) fn tape_destroyed(&mut self, line: LineId) {
        let Some(tape) = self.tapes.get_mut(&line) else {
            return;
        };
        let was = std::mem::replace(&mut tape.stage, TapeStage::Destroyed);
        let (id, name) = (tape.id.clone(), tape.name.clone());
        match was {
            TapeStage::Waits | TapeStage::Untold | TapeStage::Destroyed => {}
            TapeStage::Telling => self.ask(Request::end_playback(&id), About::Nothing),
            TapeStage::Starting | TapeStage::Runs | TapeStage::Pauses => {
                self.ask(Request::discard(&name), About::Nothing);
                self.ask(Request::hang_up(&id), About::Nothing);
            }
        }
    }

    /// The talk is over: what was taken down waits to be fetched.
    pub(super) fn tape_ends(&mut self, line: LineId, now: Instant) {
        self.tape_says(line, TapeWord::Ended, now);
        let Some(tape) = self.tapes.remove(&line) else {
            return;
        };
        self.channels.remove(&tape.id);
        match tape.stage {
            TapeStage::Waits | TapeStage::Untold | TapeStage::Destroyed => {}
            TapeStage::Telling => self.ask(Request::end_playback(&tape.id), About::Nothing),
            TapeStage::Starting | TapeStage::Runs | TapeStage::Pauses => {
                self.channels.insert(tape.id.clone(), Whose::Leaving);
                self.ask(Request::stop(&tape.name), About::Nothing);
                self.ask(Request::hang_up(&tape.id), About::Nothing);
            }
        }
    }

    /// Whatever heard both sides is gone, although they may still talk.
    pub(super) fn tape_deaf(&mut self, line: LineId, now: Instant) {
        let stage = self.tapes.get(&line).map(|tape| tape.stage);
        match stage {
            Some(TapeStage::Runs | TapeStage::Pauses) => self.tape_ends(line, now),
            Some(TapeStage::Starting) => self.tape_fails(line, now),
            _ => {}
        }
    }

    /// After the connection was lost: what was asked for may have been lost with it.
    pub(super) fn tape_again(&mut self, line: LineId, now: Instant) {
        let stage = self.tapes.get(&line).map(|tape| tape.stage);
        match stage {
            Some(TapeStage::Telling | TapeStage::Starting) => self.tape_fails(line, now),
            Some(TapeStage::Runs | TapeStage::Pauses) => self.tape_pauses_or_goes_on(line),
            Some(TapeStage::Destroyed) => {
                if let Some(tape) = self.tapes.get_mut(&line) {
                    tape.stage = TapeStage::Starting;
                }
                self.tape_destroyed(line);
            }
            Some(TapeStage::Waits | TapeStage::Untold) | None => {}
        }
    }

    /// Something else is asked of the talk before the announcement was heard out: Asterisk would let
    /// everything wait for its end.
    pub(super) fn tape_interrupted(&mut self, line: LineId, now: Instant) {
        if self.is_telling(line) {
            self.tape_fails(line, now);
        }
    }

    /// The agent may begin it again, on another channel.
    pub(super) fn tape_fails(&mut self, line: LineId, now: Instant) {
        let id = self.new_id();
        let Some(tape) = self.tapes.get_mut(&line) else {
            return;
        };
        let was = std::mem::replace(&mut tape.stage, TapeStage::Untold);
        let old = std::mem::replace(&mut tape.id, id.clone());
        self.channels.insert(id, Whose::Tape(line));
        if was == TapeStage::Telling {
            self.channels.remove(&old);
            self.ask(Request::end_playback(&old), About::Nothing);
        } else {
            self.channels.insert(old.clone(), Whose::Leaving);
            self.ask(Request::hang_up(&old), About::Nothing);
        }
        self.tape_says(line, TapeWord::Failed, now);
    }
}
