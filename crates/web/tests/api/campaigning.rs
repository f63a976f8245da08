//! Campaigns that programs make and direct: lists, filters, agents, quotas.

use crate::centre::{Centre, request};
use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

fn campaign(centre: &Centre) -> String {
    format!("/api/v1/campaigns/{}", id(centre))
}

fn id(centre: &Centre) -> i64 {
    centre.house.store.campaigns().unwrap()[0].id.0
}

fn patch(centre: &Centre, path: &str, body: &Value) -> crate::house::Answer {
    centre.send(Method::PATCH, path, &body.to_string())
}

fn other_list(centre: &Centre) -> i64 {
    let body = json!({"name": "Other", "country": "DE", "catalogue": "callpro",
        "purpose": "research"});
    let made = centre.post("/api/v1/lists", &body.to_string());
    made.is(201).json()["id"].as_i64().unwrap()
}

#[test]
fn a_campaign_is_made_paused_and_started() {
    let centre = Centre::open();
    let made = centre.post("/api/v1/campaigns", r#"{"name": " Autumn "}"#);
    let made = made.is(201).json();
    let expected = json!({
        "id": made["id"], "name": "Autumn", "state": "paused", "priority": 500,
        "callbacks_jump": made["callbacks_jump"], "advertiser": null, "caller_id": null, "lists": [], "agents": [],
        "quotas": []
    });
    assert_eq!(made, expected);
    let place = format!("/api/v1/campaigns/{}", made["id"]);
    let change = json!({"state": "running", "priority": 10, "name": "Winter"});
    let changed = patch(&centre, &place, &change).is(200).json();
    assert_eq!(
        (&changed["state"], &changed["priority"], &changed["name"]),
        (&json!("running"), &json!(10), &json!("Winter"))
    );
    assert_eq!(centre.get(&place).is(200).json(), changed);
    let jump = !made["callbacks_jump"].as_bool().unwrap();
    let changed = patch(&centre, &place, &json!({"callbacks_jump": jump})).json();
    assert_eq!(changed["callbacks_jump"], jump);
    assert_eq!(changed["name"], "Winter");
    assert_eq!(patch(&centre, &place, &json!({})).is(200).json(), changed);
}

#[test]
fn what_a_campaign_cannot_be_is_told() {
    let centre = Centre::open();
    let post = |body: Value| {
        centre
            .post("/api/v1/campaigns", &body.to_string())
            .problem()
    };
    assert_eq!(post(json!({"name": "Hotleads"})).1, "name_taken");
    assert_eq!(post(json!({})).2, ["name: required"]);
    assert_eq!(
        post(json!({"name": "", "state": "running"})).2,
        ["name: required", "state: unknown"]
    );
    centre
        .post("/api/v1/campaigns", r#"{"name": "Autumn"}"#)
        .is(201);
    let place = campaign(&centre);
    let taken = patch(&centre, &place, &json!({"name": "Autumn"})).problem();
    assert_eq!((taken.0, taken.1.as_str()), (409, "name_taken"));
    let wrong = json!({"name": 5, "priority": 10000, "callbacks_jump": 1, "state": "gone"});
    assert_eq!(
        patch(&centre, &place, &wrong).problem().2,
        [
            "name: wrong_type",
            "priority: out_of_range",
            "callbacks_jump: wrong_type",
            "state: unknown"
        ]
    );
    patch(&centre, "/api/v1/campaigns/99", &json!({})).is(404);
    centre.get("/api/v1/campaigns/99").is(404);
}

#[test]
fn a_list_is_put_in_set_and_taken_out() {
    let centre = Centre::open();
    let list = other_list(&centre);
    let place = format!("{}/lists/{list}", campaign(&centre));
    let put = centre.put(&place, &json!({})).is(201).json();
    let expected = json!({"list": list, "priority": 500, "active": true, "filter": null});
    assert_eq!(put, expected);
    let put = centre.put(&place, &json!({"priority": 7, "active": false}));
    let put = put.is(200).json();
    assert_eq!(
        put,
        json!({"list": list, "priority": 7, "active": false, "filter": null})
    );
    assert_eq!(
        centre.put(&place, &json!({"active": true})).json()["priority"],
        7
    );
    let lists = centre.get(&campaign(&centre)).json()["lists"].clone();
    assert_eq!(lists.as_array().unwrap().len(), 2);
    assert_eq!(lists[0]["list"], list, "the lower priority goes first");
    assert_eq!(
        centre
            .put(&place, &json!({"priority": -1, "colour": 1}))
            .problem()
            .2,
        ["priority: out_of_range", "colour: unknown"]
    );
    centre.delete(&place).is(204);
    assert_eq!(centre.delete(&place).problem().0, 404);
    for nowhere in [
        "/api/v1/campaigns/99/lists/1",
        "/api/v1/campaigns/1/lists/99",
    ] {
        assert_eq!(centre.put(nowhere, &json!({})).problem().0, 404);
        assert_eq!(centre.delete(nowhere).problem().0, 404);
    }
}

#[test]
fn what_is_taken_out_twice_under_one_key_is_answered_twice() {
    let centre = Centre::open();
    let place = format!("{}/lists/{}", campaign(&centre), centre.list.0);
    let send = || {
        let asked = request(Method::DELETE, &place).header("idempotency-key", "out-1");
        centre.house.send(asked.body(Body::empty()).unwrap())
    };
    let first = send();
    first.is(204);
    let second = send();
    second.is(204);
    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_eq!((first.body, second.body), (String::new(), String::new()));
}

#[test]
fn a_filter_is_counted_then_kept_then_taken_away() {
    let centre = Centre::open();
    centre.import(3);
    let link = format!("{}/lists/{}", campaign(&centre), centre.list.0);
    let place = format!("{link}/filter");
    let filter = json!({"any": [
        {"field": "key", "op": "=", "value": "K1"},
        {"all": [{"field": "name", "op": "in", "value": ["Person 2", "Person 9"]},
                 {"field": "attempts", "op": "<", "value": 1}]}
    ]});
    let dry = json!({"filter": filter, "dry_run": true});
    let weighed = json!({"contacts": 3, "chosen": 2, "now": 2, "dry_run": true});
    assert_eq!(centre.put(&place, &dry).is(200).json(), weighed);
    let there = || centre.get(&campaign(&centre)).json()["lists"][0]["filter"].clone();
    assert_eq!(there(), Value::Null);
    let kept = centre.put(&place, &json!({"filter": filter}));
    assert_eq!(kept.is(200).json()["chosen"], 2);
    assert_eq!(there()["any"][0], filter["any"][0]);
    assert_eq!(there()["any"][1]["all"][1]["value"], "1");
    let store = &centre.house.store;
    let kept = store.links(centre.list).unwrap()[0].clone();
    assert_eq!(store.link_stock(&kept).unwrap().stock.now, 2);
    centre.delete(&place).is(204);
    assert_eq!(centre.delete(&place).problem().0, 404);
    assert_eq!(there(), Value::Null);
    assert_eq!(
        centre
            .put("/api/v1/campaigns/1/lists/99/filter", &dry)
            .problem()
            .0,
        404
    );
}

#[test]
fn a_filter_that_makes_no_sense_is_told_part_by_part() {
    let centre = Centre::open();
    let place = format!("{}/lists/{}/filter", campaign(&centre), centre.list.0);
    let faults = |filter: Value| centre.put(&place, &json!({"filter": filter})).problem().2;
    assert_eq!(faults(Value::Null), ["filter: required"]);
    assert_eq!(faults(json!("key = 1")), ["filter: wrong_type"]);
    assert_eq!(faults(json!({"all": [null]})), ["filter: invalid"]);
    assert_eq!(faults(json!({})), ["filter: invalid"]);
    let wrong = json!({"all": [
        {"field": "colour", "op": "=", "value": "red"},
        {"field": "attempts", "op": ">", "value": "many"},
    ]});
    assert_eq!(
        faults(wrong),
        [
            "filter.all[0].field: invalid",
            "filter.all[1].value: invalid"
        ]
    );
    let strange = json!({"all": [{"field": "key", "op": "~", "value": "K1", "hue": 1}]});
    assert_eq!(
        faults(strange),
        ["filter.all[0].op: invalid", "filter.all[0].hue: invalid"]
    );
    let one = json!({"field": "key", "op": "empty"});
    assert_eq!(faults(json!({"all": vec![one; 101]})), ["filter: too_long"]);
    let mut deep = json!({"field": "key", "op": "empty"});
    for _ in 0..60 {
        deep = json!({"all": [deep]});
    }
    let body = json!({"filter": deep});
    assert_eq!(centre.put(&place, &body).problem().0, 422);
}

#[test]
fn agents_are_listed_given_work_and_taken_off_it() {
    let centre = Centre::open();
    let bea = centre.house.store.add_agent("Bea").unwrap();
    let agents = centre.get("/api/v1/agents").is(200).json();
    assert_eq!(
        agents["data"],
        json!([{"id": centre.agent.0, "name": "Ada"}, {"id": bea.0, "name": "Bea"}])
    );
    let page = centre.get("/api/v1/agents?limit=1").json();
    assert_eq!(page["next"], centre.agent.0.to_string());
    let page = centre.get(&format!("/api/v1/agents?after={}", centre.agent.0));
    assert_eq!(page.json()["data"][0]["name"], "Bea");
    let place = format!("{}/agents/{}", campaign(&centre), bea.0);
    let put = |path: &str| {
        let asked = request(Method::PUT, path).body(Body::empty());
        centre.house.send(asked.unwrap())
    };
    put(&place).is(204);
    put(&place).is(204);
    let mine = centre.get(&campaign(&centre)).json()["agents"].clone();
    assert_eq!(mine, json!([centre.agent.0, bea.0]));
    centre.delete(&place).is(204);
    assert_eq!(centre.delete(&place).problem().0, 404);
    assert_eq!(put("/api/v1/campaigns/1/agents/99").problem().0, 404);
    assert_eq!(put("/api/v1/campaigns/99/agents/1").problem().0, 404);
    assert_eq!(
        put(&format!("{place}?colour=red")).problem().2,
        ["colour: unknown"]
    );
}

#[test]
fn quotas_are_added_and_taken_away() {
    let centre = Centre::open();
    let place = format!("{}/quotas", campaign(&centre));
    let post = |body: Value| centre.post(&place, &body.to_string());
    let body = json!({"column": "positive", "most": 100, "per_day": true, "list": centre.list.0});
    let added = post(body).is(201).json();
    assert_eq!(
        added,
        json!({"id": added["id"], "code": null, "column": "positive", "list": centre.list.0,
            "most": 100, "per_day": true, "counted": 0, "reached": false})
    );
    let coded = post(json!({"code": "310", "most": 1})).is(201).json();
    assert_eq!(
        (&coded["code"], &coded["list"]),
        (&json!("310"), &Value::Null)
    );
    assert_eq!(
        centre.get(&campaign(&centre)).json()["quotas"],
        json!([added, coded])
    );
    for (wrong, faults) in [
        (json!({"most": 1}), vec!["code: required"]),
        (
            json!({"code": "310", "column": "positive", "most": 1}),
            vec!["column: invalid"],
        ),
        (
            json!({"column": "to_call", "most": 0, "list": "x"}),
            vec!["column: unknown", "list: wrong_type", "most: out_of_range"],
        ),
        (
            json!({"code": "no such", "list": 99, "most": 1}),
            vec!["code: unknown", "list: unknown"],
        ),
        (json!({"code": "310"}), vec!["most: required"]),
    ] {
        assert_eq!(post(wrong.clone()).problem().2, faults, "{wrong}");
    }
    let one = format!("{place}/{}", added["id"]);
    centre.delete(&one).is(204);
    assert_eq!(centre.delete(&one).problem().0, 404);
    let left = centre.get(&campaign(&centre)).json()["quotas"].clone();
    assert_eq!(left, json!([coded]));
}

#[test]
fn what_a_campaign_asks_beyond_the_law_is_set_as_a_whole() {
    let centre = Centre::open();
    let place = format!("{}/bounds", campaign(&centre));
    let first = centre.get(&place).json();
    assert_eq!(first["bounds"]["dials_per_day"], Value::Null);
    assert_eq!(first["abandonment"]["per_mille"], 30);
    let asked = json!({
        "min_gap_minutes": 60,
        "dials_per_period": {"dials": 5, "days": 14},
        "quarantine_hours": 100,
        "abandoned_per_mille": 10,
    });
    let set = centre.put(&place, &asked).json();
    assert_eq!(set["bounds"]["dials_per_period"]["days"], 14);
    assert_eq!(set["abandonment"]["per_mille"], 10);
    assert_eq!(set, centre.get(&place).json());
    for (wrong, faults) in [
        (
            json!({"min_gap_minutes": 0, "abandoned_per_mille": 1001}),
            vec![
                "abandoned_per_mille: out_of_range",
                "min_gap_minutes: out_of_range",
            ],
        ),
        (
            json!({"dials_per_period": {"dials": 3}, "hours": 1}),
            vec!["dials_per_period.days: required", "hours: unknown"],
        ),
    ] {
        let mut told = centre.put(&place, &wrong).problem().2;
        told.sort();
        assert_eq!(told, faults, "{wrong}");
    }
    assert_eq!(set, centre.get(&place).json(), "nothing is half kept");
    let none = centre.put(&place, &json!({})).json();
    assert_eq!(none, first);
}

#[test]
fn a_campaign_calls_on_behalf_of_an_advertiser() {
    let centre = Centre::open();
    let name = |name: &str| centre.post("/api/v1/advertisers", &json!({"name": name}).to_string());
    let bakery = name(" Bakery ").is(201).json();
    assert_eq!(bakery["name"], "Bakery");
    assert_eq!(name("Bakery").is(200).json(), bakery);
    assert_eq!(name(" ").problem().2, ["name: required"]);
    let all = centre.get("/api/v1/advertisers").is(200).json();
    assert_eq!(all["data"], json!([bakery]));
    let behalf = |id: Value| patch(&centre, &campaign(&centre), &json!({"advertiser": id}));
    let changed = behalf(bakery["id"].clone()).is(200).json();
    assert_eq!(changed["advertiser"], bakery["id"]);
    // What is not named stays.
    let renamed = patch(&centre, &campaign(&centre), &json!({"priority": 7}));
    assert_eq!(renamed.is(200).json()["advertiser"], bakery["id"]);
    assert_eq!(behalf(json!(99)).problem().2, ["advertiser: unknown"]);
    assert_eq!(behalf(json!("x")).problem().2, ["advertiser: wrong_type"]);
    assert_eq!(
        behalf(Value::Null).is(200).json()["advertiser"],
        Value::Null
    );
}

#[test]
fn a_campaign_shows_a_number() {
    let centre = Centre::open();
    let show = |number: Value| patch(&centre, &campaign(&centre), &json!({"caller_id": number}));
    assert_eq!(show(json!("020 7946")).problem().2, ["caller_id: invalid"]);
    let shown = show(json!("442079460123")).is(200).json();
    assert_eq!(shown["caller_id"], "+442079460123");
    let kept = patch(&centre, &campaign(&centre), &json!({"priority": 4})).json();
    assert_eq!(kept["caller_id"], "+442079460123");
    assert_eq!(show(Value::Null).is(200).json()["caller_id"], Value::Null);
}

#[test]
fn destinations_are_a_campaigns_own() {
    let centre = Centre::open();
    let place = format!("{}/destinations", campaign(&centre));
    let post = |body: Value| centre.post(&place, &body.to_string());
    let added = post(json!({"label": " Repairs ", "number": "493023125100"}));
    let added = added.is(201).json();
    assert_eq!(added["label"], "Repairs");
    assert_eq!(added["number"], "+493023125100");
    assert_eq!(centre.get(&place).json()["data"], json!([added]));
    for (wrong, faults) in [
        (json!({}), vec!["label: required", "number: required"]),
        (
            json!({"label": "x", "number": "030 1"}),
            vec!["number: invalid"],
        ),
    ] {
        assert_eq!(post(wrong.clone()).problem().2, faults, "{wrong}");
    }
    let barred = store::Prefix::parse("+49900").unwrap();
    centre
        .house
        .store
        .lock_numbers(vec![(barred, String::new())])
        .unwrap();
    let refused = post(json!({"label": "x", "number": "+49900123456"}));
    assert_eq!(refused.problem().2, ["number: refused"]);
    let one = format!("{place}/{}", added["id"]);
    centre.delete(&one).is(204);
    assert_eq!(centre.delete(&one).problem().0, 404);
    assert_eq!(centre.get(&place).json()["data"], json!([]));
}

#[test]
fn a_campaign_names_the_sounds_of_its_calls() {
    let centre = Centre::open();
    let place = format!("{}/sounds", campaign(&centre));
    let usual = json!({"apology": null, "message": null, "menu": null, "recording": null});
    assert_eq!(centre.get(&place).is(200).json(), usual);
    let named = json!({"apology": "ours/sorry-de", "recording": "ours/record-de", "menu": ""});
    let put = centre.put(&place, &named).is(200).json();
    let expected = json!({"apology": "ours/sorry-de", "message": null, "menu": null,
        "recording": "ours/record-de"});
    assert_eq!(put, expected);
    assert_eq!(centre.get(&place).json(), expected);
    let wrong = json!({"apology": "../secret", "message": 5, "menu": "x".repeat(81),
        "recording": "sound:x", "farewell": "x"});
    assert_eq!(
        centre.put(&place, &wrong).problem().2,
        [
            "apology: invalid",
            "message: wrong_type",
            "menu: too_long",
            "recording: invalid",
            "farewell: unknown"
        ]
    );
    assert_eq!(
        centre.get(&place).json(),
        expected,
        "nothing is half-written"
    );
    // What is not named once more is as usual again.
    assert_eq!(centre.put(&place, &json!({})).is(200).json(), usual);
    assert_eq!(centre.get("/api/v1/campaigns/99/sounds").problem().0, 404);
    let nowhere = centre.put("/api/v1/campaigns/99/sounds", &json!({}));
    assert_eq!(nowhere.problem().0, 404);
}
