//! The connection: one websocket carries frames and requests. A thread of its own keeps it,
//! and brings it back when it is lost.

use super::call::{Dial, Phone, Said};
use super::callers::InSaid;
use super::calls::{About, Calls, Meters};
use super::during::Standing;
use super::earlier::AnsweredBefore;
use super::frame::{Answer, Frame, FrameProblem};
use super::media::{Media, Word};
use super::settings::AsteriskAddress;
use super::tape::{TapeSaid, TapeStep};
use super::whereabouts::Registered;
use crate::tape::TapeAct;
use base64::Engine as _;
use engine::{AgentId, Attendance, Wish};
use futures_util::{SinkExt, StreamExt};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{sleep, timeout};
use tokio_tungstenite::tungstenite::{self, ClientRequestBuilder, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// What whoever runs the lines wants of the link.
#[derive(Debug)]
pub(super) enum Job {
    Order(Dial),
    HangUp(crate::line::LineId),
    Receive(crate::inbound::InOrder),
    PutDown(AgentId),
    /// The same, because she has a call over another exchange.
    GiveAway(AgentId),
    /// She has her phone anew.
    Renewed(AgentId),
    Tape(crate::line::LineId, TapeAct),
    During(AgentId, Wish, Option<Phone>),
    /// Somebody's phone is with another exchange.
    CannotReach(AgentId, engine::Whom),
    CannotAttend(Attendance),
    /// The program ends: everything is hung up, the connection is closed.
    Close,
}

/// What goes wrong between here and Asterisk. All of it is tried again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkProblem {
    #[error(
        "Asterisk cannot be reached at {address}: {why}; is it running, and its HTTP server (http.conf) on?"
    )]
    Unreachable { address: String, why: String },
    #[error("Asterisk at {address} does not know this user or password; see ari.conf")]
    Unknown { address: String },
    #[error(
        "the connection to Asterisk at {address} was lost; calls go on there, and it is tried again"
    )]
    Lost { address: String },
    #[error(
        "another program has taken the application name `{app}` at {address}; give each its own (?app=…)"
    )]
    Replaced { address: String, app: String },
    #[error(
        "Asterisk at {address} refuses {what}: {why} ({status}); see its log, and `dispo telephony \
         check`"
    )]
    Refused {
        address: String,
        what: &'static str,
        status: u16,
        why: String,
    },
    #[error(transparent)]
    Frame(#[from] FrameProblem),
}

/// What the thread tells.
pub(super) struct Ears {
    pub said: Sender<Said>,
    pub taped: Sender<TapeSaid>,
    pub talks: Sender<(AgentId, Option<Standing>)>,
    pub attendances: Sender<Attendance>,
    pub callers: Sender<InSaid>,
    pub answered_before: Sender<AnsweredBefore>,
    pub going_on: Arc<AtomicUsize>,
    /// Where it is told which phones are registered, where there are several exchanges.
    pub registered: Option<Registered>,
    pub meters: Arc<Mutex<Meters>>,
    pub is_connected: Arc<AtomicBool>,
    /// Something was said, or the connection came or went.
    pub nudge: Box<dyn Fn() + Send>,
    pub problem: Box<dyn Fn(&LinkProblem) + Send>,
}

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

const TICK: Duration = Duration::from_millis(100);
const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// Between two tries to get the connection back.
const AGAIN_AFTER: Duration = Duration::from_millis(500);
/// Where another program has our name: it is not taken back at once, or both would fight.
const REPLACED_AGAIN_AFTER: Duration = Duration::from_secs(60);
/// A connection on which nothing is heard for so long is dead; it is asked in between.
const SILENT_FOR: Duration = Duration::from_secs(15);
const PING_EVERY: Duration = Duration::from_secs(5);
/// How long hung-up calls have to say their last word when the program ends.
const CLOSE_WITHIN: Duration = Duration::from_secs(3);

pub(super) struct Link {
    pub address: AsteriskAddress,
    pub calls: Calls,
    pub jobs: UnboundedReceiver<Job>,
    pub ears: Ears,
    /// Requests whose answers are still to come.
    pub asked: HashMap<u64, About>,
    pub requests: u64,
    pub closing: Option<Instant>,
    pub media: Media,
}

/// Why a connection ended.
enum Ended {
    /// Nothing was heard of it any more since.
    Lost(Instant),
    Replaced,
    Closed,
}

