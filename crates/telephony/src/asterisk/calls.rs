//! All calls on one Asterisk, as a machine without input or output: frames and orders go in,
//! requests and reports come out.
//!
//! A call is made in two steps: a channel of ours first, then the dial on it. So nothing is
//! dialled that could be answered while its channel is in nobody's hands.

use super::call::{After, Call, Dial, Said, Stage};
use super::callers::{InCall, InSaid};
use super::course::EndedBy;
use super::ear::Ear;
use super::earlier::AnsweredBefore;
use super::frame::{Answer, End};
use super::phones::Handset;
use super::request::Request;
use super::settings::Settings;
use super::stock::Look;
use super::tape::{Tape, TapeSaid, TapeStep};
use crate::inbound::InLine;
use crate::line::LineId;
use engine::{AgentId, Attendance, Gone, NotThere, Report};
use meters::Meter;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::time::{Duration, Instant};

#[derive(Debug)]
pub struct Calls {
    pub(super) settings: Settings,
    /// Begins every id of this program's run. Ids have one length: Asterisk takes one that
    /// begins like another for the same.
    run: String,
    pub(super) ids: u64,
    pub(super) calls: BTreeMap<LineId, Call>,
    pub(super) phones: BTreeMap<AgentId, Handset>,
    pub(super) callers: BTreeMap<InLine, InCall>,
    pub(super) next_caller: u64,
    /// Channels on which somebody came, the newest last: nobody comes twice.
    pub(super) came: VecDeque<String>,
    pub(super) in_said: Vec<InSaid>,
    pub(super) answered_before: Vec<AnsweredBefore>,
    pub(super) channels: HashMap<String, Whose>,
    requests: Vec<(Request, About)>,
    said: Vec<Said>,
    pub(super) tapes: BTreeMap<LineId, Tape>,
    pub(super) tape_words: Vec<TapeSaid>,
    /// Whose talk stands otherwise than was told last.
    pub(super) moved: BTreeSet<AgentId>,
    pub(super) attendances: Vec<Attendance>,
    pub(super) meters: Meters,
    /// Since when nothing was heard of Asterisk.
    pub(super) deaf_since: Option<Instant>,
    /// When Asterisk was started, as it says itself.
    pub(super) asterisk_started: Option<String>,
    /// When it is asked next what is there.
    pub(super) stock_at: Instant,
    /// When it is asked next which phones are registered, where that is wanted.
    pub(super) phones_at: Option<Instant>,
    pub(super) registered: BTreeSet<String>,
    pub(super) looked: Option<Look>,
    /// What brings the sound of those that are listened to.
    pub(super) ears: BTreeMap<LineId, Ear>,
    pub(super) to_be_heard: Vec<(LineId, String)>,
}

/// How long calls take on their way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meters {
    /// From the dial to the first thing heard of it: ringing, an answer, an end.
    pub set_up: Meter,
    /// From an answer until both hear each other.
    pub bridged: Meter,
}

