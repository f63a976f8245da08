//! A simulated exchange: calls whose course is decided when they are placed.
//!
//! It has no clock and no chance of its own. The caller says what the callee will do, and
//! passes the time in; the exchange says what its lines have said by then, in order.

use crate::cause::usual_cause;
use crate::line::{Heard, LineId, NotPlaced, Order, Placed, WhyNot};
use crate::ring_in::Callers;
use engine::{Cause, Outcome, Report, Sign};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// What the far end will do with one call.
#[derive(Debug, Clone, PartialEq)]
pub struct Callee {
    /// How long after dialling it rings; none: it never does.
    pub rings_after: Option<SignedDuration>,
    /// How long after that, or after dialling, the fate comes true.
    pub then_after: SignedDuration,
    pub fate: Fate,
    /// How long after the menu began that follows the call she opts out there; none: not at all.
    pub opts_out_after: Option<SignedDuration>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// A person answers, and hangs up by and by unless we do so first.
    Person {
        hangs_up_after: Option<SignedDuration>,
    },
    /// Something picks up, and is told from a person after a while.
    PickedUp {
        outcome: Outcome,
        cause: Cause,
        told_after: SignedDuration,
    },
    /// Nobody picks up.
    Ends { outcome: Outcome, cause: Cause },
}

#[derive(Debug, Default)]
pub struct SimulatedExchange {
    /// How many calls it carries at once; none is without limit.
    lines: Option<usize>,
    next_line: u64,
    calls: BTreeMap<LineId, Call>,
    /// What will be said: instant, order of scheduling, line.
    due: BTreeSet<(Timestamp, u64, LineId)>,
    scheduled: u64,
    /// How many times as fast as ours the clock runs by which it plays; 0 is as fast.
    speed: u32,
    pub(crate) callers: Callers,
}

#[derive(Debug)]
struct Call {
    placed: Placed,
    fate: Fate,
    next: Step,
    talking: bool,
    rings_at_most: Option<SignedDuration>,
    /// A menu follows the call.
    menu: bool,
    opts_out_after: Option<SignedDuration>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Rings {
        then_after: SignedDuration,
    },
    Fate,
    /// It has rung for as long as it may.
    RangOut,
    /// What picked up has been told from a person, or the person hangs up.
    Over,
    /// We hung up.
    HungUp,
    /// The menu begins.
    Menu,
    /// She opts out, or has heard enough.
    MenuEnds,
}

/// Between the end of a talk and the menu, and how long somebody listens to it. Both are ours.
const BEFORE_MENU: SignedDuration = SignedDuration::from_secs(1);
const MENU: SignedDuration = SignedDuration::from_secs(12);
/// Who does not hang up is left to us, for as long as it takes.
const LONGEST_TALK: SignedDuration = SignedDuration::from_hours(12);

impl SimulatedExchange {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn with_lines(lines: usize) -> Self {
        Self {
            lines: Some(lines),
            ..Self::default()
        }
    }

    /// Plays by a clock that runs so many times as fast as ours.
    pub fn play_at(&mut self, speed: u32) {
        self.speed = speed;
    }

    /// Dials, if the permit still holds and a line is free.
    pub fn place(
        &mut self,
        order: Order,
        callee: Callee,
        now: Timestamp,
    ) -> Result<Placed, NotPlaced> {
        let Order { list, permit, .. } = order;
        let refused = |why| NotPlaced {
            list,
            contact: permit.contact(),
            attempt: permit.attempt(),
            why,
        };
        if !permit.is_valid_at_speed(now, self.speed) {
            return Err(refused(WhyNot::Expired));
        }
        if self.lines.is_some_and(|lines| self.calls.len() >= lines) {
            return Err(refused(WhyNot::NoLineFree));
        }
        let line = LineId(self.next_line);
        self.next_line = self.next_line.saturating_add(1);
        let placed = Placed {
            line,
            list,
            contact: permit.contact(),
            slot: permit.slot(),
            attempt: permit.attempt(),
        };
        let then_after = callee.then_after;
        let (next, after) = match callee.rings_after {
            Some(rings_after) => (Step::Rings { then_after }, rings_after),
            None => (Step::Fate, then_after),
        };
        let call = Call {
            placed,
            rings_at_most: permit.conduct().ring.and_then(|ring| ring.max),
            menu: permit.conduct().opt_out_menu,
            opts_out_after: callee.opts_out_after,
            fate: callee.fate,
            next,
            talking: false,
        };
        self.calls.insert(line, call);
        self.schedule(line, now, after);
        Ok(placed)
    }

