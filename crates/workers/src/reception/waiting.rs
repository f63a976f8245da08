//! Somebody waits: who is asked, what is heard meanwhile, and who takes the call.

use super::{Live, QueueTurn, Reception, Stage, Waiter};
use engine::{AgentId, InboundEnd};
use jiff::{SignedDuration, Timestamp};
use store::{Queue, Store, StoreError};
use telephony::{InLine, InOrder};

/// So long after the longest wait the exchange ends a call for which no program is there any more. Ours.
const BEYOND: SignedDuration = SignedDuration::from_secs(60);

impl Reception {
    /// The caller is answered, and hears music from now on.
    pub(super) fn hold(&mut self, store: &Store, line: InLine) -> Result<(), StoreError> {
        let Some(live) = self.live.get_mut(&line) else {
            return Ok(());
        };
        let Some(queue) = &live.queue else {
            return Ok(());
        };
        let stage = live.held();
        let welcome = match stage {
            Stage::OptsOut(_) => queue.sounds.opt_out.clone(),
            _ => queue.sounds.welcome.clone(),
        };
        let hold = InOrder::Hold {
            line,
            welcome,
            music: queue.sounds.music.clone(),
        };
        // What could not be written is tried again: until then it rings, and nobody can be asked.
        let since = store.call_waits(live.call.id)?;
        live.again_at = again(queue, since);
        live.call.waits_since = Some(since);
        live.stage = stage;
        // Before anything is played: behind a sound it would wait for its end.
        self.limit(line, since);
        self.orders.push(hold);
        // Whom to ask is decided with all the others who wait.
        Ok(())
    }

    /// How long it may last, whatever becomes of this program.
    pub(super) fn limit(&mut self, line: InLine, now: Timestamp) {
        let live = self.live.get(&line);
        let Some((live, queue)) = live.and_then(|live| Some((live, live.queue.as_ref()?))) else {
            return;
        };
        let waited = now.duration_since(live.since());
        let left = SignedDuration::from_secs(queue.rules.wait_seconds.into()) - waited;
        let most = left.max(SignedDuration::ZERO) + BEYOND;
        self.orders.push(InOrder::Limit {
            line,
            most: most.unsigned_abs(),
        });
    }

    /// Does what is due for everybody who waits.
    pub fn tick(&mut self, store: &Store) -> Result<(), StoreError> {
        let now = store.clock().now();
        let mut done = Ok(());
        for line in self.longest_first() {
            let Some(live) = self.live.get(&line) else {
                continue;
            };
            let is_due = live.again_at.is_none_or(|at| at <= now);
            // What goes wrong with one is of no matter to the others.
            done = done.and(match live.stage.clone() {
                Stage::Arrived => self.waits_or_ends(store, line),
                Stage::Waiting => self.turn(store, line),
                Stage::Fetching(phone, until) if until <= now => {
                    self.not_fetched(store, line, phone.agent)
                }
                Stage::OptsOut(_) => self.opts_out_in_time(store, line),
                Stage::Ends(end) if is_due => self.end(store, line, end),
                Stage::Ends(_) | Stage::Fetching(..) => Ok(()),
            });
        }
        done
    }

    /// Whoever becomes free is asked by who waits longest, on whatever number and exchange.
    fn longest_first(&self) -> Vec<InLine> {
        let mut lines: Vec<InLine> = self.live.keys().copied().collect();
        lines.sort_by_key(|line| self.live.get(line).map(Live::stands));
        lines
    }

    fn turn(&mut self, store: &Store, line: InLine) -> Result<(), StoreError> {
        let ready = self.ready_near(store, line)?;
        let Some(live) = self.live.get_mut(&line) else {
            return Ok(());
        };
        let Some(queue) = live.queue.as_ref().filter(|_| live.stage == Stage::Waiting) else {
            return Ok(());
        };
        let now = store.clock().now();
        match queue.rules.turn(&live.waiter(), &ready, now) {
            QueueTurn::GiveUp(end) => return self.end(store, line, end),
            QueueTurn::Ask(agent) => live.asks(store, Some(agent))?,
            QueueTurn::AskNobody => live.asks(store, None)?,
            QueueTurn::Wait => {}
        }
        self.say_again(store, line, now)
    }