impl Meters {
    /// Takes in what was measured elsewhere.
    pub fn add(&mut self, other: &Self) {
        self.set_up.add(&other.set_up);
        self.bridged.add(&other.bridged);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Call(LineId),
    Phone(AgentId),
    /// A phone that was put down and is still to go.
    Leaving,
    /// It hears both sides of a call, or tells the far end that it will.
    Tape(LineId),
    /// Somebody who called in, until an agent takes the call.
    Caller(InLine),
    /// Somebody else's in the talk of this call.
    Third(LineId),
    /// A copy of an agent's sound, for whoever listens.
    Snoop(LineId),
    /// It brings the sound of a call that is listened to.
    Ear(LineId),
}

/// What a request was about, for whoever reads the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A channel for a call.
    Channel(LineId),
    /// The far end and its agent together.
    Join(Instant),
    Dial(LineId),
    Phone(AgentId),
    /// Something to be heard. Where it cannot be played, nobody is left in silence.
    Playback(LineId),
    /// Whether that is still played, where its end may have gone unheard.
    StillPlays(LineId),
    /// The same of what is said to a caller.
    StillSaid(InLine),
    /// When Asterisk was started.
    Start,
    /// What is there after the connection was lost, as asked at this instant.
    Inventory(Instant),
    /// The same, once in a while.
    Look(Instant),
    /// Bridges that nobody needs any more.
    Bridges,
    Nothing,
    Tape(LineId, TapeStep),
    /// Music for whoever is on hold.
    Music(LineId),
    /// Something a caller is to hear.
    Saying(InLine),
    /// A number outside that is called in the middle of a talk.
    Third(LineId),
    /// Which phones are registered.
    Phones,
    /// A copy of an agent's sound for whoever listens, and the turn it was asked for in.
    Copy(LineId, u64),
    /// Whoever listens and what she is to hear together.
    Attend(LineId, u64),
    /// The sound of a call.
    Ear(LineId),
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
            callers: BTreeMap::new(),
            next_caller: 0,
            came: VecDeque::new(),
            in_said: Vec::new(),
            answered_before: Vec::new(),
            channels: HashMap::new(),
            requests: Vec::new(),
            said: Vec::new(),
            tapes: BTreeMap::new(),
            tape_words: Vec::new(),
            moved: BTreeSet::new(),
            attendances: Vec::new(),
            meters: Meters::default(),
            deaf_since: Some(now),
            asterisk_started: None,
            stock_at: now,
            phones_at: None,
            registered: BTreeSet::new(),
            looked: None,
            ears: BTreeMap::new(),
            to_be_heard: Vec::new(),
        }
    }

    /// What has to be asked of Asterisk, oldest first.
    pub fn requests(&mut self) -> Vec<(Request, About)> {
        std::mem::take(&mut self.requests)
    }

    pub fn meters(&self) -> &Meters {
        &self.meters
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
        if let Some(phone) = &phone {
            self.own_call_comes(phone.agent);
        }
        let call = Call {
            dial,
            channel,
            stage: Stage::AwaitsPhone,
            course: Default::default(),
            since: now,
            fax_until: None,
            menu_since: None,
            dialled_at: None,
            standing: Default::default(),
            third: None,
            bridge: None,
            listeners: Vec::new(),
            came_in: false,
        };
        self.calls.insert(line, call);
        match phone {
            Some(phone) if !self.has_in_hand(&phone) => self.ring(&phone, now),
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
            // Whoever picked up has heard nobody.
            Stage::Listening { .. } => self.apologise(line, now),
            Stage::Talking if call.dial.menu => {
                self.end(line, End::default(), now);
                self.menu_follows(line, now);
            }
            Stage::Asked | Stage::Dialled | Stage::Talking => {
                call.course.ended_by = EndedBy::Us;
                self.drop_channel(line);
            }
            // It is not ours any more.
            Stage::Told(After::Elsewhere) => {}
            Stage::Told(_) => self.drop_channel(line),
        }
    }

    /// Ends every call, and lets every phone go.
    pub fn hang_up_all(&mut self, now: Instant) {
        for line in self.lines(|_| true) {
            if let Some(call) = self.calls.get_mut(&line) {
                call.dial.menu = false;
                if call.stage == Stage::Told(After::Elsewhere) {
                    call.stage = Stage::Told(After::Nothing);
                }
            }
            self.hang_up(line, now);
            // Nobody is there to see to it that it ends.
            self.drop_channel(line);
        }
        let agents: Vec<AgentId> = self.phones.keys().copied().collect();
        for agent in agents {
            self.put_down(agent, NotThere::TalkOver);
        }
        self.leave_callers();
    }

    /// Whether nothing is heard of Asterisk, or not yet what goes on there.
    pub fn is_deaf(&self) -> bool {
        self.deaf_since.is_some()
    }

    pub fn count(&self) -> usize {
        self.calls.len()
    }

    /// Whether nothing is left to be waited for.
    pub fn is_idle(&self) -> bool {
        let leaving = |whose: &Whose| *whose == Whose::Leaving;
        self.calls.is_empty() && !self.channels.values().any(leaving)
    }

    /// What it answers to a request.
    pub fn answered(&mut self, about: About, answer: &Answer, now: Instant) {
        match about {
            About::Channel(line) | About::Dial(line) if !answer.is_good() => {
                self.not_dialled(line, now);
            }
            About::Playback(line) if !answer.is_good() => self.drop_channel(line),
            About::StillPlays(line) if !answer.is_good() => self.played_unheard(line, now),
            About::StillSaid(line) if !answer.is_good() => self.said_unheard(line, now),
            About::Third(line) if !answer.is_good() => self.third_gone(line, Gone::Failed),
            About::Music(line) if !answer.is_good() => self.no_music(line),
            About::Saying(line) if !answer.is_good() => self.said_to(line, now),
            About::Join(answered_at) if answer.is_good() => {
                self.meters
                    .bridged
                    .note(now.saturating_duration_since(answered_at));
            }
            About::Phone(agent) if !answer.is_good() => {
                self.phone_gone(agent, NotThere::Unregistered, now);
            }
            About::Copy(..) | About::Attend(..) => {
                self.attend_answered(about, answer.is_good(), now);
            }
            About::Start if answer.is_good() => self.check_start(&answer.body, now),
            About::Inventory(asked_at) if answer.is_good() => {
                self.take_stock(&answer.body, asked_at, now);
            }
            About::Look(asked_at) if answer.is_good() => self.looked(&answer.body, asked_at, now),
            About::Bridges if answer.is_good() => self.clear_bridges(&answer.body),
            About::Phones if answer.is_good() => self.phones_told(&answer.body),
            About::Ear(line) => self.ear_answered(line, answer, now),
            About::Tape(line, step) => self.tape_answered(line, step, answer.is_good(), now),
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
        self.listened_too_long(now);
        self.end_fax_detection(now);
        self.thirds_due(now);
        self.phones_due(now);
        self.listeners_due(now);
        self.check_stock(now);
        self.look_for_phones(now);
    }

    pub(super) fn drop_channel(&mut self, line: LineId) {
        if let Some(call) = self.calls.get(&line) {
            self.ask(Request::hang_up(&call.channel), About::Nothing);
        }
    }

    pub(super) fn forget(&mut self, line: LineId) {
        self.close_ear(line);
        self.ring_no_more(line);
        if let Some(call) = self.calls.remove(&line) {
            self.channels.remove(&call.channel);
            self.clear_up(call.third.map(|third| third.channel), call.bridge);
        }
    }

    pub(super) fn say(&mut self, line: LineId, report: Report, at: Instant) {
        if let Some(call) = self.calls.get(&line) {
            let placed = call.dial.placed;
            self.said.push(Said { placed, report, at });
        }
    }

    pub(super) fn tell_said(&mut self, said: Said) {
        self.said.push(said);
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

    pub(super) fn is_of_this_run(&self, id: &str) -> bool {
        id.starts_with(&self.run)
    }

    /// Whether an id was given by this program, in this run or an earlier one.
    pub(super) fn is_ours(&self, id: &str) -> bool {
        let of_app = id.strip_prefix(self.settings.app.as_str());
        of_app.is_some_and(|rest| rest.starts_with('-')) && id.len() == self.run.len() + 11
    }
}
