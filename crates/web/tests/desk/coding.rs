//! Contacts are offered, dialled and coded, one after the other.

use crate::house::Centre;
use engine::{Outcome, Report};
use store::LineOrder;

#[test]
fn twenty_contacts_are_coded_in_a_row() {
    let centre = Centre::open(20);
    let ada = centre.agent("ada");
    let mut desk = centre.post(&ada, "/desk/ready", &[]);
    for n in 1..=20 {
        assert_eq!(desk.is(200).state(), "preview", "contact {n}");
        let contact = centre.in_hand(&ada).unwrap();
        let hand = desk.hand();
        let form = [("hand", hand.as_str()), ("code", "501")];
        centre
            .post(&ada, "/desk/choose", &form)
            .says("501 Not interested")
            .says("Closed. Nobody will call again.");
        desk = centre.post(&ada, "/desk/code", &form);
        desk.says("Saved: 501 Not interested.");
        assert_eq!(centre.code_of(contact), "501");
    }
    assert_eq!(desk.state(), "waiting");
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}

#[test]
fn a_call_is_dialled_answered_and_wrapped_up() {
    let mut centre = Centre::open(2);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let form = [("hand", hand.as_str()), ("note", "ask for Jan")];
    let dialling = centre.post(&ada, "/desk/dial", &form);
    assert_eq!(dialling.state(), "dialling");
    dialling.says("value=\"ask for Jan\"").says("/desk/hangup");
    let order = centre.orders.as_mut().unwrap().take();
    assert!(matches!(order, Some(LineOrder::Place { attempt: 1, .. })));
    centre.line(&ada, |attempt| Report::Answered { attempt });
    assert_eq!(centre.get(&ada, "/desk/now").state(), "talking");
    centre.post(&ada, "/desk/hangup", &form);
    let order = centre.orders.as_mut().unwrap().take();
    assert!(matches!(order, Some(LineOrder::HangUp { attempt: 1, .. })));
    centre.ends(&ada, Outcome::Answered);
    let wrapping = centre.get(&ada, "/desk/now");
    assert_eq!(wrapping.state(), "wrap-up");
    wrapping.says("data-until=").says("left");
}

#[test]
fn where_agents_talk_on_phones_nobody_dials_without_one() {
    let mut centre = Centre::open(1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let form = [("hand", hand.as_str())];
    centre.orders.as_ref().unwrap().want_phones();
    let refused = centre.post(&ada, "/desk/dial", &form);
    refused.says("You have no phone to talk on");
    assert_eq!(refused.state(), "preview");
    assert!(centre.orders.as_mut().unwrap().take().is_none());
    let agent = centre.store.agent_by_name("ada").unwrap().unwrap();
    let phone = "1001".parse().unwrap();
    centre.store.set_phone(agent, Some(phone)).unwrap().unwrap();
    let dialling = centre.post(&ada, "/desk/dial", &form);
    assert_eq!(dialling.state(), "dialling");
}

#[test]
fn whoever_ends_her_work_has_her_phone_put_down() {
    let mut centre = Centre::open(1);
    let ada = centre.agent("ada");
    let agent = centre.store.agent_by_name("ada").unwrap().unwrap();
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    // With somebody in hand she goes on until that is done.
    centre.post(&ada, "/desk/out", &[("hand", hand.as_str())]);
    assert!(centre.orders.as_mut().unwrap().take().is_none());
    centre.post(&ada, "/desk/ready", &[("hand", hand.as_str())]);
    let form = [("hand", hand.as_str()), ("code", "120")];
    centre.post(&ada, "/desk/code", &form);
    assert_eq!(centre.post(&ada, "/desk/out", &[]).state(), "out");
    let order = centre.orders.as_mut().unwrap().take();
    assert!(matches!(order, Some(LineOrder::PutDown { agent: hers }) if hers == agent));
}

#[test]
fn a_code_that_needs_a_moment_says_so_before_it_is_agreed() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let form = [("hand", hand.as_str()), ("code", "300"), ("at", "")];
    centre
        .post(&ada, "/desk/choose", &form)
        .says("This code asks for a day and a time.")
        .lacks("Again ");
    let agreed = [("hand", hand.as_str()), ("code", "300"), ("at", "wed 10")];
    centre
        .post(&ada, "/desk/choose", &agreed)
        .says("Again Wed 07/01 10:00")
        .lacks("asks for a day and a time");
}

#[test]
fn a_callback_is_given_to_whoever_works_for_the_campaign_and_to_nobody_else() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    centre.agent("eve");
    let elsewhere = centre.store.add_agent("Bob elsewhere").unwrap();
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let id = elsewhere.0.to_string();
    let form = [
        ("hand", hand.as_str()),
        ("code", "300"),
        ("at", "tomorrow 11:00"),
        ("owner", id.as_str()),
    ];
    centre
        .post(&ada, "/desk/choose", &form[..3])
        .says("Whose callback")
        .says("eve")
        .lacks("Bob elsewhere");
    centre
        .post(&ada, "/desk/code", &form)
        .says("does not work for this campaign");
    assert_eq!(
        centre.post(&ada, "/desk/code", &form[..3]).state(),
        "waiting"
    );
}