impl Link {
    /// Until the program ends.
    pub async fn run(mut self) {
        loop {
            let mut again_after = AGAIN_AFTER;
            match self.connect().await {
                Err(problem) => (self.ears.problem)(&problem),
                Ok(socket) => match self.talk(socket).await {
                    Ended::Closed => return,
                    Ended::Lost(since) => {
                        self.calls.disconnected(since);
                        let address = self.address.to_string();
                        (self.ears.problem)(&LinkProblem::Lost { address });
                    }
                    Ended::Replaced => {
                        again_after = REPLACED_AGAIN_AFTER;
                        (self.ears.problem)(&LinkProblem::Replaced {
                            address: self.address.to_string(),
                            app: self.address.settings.app.clone(),
                        });
                    }
                },
            }
            self.deaf();
            if self.wait(again_after).await.is_none() {
                return;
            }
        }
    }

    async fn connect(&self) -> Result<Socket, LinkProblem> {
        let AsteriskAddress { host, path, .. } = &self.address;
        let app = &self.address.settings.app;
        let unreachable = |why: String| LinkProblem::Unreachable {
            address: self.address.to_string(),
            why,
        };
        let uri = format!("ws://{host}/{path}/events?app={app}&subscribeAll=false");
        let uri = uri
            .parse()
            .map_err(|error| unreachable(format!("{error}")))?;
        let account = format!("{}:{}", self.address.user, self.address.password);
        let account = base64::engine::general_purpose::STANDARD.encode(account);
        let request =
            ClientRequestBuilder::new(uri).with_header("Authorization", format!("Basic {account}"));
        match timeout(CONNECT_WITHIN, connect_async(request)).await {
            Ok(Ok((socket, _))) => Ok(socket),
            Ok(Err(tungstenite::Error::Http(answer))) if answer.status().as_u16() == 401 => {
                Err(LinkProblem::Unknown {
                    address: self.address.to_string(),
                })
            }
            Ok(Err(error)) => Err(unreachable(error.to_string())),
            Err(_) => Err(unreachable("no answer".to_owned())),
        }
    }

    async fn talk(&mut self, socket: Socket) -> Ended {
        let (mut out, mut frames) = socket.split();
        self.calls.connected(Instant::now());
        let (mut heard_at, mut pinged_at) = (Instant::now(), Instant::now());
        loop {
            for frame in self.frames_to_send() {
                if out.feed(Message::text(frame)).await.is_err() {
                    return Ended::Lost(Instant::now());
                }
            }
            if out.flush().await.is_err() {
                return Ended::Lost(Instant::now());
            }
            for (line, place) in self.calls.to_be_heard() {
                self.media.listen(&self.address, line, &place);
            }
            // Who waits there is told before it is said that all of it is known.
            self.tell();
            self.connected();
            if self.is_closed() {
                let _ = out.close().await;
                return Ended::Closed;
            }
            tokio::select! {
                job = self.jobs.recv() => self.obey(job.unwrap_or(Job::Close)),
                frame = frames.next() => match frame {
                    Some(Ok(Message::Text(text))) => {
                        heard_at = Instant::now();
                        if self.hear(&text) {
                            return Ended::Replaced;
                        }
                    }
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return Ended::Lost(Instant::now()),
                    Some(Ok(_)) => heard_at = Instant::now(),
                },
                // What is heard of a call counts once it is known how long nobody listened.
                Some((line, heard)) = self.media.told(), if !self.calls.is_deaf() => match heard {
                    Word::Is(verdict) => self.calls.told_apart(line, verdict, Instant::now()),
                    Word::HasGreeted => self.calls.leave_message(line),
                },
                () = sleep(TICK) => {}
            }
            let now = Instant::now();
            self.calls.tick(now);
            if heard_at + SILENT_FOR < now {
                return Ended::Lost(heard_at);
            }
            if pinged_at + PING_EVERY < now {
                pinged_at = now;
                if out.send(Message::Ping(Default::default())).await.is_err() {
                    return Ended::Lost(Instant::now());
                }
            }
        }
    }

    /// Calls are taken once it is known what goes on there: an order before that would come back.
    fn connected(&self) {
        let is_connected = !self.calls.is_deaf();
        if self.ears.is_connected.swap(is_connected, Ordering::Relaxed) != is_connected {
            (self.ears.nudge)();
        }
    }

    /// Takes a frame in; true where another program has taken our place.
    fn hear(&mut self, text: &str) -> bool {
        match Frame::read(text) {
            Ok(Frame::Replaced) => return true,
            Ok(Frame::Answer(answer)) => {
                if let Some(about) = self.asked.remove(&answer.request) {
                    self.complain(about, &answer);
                    self.calls.answered(about, &answer, Instant::now());
                }
            }
            Ok(frame) => self.calls.hear(frame, Instant::now()),
            Err(problem) => (self.ears.problem)(&problem.into()),
        }
        false
    }