    /// What is said while waiting, with the place in the queue.
    fn say_again(&mut self, store: &Store, line: InLine, now: Timestamp) -> Result<(), StoreError> {
        let place = self.place(line);
        let Some(live) = self.live.get_mut(&line) else {
            return Ok(());
        };
        let due = live.again_at.is_some_and(|at| at <= now);
        let Some(queue) = live.queue.as_ref().filter(|_| due) else {
            return Ok(());
        };
        live.again_at = again(queue, store.clock().now());
        if let Some(sound) = &queue.sounds.again {
            let sound = format!("{sound},number:{place}");
            let language = queue.sounds.language.clone();
            self.orders.push(InOrder::Say {
                line,
                sound,
                language,
            });
        }
        Ok(())
    }

    /// How many of the same number are there before, and itself.
    fn place(&self, line: InLine) -> usize {
        let Some(own) = self.live.get(&line) else {
            return 0;
        };
        let before =
            |live: &&Live| live.call.called == own.call.called && live.stands() <= own.stands();
        self.live.values().filter(before).count()
    }

    /// Instead of waiting she asks to be called back.
    pub(super) fn pressed(
        &mut self,
        store: &Store,
        line: InLine,
        key: char,
    ) -> Result<(), StoreError> {
        let Some(live) = self.live.get(&line) else {
            return Ok(());
        };
        match &live.stage {
            Stage::OptsOut(_) => self.opts_out_by_key(store, line, key),
            Stage::Waiting if live.may_ask_for_callback(key) => {
                self.end(store, line, InboundEnd::CallbackAsked)
            }
            _ => Ok(()),
        }
    }
}

impl Live {
    fn since(&self) -> Timestamp {
        self.call.waits_since.unwrap_or(self.call.arrived_at)
    }

    /// The place among all who wait: first the longest.
    fn stands(&self) -> (Timestamp, i64) {
        (self.since(), self.call.id)
    }

    /// Asks somebody, or nobody for now: whoever was asked before has not taken it. Where nobody is
    /// asked, whoever comes free is kept for her.
    pub(super) fn asks(&mut self, store: &Store, agent: Option<AgentId>) -> Result<(), StoreError> {
        let at = store.ask_for_call(&self.call, agent)?;
        let before = self.call.asked.take();
        self.in_vain.extend(before.map(|(before, _)| (before, at)));
        self.call.asked = agent.map(|agent| (agent, at));
        Ok(())
    }

    fn waiter(&self) -> Waiter {
        Waiter {
            since: self.since(),
            first: self.call.first,
            asked: self.call.asked,
            in_vain: self.in_vain.clone(),
        }
    }

    /// Somebody has to be known who could be called.
    fn may_ask_for_callback(&self, key: char) -> bool {
        self.queue.as_ref().is_some_and(|queue| {
            let known = self.call.contact.is_some() || queue.list.is_some();
            queue.sounds.callback_key == Some(key) && known && self.call.caller.is_some()
        })
    }
}

pub(super) fn again(queue: &Queue, now: Timestamp) -> Option<Timestamp> {
    queue.sounds.again.as_ref()?;
    let wait = SignedDuration::from_secs(queue.sounds.again_seconds.into());
    now.checked_add(wait).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::{Number, Slot};
    use store::{InboundCall, InboundState};

    fn waits(id: i64, since: i64) -> Live {
        let since = Timestamp::from_second(since).unwrap();
        let call = InboundCall {
            id,
            called: Number::new(493_023_125_900).unwrap(),
            caller: None,
            caller_name: None,
            campaign: None,
            contact: None,
            slot: Slot(0),
            first: None,
            state: InboundState::Waiting,
            arrived_at: since,
            waits_since: Some(since),
            asked: None,
            agent: None,
            attempt: None,
            end: None,
            code: None,
            pair: None,
        };
        Live::new(call, None)
    }

    /// An earlier program's caller comes by a later line, as those of another exchange may.
    #[test]
    fn the_longest_wait_goes_first_whatever_line_it_came_by() {
        let mut reception = Reception::default();
        for (line, live) in [(1, waits(3, 70)), (2, waits(1, 50)), (3, waits(2, 50))] {
            reception.live.insert(InLine(line), live);
        }
        assert_eq!(reception.longest_first(), [InLine(2), InLine(3), InLine(1)]);
        assert_eq!(
            [1, 2, 3].map(|line| reception.place(InLine(line))),
            [3, 1, 2]
        );
    }
}
