//! A link by which somebody says: do not call me. Nobody logs in.

use crate::house::{Answer, Centre};
use axum::body::Body;
use axum::http::{Method, Request, header};
use engine::Number;
use engine::catalogue::Extent;
use store::Subject;
use web::{Language, OptOut};

const DIGITS: u64 = 493_023_125_001;

fn link(centre: &Centre, subject: Subject, extent: Extent, scope: i64) -> String {
    let link = OptOut {
        subject,
        extent,
        scope,
        language: Language::Dutch,
        last_day: 0,
    };
    let token = link
        .lasting(centre.store.clock().now(), 30)
        .sign(&centre.store)
        .unwrap();
    format!("/stop/{token}")
}

fn number() -> Subject {
    Number::new(DIGITS).unwrap().into()
}

/// Without a cookie, as the browser of somebody outside.
fn get(centre: &Centre, path: &str) -> Answer {
    let request = Request::builder()
        .uri(path)
        .header(header::HOST, "centre.example")
        .header(header::ACCEPT_LANGUAGE, "en");
    centre.send(request.body(Body::empty()).unwrap())
}

/// As a programme for mail sends it: with no word on where it comes from, and no cookie.
fn post(centre: &Centre, path: &str, kind: &str, body: &str) -> Answer {
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::HOST, "centre.example")
        .header(header::CONTENT_TYPE, kind);
    centre.send(request.body(Body::from(body.to_owned())).unwrap())
}

const FORM: &str = "application/x-www-form-urlencoded";
const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

#[test]
fn looking_asks_and_the_button_does_it_in_the_language_of_the_link() {
    let centre = Centre::open(1);
    let path = link(&centre, number(), Extent::Everywhere, 0);
    get(&centre, &path)
        .is(200)
        .says("lang=\"nl\"")
        .says("eindigt op 001")
        .says("Bel mij niet meer")
        .lacks("493023125001");
    assert_eq!(centre.store.suppressions_of(number()).unwrap(), []);
    post(&centre, &path, FORM, "")
        .is(200)
        .says("Vanaf nu wordt u niet meer gebeld");
    let kept = centre.store.suppressions_of(number()).unwrap();
    assert_eq!((kept.len(), kept[0].source.as_str()), (1, "web link"));
    let closed = centre.store.covered_by(&kept[0]).unwrap();
    assert_eq!(closed, []);
    post(&centre, &path, FORM, "").is(200);
    assert_eq!(centre.store.suppressions_of(number()).unwrap(), kept);
}

#[test]
fn a_programme_for_mail_does_it_with_one_click() {
    let centre = Centre::open(1);
    let person = Subject::person("ada@example.org").unwrap();
    let bakery = centre.store.advertiser_named("Bakery").unwrap();
    let path = link(&centre, person.clone(), Extent::Advertiser, bakery.0);
    get(&centre, &path).is(200).says("in opdracht van Bakery");
    post(&centre, &path, FORM, ONE_CLICK).is(200);
    let kept = centre.store.suppressions_of(person.clone()).unwrap();
    assert_eq!(
        (kept[0].extent, kept[0].scope, kept[0].source.as_str()),
        (Extent::Advertiser, bakery.0, "one click")
    );
    let parts = "--b\r\ncontent-disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
    post(&centre, &path, "multipart/form-data; boundary=b", parts).is(200);
    let search = store::AuditSearch {
        limit: 10,
        ..store::AuditSearch::default()
    };
    let noted = centre.store.audit_lines(&search).unwrap();
    assert_eq!(noted[0].subject, "suppression");
    assert_eq!(noted[0].detail["door"], "web link");
}

#[test]
fn a_link_that_is_broken_or_old_says_so_and_does_nothing() {
    let centre = Centre::open(1);
    let none = "/stop/n1-e-e1-aaaaaaaaaaaaaaaaaaaaaaaaaa";
    get(&centre, none).is(404).says("This link does not work");
    let path = link(&centre, number(), Extent::Everywhere, 0);
    // In its middle: of the last letter not every bit counts, and it may be that one already.
    let (begins, rest) = path.split_at(path.len() - 9);
    let other = if rest.starts_with('a') { 'b' } else { 'a' };
    let broken = format!("{begins}{other}{}", &rest[1..]);
    post(&centre, &broken, FORM, ONE_CLICK).is(404);
    assert_eq!(centre.store.suppressions_of(number()).unwrap(), []);
    centre.pass(32 * 24 * 60);
    get(&centre, &path).is(410).says("too old");
    post(&centre, &path, FORM, ONE_CLICK).is(410);
    assert_eq!(centre.store.suppressions_of(number()).unwrap(), []);
}

#[test]
fn whoever_tries_links_is_kept_waiting_and_a_link_that_works_always_does() {
    let centre = Centre::open(1);
    let path = link(&centre, number(), Extent::Everywhere, 0);
    for n in 0..5 {
        let wrong = format!("/stop/n1-e-e1-{n}");
        get(&centre, &wrong).is(404);
    }
    get(&centre, "/stop/n1-e-e1-5")
        .is(429)
        .says("Wait 15 minutes");
    post(&centre, &path, FORM, ONE_CLICK).is(200);
    assert_eq!(centre.store.suppressions_of(number()).unwrap().len(), 1);
}
