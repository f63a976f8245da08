//! Contacts that programs bring.

use crate::centre::Centre;
use axum::http::Method;
use serde_json::{Value, json};

fn bring(centre: &Centre, body: &Value) -> crate::house::Answer {
    centre.post(&centre.path("/contacts"), &body.to_string())
}

fn change(centre: &Centre, contact: i64, fields: &Value) -> crate::house::Answer {
    let path = centre.path(&format!("/contacts/{contact}"));
    centre.send(
        Method::PATCH,
        &path,
        &json!({ "fields": fields }).to_string(),
    )
}

fn contact(centre: &Centre, id: i64) -> Value {
    centre
        .get(&centre.path(&format!("/contacts/{id}")))
        .is(200)
        .json()
}

#[test]
fn a_contact_comes_in_and_is_changed_under_its_key() {
    let centre = Centre::open();
    let new = json!({"key": "W1", "fields": {"name": "Ada", "phone": "030 23125 014"}});
    let taken = bring(&centre, &new).is(201).json();
    assert_eq!(
        (&taken["created"], &taken["state"]),
        (&json!(true), &json!("new"))
    );
    let id = taken["contact"].as_i64().unwrap();
    let there = contact(&centre, id);
    assert_eq!(there["key"], "W1");
    assert_eq!(there["numbers"], json!(["+493023125014"]));
    assert_eq!(
        there["fields"],
        json!({"name": "Ada", "phone": "+493023125014", "reference": "W1"})
    );
    // By what the client calls the fields; the rest stays.
    let again = json!({"key": "W1", "fields": {"Name": "Ada L.", "E-Mail": "ada@example.org"}});
    let taken = bring(&centre, &again).is(200).json();
    assert_eq!(
        (&taken["created"], &taken["contact"]),
        (&json!(false), &json!(id))
    );
    assert_eq!(taken["changed"], json!(["email", "name"]));
    let there = contact(&centre, id);
    assert_eq!(there["fields"]["name"], "Ada L.");
    assert_eq!(there["numbers"], json!(["+493023125014"]));
    assert_eq!(bring(&centre, &again).is(200).json()["changed"], json!([]));
}

#[test]
fn what_is_wrong_is_told_field_by_field_and_nothing_is_kept() {
    let centre = Centre::open();
    let wrong = json!({"key": "W1", "fields": {"phone": "12", "email": "nobody", "colour": "red"}});
    let (status, code, faults) = bring(&centre, &wrong).problem();
    assert_eq!((status, code.as_str()), (422, "invalid"));
    assert_eq!(faults, ["fields.colour: unknown"]);
    let wrong = json!({"key": "W1", "fields": {"phone": "12", "email": "nobody"}});
    let faults = bring(&centre, &wrong).problem().2;
    assert_eq!(faults, ["fields.phone: invalid", "fields.email: invalid"]);
    let without = json!({"key": "W1", "fields": {"name": "Ada"}});
    assert_eq!(bring(&centre, &without).problem().0, 422);
    let differs = json!({"key": "W1", "fields": {"reference": "W2", "phone": "+493023125014"}});
    assert_eq!(bring(&centre, &differs).problem().2, ["key: differs"]);
    let twice = json!({"fields": {"phone": "+493023125014", "Telefon": "+493023125015"}});
    assert_eq!(bring(&centre, &twice).problem().2.len(), 1);
    assert_eq!(
        bring(&centre, &json!({"fields": {}})).problem().2,
        ["fields: required"]
    );
    let page = centre.get(&centre.path("/contacts")).json();
    assert_eq!(page["data"], json!([]));
}

#[test]
fn one_good_number_is_enough_and_the_bad_one_is_told() {
    let centre = Centre::open();
    let new = json!({"fields": {"name": "Ada", "phone": "12", "mobile": "+493023125014"}});
    let taken = bring(&centre, &new).is(201).json();
    assert_eq!(taken["warnings"][0]["field"], "fields.phone");
    let there = contact(&centre, taken["contact"].as_i64().unwrap());
    assert_eq!(there["numbers"], json!(["+493023125014"]));
    assert_eq!(there["key"], Value::Null);
}

