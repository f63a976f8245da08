//! Lists that programs make, with their limits and rosters.

use crate::centre::{Centre, request};
use axum::body::Body;
use axum::http::{Method, header};
use serde_json::{Value, json};

fn make(centre: &Centre, body: &Value) -> crate::house::Answer {
    centre.post("/api/v1/lists", &body.to_string())
}

#[test]
fn a_list_is_made_with_its_fields_and_a_campaign() {
    let centre = Centre::open();
    let made = make(
        &centre,
        &json!({
            "name": "  Webform ", "country": "NL", "catalogue": "callpro", "purpose": "research", "campaign": true,
            "fields": [
                {"name": "naam"},
                {"name": "tel", "external": "Telefoon", "required": true},
                {"name": "kleur", "kind": "choice", "choices": ["rood", "blauw"]},
                {"name": "bedrag", "kind": "decimal", "max": 12}
            ]
        }),
    );
    let made = made.is(201).json();
    assert_eq!(made["name"], "Webform");
    assert_eq!(
        made["fields"],
        json!([
            {"name": "naam", "external": "naam", "kind": "text", "required": false},
            {"name": "tel", "external": "Telefoon", "kind": "phone", "required": true},
            {"name": "kleur", "external": "kleur", "kind": "choice", "required": false,
             "choices": ["rood", "blauw"]},
            {"name": "bedrag", "external": "bedrag", "kind": "decimal", "max": 12, "required": false}
        ])
    );
    let there = centre.get(&format!("/api/v1/lists/{}", made["id"]));
    assert_eq!(there.is(200).json(), made);
    let campaigns = centre.get("/api/v1/campaigns").json();
    assert_eq!(campaigns["data"][1]["name"], "Webform");
    assert_eq!(campaigns["data"][1]["state"], "running");
    // What it says of its fields holds for what comes in.
    let place = format!("/api/v1/lists/{}/contacts", made["id"]);
    let wrong = json!({"fields": {"kleur": "groen", "tel": "020 794 6012"}});
    let faults = centre.post(&place, &wrong.to_string()).problem().2;
    assert_eq!(faults, ["fields.kleur: invalid"]);
}

#[test]
fn a_name_is_taken_once() {
    let centre = Centre::open();
    let body =
        json!({"name": "Hotleads", "country": "DE", "catalogue": "callpro", "purpose": "research"});
    let (status, code, _) = make(&centre, &body).problem();
    assert_eq!((status, code.as_str()), (409, "name_taken"));
    let body = json!({"name": "Alone", "country": "DE", "catalogue": "stucc", "purpose": "sales"});
    make(&centre, &body).is(201);
    let campaigns = centre.get("/api/v1/campaigns").json();
    assert_eq!(campaigns["data"].as_array().unwrap().len(), 1);
}

#[test]
fn all_that_is_wrong_with_a_list_is_told_at_once() {
    let centre = Centre::open();
    let faults = make(&centre, &json!({"colour": "red"})).problem().2;
    assert_eq!(
        faults,
        [
            "name: required",
            "country: required",
            "catalogue: required",
            "purpose: required",
            "colour: unknown"
        ]
    );
    let body = json!({
        "name": "two\nlines", "country": "FR", "catalogue": "mine", "campaign": "yes",
        "purpose": "fun", "basis": "customer", "basis_until": 5,
        "fields": [
            {"name": "a"},
            {"name": "a", "external": "A"},
            {"name": "b", "external": "A", "kind": "colour"},
            {"name": "state"},
            {"name": "1st", "max": 0, "hue": 1},
            {"name": "c", "kind": "choice"},
            {"name": "d", "kind": "text", "choices": ["x"]},
            {"name": "e", "kind": "choice", "choices": ["x", 5, ""]},
            {},
            "f"
        ]
    });
    let faults = make(&centre, &body).problem().2;
    assert_eq!(
        faults,
        [
            "name: invalid",
            "country: unknown",
            "catalogue: unknown",
            "basis_until: wrong_type",
            "purpose: unknown",
            "basis_given_on: required",
            "basis_source: required",
            "campaign: wrong_type",
            "fields[9]: wrong_type",
            "fields[1].name: repeated",
            "fields[2].kind: unknown",
            "fields[2].external: repeated",
            "fields[3].name: invalid",
            "fields[4].name: invalid",
            "fields[4].max: out_of_range",
            "fields[4].hue: unknown",
            "fields[5].choices: invalid",
            "fields[6].choices: invalid",
            "fields[7].choices[1]: wrong_type",
            "fields[7].choices[2]: required",
            "fields[8].name: required",
        ]
    );
    let long = json!({"name": "x".repeat(81), "country": "DE", "catalogue": "callpro", "purpose": "research"});
    assert_eq!(make(&centre, &long).problem().2, ["name: too_long"]);
    let many = vec![json!({"name": "a"}); 201];
    let body = json!({"name": "Many", "country": "DE", "catalogue": "callpro", "purpose": "research", "fields": many});
    assert_eq!(make(&centre, &body).problem().2, ["fields: too_long"]);
    let lists = centre.get("/api/v1/lists").json();
    assert_eq!(lists["data"].as_array().unwrap().len(), 1);
}

