//! The same moves on a store.

use super::Said;
use super::house::{self, AGENTS, ASSIGNED, CAMPAIGNS, LINKS};
use super::moves::Move;
use super::oracle::{Oracle, recorded, said};
use super::suppressions::{advertiser_of, word};
use crate::centre::START;
use crate::support::Database;
use engine::{Agent, AgentId, CampaignId, ListId, Number};
use store::conn::{Access, Conn};
use store::sql::Statement;
use store::{
    AdvertiserId, Batch, Campaign, CampaignState, Clock, Durability, Entry, ImportCounts, Mode,
    NewContact, NewList, Offered, RecordError, SetClock, Store, StoreError,
};

/// What its campaigns show to whoever is called.
const SHOWN: u64 = 442_079_460_000;

pub struct Player {
    pub name: &'static str,
    pub store: Store,
    clock: SetClock,
    conn: std::cell::RefCell<Box<dyn Conn>>,
    imports: std::cell::Cell<i64>,
}

static DIALS: Statement = Statement::new(
    "test.dials",
    "SELECT number, count(*) AS n, max(at) AS last FROM dial GROUP BY number ORDER BY number",
);

impl Player {
    pub fn open(database: &Database) -> Self {
        let clock = SetClock::at(START.parse().unwrap());
        let at = Clock::Set(clock.clone());
        let store = Store::open(&database.address, at, Durability::Relaxed).unwrap();
        for id in 1..=3 {
            let (name, country) = (format!("list {id}"), "NL".to_owned());
            let new = NewList {
                name,
                country,
                rules: house::new_rules(id),
                fields: Vec::new(),
            };
            assert_eq!(store.add_list(new).unwrap(), ListId(id));
        }
        for (id, priority) in (1..).zip(CAMPAIGNS) {
            let name = format!("campaign {id}");
            let campaign = store.add_campaign(&name, CampaignState::Running).unwrap();
            assert_eq!(campaign, CampaignId(id));
            let state = CampaignState::Running;
            let advertiser = advertiser_of(id).map(AdvertiserId);
            if advertiser.is_some() {
                assert_eq!(store.advertiser_named("Bakery").ok(), advertiser);
                assert!(store.set_advertiser(campaign, advertiser).unwrap());
            }
            store
                .set_campaign(Campaign {
                    id: campaign,
                    name,
                    state,
                    priority,
                    callbacks_jump: true,
                    advertiser,
                    caller_id: Number::new(SHOWN).ok(),
                })
                .unwrap();
        }
        for (campaign, list, priority) in LINKS {
            store
                .add_link(CampaignId(campaign), ListId(list), priority)
                .unwrap();
        }
        for id in 1..=AGENTS {
            assert_eq!(
                store.add_agent(&format!("agent {id}")).unwrap(),
                AgentId(id)
            );
        }
        for (campaign, agent) in ASSIGNED {
            store.assign(CampaignId(campaign), AgentId(agent)).unwrap();
        }
        let conn = database.open(Access::Read).into();
        let name = database.address.engine().name();
        Self {
            name,
            store,
            clock,
            conn,
            imports: std::cell::Cell::new(0),
        }
    }

    pub fn play(&self, next: &Move) -> Said {
        let store = &self.store;
        match next {
            Move::Pass(time) => {
                self.clock.advance_to(self.clock.now() + *time);
                said("pass", "done", "")
            }
            Move::Import { list, rows, live } => self.import(*list, rows, *live),
            Move::Undo(import) => match store.undo_import(*import) {
                Ok(touched) => said("undo_import", "done", touched.to_string()),
                Err(StoreError::Other { .. }) => said("undo_import", "wrong_state", ""),
                Err(error) => panic!("{error}"),
            },
            Move::Record(entry) => self.record(entry),
            Move::Offer(agent) => offered("offer", store.offer(*agent).unwrap()),
            Move::Peek(agent) => offered("peek", store.peek(*agent).unwrap()),
            Move::Ask(agent, command) => {
                match store.agent_command(*agent, command.clone()).unwrap() {
                    Ok(next) => said("ask", "done", shown(&next)),
                    Err(refusal) => said("ask", "refused", refusal),
                }
            }
            Move::Suppress(new, closes) => {
                let added = store.suppress(vec![new.clone()]).unwrap();
                let to_close = Some(new.clone()).filter(|_| *closes);
                let closed = store.close_covered(to_close.as_slice()).unwrap();
                said("suppress", "done", format!("{added} {closed}"))
            }
            Move::Campaign(index, state, callbacks_jump) => {
                let (id, priority) = (CampaignId(*index as i64 + 1), CAMPAIGNS[*index]);
                let name = String::new();
                let (state, callbacks_jump) = (*state, *callbacks_jump);
                store
                    .set_campaign(Campaign {
                        id,
                        name,
                        state,
                        priority,
                        callbacks_jump,
                        advertiser: None,
                        caller_id: Number::new(SHOWN).ok(),
                    })
                    .unwrap();
                said("campaign", "done", "")
            }
            Move::Link(index, active) => {
                store
                    .set_link(*index as i64 + 1, LINKS[*index].2, *active)
                    .unwrap();
                said("link", "done", "")
            }
        }
    }