#[test]
fn numbers_change_with_the_fields_that_hold_them() {
    let centre = Centre::open();
    let new = json!({"fields": {"phone": "+493023125014", "mobile": "+493023125015"}});
    let id = bring(&centre, &new).is(201).json()["contact"]
        .as_i64()
        .unwrap();
    let numbers = || contact(&centre, id)["numbers"].clone();
    change(&centre, id, &json!({"mobile": "030 23125 016"})).is(200);
    assert_eq!(numbers(), json!(["+493023125014", "+493023125016"]));
    change(&centre, id, &json!({"phone": null})).is(200);
    assert_eq!(numbers(), json!(["+493023125016"]));
    change(&centre, id, &json!({"phone": "+493023125017"})).is(200);
    assert_eq!(numbers(), json!(["+493023125016", "+493023125017"]));
    assert_eq!(
        change(&centre, id, &json!({"phone": "12"})).problem().0,
        422
    );
    assert_eq!(numbers(), json!(["+493023125016", "+493023125017"]));
    let changed = change(&centre, id, &json!({"name": "Ada"})).is(200).json();
    assert_eq!(changed["changed"], json!(["name"]));
}

#[test]
fn duplicates_and_suppressed_numbers_are_closed_on_arrival() {
    let centre = Centre::open();
    centre.import(1);
    let same = json!({"key": "W1", "fields": {"phone": "+493023125001"}, "first": true});
    let taken = bring(&centre, &same).is(201).json();
    assert_eq!(
        (&taken["closed_by"], &taken["state"]),
        (&json!("import.duplicate"), &json!("closed"))
    );
    assert_eq!(taken["first"], false);
    centre
        .post("/api/v1/suppressions", r#"{"number": "+493023125014"}"#)
        .is(201);
    let new = json!({"key": "W2", "fields": {"phone": "+493023125014"}});
    let taken = bring(&centre, &new).is(201).json();
    assert_eq!(taken["closed_by"], "suppressed");
}

#[test]
fn first_comes_before_all_others_also_when_it_was_known() {
    let centre = Centre::open();
    let ids = centre.import(3);
    let again = json!({"key": "K3", "fields": {"name": "In a hurry"}, "first": true});
    assert_eq!(bring(&centre, &again).is(200).json()["first"], true);
    assert_eq!(centre.offered(), Some(ids[2]));
    // In hand: the fields change, the order cannot.
    let refused = bring(&centre, &again).is(200).json();
    assert_eq!(refused["first"], false);
    assert_eq!(refused["warnings"][0]["code"], "in_hand");
}

#[test]
fn a_list_without_fields_takes_those_of_the_first_contact() {
    let centre = Centre::open();
    let store = &centre.house.store;
    store.set_fields(centre.list, Vec::new()).unwrap();
    let new = json!({"key": "W1", "fields": {"Naam": "Ada", "Telefoon": "+493023125014"}});
    let id = bring(&centre, &new).is(201).json()["contact"]
        .as_i64()
        .unwrap();
    assert_eq!(contact(&centre, id)["fields"]["name"], "Ada");
    let list = centre.get(&centre.path("")).json();
    assert_eq!(
        list["fields"][0],
        json!({"name": "name", "external": "Naam", "kind": "text", "required": false})
    );
    let other = json!({"key": "W2", "fields": {"Kleur": "rood", "Telefoon": "+493023125015"}});
    assert_eq!(
        bring(&centre, &other).problem().2,
        ["fields.Kleur: unknown"]
    );
}

#[test]
fn a_filtered_link_offers_what_its_filter_means_as_it_comes_and_changes() {
    let centre = Centre::open();
    let store = &centre.house.store;
    let campaign = store.campaigns().unwrap()[0].id;
    let link = || store.campaign_links(campaign).unwrap()[0].clone();
    let filter = "all = [{ field = \"name\", op = \"contains\", value = \"wanted\" }, \
                  { field = \"attempts\", op = \"=\", value = \"0\" }]";
    store.filter_link(link().id, filter, |_| false).unwrap();
    let now = || store.link_stock(&link()).unwrap().stock.now;
    let new = |name: &str, ending: u32| {
        let phone = format!("030 23125 0{ending}");
        let body = json!({"key": name, "fields": {"name": name, "phone": phone}});
        bring(&centre, &body).is(201).json()["contact"]
            .as_i64()
            .unwrap()
    };
    new("Wanted", 11);
    let other = new("Somebody", 12);
    assert_eq!(now(), 1);
    change(&centre, other, &json!({"name": "Wanted too"})).is(200);
    assert_eq!(now(), 2);
    change(&centre, other, &json!({"name": "Nobody"})).is(200);
    assert_eq!(now(), 1);
}

#[test]
fn a_change_names_its_fields() {
    let centre = Centre::open();
    let id = centre.import(1)[0].0;
    let path = centre.path(&format!("/contacts/{id}"));
    let send = |body: &str| centre.send(Method::PATCH, &path, body).problem().2;
    assert_eq!(send("{}"), ["fields: required"]);
    assert_eq!(
        send(r#"{"fields": null, "key": "K2"}"#),
        ["fields: required", "key: unknown"]
    );
    assert_eq!(
        change(&centre, id, &json!({})).is(200).json()["changed"],
        json!([])
    );
}
