//! How a contact left somebody's hands: given back, or with a disposition.

use super::Deed;
use crate::because::Because;
use crate::catalogue::Kind;
use crate::contact::Contact;
use crate::decide::find;
use crate::decision::Decision;
use crate::event::{Command, Event, Report};
use crate::handling::{Handling, Phase};
use crate::observe::{concluded, end_call, line_verdict, lost, unfinished};
use crate::settle::{GivenBack, Verdict, give_back, hang_up, settle};

impl Deed {
    /// The handling when it ended, and the disposition it got; none if it was given back.
    pub(super) fn result(&self) -> Option<(Handling, Verdict<'_>)> {
        let (hand, verdict) = self.result_as_given()?;
        let Some(code) = &self.corrected else {
            return Some((hand, verdict));
        };
        let disposition = find(code, &self.past.rules).ok()?;
        if disposition.code == verdict.disposition.code {
            return Some((hand, verdict));
        }
        // What was agreed on outlasts the correction where a callback still comes of it.
        let choice = verdict
            .choice
            .filter(|_| disposition.kind == Kind::Callback || disposition.may_go_on());
        let corrected = Verdict {
            attempt: verdict.attempt,
            ..Verdict::chosen(disposition, choice)
        };
        Some((hand, corrected))
    }

    fn result_as_given(&self) -> Option<(Handling, Verdict<'_>)> {
        let (at, rules) = (self.past.at, &*self.past.rules);
        let mut hand = self.was.clone()?;
        let verdict = match &self.past.event {
            Event::Command(Command::Dispose { code, callback }) => {
                let disposition = find(code, rules).ok()?;
                Verdict::chosen(disposition, callback.as_ref())
            }
            Event::Command(Command::Conclude) => concluded(&hand, rules)?,
            Event::Report(Report::Ended {
                attempt,
                outcome,
                cause,
            }) => {
                end_call(&mut hand, *attempt, (*outcome, *cause), at);
                line_verdict(&hand, rules)?
            }
            Event::Report(Report::LeaseExpired | Report::WrapUpExpired)
            | Event::Command(Command::TakeBack) => match hand.phase() {
                Phase::Reserved => return None,
                Phase::WrapUp => unfinished(&hand, rules),
                Phase::Dialling | Phase::Talking => return Some(lost(&hand, at, rules)),
            },
            Event::Command(_) | Event::Report(_) => return None,
        };
        Some((hand, verdict))
    }

    /// The attempt that carries the handling's disposition.
    pub(super) fn main_attempt(&self) -> Option<u32> {
        if !self.lets_go() {
            return None;
        }
        let (mut hand, verdict) = self.result()?;
        hang_up(&mut hand, self.past.at);
        verdict.attempt.or_else(|| hand.main_attempt())
    }

    /// Lets go of the contact as it was let go of then.
    pub(super) fn let_go(&self, mut contact: Contact) -> Decision {
        let (at, rules) = (self.past.at, &*self.past.rules);
        let Some((hand, verdict)) = self.result() else {
            let because = match &self.past.event {
                Event::Report(Report::LeaseExpired) => Because::LeaseExpired,
                Event::Command(Command::TakeBack) => Because::Unlocked,
                _ => Because::Returned,
            };
            contact.hand.clone_from(&self.was);
            let why = match &self.past.event {
                Event::Report(Report::NotPlaced { .. }) => GivenBack::NoGateway,
                Event::Report(Report::LeaseExpired) => GivenBack::InVain,
                _ => GivenBack::NoAgent,
            };
            return give_back(&contact, why, because, at, rules);
        };
        contact.hand = Some(hand);
        settle(&contact, &verdict, at, rules)
    }
}
