//! Catalogues by program: a file is drafted, checked, published, and a list works by it.

use crate::centre::Centre;
use serde_json::{Value, json};

const DRAFT: &str = "/api/v1/catalogues/callpro/draft";

fn file(centre: &Centre, version: i64) -> String {
    let path = format!("/api/v1/catalogues/callpro/versions/{version}");
    let file = centre.get(&path).is(200).json();
    file["file"].as_str().unwrap().to_owned()
}

#[test]
fn a_version_is_read_changed_published_and_worked_by() {
    let centre = Centre::open();
    centre.import(1);
    let all = centre.get("/api/v1/catalogues").is(200).json();
    let names: Vec<&Value> = all["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["name"])
        .collect();
    assert_eq!(names, ["callmonkey", "callpro", "contact-expert", "stucc"]);
    let own = &all["data"][1]["versions"][0];
    assert_eq!(
        (&own["shipped"], &own["lists"], &own["published_at"]),
        (&json!(true), &json!(1), &Value::Null)
    );
    let version = own["version"].as_i64().unwrap();
    let text = file(&centre, version);
    let label = "en = \"No answer\"";
    let changed = text.replace(label, "en = \"Nobody picks up\"");
    assert_ne!(changed, text);
    // Looked at, nothing is kept.
    let look = centre.put(DRAFT, &json!({ "file": changed, "dry_run": true }));
    assert_eq!(look.is(200).json()["problems"], json!([]));
    centre.get(DRAFT).is(404);
    let kept = centre
        .put(DRAFT, &json!({ "file": changed }))
        .is(200)
        .json();
    assert_eq!(
        (&kept["base"], &kept["problems"]),
        (&json!(version), &json!([]))
    );
    assert_eq!(centre.get(DRAFT).is(200).json(), kept);
    let note = json!({ "note": "clearer words" }).to_string();
    let done = centre.post(&format!("{DRAFT}/publish"), &note);
    assert_eq!(
        done.is(201).json(),
        json!({ "name": "callpro", "version": 1000 })
    );
    centre.get(DRAFT).is(404);
    let versions = centre.get("/api/v1/catalogues/callpro").is(200).json();
    let newest = &versions["versions"][0];
    assert_eq!(
        (&newest["version"], &newest["note"], &newest["shipped"]),
        (&json!(1000), &json!("clearer words"), &json!(false))
    );
    assert!(file(&centre, 1000).contains("Nobody picks up"));
    // The list moves when it is told to, and back to what came with the program.
    let works = centre.path("/catalogue");
    assert_eq!(centre.get(&works).is(200).json()["version"], version);
    for version in [1000, version] {
        let to = json!({ "name": "callpro", "version": version });
        assert_eq!(centre.put(&works, &to).is(200).json(), to);
    }
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_line() {
    let centre = Centre::open();
    let text = file(&centre, 2);
    let broken = text
        .replacen("kind = \"new\"", "kind = \"fresh\"", 1)
        .replacen("kind = \"final\"", "kind = \"last\"", 1);
    let answer = centre.put(DRAFT, &json!({ "file": broken }));
    let errors = answer.is(422).json()["errors"].clone();
    let errors = errors.as_array().unwrap();
    assert_eq!(errors.len(), 2);
    assert!(
        errors
            .iter()
            .all(|error| error["detail"].as_str().unwrap().starts_with("line "))
    );
    // What can be read may say anything, but is not published.
    let doubtful = text.replacen("meaning = \"new\"", "meaning = \"nowhere\"", 1);
    let kept = centre.put(DRAFT, &json!({ "file": doubtful }));
    let problem = &kept.is(200).json()["problems"][0];
    assert_eq!(problem["field"], "meaning");
    assert!(problem["line"].is_u64() && problem["remedy"].is_string());
    let refused = centre
        .post(&format!("{DRAFT}/publish"), "{}")
        .is(409)
        .json();
    assert_eq!(refused["code"], "not_publishable");
    assert_eq!(refused["errors"].as_array().unwrap().len(), 1);
    let other = "/api/v1/catalogues/spring/draft";
    let named = centre.put(other, &json!({ "file": text }));
    assert_eq!(named.problem().2, ["file: differs"]);
    centre.delete(DRAFT).is(204);
    centre.delete(DRAFT).is(404);
    centre.post(&format!("{DRAFT}/publish"), "{}").is(404);
    centre.get("/api/v1/catalogues/spring").is(404);
    centre.get("/api/v1/catalogues/callpro/versions/77").is(404);
    centre.get("/api/v1/catalogues/Call%20Pro/draft").is(404);
}

#[test]
fn a_list_stays_with_its_catalogue_and_with_the_codes_its_contacts_have() {
    let centre = Centre::open();
    centre.import(1);
    let works = centre.path("/catalogue");
    let to =
        |name: &str, version: i64| centre.put(&works, &json!({ "name": name, "version": version }));
    assert_eq!(to("stucc", 2).problem().2, ["name: differs"]);
    assert_eq!(to("callpro", 77).problem().2, ["version: invalid"]);
    // A version without the code under which its contact stands.
    let renamed = file(&centre, 2).replace("code = \"000\"", "code = \"001\"");
    centre.put(DRAFT, &json!({ "file": renamed })).is(200);
    centre.post(&format!("{DRAFT}/publish"), "{}").is(201);
    let refused = to("callpro", 1000);
    assert_eq!(refused.problem().2, ["version: invalid"]);
    assert!(refused.json()["detail"].as_str().unwrap().contains("000"));
}
