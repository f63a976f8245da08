//! The people who are called: when they are there, what their lines do, what they say.
//!
//! What somebody is like follows from the seed and the contact's id, never from personal
//! data; what one call brings follows from the attempt's number as well.

use crate::chance::Dice;
use engine::{ContactId, ContactKind, Outcome, Slot, Zone};
use jiff::SignedDuration;
use jiff::civil::{DateTime, Weekday};
use store::Store;
use telephony::{Callee, Fate, Order, usual_cause};
use workers::FarEnd;

/// What a person who answers wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    /// Never to be called again.
    DoNotCall,
    /// Nothing: it is not for them, or they are not the one.
    Unsuitable,
    WrongNumber,
    /// The one we want is not there.
    Absent,
    /// A call at an agreed time by the same agent.
    Appointed,
    /// A call some other time.
    CallBack,
    /// A call in half a year.
    Later,
    Information,
    Refuses,
    Accepts,
    /// To be left waiting for something that is not a moment.
    Parked,
}

/// One conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Talk {
    pub wish: Wish,
    pub seconds: i64,
    /// The person hangs up; otherwise the agent does.
    pub they_hang_up: bool,
}

/// What becomes of one call.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    pub callee: Callee,
    pub talk: Option<Talk>,
}

/// When somebody is likely to pick up.
#[derive(Debug, Clone, Copy)]
enum Home {
    Office,
    InByDay,
    AtWork,
}

/// Who is called, from which number, for the how-manieth time, and when on their clock.
#[derive(Debug, Clone, Copy)]
pub struct Called {
    pub contact: ContactId,
    pub kind: ContactKind,
    pub slot: Slot,
    pub attempt: u32,
    pub callbacks: u32,
    pub local: DateTime,
}

const CONTACT: u64 = 1;
const NUMBER: u64 = 2;
const CALL: u64 = 3;

/// What is the matter with a number for good, in a thousand.
const NUMBERS: [(u64, Option<Outcome>); 5] = [
    (942, None),
    (28, Some(Outcome::SpecialTone)),
    (10, Some(Outcome::Fax)),
    (10, Some(Outcome::Refused)),
    (10, Some(Outcome::NeverRang)),
];

/// What may happen to any call before somebody could answer, in a thousand.
const ACCIDENTS: [(u64, Option<Outcome>); 9] = [
    (918, None),
    (40, Some(Outcome::Busy)),
    (14, Some(Outcome::Congested)),
    (8, Some(Outcome::Refused)),
    (6, Some(Outcome::Failed)),
    (4, Some(Outcome::LostWhileDialling)),
    (3, Some(Outcome::Incomplete)),
    (2, Some(Outcome::Interrupted)),
    (5, Some(Outcome::Noise)),
];

/// What people want at first, and after they asked to be called back.
const WISHES: [(u64, u64, Wish); 11] = [
    (40, 10, Wish::DoNotCall),
    (60, 20, Wish::Unsuitable),
    (20, 5, Wish::WrongNumber),
    (130, 120, Wish::Absent),
    (90, 120, Wish::Appointed),
    (80, 80, Wish::CallBack),
    (20, 30, Wish::Later),
    (70, 90, Wish::Information),
    (320, 175, Wish::Refuses),
    (125, 320, Wish::Accepts),
    (45, 30, Wish::Parked),
];

/// The course of one call.
pub fn course(seed: u64, called: &Called) -> Course {
    let contact = called.contact.0.unsigned_abs();
    let slot = u64::from(called.slot.0);
    let mut number = Dice::of(&[seed, contact, NUMBER, slot]);
    let mut call = Dice::of(&[seed, contact, CALL, u64::from(called.attempt)]);
    let for_good = number.weigh(&NUMBERS).flatten();
    let accident = call.weigh(&ACCIDENTS).flatten();
    if let Some(outcome) = for_good.or(accident) {
        return Course {
            callee: without_answer(outcome, &mut call),
            talk: None,
        };
    }
    let (likely, has_machine) = is_likely_there(seed, called);
    if call.happens(likely) {
        return answered(called, &mut call);
    }
    let outcome = if has_machine && call.happens(800) {
        Outcome::Machine
    } else {
        Outcome::NoAnswer
    };
    Course {
        callee: without_answer(outcome, &mut call),
        talk: None,
    }
}

