//! API tokens: made, shown once, revoked.

use crate::house::{House, sha256};
use store::Role;

#[test]
fn a_token_is_shown_once_and_kept_as_its_hash() {
    let house = House::open();
    let (_, boss) = house.somebody("boss", Role::Administrator);
    house
        .get(&boss, "/people/tokens")
        .is(200)
        .says("No program may speak to this centre");
    let form = "name=web+form&days=30&scope=read%3Acontacts&scope=write%3Acontacts";
    let made = house.post(&boss, "/people/tokens", form);
    made.is(200).says("Shown only now");
    let token = made.between("value=\"dispo_", "\"");
    let token = format!("dispo_{token}");
    let kept = house.store.token_by_hash(&sha256(&token)).unwrap().unwrap();
    assert_eq!(kept.scopes, ["read:contacts", "write:contacts"]);
    let list = house.get(&boss, "/people/tokens");
    list.says("web form").says("05/02/2026");
    assert!(!list.body.contains(&token));
    let path = format!("/people/tokens/{}/revoke", kept.id);
    house.post(&boss, &path, "").goes_to("/people/tokens");
    house.get(&boss, "/people/tokens").says("revoked");
    house.post(&boss, &path, "").is(404);
    assert_eq!(house.store.token_by_hash(&sha256(&token)).unwrap(), None);
}

#[test]
fn a_token_without_name_or_scope_is_not_made() {
    let house = House::open();
    let (_, boss) = house.somebody("boss", Role::Administrator);
    house
        .post(&boss, "/people/tokens", "name=&days=30")
        .is(422)
        .says("Say what it is for")
        .says("Tick at least one.");
    house
        .post(&boss, "/people/tokens", "name=x&scope=write:everything")
        .is(422);
    assert_eq!(house.store.tokens().unwrap(), []);
}
