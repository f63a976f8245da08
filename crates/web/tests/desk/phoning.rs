//! The phone in the agent's browser: who gets an account, and who may speak on its line. That it
//! rings and is heard is tried in a real browser (`browser/phone`).

use crate::house::{Centre, Desk};
use axum::body::Body;
use axum::http::{Request, header};
use engine::AgentId;
use std::sync::Arc;
use store::LineOrder;
use web::{SoftPhone, SoftPhones};

/// An exchange that nobody reaches, where 2001 is for a browser.
fn open() -> Centre {
    let mut centre = Centre::open(1);
    centre.talk_by_browser(SoftPhones {
        ask: Arc::new(|account| match account {
            "2001" => Ok(Some(SoftPhone {
                exchange: "127.0.0.1:1".to_owned(),
                password: "geheim".to_owned(),
            })),
            "2002" => Err("no answer".to_owned()),
            _ => Ok(None),
        }),
    });
    centre
}

fn with_phone(centre: &Centre, login: &str, phone: Option<&str>) -> Desk {
    let desk = centre.agent(login);
    let phone = phone.map(|phone| phone.parse().unwrap());
    centre.store.set_phone(desk.agent, phone).unwrap().unwrap();
    desk
}

/// A handshake as browsers begin it.
fn handshake(desk: &Desk, origin: &str) -> Request<Body> {
    let request = Request::builder()
        .uri("/desk/phone/line")
        .header(header::HOST, "centre.example")
        .header(header::ORIGIN, origin)
        .header(header::COOKIE, desk.cookie.as_str())
        .header(header::CONNECTION, "Upgrade")
        .header(header::UPGRADE, "websocket")
        .header(header::SEC_WEBSOCKET_VERSION, "13")
        .header(header::SEC_WEBSOCKET_PROTOCOL, "sip")
        .header(header::SEC_WEBSOCKET_KEY, "dGhlIHNhbXBsZSBub25jZQ==");
    request.body(Body::empty()).unwrap()
}

#[test]
fn an_agent_gets_the_account_of_her_own_browser_phone() {
    let centre = open();
    let anna = with_phone(&centre, "anna", Some("2001"));
    let told = centre.get(&anna, "/desk/phone");
    assert_eq!(told.status, 200);
    assert_eq!(told.body, r#"{"user":"2001","password":"geheim"}"#);
    let page = centre.get(&anna, "/desk").body;
    assert!(
        page.contains("data-phone ") && page.contains("/phone.js?"),
        "{page}"
    );
}

#[test]
fn who_has_no_phone_in_the_browser_gets_none() {
    let centre = open();
    for (login, phone) in [
        ("bea", None),
        ("cleo", Some("1001")),
        ("dora", Some("+31201234567")),
    ] {
        let desk = with_phone(&centre, login, phone);
        assert_eq!(centre.get(&desk, "/desk/phone").status, 404, "{login}");
    }
    // An exchange that is away for a moment is no reason to do without: it is asked again.
    let later = with_phone(&centre, "finn", Some("2002"));
    assert_eq!(centre.get(&later, "/desk/phone").status, 500);
    let nobody = with_phone(&centre, "edda", None);
    let page = centre.get(&nobody, "/desk").body;
    assert!(!page.contains("/phone.js"), "{page}");
}

#[test]
fn without_an_exchange_there_are_no_phones() {
    let centre = Centre::open(1);
    let anna = with_phone(&centre, "anna", Some("2001"));
    assert_eq!(centre.get(&anna, "/desk/phone").status, 404);
    assert_eq!(centre.get(&anna, "/desk/phone/line").status, 404);
    assert!(!centre.get(&anna, "/desk").body.contains("/phone.js"));
}

#[test]
fn a_line_is_no_page_and_not_for_another_site() {
    let centre = open();
    let anna = with_phone(&centre, "anna", Some("2001"));
    assert_eq!(centre.get(&anna, "/desk/phone/line").status, 400);
    let ours = handshake(&anna, "https://centre.example");
    // Here nothing can be upgraded, so the handshake goes no further than that.
    assert_eq!(centre.send(ours).status, 400);
    let elsewhere = handshake(&anna, "https://evil.example");
    assert_eq!(centre.send(elsewhere).status, 403);
}

/// Whose phones are said to be there anew.
fn renewed(centre: &mut Centre) -> Vec<AgentId> {
    let orders = centre.orders.as_mut().unwrap();
    std::iter::from_fn(|| orders.take())
        .filter_map(|order| match order {
            LineOrder::PhoneRenewed { agent } => Some(agent),
            _ => None,
        })
        .collect()
}

#[test]
fn a_page_that_begins_with_a_phone_says_so_to_the_lines() {
    let mut centre = open();
    let anna = with_phone(&centre, "anna", Some("2001"));
    // Looking for the account is not yet having it: another tab may be the one that talks.
    centre.get(&anna, "/desk/phone");
    assert_eq!(renewed(&mut centre), []);
    assert_eq!(centre.post(&anna, "/desk/phone", &[]).status, 204);
    assert_eq!(renewed(&mut centre), [anna.agent]);
    let bea = with_phone(&centre, "bea", None);
    assert_eq!(centre.post(&bea, "/desk/phone", &[]).status, 404);
    assert_eq!(renewed(&mut centre), []);
}
