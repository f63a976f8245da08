//! The store: its writers, its readers, and the verbs by which everybody else speaks to it.

use crate::address::Address;
use crate::apart::Apart;
use crate::clock::{Clock, instant};
use crate::conn::{self, Access, Conn, Count};
use crate::error::{Result, StoreError};
use crate::hint::{Hint, Hints};
use crate::house::{self, AgentRow, Campaign, CampaignState, List, ListLink, NewList};
use crate::migrate::{self, MIGRATIONS};
use crate::offer::{Offer, Offered};
use crate::pulse::Counts;
use crate::record::{Answer, Entry, RecordError};
use crate::rules::{NewRules, RulesCache};
use crate::suppression::cover_linked;
use crate::writer::{Job, Writer};
use engine::{Agent, AgentCommand, AgentId, CampaignId, ListId, Number, Rules};
use jiff::Timestamp;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// One handle for the whole program; clones share everything.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    address: Address,
    writers: Vec<Running>,
    readers: Mutex<Vec<Box<dyn Conn>>>,
    rules: Arc<RulesCache>,
    /// Which phones are apart from which exchanges.
    apart: Apart,
    clock: Clock,
    hints: Hints,
    floor: crate::floor::FloorKept,
    count: Count,
    counts: Counts,
}

/// A writer at work.
struct Running {
    jobs: Sender<Job>,
    thread: JoinHandle<()>,
}

/// The last handle closes the house: every job that was sent is done, and SQLite folds its
/// log into the one file.
impl Drop for Inner {
    fn drop(&mut self) {
        self.readers
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        for Running { jobs, thread } in self.writers.drain(..) {
            drop(jobs);
            // A writer that panicked has said so already.
            let _ = thread.join();
        }
    }
}

/// How sure a commit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Survives a power cut.
    Full,
    /// Survives the program, not a power cut: for what can be played again.
    Relaxed,
}

impl Store {
    /// Opens a database and brings it to the form this program knows.
    pub fn open(address: &Address, clock: Clock, durability: Durability) -> Result<Self> {
        let mut first = conn::open(address, Access::Create)?;
        migrate::migrate(first.as_mut(), MIGRATIONS, clock.now())?;
        crate::person::catch_up(first.as_mut())?;
        let writers_wanted = match address {
            Address::Sqlite(_) => 1,
            Address::Postgres(_) => 4,
        };
        let rules = Arc::new(RulesCache::default());
        let apart = Apart::default();
        let hints = Hints::new();
        let (count, counts) = (Count::default(), Counts::default());
        drop(first);
        let mut writers = Vec::new();
        while writers.len() < writers_wanted {
            let (address, count) = (address.clone(), count.clone());
            let reopen = move || Ok(count.on(open_writer(&address, durability)?));
            let writer = Writer {
                conn: reopen()?,
                reopen: Box::new(reopen),
                rules: rules.clone(),
                apart: apart.clone(),
                clock: clock.clone(),
                hints: hints.clone(),
                counts: counts.clone(),
            };
            writers.push(start(writer));
        }
        Ok(Self {
            inner: Arc::new(Inner {
                address: address.clone(),
                writers,
                readers: Mutex::new(Vec::new()),
                rules,
                apart,
                clock,
                hints,
                floor: crate::floor::FloorKept::default(),
                count,
                counts,
            }),
        })
    }

    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// How many statements this store has carried out since it was opened.
    pub fn statements(&self) -> u64 {
        self.inner.count.so_far()
    }

    /// Records one event and waits for the commit.
    pub fn record(&self, entry: Entry) -> Answer {
        let mut answers = self.record_all(vec![entry])?;
        answers.pop().unwrap_or_else(|| {
            Err(RecordError::Store(StoreError::other(
                "record",
                "no answer came",
            )))
        })
    }

    /// Records events of one list in one commit, in the order given.
    pub fn record_all(&self, entries: Vec<Entry>) -> Result<Vec<Answer>> {
        let list = entries.first().map_or(ListId(0), |entry| entry.list);
        wait(self.send_record(list, entries))?
    }

    /// Sends events on their way; the answer comes after the commit.
    pub fn send_record(
        &self,
        list: ListId,
        entries: Vec<Entry>,
    ) -> oneshot::Receiver<Result<Vec<Answer>>> {
        let (to, answer) = oneshot::channel();
        self.send(list, Job::Record(entries, to));
        answer
    }

