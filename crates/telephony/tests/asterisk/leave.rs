//! Leave to dial: the engine's, for contacts of one number each.

use engine::{
    CallSounds, Contact, ContactId, ContactKind, Facts, Law, ListId, Machines, Number, NumberFacts,
    Origin, Permit, Profile, Rules, Settings, Shown, Slot, Zone, permit,
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
    let contact = person(contact, now, rules);
    Order {
        list: ListId(3),
        number: Number::new(493_023_125_000 + behaviour).unwrap(),
        permit: leave(&contact, None, now, rules),
        sounds: CallSounds::default(),
    }
}

/// The same, where somebody wants machines told from people.
pub fn listening(contact: u64, behaviour: u64, machines: Machines, now: Timestamp) -> Order {
    let profile = Profile {
        machines: Some(machines),
        ..Profile::default()
    };
    let order = order(contact, behaviour, false, now);
    Order {
        permit: leave(&person(contact, now, &RULES), Some(profile), now, &RULES),
        ..order
    }
}

/// The same, where the campaign shows a number.
pub fn showing(contact: u64, behaviour: u64, number: Number, now: Timestamp) -> Order {
    let facts = Facts {
        caller_id: Some(Shown::Number(number)),
        ..untouched()
    };
    let person = person(contact, now, &RULES);
    Order {
        permit: permit(&person, Slot(0), &facts, now, &RULES).unwrap(),
        ..order(contact, behaviour, false, now)
    }
}

fn person(contact: u64, now: Timestamp, rules: &Rules) -> Contact {
    let origin = Origin {
        zone: Zone::UTC,
        kind: ContactKind::Company,
        consent: None,
        numbers: 1,
        trigger: None,
        at: now,
    };
    origin
        .contact(ListId(3), ContactId(contact as i64), rules)
        .0
}

fn leave(contact: &Contact, profile: Option<Profile>, now: Timestamp, rules: &Rules) -> Permit {
    let facts = Facts {
        profile,
        ..untouched()
    };
    permit(contact, Slot(0), &facts, now, rules).unwrap()
}

fn untouched() -> Facts {
    Facts {
        numbers: vec![NumberFacts::untouched(Slot(0))],
        ..Facts::default()
    }
}
