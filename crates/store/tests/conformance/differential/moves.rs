//! The next move of a history: drawn by lot, mostly one that makes sense.

use super::house::{AGENTS, CAMPAIGNS, LINKS};
use super::oracle::Oracle;
use engine::catalogue::Extent;
use engine::{
    Actor, AgentCommand, AgentId, CallbackChoice, Cause, Code, Command, Contact, ContactId,
    ContactKind, Event, Facts, ListId, Number, Outcome, Phase, Presence, Report, Roster, Slot,
    Trigger, Zone, chance,
};
use jiff::{SignedDuration, Timestamp};
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
}

impl Moves {
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            drawn: 0,
            begun: 0,
        }
    }

    fn pick(&mut self, choices: usize) -> usize {
        self.drawn += 1;
        chance::pick(self.seed, self.drawn, choices)
    }

    fn one_in(&mut self, choices: usize) -> bool {
        self.pick(choices) == 0
    }

    fn one_of<T: Clone>(&mut self, some: &[T]) -> T {
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
        if let Some(needed) = self.needed(oracle) {
            return needed;
        }
        match self.pick(100) {
            0..=7 => self.pass(),
            8..=19 => Move::Offer(self.agent()),
            20 => Move::Peek(self.agent()),
            21..=23 => self.ask(oracle),
            24 if self.one_in(2) => self.suppress(oracle),
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
    fn needed(&mut self, oracle: &Oracle) -> Option<Move> {
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

    fn agent(&mut self) -> AgentId {
        AgentId(self.pick(AGENTS as usize) as i64 + 1)
    }

    fn pass(&mut self) -> Move {
        let minutes = match self.pick(10) {
            0..=6 => self.pick(12) + 1,
            7..=8 => self.pick(90) + 1,
            _ => self.pick(9 * 60) + 1,
        };
        Move::Pass(SignedDuration::from_mins(minutes as i64))
    }

    /// Numbers are shared by some contacts, so that they get in each other's way; later
    /// imports bring others, since many of the first will be suppressed by then.
    fn import(&mut self, list: ListId, count: usize) -> Move {
        let from = 49_302_312_5000 + self.begun / 200 * 20;
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

    fn ask(&mut self, oracle: &Oracle) -> Move {
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

    fn suppress(&mut self, oracle: &Oracle) -> Move {
        let numbers = oracle.numbers();
        let (extent, scope) = match self.pick(3) {
            0 => (Extent::Everywhere, 0),
            _ => (Extent::Campaign, self.pick(CAMPAIGNS.len()) as i64 + 1),
        };
        let until = SignedDuration::from_hours(self.pick(48) as i64);
        let new = Suppression {
            number: self.one_of(&numbers),
            extent,
            scope,
            source: self.one_of(&["register", "client"]).to_owned(),
            reason: "asked".to_owned(),
            added_at: oracle.now,
            until_at: (!self.one_in(4)).then(|| oracle.now + until),
        };
        Move::Suppress(new, self.one_in(2))
    }

    fn campaign_or_link(&mut self) -> Move {
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
    fn contact(&mut self, oracle: &Oracle, in_hand: bool) -> (ListId, ContactId) {
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

    fn event(&mut self, oracle: &Oracle) -> Move {
        let for_hands = self.pick(100) < 80;
        let (list, id) = self.contact(oracle, for_hands);
        let contact = oracle.contact(list, id);
        let event = match for_hands && !self.one_in(12) {
            true => self.in_hand(oracle.now, contact),
            false => self.at_rest(oracle.now),
        };
        let event_id = self.one_in(12).then(|| format!("event {}", self.pick(400)));
        let entry = match event {
            Event::Report(report) => Entry::report(list, id, Actor::Line, report),
            Event::Command(command) => Entry::command(list, id, Actor::System, command),
        };
        Move::Record(Box::new(Entry { event_id, ..entry }))
    }

    fn in_hand(&mut self, now: Timestamp, contact: Option<&Contact>) -> Event {
        let last = contact.map_or(0, |contact| contact.dials);
        let attempt = if self.one_in(8) {
            self.pick(6) as u32
        } else {
            last
        };
        let outcome = self.one_of(&Outcome::ALL);
        let cause = Cause {
            sip: Some(480),
            ..Cause::default()
        };
        let report = match self.what_follows(contact) {
            0..=17 => {
                let slot = Slot(if self.one_in(2) {
                    self.pick(4) as u8
                } else {
                    0
                });
                return Event::Command(Command::Dial {
                    slot,
                    facts: Facts::default(),
                });
            }
            18..=29 => return Event::Command(self.dispose(now)),
            30..=32 => return Event::Command(Command::Conclude),
            33..=34 => return Event::Command(Command::Release),
            35..=37 => Report::Ringing { attempt },
            38..=45 => Report::Answered { attempt },
            46..=54 => Report::Ended {
                attempt,
                outcome,
                cause,
            },
            55 => Report::NotPlaced { attempt },
            56..=57 => Report::LeaseExpired,
            _ => Report::WrapUpExpired,
        };
        Event::Report(report)
    }

    /// Mostly what the phase of the handling asks for, in the figures of `in_hand`.
    fn what_follows(&mut self, contact: Option<&Contact>) -> usize {
        let hand = contact.and_then(|contact| contact.hand.as_ref());
        let sensible = match hand.map(engine::Handling::phase) {
            Some(Phase::Reserved) => 0..19,
            Some(Phase::Dialling) => 35..56,
            Some(Phase::Talking) => 46..55,
            Some(Phase::WrapUp) => 12..33,
            None => 0..60,
        };
        match self.one_in(6) {
            true => self.pick(60),
            false => sensible.start + self.pick(sensible.len()),
        }
    }

    fn dispose(&mut self, now: Timestamp) -> Command {
        let choice = CallbackChoice {
            at: self.one_in(2).then(|| self.soon(now)),
            owner: self.one_in(3).then(|| self.agent()),
            slot: self.one_in(3).then(|| Slot(self.pick(3) as u8)),
            roster: None,
        };
        let callback = (!self.one_in(3)).then_some(choice);
        Command::Dispose {
            code: self.code(),
            callback,
        }
    }

    fn soon(&mut self, now: Timestamp) -> Timestamp {
        now + SignedDuration::from_hours(self.pick(90) as i64 - 6)
    }

    fn code(&mut self) -> Code {
        let usual = [
            "120",
            "130",
            "140",
            "150",
            "160",
            "200",
            "310",
            "300",
            "201",
            "210",
            "211",
            "230",
            "300",
            "310",
            "310",
            "320",
            "320",
            "330",
            "410",
            "431",
            "500",
            "510",
            "611",
            "612",
            "612",
            "612",
            "612",
            "613",
            "613",
            "700",
            "785",
            "900",
            "900",
            "000",
            "065",
            "098",
            "no such code",
        ];
        Code::new(self.one_of(&usual))
    }

    fn at_rest(&mut self, now: Timestamp) -> Event {
        let due = self.soon(now);
        let command = match self.pick(24) {
            0..=4 => Command::Claim {
                agent: self.agent(),
                facts: Facts::default(),
            },
            5..=8 => Command::Set {
                code: self.code(),
                reset: self.one_in(3),
                due: self.one_in(2).then_some(due),
            },
            9..=11 => Command::Assign {
                owner: (!self.one_in(4)).then(|| self.agent()),
            },
            12..=13 => Command::SetRoster {
                change: self.one_in(2).then(|| {
                    Roster::parse(self.one_of(&["mo-fr 14:00-", "tu-sa -12:00"])).unwrap()
                }),
            },
            14..=16 => Command::Resume { due },
            17..=19 => {
                return Event::Report(Report::Released {
                    owner_out: self.one_in(2),
                });
            }
            20 => {
                return Event::Report(Report::Suppressed {
                    source: "a report".to_owned(),
                });
            }
            21..=22 => {
                let trigger = self.one_of(&Trigger::all());
                return Event::Report(Report::Triggered { trigger });
            }
            _ => return Event::Report(Report::LeaseExpired),
        };
        Event::Command(command)
    }
}
