//! All calls on one Asterisk, as a machine without input or output: frames and orders go in,
//! requests and reports come out.
//!
//! A call is made in two steps: a channel of ours first, then the dial on it. So nothing is
//! dialled that could be answered while its channel is in nobody's hands.

use super::call::{After, Call, Dial, Said, Stage};
use super::course::{EndedBy, Tone};
use super::frame::{Answer, Dial as DialStatus, End, Frame, State};
use super::phones::Handset;
use super::request::Request;
use super::settings::Settings;
use crate::line::LineId;
use engine::{AgentId, Report};
use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

#[derive(Debug)]
pub struct Calls {
    pub(super) settings: Settings,
    /// Begins every id of this program's run. Ids have one length: Asterisk takes one that
    /// begins like another for the same.
    run: String,
    ids: u64,
    pub(super) calls: BTreeMap<LineId, Call>,
    pub(super) phones: BTreeMap<AgentId, Handset>,
    pub(super) channels: HashMap<String, Whose>,
    requests: Vec<(Request, About)>,
    said: Vec<Said>,
    /// Since when nothing was heard of Asterisk.
    pub(super) deaf_since: Option<Instant>,
    /// When it is asked next what is there.
    pub(super) stock_at: Instant,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Call(LineId),
    Phone(AgentId),
}

/// What a request was about, for whoever reads the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A channel for a call.
    Channel(LineId),
    Dial(LineId),
    Phone(AgentId),
    /// Something to be heard. Where it cannot be played, nobody is left in silence.
    Playback(LineId),
    /// What is there after the connection was lost, as asked at this instant.
    Inventory(Instant),
    /// Bridges that nobody needs any more.
    Bridges,
    Nothing,
}

/// A channel that was asked for is there within this time, or never.
const CHANNEL_WITHIN: Duration = Duration::from_secs(5);
/// How long a phone of ours rings.
pub(super) const PHONE_RINGS: u64 = 20;

impl Calls {
    /// `run` must be new each time the program starts, and always of one length.
    pub fn new(settings: Settings, run: &str, now: Instant) -> Self {
        Self {
            run: format!("{}-{run}", settings.app),
            settings,
            ids: 0,
            calls: BTreeMap::new(),
            phones: BTreeMap::new(),
            channels: HashMap::new(),
            requests: Vec::new(),
            said: Vec::new(),
            deaf_since: Some(now),
            stock_at: now,
        }
    }

    /// What has to be asked of Asterisk, oldest first.
    pub fn requests(&mut self) -> Vec<(Request, About)> {
        std::mem::take(&mut self.requests)
    }

    /// What the lines have said, oldest first.
    pub fn said(&mut self) -> Vec<Said> {
        std::mem::take(&mut self.said)
    }

    /// Takes an order. The agent's phone is picked up first, where there is one.
    pub fn order(&mut self, dial: Dial, now: Instant) {
        let line = dial.placed.line;
        if self.deaf_since.is_some() {
            let (placed, attempt) = (dial.placed, dial.placed.attempt);
            let report = Report::NotPlaced { attempt };
            self.said.push(Said {
                placed,
                report,
                at: now,
            });
            return;
        }
        let channel = self.new_id();
        self.channels.insert(channel.clone(), Whose::Call(line));
        let phone = dial.phone.clone();
        let call = Call {
            dial,
            channel,
            stage: Stage::AwaitsPhone,
            course: Default::default(),
            since: now,
        };
        self.calls.insert(line, call);
        match phone {
            Some(phone) if !self.has_in_hand(&phone) => self.ring(&phone),
            _ => self.make(line, now),
        }
    }

    /// Ends a call, however far it is. Whoever was spoken to may hear the menu first.
    pub fn hang_up(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        match call.stage {
            Stage::AwaitsPhone => self.not_placed(line, now),
            Stage::Talking if call.dial.menu => {
                self.end(line, End::default(), now);
                self.menu_follows(line, now);
            }
            Stage::Asked | Stage::Dialled | Stage::Talking => {
                call.course.ended_by = EndedBy::Us;
                self.drop_channel(line);
            }
            Stage::Told(_) => self.drop_channel(line),
        }
    }

    /// Ends every call, and lets every phone go.
    pub fn hang_up_all(&mut self, now: Instant) {
        for line in self.lines(|_| true) {
            if let Some(call) = self.calls.get_mut(&line) {
                call.dial.menu = false;
            }
            self.hang_up(line, now);
        }
        let agents: Vec<AgentId> = self.phones.keys().copied().collect();
        for agent in agents {
            self.put_down(agent);
        }
    }

