//! The contact's form is checked and kept; consent, roster and earlier notes are at hand.

use crate::house::{Centre, contact};
use engine::{Actor, ContactId};
use std::collections::BTreeMap;

fn field(centre: &Centre, contact: ContactId, name: &str) -> String {
    let card = centre.store.card(centre.list, contact).unwrap().unwrap();
    let fields: BTreeMap<String, String> = serde_json::from_str(&card.fields).unwrap();
    fields.get(name).cloned().unwrap_or_default()
}

fn edit(centre: &Centre, contact: ContactId, name: &str, value: &str) {
    let change = BTreeMap::from([(name.to_owned(), value.to_owned())]);
    centre
        .store
        .edit(centre.list, contact, change, Actor::System)
        .unwrap();
}

#[test]
fn what_was_typed_is_checked_and_goes_with_the_code() {
    let centre = Centre::open(2);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let contact = centre.in_hand(&ada).unwrap();
    let wrong = [
        ("hand", hand.as_str()),
        ("code", "501"),
        ("w.email", ""),
        ("f.email", "ada at example"),
        ("w.name", "Person 1"),
        ("f.name", "Person One"),
    ];
    centre
        .post(&ada, "/desk/code", &wrong)
        .says("One detail has to be mended first")
        .says("Write one e-mail address")
        .says("value=\"ada at example\"")
        .says("value=\"Person One\"");
    assert_eq!(centre.in_hand(&ada), Some(contact));
    assert_eq!(field(&centre, contact, "name"), "Person 1");
    let mut right = wrong;
    right[3].1 = "ada@example.org";
    centre
        .post(&ada, "/desk/code", &right)
        .says("Saved: 501 Not interested.");
    assert_eq!(centre.code_of(contact), "501");
    assert_eq!(field(&centre, contact, "name"), "Person One");
    assert_eq!(field(&centre, contact, "email"), "ada@example.org");
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}

#[test]
fn details_are_saved_by_themselves_and_the_contact_stays() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let contact = centre.in_hand(&ada).unwrap();
    let form = [
        ("hand", hand.as_str()),
        ("note", "asks for Jan"),
        ("w.email", ""),
        ("f.email", "jan@example.org"),
    ];
    centre
        .post(&ada, "/desk/save", &form)
        .says("Details saved.")
        .says("value=\"asks for Jan\"");
    assert_eq!(field(&centre, contact, "email"), "jan@example.org");
    assert_eq!(centre.in_hand(&ada), Some(contact));
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_written_over() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let contact = centre.in_hand(&ada).unwrap();
    edit(&centre, contact, "email", "new@example.org");
    let form = [
        ("hand", hand.as_str()),
        ("code", "501"),
        ("w.email", ""),
        ("f.email", ""),
        ("w.name", "Person 1"),
        ("f.name", "Person One"),
    ];
    centre
        .post(&ada, "/desk/now", &form)
        .says("value=\"new@example.org\"")
        .says("value=\"Person One\"");
    centre.post(&ada, "/desk/code", &form).says("Saved: 501");
    assert_eq!(field(&centre, contact, "email"), "new@example.org");
    assert_eq!(field(&centre, contact, "name"), "Person One");
}

#[test]
fn the_opt_in_is_shown_and_nobody_changes_it() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let empty = centre.post(&ada, "/desk/ready", &[]);
    empty.says("none on file");
    let contact = centre.in_hand(&ada).unwrap();
    edit(&centre, contact, "optin_source", "web form of the shop");
    edit(&centre, contact, "optin_date", "2026-01-02");
    let hand = empty.hand();
    let form = [
        ("hand", hand.as_str()),
        ("w.optin_source", ""),
        ("f.optin_source", "invented"),
    ];
    centre
        .post(&ada, "/desk/save", &form)
        .says("web form of the shop")
        .says("02/01/2026")
        .lacks("none on file");
    assert_eq!(
        field(&centre, contact, "optin_source"),
        "web form of the shop"
    );
}

#[test]
fn a_roster_is_agreed_in_ones_own_words_and_drawn() {
    let centre = Centre::open(1);
    let ada = centre.somebody("ada", store::Role::Agent, "nl");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let contact = centre.in_hand(&ada).unwrap();
    let mut form = [
        ("hand", hand.as_str()),
        ("code", "310"),
        ("at", "wo 14:30"),
        ("roster", "ooit"),
    ];
    centre
        .post(&ada, "/desk/code", &form)
        .says("Dit is geen belrooster");
    assert_eq!(centre.in_hand(&ada), Some(contact));
    form[3].1 = "di-vr 14:00-";
    centre
        .post(&ada, "/desk/choose", &form)
        .says("<svg class=\"week\"")
        .says("class=\"moment\"")
        .says("aria-label=\"di-vr 14:00-\"");
    centre.post(&ada, "/desk/code", &form);
    let there = centre.store.contact(centre.list, contact).unwrap().unwrap();
    assert_eq!(there.roster.unwrap().to_string(), "tu-fr 14:00-");
}

#[test]
fn a_note_is_read_again_at_the_next_attempt() {
    let centre = Centre::open(0);
    centre.import(vec![contact(1, &[1])]);
    let ada = centre.agent("ada");
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    let form = [
        ("hand", hand.as_str()),
        ("code", "310"),
        ("at", "10:30"),
        ("note", "Jan is back at half past ten"),
    ];
    centre.post(&ada, "/desk/code", &form).says("Saved: 310");
    centre.pass(31);
    centre
        .post(&ada, "/desk/offer", &[])
        .says("Jan is back at half past ten");
}

#[test]
fn the_ground_of_the_call_is_there_to_be_read_out() {
    let centre = Centre::open(1);
    let ada = centre.agent("ada");
    let list = centre.store.list(centre.list).unwrap().unwrap();
    let mut settings = centre.store.rules(list.rules).unwrap().settings.clone();
    settings.purpose = Some(engine::Purpose::Sales);
    let hand = centre.post(&ada, "/desk/ready", &[]).hand();
    centre.store.set_settings(centre.list, settings).unwrap();
    let contact = centre.in_hand(&ada).unwrap();
    let look = || centre.post(&ada, "/desk/now", &[("hand", &hand)]);
    look().says("no ground: not to be called");
    let today = centre.store.clock().now().to_string();
    for (name, value) in [
        ("optin_source", "web form of the shop"),
        ("optin_date", &today[..10]),
        ("optin_text", "Yes, call me about energy."),
        ("optin_id", "OI-17"),
        ("name", "Person One"),
    ] {
        edit(&centre, contact, name, value);
    }
    look()
        .says("Person 1 agreed to be called: web form of the shop.")
        .says("The words were: “Yes, call me about energy.”")
        .says("It is kept under OI-17.")
        .says("We call for this purpose: sales.")
        .says("Natural persons only with consent")
        .says("source: Telecommunicatiewet art. 11.7");
    let sue = centre.somebody("sue", store::Role::Supervisor, "nl");
    let page = format!("/contacts/{}/{}", centre.list.0, contact.0);
    centre
        .get(&sue, &page)
        .says("heeft Person 1 toestemming gegeven om gebeld te worden")
        .says("De woorden waren: “Yes, call me about energy.”");
    assert_eq!(field(&centre, contact, "optin_who"), "Person 1");
}
