//! Callers through a real Asterisk: the carrier calls in, agents answer on desk phones.

use crate::house::{House, asterisk_says, said};
use engine::{AgentId, InboundEnd, Phase};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;
use store::{InboundState, LineOrder, Queue, QueueKind};
use telephony::asterisk::AsteriskAddress;

pub const CALLED: u64 = 493_023_125_900;
/// Of full scale: silence is 0, music and what the desk phone sends back some hundredths.
const HEARD: f64 = 0.003;

/// A house with so many agents, whose number is told to the exchange as its own.
pub fn open(name: &str, agents: usize, change: impl Fn(&mut Queue)) -> House {
    let mut house = House::open(name, &vec![100; agents]);
    open_number(&mut house, change);
    house
}

/// It can be called.
pub fn open_number(house: &mut House, change: impl Fn(&mut Queue)) {
    house.run_until("Asterisk is there", House::has_exchange);
    let zone = engine::Zone::new("Europe/Berlin").unwrap();
    let number = engine::Number::new(CALLED).unwrap();
    let mut queue = Queue::new(number, "Callers", QueueKind::Service, zone);
    queue.campaign = Some(house.store.campaigns().unwrap()[0].id);
    queue.list = Some(house.store.lists().unwrap()[0].id);
    queue.sounds.closed = Some("sound:hello-world".to_owned());
    change(&mut queue);
    assert_eq!(house.store.set_queue(queue).unwrap(), []);
    for (agent, _) in house.store.agents().unwrap() {
        house.store.renew(agent).unwrap();
    }
    let own = format!("dialplan set global DISPO_APP_{CALLED} {}", house.app());
    asterisk_says(&own);
}

/// The carrier calls: whoever is behind it behaves as that number does.
pub fn rings(behaviour: &str, from: &str) {
    let endpoint = format!("PJSIP/%2B{CALLED}@exchange");
    rings_at(&endpoint, behaviour, from);
}

pub fn rings_at(endpoint: &str, behaviour: &str, from: &str) {
    let carrier: AsteriskAddress = format!("{}?trunk=x", said("DISPO_TEST_ASTERISK_CARRIER"))
        .parse()
        .unwrap();
    let path = format!(
        "channels?endpoint={endpoint}&context=callee&extension={behaviour}&priority=1&callerId={from}"
    );
    let told = carrier.ask("POST", &path).unwrap();
    assert!(told.status < 300, "{told:?}");
}

pub fn waits(house: &House) -> bool {
    let open = house.store.open_inbound().unwrap();
    open.iter().any(|call| call.state == InboundState::Waiting)
}

pub fn asked(house: &House) -> Option<AgentId> {
    let open = house.store.open_inbound().unwrap();
    open.iter().find_map(|call| Some(call.asked?.0))
}

pub fn answer(house: &House, agent: AgentId) {
    let call = house.store.inbound_asking(agent).unwrap().unwrap().id;
    house.hand_in(LineOrder::Answer { call, agent });
}

pub fn ended(house: &House) -> Option<InboundEnd> {
    house.store.newest_inbound(1).unwrap().first()?.end
}

#[test]
fn a_customer_reaches_an_agent_and_both_hear_each_other() {
    let before = files();
    let mut house = open("call-back", 2, |queue| {
        // Silence, so that what is heard comes from the desk phone: it sends back what it hears.
        queue.sounds.music = "silence".to_owned();
        queue.rules.ask_seconds = 1;
    });
    // 100 is the contact's number: whoever calls from there is known.
    rings("105", "%2B493023125100");
    house.run_until("somebody is asked", |house| asked(house).is_some());
    let first = asked(&house).unwrap();
    let call = house.store.newest_inbound(1).unwrap().remove(0);
    assert!(call.contact.is_some(), "{call:?}");
    house.run_until("the next is asked", |house| asked(house) != Some(first));
    let next = asked(&house).unwrap();
    answer(&house, next);
    house.run_until("she talks", |house| house.hands(Phase::Talking) == 1);
    house.run_for(Duration::from_secs(3));
    house.hang_up(next);
    house.run_until("the talk is over", |house| house.hands(Phase::WrapUp) == 1);
    house.dispose(next);
    std::thread::sleep(Duration::from_millis(500));
    for kind in ["said-", "heard-"] {
        let level = level(&newest(&before, kind));
        assert!(level > HEARD, "{kind}: {level}");
    }
    let found = house.store.doctor().unwrap();
    assert!(found.differences.is_empty(), "{:?}", found.differences);
    house.leaves_nothing();
}

