//! The house that is measured: agents at desk phones, some of them talking, the others dialling a
//! number that is busy again and again.

use super::Args;
use super::lines::LinesThread;
use crate::failure::Failure;
use crate::shipped;
use engine::{
    Actor, AgentCommand, AgentId, Command, Contact, ContactKind, Facts, Number, Outcome, Phase,
    Settings, Slot, Zone,
};
use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::time::{Duration, Instant};
use store::{
    Address, Batch, CampaignState, Clock, Durability, Entry, Mode, NewContact, NewList, NewRules,
    Offered, ScaledClock, Store, Switchboard, USUAL_PRIORITY,
};
use telephony::Meter;
use telephony::asterisk::Meters;

pub struct House {
    store: Store,
    switchboard: Switchboard,
    lines: LinesThread,
    talkers: Vec<AgentId>,
    /// Agents with nobody in hand.
    free: VecDeque<AgentId>,
    talking: Vec<Contact>,
    dialling: usize,
    /// How many attempts ended how.
    ended: BTreeMap<&'static str, u64>,
}

/// It is always a Tuesday morning.
const START: &str = "2026-01-06T09:00:00Z";
const PATIENCE: Duration = Duration::from_secs(30);
const AT_ONCE: usize = 2_000;
/// Talks begin one after the other, as on any day.
const BETWEEN_TALKS: Duration = Duration::from_millis(100);

pub(super) fn refused(error: impl ToString) -> Failure {
    Failure::of(error.to_string())
}

impl House {
    pub fn open(args: &Args, folder: &Path, calls: u64) -> Result<Self, Failure> {
        let address: Address = format!("sqlite:{}", folder.join("calls.db").display()).parse()?;
        let start = START.parse().map_err(refused)?;
        let clock = Clock::Scaled(ScaledClock::starting_at(start, 1));
        let store = Store::open(&address, clock, Durability::Full)?;
        add_list(&store, "talks", &[args.talker], u64::from(args.talks))?;
        let talkers = agents(&store, "talks", args.phones_from, args.talks)?;
        add_list(&store, "calls", &args.busy, calls)?;
        let free = agents(&store, "calls", args.phones_from + args.talks, args.agents)?;
        let (switchboard, lines) = LinesThread::start(&store, args.asterisk.clone())?;
        let mut house = Self {
            store,
            switchboard,
            lines,
            talkers,
            free: free.into(),
            talking: Vec::new(),
            dialling: 0,
            ended: BTreeMap::new(),
        };
        house.until("Asterisk is there", |house| {
            Ok(house.switchboard.has_exchange())
        })?;
        Ok(house)
    }

    pub fn begin_talks(&mut self) -> Result<(), Failure> {
        for agent in self.talkers.clone() {
            if let Some(contact) = self.dial(agent)? {
                self.talking.push(contact);
            }
            let next = Instant::now() + BETWEEN_TALKS;
            while Instant::now() < next {
                self.step()?;
            }
        }
        let wanted = self.talkers.len();
        self.until("everybody talks", |house| {
            Ok(house.in_phase(Phase::Talking)? == wanted)
        })
    }

    /// The next agent who is free dials; false where nobody is.
    pub fn dial_next(&mut self) -> Result<bool, Failure> {
        let Some(agent) = self.free.pop_front() else {
            return Ok(false);
        };
        if self.dial(agent)?.is_none() {
            self.free.push_back(agent);
            return Ok(false);
        }
        self.dialling += 1;
        Ok(true)
    }

    fn dial(&mut self, agent: AgentId) -> Result<Option<Contact>, Failure> {
        let Offered::Contact { recorded, .. } = self.store.offer(agent)? else {
            return Ok(None);
        };
        let contact = recorded.contact;
        let dial = Command::dial(Slot(0), Facts::default());
        let entry = Entry::command(contact.list, contact.id, Actor::Agent(agent), dial);
        let mut recorded = self.store.record(entry).map_err(refused)?;
        self.switchboard.carry_out(&mut recorded).map_err(refused)?;
        Ok(Some(recorded.contact))
    }

