//! What the far end is to hear where nobody speaks to it goes with the order to dial.

use super::{House, person};
use engine::{Announcement, CallSounds, Sound};
use jiff::SignedDuration;
use std::sync::{Arc, Mutex};
use store::{LineOrders, switchboard};
use telephony::{Callee, Fate};
use workers::{Centre, Lines};

fn sorry() -> CallSounds {
    let sound = Sound::named("ours/sorry").unwrap();
    CallSounds::default().with(Announcement::Apology, sound)
}

/// Lines that keep what each order says is to be heard.
fn lines(orders: LineOrders) -> (Lines, Arc<Mutex<Vec<CallSounds>>>) {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let keeps = heard.clone();
    let far_end = move |_: &store::Store, order: &telephony::Order| {
        keeps.lock().unwrap().push(order.sounds.clone());
        Callee {
            rings_after: Some(SignedDuration::from_secs(1)),
            then_after: SignedDuration::from_secs(1),
            opts_out_after: None,
            fate: Fate::Person {
                hangs_up_after: None,
            },
        }
    };
    (Lines::simulated(orders, Box::new(far_end)), heard)
}

#[test]
fn an_order_has_the_sounds_of_its_campaign() {
    let mut house = House::with("sounds", person());
    let campaign = house.store.campaigns().unwrap()[0].id;
    let (switchboard, orders) = switchboard();
    let (lines, heard) = lines(orders);
    house.switchboard = switchboard;
    house.centre = Centre::open(house.store.clone(), lines).unwrap();
    house.store.set_campaign_sounds(campaign, &sorry()).unwrap();
    house.dial();
    house.pass(1);
    assert_eq!(*heard.lock().unwrap(), [sorry()]);
}

#[test]
fn where_they_cannot_be_read_nobody_is_dialled() {
    let mut house = House::with("sounds-ruined", person());
    house.ruin_sounds();
    let dialled = house.dial();
    house.pass(1);
    let after = house.contact(&dialled);
    assert_eq!((after.hand, after.counters.attempts), (None, 0));
    assert_eq!(house.codes(&dialled), []);
}
