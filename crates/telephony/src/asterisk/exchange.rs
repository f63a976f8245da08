//! An Asterisk as whoever runs the lines sees it: orders go in, what the lines said comes out.

use super::call::{Dial, Phone, Said};
use super::callers::InSaid;
use super::calls::{Calls, Meters};
use super::during::Standing;
use super::earlier::AnsweredBefore;
use super::link::{Ears, Job, Link, LinkProblem};
use super::media::Media;
use super::settings::AsteriskAddress;
use super::tape::TapeSaid;
use super::whereabouts::Registered;
use crate::inbound::{InHeard, InOrder};
use crate::line::{Heard, LineId, NotPlaced, Order, Placed, WhyNot};
use crate::tape::{TapeAct, Taped};
use engine::{AgentId, Attendance, Conduct, ContactId, Recording, Report, Talk, Whom, Wish};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

pub struct Asterisk {
    place: String,
    weight: u64,
    jobs: UnboundedSender<Job>,
    said: Receiver<Said>,
    taped: Receiver<TapeSaid>,
    talks: Receiver<(AgentId, Option<Standing>)>,
    attendances: Receiver<Attendance>,
    callers: Receiver<InSaid>,
    answered_before: Receiver<AnsweredBefore>,
    is_connected: Arc<AtomicBool>,
    going_on: Arc<AtomicUsize>,
    meters: Arc<Mutex<Meters>>,
    trunk: String,
    lines: BTreeMap<(ContactId, u32), LineId>,
    next_line: u64,
    records: bool,
    thread: Option<JoinHandle<()>>,
}

/// Nobody is left ringing for longer than this where nothing says how long.
const RINGS_FOR: u64 = 45;

impl Asterisk {
    /// Connects, and goes on trying while that fails. `nudge` is called whenever there is
    /// something to be heard, `problem` with what stands in the way.
    pub fn connect(
        address: AsteriskAddress,
        nudge: impl Fn() + Send + 'static,
        problem: impl Fn(&LinkProblem) + Send + 'static,
    ) -> std::io::Result<Self> {
        Self::one_of_several(address, 0, None, nudge, problem)
    }