/// The one code of CallPro's lines that only comes from calls that come in.
#[test]
fn somebody_calls_and_nobody_speaks() {
    let mut house = House::coding("noise", "205");
    open_number(&mut house, |_| {});
    rings("101", "%2B493023125100");
    house.run_until("she is asked", |house| asked(house).is_some());
    let agent = house.agents[0];
    answer(&house, agent);
    house.run_until("she listens", |house| house.hands(Phase::Talking) == 1);
    house.hang_up(agent);
    house.run_until("it is over", |house| house.hands(Phase::WrapUp) == 1);
    house.dispose(agent);
    let call = house.store.newest_inbound(1).unwrap().remove(0);
    let (list, contact) = call.contact.unwrap();
    let attempts = house.store.attempts_of(list, contact).unwrap();
    let codes: Vec<&str> = attempts.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["205"]);
    house.leaves_nothing();
}

#[test]
fn who_is_not_taken_ends_once_and_nobody_is_left() {
    let mut house = open("ends", 0, |_| {});
    rings("109", "%2B493023125777");
    house.run_until("she waits", waits);
    house.run_until("she hangs up", |house| ended(house).is_some());
    assert_eq!(ended(&house), Some(InboundEnd::HungUp));
    set(&house, &|queue| queue.sounds.callback_key = Some('9'));
    rings("103", "%2B493023125777");
    house.run_until("she presses 9", |house| {
        ended(house) == Some(InboundEnd::CallbackAsked)
    });
    let before = files();
    set(&house, &|queue| {
        queue.rules.wait_seconds = 4;
        queue.sounds.full = None;
    });
    rings("105", "%2B493023125777");
    house.run_until("it was too long", |house| {
        ended(house) == Some(InboundEnd::WaitedTooLong)
    });
    std::thread::sleep(Duration::from_millis(500));
    let music = level(&newest(&before, "heard-"));
    assert!(music > HEARD, "no music: {music}");
    set(&house, &|queue| queue.rules.wait_seconds = 60);
    set(&house, &|queue| queue.rules.closed_for_now = true);
    rings("108", "%3Cscript%3E");
    house.run_until("it is closed", |house| {
        ended(house) == Some(InboundEnd::Emergency)
    });
    assert_eq!(house.store.newest_inbound(1).unwrap()[0].caller, None);
    set(&house, &|queue| queue.rules.closed_for_now = false);
    assert_eq!(house.store.newest_inbound(10).unwrap().len(), 4);
    house.leaves_nothing();
}

#[test]
fn whoever_waits_while_the_connection_is_cut_goes_on_waiting() {
    let mut house = open("cut-waiting", 1, |_| {});
    rings("108", "%2B493023125777");
    house.run_until("somebody is asked", |house| asked(house).is_some());
    house.proxy.cut();
    house.run_for(Duration::from_secs(2));
    house.proxy.mend();
    house.run_until("Asterisk is there", House::has_exchange);
    assert!(waits(&house));
    let agent = asked(&house).unwrap();
    answer(&house, agent);
    house.run_until("she talks", |house| house.hands(Phase::Talking) == 1);
    house.run_for(Duration::from_secs(1));
    assert_eq!(house.hands(Phase::Talking), 1, "both are still there");
    house.hang_up(agent);
    house.run_until("the talk is over", |house| house.hands(Phase::WrapUp) == 1);
    house.dispose(agent);
    house.leaves_nothing();
}

fn set(house: &House, change: &dyn Fn(&mut Queue)) {
    let mut queue = house.store.queues().unwrap().remove(0);
    change(&mut queue);
    assert_eq!(house.store.set_queue(queue).unwrap(), []);
}

pub fn files() -> BTreeSet<PathBuf> {
    let folder = format!("{}/carrier/spool", said("DISPO_TEST_ASTERISK_RUN"));
    let files = std::fs::read_dir(folder).unwrap();
    files.map(|file| file.unwrap().path()).collect()
}

pub fn newest(before: &BTreeSet<PathBuf>, kind: &str) -> PathBuf {
    let now = files();
    let of_kind = |file: &&PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(kind)
    };
    let found = now.difference(before).find(of_kind);
    found.expect("no file of this call").clone()
}

/// The root of the mean square of its samples, 1 at full scale.
fn level(file: &PathBuf) -> f64 {
    let bytes = std::fs::read(file).unwrap();
    let samples = bytes[44..].as_chunks::<2>().0;
    let square = |sample: &[u8; 2]| (f64::from(i16::from_le_bytes(*sample)) / 32_768.0).powi(2);
    let sum: f64 = samples.iter().map(square).sum();
    (sum / samples.len().max(1) as f64).sqrt()
}
