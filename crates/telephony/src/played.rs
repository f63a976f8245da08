//! How talks on the simulated exchange stand: nobody is there to hear music, but whoever looks
//! sees the same as with a real one.

use crate::line::{Heard, LineId, Placed};
use crate::played_attending::Attending;
use engine::{
    AgentId, Attendance, Attends, Gone, Listening, NotThere, Other, OtherStage, Report, Talk, Whom,
    Wish,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct PlayedTalks {
    /// Who is kept for whoever answers.
    kept: BTreeMap<LineId, AgentId>,
    talks: BTreeMap<AgentId, (LineId, Talk)>,
    moved: BTreeSet<AgentId>,
    attending: Attending,
    /// When somebody who is called picks up, or does not.
    due: BTreeMap<AgentId, Timestamp>,
}

/// A colleague is there at once; a number outside rings for a moment. Ours.
const RINGS: SignedDuration = SignedDuration::from_secs(2);

impl PlayedTalks {
    /// A call was placed for an agent.
    pub fn keep(&mut self, placed: &Placed, agent: Option<AgentId>) {
        if let Some(agent) = agent {
            self.own_call_comes(agent);
        }
        self.kept.extend(agent.map(|agent| (placed.line, agent)));
    }

    /// An agent has taken a call: she talks.
    pub fn takes(&mut self, placed: &Placed, agent: AgentId) {
        self.own_call_comes(agent);
        self.kept.insert(placed.line, agent);
        self.talks.insert(agent, (placed.line, Talk::default()));
    }

    /// Takes in what the lines said.
    pub fn hear(&mut self, heard: &Heard) {
        let line = heard.placed.line;
        match heard.report {
            Report::Answered { .. } => {
                if let Some(agent) = self.kept.get(&line) {
                    self.talks.insert(*agent, (line, Talk::default()));
                }
            }
            Report::Ended { .. } | Report::NotPlaced { .. } => self.end(line),
            _ => {}
        }
    }

    fn end(&mut self, line: LineId) {
        self.kept.remove(&line);
        let over = self.talks.extract_if(.., |_, (there, _)| *there == line);
        for (agent, (_, talk)) in over {
            self.due.remove(&agent);
            self.attending.talk_ends(agent);
            self.moved.insert(agent);
            self.moved.extend(colleague(&talk));
        }
    }

    /// Something is asked of the talk an agent has; without a talk nothing comes of it. Gives the
    /// line that goes on without the agent.
    pub fn during(&mut self, agent: AgentId, wish: &Wish, now: Timestamp) -> Option<LineId> {
        if let Wish::Listen { user, own, mode } = wish {
            self.listen(agent, (*user, *own), *mode, now);
            return None;
        }
        if let Wish::Call {
            whom: Whom::Colleague(colleague),
            ..
        } = wish
        {
            self.own_call_comes(*colleague);
        }
        let (line, talk) = self.talks.get_mut(&agent)?;
        let line = *line;
        self.moved.insert(agent);
        self.moved.extend(colleague(talk));
        match wish {
            Wish::Hold | Wish::Resume if talk.other.is_some() => {}
            Wish::Hold => talk.held_since = talk.held_since.or(Some(now)),
            Wish::Resume => talk.held_since = None,
            Wish::Mute => talk.is_muted = true,
            Wish::Unmute => talk.is_muted = false,
            Wish::Press(keys) if talk.held_since.is_none() => talk.press(keys),
            Wish::Press(_) => {}
            Wish::Call { .. } if talk.other.is_some() => {}
            Wish::Call { whom, blind } => {
                call(talk, *whom, *blind, now);
                self.due.insert(agent, answers_at(*whom, now));
            }
            Wish::Together => together(talk),
            Wish::TakeBack(why) => {
                let whom = talk.other.map(|other| other.whom);
                back(talk, whom.zip(*why));
                self.due.remove(&agent);
            }
            Wish::PutThrough => return self.put_through(agent, line),
            Wish::Listen { .. } => {}
        }
        None
    }

    fn put_through(&mut self, agent: AgentId, line: LineId) -> Option<LineId> {
        let (_, talk) = self.talks.get(&agent)?;
        let other = talk
            .other
            .filter(|other| other.stage != OtherStage::Rings)?;
        match other.whom {
            Whom::Colleague(colleague) => {
                self.talks.remove(&agent);
                self.attending.talk_ends(agent);
                self.kept.insert(line, colleague);
                self.talks.insert(colleague, (line, Talk::default()));
                None
            }
            Whom::Outside(_) => Some(line),
        }
    }

    /// Whoever was called picks up by now, or does not.
    pub fn step(&mut self, now: Timestamp) {
        let due = self.due.extract_if(.., |_, at| *at <= now);
        let due: Vec<AgentId> = due.map(|(agent, _)| agent).collect();
        for agent in due {
            if let Some((_, talk)) = self.talks.get_mut(&agent) {
                answer(talk);
                self.moved.insert(agent);
                self.moved.extend(colleague(talk));
            }
        }
    }

    /// The lines on which somebody from outside is in the talk.
    pub fn outsiders(&self) -> BTreeSet<LineId> {
        let talks = self.talks.values();
        let with = talks.filter(|(_, talk)| talk.has_outsider());
        with.map(|(line, _)| *line).collect()
    }

    pub fn next_due(&self) -> Option<Timestamp> {
        self.due.values().min().copied()
    }

    /// A supervisor comes to the talk, in this way, or leaves it.
    fn listen(
        &mut self,
        agent: AgentId,
        (user, own): (i64, Option<AgentId>),
        mode: Option<Listening>,
        now: Timestamp,
    ) {
        let Some(mode) = mode else {
            self.moved.extend(self.attending.ends(user, NotThere::Left));
            return;
        };
        let wanted = Attendance {
            user,
            own,
            agent,
            mode,
            stage: Attends::Asked,
        };
        let has_own_call = |own: AgentId| {
            let is_asked = self.talk_of(own).is_some();
            is_asked || self.kept.values().any(|kept| *kept == own)
        };
        let moved = match self.talks.contains_key(&agent) {
            false => self.attending.never_comes(wanted, NotThere::NoTalk),
            true if own.is_some_and(has_own_call) => {
                self.attending.never_comes(wanted, NotThere::OwnCall)
            }
            true => self.attending.comes(wanted, now),
        };
        self.moved.extend(moved);
    }

    /// A call of her own goes before one she listens to.
    fn own_call_comes(&mut self, agent: AgentId) {
        self.moved.extend(self.attending.own_call_comes(agent));
    }

    /// How far supervisors have come who want to be at talks.
    pub fn attendances(&mut self) -> Vec<Attendance> {
        self.attending.told()
    }

    /// How the talks stand that have moved; none where there is no talk any more.
    pub fn moved(&mut self) -> Vec<(AgentId, Option<Talk>)> {
        let moved = std::mem::take(&mut self.moved).into_iter();
        moved.map(|agent| (agent, self.talk_of(agent))).collect()
    }

    fn talk_of(&self, agent: AgentId) -> Option<Talk> {
        if let Some((_, talk)) = self.talks.get(&agent) {
            return Some(Talk {
                listeners: self.attending.listeners(agent),
                ..talk.clone()
            });
        }
        let mut talks = self.talks.iter();
        let (asks, _) = talks.find(|(_, (_, talk))| colleague(talk) == Some(agent))?;
        Some(Talk {
            asked_by: Some(*asks),
            ..Talk::default()
        })
    }
}

fn call(talk: &mut Talk, whom: Whom, blind: bool, now: Timestamp) {
    talk.held_since = talk.held_since.or(Some(now));
    talk.news = None;
    let stage = OtherStage::Rings;
    talk.other = Some(Other { whom, stage, blind });
}

fn answers_at(whom: Whom, now: Timestamp) -> Timestamp {
    match whom {
        Whom::Colleague(_) => now,
        Whom::Outside(_) => now.checked_add(RINGS).unwrap_or(now),
    }
}

fn together(talk: &mut Talk) {
    if let Some(other) = &mut talk.other
        && other.stage == OtherStage::Asked
    {
        other.stage = OtherStage::Together;
        talk.held_since = None;
    }
}

fn back(talk: &mut Talk, news: Option<(Whom, Gone)>) {
    if talk.other.take().is_some() {
        talk.held_since = None;
        talk.news = news;
    }
}

/// A number outside that ends in 120 is busy, one that ends in 130 lets it ring.
fn answer(talk: &mut Talk) {
    let Some(other) = &mut talk.other else {
        return;
    };
    let whom = other.whom;
    let refuses = match whom {
        Whom::Outside(number) if number.digits() % 1_000 == 120 => Some(Gone::Busy),
        Whom::Outside(number) if number.digits() % 1_000 == 130 => Some(Gone::NoAnswer),
        _ => None,
    };
    match refuses {
        Some(why) => back(talk, Some((whom, why))),
        None => other.stage = OtherStage::Asked,
    }
}

fn colleague(talk: &Talk) -> Option<AgentId> {
    match talk.other?.whom {
        Whom::Colleague(agent) => Some(agent),
        Whom::Outside(_) => None,
    }
}
