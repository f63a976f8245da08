//! Everybody who is listened to, called at once: who they are, and what was heard.

use crate::amd::Amd;
use crate::callees::{Class, KINDS, class};
use crate::leave::listening;
use crate::real::{Clock, connected, phone, said};
use engine::{ContactId, Machines, Number, Report};
use jiff::SignedDuration;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use telephony::{Order, wav_head};

/// Who speaks with a voice that was recorded once, and comes with Asterisk.
const RECORDED: [(u64, &str, Class); 8] = [
    (100, "recorded: a hello", Class::Person),
    (101, "recorded: says nothing", Class::Person),
    (110, "recorded: a greeting of ten seconds", Class::Machine),
    (111, "recorded: a short greeting", Class::Machine),
    (113, "recorded: a very long greeting", Class::Machine),
    (172, "recorded: information tone, text", Class::Special),
    (180, "fax: its tone", Class::Fax),
    (182, "fax: a whole machine", Class::Fax),
];
/// So many of each kind that is made, with this number and those after it.
const OF_EACH: u64 = 2;
/// Two are not called in the same moment.
const BETWEEN: Duration = Duration::from_millis(30);
const FIRST: u64 = 498_999_998_000;

pub struct Callee {
    pub number: u64,
    pub what: &'static str,
    pub is: Class,
}

/// What one was taken for, and how long after the answer that was known.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    pub class: Class,
    pub after: SignedDuration,
}

pub fn callees() -> Vec<Callee> {
    let recorded = RECORDED.iter().map(|(behaviour, what, is)| Callee {
        number: 493_023_125_000 + behaviour,
        what,
        is: *is,
    });
    let made = (0..OF_EACH).flat_map(|at| (0..).zip(KINDS).map(move |(kind, it)| (at, kind, it)));
    let made = made.map(|(at, kind, it)| {
        let number = FIRST + kind * OF_EACH + at;
        play_at(number, (it.sounds)(at * 5).samples());
        Callee {
            number,
            what: it.what,
            is: it.is,
        }
    });
    recorded.chain(made).collect()
}

/// Whoever has this number sends this sound.
fn play_at(number: u64, samples: Vec<i16>) {
    let sound = samples.iter().flat_map(|sample| sample.to_le_bytes());
    let mut bytes = wav_head(u32::try_from(samples.len() * 2).unwrap()).to_vec();
    bytes.extend(sound);
    let folder = format!("{}/carrier/spool", said("DISPO_TEST_ASTERISK_RUN"));
    std::fs::write(format!("{folder}/voice-{number}.wav"), bytes).unwrap();
}

pub fn listen_to_all(callees: &[Callee], amd: &mut Amd) -> Vec<Told> {
    let (mut asterisk, nudged) = connected("ears");
    let clock = Clock::new();
    let mut to_call = (0..).zip(callees).peekable();
    let began = Instant::now();
    let mut heard = BTreeMap::new();
    let until = Instant::now() + Duration::from_secs(25);
    while amd.has_told() < callees.len() && Instant::now() < until {
        let _ = nudged.recv_timeout(Duration::from_millis(20));
        amd.look();
        let is_due = |(at, _): &(u64, &Callee)| began.elapsed() >= BETWEEN * *at as u32;
        while let Some((at, callee)) = to_call.next_if(is_due) {
            let order = Order {
                number: Number::new(callee.number).unwrap(),
                ..listening(at, 0, Machines::HangUp, clock.now())
            };
            asterisk.place(order, Some(phone(at)), clock.now()).unwrap();
        }
        let now = clock.now();
        for said in asterisk.step(now) {
            let after = now.duration_since(said.happened_at);
            let class = match said.report {
                // A fax may be heard a moment after it was taken for a person.
                Report::Answered { .. } => Some(Class::Person),
                Report::Ended { outcome, .. } => class(outcome),
                _ => None,
            };
            if let Some(class) = class {
                let contact = said.placed.contact;
                heard.insert(contact, Told { class, after });
                amd.listen_to(callees[contact.0 as usize].number);
            }
        }
    }
    asterisk.close(clock.now());
    (0..)
        .zip(callees)
        .map(|(at, callee)| {
            *heard
                .get(&ContactId(at))
                .unwrap_or_else(|| panic!("{} was not heard", callee.what))
        })
        .collect()
}
