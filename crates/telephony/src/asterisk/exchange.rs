//! An Asterisk as whoever runs the lines sees it: orders go in, what the lines said comes out.

use super::call::{Dial, Phone, Said};
use super::calls::{Calls, Meters};
use super::link::{Ears, Job, Link, LinkProblem};
use super::settings::AsteriskAddress;
use crate::line::{Heard, LineId, NotPlaced, Order, Placed, WhyNot};
use engine::{AgentId, ContactId, Report};
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
    jobs: UnboundedSender<Job>,
    said: Receiver<Said>,
    is_connected: Arc<AtomicBool>,
    going_on: Arc<AtomicUsize>,
    meters: Arc<Mutex<Meters>>,
    lines: BTreeMap<(ContactId, u32), LineId>,
    next_line: u64,
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
        let (jobs, orders) = unbounded_channel();
        let (say, said) = channel();
        let is_connected = Arc::new(AtomicBool::new(false));
        let going_on = Arc::new(AtomicUsize::new(0));
        let meters = Arc::new(Mutex::new(Meters::default()));
        let ears = Ears {
            said: say,
            going_on: going_on.clone(),
            meters: meters.clone(),
            is_connected: is_connected.clone(),
            nudge: Box::new(nudge),
            problem: Box::new(problem),
        };
        let link = Link {
            calls: Calls::new(address.settings.clone(), &run_id(), Instant::now()),
            address,
            jobs: orders,
            ears,
            asked: HashMap::new(),
            requests: 0,
            closing: None,
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let thread = std::thread::Builder::new()
            .name("asterisk".to_owned())
            .spawn(move || runtime.block_on(link.run()))?;
        Ok(Self {
            jobs,
            said,
            is_connected,
            going_on,
            meters,
            lines: BTreeMap::new(),
            next_line: 0,
            thread: Some(thread),
        })
    }

    pub fn is_connected(&self) -> bool {
        self.is_connected.load(Ordering::Relaxed)
    }

    /// How long calls take on their way, up to now.
    pub fn meters(&self) -> Meters {
        self.meters
            .lock()
            .map(|meters| meters.clone())
            .unwrap_or_default()
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
            shown: None,
            rings_for: rings_at_most.map_or(RINGS_FOR, whole_seconds),
            menu: permit.conduct().opt_out_menu,
            machines: permit.conduct().machines,
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

    /// Lets an agent's phone go.
    pub fn put_down(&mut self, agent: AgentId) {
        let _ = self.jobs.send(Job::PutDown(agent));
    }

    /// What the lines have said, oldest first. When it was said is reckoned back from now.
    pub fn step(&mut self, now: Timestamp) -> Vec<Heard> {
        let said: Vec<Said> = self.said.try_iter().collect();
        self.heard(said, now)
    }

    /// Hangs up everything and waits for the last words.
    pub fn close(&mut self, now: Timestamp) -> Vec<Heard> {
        let _ = self.jobs.send(Job::Close);
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
            let ago = at.saturating_duration_since(said_at);
            let ago = SignedDuration::try_from(ago).unwrap_or_default();
            heard.push(Heard {
                placed,
                report,
                happened_at: now.checked_sub(ago).unwrap_or(now),
            });
        }
        heard
    }
}

impl Drop for Asterisk {
    fn drop(&mut self) {
        let _ = self.jobs.send(Job::Close);
    }
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
