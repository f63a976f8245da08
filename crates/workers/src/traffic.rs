//! Counts what the lines carry, by what they say.

use crate::lines::Lines;
use engine::{Outcome, Report};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::time::Duration;
use store::{Board, Exchange, Seized};
use telephony::{Heard, LineId};

/// Calls that are up.
#[derive(Debug, Default)]
pub(crate) struct Up(BTreeMap<LineId, Call>);

#[derive(Debug, Clone, Default)]
struct Call {
    exchange: String,
    came_in: bool,
    is_seized: bool,
    answered_at: Option<Timestamp>,
}

impl Up {
    /// A call was placed; or one that came in was taken, which is none of the trunk's attempts.
    pub fn placed(&mut self, line: LineId, exchange: &str, came_in: bool) {
        let call = Call {
            exchange: exchange.to_owned(),
            came_in,
            ..Call::default()
        };
        self.0.insert(line, call);
    }

    /// Counts what a line said. A call of which nothing was known went out over `usual`.
    pub fn hear(&mut self, heard: &Heard, usual: &str, board: &Board) {
        let (line, at) = (heard.placed.line, heard.happened_at);
        let (ended, is_answer) = match heard.report {
            Report::Ringing { .. } => (None, false),
            Report::Answered { .. } => (None, true),
            Report::Ended { outcome, .. } => (Some(outcome), was_answered(outcome)),
            Report::NotPlaced { .. } => {
                not_placed(board);
                self.0.remove(&line);
                return;
            }
            _ => return,
        };
        let call = self.0.entry(line).or_insert_with(|| Call {
            exchange: usual.to_owned(),
            ..Call::default()
        });
        let mut seized = Seized::default();
        if !call.came_in {
            seized.seizures = u64::from(!call.is_seized);
            seized.answers = u64::from(is_answer && call.answered_at.is_none());
        }
        call.is_seized = true;
        if is_answer {
            let since = *call.answered_at.get_or_insert(at);
            let talked = at.duration_since(since).try_into();
            if ended.is_some() && !call.came_in {
                seized.talk = talked.unwrap_or(Duration::ZERO);
            }
        }
        let mut traffic = board.write();
        let exchange = traffic.exchanges.entry(call.exchange.clone()).or_default();
        exchange.count(at, seized);
        if let Some(outcome) = ended {
            let count = exchange.ended.entry(outcome).or_default();
            *count = count.saturating_add(1);
            self.0.remove(&line);
        }
    }

    fn show(&self, name: &str, exchange: &mut Exchange) {
        let of = self.0.values().filter(|call| call.exchange == name);
        (exchange.dialling, exchange.ringing, exchange.talking) = (0, 0, 0);
        for call in of {
            let state = match (call.answered_at, call.is_seized || call.came_in) {
                (Some(_), _) => &mut exchange.talking,
                (None, true) if call.came_in => &mut exchange.talking,
                (None, true) => &mut exchange.ringing,
                (None, false) => &mut exchange.dialling,
            };
            *state = state.saturating_add(1);
        }
    }
}

fn not_placed(board: &Board) {
    let mut traffic = board.write();
    traffic.not_placed = traffic.not_placed.saturating_add(1);
}

/// Whether something picked up before it ended so.
fn was_answered(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Answered | Outcome::Abandoned | Outcome::Machine | Outcome::Fax | Outcome::Noise
    )
}

impl Lines {
    /// Counts what a line said, whoever records it.
    pub fn watch(&mut self, heard: &Heard) {
        let usual = self.carrier.name_of(heard.placed.line);
        self.up.hear(heard, usual, self.orders.traffic());
    }

    pub(crate) fn not_placed(&self) {
        not_placed(self.orders.traffic());
    }

    /// Shows how the exchange stands now.
    pub(crate) fn show_traffic(&mut self, now: Timestamp) {
        let mut traffic = self.orders.traffic().write();
        traffic.since.get_or_insert(now);
        traffic.unrecorded = self.untold.len();
        traffic.callers_waiting = self.reception.waiting();
        traffic.callers.clone_from(&self.reception.ends);
        traffic.behind.clone_from(self.behind());
        for carried in self.carrier.carried() {
            let name = carried.name.to_owned();
            let exchange = traffic.exchanges.entry(name).or_default();
            carried.trunk.clone_into(&mut exchange.trunk);
            self.up.show(carried.name, exchange);
            exchange.connect(carried.is_connected);
            if let Some(meters) = carried.meters {
                (exchange.set_up, exchange.bridged) = (meters.set_up, meters.bridged);
            }
        }
    }
}