    /// Waits for a word of the lines; whoever has nobody in hand any more is free again.
    pub fn step(&mut self) -> Result<(), Failure> {
        for recorded in self.lines.recorded(Duration::from_millis(1))? {
            for ended in &recorded.attempts {
                *self.ended.entry(ended.outcome.word()).or_default() += 1;
            }
            if let (Some(agent), None) = (recorded.agents.first(), &recorded.contact.hand) {
                self.dialling = self.dialling.saturating_sub(1);
                self.free.push_back(*agent);
            }
        }
        Ok(())
    }

    pub fn until_nobody_dials(&mut self) -> Result<(), Failure> {
        self.until("every call has ended", |house| Ok(house.dialling == 0))
    }

    fn until(
        &mut self,
        what: &str,
        holds: impl Fn(&Self) -> Result<bool, Failure>,
    ) -> Result<(), Failure> {
        let until = Instant::now() + PATIENCE;
        while !holds(self)? {
            if Instant::now() > until {
                return Err(Failure::of(format!(
                    "it did not come to this within {} s: {what}; look whether the trunk, the \
                     numbers and the desk phones are there",
                    PATIENCE.as_secs()
                )));
            }
            self.step()?;
        }
        Ok(())
    }

    /// How many of the talks are in this phase.
    pub fn in_phase(&self, phase: Phase) -> Result<usize, Failure> {
        let mut count = 0;
        for contact in &self.talking {
            let now = self.store.contact(contact.list, contact.id)?;
            let hand = now.and_then(|contact| contact.hand);
            count += usize::from(hand.is_some_and(|hand| hand.phase() == phase));
        }
        Ok(count)
    }

    /// How many calls found the number busy, as they should.
    pub fn busy(&self) -> u64 {
        self.ended.get(Outcome::Busy.word()).copied().unwrap_or(0)
    }

    /// How many attempts ended how, those that came to nothing among them.
    pub fn ended(&self) -> BTreeMap<&'static str, u64> {
        self.ended.clone()
    }

    /// Ends every call; how long they took.
    pub fn close(self) -> Result<(Meters, Meter), Failure> {
        self.lines.end(&self.switchboard)
    }
}

fn agents(store: &Store, campaign: &str, from: u32, count: u32) -> Result<Vec<AgentId>, Failure> {
    let campaigns = store.campaigns()?;
    let found = campaigns.iter().find(|there| there.name == campaign);
    let campaign = found.ok_or_else(|| refused("the campaign is gone"))?.id;
    let mut agents = Vec::new();
    for phone in (from..).take(count as usize) {
        let agent = store.add_agent(&format!("Agent {phone}"))?;
        let line = phone.to_string().parse().map_err(refused)?;
        store.set_phone(agent, Some(line))?.map_err(refused)?;
        store.assign(campaign, agent)?;
        for command in [AgentCommand::LogIn, AgentCommand::Ready] {
            store.agent_command(agent, command)?.map_err(refused)?;
        }
        agents.push(agent);
    }
    Ok(agents)
}

fn add_list(store: &Store, name: &str, numbers: &[Number], count: u64) -> Result<(), Failure> {
    let rules = NewRules {
        catalogue: shipped::catalogue("callpro")?,
        law: None,
        settings: Settings::default(),
    };
    let list = store.add_list(NewList {
        name: name.to_owned(),
        country: "DE".to_owned(),
        rules,
        fields: Vec::new(),
    })?;
    let campaign = store.add_campaign(name, CampaignState::Running)?;
    store.add_link(campaign, list, USUAL_PRIORITY)?;
    let import = store.begin_import(list, Mode::Append, "bench", name)?;
    let zone = Zone::new("Europe/Berlin").map_err(refused)?;
    let contacts: Vec<NewContact> = (0..count)
        .zip(numbers.iter().cycle())
        .map(|(at, number)| NewContact {
            line: at + 2,
            key: None,
            dedupe: None,
            zone: zone.clone(),
            kind: ContactKind::Company,
            arrival: None,
            consent: None,
            numbers: vec![*number],
            fields: "{}".to_owned(),
        })
        .collect();
    let mut done = 0;
    for some in contacts.chunks(AT_ONCE) {
        done += some.len() as u64;
        let batch = Batch {
            contacts: some.to_vec(),
            lines_done: done,
            ..Batch::default()
        };
        store.stage(&import, batch)?;
    }
    store.make_live(import.id)?;
    Ok(())
}
