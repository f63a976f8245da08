//! A list that is called in the client's own order, through the store.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{
    Actor, AskedOrder, CallbackChoice, Command, ContactId, Outcome, Period, Profile, Report, Window,
};
use jiff::SignedDuration;
use store::Entry;

const STUCC: &str = include_str!("../../../../catalogues/stucc.toml");
const CONTACT_EXPERT: &str = include_str!("../../../../catalogues/contact-expert.toml");

impl Centre {
    fn order(&self, contact: ContactId, text: &str) {
        let order: AskedOrder = text.parse().unwrap();
        let order = Command::Order { order: Some(order) };
        let actor = Actor::System;
        let entry = Entry::command(self.list, contact, actor, order);
        self.store.record(entry).unwrap();
    }

    /// What the keeper does about contacts of which something becomes by itself.
    fn wake(&self) -> usize {
        let waking = self.store.waking(100).unwrap();
        for (list, contact) in &waking {
            let entry = Entry::report(*list, *contact, Actor::Keeper, Report::Due);
            self.store.record(entry).unwrap();
        }
        waking.len()
    }

    fn missed(&self, contact: ContactId) {
        let agent = self.agents[0];
        self.claim_for(contact, agent, self.campaign);
        self.call(contact, agent, Outcome::NoAnswer);
    }
}

#[test]
fn due_follow_ups_go_first_then_the_clients_order_then_the_rest() {
    with_both(|database| {
        let centre = Centre::open(database, 1).under(STUCC);
        let ids = centre.import(6);
        centre.order(ids[3], "b2");
        centre.order(ids[4], "A10");
        let soon = centre.clock.now() + SignedDuration::from_mins(10);
        centre.order(ids[5], &format!("A#{soon}"));
        let agent = centre.agents[0];
        centre.claim_for(ids[1], agent, centre.campaign);
        centre.call(ids[1], agent, Outcome::Answered);
        let choice = CallbackChoice {
            at: Some(soon),
            ..CallbackChoice::default()
        };
        let follow_up = "open/$follow_up_auto";
        centre
            .dispose(ids[1], agent, follow_up, Some(choice))
            .unwrap();

        centre.next_is(Some(ids[4]));
        centre.missed(ids[4]);
        assert_eq!(centre.contact(ids[4]).call_order, None);
        centre.next_is(Some(ids[3]));
        assert_eq!(centre.wake(), 0);
        centre.pass(25);
        assert_eq!(centre.wake(), 1);
        centre.next_is(Some(ids[1]));
        centre.missed(ids[1]);
        centre.next_is(Some(ids[5]));
        centre.missed(ids[5]);
        centre.missed(ids[3]);
        centre.next_is(Some(ids[0]));
        centre.is_sound();
    });
}

#[test]
fn an_order_that_comes_while_the_law_is_closed_waits_until_it_opens() {
    with_both(|database| {
        let centre = Centre::open(database, 1).under(STUCC);
        let ids = centre.import(3);
        // 22:30 in Amsterdam; the law opens at nine.
        centre.pass(750);
        centre.order(ids[2], "A");
        assert_eq!(centre.wake(), 0);
        let order = centre.contact(ids[2]).call_order.unwrap();
        assert!(!order.awake);
        centre.pass(640);
        assert_eq!(centre.wake(), 1);
        centre.next_is(Some(ids[2]));
        centre.is_sound();
    });
}

#[test]
fn a_filtered_link_keeps_the_order_too() {
    with_both(|database| {
        let centre = Centre::open(database, 1).under(STUCC);
        let ids = centre.import(4);
        let links = centre.store.links(centre.list).unwrap();
        let odd = ids[1].0 % 2;
        let chosen = move |row: &store::ContactRow| row.id.0 % 2 == odd;
        centre
            .store
            .filter_link(links[0].id, "odd", chosen)
            .unwrap();
        centre.order(ids[0], "A");
        centre.order(ids[1], "C");
        centre.order(ids[3], "B");
        centre.next_is(Some(ids[3]));
        centre.missed(ids[3]);
        centre.next_is(Some(ids[1]));
        centre.is_sound();
    });
}

#[test]
fn a_window_of_the_campaign_holds_a_contact_back() {
    with_both(|database| {
        let centre = Centre::open(database, 1).under(STUCC);
        let ids = centre.import(1);
        let window = Window {
            counter: engine::Counter::NotReached,
            most: 1,
            within: Some(Period::days(1)),
        };
        let profile = Profile {
            windows: vec![window],
            ..Profile::default()
        };
        let set = centre.store.set_campaign_profile(centre.campaign, &profile);
        set.unwrap();
        centre.missed(ids[0]);
        centre.pass(181);
        assert_eq!(centre.offer(centre.agents[0]), None);
        let offer_at = centre.contact(ids[0]).offer_at.unwrap();
        assert!(offer_at > centre.clock.now() + SignedDuration::from_hours(20));
        centre.is_sound();
    });
}

#[test]
fn result_and_cause_stand_on_the_attempt_and_a_callback_expires() {
    with_both(|database| {
        let centre = Centre::open(database, 1).under(CONTACT_EXPERT);
        let ids = centre.import(2);
        centre.missed(ids[0]);
        let attempts = centre.store.attempts_of(centre.list, ids[0]).unwrap();
        let pair = attempts[0].pair.clone().unwrap();
        assert_eq!((pair.major.as_str(), pair.minor.as_str()), ("33", "6"));

        let agent = centre.agents[0];
        centre.claim_for(ids[1], agent, centre.campaign);
        centre.call(ids[1], agent, Outcome::Answered);
        let choice = CallbackChoice {
            at: Some(centre.clock.now() + SignedDuration::from_hours(1)),
            ..CallbackChoice::default()
        };
        centre.dispose(ids[1], agent, "51", Some(choice)).unwrap();
        centre.pass(60 * 24 * 8);
        assert_eq!(centre.wake(), 1);
        assert_eq!(centre.contact(ids[1]).code.as_str(), "57");
        assert_eq!(centre.wake(), 0);
        centre.is_sound();
    });
}
