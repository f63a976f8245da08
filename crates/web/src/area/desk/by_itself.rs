//! A desk whose campaign dials by itself: one step of what is done there without a key.

use super::act::Bench;
use super::seen::{InHand, Seen};
use crate::failure::Failure;
use engine::{Command, DeskStep, Facts, Progressive, Slot, desk_step};
use jiff::{SignedDuration, Timestamp};
use store::{Offered, RecordError};

/// Between two dials for one agent, whatever became of the first. Ours: a busy signal that comes at
/// once is heard, and nothing spins.
const PACE: SignedDuration = SignedDuration::from_secs(3);
/// The same after one that was refused, or could not be made.
const REFUSED: SignedDuration = SignedDuration::from_secs(10);
/// Where there was nothing to be had it is looked again.
const AGAIN: SignedDuration = SignedDuration::from_secs(15);

/// What is remembered from step to step.
#[derive(Debug, Default, Clone)]
pub struct Pace {
    /// Not before this is anything dialled or drawn.
    rests_until: Option<Timestamp>,
    /// Why the last contact was not dialled, or nothing can be.
    pub told: Option<String>,
    is_stuck: bool,
}

/// When there is something to do by itself again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    AtOnce,
    At(Timestamp),
    /// When something has happened at the desk.
    Later,
}

impl Bench<'_> {
    /// How the campaign at hand dials by itself.
    pub fn rule(&self, seen: &Seen) -> Result<Option<Progressive>, Failure> {
        Ok(self.store.progressive(&seen.me)?)
    }

    /// Does what is to be done now without a key.
    pub fn step(&self, pace: &mut Pace) -> Result<Then, Failure> {
        // Little is read at each thing that happens: most desks wait for their agent.
        let me = self.store.agent(self.agent)?.ok_or(Failure::Forbidden)?;
        let Some(rule) = self.store.progressive(&me)? else {
            return Ok(Then::Later);
        };
        let now = self.store.clock().now();
        let acts = match desk_step(&me.agent, me.hand.as_ref(), rule, now) {
            DeskStep::Wait => return Ok(Then::Later),
            DeskStep::Look(at) => return Ok(Then::At(at)),
            DeskStep::Draw | DeskStep::Dial(_) => true,
            DeskStep::GiveBack | DeskStep::Conclude => false,
        };
        if acts && let Some(until) = pace.rests_until.filter(|until| now < *until) {
            return Ok(Then::At(until));
        }
        let seen = Seen::of(self.store, self.agent)?;
        let held = seen.in_hand.as_ref();
        let contact = held.map(|held| &held.contact);
        let step = desk_step(&seen.me.agent, contact, rule, seen.now);
        // Whoever is asked by a colleague talks already.
        if acts && self.lines.talks().of(self.agent).asked_by.is_some() {
            return Ok(Then::At(later(seen.now, PACE)));
        }
        if acts && let Some(why) = self.cannot_dial()? {
            (pace.told, pace.is_stuck) = (Some(why), true);
            return Ok(Then::At(later(seen.now, AGAIN)));
        }
        if acts && std::mem::take(&mut pace.is_stuck) {
            pace.told = None;
        }
        match (step, held) {
            (DeskStep::Draw, _) => self.draw(seen.now),
            (DeskStep::Dial(slot), Some(held)) => self.dial_by_itself(&seen, held, slot, pace),
            (DeskStep::Look(at), _) => Ok(Then::At(at)),
            (DeskStep::GiveBack, Some(held)) => self.let_go(held, Command::Release),
            (DeskStep::Conclude, Some(held)) => self.let_go(held, Command::Conclude),
            (DeskStep::Wait, _) | (_, None) => Ok(Then::Later),
        }
    }

    /// Why nothing can be dialled at this desk, whoever is at hand.
    fn cannot_dial(&self) -> Result<Option<String>, Failure> {
        if !self.lines.has_exchange() {
            return Ok(Some(self.words.t("desk-no-lines")));
        }
        let no_phone = self.lines.wants_phones() && self.store.phone(self.agent)?.is_none();
        Ok(no_phone.then(|| self.words.t("desk-no-phone")))
    }

    fn draw(&self, now: Timestamp) -> Result<Then, Failure> {
        Ok(match self.store.offer(self.agent)? {
            Offered::Contact { .. } => Then::AtOnce,
            Offered::NotReady(_) => Then::Later,
            Offered::Peek { .. } | Offered::Nothing => Then::At(later(now, AGAIN)),
        })
    }

    fn dial_by_itself(
        &self,
        seen: &Seen,
        held: &InHand,
        slot: Slot,
        pace: &mut Pace,
    ) -> Result<Then, Failure> {
        pace.rests_until = Some(later(seen.now, PACE));
        let why = match self.record(held, Command::dial(slot, Facts::default()), None) {
            Ok(mut recorded) => self.place(held, &mut recorded)?.problem,
            Err(RecordError::Refused(refusal)) => {
                let go = match held.hand.calls.is_empty() {
                    true => Command::Release,
                    false => Command::Conclude,
                };
                self.let_go(held, go)?;
                Some(seen.reasons(held, self.words).refusal(&refusal))
            }
            // She has done something meanwhile.
            Err(RecordError::NotFound { .. }) => None,
            Err(RecordError::Store(error)) => return Err(error.into()),
        };
        if why.is_some() {
            pace.rests_until = Some(later(seen.now, REFUSED));
        }
        pace.told = why.map(|why| {
            let parts = [("who", held.name()), ("why", why)];
            let parts = parts
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            self.words.with("desk-not-dialled", parts)
        });
        Ok(Then::Later)
    }

    fn let_go(&self, held: &InHand, command: Command) -> Result<Then, Failure> {
        match self.record(held, command, None) {
            Ok(mut recorded) => {
                // A call nobody runs any more has ended by itself.
                let _ = self.lines.carry_out(&mut recorded);
                Ok(Then::AtOnce)
            }
            // Somebody was faster.
            Err(RecordError::Refused(_) | RecordError::NotFound { .. }) => Ok(Then::Later),
            Err(RecordError::Store(error)) => Err(error.into()),
        }
    }
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(now)
}