#[test]
fn a_list_that_is_asked_for_twice_is_made_once() {
    let centre = Centre::open();
    let body =
        json!({"name": "Webform", "country": "DE", "catalogue": "callpro", "purpose": "research"})
            .to_string();
    let send = || {
        let asked = request(Method::POST, "/api/v1/lists")
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", "make-1");
        centre
            .house
            .send(asked.body(Body::from(body.clone())).unwrap())
    };
    let first = send();
    first.is(201);
    let second = send();
    assert_eq!(second.is(201).body, first.body);
    assert_eq!(second.header("idempotency-replayed"), "true");
}

#[test]
fn limits_go_back_as_they_came_and_change_what_holds() {
    let centre = Centre::open();
    let place = centre.path("/limits");
    let usual = centre.get(&place).is(200).json();
    assert_eq!(usual["own"], false);
    assert_eq!(usual["lease"], "PT1H");
    assert_eq!(centre.put(&place, &usual).is(200).json(), usual);
    let mut mine = usual.clone();
    mine["own"] = json!(true);
    mine["limits"]["total"] = json!(7);
    mine["limits"]["cold_period"] = json!("PT36H");
    mine["wrap_up"] = json!("PT5M");
    mine["release_after"] = Value::Null;
    mine["shares"]["system"] = json!(40);
    let kept = centre.put(&place, &mine).is(200).json();
    assert_eq!(kept["limits"]["cold_period"], "P1DT12H");
    assert_eq!(kept["release_after"], Value::Null);
    assert_eq!(kept["shares"]["system"], 40);
    assert_eq!(centre.get(&place).json(), kept);
    let list = centre.house.store.list(centre.list).unwrap().unwrap();
    let rules = centre.house.store.rules(list.rules).unwrap();
    assert_eq!(rules.limits().total, 7);
    assert_eq!(rules.settings.wrap_up, engine::Period::minutes(5));
    assert_eq!(rules.settings.ownership.release_after, None);
    let back = json!({"own": false, "lease": "PT1H", "wrap_up": "PT10M", "only_owner": true,
        "release_after": "PT30M", "release_when_out": true, "code_by_line": true});
    assert_eq!(centre.put(&place, &back).is(200).json(), usual);
}

