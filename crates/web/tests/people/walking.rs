//! Every route of the table: nobody, the wrong role, the wrong method, too much, from elsewhere.

use crate::house::{Browser, House, request};
use axum::body::Body;
use axum::http::{Method, header};
use store::Role;
use web::{Listed, Seat, all_routes};

/// The path with something in the place of its parts.
fn path(route: &Listed) -> String {
    let parts = route
        .path
        .split('/')
        .map(|part| match part.starts_with('{') {
            true => "1",
            false => part,
        });
    parts.collect::<Vec<_>>().join("/")
}

fn is_api(route: &Listed) -> bool {
    route.path.starts_with("/api/") || route.path == "/metrics"
}

/// Routes of pages, with the house they are in.
fn each(check: impl Fn(&House, &Listed, &str)) {
    let house = House::open();
    house.add("boss", Role::Administrator);
    let routes = all_routes();
    assert!(routes.len() > 20, "the table is too short");
    for route in routes.iter().filter(|route| !is_api(route)) {
        println!("{} {}", route.method, route.path);
        check(&house, route, &path(route));
    }
}

fn send(house: &House, browser: &Browser, route: &Listed, path: &str) -> u16 {
    let request = request(browser, route.method.clone(), path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    house
        .send(request.body(Body::empty()).unwrap())
        .status
        .as_u16()
}

#[test]
fn without_a_session_only_open_routes_answer() {
    each(|house, route, path| {
        let status = send(house, &Browser::default(), route, path);
        match (route.seat, &route.method) {
            (Seat::Open, _) => assert!(![401, 403, 500].contains(&status), "{status}"),
            (_, &Method::GET) => assert_eq!(status, 303),
            _ => assert_eq!(status, 401),
        }
    });
}

#[test]
fn a_forged_session_is_none() {
    each(|house, route, path| {
        let forged = Browser {
            cookie: "dispo=0000000000000000000000000000000000000000".to_owned(),
        };
        let (status, without) = (
            send(house, &forged, route, path),
            send(house, &Browser::default(), route, path),
        );
        assert_eq!(status, without);
    });
}

#[test]
fn the_wrong_role_is_turned_away() {
    let house = House::open();
    let (_, agent) = house.somebody("agent", Role::Agent);
    let (_, supervisor) = house.somebody("supervisor", Role::Supervisor);
    for route in all_routes().iter().filter(|route| !is_api(route)) {
        let wrong = match route.seat {
            Seat::Supervisor => vec![&agent],
            Seat::Administrator => vec![&agent, &supervisor],
            // A supervisor without a desk.
            Seat::Desk => vec![&supervisor],
            _ => vec![],
        };
        for browser in wrong {
            let status = send(&house, browser, route, &path(route));
            assert_eq!(status, 403, "{} {}", route.method, route.path);
        }
    }
}

#[test]
fn the_right_role_is_let_in() {
    let house = House::open();
    let (_, agent) = house.somebody("agent", Role::Agent);
    let (_, supervisor) = house.somebody("supervisor", Role::Supervisor);
    let (_, administrator) = house.somebody("administrator", Role::Administrator);
    let gets = all_routes()
        .into_iter()
        .filter(|route| route.method == Method::GET);
    for route in gets.filter(|route| !is_api(route)) {
        let browser = match route.seat {
            Seat::Desk | Seat::Anybody => &agent,
            Seat::Supervisor => &supervisor,
            _ => &administrator,
        };
        let status = send(&house, browser, &route, &path(&route));
        assert!(
            ![401, 403, 500].contains(&status),
            "{} {}: {status}",
            route.method,
            route.path
        );
    }
}

#[test]
fn another_method_is_not_allowed() {
    let routes = all_routes();
    each(|house, route, path| {
        for method in [Method::GET, Method::POST, Method::PUT, Method::DELETE] {
            let there = |it: &Listed| it.path == route.path && it.method == method;
            if !routes.iter().any(there) {
                let other = Listed {
                    method: method.clone(),
                    ..route.clone()
                };
                assert_eq!(
                    send(house, &Browser::default(), &other, path),
                    405,
                    "{method}"
                );
            }
        }
    });
}

#[test]
fn a_body_that_is_too_large_is_refused_before_it_is_read() {
    let house = House::open();
    let (_, agent) = house.somebody("agent", Role::Agent);
    let (_, administrator) = house.somebody("administrator", Role::Administrator);
    for route in all_routes()
        .iter()
        .filter(|route| route.method == Method::POST && !is_api(route))
    {
        let browser = match route.seat {
            Seat::Desk => &agent,
            _ => &administrator,
        };
        let form = request(browser, Method::POST, &path(route))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::CONTENT_LENGTH, route.largest + 1)
            .header("sec-fetch-site", "same-origin");
        let answer = house.send(form.body(Body::empty()).unwrap());
        assert_eq!(answer.status, 413, "{}", route.path);
    }
    // What does not say how long it is, is cut off.
    let long = "x".repeat(300_000);
    house
        .post(&administrator, "/settings", &format!("language={long}"))
        .is(413);
}

#[test]
fn another_site_changes_nothing() {
    let house = House::open();
    let (_, administrator) = house.somebody("administrator", Role::Administrator);
    let (_, agent) = house.somebody("agent", Role::Agent);
    for route in all_routes()
        .iter()
        .filter(|route| route.method != Method::GET && !is_api(route))
    {
        for browser in [&administrator, &agent] {
            let form = request(browser, route.method.clone(), &path(route))
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "cross-site");
            let answer = house.send(form.body(Body::empty()).unwrap());
            assert_eq!(answer.status, 403, "{}", route.path);
        }
    }
}

#[test]
fn the_table_names_each_route_once() {
    let routes = all_routes();
    for (place, route) in routes.iter().enumerate() {
        let again = routes[..place]
            .iter()
            .any(|it| (&it.method, it.path) == (&route.method, route.path));
        assert!(!again, "{} {} twice", route.method, route.path);
    }
}