    fn import(&self, list: ListId, rows: &[NewContact], live: bool) -> Said {
        let number = self.imports.get() + 1;
        self.imports.set(number);
        let file = format!("file {number}");
        let import = self
            .store
            .begin_import(list, Mode::Append, &file, &file)
            .unwrap();
        let (contacts, counts) = (rows.to_vec(), ImportCounts::default());
        let batch = Batch {
            contacts,
            lines_done: 1,
            counts,
            ..Batch::default()
        };
        self.store.stage(&import, batch).unwrap();
        let verb = match live {
            true => self.store.make_live(import.id).map(|()| "import").unwrap(),
            false => self
                .store
                .cancel_import(import.id)
                .map(|()| "cancel")
                .unwrap(),
        };
        said(verb, "done", import.id.to_string())
    }

    fn record(&self, entry: &Entry) -> Said {
        let verb = entry.event.word();
        match self.store.record(entry.clone()) {
            Ok(done) => {
                let detail = recorded(done.seq, &done.contact, &done.attempts);
                let late = matches!(done.because[..], [engine::Because::Late { .. }]);
                let word = match (done.known, late) {
                    (true, _) => "known",
                    (false, true) => "late",
                    (false, false) => "done",
                };
                assert_eq!(done.dial.is_some(), verb == "dial" && !done.known);
                said(verb, word, detail)
            }
            Err(RecordError::Refused(refusal)) => said(verb, refusal.code(), refusal.to_string()),
            Err(RecordError::NotFound { .. }) => said(verb, "not_found", ""),
            Err(RecordError::Store(error)) => panic!("{error}"),
        }
    }

    /// Everything, one line each, in the order of the oracle.
    pub fn holds(&self, oracle: &Oracle) -> Vec<String> {
        let mut lines = Vec::new();
        for list in (1..=3).map(ListId) {
            let mut rows = Vec::new();
            let mut take = |row: store::ContactRow| {
                rows.push(row);
                Ok(())
            };
            self.store.each_contact(list, &mut take).unwrap();
            for row in rows {
                let contact = self.store.contact(list, row.id).unwrap().unwrap();
                assert_eq!(
                    (row.state.as_str(), &row.code, row.due_at),
                    (contact.state(), &contact.code, contact.standing.due())
                );
                let attempts = self.store.attempts_of(list, row.id).unwrap();
                lines.push(recorded(0, &contact, &attempts));
            }
        }
        for there in self.store.suppressions(0, 100_000).unwrap() {
            let (number, scope, source) = (there.subject, there.scope, there.source);
            lines.push(format!(
                "{number} {} {scope} {source} {:?}",
                word(there.extent),
                there.until_at
            ));
        }
        for row in self.conn.borrow_mut().rows(&DIALS, &[]).unwrap() {
            lines.push(format!(
                "+{} {} {}",
                row.int(0).unwrap(),
                row.int(1).unwrap(),
                row.int(2).unwrap()
            ));
        }
        for id in oracle.agents.keys() {
            lines.push(shown(&self.store.agent(*id).unwrap().unwrap().agent));
        }
        lines
    }
}

fn shown(agent: &Agent) -> String {
    serde_json::to_string(agent).unwrap()
}

fn offered(verb: &'static str, offered: Offered) -> Said {
    match offered {
        Offered::Contact { recorded: done, .. } => said(
            verb,
            "done",
            recorded(done.seq, &done.contact, &done.attempts),
        ),
        Offered::Peek { list, contact } => said(verb, "done", format!("{} {}", list.0, contact.0)),
        Offered::Nothing => said(verb, "nothing", ""),
        Offered::NotReady(_) => said(verb, "not_ready", ""),
    }
}
