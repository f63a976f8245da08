//! Which of several equals is offered: percentage shares of bands, and equal lists by lot.

use crate::centre::{START, contact, rules};
use crate::support::{Database, with_both};
use engine::catalogue::Band;
use engine::{AgentId, Command, ContactId, ListId, Settings, Share};
use store::{
    Batch, CampaignState, Clock, Durability, ImportCounts, Mode, NewList, NewRules, Offered,
    SetClock, Store,
};

/// Agents without a law to wait for: what they are offered goes back at once.
struct Floor {
    store: Store,
    lists: Vec<ListId>,
    agent: AgentId,
    clock: SetClock,
}

impl Floor {
    fn open(database: &Database, lists: usize, settings: &Settings) -> Floor {
        let clock = SetClock::at(START.parse().unwrap());
        let store = Store::open(
            &database.address,
            Clock::Set(clock.clone()),
            Durability::Relaxed,
        )
        .unwrap();
        let campaign = store.add_campaign("Floor", CampaignState::Running).unwrap();
        let lists = (0..lists)
            .map(|n| {
                let rules = NewRules {
                    law: None,
                    ..rules(settings.clone())
                };
                let (name, country) = (format!("list {n}"), "NL".to_owned());
                let new = NewList {
                    name,
                    country,
                    rules,
                    fields: Vec::new(),
                };
                let list = store.add_list(new).unwrap();
                store.add_link(campaign, list, 500).unwrap();
                list
            })
            .collect();
        let agent = store.add_agent("agent").unwrap();
        store.assign(campaign, agent).unwrap();
        for command in [engine::AgentCommand::LogIn, engine::AgentCommand::Ready] {
            store.agent_command(agent, command).unwrap().unwrap();
        }
        Floor {
            store,
            lists,
            agent,
            clock,
        }
    }

    fn import(&self, list: ListId, count: u32) -> Vec<ContactId> {
        let name = format!("{} of {}", count, list.0);
        let import = self
            .store
            .begin_import(list, Mode::Append, &name, &name)
            .unwrap();
        let contacts = (1..=count)
            .map(|n| contact(n, &[442_079_460_000 + u64::from(n)]))
            .collect();
        let counts = ImportCounts::default();
        let batch = Batch {
            contacts,
            lines_done: 1,
            counts,
            ..Batch::default()
        };
        self.store.stage(&import, batch).unwrap();
        self.store.make_live(import.id).unwrap();
        let mut ids = Vec::new();
        let mut take = |row: store::ContactRow| {
            ids.push(row.id);
            Ok(())
        };
        self.store.each_contact(list, &mut take).unwrap();
        ids
    }

    /// Takes what is offered, and gives it back: it rests a minute.
    fn offer(&self) -> (ListId, String) {
        let Offered::Contact { list, recorded, .. } = self.store.offer(self.agent).unwrap() else {
            panic!("nothing was offered")
        };
        let (contact, standing) = (recorded.contact.id, recorded.contact.standing);
        let actor = engine::Actor::Agent(self.agent);
        let entry = store::Entry::command(list, contact, actor, Command::Release);
        self.store.record(entry).unwrap();
        (list, standing.word().to_owned())
    }
}

#[test]
fn one_offer_in_five_is_new_although_others_have_priority() {
    with_both(|database| {
        let shares = vec![Share {
            band: Band::System,
            per_cent: 20,
        }];
        let floor = Floor::open(
            database,
            1,
            &Settings {
                shares,
                ..Settings::default()
            },
        );
        let list = floor.lists[0];
        let ids = floor.import(list, 80);
        // Half of them were tried and are due: without the share nothing else would be offered.
        let entries = ids.iter().take(40).map(|id| {
            let code = engine::Code::new("120");
            let due = Some(floor.clock.now());
            let actor = engine::Actor::Supervisor(floor.agent);
            store::Entry::command(
                list,
                *id,
                actor,
                Command::Set {
                    code,
                    reset: false,
                    due,
                    owner: None,
                },
            )
        });
        for answer in floor.store.record_all(entries.collect()).unwrap() {
            answer.unwrap();
        }
        let mut new = 0;
        for _ in 0..1_000 {
            let (_, state) = floor.offer();
            new += usize::from(state == "new");
            let later = floor.clock.now() + jiff::SignedDuration::from_secs(5);
            floor.clock.advance_to(later);
        }
        assert!((199..=201).contains(&new), "{new} of 1,000 were new");
    });
}

/// Three equal lists, 3,000 offers: each gets a third, within four standard deviations of
/// the binomial distribution: sqrt(3000 * 1/3 * 2/3) = 25.8.
#[test]
fn equal_lists_are_drawn_by_lot() {
    with_both(|database| {
        let floor = Floor::open(database, 3, &Settings::default());
        for list in &floor.lists {
            floor.import(*list, 30);
        }
        let mut drawn = std::collections::BTreeMap::new();
        for _ in 0..3_000 {
            *drawn.entry(floor.offer().0).or_insert(0_i64) += 1;
            let later = floor.clock.now() + jiff::SignedDuration::from_secs(5);
            floor.clock.advance_to(later);
        }
        for list in &floor.lists {
            let count = drawn.get(list).copied().unwrap_or(0);
            assert!((count - 1_000).abs() <= 103, "{drawn:?}");
        }
    });
}

#[test]
fn a_list_without_stock_leaves_its_turn_to_its_equals() {
    with_both(|database| {
        let floor = Floor::open(database, 2, &Settings::default());
        floor.import(floor.lists[1], 20);
        for _ in 0..20 {
            assert_eq!(floor.offer().0, floor.lists[1]);
        }
        assert!(matches!(
            floor.store.offer(floor.agent).unwrap(),
            Offered::Nothing
        ));
    });
}