/// How likely the person is there at this hour, in a thousand, and whether a machine is.
fn is_likely_there(seed: u64, called: &Called) -> (u64, bool) {
    let mut dice = Dice::of(&[seed, called.contact.0.unsigned_abs(), CONTACT]);
    let has_machine = dice.happens(350);
    let home = match called.kind {
        ContactKind::Company => Home::Office,
        ContactKind::Consumer | ContactKind::SoleTrader => dice
            .weigh(&[(40, Home::InByDay), (60, Home::AtWork)])
            .unwrap_or(Home::AtWork),
    };
    let weekend = matches!(called.local.weekday(), Weekday::Saturday | Weekday::Sunday);
    let likely = match (home, called.local.hour()) {
        (Home::Office, _) if weekend => 60,
        (Home::Office, 9..=11 | 13..=16) => 440,
        (Home::Office, 8 | 12 | 17) => 200,
        (Home::Office, _) => 40,
        (Home::InByDay, 9..=11 | 14..=16) => 360,
        (Home::InByDay, 12..=13 | 17..=20) => 420,
        (Home::InByDay, _) => 200,
        (Home::AtWork, 9..=16) if weekend => 380,
        (Home::AtWork, 9..=16) => 110,
        (Home::AtWork, 17..=20) => 470,
        (Home::AtWork, _) => 220,
    };
    (likely, has_machine)
}

/// The people behind the numbers others dial: they answer, talk and hang up like those our
/// own agents call. Nobody tells them when it is over, so in the end they hang up themselves.
pub fn far_end(seed: u64) -> FarEnd {
    Box::new(move |store: &Store, order: &Order| {
        let permit = &order.permit;
        let contact = store.contact(order.list, permit.contact()).ok().flatten();
        let zone = contact
            .as_ref()
            .map_or(Zone::UTC, |there| there.zone.clone());
        let course = course(
            seed,
            &Called {
                contact: permit.contact(),
                kind: contact
                    .as_ref()
                    .map_or(ContactKind::Consumer, |there| there.kind),
                slot: permit.slot(),
                attempt: permit.attempt(),
                callbacks: contact.map_or(0, |there| there.counters.callbacks),
                local: zone.local(store.clock().now()),
            },
        );
        match (course.callee.fate, course.talk) {
            (Fate::Person { hangs_up_after }, Some(talk)) => Callee {
                fate: Fate::Person {
                    hangs_up_after: hangs_up_after.or(Some(patience(talk))),
                },
                ..course.callee
            },
            (fate, _) => Callee {
                fate,
                ..course.callee
            },
        }
    })
}

/// Longer than the talk would take our own agents, whom nobody has to read a screen for.
fn patience(talk: Talk) -> SignedDuration {
    SignedDuration::from_secs(talk.seconds.saturating_mul(3).saturating_add(60))
}

fn seconds(dice: &mut Dice, low: i64, high: i64) -> SignedDuration {
    SignedDuration::from_millis(dice.between(low.saturating_mul(1000), high.saturating_mul(1000)))
}

fn without_answer(outcome: Outcome, dice: &mut Dice) -> Callee {
    let cause = usual_cause(outcome, dice.roll());
    let (rings, low, high) = match outcome {
        Outcome::NoAnswer => (true, 25, 40),
        Outcome::Machine => (true, 12, 25),
        Outcome::Fax | Outcome::Noise | Outcome::Abandoned | Outcome::Answered => (true, 5, 15),
        Outcome::Refused | Outcome::Interrupted | Outcome::Incomplete => (true, 1, 12),
        Outcome::NeverRang => (false, 30, 32),
        Outcome::LostWhileDialling
        | Outcome::Failed
        | Outcome::Congested
        | Outcome::Busy
        | Outcome::SpecialTone => (false, 1, 5),
    };
    let picked_up = matches!(outcome, Outcome::Machine | Outcome::Fax | Outcome::Noise);
    Callee {
        rings_after: rings.then(|| seconds(dice, 1, 4)),
        then_after: seconds(dice, low, high),
        opts_out_after: None,
        fate: if picked_up {
            Fate::PickedUp {
                outcome,
                cause,
                told_after: seconds(dice, 1, 4),
            }
        } else {
            Fate::Ends { outcome, cause }
        },
    }
}

