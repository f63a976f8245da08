//! What programs erase, how long lists are kept, and the trail of it all.

use crate::centre::Centre;
use serde_json::json;

#[test]
fn a_list_ends_on_days_of_its_country() {
    let centre = Centre::open();
    centre.import(1);
    let path = centre.path("/retention");
    let none = json!({"last_day": null, "erase_day": null, "erased_at": null});
    assert_eq!(centre.get(&path).is(200).json(), none);
    let body = json!({"last_day": "2027-03-31", "erase_day": "2027-06-30"});
    let set = centre.put(&path, &body).is(200).json();
    assert_eq!(set["last_day"], "2027-03-31");
    assert_eq!(set["erase_day"], "2027-06-30");
    assert_eq!(centre.get(&path).is(200).json(), set);

    let body = json!({"last_day": "2027-03-31", "erase_day": "2027-03-31"});
    let faults = centre.put(&path, &body).problem().2;
    assert_eq!(faults, ["erase_day: out_of_range"]);
    let body = json!({"last_day": "soon", "erase_day": 5, "other": 1});
    let faults = centre.put(&path, &body).problem().2;
    assert_eq!(
        faults,
        [
            "last_day: invalid",
            "erase_day: wrong_type",
            "other: unknown"
        ]
    );
    assert_eq!(
        centre.get(&path).is(200).json(),
        set,
        "nothing half-written"
    );
    assert_eq!(centre.put(&path, &json!({})).is(200).json(), none);
}

#[test]
fn somebody_is_erased_after_a_look() {
    let centre = Centre::open();
    let ids = centre.import(2);
    let contact = centre.path(&format!("/contacts/{}", ids[0].0));
    let look = r#"{"number": "+493023125001", "dry_run": true}"#;
    let would = centre.post("/api/v1/erasures", look).is(200).json();
    assert_eq!(
        (&would["contacts"], &would["numbers"]),
        (&json!(1), &json!(1))
    );
    let there = centre.get(&contact).is(200).json();
    assert_eq!(there["numbers"], json!(["+493023125001"]));

    let gone = r#"{"number": "+493023125001"}"#;
    let gone = centre.post("/api/v1/erasures", gone).is(200).json();
    assert_eq!(gone["contacts"], 1);
    let left = centre.get(&contact).is(200).json();
    assert_eq!(
        (&left["numbers"], &left["fields"]),
        (&json!([]), &json!({}))
    );
    assert_eq!(left["state"], "closed");

    let rows = centre.get("/api/v1/audit?word=erased").is(200).json();
    let rows = rows["data"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "a look is none: {rows:?}");
    assert_eq!(
        (&rows[0]["actor"], &rows[0]["id"]),
        (&json!("token"), &json!(ids[0].0))
    );
}

#[test]
fn whom_to_erase_is_said_one_way() {
    let centre = Centre::open();
    let ids = centre.import(1);
    for (body, fault) in [
        ("{}", "number: required"),
        (r#"{"number": "12"}"#, "number: invalid"),
        (r#"{"number": "+493023125099"}"#, "number: unknown"),
        (r#"{"list": 1}"#, "contact: required"),
        (r#"{"contact": 1}"#, "list: required"),
        (
            r#"{"number": "+493023125001", "list": 1}"#,
            "number: invalid",
        ),
        (r#"{"contact": "x"}"#, "contact: wrong_type"),
    ] {
        let answer = centre.post("/api/v1/erasures", body);
        assert_eq!(answer.problem().2, [fault], "{body}");
    }
    let nobody = r#"{"list": 1, "contact": 999}"#;
    assert_eq!(centre.post("/api/v1/erasures", nobody).problem().0, 404);
    let body = json!({"list": centre.list.0, "contact": ids[0].0});
    let gone = centre.post("/api/v1/erasures", &body.to_string());
    assert_eq!(gone.is(200).json()["contacts"], 1);
}

#[test]
fn the_trail_is_read_page_by_page() {
    let centre = Centre::open();
    let ids = centre.import(3);
    for id in &ids {
        let path = centre.path(&format!("/contacts/{}", id.0));
        centre.get(&path).is(200);
    }
    let (list, contact) = (centre.list.0, ids[0].0);
    let path = format!("/api/v1/audit?word=saw&list={list}&limit=2");
    let first = centre.get(&path).is(200).json();
    assert_eq!(first["data"].as_array().unwrap().len(), 2);
    let next = first["next"].as_str().unwrap();
    let rest = centre.get(&format!("{path}&after={next}")).is(200).json();
    assert_eq!(rest["data"][0]["id"], contact, "the oldest comes last");
    assert_eq!(rest["next"], json!(null));
    let path = format!("/api/v1/audit?list={list}&contact={contact}");
    let of = centre.get(&path).is(200).json();
    assert!(
        of["data"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["id"] == contact)
    );

    let head = centre.get("/api/v1/audit/head").is(200).json();
    assert_eq!(head["digest"].as_str().unwrap().len(), 64);
    let wrong = "/api/v1/audit?contact=1&word=watched&since=soon&limit=900&x=1";
    let faults = centre.get(wrong).problem().2;
    assert_eq!(
        faults,
        [
            "limit: out_of_range",
            "word: unknown",
            "list: required",
            "since: invalid",
            "x: unknown"
        ]
    );
}