    /// The same, with lines numbered from `first_line` on; it is told which phones are registered.
    pub(super) fn one_of_several(
        address: AsteriskAddress,
        first_line: u64,
        registered: Option<Registered>,
        nudge: impl Fn() + Send + 'static,
        problem: impl Fn(&LinkProblem) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (jobs, orders) = unbounded_channel();
        let (say, said) = channel();
        let (say_taped, taped) = channel();
        let (show, talks) = channel();
        let (attend, attendances) = channel();
        let (tell_of_callers, callers) = channel();
        let (tell_of_answered, answered_before) = channel();
        let is_connected = Arc::new(AtomicBool::new(false));
        let going_on = Arc::new(AtomicUsize::new(0));
        let meters = Arc::new(Mutex::new(Meters::default()));
        let ears = Ears {
            said: say,
            taped: say_taped,
            talks: show,
            attendances: attend,
            callers: tell_of_callers,
            answered_before: tell_of_answered,
            going_on: going_on.clone(),
            registered,
            meters: meters.clone(),
            is_connected: is_connected.clone(),
            nudge: Box::new(nudge),
            problem: Box::new(problem),
        };
        let calls = nothing_yet(&address, first_line, ears.registered.is_some());
        let (place, weight) = (address.name().to_owned(), address.weight);
        let trunk = address.settings.trunk.clone();
        let link = Link {
            calls,
            address,
            jobs: orders,
            ears,
            asked: HashMap::new(),
            requests: 0,
            closing: None,
            media: Media::new(),
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let thread = std::thread::Builder::new()
            .name("asterisk".to_owned())
            .spawn(move || runtime.block_on(link.run()))?;
        Ok(Self {
            place,
            weight,
            jobs,
            said,
            taped,
            talks,
            attendances,
            callers,
            answered_before,
            is_connected,
            going_on,
            meters,
            trunk,
            lines: BTreeMap::new(),
            next_line: first_line,
            records: false,
            thread: Some(thread),
        })
    }

    pub fn is_connected(&self) -> bool {
        self.is_connected.load(Ordering::Relaxed)
    }

    /// Where it is.
    pub fn name(&self) -> &str {
        &self.place
    }

    /// Over which way its calls go out.
    pub fn trunk(&self) -> &str {
        &self.trunk
    }

    /// How long calls take on their way, up to now.
    pub fn meters(&self) -> Meters {
        self.meters
            .lock()
            .map(|meters| meters.clone())
            .unwrap_or_default()
    }

    /// Calls for its weight.
    pub(super) fn load(&self) -> u64 {
        let calls = u64::try_from(self.lines.len()).unwrap_or(u64::MAX);
        calls.saturating_mul(1_000) / self.weight.max(1)
    }

    /// How many calls go on, those among them whose end was told and that still hear something.
    pub fn calls(&self) -> usize {
        self.going_on.load(Ordering::Relaxed)
    }

    /// Dials, if the permit still holds. Without a phone whoever answers finds no agent.
    pub fn place(
        &mut self,
        order: Order,
        phone: Option<Phone>,
        now: Timestamp,
    ) -> Result<Placed, NotPlaced> {
        let Order {
            list,
            number,
            permit,
            sounds,
        } = order;
        let refused = |why| NotPlaced {
            list,
            contact: permit.contact(),
            attempt: permit.attempt(),
            why,
        };
        if !permit.is_valid(now) {
            return Err(refused(WhyNot::Expired));
        }
        if !self.is_connected() {
            return Err(refused(WhyNot::NotConnected));
        }
        let placed = Placed {
            line: LineId(self.next_line),
            list,
            contact: permit.contact(),
            slot: permit.slot(),
            attempt: permit.attempt(),
        };
        let rings_at_most = permit.conduct().ring.and_then(|ring| ring.max);
        let dial = Dial {
            placed,
            number,
            shown: permit.conduct().caller_id,
            rings_for: rings_at_most.map_or(RINGS_FOR, whole_seconds),
            menu: permit.conduct().opt_out_menu,
            machines: permit.conduct().machines,
            recording: recording(permit.conduct(), self.records),
            sounds,
            phone,
            good_until: Instant::now() + left(permit.expires_at(), now),
        };
        if self.jobs.send(Job::Order(dial)).is_err() {
            return Err(refused(WhyNot::NotConnected));
        }
        self.next_line = self.next_line.saturating_add(1);
        self.lines
            .insert((placed.contact, placed.attempt), placed.line);
        Ok(placed)
    }

    pub fn hang_up(&mut self, contact: ContactId, attempt: u32) {
        if let Some(line) = self.lines.get(&(contact, attempt)) {
            let _ = self.jobs.send(Job::HangUp(*line));
        }
    }

    /// There is somewhere to bring recordings to: from now on calls are recorded that ask for it.
    pub fn record(&mut self) {
        self.records = true;
    }

    /// What an agent wants of the recording of her talk.
    pub fn tape(&mut self, contact: ContactId, attempt: u32, act: TapeAct) {
        if let Some(line) = self.lines.get(&(contact, attempt)) {
            let _ = self.jobs.send(Job::Tape(*line, act));
        }
    }

    /// What became of recordings, oldest first. To be asked after `step`: the end of a talk comes
    /// after that of its recording.
    pub fn taped(&mut self, now: Timestamp) -> Vec<Taped> {
        let at = Instant::now();
        let said: Vec<TapeSaid> = self.taped.try_iter().collect();
        let told = said.into_iter().map(|said| Taped {
            placed: said.placed,
            word: said.word,
            happened_at: reckoned_back(said.at, at, now),
        });
        told.collect()
    }

    /// What callers have done, oldest first.
    pub fn callers(&mut self, now: Timestamp) -> Vec<InHeard> {
        let at = Instant::now();
        let heard = self.callers.try_iter().map(|said| InHeard {
            line: said.line,
            news: said.news,
            happened_at: reckoned_back(said.at, at, now),
        });
        heard.collect()
    }

    /// Who answered dials of an earlier program.
    pub fn answered_before(&mut self) -> Vec<AnsweredBefore> {
        self.answered_before.try_iter().collect()
    }

    pub fn receive(&mut self, order: InOrder) {
        if let InOrder::Connect { placed, .. } = &order {
            self.lines
                .insert((placed.contact, placed.attempt), placed.line);
        }
        let _ = self.jobs.send(Job::Receive(order));
    }

    /// A line for a call that came in.
    pub fn new_line(&mut self) -> LineId {
        let line = LineId(self.next_line);
        self.next_line = self.next_line.saturating_add(1);
        line
    }

    /// Lets an agent's phone go.
    pub fn put_down(&mut self, agent: AgentId) {
        let _ = self.jobs.send(Job::PutDown(agent));
    }

    /// The same, because she has a call over another exchange.
    pub(super) fn give_away(&mut self, agent: AgentId) {
        let _ = self.jobs.send(Job::GiveAway(agent));
    }

    /// An agent has her phone anew.
    pub fn phone_renewed(&self, agent: AgentId) {
        let _ = self.jobs.send(Job::Renewed(agent));
    }

    /// Something is asked of the talk an agent has; with the phone of a colleague who is called.
    pub fn during(&mut self, agent: AgentId, wish: Wish, phone: Option<Phone>) {
        let _ = self.jobs.send(Job::During(agent, wish, phone));
    }

    /// Somebody cannot be brought into her talk: the phone is with another exchange.
    pub(super) fn cannot_reach(&mut self, agent: AgentId, whom: Whom) {
        let _ = self.jobs.send(Job::CannotReach(agent, whom));
    }

    /// Somebody cannot listen to a talk of this exchange: her phone is with another.
    pub(super) fn cannot_attend(&mut self, wanted: Attendance) {
        let _ = self.jobs.send(Job::CannotAttend(wanted));
    }

    /// How far supervisors have come who want to be at talks, oldest first.
    pub fn attendances(&mut self) -> Vec<Attendance> {
        self.attendances.try_iter().collect()
    }

    /// How the talks stand that have moved; none where there is no talk any more.
    pub fn talks(&mut self, now: Timestamp) -> Vec<(AgentId, Option<Talk>)> {
        let moved = self.talks.try_iter();
        moved
            .map(|(agent, standing)| (agent, standing.map(|standing| standing.told(now))))
            .collect()
    }

    /// What the lines have said, oldest first. When it was said is reckoned back from now.
    pub fn step(&mut self, now: Timestamp) -> Vec<Heard> {
        let said: Vec<Said> = self.said.try_iter().collect();
        self.heard(said, now)
    }

    pub(super) fn begin_to_close(&self) {
        let _ = self.jobs.send(Job::Close);
    }

    /// Hangs up everything and waits for the last words.
    pub fn close(&mut self, now: Timestamp) -> Vec<Heard> {
        self.begin_to_close();
        if let Some(thread) = self.thread.take() {
            // A thread that broke has said why already.
            let _ = thread.join();
        }
        self.step(now)
    }

    fn heard(&mut self, said: Vec<Said>, now: Timestamp) -> Vec<Heard> {
        let at = Instant::now();
        let mut heard = Vec::new();
        for Said {
            placed,
            report,
            at: said_at,
        } in said
        {
            if matches!(report, Report::Ended { .. } | Report::NotPlaced { .. }) {
                self.lines.remove(&(placed.contact, placed.attempt));
            }
            heard.push(Heard {
                placed,
                report,
                happened_at: reckoned_back(said_at, at, now),
            });
        }
        heard
    }
}

impl Drop for Asterisk {
    fn drop(&mut self) {
        self.begin_to_close();
    }
}

/// Before anything is heard of it.
fn nothing_yet(address: &AsteriskAddress, first_line: u64, watches_phones: bool) -> Calls {
    let now = Instant::now();
    let mut calls = Calls::new(address.settings.clone(), &run_id(), now);
    calls.next_caller = first_line;
    if watches_phones {
        calls.watch_phones(now);
    }
    calls
}

fn recording(conduct: Conduct, records: bool) -> Recording {
    match records {
        true => conduct.recording,
        false => Recording::default(),
    }
}

/// An instant of this machine on the clock of the house.
fn reckoned_back(said_at: Instant, at: Instant, now: Timestamp) -> Timestamp {
    let ago = at.saturating_duration_since(said_at);
    let ago = SignedDuration::try_from(ago).unwrap_or_default();
    now.checked_sub(ago).unwrap_or(now)
}

/// Told apart from every other run, and always of one length.
fn run_id() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

fn whole_seconds(duration: SignedDuration) -> u64 {
    u64::try_from(duration.as_secs()).unwrap_or(0).max(1)
}

fn left(until: Timestamp, now: Timestamp) -> Duration {
    until
        .duration_since(now)
        .try_into()
        .unwrap_or(Duration::ZERO)
}
