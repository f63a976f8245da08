//! A code is taken back within ten seconds.

use crate::house::Centre;
use engine::{Outcome, Report};
use jiff::SignedDuration;

fn coded(centre: &Centre, code: &str) -> (crate::house::Desk, engine::ContactId) {
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let contact = centre.in_hand(&ada).unwrap();
    let form = [("hand", hand.as_str()), ("code", code)];
    centre
        .post(&ada, "/desk/code", &form)
        .says("action=\"/desk/undo\"")
        .says("Person 1: ");
    (ada, contact)
}

#[test]
fn the_contact_comes_back_to_be_coded_anew() {
    let centre = Centre::open(2);
    let (ada, contact) = coded(&centre, "501");
    assert_ne!(centre.in_hand(&ada), Some(contact));
    let back = centre.post(&ada, "/desk/undo", &[]);
    back.says("Taken back: the contact is here again.")
        .lacks("action=\"/desk/undo\"");
    assert_eq!(centre.in_hand(&ada), Some(contact));
    let hand = back.hand();
    let form = [("hand", hand.as_str()), ("code", "500")];
    centre.post(&ada, "/desk/code", &form).says("Saved: 500");
    assert_eq!(centre.code_of(contact), "500");
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}

#[test]
fn after_a_call_it_comes_back_to_be_wrapped_up() {
    let centre = Centre::open(2);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let dialling = centre.post(&ada, "/desk/dial", &[("hand", hand.as_str())]);
    dialling.says("<span class=\"phase\">Dialling</span>");
    centre.line(&ada, |attempt| Report::Answered { attempt });
    let talking = centre.get(&ada, "/desk/now");
    talking.says("<span class=\"phase\">Talking</span>");
    centre.ends(&ada, Outcome::Answered);
    let form = [("hand", hand.as_str()), ("code", "501")];
    centre.post(&ada, "/desk/code", &form).says("Saved: 501");
    let back = centre.post(&ada, "/desk/undo", &[]);
    back.says("Taken back: wrap it up anew.");
    assert_eq!(back.state(), "wrap-up");
}

#[test]
fn after_ten_seconds_it_is_no_longer_offered_and_refused() {
    let centre = Centre::open(2);
    let (ada, contact) = coded(&centre, "501");
    let late = centre.clock.now() + SignedDuration::from_secs(11);
    centre.clock.advance_to(late);
    centre.get(&ada, "/desk/now").lacks("action=\"/desk/undo\"");
    centre
        .post(&ada, "/desk/undo", &[])
        .says("There is no code of yours to take back.");
    assert_eq!(centre.code_of(contact), "501");
}

#[test]
fn what_has_suppressed_a_number_is_not_taken_back_at_the_desk() {
    let centre = Centre::open(2);
    let (ada, contact) = coded(&centre, "510");
    let refused = centre.post(&ada, "/desk/undo", &[]);
    refused.is(200).says("role=\"alert\"");
    assert_ne!(centre.in_hand(&ada), Some(contact));
    assert_eq!(centre.code_of(contact), "510");
}

#[test]
fn without_a_script_it_is_a_button_like_any_other() {
    let centre = Centre::open(2);
    let (ada, contact) = coded(&centre, "501");
    let answer = centre.post_plainly(&ada, "/desk/undo", &[]);
    answer.is(303);
    assert_eq!(answer.location, "/desk");
    assert_eq!(centre.in_hand(&ada), Some(contact));
}
