//! Registers that programs bring, look into and take out.

use crate::centre::Centre;
use serde_json::{Value, json};

fn post(centre: &Centre, body: &Value) -> crate::house::Answer {
    centre.post("/api/v1/registers", &body.to_string())
}

#[test]
fn a_register_is_brought_in_full_and_in_parts_and_closes_contacts() {
    let centre = Centre::open();
    let ids = centre.import(2);
    let early = json!({"name": "tps", "change": "add", "numbers": ["+493023125001"]});
    assert_eq!(post(&centre, &early).problem().2, ["name: invalid"]);
    let full = json!({"name": "tps", "change": "full", "source": "the office",
        "numbers": ["+493023125001", "493023125009"]});
    let done = post(&centre, &full).is(200).json();
    assert_eq!(
        done,
        json!({"numbers": 2, "added": 2, "removed": 0, "closed": 1})
    );
    let contact = centre.get(&centre.path(&format!("/contacts/{}", ids[0].0)));
    assert_eq!(contact.json()["state"], "closed");
    let add = json!({"name": "tps", "change": "add", "numbers": ["+493023125008"]});
    assert_eq!(post(&centre, &add).is(200).json()["numbers"], 3);
    let remove = json!({"name": "tps", "change": "remove", "numbers": ["+493023125009"]});
    assert_eq!(post(&centre, &remove).is(200).json()["removed"], 1);
    let all = centre.get("/api/v1/registers").is(200).json();
    let tps = &all["data"][0];
    assert_eq!(
        (&tps["name"], &tps["numbers"], &tps["extent"]),
        (&json!("tps"), &json!(2), &json!("everywhere"))
    );
    let place = format!("/api/v1/registers/{}/numbers", tps["id"]);
    let first = centre.get(&format!("{place}?limit=1")).is(200).json();
    assert_eq!(first["data"], json!(["+493023125001"]));
    let next = first["next"].as_str().unwrap();
    let rest = centre
        .get(&format!("{place}?limit=1&after={next}"))
        .is(200)
        .json();
    assert_eq!(
        (&rest["data"], &rest["next"]),
        (&json!(["+493023125008"]), &Value::Null)
    );
    centre.get("/api/v1/registers/99/numbers").is(404);
    let place = format!("/api/v1/registers/{}", tps["id"]);
    centre.delete(&place).is(204);
    centre.delete(&place).is(404);
    let none = centre.get("/api/v1/registers").is(200).json();
    assert_eq!(none["data"], json!([]));
}

#[test]
fn a_check_is_proof_and_what_is_wrong_is_told_at_once() {
    let centre = Centre::open();
    let store = &centre.house.store;
    let bakery = store.advertiser_named("Bakery").unwrap();
    let full = json!({"name": "bakery", "change": "full", "advertiser": bakery.0,
        "numbers": ["+493023125001"]});
    post(&centre, &full).is(200);
    let all = centre.get("/api/v1/registers").json();
    assert_eq!(all["data"][0]["advertiser"], bakery.0);
    let ask = json!({"numbers": ["+493023125001", "+493023125002"]});
    let proof = centre
        .post("/api/v1/registers/check", &ask.to_string())
        .is(200)
        .json();
    let holds: Vec<&Value> = proof["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["holds"])
        .collect();
    assert_eq!(holds, [true, false]);
    assert!(proof["data"][0]["checked_at"].is_string());
    let wrong = json!({"name": "", "change": "all", "numbers": ["12", "+493023125001", "x"],
        "as_of": "soon", "campaign": 3, "advertiser": 4});
    assert_eq!(
        post(&centre, &wrong).problem().2,
        [
            "name: required",
            "change: unknown",
            "numbers[0]: invalid",
            "numbers[2]: invalid",
            "as_of: invalid",
            "advertiser: invalid"
        ]
    );
    let late =
        json!({"name": "b", "change": "full", "numbers": [], "as_of": "2099-01-01T00:00:00Z"});
    assert_eq!(post(&centre, &late).problem().2, ["as_of: invalid"]);
    let older = json!({"name": "bakery", "change": "full", "numbers": [],
        "as_of": "2001-01-01T00:00:00Z"});
    assert_eq!(post(&centre, &older).problem().2, ["as_of: invalid"]);
    assert_eq!(post(&centre, &json!({})).problem().2[0], "name: required");
}
