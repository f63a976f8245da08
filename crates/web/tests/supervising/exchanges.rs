//! Exchanges are lost and come back: floor and page say the same, each where it helps.

use crate::house::{Centre, Desk};
use store::Role;

const NORTH: &str = "north:8088";
const SOUTH: &str = "south:8088";
const NONE: &str = "No exchange is connected: nothing can be dialled.";

/// As whoever runs the lines shows it.
fn connect(centre: &Centre, north: bool, south: bool) {
    let orders = centre.orders.as_ref().unwrap();
    for (name, there) in [(NORTH, north), (SOUTH, south)] {
        let mut traffic = orders.traffic().write();
        let exchange = traffic.exchanges.entry(name.to_owned()).or_default();
        "carrier".clone_into(&mut exchange.trunk);
        exchange.connect(there);
    }
    orders.connect(north || south);
}

fn gone(name: &str) -> String {
    format!("Exchange {name} cannot be reached")
}

fn opened() -> (Centre, Desk, Desk) {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let max = centre.somebody("max", Role::Administrator, "en");
    connect(&centre, true, true);
    (centre, sue, max)
}

#[test]
fn one_is_lost_then_all_and_one_comes_back() {
    let (centre, sue, max) = opened();
    let floor = || centre.get(&sue, "/floor/now");
    let quiet = |name: &str| {
        floor().lacks(&gone(name)).lacks(NONE);
    };
    quiet(NORTH);
    quiet(SOUTH);
    connect(&centre, true, false);
    floor().says(&gone(SOUTH)).lacks(&gone(NORTH)).lacks(NONE);
    // "Through the others" would be wrong where there are none.
    connect(&centre, false, false);
    floor().says(NONE).lacks(&gone(NORTH)).lacks(&gone(SOUTH));
    connect(&centre, false, true);
    floor().says(&gone(NORTH)).lacks(NONE);
    let row = |name: &str| {
        let page = centre.get(&max, "/people/telephony");
        page.is(200).between(&format!(">{name}</span>"), "</tr>")
    };
    assert!(row(NORTH).contains("cannot be reached"), "{}", row(NORTH));
    assert!(row(SOUTH).contains(">connected<"), "{}", row(SOUTH));
    assert!(row(SOUTH).contains("back 1 time"), "{}", row(SOUTH));
    connect(&centre, true, true);
    quiet(NORTH);
}

#[test]
fn the_alert_leads_there_whoever_may_look() {
    let (centre, sue, max) = opened();
    let way = "<a href=\"/people/telephony\">";
    for (north, said) in [(true, gone(SOUTH)), (false, NONE.to_owned())] {
        connect(&centre, north, false);
        let linked = format!("{way}{said}");
        centre.get(&max, "/floor").is(200).says(&linked);
        centre.get(&sue, "/floor").is(200).says(&said).lacks(way);
    }
}