    /// The next contact for an agent, claimed.
    pub fn offer(&self, agent: AgentId) -> Result<Offered> {
        let (to, answer) = oneshot::channel();
        self.send(ListId(0), Job::Offer(Offer { agent, peek: false }, to));
        wait(answer)?
    }

    /// What the next offer would be, without claiming it.
    pub fn peek(&self, agent: AgentId) -> Result<Offered> {
        let (to, answer) = oneshot::channel();
        self.send(ListId(0), Job::Offer(Offer { agent, peek: true }, to));
        wait(answer)?
    }

    pub fn add_list(&self, new: NewList) -> Result<ListId> {
        let written = self.write(move |conn, now| house::add_list(conn, &new, now));
        self.telling_of_list(written)
    }

    /// Makes a list with a running campaign of that name, all or nothing. A campaign that
    /// exists already gets the list as one more.
    pub fn add_list_with_campaign(&self, new: NewList) -> Result<ListId> {
        let written = self.write(move |conn, now| house::add_list_with_campaign(conn, &new, now));
        let told = self.telling_of_list(written);
        self.telling(Hint::Campaigns, told)
    }

    pub fn list_by_name(&self, name: &str) -> Result<Option<List>> {
        self.read(|conn| house::list_by_name(conn, name))
    }

    pub fn list(&self, id: ListId) -> Result<Option<List>> {
        self.read(|conn| house::list_by_id(conn, id))
    }

    pub fn lists(&self) -> Result<Vec<List>> {
        self.read(house::lists)
    }

    /// Gives a list new rules from now on.
    pub fn set_rules(&self, list: ListId, new: NewRules) -> Result<i64> {
        let written = self.write(move |conn, _| house::set_rules(conn, list, &new));
        self.telling(Hint::List(list), written)
    }

    /// Says which fields the contacts of a list have.
    pub fn set_fields(&self, list: ListId, fields: Vec<house::Field>) -> Result<()> {
        let written = self.write(move |conn, _| house::set_fields(conn, list, &fields));
        self.telling(Hint::List(list), written)
    }

    pub fn rules(&self, id: i64) -> Result<Arc<Rules>> {
        let rules = self.inner.rules.clone();
        self.read(|conn| rules.load(conn, id))
    }

    /// A campaign to try things out with: it shows a number that is nobody's.
    pub fn add_campaign(&self, name: &str, state: CampaignState) -> Result<CampaignId> {
        let name = name.to_owned();
        let written = self.write(move |conn, now| {
            let id = house::add_campaign(conn, &name, state, now)?;
            house::show_nobodys_number(conn, id)?;
            Ok(id)
        });
        self.telling(Hint::Campaigns, written)
    }

    /// Has the campaigns that show no number show one that is nobody's, for calls that are played.
    pub fn show_nobodys_number(&self) -> Result<()> {
        let written = self.write(|conn, _| {
            let mut silent = house::campaigns(conn)?;
            silent.retain(|campaign| campaign.caller_id.is_none());
            for campaign in silent {
                house::show_nobodys_number(conn, campaign.id)?;
            }
            Ok(())
        });
        self.telling(Hint::Campaigns, written)
    }

    /// Says which number the calls of a campaign show; says whether there is such a campaign.
    pub fn set_caller_id(&self, campaign: CampaignId, shown: Option<Number>) -> Result<bool> {
        let written =
            self.write(move |conn, _| Ok(house::set_caller_id(conn, campaign, shown)? == 1));
        self.telling(Hint::Campaigns, written)
    }

    pub fn campaigns(&self) -> Result<Vec<Campaign>> {
        self.read(house::campaigns)
    }

    pub fn add_link(&self, campaign: CampaignId, list: ListId, priority: i64) -> Result<i64> {
        let written = self.write(move |conn, now| {
            let link = house::add_link(conn, campaign, list, priority)?;
            cover_linked(conn, campaign, list, now)?;
            Ok(link)
        });
        self.hints().tell(Hint::Suppressions);
        self.telling(Hint::Campaigns, written)
    }

    /// The campaigns a list stands in.
    pub fn links(&self, list: ListId) -> Result<Vec<ListLink>> {
        self.read(|conn| house::links(conn, list))
    }