    /// Ends a call. A line that is over already stays as it is.
    pub fn hang_up(&mut self, line: LineId, now: Timestamp) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        if matches!(call.next, Step::HungUp | Step::Menu | Step::MenuEnds) {
            return;
        }
        call.next = Step::HungUp;
        self.due.retain(|(_, _, waiting)| *waiting != line);
        self.schedule(line, now, SignedDuration::ZERO);
    }

    /// Ends every call.
    pub fn hang_up_all(&mut self, now: Timestamp) {
        let lines: Vec<LineId> = self.calls.keys().copied().collect();
        for line in lines {
            self.hang_up(line, now);
        }
    }

    /// Drops every call without a word, as an exchange that loses power does.
    pub fn lose_all(&mut self) {
        self.calls.clear();
        self.due.clear();
        self.callers = Callers::default();
    }

    /// The call of an attempt, while it lasts.
    pub fn line_of(&self, contact: engine::ContactId, attempt: u32) -> Option<LineId> {
        let same = |placed: &Placed| placed.contact == contact && placed.attempt == attempt;
        self.calls
            .values()
            .map(|call| &call.placed)
            .find(|placed| same(placed))
            .map(|placed| placed.line)
    }

    /// When a line has something to say next.
    pub fn next_due(&self) -> Option<Timestamp> {
        let due = self.due.first().map(|(at, _, _)| *at);
        due.into_iter().chain(self.callers_due()).min()
    }

    /// A line for a call that came in.
    pub fn new_line(&mut self) -> LineId {
        let line = LineId(self.next_line);
        self.next_line = self.next_line.saturating_add(1);
        line
    }

    /// A caller talks with an agent: from now on it is a call like any other.
    pub(crate) fn put_through(&mut self, placed: Placed, fate: Fate, now: Timestamp) {
        let talks = match &fate {
            Fate::Person { hangs_up_after } => *hangs_up_after,
            Fate::PickedUp { .. } | Fate::Ends { .. } => None,
        };
        let call = Call {
            placed,
            fate,
            next: Step::Over,
            talking: true,
            rings_at_most: None,
            menu: false,
            opts_out_after: None,
        };
        self.calls.insert(placed.line, call);
        self.schedule(placed.line, now, talks.unwrap_or(LONGEST_TALK));
    }

    pub fn calls(&self) -> usize {
        self.calls.len()
    }

    /// What the lines have said up to now, oldest first.
    pub fn step(&mut self, now: Timestamp) -> Vec<Heard> {
        let mut heard = Vec::new();
        while let Some((at, _, line)) = self.due.first().copied().filter(|due| due.0 <= now) {
            self.due.pop_first();
            heard.extend(self.advance(line, at));
        }
        heard
    }

    fn advance(&mut self, line: LineId, at: Timestamp) -> Option<Heard> {
        let call = self.calls.get_mut(&line)?;
        let placed = call.placed;
        let attempt = placed.attempt;
        let (report, again) = match call.next {
            Step::Rings { then_after } => {
                let at_most = call.rings_at_most.filter(|most| *most < then_after);
                call.next = at_most.map_or(Step::Fate, |_| Step::RangOut);
                (Report::Ringing { attempt }, at_most.or(Some(then_after)))
            }
            Step::RangOut => {
                let outcome = Outcome::NoAnswer;
                (ended(attempt, outcome, usual_cause(outcome, 0)), None)
            }
            Step::Fate => match &call.fate {
                Fate::Ends { outcome, cause } => (ended(attempt, *outcome, *cause), None),
                Fate::PickedUp { told_after, .. } => {
                    let told_after = *told_after;
                    call.next = Step::Over;
                    call.talking = true;
                    (Report::Answered { attempt }, Some(told_after))
                }
                Fate::Person { hangs_up_after } => {
                    let hangs_up_after = *hangs_up_after;
                    call.next = Step::Over;
                    call.talking = true;
                    // A person who does not hang up is left to us, for as long as it takes.
                    let patience = hangs_up_after.unwrap_or(LONGEST_TALK);
                    (Report::Answered { attempt }, Some(patience))
                }
            },
            Step::Over => (call.fate.over(attempt), None),
            // Our side is out of it; whoever was spoken to is still there.
            Step::HungUp if call.talking && call.menu && call.is_person() => {
                call.next = Step::Menu;
                (after_talk(attempt), Some(BEFORE_MENU))
            }
            Step::HungUp if call.talking => (after_talk(attempt), None),
            Step::Menu => {
                call.next = Step::MenuEnds;
                let heard = call.opts_out_after.unwrap_or(MENU);
                (Report::MenuOffered { attempt }, Some(heard))
            }
            Step::MenuEnds if call.opts_out_after.is_some() => {
                let slot = placed.slot;
                (Report::OptedOut { attempt, slot }, None)
            }
            Step::MenuEnds => {
                self.calls.remove(&line);
                return None;
            }
            Step::HungUp => {
                let outcome = Outcome::LostWhileDialling;
                (ended(attempt, outcome, usual_cause(outcome, 1)), None)
            }
        };
        match again {
            Some(after) => self.schedule(line, at, after),
            None => {
                self.calls.remove(&line);
            }
        }
        Some(Heard {
            placed,
            report,
            happened_at: at,
        })
    }

    fn schedule(&mut self, line: LineId, from: Timestamp, after: SignedDuration) {
        self.scheduled = self.scheduled.saturating_add(1);
        let at = from
            .checked_add(after.max(SignedDuration::ZERO))
            .unwrap_or(from);
        self.due.insert((at, self.scheduled, line));
    }
}

impl Fate {
    /// How it ends of itself.
    fn over(&self, attempt: u32) -> Report {
        match self {
            Self::PickedUp { outcome, cause, .. } | Self::Ends { outcome, cause } => {
                ended(attempt, *outcome, *cause)
            }
            Self::Person { hangs_up_after } => talk_ended(attempt, hangs_up_after.is_some()),
        }
    }
}

impl Call {
    fn is_person(&self) -> bool {
        matches!(self.fate, Fate::Person { .. })
    }
}

fn ended(attempt: u32, outcome: Outcome, cause: Cause) -> Report {
    Report::Ended {
        attempt,
        outcome,
        cause,
    }
}

/// We ended the conversation.
fn after_talk(attempt: u32) -> Report {
    talk_ended(attempt, false)
}

fn talk_ended(attempt: u32, by_them: bool) -> Report {
    let cause = Cause {
        sign: by_them.then_some(Sign::HungUp),
        ..usual_cause(Outcome::Answered, 0)
    };
    ended(attempt, Outcome::Answered, cause)
}
