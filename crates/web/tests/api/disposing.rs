//! Corrections, dispositions, callbacks and owners that programs give.

use crate::centre::{Centre, request};
use crate::house::Answer;
use axum::body::Body;
use axum::http::{Method, header};
use engine::ContactId;
use serde_json::{Value, json};

fn place(centre: &Centre, contact: ContactId, rest: &str) -> String {
    centre.path(&format!("/contacts/{}/{rest}", contact.0))
}

fn post(centre: &Centre, path: &str, body: &Value) -> Answer {
    centre.post(path, &body.to_string())
}

fn state(centre: &Centre, contact: ContactId) -> Value {
    let there = centre.get(&centre.path(&format!("/contacts/{}", contact.0)));
    there.is(200).json()
}

#[test]
fn an_attempt_is_corrected_after_a_look() {
    let centre = Centre::open();
    centre.import(1);
    let contact = centre.call_back();
    let before = state(&centre, contact);
    let path = place(&centre, contact, "attempts/1/disposition");
    let dry = json!({"code": "130", "dry_run": true});
    let look = post(&centre, &path, &dry).is(200).json();
    assert_eq!(
        (&look["state"], &look["code"], &look["dry_run"]),
        (&json!("unreached"), &json!("130"), &json!(true))
    );
    let first = &look["because"][0];
    assert_eq!(first["why"], "corrected");
    assert_eq!(first["kind"], "supervisor");
    assert_eq!(
        first["data"],
        json!({"attempt": 1, "from": "310", "to": "130"})
    );
    assert!(first["text"].as_str().unwrap().contains("corrected from"));
    assert_eq!(state(&centre, contact), before, "a look changes nothing");
    let done = post(&centre, &path, &json!({"code": "130"})).is(200).json();
    assert_eq!(done["dry_run"], false);
    assert_eq!(
        (&done["state"], &done["due_at"], &done["because"]),
        (&look["state"], &look["due_at"], &look["because"])
    );
    let after = state(&centre, contact);
    assert_eq!(
        (&after["state"], &after["code"]),
        (&json!("unreached"), &json!("130"))
    );
    let attempts = centre.get(&place(&centre, contact, "attempts")).json();
    assert_eq!(attempts["data"][0]["code"], "130");
    let history = centre.house.store.history(centre.list, contact).unwrap();
    assert_eq!(history.last().unwrap().actor, engine::Actor::System);
    assert!(centre.house.store.doctor().unwrap().differences.is_empty());
}

#[test]
fn a_correction_that_cannot_be_is_refused_with_its_word() {
    let centre = Centre::open();
    centre.import(2);
    let contact = centre.call_back();
    let path = place(&centre, contact, "attempts/1/disposition");
    let problem = |path: &str, body: Value| {
        let (status, code, faults) = post(&centre, path, &body).problem();
        (status, code, faults)
    };
    let refused = |code: &str| (409, code.to_owned(), vec![]);
    let invalid = |faults: &[&str]| {
        let faults = faults.iter().map(|&fault| fault.to_owned()).collect();
        (422, "invalid".to_owned(), faults)
    };
    assert_eq!(
        problem(&path, json!({"code": "310"})),
        refused("already_coded")
    );
    assert_eq!(
        problem(&path, json!({"code": "no such"})),
        invalid(&["code: unknown"])
    );
    assert_eq!(
        problem(&path, json!({"dry_run": 1, "due": "now"})),
        invalid(&["code: required", "dry_run: wrong_type", "due: unknown"])
    );
    assert_eq!(
        problem(&path, json!({"code": ""})),
        invalid(&["code: required"])
    );
    // What a contact begins as is nothing an attempt can come to.
    let rules = centre.house.store.list(centre.list).unwrap().unwrap().rules;
    let rules = centre.house.store.rules(rules).unwrap();
    let mut all = rules.catalogue.dispositions().iter();
    let new = all
        .find(|it| it.kind == engine::catalogue::Kind::New)
        .unwrap();
    assert_eq!(
        problem(
            &path,
            json!({"code": new.code.to_string(), "dry_run": true})
        ),
        refused("not_choosable")
    );
    for nowhere in [
        "attempts/9/disposition",
        "attempts/99999999999/disposition",
        "attempts/x/disposition",
    ] {
        let path = place(&centre, contact, nowhere);
        assert_eq!(problem(&path, json!({"code": "130"})).0, 404, "{nowhere}");
    }
    let path = centre.path("/contacts/99/attempts/1/disposition");
    assert_eq!(problem(&path, json!({"code": "130"})).0, 404);
    let in_hand = centre.offered().unwrap();
    let path = place(&centre, in_hand, "disposition");
    assert_eq!(problem(&path, json!({"code": "130"})), refused("in_hand"));
}

