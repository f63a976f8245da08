//! The audit trail is written by what people look at, and read by administrators only.

use crate::house::{Browser, House};
use engine::{ContactId, ListId};
use store::{AuditActor, AuditEntry, AuditWord, Role, UserId};

fn house() -> (House, UserId, Browser) {
    let house = House::open();
    let (user, boss) = house.somebody("boss", Role::Administrator);
    (house, user, boss)
}

fn noted(house: &House, who: i64) {
    let (list, contact) = (ListId(3), ContactId(17));
    let who = AuditActor::User(who);
    let entry = AuditEntry::contact(who, AuditWord::Saw, list, contact);
    house.store.audit(entry).unwrap();
}

#[test]
fn the_trail_is_shown_with_its_filters() {
    let (house, user, boss) = house();
    noted(&house, user.0);
    house
        .get(&boss, "/people/audit")
        .is(200)
        .says("The trail is whole")
        .says("/contacts/3/17");
    house
        .get(&boss, "/people/audit?contact=3%2F18")
        .is(200)
        .says("Nothing is in the trail");
    house
        .get(&boss, "/people/audit?what=exported")
        .says("Nothing is in the trail");
    house
        .get(
            &boss,
            "/people/audit?user=x&from=soon&before=%00&contact=a/b",
        )
        .is(200);
}

#[test]
fn what_administrators_change_is_in_it() {
    let (house, user, boss) = house();
    house
        .get(&boss, "/people/audit")
        .says("Nothing is in the trail");
    let path = format!("/people/{}/end-sessions", user.0);
    house.post(&boss, &path, "").is(303);
    let lines = house.store.audit_lines(&store::AuditSearch {
        limit: 9,
        ..Default::default()
    });
    let lines = lines.unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].word, "changed");
    assert_eq!(
        (lines[0].subject.as_str(), lines[0].id),
        ("user", Some(user.0))
    );
}
