//! What Asterisk's own detector, with its defaults, makes of the same far ends: the carrier calls
//! itself and listens.

use crate::callees::Class;
use crate::real::said;
use jiff::SignedDuration;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use telephony::asterisk::AsteriskAddress;

pub struct Amd {
    carrier: AsteriskAddress,
    began: BTreeMap<u64, Instant>,
    told: BTreeMap<u64, Usual>,
    looked: Instant,
}

#[derive(Debug, Clone, Copy)]
pub struct Usual {
    pub class: Class,
    pub after: SignedDuration,
}

const LOOK_EVERY: Duration = Duration::from_millis(200);

impl Amd {
    pub fn new() -> Self {
        Self {
            carrier: said("DISPO_TEST_ASTERISK_CARRIER").parse().unwrap(),
            began: BTreeMap::new(),
            told: BTreeMap::new(),
            looked: Instant::now(),
        }
    }

    pub fn listen_to(&mut self, number: u64) {
        let path = format!(
            "channels?endpoint=Local/{number}@from-exchange/n&context=amd&extension={number}&priority=1"
        );
        if self.began.insert(number, Instant::now()).is_none() {
            let told = self.carrier.ask("POST", &path).unwrap();
            assert_eq!(told.status, 200, "{:?}", told.body);
        }
    }

    pub fn has_told(&self) -> usize {
        self.told.len()
    }

    /// Looks now and then which are done.
    pub fn look(&mut self) {
        if self.looked.elapsed() < LOOK_EVERY {
            return;
        }
        self.looked = Instant::now();
        for (number, began) in &self.began {
            if self.told.contains_key(number) {
                continue;
            }
            let path = format!("asterisk/variable?variable=AMD_{number}");
            let told = self.carrier.ask("GET", &path).unwrap();
            let class = match told.body["value"].as_str() {
                Some("MACHINE") => Class::Machine,
                Some("") | None => continue,
                Some(_) => Class::Person,
            };
            let after = SignedDuration::try_from(began.elapsed()).unwrap();
            self.told.insert(*number, Usual { class, after });
        }
    }

    pub fn told(&self, number: u64) -> Usual {
        let told = self.told.get(&number);
        *told.unwrap_or_else(|| panic!("the usual detector says nothing of {number}"))
    }
}
