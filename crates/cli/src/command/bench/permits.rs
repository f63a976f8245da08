//! How many times a second the engine says whether a number may be dialled.

use crate::failure::Failure;
use crate::shipped;
use engine::law::shipped as laws;
use engine::{
    Basis, Catalogue, Contact, ContactId, ContactKind, Facts, Law, ListBasis, ListId, NumberFacts,
    Origin, Purpose, Rules, Settings, Slot, Zone, permit,
};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use std::hint::black_box;
use std::time::Instant;

const DECISIONS: u32 = 100_000;
/// As many as the Netherlands let count, all but one.
const DIALS: i64 = 14;

/// Decisions a second: a consumer with a ground, two numbers, and many dials in thirty days.
pub fn measure(now: Timestamp) -> Result<f64, Failure> {
    let rules = rules()?;
    let contact = contact(now, &rules)?;
    let facts = facts(&contact, now, &rules);
    let started = Instant::now();
    let mut given = 0_u32;
    for _ in 0..DECISIONS {
        let leave = permit(black_box(&contact), Slot(0), black_box(&facts), now, &rules);
        given = given.saturating_add(u32::from(leave.is_ok()));
    }
    let took = started.elapsed();
    match given == DECISIONS {
        true => Ok(f64::from(DECISIONS) / took.as_secs_f64()),
        false => Err(Failure::of("the measured contact may not be dialled")),
    }
}

fn rules() -> Result<Rules, Failure> {
    let told = |problems: Vec<String>| Failure::all(problems);
    let catalogue = Catalogue::parse(&shipped::catalogue("callpro")?)
        .map_err(|problems| told(problems.iter().map(ToString::to_string).collect()))?;
    let law = Law::parse(laws::NL, "nl.toml")
        .map_err(|problems| told(problems.iter().map(ToString::to_string).collect()))?;
    Ok(Rules {
        version: 1,
        catalogue,
        law,
        settings: Settings {
            purpose: Some(Purpose::Sales),
            basis: Some(ListBasis::new(
                Basis::Consent,
                date(2025, 12, 1),
                "web form",
            )),
            ..Settings::default()
        },
    })
}

fn contact(now: Timestamp, rules: &Rules) -> Result<Contact, Failure> {
    let zone = Zone::new("Europe/Amsterdam").map_err(|error| Failure::of(error.to_string()))?;
    let origin = Origin {
        zone,
        kind: ContactKind::Consumer,
        consent: None,
        numbers: 2,
        trigger: None,
        at: now,
    };
    Ok(origin.contact(ListId(1), ContactId(1), rules).0)
}

fn facts(contact: &Contact, now: Timestamp, rules: &Rules) -> Facts {
    let day = |n: i64| now.checked_sub(SignedDuration::from_hours(n.saturating_mul(24)));
    let dials: Vec<Timestamp> = (1..=DIALS).filter_map(|n| day(n).ok()).collect();
    let today = contact.zone.local(now).date();
    let numbers = contact.slots().map(|slot| NumberFacts {
        suppressed_by: None,
        ..rules
            .bounds(None)
            .dialled(slot, dials.clone(), today, &contact.zone)
    });
    Facts {
        numbers: numbers.collect(),
        ..Facts::default()
    }
}
