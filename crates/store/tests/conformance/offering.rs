//! The order in which contacts reach an agent, through the store.

use crate::centre::{Centre, add_list, contact};
use crate::support::with_both;
use engine::{CallbackChoice, Code, Command, ContactId, Outcome, Settings};
use jiff::{SignedDuration, Timestamp};
use store::{CampaignState, Offered, USUAL_PRIORITY};

impl Centre {
    /// The same house, seen from another list.
    pub fn at_list(&self, name: &str, priority: i64) -> Centre {
        let list = add_list(&self.store, name, Settings::default());
        self.store.add_link(self.campaign, list, priority).unwrap();
        Centre {
            list,
            store: self.store.clone(),
            clock: self.clock.clone(),
            campaign: self.campaign,
            agents: self.agents.clone(),
        }
    }

    /// Numbered apart from those of other lists, so that no dial is too soon after another.
    pub fn import_from(&self, first: u32, count: u32) -> Vec<ContactId> {
        let numbers = first..first + count;
        self.import_all(
            numbers
                .map(|n| contact(n, &[493_023_125_000 + u64::from(n)]))
                .collect(),
        )
    }

    fn busy(&self, minutes_later: i64) -> ContactId {
        let agent = self.agents[0];
        let contact = self.offer(agent).unwrap();
        self.call(contact, agent, Outcome::Busy);
        self.pass(minutes_later);
        contact
    }

    pub fn callback(&self, contact: ContactId, code: &str, at: Timestamp) {
        let agent = self.agents[0];
        self.call(contact, agent, Outcome::Answered);
        let choice = CallbackChoice {
            at: Some(at),
            ..CallbackChoice::default()
        };
        self.dispose(contact, agent, code, Some(choice)).unwrap();
    }

    fn set(&self, contact: ContactId, code: &str, due: Timestamp) {
        let set = Command::Set {
            code: Code::new(code),
            reset: false,
            due: Some(due),
            owner: None,
        };
        self.command(contact, self.agents[0], set).unwrap();
    }

    pub fn next_is(&self, expected: Option<ContactId>) {
        let found = match self.store.peek(self.agents[0]).unwrap() {
            Offered::Peek { contact, .. } => Some(contact),
            Offered::Nothing => None,
            other => panic!("{other:?}"),
        };
        assert_eq!(found, expected);
    }
}

/// Local time on the day after the centre opened.
fn at(local: &str) -> Timestamp {
    format!("2026-01-07T{local}:00+01:00").parse().unwrap()
}

/// CallPro's worked example: at 10:05 callback B1, at 10:15 A2 that was not answered and is
/// due since 10:00, then new contacts; but callback A1 of 11:00 goes before A2 if the first
/// call lasts that long.
#[test]
fn a_callback_goes_first_then_the_unanswered_then_the_new() {
    for first_call_ends in ["10:15", "11:05"] {
        with_both(|database| {
            let a = Centre::open(database, 1);
            let agent = a.agents[0];
            let b = a.at_list("B", USUAL_PRIORITY);
            let [a1, a2, new] = a.import_from(1, 3)[..] else {
                panic!()
            };
            let b1 = b.import_from(10, 1)[0];
            a.set(a1, "300", at("11:00"));
            a.set(a2, "120", at("10:00"));
            b.set(b1, "300", at("10:05"));
            a.clock.advance_to(at("10:04"));
            a.next_is(Some(a2));
            a.clock.advance_to(at("10:05"));
            assert_eq!(a.offer(agent), Some(b1));
            b.call(b1, agent, Outcome::Answered);
            a.clock.advance_to(at(first_call_ends));
            b.dispose(b1, agent, "700", None).unwrap();
            let then = match first_call_ends {
                "10:15" => vec![a2, new],
                _ => vec![a1, a2, new],
            };
            for expected in then {
                assert_eq!(a.offer(agent), Some(expected), "{first_call_ends}");
                a.call(expected, agent, Outcome::Answered);
                a.dispose(expected, agent, "500", None).unwrap();
            }
            a.is_sound();
        });
    }
}

