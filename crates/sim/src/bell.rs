//! Whoever of our agents is asked takes the call of somebody who rings in, and talks with her.

use crate::desk::{Act, Desk, Held};
use crate::error::SimError;
use crate::people::{Talk, Wish};
use crate::world::World;
use store::InboundState;

/// What callers want; whoever rings back is well disposed.
const WISHES: [(u64, Wish); 7] = [
    (60, Wish::DoNotCall),
    (60, Wish::Unsuitable),
    (120, Wish::CallBack),
    (120, Wish::Appointed),
    (140, Wish::Information),
    (260, Wish::Refuses),
    (240, Wish::Accepts),
];

impl World {
    /// What callers have done, and who is asked to take their calls.
    pub fn receive(&mut self) -> Result<(), SimError> {
        let store = self.door.store().clone();
        let recorded = self.lines.receive(&store)?;
        for recorded in &recorded {
            self.door.laws.note(recorded);
            self.see(recorded);
        }
        self.hear_the_bell()
    }

    /// Whoever of ours is asked to take a call goes for it.
    fn hear_the_bell(&mut self) -> Result<(), SimError> {
        if !self.lines.has_callers() {
            return Ok(());
        }
        for call in self.door.store().open_inbound()? {
            let asked = call.asked.map(|(agent, _)| agent);
            let is_hers = |desk: &Desk| Some(desk.agent) == asked && desk.rings != Some(call.id);
            let Some(agent) = self.desks.iter().position(is_hers) else {
                continue;
            };
            if let Some(desk) = self.desks.get_mut(agent)
                && call.state == InboundState::Waiting
                && desk.held.is_none()
                && !desk.gone
            {
                desk.rings = Some(call.id);
                let moment = desk.dice.between(2, 8);
                self.expect(agent, moment, Act::PickUp);
            }
        }
        Ok(())
    }

    /// Takes the call, if it still is there; talks with whoever it is.
    pub fn pick_up(&mut self, agent: usize) -> Result<(), SimError> {
        let Some(id) = self.desks.get(agent).map(|desk| desk.agent) else {
            return Ok(());
        };
        let Some(call) = self.door.store().inbound_asking(id)? else {
            self.expect(agent, 1, Act::Ask);
            return Ok(());
        };
        if let Some(desk) = self.desks.get_mut(agent) {
            desk.rings = None;
        }
        let store = self.door.store().clone();
        self.lines.answer(&store, call.id, id)?;
        let hand = store.agent(id)?.and_then(|there| there.hand);
        let Some(contact) = hand else {
            self.expect(agent, 1, Act::Ask);
            return Ok(());
        };
        let line = self.lines.exchange().line_of(contact.id, contact.dials);
        let Some(desk) = self.desks.get_mut(agent) else {
            return Ok(());
        };
        let wish = desk.dice.weigh(&WISHES).unwrap_or(Wish::Information);
        let seconds = desk.dice.between(30, 300);
        desk.idle = 0;
        desk.held = Some(Held {
            line,
            talk: Some(Talk {
                wish,
                seconds,
                they_hang_up: false,
            }),
            ..Held::new(contact)
        });
        self.expect(agent, seconds, Act::HangUp);
        Ok(())
    }
}
