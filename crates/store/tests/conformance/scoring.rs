//! A list of addresses ordered by score, through the store.

use crate::centre::{Centre, add_list_under};
use crate::support::with_both;
use engine::catalogue::Offering;
use engine::{CallbackChoice, Catalogue, ContactId, Outcome, Settings};
use jiff::SignedDuration;
use store::{Offered, USUAL_PRIORITY};

const CALLMONKEY: &str = include_str!("../../../../catalogues/callmonkey.toml");

impl Centre {
    /// The same house with another list that is worked under this catalogue.
    pub fn under(&self, text: &str) -> Centre {
        let catalogue = Catalogue::parse(text).unwrap();
        let settings = Settings::usual(&catalogue);
        let list = add_list_under(&self.store, catalogue.name(), text, settings);
        self.store
            .add_link(self.campaign, list, USUAL_PRIORITY)
            .unwrap();
        Centre {
            list,
            store: self.store.clone(),
            clock: self.clock.clone(),
            campaign: self.campaign,
            agents: self.agents.clone(),
        }
    }

    fn coded(&self, contact: ContactId, code: &str, minutes: i64) {
        let agent = self.agents[0];
        self.claim_for(contact, agent, self.campaign);
        self.call(contact, agent, Outcome::Answered);
        let choice = CallbackChoice {
            at: Some(self.clock.now() + SignedDuration::from_mins(minutes)),
            ..CallbackChoice::default()
        };
        self.dispose(contact, agent, code, Some(choice)).unwrap();
    }
}

fn listed(centre: &Centre, agent: usize, text: &str) -> Vec<i64> {
    let lines = centre.store.work_list(centre.agents[agent], text, 50);
    lines.unwrap().iter().map(|line| line.row.id.0).collect()
}

#[test]
fn the_highest_score_comes_first_and_the_appointment_at_its_minute_before_it() {
    with_both(|database| {
        let centre = Centre::open(database, 2).under(CALLMONKEY);
        let ids = centre.import(5);
        centre.coded(ids[1], "4.3/zonder-e-mail", 30);
        centre.coded(ids[2], "4.4/zonder-e-mail", 30);
        centre.coded(ids[3], "4.6/zonder-e-mail", 60);
        centre.next_is(Some(ids[0]));
        centre.pass(31);
        centre.next_is(Some(ids[2]));
        assert_eq!(
            listed(&centre, 0, ""),
            [ids[2], ids[1], ids[0], ids[4]].map(|id| id.0)
        );
        // What is to be called later is hidden, and found.
        assert_eq!(listed(&centre, 0, "Person 4"), [ids[3].0]);
        assert_eq!(listed(&centre, 1, "Person 4"), [0_i64; 0]);
        // The qualified prospect is her own; her colleague has the one that was only spoken to.
        assert_eq!(centre.offer(centre.agents[1]), Some(ids[1]));
        centre.pass(30);
        centre.next_is(Some(ids[3]));
        centre.is_sound();
    });
}

#[test]
fn whoever_picks_from_the_list_gets_that_one_next() {
    with_both(|database| {
        let centre = Centre::open(database, 1).under(CALLMONKEY);
        let ids = centre.import(3);
        assert!(centre.store.has_work_list(centre.agents[0]).unwrap());
        let want = engine::AgentCommand::Want {
            contact: Some(ids[2]),
        };
        centre
            .store
            .agent_command(centre.agents[0], want)
            .unwrap()
            .unwrap();
        assert_eq!(centre.offer(centre.agents[0]), Some(ids[2]));
        assert!(matches!(
            centre.store.peek(centre.agents[0]).unwrap(),
            Offered::NotReady(_)
        ));
        centre.is_sound();
    });
}

#[test]
fn a_list_ordered_by_bands_is_not_picked_from() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        centre.import(3);
        assert_eq!(listed(&centre, 0, ""), [0_i64; 0]);
        assert!(!centre.store.has_work_list(centre.agents[0]).unwrap());
        let catalogue = Catalogue::parse(CALLMONKEY).unwrap();
        assert_eq!(catalogue.offering(), Offering::Score);
    });
}
