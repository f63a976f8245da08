//! Other sites, and what every answer says to the browser.

use crate::house::{Browser, House, request};
use axum::body::Body;
use axum::http::Method;
use store::Role;

/// What becomes of a log-out that is sent with these headers.
fn status(headers: &[(&str, &str)]) -> u16 {
    let house = House::open();
    let (_, ada) = house.somebody("ada", Role::Agent);
    let mut form = request(&ada, Method::POST, "/logout");
    for (name, value) in headers {
        form = form.header(*name, *value);
    }
    let status = house.send(form.body(Body::empty()).unwrap()).status;
    let still_in = house.get(&ada, "/settings").status == 200;
    assert_eq!(
        still_in,
        status == 403,
        "refused is not done, done is not refused"
    );
    status.as_u16()
}

#[test]
fn only_our_own_pages_act_in_a_visitors_name() {
    for ours in [
        &[("sec-fetch-site", "same-origin")][..],
        &[("sec-fetch-site", "none")],
        &[("origin", "http://centre.example")],
        &[("origin", "https://centre.example")],
        &[],
    ] {
        assert_eq!(status(ours), 303, "{ours:?}");
    }
    for foreign in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://centre.example"),
        ],
        &[("origin", "http://elsewhere.example")],
        &[("origin", "http://centre.example.elsewhere.example")],
        &[("origin", "http://centre.example:8080")],
        &[("origin", "null")],
        &[("origin", "")],
    ] {
        assert_eq!(status(foreign), 403, "{foreign:?}");
    }
}

#[test]
fn every_answer_tells_the_browser_to_be_careful() {
    let house = House::open();
    let nobody = Browser::default();
    let script = house.get(&nobody, "/login").between("<script src=\"", "\"");
    for path in [
        "/login",
        "/nowhere",
        "/settings",
        "/people/x",
        script.as_str(),
    ] {
        let answer = house.get(&nobody, path);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert!(
            answer
                .header("permissions-policy")
                .contains("microphone=(self)")
        );
    }
}

#[test]
fn pages_bring_no_script_or_style_inline() {
    let house = House::open();
    let (id, boss) = house.somebody("boss", Role::Administrator);
    let person = format!("/people/{}", id.0);
    for path in [
        "/login",
        "/people",
        "/people/new",
        "/people/log",
        "/people/tokens",
        "/settings",
        "/settings/password",
        &person,
    ] {
        let browser = if path == "/login" {
            Browser::default()
        } else {
            boss.clone()
        };
        let page = house.get(&browser, path);
        page.is(200);
        for inline in [
            " style=",
            "<style",
            " onclick=",
            " onsubmit=",
            "javascript:",
        ] {
            assert!(!page.body.contains(inline), "{path}: {inline}");
        }
        let scripts = page.body.matches("<script").count();
        assert_eq!(
            scripts,
            page.body.matches("<script src=\"/app.js").count(),
            "{path}"
        );
    }
}

#[test]
fn what_goes_wrong_is_a_page_in_the_visitors_language() {
    let house = House::open();
    let (_, ada) = house.somebody("ada", Role::Agent);
    house
        .get(&ada, "/nowhere")
        .is(404)
        .says("There is no such page");
    house.get(&ada, "/people").is(403).says("not for your role");
    let wrong = request(&ada, Method::DELETE, "/settings").body(Body::empty());
    let answer = house.send(wrong.unwrap());
    answer.is(405).says("does not take that");
    assert_eq!(answer.header("allow"), "GET,HEAD,POST");
    house
        .post(&ada, "/settings", "language=nl")
        .is(400)
        .says("cannot be understood");
}
