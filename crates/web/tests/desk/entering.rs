//! What goes with a code: amounts, reasons, an appointment, an address, whether it goes on.

use crate::house::{CALLMONKEY, Centre};
use engine::Standing;

const ORDER: [(&str, &str); 3] = [
    ("code", "7/order"),
    ("value", "1.200,50"),
    ("reason", "price"),
];

#[test]
fn an_order_is_saved_with_its_value_and_reason_and_told_in_the_history() {
    let centre = Centre::open_under(CALLMONKEY, 2);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let bare = [("hand", hand.as_str()), ("code", "7/order")];
    let form = centre.post(&ada, "/desk/choose", &bare);
    form.says("Value (EUR)")
        .says("Main reason")
        .says("Follow up again in future");
    centre
        .post(&ada, "/desk/code", &bare)
        .says("asks for amounts");
    let with = |more: &[(&'static str, &'static str)]| {
        let mut form = vec![("hand", hand.as_str())];
        form.extend(ORDER);
        form.extend_from_slice(more);
        form
    };
    let wrong = centre.post(&ada, "/desk/code", &with(&[("value", "a lot")]));
    wrong.says("Write an amount").says("value=\"a lot\"");
    let contact = centre.in_hand(&ada).unwrap();
    centre
        .post(&ada, "/desk/code", &with(&[]))
        .says("Saved: 7/order");
    assert_eq!(centre.code_of(contact), "7/order");
    let there = centre.store.contact(centre.list, contact).unwrap().unwrap();
    assert_eq!(there.standing, Standing::Closed { revive_at: None });
    let boss = centre.somebody("sue", store::Role::Supervisor, "nl");
    let page = centre.get(&boss, &format!("/contacts/{}/{}", centre.list.0, contact.0));
    page.says("1.200,50 EUR").says("Prijs");
}

#[test]
fn what_goes_on_needs_a_moment_and_stays_with_whoever_sold_it() {
    let centre = Centre::open_under(CALLMONKEY, 1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let contact = centre.in_hand(&ada).unwrap();
    let mut form = vec![("hand", hand.as_str()), ("again", "yes"), ("by", "me")];
    form.extend(ORDER);
    centre
        .post(&ada, "/desk/choose", &form)
        .says("This code asks for a day and a time.");
    form.push(("at", "in 3 days"));
    centre
        .post(&ada, "/desk/code", &form)
        .says("Saved: 7/order");
    let there = centre.store.contact(centre.list, contact).unwrap().unwrap();
    assert!(
        matches!(there.standing, Standing::Callback { .. }),
        "{there:?}"
    );
    assert_eq!(there.owner, centre.store.agent_by_name("ada").unwrap());
}

#[test]
fn a_moment_is_left_out_where_it_does_not_go_on() {
    let centre = Centre::open_under(CALLMONKEY, 1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let contact = centre.in_hand(&ada).unwrap();
    let mut form = vec![("hand", hand.as_str()), ("at", "in 3 days")];
    form.extend(ORDER);
    centre
        .post(&ada, "/desk/choose", &form)
        .says("Closed. Nobody will call again.");
    centre
        .post(&ada, "/desk/code", &form)
        .says("Saved: 7/order");
    let there = centre.store.contact(centre.list, contact).unwrap().unwrap();
    assert!(there.is_closed());
}

#[test]
fn an_appointment_is_asked_for() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let form = [("hand", hand.as_str()), ("code", "780")];
    centre
        .post(&ada, "/desk/code", &form)
        .says("asks for an appointment");
    let form = [form[0], form[1], ("appointment", "yesterday")];
    centre
        .post(&ada, "/desk/choose", &form)
        .says("class=\"error\"");
    let form = [form[0], form[1], ("appointment", "tomorrow 11:00")];
    centre.post(&ada, "/desk/code", &form).says("Saved: 780");
}

#[test]
fn what_is_sent_needs_an_address_and_says_so_before() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let form = [("hand", hand.as_str()), ("code", "611")];
    centre
        .post(&ada, "/desk/choose", &form)
        .says("No e-mail address is known")
        .says("With it goes: e-mail");
    centre
        .post(&ada, "/desk/code", &form)
        .says("asks for an e-mail address");
    let form = [
        form[0],
        form[1],
        ("w.email", ""),
        ("f.email", "ada@example.nl"),
    ];
    centre.post(&ada, "/desk/code", &form).says("Saved: 611");
}

#[test]
fn only_the_codes_that_say_so_are_given_to_somebody_else() {
    let centre = Centre::open_under(CALLMONKEY, 1);
    let ada = centre.agent("ada");
    centre.agent("ben");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let choose = |code| {
        centre.post(
            &ada,
            "/desk/choose",
            &[("hand", hand.as_str()), ("code", code)],
        )
    };
    choose("5/lead").says("name=\"owner\"");
    choose("4.3/zonder-e-mail").says("name=\"owner\"");
    choose("6/offerte").lacks("name=\"owner\"");
}
