//! Requests that are sent twice.

use crate::centre::{Centre, request};
use crate::house::Answer;
use axum::body::Body;
use axum::http::{Method, header};

fn send(centre: &Centre, key: &str, body: &str) -> Answer {
    let asked = request(Method::POST, &centre.path("/contacts"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", key);
    centre
        .house
        .send(asked.body(Body::from(body.to_owned())).unwrap())
}

const ADA: &str = r#"{"fields": {"name": "Ada", "phone": "+493023125014"}}"#;
const BEA: &str = r#"{"fields": {"name": "Bea", "phone": "+493023125015"}}"#;

fn count(centre: &Centre) -> usize {
    let page = centre.get(&centre.path("/contacts")).json();
    page["data"].as_array().unwrap().len()
}

#[test]
fn the_same_request_is_done_once_and_answered_twice() {
    let centre = Centre::open();
    let first = send(&centre, "form-1", ADA);
    first.is(201);
    let second = send(&centre, "form-1", ADA);
    assert_eq!(second.is(201).body, first.body);
    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_eq!(first.header("idempotency-replayed"), "");
    assert_eq!(count(&centre), 1);
    send(&centre, "form-2", BEA).is(201);
    assert_eq!(count(&centre), 2);
}

#[test]
fn a_key_belongs_to_one_request() {
    let centre = Centre::open();
    send(&centre, "form-1", ADA).is(201);
    assert_eq!(send(&centre, "form-1", BEA).problem().1, "key_reused");
    assert_eq!(count(&centre), 1);
}

#[test]
fn a_refusal_is_repeated_as_it_was() {
    let centre = Centre::open();
    let wrong = r#"{"fields": {"phone": "12"}}"#;
    let first = send(&centre, "form-1", wrong);
    assert_eq!(first.problem().0, 422);
    let second = send(&centre, "form-1", wrong);
    assert_eq!(second.problem(), first.problem());
}

#[test]
fn an_unusable_key_is_refused() {
    let centre = Centre::open();
    assert_eq!(send(&centre, "", ADA).problem().1, "bad_key");
    assert_eq!(send(&centre, &"x".repeat(201), ADA).problem().1, "bad_key");
    assert_eq!(count(&centre), 0);
}

#[test]
fn what_is_kept_of_an_answer_names_nobody() {
    let centre = Centre::open();
    let answer = send(&centre, "form-1", ADA);
    assert!(
        !answer.body.contains("Ada") && !answer.body.contains("23125014"),
        "{}",
        answer.body
    );
}
