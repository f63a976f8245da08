//! Leave to dial: the engine's, for contacts of one number each.

use engine::{
    Contact, ContactId, ContactKind, Facts, Law, ListId, Number, NumberFacts, Origin, Permit,
    Rules, Settings, Slot, Zone, permit,
};
use jiff::Timestamp;
use std::sync::LazyLock;
use telephony::Order;

const CATALOGUE: &str = include_str!("../../../../catalogues/callpro.toml");

/// It rings for five seconds at most.
const LAW: &str = r#"
country = "DE"
version = "tests"
zone = "Europe/Berlin"

[[ring]]
text = "It rings at most 5 seconds"
max_seconds = 5
source = "ours"
certain = false
"#;

static RULES: LazyLock<Rules> = LazyLock::new(|| rules(false));
static RULES_WITH_MENU: LazyLock<Rules> = LazyLock::new(|| rules(true));

fn rules(opt_out_menu: bool) -> Rules {
    Rules {
        version: 1,
        catalogue: engine::Catalogue::parse(CATALOGUE).unwrap(),
        law: Law::parse(LAW, "tests.toml").unwrap(),
        settings: Settings {
            opt_out_menu,
            ..Settings::default()
        },
    }
}

/// An order for the contact of this number, whose callee's behaviour its last digits choose.
pub fn order(contact: u64, behaviour: u64, menu: bool, now: Timestamp) -> Order {
    let rules: &Rules = if menu { &RULES_WITH_MENU } else { &RULES };
    let origin = Origin {
        zone: Zone::UTC,
        kind: ContactKind::Company,
        consent: None,
        numbers: 1,
        trigger: None,
        at: now,
    };
    let contact: Contact = origin
        .contact(ListId(3), ContactId(contact as i64), rules)
        .0;
    Order {
        list: ListId(3),
        number: Number::new(493_023_125_000 + behaviour).unwrap(),
        permit: leave(&contact, now, rules),
    }
}

fn leave(contact: &Contact, now: Timestamp, rules: &Rules) -> Permit {
    let facts = Facts {
        numbers: vec![NumberFacts::untouched(Slot(0))],
        ..Facts::default()
    };
    permit(contact, Slot(0), &facts, now, rules).unwrap()
}
