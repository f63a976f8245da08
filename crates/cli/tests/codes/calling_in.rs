//! Customers call in: a supervisor opens the number in the browser, an agent answers there.

use crate::house::House;
use crate::paper::PHONE;
use crate::play::Stage;
use engine::Number;
use jiff::SignedDuration;
use telephony::{Caller, SimulatedCaller};

const CALLED: &str = "+31201230900";

impl House {
    /// Results and causes of calls that are of no contact.
    pub fn codes_of_callers(&self) -> Vec<String> {
        let calls = self.store.newest_inbound(20).unwrap().into_iter();
        calls
            .filter_map(|call| call.pair)
            .flat_map(|(major, minor)| [major, format!("minor {minor}")])
            .collect()
    }
}

impl Stage {
    /// A supervisor opens the house's number, as usual but for one field.
    pub fn open_number(&mut self, change: &[&str]) -> Result<(), String> {
        self.house.list();
        let campaign = self.house.store.campaigns().unwrap()[0].id.0.to_string();
        let mut form = vec![
            ("number", CALLED),
            ("name", "Klanten"),
            ("purpose", "service"),
            ("campaign", campaign.as_str()),
            ("zone", "Europe/Amsterdam"),
            ("waiting_most", "5"),
            ("wait_seconds", "120"),
            ("owner_seconds", "10"),
            ("ask_seconds", "10"),
            ("asks_most", "5"),
            ("served_within", "20"),
            ("again_seconds", "45"),
            ("music", "default"),
            ("callback_key", "1"),
        ];
        if let [name, value] = *change {
            form.retain(|(there, _)| *there != name);
            form.push((name, value));
        }
        let answer = self.house.browse("sue", "/queues", &form);
        match answer.status {
            303 => Ok(()),
            _ => Err(answer.body.chars().take(2_000).collect()),
        }
    }

    pub fn call_in(&mut self, how: &str) -> Result<(), String> {
        let seconds = SignedDuration::from_secs;
        let digits: String = PHONE.chars().filter(char::is_ascii_digit).collect();
        let known = digits.trim_start_matches('0').parse().unwrap();
        let known = Number::new(known).or_else(|_| Number::new(31_000_000_000 + known));
        let number = match how {
            "stranger" => Number::new(31_201_230_777),
            _ => known,
        };
        let caller = SimulatedCaller {
            called: match how {
                "elsewhere" => "+31201230999",
                _ => CALLED,
            }
            .to_owned(),
            caller: Caller {
                number: number.ok(),
                name: None,
            },
            patience: (how == "leaves").then(|| seconds(10)),
            presses: (how == "presses").then(|| (seconds(4), '1')),
            talks: None,
        };
        self.house.ring_in(caller);
        match how {
            "taken" => self.answer(),
            "untaken" => {
                self.house.browse("ada", "/desk/ready", &[]);
                self.house.store.renew(self.house.agent).unwrap();
                self.house.pass(30);
                Ok(())
            }
            _ => {
                self.house.pass(12);
                Ok(())
            }
        }
    }

    /// The agent is ready, is asked, and answers at her desk.
    fn answer(&mut self) -> Result<(), String> {
        let agent = self.house.agent;
        self.house.browse("ada", "/desk/ready", &[]);
        self.house.store.renew(agent).unwrap();
        self.house.pass(2);
        let call = self.house.store.inbound_asking(agent).unwrap();
        let id = call.ok_or("she is not asked")?.id.to_string();
        self.house.browse("ada", "/desk/answer", &[("call", &id)]);
        self.house.pass(2);
        let hand = self.house.store.agent(agent).unwrap().unwrap().hand;
        hand.map(|_| ())
            .ok_or_else(|| "nobody is in her hands".to_owned())
    }
}
