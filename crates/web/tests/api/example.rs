//! The worked examples of `docs/api.md`, done as they stand there.

use crate::centre::{Centre, TOKEN};
use axum::body::Body;
use axum::http::Request;
use engine::ListId;
use serde_json::Value;

const DOCUMENT: &str = include_str!("../../../../docs/api.md");

/// A request and what answers it.
type Pair = (&'static str, &'static str);

/// The blocks under a heading that are marked `http`, two by two.
fn pairs(heading: &str) -> Vec<Pair> {
    let mut sections = DOCUMENT.split("\n## ");
    let section = sections.find(|section| section.starts_with(heading));
    let parts = section.expect("the heading is there").split("```http\n");
    let blocks: Vec<&str> = parts
        .skip(1)
        .filter_map(|part| part.split("```").next())
        .collect();
    assert_eq!(blocks.len() % 2, 0, "a request without an answer");
    blocks.chunks(2).map(|two| (two[0], two[1])).collect()
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
    let told = match answer.body.is_empty() {
        true => Value::Null,
        false => answer.json(),
    };
    (answer.status.as_u16(), told)
}

#[track_caller]
fn works(centre: &Centre, pairs: &[Pair]) {
    for (request, response) in pairs {
        let (head, body) = response.split_once("\n\n").unwrap_or((response, "null"));
        let status = head.split(' ').nth(1).unwrap();
        let expected: Value = serde_json::from_str(body).unwrap_or_else(|e| panic!("{e}: {body}"));
        let (told, answer) = send(centre, request);
        let shown = serde_json::to_string_pretty(&answer).unwrap();
        assert_eq!(
            (told.to_string().as_str(), &answer),
            (status, &expected),
            "{request}\n{shown}"
        );
    }
}

#[test]
fn a_web_form_becomes_a_contact_that_is_called_first() {
    let centre = Centre::open();
    centre.import(3);
    let pairs = pairs("From a web form to a call");
    assert_eq!(pairs.len(), 4);
    works(&centre, &pairs);
    let offered = centre.offered().unwrap();
    let contact = centre
        .get(&centre.path(&format!("/contacts/{}", offered.0)))
        .json();
    assert_eq!(contact["key"], "form-2026-0017");
}

#[test]
fn a_list_and_its_campaign_are_made_worked_on_and_corrected() {
    let centre = Centre::open();
    let pairs = pairs("A list and its campaign by program");
    let (before, after) = pairs.split_at(7);
    works(&centre, before);
    centre.call_back_of(ListId(2));
    works(&centre, after);
    assert_eq!(after.len(), 2);
}
