//! Every route of the API: without a token, with the wrong scope, and with what it does not take.

use crate::centre::{ALL, Centre, TOKEN, request};
use axum::body::Body;
use axum::http::{Method, Request, header};
use store::Author;
use web::{Listed, Seat, all_routes};

fn routes() -> Vec<Listed> {
    let routes = all_routes().into_iter();
    let routes: Vec<Listed> = routes
        .filter(|route| matches!(route.seat, Seat::Program(_)))
        .collect();
    assert!(routes.len() > 10);
    routes
}

fn path(route: &Listed) -> String {
    let mut filled = route.path.replace("{number}", "493023125001");
    for part in [
        "{list}",
        "{contact}",
        "{attempt}",
        "{campaign}",
        "{agent}",
        "{quota}",
    ] {
        filled = filled.replace(part, "1");
    }
    filled
}

#[test]
fn all_of_the_api_asks_for_a_token_and_says_so() {
    let centre = Centre::open();
    for route in routes() {
        for headers in [
            &[][..],
            &[("authorization", "Bearer wrong")],
            &[("authorization", "Basic YTpi")],
            &[("authorization", "Bearer")],
            &[("cookie", "dispo=x")],
        ] {
            let mut asked = Request::builder()
                .method(route.method.clone())
                .uri(path(&route));
            for (name, value) in headers {
                asked = asked.header(*name, *value);
            }
            let answer = centre.house.send(asked.body(Body::empty()).unwrap());
            assert_eq!(
                answer.problem(),
                (401, "unauthenticated".to_owned(), vec![]),
                "{route:?}"
            );
            assert_eq!(answer.header("www-authenticate"), "Bearer");
        }
    }
}

#[test]
fn each_route_asks_for_its_scope() {
    let centre = Centre::open();
    for scope in ALL {
        let others: Vec<&str> = ALL.into_iter().filter(|other| *other != scope).collect();
        let token = format!("all but {scope}");
        centre.allow(&token, &others);
        for route in routes() {
            let Seat::Program(asked) = route.seat else {
                continue;
            };
            let request = Request::builder()
                .method(route.method.clone())
                .uri(path(&route))
                .header(header::AUTHORIZATION, format!("Bearer {token}"));
            let answer = centre.house.send(request.body(Body::empty()).unwrap());
            let refused = answer.status == 403;
            assert_eq!(refused, asked.word() == scope, "{scope} {route:?}");
            if refused {
                assert_eq!(answer.problem().1, "missing_scope");
                answer.says(scope);
            }
        }
    }
}

#[test]
fn a_revoked_token_opens_nothing() {
    let centre = Centre::open();
    centre.get("/api/v1/lists").is(200);
    let id = centre.house.store.tokens().unwrap()[0].id;
    centre
        .house
        .store
        .revoke_token(id, Author::default())
        .unwrap();
    centre.get("/api/v1/lists").is(401);
}

/// A method that nothing at this path answers.
fn other_method(route: &Listed) -> Method {
    let known: Vec<Method> = routes()
        .into_iter()
        .filter(|there| there.path == route.path)
        .map(|there| there.method)
        .collect();
    let all = [Method::DELETE, Method::PATCH, Method::PUT, Method::POST];
    let mut others = all.into_iter().filter(|method| !known.contains(method));
    others.next().expect("no path answers every method")
}

#[test]
fn other_methods_other_kinds_and_too_much_are_told_as_problems() {
    let centre = Centre::open();
    let document = centre.get("/api/v1/openapi.json").is(200).json();
    for route in routes() {
        let answer = centre.send(other_method(&route), &path(&route), "");
        assert_eq!(answer.problem().0, 405, "{route:?}");
        assert!(!answer.header("allow").is_empty());
        if route.method == Method::GET {
            continue;
        }
        let send = |body: &str| centre.send(route.method.clone(), &path(&route), body);
        let long = format!("{{\"reason\": \"{}\"}}", "x".repeat(route.largest));
        assert_eq!(send(&long).problem().0, 413, "{route:?}");
        let method = route.method.as_str().to_lowercase();
        if document["paths"][route.path][&method]["requestBody"].is_null() {
            continue;
        }
        let asked = request(route.method.clone(), &path(&route));
        let text = asked
            .header(header::CONTENT_TYPE, "text/plain")
            .body(Body::from("{}"));
        assert_eq!(
            centre.house.send(text.unwrap()).problem().0,
            415,
            "{route:?}"
        );
        for broken in ["", "{", "\u{0}", "{\"fields\": {}"] {
            assert_eq!(send(broken).problem().1, "malformed_json", "{broken}");
        }
        assert_eq!(send("[]").problem().0, 422, "{route:?}");
    }
}

#[test]
fn what_is_nowhere_is_a_problem_too() {
    let centre = Centre::open();
    for path in [
        "/api",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v1/lists/99",
        "/api/v1/lists/x",
        "/api/v1/lists/-1",
        "/api/v1/lists/99999999999999999999",
        "/api/v1/lists/1/contacts/99",
        "/api/v1/lists/1/contacts/%00",
        "/api/v1/lists/99/callbacks",
    ] {
        assert_eq!(centre.get(path).problem().1, "not_found", "{path}");
    }
    assert_eq!(centre.get("/api/v1/lists/%FF").problem().0, 400);
    assert_eq!(centre.get("/api/v1/suppressions/030").problem().0, 422);
}

#[test]
fn a_question_that_is_not_understood_is_refused_with_all_its_faults() {
    let centre = Centre::open();
    let (status, code, faults) = centre
        .get("/api/v1/lists?limit=0&after=x&colour=red")
        .problem();
    assert_eq!((status, code.as_str()), (422, "invalid"));
    assert_eq!(
        faults,
        ["limit: out_of_range", "after: invalid", "colour: unknown"]
    );
    let twice = centre.get("/api/v1/lists?limit=1&limit=2").problem().2;
    assert_eq!(twice, ["limit: repeated"]);
    let callbacks = centre
        .get(&centre.path("/callbacks?from=yesterday&after=1"))
        .problem()
        .2;
    assert_eq!(callbacks, ["from: invalid", "after: invalid"]);
    let search = centre.get("/api/v1/contacts").problem().2;
    assert_eq!(search, ["key: required"]);
    let strange = centre
        .get("/api/v1/contacts?key=%00&number=abc")
        .problem()
        .2;
    assert_eq!(strange, ["key: invalid", "number: invalid"]);
}

#[test]
fn a_program_is_no_visitor() {
    let centre = Centre::open();
    let asked = Request::builder()
        .uri("/people")
        .header(header::AUTHORIZATION, format!("Bearer {TOKEN}"));
    let answer = centre.house.send(asked.body(Body::empty()).unwrap());
    answer.goes_to("/login?next=/people");
}