    pub fn is_idle(&self) -> bool {
        self.calls.is_empty()
    }

    /// What Asterisk says of its own accord.
    pub fn hear(&mut self, frame: Frame, now: Instant) {
        match frame {
            Frame::Started { channel, args } => self.started(&channel, &args, now),
            Frame::State { channel, state } => self.state(&channel, state, now),
            Frame::Dial { channel, status } => self.dialling(&channel, status),
            Frame::HangupRequested { channel, soft } => self.hangup_requested(&channel, soft),
            Frame::Destroyed { channel, end } => self.destroyed(&channel, end, now),
            Frame::Pressed { channel, key } => self.pressed(&channel, key, now),
            Frame::Played { playback } => self.played(&playback, now),
            Frame::Replaced | Frame::Answer(_) | Frame::Other => {}
        }
    }

    /// What it answers to a request.
    pub fn answered(&mut self, about: About, answer: &Answer, now: Instant) {
        match about {
            About::Channel(line) | About::Dial(line) if !answer.is_good() => {
                self.not_dialled(line, now);
            }
            About::Playback(line) if !answer.is_good() => self.drop_channel(line),
            About::Phone(agent) if !answer.is_good() => self.phone_gone(agent, now),
            About::Inventory(asked_at) if answer.is_good() => {
                self.take_stock(&answer.body, asked_at, now);
            }
            About::Bridges if answer.is_good() => self.clear_bridges(&answer.body),
            _ => {}
        }
    }

    /// Does what is due at this moment.
    pub fn tick(&mut self, now: Instant) {
        let late = |call: &Call| match call.stage {
            Stage::AwaitsPhone => call.dial.good_until <= now,
            Stage::Asked => call.since + CHANNEL_WITHIN <= now,
            _ => false,
        };
        for line in self.lines(late) {
            self.not_dialled(line, now);
        }
        self.after_due(now);
        self.check_stock(now);
    }

    /// A channel is ours, or is ours again with what a detector of the dialplan found.
    fn started(&mut self, channel: &str, args: &[String], now: Instant) {
        let found = match args {
            [by, what, ..] if by == "tone" => Tone::of(what),
            _ => None,
        };
        match self.channels.get(channel).copied() {
            Some(Whose::Call(line)) => match found {
                Some(tone) => self.heard_tone(line, tone),
                None => self.dial(line, now),
            },
            Some(Whose::Phone(agent)) => self.phone_up(agent, now),
            // Nobody here knows it: a call from outside, or one of an earlier run.
            None => self.ask(Request::hang_up(channel), About::Nothing),
        }
    }

    pub(super) fn state(&mut self, channel: &str, state: State, now: Instant) {
        let Some(call) = self.call_on(channel) else {
            return;
        };
        let attempt = call.attempt();
        let line = call.dial.placed.line;
        match state {
            State::Ringing if !call.course.rang => {
                call.course.rang = true;
                self.say(line, Report::Ringing { attempt }, now);
            }
            State::Up if !call.course.answered && call.stage == Stage::Dialled => {
                call.course.answered = true;
                if call.dial.phone.is_none() {
                    self.apologise(line, now);
                    return;
                }
                call.stage = Stage::Talking;
                let channel = call.channel.clone();
                self.connect(line);
                self.ask(Request::end_detection(&channel), About::Nothing);
                let detect = Request::detect_fax(&self.settings.app, &channel);
                self.ask(detect, About::Nothing);
                self.say(line, Report::Answered { attempt }, now);
            }
            _ => {}
        }
    }

    /// No person is there, and none will be.
    fn heard_tone(&mut self, line: LineId, tone: Tone) {
        if let Some(call) = self.calls.get_mut(&line).filter(|call| !call.is_told()) {
            call.course.tone = Some(tone);
            self.drop_channel(line);
        }
    }

    fn dialling(&mut self, channel: &str, status: DialStatus) {
        if let Some(call) = self.call_on(channel)
            && status == DialStatus::Progress
        {
            call.course.progressed = true;
        }
    }

    /// Asked for by our own side without our asking: its timer ran out.
    fn hangup_requested(&mut self, channel: &str, soft: bool) {
        if let Some(Whose::Phone(agent)) = self.channels.get(channel).copied() {
            if let Some(phone) = self.phones.get_mut(&agent) {
                phone.put_down |= !soft;
            }
            return;
        }
        let Some(call) = self.call_on(channel) else {
            return;
        };
        let course = &mut call.course;
        if !soft {
            course.far_end_hung_up = true;
        } else if course.ended_by == EndedBy::Others && !course.answered {
            course.ended_by = EndedBy::Timer;
        }
    }

