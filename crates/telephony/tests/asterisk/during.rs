//! Hold, mute and keys, as they are heard at both ends.

use crate::leave::order;
use crate::real::{Clock, connected, said};
use crate::sound::{AGENT, CUSTOMER, Nothing, Something, a_while, heard_in_turn, hears};
use engine::{AgentId, ContactId, Wish};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};
use telephony::asterisk::{Asterisk, AsteriskAddress, Phone};

pub const ANNA: AgentId = AgentId(101);

/// One talk over a real exchange.
pub struct Talk {
    pub asterisk: Asterisk,
    nudged: Receiver<()>,
    pub clock: Clock,
}

impl Talk {
    /// Of an agent who hums with the number of this behaviour.
    pub fn with(app: &str, behaviour: u64) -> Self {
        let mut talk = Self::dialled(app, behaviour);
        talk.until("answered");
        talk
    }

    /// The same, before anybody picks up.
    pub fn dialled(app: &str, behaviour: u64) -> Self {
        let (asterisk, nudged) = connected(app);
        let clock = Clock::new();
        let mut talk = Self {
            asterisk,
            nudged,
            clock,
        };
        let order = order(1, behaviour, false, talk.clock.now());
        let phone = desk(ANNA, AGENT.0);
        let now = talk.clock.now();
        talk.asterisk.place(order, Some(phone), now).unwrap();
        talk
    }

    /// Until the line says this.
    pub fn until(&mut self, word: &str) {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            assert!(Instant::now() < until, "{word} was not said");
            let heard = self.asterisk.step(self.clock.now());
            if heard.iter().any(|heard| heard.report.word() == word) {
                return;
            }
            let _ = self.nudged.recv_timeout(Duration::from_millis(20));
        }
    }

    pub fn wish(&mut self, wish: Wish) {
        self.asterisk.during(ANNA, wish, None);
    }

    /// Everybody is hung up on, and nothing of ours is left.
    pub fn ends(mut self) {
        self.asterisk.hang_up(ContactId(1), 1);
        self.until("ended");
        self.asterisk.close(self.clock.now());
        // The carrier closes its files a moment after the call.
        std::thread::sleep(Duration::from_millis(500));
    }
}

pub fn desk(agent: AgentId, line: &str) -> Phone {
    let line = line.to_owned();
    Phone { agent, line }
}

#[test]
fn who_is_on_hold_hears_music_and_who_is_mute_is_not_heard() {
    let mut talk = Talk::with("hold", 115);
    a_while();
    talk.wish(Wish::Hold);
    a_while();
    talk.wish(Wish::Mute);
    talk.wish(Wish::Resume);
    a_while();
    talk.wish(Wish::Unmute);
    a_while();
    talk.ends();

    let (agent, customer) = (hears(&[AGENT]), hears(&[CUSTOMER]));
    let at_the_far_end = [agent.clone(), Something, Nothing, agent];
    heard_in_turn(CUSTOMER, &at_the_far_end);
    heard_in_turn(AGENT, &[customer.clone(), Nothing, customer]);
}

#[test]
fn keys_arrive_at_the_far_end() {
    let mut talk = Talk::with("keys", 117);
    std::thread::sleep(Duration::from_millis(300));
    for keys in ["1", "2*", "7"] {
        talk.wish(Wish::Press(keys.parse().unwrap()));
    }
    let carrier: AsteriskAddress = said("DISPO_TEST_ASTERISK_CARRIER").parse().unwrap();
    let until = Instant::now() + Duration::from_secs(6);
    loop {
        let told = carrier
            .ask("GET", "asterisk/variable?variable=KEYS")
            .unwrap();
        let keys = told.body["value"].as_str().unwrap_or("").to_owned();
        if keys == "12*7" {
            break;
        }
        assert!(Instant::now() < until, "only {keys:?} arrived");
        std::thread::sleep(Duration::from_millis(100));
    }
    talk.ends();
}
