//! A small centre for the tests of the door: a list, a campaign, agents, contacts.

use engine::{
    Actor, AgentCommand, AgentId, CallbackChoice, CampaignId, Cause, Code, Command, Contact,
    ContactId, ContactKind, Facts, ListId, Number, Outcome, Report, Settings, Slot, Zone,
};
use jiff::{SignedDuration, Timestamp};
use store::{
    Answer, Batch, CampaignState, Clock, Durability, Entry, ImportCounts, Mode, NewContact,
    NewList, NewRules, Offered, Recorded, SetClock, Store, USUAL_PRIORITY,
};

use crate::support::Database;

pub struct Centre {
    pub store: Store,
    pub clock: SetClock,
    pub list: ListId,
    pub campaign: CampaignId,
    pub agents: Vec<AgentId>,
}

/// A Tuesday, 10:00 in Amsterdam.
pub const START: &str = "2026-01-06T09:00:00Z";

pub fn rules(settings: Settings) -> NewRules {
    NewRules {
        catalogue: include_str!("../../../../catalogues/callpro.toml").to_owned(),
        law: Some(include_str!("../../../../jurisdictions/nl.toml").to_owned()),
        settings,
    }
}

impl Centre {
    pub fn open(database: &Database, agents: usize) -> Centre {
        Self::with(database, agents, Settings::default())
    }

    pub fn with(database: &Database, agents: usize, settings: Settings) -> Centre {
        let clock = SetClock::at(START.parse().unwrap());
        let store = Store::open(
            &database.address,
            Clock::Set(clock.clone()),
            Durability::Relaxed,
        )
        .unwrap();
        let list = add_list(&store, "Hotleads", settings);
        let campaign = store
            .add_campaign("Hotleads", CampaignState::Running)
            .unwrap();
        store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
        let agents = (1..=agents)
            .map(|n| {
                let agent = store.add_agent(&format!("agent {n}")).unwrap();
                store.assign(campaign, agent).unwrap();
                for command in [AgentCommand::LogIn, AgentCommand::Ready] {
                    store.agent_command(agent, command).unwrap().unwrap();
                }
                agent
            })
            .collect();
        Centre {
            store,
            clock,
            list,
            campaign,
            agents,
        }
    }

    /// Imports contacts with one number each, the first ending in 001.
    pub fn import(&self, count: u32) -> Vec<ContactId> {
        let contacts = (1..=count)
            .map(|n| contact(n, &[493_023_125_000 + u64::from(n)]))
            .collect();
        self.import_all(contacts)
    }

    pub fn import_all(&self, contacts: Vec<NewContact>) -> Vec<ContactId> {
        let file = format!("file of {} at {}", contacts.len(), self.clock.now());
        let import = self
            .store
            .begin_import(self.list, Mode::Append, &file, &file)
            .unwrap();
        let rows = contacts.len() as u64;
        let counts = ImportCounts {
            rows,
            imported: rows,
            ..ImportCounts::default()
        };
        let batch = Batch {
            contacts,
            lines_done: rows + 1,
            counts,
            ..Batch::default()
        };
        self.store.stage(&import, batch).unwrap();
        self.store.make_live(import.id).unwrap();
        let mut ids = Vec::new();
        self.store
            .each_contact(self.list, &mut |row| {
                ids.push(row.id);
                Ok(())
            })
            .unwrap();
        ids.split_off(ids.len() - rows as usize)
    }

    pub fn pass(&self, minutes: i64) -> Timestamp {
        let now = self.clock.now() + SignedDuration::from_mins(minutes);
        self.clock.advance_to(now);
        now
    }

    /// The next contact for an agent.
    pub fn offer(&self, agent: AgentId) -> Option<ContactId> {
        match self.store.offer(agent).unwrap() {
            Offered::Contact { recorded, .. } => Some(recorded.contact.id),
            Offered::Nothing => None,
            other => panic!("{other:?}"),
        }
    }

    pub fn command(&self, contact: ContactId, agent: AgentId, command: Command) -> Answer {
        self.store.record(Entry::command(
            self.list,
            contact,
            Actor::Agent(agent),
            command,
        ))
    }

    pub fn claim_for(&self, contact: ContactId, agent: AgentId, campaign: CampaignId) -> Recorded {
        let claim = Command::Claim {
            agent,
            campaign: Some(campaign),
            facts: Facts::default(),
        };
        self.command(contact, agent, claim).unwrap()
    }

    pub fn report(&self, contact: ContactId, report: Report) -> Recorded {
        self.store
            .record(Entry::report(self.list, contact, Actor::Line, report))
            .unwrap()
    }

    pub fn dial(&self, contact: ContactId, agent: AgentId) -> Answer {
        self.dial_number(contact, agent, 0)
    }

    pub fn dial_number(&self, contact: ContactId, agent: AgentId, slot: u8) -> Answer {
        self.command(contact, agent, Command::dial(Slot(slot), Facts::default()))
    }

    /// Dials and ends with an outcome.
    pub fn call(&self, contact: ContactId, agent: AgentId, outcome: Outcome) -> Recorded {
        let attempt = self.dial(contact, agent).unwrap().contact.dials;
        if outcome == Outcome::Answered {
            self.report(contact, Report::Answered { attempt });
        }
        self.report(
            contact,
            Report::Ended {
                attempt,
                outcome,
                cause: Cause::default(),
            },
        )
    }

    pub fn dispose(
        &self,
        contact: ContactId,
        agent: AgentId,
        code: &str,
        callback: Option<CallbackChoice>,
    ) -> Answer {
        self.command(
            contact,
            agent,
            Command::Dispose {
                code: Code::new(code),
                callback,
            },
        )
    }

    pub fn contact(&self, contact: ContactId) -> Contact {
        self.store.contact(self.list, contact).unwrap().unwrap()
    }

    /// Journal and rows agree.
    pub fn is_sound(&self) {
        let found = self.store.doctor().unwrap();
        assert_eq!(found.differences, [], "{found:#?}");
    }
}

/// A list that is worked under another catalogue than CallPro's.
pub fn add_list_under(store: &Store, name: &str, catalogue: &str, settings: Settings) -> ListId {
    let rules = NewRules {
        catalogue: catalogue.to_owned(),
        ..rules(settings)
    };
    store
        .add_list(NewList {
            name: name.to_owned(),
            country: "NL".to_owned(),
            rules,
            fields: Vec::new(),
        })
        .unwrap()
}

pub fn add_list(store: &Store, name: &str, settings: Settings) -> ListId {
    store
        .add_list(NewList {
            name: name.to_owned(),
            country: "NL".to_owned(),
            rules: rules(settings),
            fields: Vec::new(),
        })
        .unwrap()
}

pub fn contact(n: u32, numbers: &[u64]) -> NewContact {
    NewContact {
        line: u64::from(n) + 1,
        key: Some(format!("K{n}")),
        dedupe: Some(i64::from(n)),
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        kind: ContactKind::Consumer,
        arrival: None,
        consent: None,
        numbers: numbers
            .iter()
            .map(|digits| Number::new(*digits).unwrap())
            .collect(),
        fields: format!("{{\"name\":\"Person {n}\"}}"),
    }
}
