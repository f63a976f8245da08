//! The course of one call as Asterisk told it, and which outcome that is.
//!
//! Neither the cause nor the SIP status alone tells outcomes apart, and the status of a dial
//! never does: 19 is our own timer as well as the network's 480, 21 is 603 as well as 403, 127
//! is almost anything. What was heard on the way decides with them.

use super::frame::End;
use super::tone::Tone;
use engine::{Cause, Outcome, Sign};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Course {
    /// The far end rang.
    pub rang: bool,
    /// There was sound before an answer: announcements, or ringing as the network plays it.
    pub progressed: bool,
    pub answered: bool,
    /// The far end, or the network, asked for the end.
    pub far_end_hung_up: bool,
    pub ended_by: EndedBy,
    pub tone: Option<Tone>,
}

/// What of our own ended it, if anything did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EndedBy {
    /// Nothing of ours.
    #[default]
    Others,
    /// We hung up.
    Us,
    /// It rang, or did not, for as long as it may.
    Timer,
    /// Our side lost it: the agent's phone, the exchange.
    Loss,
    /// Somebody answered and nobody of ours was there in time.
    NoAgent,
}

impl Course {
    /// The outcome of a call that ended so.
    pub fn outcome(&self, end: End) -> Outcome {
        if let Some(tone) = self.tone {
            return tone.outcome();
        }
        match self.ended_by {
            EndedBy::Loss => Outcome::Interrupted,
            EndedBy::NoAgent => Outcome::Abandoned,
            _ if self.answered => Outcome::Answered,
            EndedBy::Us => Outcome::LostWhileDialling,
            EndedBy::Timer => self.unanswered(),
            EndedBy::Others => self.refused(end),
        }
    }

    /// What is kept on the attempt: who ended a talk is told besides.
    pub fn cause(&self, end: End) -> Cause {
        let by_them = self.answered && self.far_end_hung_up && self.ended_by == EndedBy::Others;
        let sign = match self.ended_by {
            // Before anybody was sought for her.
            EndedBy::NoAgent if self.far_end_hung_up => Some(Sign::HungUpWhileRouting),
            _ => by_them.then_some(Sign::HungUp),
        };
        Cause {
            sign: sign.filter(|_| self.tone.is_none()),
            ..end.cause()
        }
    }

    /// A SIP status is exact; a cause is what is left where there is none.
    fn refused(&self, end: End) -> Outcome {
        match (end.sip, end.q850) {
            (Some(486 | 600), _) | (None, Some(17)) => Outcome::Busy,
            (Some(480), _) => self.unavailable(),
            (Some(408), _) | (None, Some(18)) => self.unanswered(),
            (None, Some(19)) => Outcome::NoAnswer,
            (Some(404 | 410 | 484 | 604), _) | (None, Some(1 | 22 | 28)) => Outcome::SpecialTone,
            (Some(403 | 603 | 607 | 608), _) | (None, Some(21)) => Outcome::Refused,
            (Some(503), _) | (None, Some(34 | 42)) => Outcome::Congested,
            // Asterisk does not follow a redirection, and has nothing to say to an answer
            // that offers no sound.
            (Some(300..=399 | 406), _) => Outcome::Incomplete,
            (Some(487), _) | (None, None | Some(16)) => Outcome::LostWhileDialling,
            (Some(_), _) | (None, Some(_)) => Outcome::Failed,
        }
    }

    /// 480 says that nobody can be had there: the network's, whether it rang or not. Without a
    /// request for the end it is how Asterisk words a timer of its own.
    fn unavailable(&self) -> Outcome {
        if self.far_end_hung_up {
            Outcome::NoAnswer
        } else {
            self.unanswered()
        }
    }

    fn unanswered(&self) -> Outcome {
        if self.rang || self.progressed {
            Outcome::NoAnswer
        } else {
            Outcome::NeverRang
        }
    }
}

impl End {
    /// What is kept on the attempt for ever.
    pub fn cause(self) -> Cause {
        Cause {
            q850: self.q850,
            sip: self.sip,
            ..Cause::default()
        }
    }
}
