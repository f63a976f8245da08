//! People who call: those who were not reached ring back, and now and then a stranger.

use crate::agenda::Happening;
use crate::chance::Dice;
use crate::error::SimError;
use crate::people::Called;
use crate::shift::plus;
use crate::world::World;
use engine::{Number, Outcome};
use jiff::SignedDuration;
use store::{QueueKind, RingIn};
use telephony::Fate;

/// What the chance of a caller is drawn for.
const CALLER: u64 = 4;
/// Of those not reached, and of all calls, how many in a thousand ring in.
const RINGS_BACK: u64 = 30;
const STRANGER: u64 = 4;
/// So many of them in a thousand have no patience, or ask to be called back.
const IMPATIENT: u64 = 150;
const ASKS_FOR_CALLBACK: u64 = 80;
/// The first of the numbers that Ofcom keeps for stories, mobile; a thousand of them.
const STRANGERS: u64 = 447_700_900_000;

impl World {
    /// Somebody was called: perhaps she rings back, or another rings.
    pub fn may_ring_back(&mut self, called: &Called, number: Number, fate: &Fate) {
        if !self.can_be_called {
            return;
        }
        let of = [
            self.seed,
            called.contact.0.unsigned_abs(),
            CALLER,
            u64::from(called.attempt),
        ];
        let mut dice = Dice::of(&of);
        let unreached = matches!(
            fate,
            Fate::Ends {
                outcome: Outcome::NoAnswer | Outcome::Busy,
                ..
            } | Fate::PickedUp {
                outcome: Outcome::Machine,
                ..
            }
        );
        let stranger = Number::new(STRANGERS.saturating_add(dice.roll() % 1_000)).ok();
        let caller = match (unreached, stranger) {
            (true, _) if dice.happens(RINGS_BACK) => Some(number),
            (_, stranger) if dice.happens(STRANGER) => stranger,
            _ => None,
        };
        if let Some(caller) = caller {
            let at = plus(self.now(), dice.between(120, 2_400));
            self.agenda.plan(at, Happening::RingsIn(caller));
        }
    }

    /// She rings in on the number our campaigns show, while it is open.
    pub fn rings_in(&mut self, caller: Number) -> Result<(), SimError> {
        let now = self.now();
        let queues = self.door.store().queues()?;
        let open = queues.into_iter().find(|queue| {
            queue.purpose == QueueKind::Service
                && queue.rules.refuses(0, now, &queue.zone).is_none()
        });
        let Some(queue) = open else {
            return Ok(());
        };
        let mut dice = Dice::of(&[self.seed, caller.digits(), now.as_second().unsigned_abs()]);
        let patience = match dice.happens(IMPATIENT) {
            true => dice.between(3, 9),
            false => dice.between(60, 240),
        };
        let ring = RingIn {
            called: queue.number,
            caller: Some(caller),
            name: None,
            patience: Some(SignedDuration::from_secs(patience)),
            presses: queue
                .sounds
                .callback_key
                .filter(|_| dice.happens(ASKS_FOR_CALLBACK)),
        };
        self.lines.ring_in(ring, now);
        self.listen_later();
        Ok(())
    }
}