    /// Says what an agent cannot see: why nothing is dialled for her.
    fn complain(&self, about: About, answer: &Answer) {
        let what = match about {
            About::Channel(_) => "a call over its trunk",
            About::Dial(_) => "to dial",
            About::Phone(_) => "to ring an agent's phone",
            About::Copy(..) | About::Attend(..) => "to let a supervisor listen",
            About::Playback(_) => "to play a sound",
            About::Ear(_) => "to let a call be listened to (chan_websocket)",
            About::Tape(_, TapeStep::Tell) => "to play the announcement of a recording",
            About::Tape(_, TapeStep::Snoop | TapeStep::Record) => "to record a talk",
            _ => return,
        };
        if answer.is_good() {
            return;
        }
        (self.ears.problem)(&LinkProblem::Refused {
            address: self.address.to_string(),
            what,
            status: answer.status,
            why: answer.error().to_owned(),
        });
    }

    fn frames_to_send(&mut self) -> Vec<String> {
        let mut frames = Vec::new();
        for (request, about) in self.calls.requests() {
            self.requests = self.requests.saturating_add(1);
            if about != About::Nothing {
                self.asked.insert(self.requests, about);
            }
            frames.push(request.frame(self.requests));
        }
        frames
    }

    fn tell(&mut self) {
        self.tell_phones();
        self.ears
            .going_on
            .store(self.calls.count(), Ordering::Relaxed);
        for answered in self.calls.answered_before() {
            let _ = self.ears.answered_before.send(answered);
        }
        let (said, taped) = (self.calls.said(), self.calls.tapes_said());
        let (talks, news) = (self.calls.talks(), self.calls.news_of_callers());
        let attendances = self.calls.attendances();
        let is_quiet = said.is_empty() && taped.is_empty() && talks.is_empty() && news.is_empty();
        if is_quiet && attendances.is_empty() {
            return;
        }
        for news in news {
            let _ = self.ears.callers.send(news);
        }
        if let Ok(mut meters) = self.ears.meters.lock() {
            meters.clone_from(self.calls.meters());
        }
        // Nobody listens any more where the program ends.
        for taped in taped {
            let _ = self.ears.taped.send(taped);
        }
        for said in said {
            let _ = self.ears.said.send(said);
        }
        for talk in talks {
            let _ = self.ears.talks.send(talk);
        }
        for attendance in attendances {
            let _ = self.ears.attendances.send(attendance);
        }
        (self.ears.nudge)();
    }

    fn tell_phones(&self) {
        let told = self.ears.registered.as_ref().zip(self.calls.registered());
        if let Some((registered, now)) = told
            && let Ok(mut registered) = registered.lock()
            && *registered != *now
        {
            registered.clone_from(now);
        }
    }

    fn obey(&mut self, job: Job) {
        let now = Instant::now();
        match job {
            Job::Order(dial) => self.calls.order(dial, now),
            Job::HangUp(line) => self.calls.hang_up(line, now),
            Job::Receive(order) => self.calls.receive(order, now),
            Job::PutDown(agent) => self.calls.let_go(agent, now),
            Job::GiveAway(agent) => self.calls.give_away(agent, now),
            Job::Renewed(agent) => self.calls.phone_renewed(agent, now),
            Job::Tape(line, act) => self.calls.tape(line, act, now),
            Job::During(agent, wish, phone) => {
                self.calls.during(agent, &wish, phone.as_ref(), now);
            }
            Job::CannotReach(agent, whom) => self.calls.cannot_reach(agent, whom),
            Job::CannotAttend(wanted) => self.calls.cannot_attend(wanted),
            Job::Close => {
                self.closing.get_or_insert(now + CLOSE_WITHIN);
                self.calls.hang_up_all(now);
            }
        }
    }

    /// Whether it was asked to end, and every call has ended or had its time.
    fn is_closed(&self) -> bool {
        let over = |until: Instant| self.calls.is_idle() || until <= Instant::now();
        self.closing.is_some_and(over)
    }

    /// The connection is gone: nothing asked for will be answered.
    fn deaf(&mut self) {
        self.asked.clear();
        self.calls.disconnected(Instant::now());
        self.ears.is_connected.store(false, Ordering::Relaxed);
        (self.ears.nudge)();
    }

    /// Waits while there is no connection: orders come back. None when the program ends.
    async fn wait(&mut self, at_most: Duration) -> Option<()> {
        let until = tokio::time::Instant::now() + at_most;
        loop {
            // What cannot be said now is found out when the connection is back.
            self.calls.requests();
            self.calls.give_up(Instant::now());
            self.tell();
            tokio::select! {
                job = self.jobs.recv() => match job {
                    None | Some(Job::Close) => return None,
                    Some(job) => self.obey(job),
                },
                () = tokio::time::sleep_until(until) => return Some(()),
            }
        }
    }
}
