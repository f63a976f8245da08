//! The worked example of `docs/api.md`, done as it stands there.

use crate::centre::{Centre, TOKEN};
use axum::body::Body;
use axum::http::Request;
use serde_json::Value;

const DOCUMENT: &str = include_str!("../../../../docs/api.md");

/// The blocks of the document that are marked `http`.
fn blocks() -> Vec<&'static str> {
    let parts = DOCUMENT.split("```http\n").skip(1);
    parts.filter_map(|part| part.split("```").next()).collect()
}

fn send(centre: &Centre, block: &str) -> (u16, Value) {
    let (head, body) = block.split_once("\n\n").unwrap_or((block, ""));
    let mut lines = head.lines();
    let (method, path) = lines.next().unwrap().split_once(' ').unwrap();
    let mut request = Request::builder().method(method).uri(path);
    for line in lines {
        let (name, value) = line.split_once(": ").unwrap();
        request = request.header(name, value.replace("$TOKEN", TOKEN));
    }
    let body = Body::from(body.trim().to_owned());
    let answer = centre.house.send(request.body(body).unwrap());
    (answer.status.as_u16(), answer.json())
}

#[test]
fn a_web_form_becomes_a_contact_that_is_called_first() {
    let centre = Centre::open();
    centre.import(3);
    let blocks = blocks();
    assert!(blocks.len() >= 6, "the example is too short");
    for pair in blocks.chunks(2) {
        let [request, response] = pair else {
            panic!("a request without an answer: {pair:?}")
        };
        let (head, body) = response.split_once("\n\n").unwrap();
        let status = head.split(' ').nth(1).unwrap();
        let expected: Value = serde_json::from_str(body).unwrap_or_else(|e| panic!("{e}: {body}"));
        let (told, answer) = send(&centre, request);
        assert_eq!(
            (told.to_string().as_str(), &answer),
            (status, &expected),
            "{request}"
        );
    }
    let offered = centre.offered().unwrap();
    let contact = centre
        .get(&centre.path(&format!("/contacts/{}", offered.0)))
        .json();
    assert_eq!(contact["key"], "form-2026-0017");
}
