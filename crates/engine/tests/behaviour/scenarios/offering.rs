//! Who is offered next: the worked example of the manual, over a stock in memory.

use crate::support::{ANNA, FIRST, Rulebook, World};
use engine::catalogue::{Band, Offering};
use engine::offer::{Link, looks};
use engine::{CampaignId, ListId, Outcome};
use jiff::Timestamp;

struct Stock {
    links: Vec<Link>,
    /// The list each is in, its name and the contact.
    contacts: Vec<(ListId, &'static str, World)>,
}

impl Stock {
    /// The first contact that any look finds.
    fn next(&self, now: Timestamp, callbacks_jump: bool) -> Option<&'static str> {
        let rank = |entry: &&(ListId, &'static str, World)| {
            let contact = &entry.2.contact;
            (contact.priority, contact.offer_at)
        };
        for look in looks(&self.links, ANNA, callbacks_jump) {
            let found = |index: &usize| {
                let list = self.links[*index].list;
                let here = self.contacts.iter().filter(|(of, _, world)| {
                    let contact = &world.contact;
                    let due = contact.offer_at.is_some_and(|offer_at| offer_at <= now);
                    *of == list
                        && due
                        && contact.hand.is_none()
                        && contact.place().shelf == look.shelf
                });
                here.min_by_key(rank)
            };
            let mut all = look.links.iter().filter_map(found);
            let first = if look.across {
                all.min_by_key(rank)
            } else {
                all.next()
            };
            if let Some((_, name, _)) = first {
                return Some(name);
            }
        }
        None
    }

    fn world(&mut self, name: &str) -> &mut World {
        let mut entries = self.contacts.iter_mut();
        &mut entries.find(|(_, known, _)| *known == name).unwrap().2
    }
}

fn link(list: i64, campaign_priority: i64) -> Link {
    Link {
        id: list,
        campaign: CampaignId(list),
        list: ListId(list),
        campaign_priority,
        priority: 500,
        bands: vec![Band::NotReachedHigh, Band::System, Band::NotReachedLow],
        shares: Vec::new(),
        filtered: false,
        offers: 0,
        offering: Offering::Bands,
        callbacks_only: false,
    }
}

/// Two lists: A1 calls back at 11:00, A2 was not reached and is due at 10:00, B1 calls back
/// at 10:05, and each list has a new contact.
fn stock(book: fn() -> Rulebook) -> Stock {
    let early = || World::new(book()).imported("2026-03-03 07:00");
    let callback = |local| {
        let mut world = early();
        world.claim(ANNA).dial(FIRST).answered().agree("300", local);
        world
    };
    let mut missed = early();
    missed.call(Outcome::NoAnswer);
    let (a, b) = (ListId(1), ListId(2));
    Stock {
        links: vec![link(1, 500), link(2, 500)],
        contacts: vec![
            (a, "A1", callback("2026-03-03 11:00")),
            (a, "A2", missed),
            (a, "A new", World::new(book())),
            (b, "B1", callback("2026-03-03 10:05")),
            (b, "B new", World::new(book())),
        ],
    }
}

fn take(stock: &mut Stock, local: &str, jump: bool) -> &'static str {
    let now = stock.contacts[0].2.instant(local);
    let name = stock.next(now, jump).unwrap();
    let world = stock.world(name);
    world.now = now;
    world.try_claim(ANNA).unwrap();
    assert!(world.contact.hand.is_some());
    name
}

#[test]
fn the_worked_example() {
    for book in [Rulebook::callpro, Rulebook::renamed] {
        let mut stock = stock(book);
        assert_eq!(take(&mut stock, "2026-03-03 10:05", true), "B1");
        assert_eq!(take(&mut stock, "2026-03-03 10:15", true), "A2");
        assert!(take(&mut stock, "2026-03-03 10:20", true).ends_with("new"));
        assert_eq!(take(&mut stock, "2026-03-03 11:00", true), "A1");
        assert!(take(&mut stock, "2026-03-03 11:05", true).ends_with("new"));
        let now = stock.contacts[0].2.instant("2026-03-03 11:10");
        assert_eq!(stock.next(now, true), None);
    }
}

#[test]
fn when_the_first_call_lasts_past_eleven_the_callback_goes_before_the_missed_one() {
    let mut stock = stock(Rulebook::callpro);
    assert_eq!(take(&mut stock, "2026-03-03 10:05", true), "B1");
    assert_eq!(take(&mut stock, "2026-03-03 11:01", true), "A1");
    assert_eq!(take(&mut stock, "2026-03-03 11:05", true), "A2");
}

#[test]
fn callbacks_that_do_not_jump_wait_for_the_better_campaign() {
    let mut stock = stock(Rulebook::callpro);
    stock.links[0].campaign_priority = 100;
    assert_eq!(take(&mut stock, "2026-03-03 10:05", false), "A2");
    assert_eq!(take(&mut stock, "2026-03-03 10:10", false), "A new");
    assert_eq!(take(&mut stock, "2026-03-03 10:15", false), "B1");
}