fn answered(called: &Called, dice: &mut Dice) -> Course {
    let again = called.callbacks > 0;
    let wishes = WISHES.map(|(first, later, wish)| (if again { later } else { first }, wish));
    let wish = dice.weigh(&wishes).unwrap_or(Wish::Refuses);
    let (low, high) = match wish {
        Wish::DoNotCall | Wish::WrongNumber => (8, 40),
        Wish::Absent | Wish::Unsuitable | Wish::Parked => (15, 60),
        Wish::Appointed | Wish::CallBack | Wish::Later => (30, 150),
        Wish::Refuses => (15, 120),
        Wish::Information => (60, 240),
        Wish::Accepts => (150, 600),
    };
    let seconds_talked = dice.between(low, high);
    let they_hang_up = dice.happens(300);
    let talk = Talk {
        wish,
        seconds: seconds_talked,
        they_hang_up,
    };
    let (rings_after, then_after) = (seconds(dice, 1, 4), seconds(dice, 3, 20));
    // Asked last, so that nothing else depends on whether there is a menu.
    let opts_out = wish != Wish::Accepts && dice.happens(40);
    let opts_out_after = opts_out.then(|| seconds(dice, 3, 9));
    Course {
        callee: Callee {
            rings_after: Some(rings_after),
            then_after,
            opts_out_after,
            fate: Fate::Person {
                hangs_up_after: they_hang_up.then(|| SignedDuration::from_secs(seconds_talked)),
            },
        },
        talk: Some(talk),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn called(contact: i64, kind: ContactKind, attempt: u32, local: &str) -> Called {
        Called {
            contact: ContactId(contact),
            kind,
            slot: Slot(0),
            attempt,
            callbacks: 0,
            local: local.parse().unwrap(),
        }
    }

    fn answered_in_a_thousand(kind: ContactKind, local: &str) -> usize {
        (0..1_000)
            .filter(|contact| course(1, &called(*contact, kind, 1, local)).talk.is_some())
            .count()
    }

    #[test]
    fn offices_answer_by_day_and_households_in_the_evening() {
        let (morning, evening) = ("2026-06-02T10:00", "2026-06-02T19:00");
        assert!(answered_in_a_thousand(ContactKind::Company, morning) > 300);
        assert!(answered_in_a_thousand(ContactKind::Company, evening) < 80);
        let by_day = answered_in_a_thousand(ContactKind::Consumer, morning);
        let in_the_evening = answered_in_a_thousand(ContactKind::Consumer, evening);
        assert!(
            by_day * 3 / 2 < in_the_evening,
            "{by_day} by day, {in_the_evening} later"
        );
    }

    #[test]
    fn a_dead_number_is_dead_at_every_attempt() {
        let outcomes = |contact: i64| -> Vec<bool> {
            (1..5)
                .map(|attempt| called(contact, ContactKind::Consumer, attempt, "2026-06-02T19:00"))
                .map(|called| course(1, &called).callee.fate)
                .map(|fate| {
                    matches!(
                        fate,
                        Fate::Ends {
                            outcome: Outcome::SpecialTone,
                            ..
                        }
                    )
                })
                .collect()
        };
        let dead: Vec<Vec<bool>> = (0..1_000).map(outcomes).filter(|dead| dead[0]).collect();
        assert!((10..50).contains(&dead.len()), "{}", dead.len());
        assert!(dead.iter().flatten().all(|dead| *dead));
    }

    #[test]
    fn every_outcome_but_abandoned_comes_up() {
        let mut counts: BTreeMap<Outcome, u32> = BTreeMap::new();
        for contact in 0..5_000 {
            let called = called(contact, ContactKind::Consumer, 1, "2026-06-02T19:00");
            let outcome = match course(3, &called).callee.fate {
                Fate::Person { .. } => Outcome::Answered,
                Fate::PickedUp { outcome, .. } | Fate::Ends { outcome, .. } => outcome,
            };
            *counts.entry(outcome).or_default() += 1;
        }
        let missing: Vec<Outcome> = Outcome::ALL
            .into_iter()
            .filter(|outcome| !counts.contains_key(outcome))
            .collect();
        // Nobody is abandoned where every call has its agent.
        assert_eq!(missing, [Outcome::Abandoned]);
    }
}
