//! Person or machine? What the dialplan heard in the first seconds, and what follows.
//!
//! Its own verdict is not taken as it is: it calls whoever says nothing a machine. Who cannot be
//! told apart is taken for a person, since nobody may be hung up on for being quiet.

use super::call::{After, Call, Stage};
use super::calls::{About, Calls};
use super::frame::End;
use super::request::Request;
use crate::line::LineId;
use engine::{Cause, Machines, Outcome, Report};
use std::time::{Duration, Instant};

const VERDICT_WITHIN: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ear {
    Person,
    /// How sure that is, in per cent.
    Machine {
        confidence: u8,
    },
    /// She hung up while she was listened to.
    Gone,
}

impl Ear {
    /// Of the dialplan's verdict and its reason, such as `MAXWORDS-3-2`.
    pub fn of(verdict: &str, why: &str) -> Self {
        let reason = why.split('-').next().unwrap_or("");
        match (verdict, reason) {
            ("MACHINE", "LONGGREETING") => Self::Machine { confidence: 90 },
            ("MACHINE", "MAXWORDS") => Self::Machine { confidence: 75 },
            ("MACHINE", "MAXWORDLENGTH") => Self::Machine { confidence: 70 },
            ("HANGUP", _) => Self::Gone,
            _ => Self::Person,
        }
    }
}

impl Calls {
    pub(super) fn is_listening(&self, line: LineId) -> bool {
        let call = self.calls.get(&line);
        call.is_some_and(|call| matches!(call.stage, Stage::Listening { .. }))
    }

    /// The dialplan has given the channel back.
    pub(super) fn told_apart(&mut self, line: LineId, heard: Ear, now: Instant) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let Stage::Listening { since } = call.stage else {
            return;
        };
        match heard {
            Ear::Person => self.talk(line, since, now),
            Ear::Machine { confidence } => self.machine(line, confidence, now),
            // The channel's end follows.
            Ear::Gone => {}
        }
    }

    /// Nobody waits longer than this for the dialplan's verdict.
    pub(super) fn listened_too_long(&mut self, now: Instant) {
        let too_long = |call: &Call| match call.stage {
            Stage::Listening { since } => since + VERDICT_WITHIN <= now,
            _ => false,
        };
        for line in self.lines(too_long) {
            self.abandon(line, now);
            self.drop_channel(line);
        }
    }

    fn machine(&mut self, line: LineId, confidence: u8, now: Instant) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let (attempt, channel) = (call.attempt(), call.channel.clone());
        let leaves_message = call.dial.machines == Machines::LeaveMessage;
        let cause = Cause {
            confidence: Some(confidence),
            ..End::default().cause()
        };
        let outcome = Outcome::Machine;
        let report = Report::Ended {
            attempt,
            outcome,
            cause,
        };
        self.say(line, report, now);
        if leaves_message {
            self.go_on_to(line, After::Greeting);
            let wait = Request::go_to(&self.settings.app, &channel, "dispo-greeting");
            self.ask(wait, About::Playback(line));
        } else {
            self.go_on_to(line, After::Nothing);
            self.drop_channel(line);
        }
    }

    /// The greeting is over.
    pub(super) fn leave_message(&mut self, line: LineId) {
        let call = self.calls.get(&line);
        if call.is_some_and(|call| call.stage == Stage::Told(After::Greeting)) {
            self.go_on_to(line, After::Message);
            self.play(line, self.settings.message.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_nothing_is_no_machine() {
        for (verdict, why, heard) in [
            ("HUMAN", "HUMAN-800-800", Ear::Person),
            ("MACHINE", "INITIALSILENCE-2500-2500", Ear::Person),
            ("NOTSURE", "TOOLONG-5000", Ear::Person),
            ("", "", Ear::Person),
            ("MACHINE", "MAXWORDS-3-2", Ear::Machine { confidence: 75 }),
            (
                "MACHINE",
                "LONGGREETING-1500-1500",
                Ear::Machine { confidence: 90 },
            ),
            ("HANGUP", "", Ear::Gone),
        ] {
            assert_eq!(Ear::of(verdict, why), heard, "{verdict} {why}");
        }
    }
}