#[test]
fn a_correction_that_is_sent_twice_is_made_once() {
    let centre = Centre::open();
    centre.import(1);
    let contact = centre.call_back();
    let path = place(&centre, contact, "attempts/1/disposition");
    let send = || {
        let asked = request(Method::POST, &path)
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", "correct-1");
        let body = Body::from(r#"{"code": "130"}"#);
        centre.house.send(asked.body(body).unwrap())
    };
    let first = send();
    first.is(200);
    let second = send();
    assert_eq!(second.is(200).body, first.body);
    assert_eq!(second.header("idempotency-replayed"), "true");
}

#[test]
fn a_contact_is_closed_and_opened_again() {
    let centre = Centre::open();
    let contact = centre.import(1)[0];
    let path = place(&centre, contact, "disposition");
    let rules = centre.house.store.list(centre.list).unwrap().unwrap().rules;
    let rules = centre.house.store.rules(rules).unwrap();
    let mut all = rules.catalogue.dispositions().iter();
    let last = all
        .find(|it| {
            it.kind == engine::catalogue::Kind::Final && !it.sticky && it.revive_on.is_none()
        })
        .unwrap()
        .code
        .to_string();
    let look = post(&centre, &path, &json!({"code": last, "dry_run": true}));
    assert_eq!(look.is(200).json()["state"], "closed");
    assert_eq!(state(&centre, contact)["state"], "new");
    let closed = post(&centre, &path, &json!({"code": last})).is(200).json();
    assert_eq!(
        (&closed["state"], &closed["due_at"]),
        (&json!("closed"), &Value::Null)
    );
    assert_eq!(closed["because"][0]["why"], "set_by_hand");
    let dated = json!({"code": last, "due": "2026-01-07T09:00:00Z"});
    assert_eq!(post(&centre, &path, &dated).problem().1, "takes_no_date");
    let open = json!({"code": "130", "reset": true, "due": "2026-01-07T09:00:00Z"});
    let open = post(&centre, &path, &open).is(200).json();
    assert_eq!(
        (&open["state"], &open["due_at"], &open["next_offer_at"]),
        (
            &json!("unreached"),
            &json!("2026-01-07T09:00:00Z"),
            &json!("2026-01-07T09:00:00Z")
        )
    );
    let past = json!({"code": "130", "due": "2026-01-05T09:00:00Z"});
    assert_eq!(post(&centre, &path, &past).problem().1, "past");
    let far = json!({"code": "130", "due": "9999-12-30T22:00:00Z"});
    post(&centre, &path, &far).is(200);
    let unknown = json!({"code": "no such", "due": "2026-01-07T09:00:00Z", "reset": "yes"});
    assert_eq!(
        post(&centre, &path, &unknown).problem().2,
        ["reset: wrong_type"]
    );
    let unknown = json!({"code": "no such"});
    assert_eq!(
        post(&centre, &path, &unknown).problem().2,
        ["code: unknown"]
    );
    assert!(centre.house.store.doctor().unwrap().differences.is_empty());
}

#[test]
fn a_callback_is_agreed_on_with_somebody_or_anybody() {
    let centre = Centre::open();
    let contact = centre.import(1)[0];
    let path = place(&centre, contact, "callback");
    let soft = centre.put(&path, &json!({"at": "2026-01-07T09:00:00Z"}));
    let soft = soft.is(200).json();
    assert_eq!(
        (&soft["state"], &soft["code"], &soft["owner"]),
        (&json!("callback"), &json!("320"), &Value::Null)
    );
    let ada = centre.agent.0;
    let body = json!({"at": "2026-01-07T10:00:00Z", "owner": ada});
    let personal = centre.put(&path, &body).is(200).json();
    assert_eq!(
        (&personal["code"], &personal["owner"], &personal["due_at"]),
        (&json!("310"), &json!(ada), &json!("2026-01-07T10:00:00Z"))
    );
    // Another moment for the same callback.
    let moved = centre.put(&path, &json!({"at": "2026-01-07T11:00:00Z"}));
    let moved = moved.is(200).json();
    assert_eq!(
        (&moved["code"], &moved["owner"]),
        (&json!("310"), &json!(ada))
    );
    let callbacks = centre.get(&centre.path("/callbacks")).json();
    assert_eq!(callbacks["data"][0]["due_at"], "2026-01-07T11:00:00Z");
    let coded = json!({"at": "2026-01-07T11:00:00Z", "code": "320"});
    assert_eq!(centre.put(&path, &coded).is(200).json()["code"], "320");
}

#[test]
fn a_callback_that_cannot_be_changes_nothing() {
    let centre = Centre::open();
    let contact = centre.import(1)[0];
    let path = place(&centre, contact, "callback");
    let before = state(&centre, contact);
    let problem = |body: Value| centre.put(&path, &body).problem();
    let at = "2026-01-07T09:00:00Z";
    let ada = centre.agent.0;
    assert_eq!(problem(json!({})).2, ["at: required"]);
    assert_eq!(
        problem(json!({"at": "tomorrow", "owner": 0, "code": "", "x": 1})).2,
        [
            "at: invalid",
            "owner: wrong_type",
            "code: required",
            "x: unknown"
        ]
    );
    assert_eq!(
        problem(json!({"at": at, "owner": 99})).2,
        ["owner: unknown"]
    );
    assert_eq!(
        problem(json!({"at": at, "code": "no such"})).2,
        ["code: unknown"]
    );
    assert_eq!(
        problem(json!({"at": at, "code": "130"})).2,
        ["code: invalid"]
    );
    let other = problem(json!({"at": at, "code": "320", "owner": ada}));
    assert_eq!(other.1, "takes_no_owner");
    let past = problem(json!({"at": "2026-01-05T09:00:00Z", "owner": ada}));
    assert_eq!(past.1, "past");
    assert_eq!(state(&centre, contact), before);
    centre
        .post("/api/v1/suppressions", r#"{"number": "+493023125001"}"#)
        .is(201);
    assert_eq!(problem(json!({"at": at, "owner": ada})).1, "closed");
    let nowhere = centre.path("/contacts/99/callback");
    assert_eq!(centre.put(&nowhere, &json!({"at": at})).problem().0, 404);
}

#[test]
fn a_contact_is_given_to_somebody_and_to_nobody() {
    let centre = Centre::open();
    let contact = centre.import(1)[0];
    let path = place(&centre, contact, "owner");
    let given = centre.put(&path, &json!({"owner": centre.agent.0}));
    let given = given.is(200).json();
    assert_eq!(given["owner"], centre.agent.0);
    assert_eq!(given["because"][0]["why"], "assigned");
    assert_eq!(state(&centre, contact)["owner"], centre.agent.0);
    let taken = centre.put(&path, &json!({"owner": null})).is(200).json();
    assert_eq!(taken["owner"], Value::Null);
    for (wrong, fault) in [
        (json!({}), "owner: required"),
        (json!({"owner": "Ada"}), "owner: wrong_type"),
        (json!({"owner": 99}), "owner: unknown"),
    ] {
        assert_eq!(centre.put(&path, &wrong).problem().2, [fault]);
    }
}

#[test]
fn what_waits_is_resumed() {
    let centre = Centre::open();
    let body = json!({"name": "Stages", "country": "DE", "catalogue": "contact-expert",
        "purpose": "research"});
    let list = post(&centre, "/api/v1/lists", &body).is(201).json()["id"].clone();
    let contacts = format!("/api/v1/lists/{list}/contacts");
    let new = json!({"fields": {"phone": "+493023125014"}});
    let contact = post(&centre, &contacts, &new).is(201).json()["contact"].clone();
    let path = format!("{contacts}/{contact}/resume");
    assert_eq!(
        post(&centre, &path, &json!({})).problem().1,
        "not_suspended"
    );
    let list = engine::ListId(list.as_i64().unwrap());
    let rules = centre.house.store.list(list).unwrap().unwrap().rules;
    let rules = centre.house.store.rules(rules).unwrap();
    let mut all = rules.catalogue.dispositions().iter();
    let waits = all.find(|it| it.kind == engine::catalogue::Kind::Suspended);
    let waits = json!({"code": waits.unwrap().code.to_string()});
    let set = format!("{contacts}/{contact}/disposition");
    let waiting = post(&centre, &set, &waits).is(200).json();
    assert_eq!(waiting["state"], "suspended");
    let wrong = json!({"due": "soon"});
    assert_eq!(post(&centre, &path, &wrong).problem().2, ["due: invalid"]);
    let due = json!({"due": "2026-01-07T09:00:00Z"});
    let resumed = post(&centre, &path, &due).is(200).json();
    assert_eq!(
        (&resumed["state"], &resumed["due_at"]),
        (&json!("new"), &json!("2026-01-07T09:00:00Z"))
    );
}
