//! Receives who calls in: who that is, whether they may wait, who is asked, and how it ends.
//!
//! The exchange tells what callers do, and is told what to do with them. What becomes of a call is
//! decided by the engine and kept by the store; here lies only what a call needs while it waits.

mod ending;
mod left;
mod nearby;
mod opting_out;
mod taking;
mod waiting;

pub(crate) use left::GIVEN;

use crate::lines::taken;
use engine::{AgentId, InboundEnd, QueueTurn, Waiter};
use jiff::Timestamp;
use opting_out::Keys;
use std::collections::BTreeMap;
use store::{
    CameIn, CampaignState, InboundCall, InboundState, Queue, QueueKind, Recorded, Store, StoreError,
};
use telephony::asterisk::{Exchanges, Phone, Whereabouts};
use telephony::{Caller, InHeard, InLine, InNews, InOrder, whole};

/// Callers nobody has taken yet.
#[derive(Debug, Default)]
pub(crate) struct Reception {
    live: BTreeMap<InLine, Live>,
    /// Who waited when an earlier program ended.
    left: left::Left,
    /// Agents need a phone to talk on.
    pub with_phones: bool,
    /// With which exchange their phones are.
    pub whereabouts: Whereabouts,
    /// What the exchange is to do.
    orders: Vec<InOrder>,
    /// What was recorded meanwhile.
    recorded: Vec<Recorded>,
    /// Callers by what became of them.
    pub ends: BTreeMap<&'static str, u64>,
}

/// One caller.
#[derive(Debug)]
struct Live {
    call: InboundCall,
    queue: Option<Queue>,
    stage: Stage,
    /// Who was asked in vain, and until when the last time.
    in_vain: BTreeMap<AgentId, Timestamp>,
    /// When the caller is told again how things stand.
    again_at: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    /// Rings: it is not known yet whether she may wait.
    Arrived,
    Waiting,
    /// Whoever has this phone takes the call as soon as it is in hand, which it is until then or never.
    Fetching(Phone, Timestamp),
    /// Hears how to opt out.
    OptsOut(Keys),
    /// Over, and still to be written down.
    Ends(InboundEnd),
}

impl Reception {
    pub fn hear(&mut self, store: &Store, heard: InHeard) -> Result<(), StoreError> {
        let InHeard { line, news, .. } = heard;
        match news {
            InNews::Came { called, caller, id } => self.came(store, line, &called, (caller, id)),
            InNews::Pressed { key } => self.pressed(store, line, key),
            InNews::Said => Ok(()),
            InNews::Fetched { agent } => self.fetched(store, line, agent),
            InNews::NotFetched { agent } => self.not_fetched(store, line, agent),
            InNews::Gone { lost } => self.gone(store, line, lost),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.live.is_empty()
    }

    /// What the exchange is to do now.
    pub fn orders(&mut self) -> Vec<InOrder> {
        std::mem::take(&mut self.orders)
    }

    /// How many are there whom nobody has taken yet.
    pub fn waiting(&self) -> usize {
        self.live.len()
    }

    /// What became of one more caller.
    fn count(&mut self, end: &'static str) {
        let count = self.ends.entry(end).or_default();
        *count = count.saturating_add(1);
    }

    pub fn recorded(&mut self) -> Vec<Recorded> {
        std::mem::take(&mut self.recorded)
    }

    fn came(
        &mut self,
        store: &Store,
        line: InLine,
        called: &str,
        (caller, id): (Caller, Option<String>),
    ) -> Result<(), StoreError> {
        let Some(called) = whole(called) else {
            // No number of anybody's.
            self.orders.push(InOrder::SayAndEnd { line, sound: None });
            return Ok(());
        };
        let came = CameIn {
            called,
            caller: caller.number,
            name: caller.name,
            exchange: self.whereabouts.name_of(Exchanges::exchange_of(line)),
            line: id,
        };
        match noted(store, came) {
            Ok((call, queue)) => self.receive(store, line, call, queue),
            Err(error) => {
                // Nobody is left ringing whom nobody knows of.
                self.orders.push(InOrder::SayAndEnd { line, sound: None });
                Err(error)
            }
        }
    }

    /// She is new, or waited when an earlier program ended. Who was taken or told already is let go.
    fn receive(
        &mut self,
        store: &Store,
        line: InLine,
        call: InboundCall,
        queue: Option<Queue>,
    ) -> Result<(), StoreError> {
        self.left.is_here(&call);
        let is_over = matches!(call.state, InboundState::Answered | InboundState::Ended);
        if is_over || self.live.values().any(|live| live.call.id == call.id) {
            self.orders.push(InOrder::SayAndEnd { line, sound: None });
            return Ok(());
        }
        let live = Live::new(call, queue);
        let is_new = live.stage == Stage::Arrived;
        self.live.insert(line, live);
        match is_new {
            true => self.waits_or_ends(store, line),
            false => self.goes_on(store, line),
        }
    }

    /// She waits, unless something speaks against it.
    fn waits_or_ends(&mut self, store: &Store, line: InLine) -> Result<(), StoreError> {
        let refused = self.live.get(&line).map(|live| refused(store, live));
        match refused.transpose()?.flatten() {
            Some(end) => self.end(store, line, end),
            None => self.hold(store, line),
        }
    }

    fn gone(&mut self, store: &Store, line: InLine, lost: bool) -> Result<(), StoreError> {
        let Some(live) = self.live.get(&line) else {
            return Ok(());
        };
        if let Stage::OptsOut(keys) = &live.stage
            && let Some(number) = keys.yes(live.call.caller)
        {
            return self.opt_out(store, line, number);
        }
        let end = match live.stage {
            _ if lost => InboundEnd::Lost,
            Stage::OptsOut(_) => InboundEnd::OptOutHeard,
            Stage::Ends(end) => end,
            Stage::Arrived | Stage::Waiting | Stage::Fetching(..) => InboundEnd::HungUp,
        };
        self.end(store, line, end)
    }
}

impl Live {
    fn new(call: InboundCall, queue: Option<Queue>) -> Self {
        let mut live = Self {
            call,
            queue,
            stage: Stage::Arrived,
            in_vain: BTreeMap::new(),
            again_at: None,
        };
        if live.call.state != InboundState::Arrived {
            live.stage = live.held();
        }
        live
    }

