//! Supervisors at talks on the simulated exchange: whoever asks is there at once, unless a call of her
//! own goes on.

use engine::{AgentId, Attendance, Attends, Listener, NotThere};
use jiff::Timestamp;
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Attending {
    /// Who is where, by her user's id, and since when.
    there: BTreeMap<i64, (Attendance, Timestamp)>,
    told: Vec<Attendance>,
}

impl Attending {
    /// Gives the agents whose talks stand otherwise now, as everything here does.
    pub fn comes(&mut self, wanted: Attendance, now: Timestamp) -> Vec<AgentId> {
        let there = Attendance {
            stage: Attends::There,
            ..wanted
        };
        let before = self.there.get(&wanted.user).map(|(before, _)| *before);
        if before == Some(there) {
            return Vec::new();
        }
        let elsewhere = before.is_some_and(|before| before.agent != wanted.agent);
        let mut moved = vec![wanted.agent];
        if elsewhere {
            moved.extend(self.ends(wanted.user, NotThere::Left));
        }
        self.there.insert(wanted.user, (there, now));
        self.told.push(there);
        moved
    }

    pub fn never_comes(&mut self, wanted: Attendance, why: NotThere) -> Vec<AgentId> {
        let stage = Attends::Over(why);
        self.told.push(Attendance { stage, ..wanted });
        Vec::new()
    }

    pub fn ends(&mut self, user: i64, why: NotThere) -> Vec<AgentId> {
        let over = self.there.remove(&user).map(|(there, _)| Attendance {
            stage: Attends::Over(why),
            ..there
        });
        self.told.extend(over);
        over.map(|over| over.agent).into_iter().collect()
    }

    pub fn talk_ends(&mut self, agent: AgentId) {
        self.end_all(NotThere::TalkOver, |there| there.agent == agent);
    }

    pub fn own_call_comes(&mut self, agent: AgentId) -> Vec<AgentId> {
        self.end_all(NotThere::OwnCall, |there| there.own == Some(agent))
    }

    fn end_all(&mut self, why: NotThere, of: impl Fn(&Attendance) -> bool) -> Vec<AgentId> {
        let all = self.there.values().filter(|(there, _)| of(there));
        let users: Vec<i64> = all.map(|(there, _)| there.user).collect();
        let ends = users.into_iter().map(|user| self.ends(user, why));
        ends.flatten().collect()
    }

    pub fn listeners(&self, agent: AgentId) -> Vec<Listener> {
        let all = self
            .there
            .values()
            .filter(|(there, _)| there.agent == agent);
        all.map(|(there, since)| Listener {
            user: there.user,
            mode: there.mode,
            since: *since,
        })
        .collect()
    }

    pub fn told(&mut self) -> Vec<Attendance> {
        std::mem::take(&mut self.told)
    }
}
