//! Callbacks that are held for their owner.

use crate::centre::{Centre, contact};
use crate::support::with_both;
use engine::{AgentCommand, AgentId, Because, ContactId, Report};
use jiff::SignedDuration;
use store::{Batch, Imported, Mode, Owned};

const STUCC: &str = include_str!("../../../../catalogues/stucc.toml");

impl Centre {
    /// Two contacts come in, the second of them the agent's; gives how many were given to her.
    fn import_owned(&self, owner: AgentId) -> (Vec<ContactId>, usize) {
        let import = self.begin(Mode::Append, "owned.csv");
        let batch = Batch {
            contacts: (1..=2)
                .map(|n| contact(n, &[493_023_125_000 + u64::from(n)]))
                .collect(),
            lines_done: 3,
            ..Batch::default()
        };
        self.store.stage(&import, batch).unwrap();
        self.store.make_live(import.id).unwrap();
        let owned = [Owned {
            contact: Imported::New { line: 3 },
            owner,
        }];
        let settled = self.store.settle_owners(&import, &owned).unwrap();
        assert_eq!(self.store.settle_owners(&import, &owned).unwrap(), 0);
        let rows = self.store.contacts_after(self.list, ContactId(0), 10);
        (rows.unwrap().iter().map(|row| row.id).collect(), settled)
    }
}

#[test]
fn what_a_file_says_is_an_agents_is_offered_to_her_alone() {
    with_both(|database| {
        let centre = Centre::open(database, 2).under(STUCC);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let (ids, settled) = centre.import_owned(ben);
        assert_eq!(settled, 1);
        let there = centre.contact(ids[1]);
        assert_eq!(
            (there.code.as_str(), there.owner),
            ("open/$assigned", Some(ben))
        );
        let story = centre.store.history(centre.list, ids[1]).unwrap();
        let hers =
            |because: &Because| matches!(because, Because::OwnedBy { agent, .. } if *agent == ben);
        assert!(story[0].because.iter().any(hers), "{story:?}");
        assert_eq!(centre.offer(ada), Some(ids[0]));
        assert_eq!(centre.offer(ben), Some(ids[1]));
        centre.is_sound();
    });
}

#[test]
fn an_update_gives_a_contact_to_another_and_leaves_closed_ones_alone() {
    with_both(|database| {
        let centre = Centre::open(database, 3);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let (ids, _) = centre.import_owned(ada);
        // CallPro has no code of its own for whoever is somebody's.
        assert_eq!(centre.contact(ids[1]).code.as_str(), "000");
        centre.claim_for(ids[0], ada, centre.campaign);
        centre.call(ids[0], ada, engine::Outcome::Answered);
        centre.dispose(ids[0], ada, "500", None).unwrap();
        let import = centre.begin(Mode::Update, "again.csv");
        centre.store.make_live(import.id).unwrap();
        let owned = ids.iter().map(|id| Owned {
            contact: Imported::Known(*id),
            owner: ben,
        });
        let owned: Vec<Owned> = owned.collect();
        assert_eq!(centre.store.settle_owners(&import, &owned).unwrap(), 1);
        assert_eq!(centre.contact(ids[1]).owner, Some(ben));
        assert_ne!(centre.contact(ids[0]).owner, Some(ben));
        centre.is_sound();
    });
}

#[test]
fn who_may_own_contacts_works_for_a_campaign_of_their_list() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let idle = centre.store.add_agent("idle").unwrap();
        let here = |list| {
            let all = centre.store.candidates(list).unwrap().into_iter();
            let here = all.filter(|it| it.works_here).map(|it| it.agent);
            here.collect::<Vec<_>>()
        };
        assert_eq!(here(centre.list), centre.agents);
        // A list nobody works for yet may be given to anybody: its agents often come last.
        let alone = crate::centre::add_list(&centre.store, "alone", Default::default());
        assert!(here(alone).contains(&idle));
        let campaign = centre.store.new_campaign("alone").unwrap().unwrap();
        centre.store.add_link(campaign, alone, 500).unwrap();
        assert!(here(alone).contains(&idle));
        centre.store.assign(campaign, centre.agents[0]).unwrap();
        assert_eq!(here(alone), [centre.agents[0]]);
    });
}

#[test]
fn a_callback_goes_to_everybody_when_its_owner_is_out() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let id = centre.import_from(1, 1)[0];
        assert_eq!(centre.offer(ada), Some(id));
        centre.callback(
            id,
            "310",
            centre.clock.now() + SignedDuration::from_mins(20),
        );
        centre
            .store
            .agent_command(ada, AgentCommand::LogOut)
            .unwrap()
            .unwrap();
        assert!(
            centre.store.orphaned(10).unwrap().is_empty(),
            "it is not due yet"
        );
        centre.pass(20);
        assert_eq!(centre.offer(ben), None);
        assert_eq!(centre.store.orphaned(10).unwrap(), [(centre.list, id)]);
        centre.report(id, Report::Released { owner_out: true });
        assert!(centre.store.orphaned(10).unwrap().is_empty());
        assert_eq!(centre.offer(ben), Some(id));
        centre.is_sound();
    });
}
