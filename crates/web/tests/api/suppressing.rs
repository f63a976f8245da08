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

#[test]
fn persons_and_domains_are_suppressed_and_looked_up() {
    let centre = Centre::open();
    let post = |body: Value| centre.post("/api/v1/suppressions", &body.to_string());
    let add = |mail: &str, n: u32| {
        let fields = json!({"phone": format!("03023125{n:03}"), "email": mail});
        let answer = centre.post(
            &centre.path("/contacts"),
            &json!({"fields": fields}).to_string(),
        );
        answer.is(201).json()
    };
    let first = add("ada@bakery.example", 14);
    let done = post(json!({"person": "Ada@Bakery.example"})).is(201).json();
    assert_eq!(done, json!({"added": true, "closed": 1}));
    let path = centre.path(&format!("/contacts/{}", first["contact"]));
    assert_eq!(centre.get(&path).json()["state"], "closed");
    assert_eq!(add("ADA@bakery.example", 15)["closed_by"], "suppressed");
    assert_eq!(add("bea@post.bakery.example", 16)["state"], "new");
    let done = post(json!({"domain": "bakery.example"})).is(201).json();
    assert_eq!(done, json!({"added": true, "closed": 1}));
    post(json!({"number": "493023125017"})).is(201);
    let of = |whom: &str| {
        centre
            .get(&format!("/api/v1/suppressions/{whom}"))
            .is(200)
            .json()
    };
    assert_eq!(of("ada@bakery.example")["data"][0]["subject"], "person");
    assert_eq!(of("bakery.example")["data"][0]["domain"], "bakery.example");
    assert_eq!(of("cho@bakery.example")["data"], json!([]));
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let page = centre
            .get(&format!("/api/v1/suppressions?limit=1{after}"))
            .is(200)
            .json();
        seen.extend(
            page["data"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["subject"].clone()),
        );
        match &page["next"] {
            Value::String(next) => after = format!("&after={next}"),
            _ => break,
        }
    }
    seen.sort_by_key(Value::to_string);
    assert_eq!(seen, ["domain", "number", "person"]);
    assert_eq!(
        post(json!({"domain": "gmail.com"})).problem().2,
        ["domain: invalid"]
    );
    assert_eq!(
        post(json!({"person": "ada"})).problem().2,
        ["person: invalid"]
    );
    let both = json!({"person": "a@b.example", "number": "493023125017"});
    assert_eq!(post(both).problem().2, ["number: invalid"]);
    let wrong = centre.get("/api/v1/suppressions/nobody");
    assert_eq!(wrong.problem().2, ["subject: invalid"]);
}

#[test]
fn a_link_is_made_for_whom_it_is_about_with_the_headers_of_a_message() {
    let centre = Centre::open();
    let post = |body: Value| centre.post("/api/v1/suppressions/links", &body.to_string());
    let made = post(json!({"number": "+493023125001", "days": 10}))
        .is(201)
        .json();
    let link = made["link"].as_str().unwrap();
    assert!(
        link.starts_with("/stop/n"),
        "a request without a host: {link}"
    );
    assert_eq!(made["headers"]["List-Unsubscribe"], format!("<{link}>"));
    assert_eq!(
        made["headers"]["List-Unsubscribe-Post"],
        "List-Unsubscribe=One-Click"
    );
    let person = json!({"person": "ada@example.org", "language": "hu"});
    post(person).is(201);
    assert_eq!(
        post(json!({"domain": "bakery.example"})).problem().2,
        ["domain: invalid"]
    );
    let wrong = json!({"days": 0, "language": "fr", "number": "1", "campaign": 5, "advertiser": 5});
    assert_eq!(
        post(wrong).problem().2,
        [
            "number: invalid",
            "advertiser: invalid",
            "language: unknown",
            "days: out_of_range"
        ]
    );
    let nowhere = json!({"number": "+493023125001", "campaign": 99});
    assert_eq!(post(nowhere).problem().2, ["campaign: unknown"]);
    assert_eq!(post(json!({})).problem().2, ["number: required"]);
}

#[test]
fn many_are_suppressed_at_once_or_none() {
    let centre = Centre::open();
    let ids = centre.import(2);
    let post = |body: Value| centre.post("/api/v1/suppressions/many", &body.to_string());
    let wrong = json!({"whom": ["+493023125001", "12", "ada@", "gmail.com"], "campaign": 0});
    assert_eq!(
        post(wrong).problem().2,
        [
            "whom[1]: invalid",
            "whom[2]: invalid",
            "whom[3]: invalid",
            "campaign: wrong_type"
        ]
    );
    let none = centre.get("/api/v1/suppressions").json();
    assert_eq!(none["data"], json!([]));
    let right = json!({"whom": ["+493023125001", "493023125001", "Ada@example.org", "bakery.example"],
        "reason": "their file of May"});
    let done = post(right.clone()).is(200).json();
    assert_eq!(done, json!({"named": 3, "added": 3, "closed": 1}));
    let contact = centre.get(&centre.path(&format!("/contacts/{}", ids[0].0)));
    assert_eq!(contact.json()["state"], "closed");
    let ada = centre.get("/api/v1/suppressions/ada@example.org").json();
    assert_eq!(ada["data"][0]["reason"], "their file of May");
    let again = post(right).is(200).json();
    assert_eq!(again, json!({"named": 3, "added": 0, "closed": 0}));
    post(json!({"whom": ["bakery.example"], "campaign": 99})).is(422);
}