    pub fn set_link(&self, link: i64, priority: i64, active: bool) -> Result<()> {
        let written = self.write(move |conn, _| house::set_link(conn, link, priority, active));
        self.telling(Hint::Campaigns, written)
    }

    pub fn add_agent(&self, name: &str) -> Result<AgentId> {
        let name = name.to_owned();
        self.write(move |conn, now| house::add_agent(conn, &name, now))
    }

    pub fn agent(&self, id: AgentId) -> Result<Option<AgentRow>> {
        self.read(|conn| house::agent(conn, id))
    }

    pub fn agent_by_name(&self, name: &str) -> Result<Option<AgentId>> {
        self.read(|conn| house::agent_by_name(conn, name))
    }

    pub fn agents(&self) -> Result<Vec<(AgentId, String)>> {
        self.read(house::agents)
    }

    pub fn assign(&self, campaign: CampaignId, agent: AgentId) -> Result<()> {
        let written = self.write(move |conn, _| house::assign(conn, campaign, agent));
        self.telling(Hint::Campaigns, written)
    }

    pub fn unassign(&self, campaign: CampaignId, agent: AgentId) -> Result<()> {
        let written = self.write(move |conn, _| house::unassign(conn, campaign, agent));
        self.telling(Hint::Campaigns, written)
    }

    /// What an agent asks for: presence, breaks, the next contact of choice.
    pub fn agent_command(
        &self,
        agent: AgentId,
        command: AgentCommand,
    ) -> Result<std::result::Result<Agent, String>> {
        let mut tries = 3;
        loop {
            let command = command.clone();
            let asked =
                self.write(move |conn, now| house::agent_command(conn, agent, &command, now));
            tries -= 1;
            // The contact in hand may be let go at the same moment.
            match asked {
                Err(error) if tries > 0 && error.is_worth_repeating() => {}
                asked => return self.telling(Hint::Agent(agent), asked),
            }
        }
    }

    /// The instant of the newest event: no clock may start before it.
    pub fn newest_event(&self) -> Result<Option<Timestamp>> {
        self.read(|conn| {
            let rows = conn.rows(&crate::sql::journal::NEWEST, &[])?;
            let newest = rows.first().map(|row| row.maybe_int(0)).transpose()?;
            Ok(newest.flatten().map(instant))
        })
    }

