//! The next move of a history: drawn by lot, mostly one that makes sense.

use super::house::{AGENTS, CAMPAIGNS, LINKS};
use super::oracle::Oracle;
use super::suppressions::ADVERTISER;
use engine::catalogue::Extent;
use engine::{
    Actor, AgentCommand, AgentId, ContactId, ContactKind, ListId, Number, Presence, Report,
    Trigger, Zone, chance,
};
use jiff::SignedDuration;
use store::{CampaignState, Entry, NewContact, Suppression};

#[derive(Debug, Clone)]
pub enum Move {
    Pass(SignedDuration),
    Import {
        list: ListId,
        rows: Vec<NewContact>,
        live: bool,
    },
    Undo(i64),
    Record(Box<Entry>),
    Offer(AgentId),
    Peek(AgentId),
    Ask(AgentId, AgentCommand),
    /// Whether open contacts are closed at once.
    Suppress(Suppression, bool),
    Campaign(usize, CampaignState, bool),
    Link(usize, bool),
}

pub struct Moves {
    seed: u64,
    drawn: u64,
    begun: u64,
    pub disposed: Option<(ListId, ContactId, AgentId)>,
}

impl Moves {
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            drawn: 0,
            begun: 0,
            disposed: None,
        }
    }

    pub fn pick(&mut self, choices: usize) -> usize {
        self.drawn += 1;
        chance::pick(self.seed, self.drawn, choices)
    }

    pub fn one_in(&mut self, choices: usize) -> bool {
        self.pick(choices) == 0
    }

    pub fn one_of<T: Clone>(&mut self, some: &[T]) -> T {
        let index = self.pick(some.len());
        some[index].clone()
    }

    pub fn next(&mut self, oracle: &Oracle) -> Move {
        self.begun += 1;
        // Everybody begins ready, with something to call in each list.
        match self.begun {
            1..=3 => return self.import(ListId(self.begun as i64), 16),
            4..=9 => {
                let commands = [AgentCommand::LogIn, AgentCommand::Ready];
                let agent = (self.begun as i64 - 4) / 2 + 1;
                return Move::Ask(AgentId(agent), commands[self.begun as usize % 2].clone());
            }
            _ => {}
        }
        if let Some(undo) = self.taking_back() {
            return undo;
        }
        if let Some(needed) = self.needed(oracle) {
            return needed;
        }
        match self.pick(100) {
            0..=7 => self.pass(),
            8..=19 => Move::Offer(self.agent()),
            20 => Move::Peek(self.agent()),
            21..=23 => self.ask(oracle),
            24 => self.suppress(oracle),
            25 => {
                let list = ListId(self.pick(3) as i64 + 1);
                let count = self.pick(6) + 1;
                self.import(list, count)
            }
            26 if self.one_in(3) => Move::Undo(self.pick(oracle.imports() + 1) as i64 + 1),
            27 if self.one_in(4) => self.campaign_or_link(),
            _ => self.event(oracle),
        }
    }

    /// What keeps the house busy, mostly: nights pass, agents come back, lists are filled up,
    /// and somebody has a contact in hand.
    pub fn needed(&mut self, oracle: &Oracle) -> Option<Move> {
        if self.one_in(4) {
            return None;
        }
        let agent = self.agent();
        let there = &oracle.agents[&agent];
        if !oracle.is_open() {
            return Some(Move::Pass(SignedDuration::from_mins(150)));
        }
        if there.presence == Presence::Out {
            return Some(Move::Ask(agent, AgentCommand::LogIn));
        }
        if !there.is_ready() {
            return Some(Move::Ask(agent, AgentCommand::Ready));
        }
        if let Some((key, expired)) = oracle.expired().first().filter(|_| self.one_in(2)) {
            let report = self.one_of(&[expired.clone(), Report::LeaseExpired]);
            let entry = Entry::report(key.0, key.1, Actor::Keeper, report);
            return Some(Move::Record(Box::new(entry)));
        }
        if oracle.in_hand().len() > 1 || oracle.hand_of(agent).is_some() {
            return None;
        }
        Some(match (oracle.first(agent), self.pick(4)) {
            (Some(_), _) => Move::Offer(agent),
            (None, 0) => self.campaign_or_link(),
            (None, 1) => self.pass(),
            (None, _) => {
                let list = ListId(self.pick(3) as i64 + 1);
                self.import(list, 6)
            }
        })
    }

    pub fn agent(&mut self) -> AgentId {
        AgentId(self.pick(AGENTS as usize) as i64 + 1)
    }

    pub fn pass(&mut self) -> Move {
        let minutes = match self.pick(10) {
            0..=6 => self.pick(12) + 1,
            7..=8 => self.pick(90) + 1,
            _ => self.pick(9 * 60) + 1,
        };
        Move::Pass(SignedDuration::from_mins(minutes as i64))
    }

    /// Numbers are shared by some contacts, so that they get in each other's way; later
    /// imports bring others, since many of the first will be suppressed by then.
    pub fn import(&mut self, list: ListId, count: usize) -> Move {
        let from = 493_023_125_000 + self.begun / 200 * 20;
        let rows = (0..count).map(|n| {
            let numbers = (0..self.one_of(&[0, 1, 1, 1, 2, 3, 3]))
                .map(|_| Number::new(from + self.pick(20) as u64).unwrap())
                .collect();
            let arrivals = [
                Trigger::ImportInvalid,
                Trigger::ImportDuplicate,
                Trigger::Suppressed,
            ];
            NewContact {
                line: n as u64 + 2,
                key: None,
                dedupe: None,
                zone: Zone::new(self.one_of(&["Europe/Amsterdam", "Europe/Lisbon"])).unwrap(),
                kind: self.one_of(&[
                    ContactKind::Consumer,
                    ContactKind::Consumer,
                    ContactKind::Company,
                ]),
                arrival: self.one_in(8).then(|| self.one_of(&arrivals)),
                consent: None,
                numbers,
                fields: "{}".to_owned(),
            }
        });
        let rows = rows.collect();
        Move::Import {
            list,
            rows,
            live: self.begun < 10 || !self.one_in(6),
        }
    }

    pub fn ask(&mut self, oracle: &Oracle) -> Move {
        let command = match self.pick(12) {
            0 => AgentCommand::LogOut,
            1 => AgentCommand::Break {
                kind: "lunch".into(),
            },
            2..=3 => AgentCommand::LogIn,
            4..=8 => AgentCommand::Ready,
            9 => AgentCommand::LetGo,
            10 => AgentCommand::Want { contact: None },
            _ => AgentCommand::Want {
                contact: Some(self.contact(oracle, false).1),
            },
        };
        Move::Ask(self.agent(), command)
    }

    pub fn suppress(&mut self, oracle: &Oracle) -> Move {
        let numbers = oracle.numbers();
        let (extent, scope) = match self.pick(3) {
            0 => (Extent::Everywhere, 0),
            extent => match (extent, self.pick(CAMPAIGNS.len()) as i64 + 1) {
                (1, _) => (Extent::Advertiser, ADVERTISER),
                (_, campaign) => (Extent::Campaign, campaign),
            },
        };
        let until = SignedDuration::from_mins(self.pick(300) as i64);
        let new = Suppression {
            extent,
            scope,
            until_at: (!self.one_in(4)).then(|| oracle.now + until),
            ..Suppression::everywhere(
                self.one_of(&numbers),
                self.one_of(&["register", "client"]),
                oracle.now,
            )
        };
        Move::Suppress(new, self.one_in(2))
    }

    pub fn campaign_or_link(&mut self) -> Move {
        match self.one_in(2) {
            true => {
                let states = [
                    CampaignState::Running,
                    CampaignState::Running,
                    CampaignState::Paused,
                ];
                Move::Campaign(
                    self.pick(CAMPAIGNS.len()),
                    self.one_of(&states),
                    !self.one_in(3),
                )
            }
            false => Move::Link(self.pick(LINKS.len()), !self.one_in(3)),
        }
    }

    /// A contact that somebody has in hand, where the move asks for one; at times any, or none.
    pub fn contact(&mut self, oracle: &Oracle, in_hand: bool) -> (ListId, ContactId) {
        let held = oracle.in_hand();
        if in_hand && !held.is_empty() && !self.one_in(8) {
            return self.one_of(&held);
        }
        let (all, open, reserved) = (oracle.ids(), oracle.open_ones(), oracle.reserved());
        match self.pick(40) {
            0 => (ListId(1), ContactId(90_000)),
            1..=12 if !reserved.is_empty() => self.one_of(&reserved),
            13..=28 if !open.is_empty() => self.one_of(&open),
            _ => self.one_of(&all),
        }
    }
}