    /// What she is there for, once she was answered.
    fn held(&self) -> Stage {
        let purpose = self.queue.as_ref().map(|queue| queue.purpose);
        match purpose == Some(QueueKind::OptOut) {
            true => Stage::OptsOut(Keys::default()),
            false => Stage::Waiting,
        }
    }
}

/// What is written down of a call: by an earlier program, or now.
fn noted(store: &Store, came: CameIn) -> Result<(InboundCall, Option<Queue>), StoreError> {
    let before = came.line.as_deref();
    let before = before.map(|id| store.inbound_on_line(came.called, id));
    match before.transpose()?.flatten() {
        Some(call) => Ok((call, store.queue(came.called)?)),
        None => store.call_came_in(came),
    }
}

/// Why this caller may not wait.
fn refused(store: &Store, live: &Live) -> Result<Option<InboundEnd>, StoreError> {
    let call = &live.call;
    let Some(queue) = &live.queue else {
        return Ok(Some(InboundEnd::NoCampaign));
    };
    if queue.purpose == QueueKind::OptOut {
        return Ok(None);
    }
    let mut campaigns = store.campaigns()?.into_iter();
    let runs = |state| state == CampaignState::Running;
    let campaign = campaigns.find(|campaign| Some(campaign.id) == queue.campaign);
    if !campaign.is_some_and(|campaign| runs(campaign.state)) {
        return Ok(Some(InboundEnd::CampaignInactive));
    }
    let waiting = store.waiting_at(queue.number)?;
    let closed = queue.rules.refuses(waiting, call.arrived_at, &queue.zone);
    let stranger = call.contact.is_none() && queue.list.is_none();
    Ok(closed.or(stranger.then_some(InboundEnd::NoContact)))
}

/// Callers of a program that has ended were lost by our side.
pub(crate) fn reconcile(store: &Store) -> Result<(), StoreError> {
    for call in store.open_inbound()? {
        lose(store, &call)?;
    }
    Ok(())
}

fn lose(store: &Store, call: &InboundCall) -> Result<(), StoreError> {
    let queue = store.queue(call.called)?;
    let missed = store.call_missed(call, queue.as_ref(), InboundEnd::Lost);
    taken(missed).map(|_| ())
}

#[cfg(test)]
mod tests;
