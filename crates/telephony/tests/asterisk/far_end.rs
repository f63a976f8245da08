//! What a far end does, for the simulated exchange; the real one knows it by its number.

use crate::scenarios::Scenario;
use engine::{Cause, Sign};
use jiff::SignedDuration;
use telephony::{Callee, Fate};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FarEnd {
    TalksAndHangsUp,
    /// Until we hang up.
    TalksOn,
    /// And is told from a person by its sound.
    PicksUpAs,
    /// What follows is ours.
    PicksUp,
    Refuses,
    RingsAndRefuses,
    RingsOn,
    /// Not ringing, but its sound.
    SoundsOn,
    SilentOn,
}

impl Scenario {
    pub fn callee(&self) -> Callee {
        let second = SignedDuration::from_secs(1);
        let hour = SignedDuration::from_hours(1);
        let ends = Fate::Ends {
            outcome: self.says.outcome,
            cause: self.cause(),
        };
        let (rings_after, then_after, fate) = match self.far_end {
            FarEnd::TalksAndHangsUp => {
                let hangs_up_after = Some(second);
                let rings_after = self.says.rings.then_some(second);
                (rings_after, second, Fate::Person { hangs_up_after })
            }
            FarEnd::TalksOn => {
                let hangs_up_after = None;
                (Some(second), second, Fate::Person { hangs_up_after })
            }
            FarEnd::PicksUpAs => {
                let (outcome, cause) = (self.says.outcome, self.cause());
                let fate = Fate::PickedUp {
                    outcome,
                    cause,
                    told_after: second,
                };
                (Some(second), second, fate)
            }
            FarEnd::Refuses => (None, second, ends),
            FarEnd::RingsAndRefuses | FarEnd::PicksUp => (Some(second), second, ends),
            FarEnd::RingsOn => (Some(second), hour, ends),
            FarEnd::SoundsOn | FarEnd::SilentOn => (None, second * 5, ends),
        };
        Callee {
            rings_after,
            then_after,
            fate,
            opts_out_after: None,
        }
    }

    pub fn cause(&self) -> Cause {
        let some = |figure: u16| (figure > 0).then_some(figure);
        Cause {
            q850: some(self.cause.0),
            sip: some(self.cause.1),
            sign: (self.far_end == FarEnd::TalksAndHangsUp).then_some(Sign::HungUp),
            ..Cause::default()
        }
    }
}
