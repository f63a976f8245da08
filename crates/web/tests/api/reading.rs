//! Lists, dispositions, contacts, attempts, callbacks and campaigns as programs read them.

use crate::centre::Centre;
use serde_json::{Value, json};

/// Follows `next` to the end; gives all rows.
fn walk(centre: &Centre, path: &str) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), String::new());
    loop {
        let page = centre.get(&format!("{path}?limit=2{after}")).is(200).json();
        let data = page["data"].as_array().unwrap().clone();
        assert!(data.len() <= 2);
        rows.extend(data);
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return rows,
        }
    }
}

#[test]
fn a_list_shows_its_fields_and_dispositions() {
    let centre = Centre::open();
    let lists = centre.get("/api/v1/lists").is(200).json();
    assert_eq!(lists["data"][0]["name"], "Hotleads");
    assert_eq!(lists["next"], Value::Null);
    let list = centre.get(&centre.path("")).is(200).json();
    assert_eq!(
        list["fields"][2],
        json!({"name": "phone", "external": "Telefon", "required": false})
    );
    let all = centre.get(&centre.path("/dispositions")).is(200).json();
    let busy = all["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["code"] == "130");
    let busy = busy.expect("the code of a busy line");
    assert_eq!(
        (&busy["kind"], &busy["label"]["nl"]),
        (&json!("unreached"), &json!("In gesprek"))
    );
    let campaigns = centre.get("/api/v1/campaigns").is(200).json();
    assert_eq!(campaigns["data"][0]["state"], "running");
}

#[test]
fn contacts_come_page_by_page_and_one_by_one() {
    let centre = Centre::open();
    let ids = centre.import(5);
    let rows = walk(&centre, &centre.path("/contacts"));
    let shown: Vec<i64> = rows.iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert_eq!(shown, ids.iter().map(|id| id.0).collect::<Vec<_>>());
    let one = centre.get(&centre.path(&format!("/contacts/{}", ids[1].0)));
    assert_eq!(one.is(200).json(), rows[1]);
    assert_eq!(rows[1]["key"], "K2");
    assert_eq!(rows[1]["numbers"], json!(["+493023125002"]));
    assert_eq!(rows[1]["fields"]["name"], "Person 2");
    assert_eq!(rows[1]["state"], "new");
}

#[test]
fn a_contact_is_found_by_key_and_by_number() {
    let centre = Centre::open();
    let ids = centre.import(3);
    let found = |query: &str| {
        let page = centre
            .get(&format!("/api/v1/contacts?{query}"))
            .is(200)
            .json();
        let rows = page["data"].as_array().unwrap().clone();
        rows.iter()
            .map(|row| row["id"].as_i64().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(found("key=K2"), [ids[1].0]);
    assert_eq!(found("number=%2B493023125003"), [ids[2].0]);
    assert_eq!(found("number=+493023125003"), [ids[2].0]);
    assert_eq!(found("key=K2&number=493023125002"), [ids[1].0]);
    assert_eq!(found("key=K2&number=493023125003"), [0_i64; 0]);
    assert_eq!(
        found(&format!("key={}", ids[0].0)),
        [0_i64; 0],
        "an id is no key"
    );
}

#[test]
fn attempts_and_callbacks_are_read() {
    let centre = Centre::open();
    centre.import(3);
    let mut called: Vec<i64> = (0..3).map(|_| centre.call_back().0).collect();
    let attempts = centre.get(&centre.path(&format!("/contacts/{}/attempts", called[0])));
    let attempts = attempts.is(200).json();
    assert_eq!(attempts["data"][0]["code"], "310");
    assert_eq!(attempts["data"][0]["outcome"], "answered");
    assert_eq!(attempts["data"][0]["placed_at"], "2026-01-06T09:00:00Z");
    called.sort_unstable();
    let rows = walk(&centre, &centre.path("/callbacks"));
    let due: Vec<i64> = rows
        .iter()
        .map(|row| row["contact"].as_i64().unwrap())
        .collect();
    assert_eq!(due, called);
    assert_eq!(rows[0]["due_at"], "2026-01-06T11:00:00Z");
    let within = |query: &str| {
        let page = centre
            .get(&centre.path(&format!("/callbacks?{query}")))
            .is(200)
            .json();
        page["data"].as_array().unwrap().len()
    };
    assert_eq!(
        within("from=2026-01-06T11:00:00Z&before=2026-01-06T11:00:01Z"),
        3
    );
    assert_eq!(within("before=2026-01-06T11:00:00Z"), 0);
    assert_eq!(within("from=2026-01-06T11:00:00.000001Z"), 0);
}

#[test]
fn attempts_are_found_by_what_they_are() {
    let centre = Centre::open();
    centre.import(5);
    let mut called = Vec::new();
    for _ in 0..5 {
        called.push(centre.call_back().0);
        centre.house.pass(1);
    }
    called.reverse();
    let rows = walk(&centre, "/api/v1/attempts");
    let shown: Vec<i64> = rows
        .iter()
        .map(|row| row["contact"].as_i64().unwrap())
        .collect();
    assert_eq!(shown, called, "the newest first");
    let newest = &rows[0];
    assert_eq!(
        (&newest["list"], &newest["attempt"]),
        (&json!(1), &json!(1))
    );
    let own = centre.get(&centre.path(&format!("/contacts/{}/attempts", called[0])));
    assert_eq!(own.is(200).json()["data"], json!([newest]));
    let count = |query: &str| {
        let page = centre.get(&format!("/api/v1/attempts?{query}"));
        page.is(200).json()["data"].as_array().unwrap().len()
    };
    assert_eq!(count(&format!("list=1&agent={}", centre.agent.0)), 5);
    assert_eq!(count("list=2"), 0);
    assert_eq!(count("agent=99"), 0);
    assert_eq!(count("code=310&outcome=answered"), 5);
    assert_eq!(count("outcome=busy"), 0);
    assert_eq!(count("number=%2B493023125003"), 1);
    let at = newest["coded_at"].as_str().unwrap();
    assert_eq!(count(&format!("from={at}")), 1);
    assert_eq!(count(&format!("before={at}")), 4);
    let faults = centre
        .get("/api/v1/attempts?list=x&code=&outcome=gone&agent=0&number=1&from=a&before=b&after=1&until=c&limit=0")
        .problem()
        .2;
    assert_eq!(
        faults,
        [
            "limit: out_of_range",
            "list: wrong_type",
            "code: required",
            "outcome: unknown",
            "agent: wrong_type",
            "number: invalid",
            "from: invalid",
            "before: invalid",
            "after: invalid",
            "until: unknown"
        ]
    );
}

#[test]
fn codes_come_in_the_words_of_another_catalogue_as_well() {
    let centre = Centre::open();
    let ids = centre.import(1);
    let one = format!(
        "{}?vocabulary=stucc",
        centre.path(&format!("/contacts/{}", ids[0].0))
    );
    let shown = centre.get(&one).is(200).json();
    assert_eq!(
        (&shown["code"], &shown["in_vocabulary"]["code"]),
        (&json!("000"), &json!("open/$none"))
    );
    let all = centre.get(&centre.path("/dispositions?vocabulary=contact-expert"));
    let all = all.is(200).json();
    let found = |code: &str| {
        let mut all = all["data"].as_array().unwrap().iter();
        all.find(|one| one["code"] == code).unwrap()["in_vocabulary"].clone()
    };
    assert_eq!(
        (&found("130")["code"], &found("130")["cause"]),
        (&json!("33"), &json!("3"))
    );
    assert_eq!(found("501")["loses"], json!(["meaning", "suppression"]));
    assert_eq!(found("098"), json!({"vocabulary": "contact-expert"}));
    centre.get("/api/v1/attempts?vocabulary=dutch").is(422);
}
