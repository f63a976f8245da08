//! A call comes in: whoever is asked sees who it is and takes it by one key.

use crate::house::{Centre, Desk};
use engine::{Number, Zone};
use store::{CameIn, InboundCall, LineOrder, Queue, QueueKind, Suppression};

const CALLED: u64 = 493_023_125_900;

fn number(digits: u64) -> Number {
    Number::new(digits).unwrap()
}

/// A house whose number can be called, and an agent who waits for somebody.
fn open() -> (Centre, Desk) {
    let centre = Centre::open(0);
    let anna = centre.agent("anna");
    centre.post(&anna, "/desk/ready", &[]);
    let campaign = centre.store.campaigns().unwrap()[0].id;
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let queue = Queue {
        campaign: Some(campaign),
        list: Some(centre.list),
        ..Queue::new(number(CALLED), "Callers", QueueKind::Service, zone)
    };
    assert_eq!(centre.store.set_queue(queue).unwrap(), []);
    (centre, anna)
}

fn rings(centre: &Centre, anna: &Desk, from: Option<u64>, name: Option<&str>) -> InboundCall {
    let came = CameIn {
        called: number(CALLED),
        caller: from.map(number),
        name: name.map(str::to_owned),
        exchange: None,
        line: None,
    };
    let (call, _) = centre.store.call_came_in(came).unwrap();
    centre.store.call_waits(call.id).unwrap();
    centre.store.ask_for_call(&call, Some(anna.agent)).unwrap();
    call
}

#[test]
fn she_sees_who_calls_and_answers_by_one_key() {
    let (mut centre, anna) = open();
    let call = rings(&centre, &anna, Some(493_023_125_777), Some("Jan <b>& co"));
    centre
        .get(&anna, "/desk/now")
        .is(200)
        .says("+493023125777")
        .says("Jan &#60;b&#62;&#38; co")
        .says("data-key=\"a\"")
        .says("Not known");
    let id = call.id.to_string();
    let other = (call.id + 1).to_string();
    centre
        .post(&anna, "/desk/answer", &[("call", &other)])
        .says("The call is gone");
    centre
        .post(&anna, "/desk/answer", &[("call", &id)])
        .says("being connected");
    match centre.orders.as_mut().unwrap().take() {
        Some(LineOrder::Answer { call, agent }) => {
            assert_eq!((call.to_string(), agent), (id, anna.agent));
        }
        other => panic!("{other:?}"),
    }
    let taken = {
        let queue = centre.store.queue(number(CALLED)).unwrap();
        centre
            .store
            .take_call(&call, queue.as_ref(), anna.agent)
            .unwrap()
    };
    assert!(taken.contact.hand.is_some());
    centre
        .get(&anna, "/desk/now")
        .says("Call coming in")
        .says("/desk/hangup");
    centre
        .post(&anna, "/desk/answer", &[("call", &call.id.to_string())])
        .says("The call is gone");
}

#[test]
fn who_is_not_to_be_called_is_said_to_be() {
    let (centre, anna) = open();
    let now = centre.store.clock().now();
    let barred = Suppression::everywhere(number(493_023_125_777), "letter", now);
    centre.store.suppress(vec![barred]).unwrap();
    rings(&centre, &anna, Some(493_023_125_777), None);
    centre
        .get(&anna, "/desk/now")
        .says("Does not want to be called");
}

#[test]
fn a_number_that_is_not_said_is_said_to_be_unknown_and_nobody_else_is_asked() {
    let (centre, anna) = open();
    let ben = centre.agent("ben");
    centre.post(&ben, "/desk/ready", &[]);
    let call = rings(&centre, &anna, None, None);
    centre.get(&anna, "/desk/now").says("number unknown");
    centre.get(&ben, "/desk/now").lacks("number unknown");
    let id = call.id.to_string();
    centre
        .post(&ben, "/desk/answer", &[("call", &id)])
        .says("The call is gone");
}
