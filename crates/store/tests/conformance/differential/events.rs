//! Events for the moves: what may happen to a contact in hand, and to one at rest.

use super::moves::{Move, Moves};
use super::oracle::Oracle;
use engine::{
    Actor, CallbackChoice, Cause, Code, Command, Contact, Event, Facts, Outcome, Phase, Report,
    Roster, Slot, Trigger,
};
use jiff::{SignedDuration, Timestamp};
use store::Entry;

impl Moves {
    pub fn event(&mut self, oracle: &Oracle) -> Move {
        let for_hands = self.pick(100) < 80;
        let (list, id) = self.contact(oracle, for_hands);
        let contact = oracle.contact(list, id);
        let event = match for_hands && !self.one_in(12) {
            true => self.in_hand(oracle.now, contact),
            false => self.at_rest(oracle.now),
        };
        // Only what an agent has disposed of herself can she take back.
        let hand = contact.and_then(|contact| contact.hand.as_ref());
        let disposes = matches!(
            event,
            Event::Command(Command::Dispose { .. } | Command::Conclude)
        );
        let actor = match hand.filter(|_| disposes) {
            Some(hand) => {
                self.disposed = Some((list, id, hand.agent));
                Actor::Agent(hand.agent)
            }
            None => Actor::System,
        };
        let event_id = self.one_in(12).then(|| format!("event {}", self.pick(400)));
        let entry = match event {
            Event::Report(report) => Entry::report(list, id, Actor::Line, report),
            Event::Command(command) => Entry::command(list, id, actor, command),
        };
        Move::Record(Box::new(Entry { event_id, ..entry }))
    }

    /// Whoever has just given a code takes it back, mostly at once.
    pub fn taking_back(&mut self) -> Option<Move> {
        let (list, id, agent) = self.disposed?;
        if self.one_in(3) {
            self.disposed = None;
        }
        if !self.one_in(3) {
            return None;
        }
        if self.one_in(4) {
            let meanwhile = Command::SetRoster { change: None };
            let entry = Entry::command(list, id, Actor::System, meanwhile);
            return Some(Move::Record(Box::new(entry)));
        }
        let agent = if self.one_in(8) { self.agent() } else { agent };
        let entry = Entry::command(list, id, Actor::Agent(agent), Command::Undo);
        Some(Move::Record(Box::new(entry)))
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
        let talks = contact.and_then(|contact| contact.hand.as_ref());
        let talks = talks.is_some_and(|hand| hand.phase() == Phase::Talking);
        if self.one_in(if talks { 12 } else { 150 }) {
            return Event::Command(Command::Pass { to: self.agent() });
        }
        let report = match self.what_follows(contact) {
            0..=17 => {
                let slot = Slot(if self.one_in(2) {
                    self.pick(4) as u8
                } else {
                    0
                });
                return Event::Command(Command::dial(slot, Facts::default()));
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
            ..CallbackChoice::default()
        };
        let mut callback = (!self.one_in(3)).then_some(choice);
        let code = self.code();
        if code.as_str() == "785" {
            let appointment = now.checked_add(SignedDuration::from_hours(48)).ok();
            callback.get_or_insert_default().appointment = appointment;
        }
        Command::Dispose { code, callback }
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
            "610",
            "612",
            "612",
            "612",
            "612",
            "712",
            "712",
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
        let command = match self.pick(32) {
            0..=4 => Command::Claim {
                agent: self.agent(),
                campaign: None,
                facts: Facts::default(),
            },
            5..=8 => Command::Set {
                code: self.code(),
                reset: self.one_in(3),
                due: self.one_in(2).then_some(due),
                owner: None,
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
            23..=30 => Command::Correct {
                attempt: self.pick(4) as u32 + 1,
                code: self.code(),
            },
            _ => return Event::Report(Report::LeaseExpired),
        };
        Event::Command(command)
    }
}