#[test]
fn a_better_link_goes_before_an_earlier_contact() {
    with_both(|database| {
        let usual = Centre::open(database, 1);
        let first = usual.import_from(1, 2);
        usual.pass(30);
        let better = usual.at_list("Better", USUAL_PRIORITY - 1);
        let second = better.import_from(10, 1);
        let agent = usual.agents[0];
        assert_eq!(usual.offer(agent), Some(second[0]));
        better.call(second[0], agent, Outcome::Busy);
        assert_eq!(usual.offer(agent), Some(first[0]));
    });
}

#[test]
fn a_better_campaign_goes_before_a_better_link() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let here = centre.import_from(1, 1)[0];
        let other = centre.at_list("Elsewhere", 1);
        let there = other.import_from(10, 1)[0];
        let campaign = centre
            .store
            .add_campaign("Urgent", CampaignState::Running)
            .unwrap();
        let mut urgent = centre
            .store
            .campaigns()
            .unwrap()
            .into_iter()
            .find(|found| found.id == campaign)
            .unwrap();
        urgent.priority = USUAL_PRIORITY - 1;
        centre.store.set_campaign(urgent).unwrap();
        centre.store.assign(campaign, centre.agents[0]).unwrap();
        centre.next_is(Some(there));
        // The first list now stands in both campaigns, and is offered through the better one.
        centre.store.add_link(campaign, centre.list, 900).unwrap();
        centre.next_is(Some(here));
    });
}

#[test]
fn callbacks_jump_the_order_of_campaigns_unless_told_not_to() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let callback = centre.import_from(1, 1)[0];
        assert_eq!(centre.offer(centre.agents[0]), Some(callback));
        let due = centre.clock.now() + SignedDuration::from_mins(20);
        centre.callback(callback, "300", due);
        let campaign = centre
            .store
            .add_campaign("Urgent", CampaignState::Running)
            .unwrap();
        let list = add_list(&centre.store, "Urgent", Settings::default());
        centre.store.add_link(campaign, list, 1).unwrap();
        centre.store.assign(campaign, centre.agents[0]).unwrap();
        let urgent = Centre {
            list,
            store: centre.store.clone(),
            clock: centre.clock.clone(),
            campaign,
            agents: centre.agents.clone(),
        };
        let new = urgent.import_from(10, 1)[0];
        for found in centre.store.campaigns().unwrap() {
            let priority = if found.id == campaign {
                1
            } else {
                found.priority
            };
            centre
                .store
                .set_campaign(store::Campaign { priority, ..found })
                .unwrap();
        }
        centre.pass(20);
        centre.next_is(Some(callback));
        for found in centre.store.campaigns().unwrap() {
            centre
                .store
                .set_campaign(store::Campaign {
                    callbacks_jump: false,
                    ..found
                })
                .unwrap();
        }
        centre.next_is(Some(new));
    });
}

#[test]
fn what_is_paused_inactive_or_left_is_not_offered() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let id = centre.import_from(1, 1)[0];
        let campaign = centre.store.campaigns().unwrap().remove(0);
        let link = centre.store.links(centre.list).unwrap().remove(0);
        centre.next_is(Some(id));
        for state in [CampaignState::Paused, CampaignState::Closed] {
            centre
                .store
                .set_campaign(store::Campaign {
                    state,
                    ..campaign.clone()
                })
                .unwrap();
            centre.next_is(None);
        }
        centre.store.set_campaign(campaign).unwrap();
        centre.next_is(Some(id));
        centre
            .store
            .set_link(link.id, link.priority, false)
            .unwrap();
        centre.next_is(None);
        centre.store.set_link(link.id, link.priority, true).unwrap();
        centre.next_is(Some(id));
        centre
            .store
            .unassign(centre.campaign, centre.agents[0])
            .unwrap();
        centre.next_is(None);
        assert!(centre.store.set_link(99, 1, true).is_err());
    });
}

#[test]
fn an_unreached_contact_waits_its_turn_behind_nobody_else() {
    with_both(|database| {
        let centre = Centre::open(database, 1);
        let ids = centre.import_from(1, 2);
        let busy = centre.busy(14);
        assert_eq!(busy, ids[0]);
        centre.next_is(Some(ids[1]));
        centre.pass(1);
        centre.next_is(Some(busy));
    });
}