    /// Runs work on a writer in one transaction.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Conn, Timestamp) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (to, answer) = oneshot::channel();
        let job = Job::Work(Box::new(move |writer: &mut Writer| {
            let now = writer.clock.now();
            let outcome = writer
                .begin()
                .and_then(|()| finish(writer.conn.as_mut(), |conn| work(conn, now)));
            // Whoever asked may have gone away: then nobody waits for the answer.
            drop(to.send(outcome));
        }));
        self.send(ListId(0), job);
        wait(answer)?
    }

    /// Runs work on a writer outside of any transaction.
    pub(crate) fn outside_transaction(
        &self,
        work: impl FnOnce(&mut dyn Conn) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        let (to, answer) = oneshot::channel();
        let job = Job::Work(Box::new(move |writer: &mut Writer| {
            // Whoever asked may have gone away: then nobody waits for the answer.
            drop(to.send(work(writer.conn.as_mut())));
        }));
        self.send(ListId(0), job);
        wait(answer)?
    }

    /// The same for an event or two: where the last one is refused, nothing of it is kept.
    pub(crate) fn write_unless_refused<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Conn, Timestamp) -> Result<std::result::Result<T, RecordError>>
        + Send
        + 'static,
    ) -> std::result::Result<T, RecordError> {
        let (to, answer) = oneshot::channel();
        let job = Job::Work(Box::new(move |writer: &mut Writer| {
            let now = writer.clock.now();
            let outcome = match writer.begin() {
                Ok(()) => finish_unless_refused(writer.conn.as_mut(), |conn| work(conn, now)),
                Err(error) => Err(error.into()),
            };
            writer.counts.recorded(usize::from(outcome.is_ok()));
            // Whoever asked may have gone away: then nobody waits for the answer.
            drop(to.send(outcome));
        }));
        self.send(ListId(0), job);
        wait(answer)?
    }

    /// Runs work on a connection that cannot write, in one moment of the database.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut dyn Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.begin_reading()?;
        let outcome = finish(conn.as_mut(), work);
        if outcome.as_ref().err().is_none_or(|error| !error.is_lost()) {
            self.idle_readers().push(conn);
        }
        outcome
    }

    /// A reader in a transaction of its own: an idle one that still works, or a new one.
    fn begin_reading(&self) -> Result<Box<dyn Conn>> {
        loop {
            let Some(mut idle) = self.idle_readers().pop() else {
                let fresh = conn::open(&self.inner.address, Access::Read)?;
                let mut fresh = self.inner.count.on(fresh);
                return fresh.begin().map(|()| fresh);
            };
            match idle.begin() {
                Err(error) if error.is_lost() => {}
                begun => return begun.map(|()| idle),
            }
        }
    }

    fn idle_readers(&self) -> MutexGuard<'_, Vec<Box<dyn Conn>>> {
        let readers = &self.inner.readers;
        readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn address(&self) -> &Address {
        &self.inner.address
    }

    pub(crate) fn counts(&self) -> &Counts {
        &self.inner.counts
    }

    pub(crate) fn floor_kept(&self) -> &crate::floor::FloorKept {
        &self.inner.floor
    }

    pub(crate) fn hints(&self) -> &Hints {
        &self.inner.hints
    }

    /// What was written is told to whoever listens.
    pub(crate) fn telling<T>(&self, hint: Hint, written: Result<T>) -> Result<T> {
        if written.is_ok() {
            self.hints().tell(hint);
        }
        written
    }

    fn telling_of_list(&self, written: Result<ListId>) -> Result<ListId> {
        if let Ok(list) = &written {
            self.hints().tell(Hint::List(*list));
        }
        written
    }

    pub(crate) fn apart(&self) -> &Apart {
        &self.inner.apart
    }

    pub(crate) fn rules_cache(&self) -> Arc<RulesCache> {
        self.inner.rules.clone()
    }

    /// Hands the first writer a job and waits for its answer.
    pub(crate) fn job<T>(&self, make: impl FnOnce(oneshot::Sender<Result<T>>) -> Job) -> Result<T> {
        let (to, answer) = oneshot::channel();
        self.send(ListId(0), make(to));
        wait(answer)?
    }

    fn send(&self, list: ListId, job: Job) {
        let count = self.inner.writers.len().max(1) as u64;
        let index = usize::try_from(list.0.unsigned_abs() % count).unwrap_or_default();
        if let Some(writer) = self.inner.writers.get(index) {
            self.inner.counts.sent();
            // A writer that has stopped drops the job, and with it the sender of the answer.
            drop(writer.jobs.send(job));
        }
    }
}

fn open_writer(address: &Address, durability: Durability) -> Result<Box<dyn Conn>> {
    let mut conn = conn::open(address, Access::Write)?;
    if durability == Durability::Relaxed {
        conn.batch(conn.engine().relax())?;
    }
    Ok(conn)
}

fn start(writer: Writer) -> Running {
    let (jobs, waiting) = channel();
    let thread = std::thread::spawn(move || writer.run(&waiting));
    Running { jobs, thread }
}

/// Works in the transaction that has begun, and ends it.
fn finish<T>(conn: &mut dyn Conn, work: impl FnOnce(&mut dyn Conn) -> Result<T>) -> Result<T> {
    match work(conn) {
        Ok(value) => conn.commit().map(|()| value),
        Err(error) => {
            // The first error is the one to report, whatever becomes of the rollback.
            let _ = conn.rollback();
            Err(error)
        }
    }
}

fn finish_unless_refused<T>(
    conn: &mut dyn Conn,
    work: impl FnOnce(&mut dyn Conn) -> Result<std::result::Result<T, RecordError>>,
) -> std::result::Result<T, RecordError> {
    match work(conn) {
        Ok(Ok(value)) => {
            conn.commit()?;
            Ok(value)
        }
        Ok(Err(refused)) => conn.rollback().map_err(Into::into).and(Err(refused)),
        Err(error) => {
            // The first error is the one to report, whatever becomes of the rollback.
            let _ = conn.rollback();
            Err(error.into())
        }
    }
}

fn wait<T>(answer: oneshot::Receiver<T>) -> Result<T> {
    answer
        .blocking_recv()
        .map_err(|_| StoreError::other("writer", "the writer has stopped: restart the program"))
}
