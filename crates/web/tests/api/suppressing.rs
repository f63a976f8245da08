//! Numbers that programs suppress.

use crate::centre::Centre;
use serde_json::{Value, json};

#[test]
fn a_number_is_suppressed_and_its_contacts_are_closed() {
    let centre = Centre::open();
    let ids = centre.import(2);
    let body = r#"{"number": "+49 30"}"#;
    assert_eq!(
        centre.post("/api/v1/suppressions", body).problem().2,
        ["number: invalid"]
    );
    let body = r#"{"number": "+493023125001", "reason": "asked by mail", "source": "web form"}"#;
    let done = centre.post("/api/v1/suppressions", body).is(201).json();
    assert_eq!(done, json!({"added": true, "closed": 1}));
    let again = centre.post("/api/v1/suppressions", body).is(200).json();
    assert_eq!(again, json!({"added": false, "closed": 0}));
    let contact = centre
        .get(&centre.path(&format!("/contacts/{}", ids[0].0)))
        .json();
    assert_eq!(contact["state"], "closed");
    let of = centre
        .get("/api/v1/suppressions/493023125001")
        .is(200)
        .json();
    assert_eq!(of["data"][0]["source"], "web form");
    assert_eq!(of["data"][0]["extent"], "everywhere");
    let none = centre
        .get("/api/v1/suppressions/493023125009")
        .is(200)
        .json();
    assert_eq!(none["data"], json!([]));
}

#[test]
fn one_may_hold_in_a_campaign_and_until_a_day() {
    let centre = Centre::open();
    let campaign = centre.house.store.campaigns().unwrap()[0].id.0;
    let body =
        json!({"number": "493023125001", "campaign": campaign, "until": "2026-02-01T00:00:00Z"});
    centre
        .post("/api/v1/suppressions", &body.to_string())
        .is(201);
    let of = centre
        .get("/api/v1/suppressions/+493023125001")
        .is(200)
        .json();
    assert_eq!(of["data"][0]["campaign"], campaign);
    assert_eq!(of["data"][0]["until"], "2026-02-01T00:00:00Z");
    let body = r#"{"number": "493023125001", "campaign": 99, "until": "soon"}"#;
    assert_eq!(
        centre.post("/api/v1/suppressions", body).problem().2,
        ["until: invalid"]
    );
    let body = r#"{"number": "493023125001", "campaign": 99}"#;
    assert_eq!(
        centre.post("/api/v1/suppressions", body).problem().2,
        ["campaign: unknown"]
    );
    let body = r#"{"campaign": 0}"#;
    let faults = centre.post("/api/v1/suppressions", body).problem().2;
    assert_eq!(faults, ["number: required", "campaign: wrong_type"]);
}

#[test]
fn one_may_hold_for_an_advertiser_and_begin_later() {
    let centre = Centre::open();
    let ids = centre.import(1);
    let store = &centre.house.store;
    let bakery = store.advertiser_named("Bakery").unwrap();
    let campaign = store.campaigns().unwrap()[0].id;
    store.set_advertiser(campaign, Some(bakery)).unwrap();
    let mut body = json!({"number": "493023125001", "advertiser": bakery.0,
        "from": "2099-02-01T00:00:00Z", "until": "2099-03-01T00:00:00Z"});
    let post = |body: &Value| centre.post("/api/v1/suppressions", &body.to_string());
    let done = post(&body).is(201).json();
    assert_eq!(done, json!({"added": true, "closed": 0}));
    let of = centre.get("/api/v1/suppressions/493023125001").json();
    let row = &of["data"][0];
    assert_eq!(
        (
            &row["extent"],
            &row["advertiser"],
            &row["campaign"],
            &row["from"]
        ),
        (
            &json!("advertiser"),
            &json!(bakery.0),
            &Value::Null,
            &body["from"]
        )
    );
    assert_eq!(row["falls_back"], false);
    body["campaign"] = json!(campaign.0);
    body["until"] = json!("2099-01-01T00:00:00Z");
    assert_eq!(
        post(&body).problem().2,
        ["advertiser: invalid", "until: out_of_range"]
    );
    let other = json!({"number": "493023125001", "advertiser": 77});
    assert_eq!(post(&other).problem().2, ["advertiser: unknown"]);
    let now = json!({"number": "493023125001", "advertiser": bakery.0});
    assert_eq!(post(&now).is(200).json()["closed"], 1);
    let contact = centre.get(&centre.path(&format!("/contacts/{}", ids[0].0)));
    assert_eq!(contact.json()["state"], "closed");
}

#[test]
fn they_are_read_page_by_page() {
    let centre = Centre::open();
    for n in 1..=5 {
        let body = format!("{{\"number\": \"49302312500{n}\"}}");
        centre.post("/api/v1/suppressions", &body).is(201);
    }
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let page = centre
            .get(&format!("/api/v1/suppressions?limit=2{after}"))
            .is(200)
            .json();
        seen.extend(
            page["data"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["number"].to_string()),
        );
        match &page["next"] {
            Value::String(next) => after = format!("&after={next}"),
            _ => break,
        }
    }
    assert_eq!(seen.len(), 5);
}