    fn destroyed(&mut self, channel: &str, end: End, now: Instant) {
        match self.channels.get(channel).copied() {
            Some(Whose::Call(line)) => {
                let undialled = self.calls.get(&line).is_some_and(Call::is_undialled);
                if undialled {
                    self.not_placed(line, now);
                } else {
                    self.end(line, end, now);
                    self.forget(line);
                }
            }
            Some(Whose::Phone(agent)) => self.phone_gone(agent, now),
            None => {}
        }
    }

    /// A channel for the call; dialled once it is ours.
    pub(super) fn make(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        call.stage = Stage::Asked;
        call.since = now;
        let endpoint = self.settings.endpoint(call.dial.number);
        let request = Request::create(&self.settings.app, &call.channel, &endpoint);
        self.ask(request, About::Channel(line));
    }

    fn dial(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        if call.stage != Stage::Asked {
            return;
        }
        if call.dial.good_until < now {
            self.not_dialled(line, now);
            return;
        }
        call.stage = Stage::Dialled;
        let (channel, rings_for) = (call.channel.clone(), call.dial.rings_for);
        if let Some(shown) = call.dial.shown {
            // What the far end is shown is, to Asterisk, who it is connected to.
            let (name, number) = ("CONNECTEDLINE(num,i)", shown.to_string());
            self.ask(Request::set(&channel, name, &number), About::Nothing);
        }
        let detect = Request::detect_special_tone(&self.settings.app, &channel);
        self.ask(detect, About::Nothing);
        self.ask(Request::dial(&channel, rings_for), About::Dial(line));
    }

    /// The channel could not be had, or not be dialled on: nobody was called.
    pub(super) fn not_dialled(&mut self, line: LineId, now: Instant) {
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        // What rang or was answered was dialled, whatever the answer to the request says.
        let course = call.course;
        if call.is_told() || course.rang || course.answered || course.progressed {
            return;
        }
        if call.stage != Stage::AwaitsPhone {
            self.drop_channel(line);
        }
        self.not_placed(line, now);
    }

    pub(super) fn not_placed(&mut self, line: LineId, now: Instant) {
        if let Some(call) = self.calls.get(&line) {
            let attempt = call.attempt();
            self.say(line, Report::NotPlaced { attempt }, now);
            self.forget(line);
        }
    }

    /// Tells how it ended, once.
    pub(super) fn end(&mut self, line: LineId, end: End, now: Instant) {
        let Some(call) = self.calls.get(&line).filter(|call| !call.is_told()) else {
            return;
        };
        let report = Report::Ended {
            attempt: call.attempt(),
            outcome: call.course.outcome(end),
            cause: call.course.cause(end),
        };
        let agent = call.agent().filter(|_| call.stage == Stage::Talking);
        self.say(line, report, now);
        self.go_on_to(line, After::Nothing);
        if let Some(agent) = agent {
            self.part(agent, line);
        }
    }

    pub(super) fn drop_channel(&mut self, line: LineId) {
        if let Some(call) = self.calls.get(&line) {
            self.ask(Request::hang_up(&call.channel), About::Nothing);
        }
    }

    pub(super) fn forget(&mut self, line: LineId) {
        if let Some(call) = self.calls.remove(&line) {
            self.channels.remove(&call.channel);
        }
    }

    pub(super) fn say(&mut self, line: LineId, report: Report, at: Instant) {
        if let Some(call) = self.calls.get(&line) {
            let placed = call.dial.placed;
            self.said.push(Said { placed, report, at });
        }
    }

    pub(super) fn ask(&mut self, request: Request, about: About) {
        self.requests.push((request, about));
    }

    pub(super) fn call_on(&mut self, channel: &str) -> Option<&mut Call> {
        match self.channels.get(channel) {
            Some(Whose::Call(line)) => self.calls.get_mut(line),
            _ => None,
        }
    }

    pub(super) fn lines(&self, of: impl Fn(&Call) -> bool) -> Vec<LineId> {
        let of = self.calls.iter().filter(|(_, call)| of(call));
        of.map(|(line, _)| *line).collect()
    }

    pub(super) fn new_id(&mut self) -> String {
        self.ids = self.ids.saturating_add(1);
        format!("{}-{:010}", self.run, self.ids)
    }

    /// Whether an id was given by this program, in this run or an earlier one.
    pub(super) fn is_ours(&self, id: &str) -> bool {
        let of_app = id.strip_prefix(self.settings.app.as_str());
        of_app.is_some_and(|rest| rest.starts_with('-')) && id.len() == self.run.len() + 11
    }
}
