//! The scenarios as they are played.

use crate::leave::order;
use crate::real::heard_as;
use crate::scenarios::SCENARIOS;
use jiff::{SignedDuration, Timestamp};
use telephony::SimulatedExchange;

#[test]
fn the_simulated_exchange_says_what_the_real_one_does() {
    let start: Timestamp = "2026-06-02T08:00:00Z".parse().unwrap();
    for scenario in SCENARIOS {
        let mut exchange = SimulatedExchange::new();
        let order = order(1, scenario.behaviour, false, start);
        let placed = exchange.place(order, scenario.callee(), start).unwrap();
        let mut heard = Vec::new();
        if let Some(after) = scenario.we_hang_up_after {
            let at = start + SignedDuration::from_millis(after as i64);
            heard.extend(exchange.step(at));
            exchange.hang_up(placed.line, at);
        }
        heard.extend(exchange.step(start + SignedDuration::from_hours(13)));
        let (says, _) = heard_as(&heard);
        assert_eq!(says, scenario.says, "{}", scenario.what);
    }
}