#[test]
fn figures_beyond_their_bounds_are_refused_all_at_once() {
    let centre = Centre::open();
    let place = centre.path("/limits");
    let usual = centre.get(&place).json();
    let faults = |body: &Value| centre.put(&place, body).problem().2;
    assert_eq!(
        faults(&json!({})),
        [
            "own: required",
            "lease: required",
            "wrap_up: required",
            "only_owner: required",
            "release_when_out: required",
            "code_by_line: required"
        ]
    );
    let mut wrong = usual.clone();
    wrong["own"] = json!(true);
    wrong["limits"]["total"] = json!(1000);
    wrong["limits"]["cold_count"] = json!(-1);
    wrong["limits"]["cold_period"] = json!("PT20M");
    wrong["limits"]["callbacks_period"] = json!("a month");
    wrong["lease"] = json!("P2D");
    wrong["wrap_up"] = json!("PT30S");
    wrong["shares"] = json!({"system": 60, "not_reached_low": 60});
    assert_eq!(
        faults(&wrong),
        [
            "limits.cold_count: out_of_range",
            "limits.cold_period: out_of_range",
            "limits.callbacks_period: invalid",
            "limits.total: out_of_range",
            "lease: out_of_range",
            "wrap_up: out_of_range",
            "shares: out_of_range"
        ]
    );
    let mut other = usual.clone();
    other["limits"]["total"] = json!(7);
    assert_eq!(faults(&other), ["limits: differs"]);
    let mut none = usual.clone();
    none["own"] = json!(true);
    none["limits"] = Value::Null;
    assert_eq!(faults(&none), ["limits: required"]);
    assert_eq!(centre.get(&place).json(), usual);
    centre.put("/api/v1/lists/99/limits", &usual).is(404);
}

#[test]
fn a_roster_is_given_to_contacts_that_come() {
    let centre = Centre::open();
    let place = centre.path("/roster");
    assert_eq!(centre.get(&place).json(), json!({"roster": null}));
    let body = json!({"roster": "mo-we 09:00-12:00"});
    assert_eq!(centre.put(&place, &body).is(200).json(), body);
    assert_eq!(centre.get(&place).json(), body);
    let new = json!({"key": "W1", "fields": {"phone": "+493023125014"}});
    let id = centre
        .post(&centre.path("/contacts"), &new.to_string())
        .is(201)
        .json()["contact"]
        .clone();
    let contact = engine::ContactId(id.as_i64().unwrap());
    let there = centre.house.store.contact(centre.list, contact).unwrap();
    let roster = there.unwrap().roster.expect("the roster of the list");
    assert_eq!(roster.to_string(), "mo-we 09:00-12:00");
    for (wrong, fault) in [
        (json!({}), "roster: required"),
        (json!({"roster": 5}), "roster: wrong_type"),
        (json!({"roster": "mo 25:00-"}), "roster: invalid"),
        (json!({"roster": ""}), "roster: invalid"),
    ] {
        assert_eq!(centre.put(&place, &wrong).problem().2, [fault], "{wrong}");
    }
    let none = json!({"roster": null});
    assert_eq!(centre.put(&place, &none).is(200).json(), none);
}

#[test]
fn what_is_laid_over_the_codes_of_a_list_is_read_and_set() {
    let centre = Centre::open();
    let path = centre.path("/codes");
    let bare = centre.get(&path).is(200).json();
    assert_eq!(
        bare,
        json!({"catalogue": "callpro", "version": 2, "codes": []})
    );
    let laid = json!({"codes": [
        {"code": "130", "follow_up": "TimeAdd=30m", "order": 2},
        {"code": "501", "hidden": true},
    ]});
    let set = centre.put(&path, &laid).is(200).json();
    assert_eq!(set["codes"][0]["follow_up"], "TimeAdd=30m");
    assert_eq!(centre.get(&path).is(200).json(), set);
    // What was read may be sent back.
    centre.put(&path, &set).is(200);
    let wrong = json!({"version": 9, "codes": [
        {"code": "999"}, {"code": "065", "hidden": true}, {"code": "500", "hotkey": "n"},
        {"code": "501", "follow_up": "TimeAdd=1h"}, {"code": "120", "follow_up": "soon"},
    ]});
    let problem = centre.put(&path, &wrong).is(422).json();
    let fields: Vec<&str> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["field"].as_str().unwrap())
        .collect();
    let expected = [
        "codes[4].follow_up",
        "catalogue",
        "codes.065.hidden",
        "codes.501.follow_up",
        "codes.500.hotkey",
    ];
    assert_eq!(fields, expected, "{problem}");
    assert_eq!(centre.get(&path).is(200).json(), set);
}
