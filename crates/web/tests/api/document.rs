//! The OpenAPI document: complete, and changed only on purpose.

use crate::centre::Centre;
use axum::body::Body;
use axum::http::Request;
use std::collections::BTreeSet;
use web::all_routes;

fn document(centre: &Centre) -> serde_json::Value {
    let asked = Request::builder()
        .uri("/api/v1/openapi.json")
        .body(Body::empty());
    centre.house.send(asked.unwrap()).is(200).json()
}

#[test]
fn the_document_changes_only_on_purpose() {
    let document = document(&Centre::open());
    let text = serde_json::to_string_pretty(&document).unwrap();
    insta::assert_snapshot!("openapi", text);
}

#[test]
fn the_document_has_the_routes_there_are() {
    let document = document(&Centre::open());
    let mut described = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            described.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    let routes = all_routes().into_iter();
    let there: BTreeSet<String> = routes
        .filter(|route| route.path.starts_with("/api/"))
        .filter(|route| route.path != "/api/v1/openapi.json")
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    assert_eq!(described, there);
}

#[test]
fn each_route_is_described_with_the_scope_it_asks_for() {
    let document = document(&Centre::open());
    for route in all_routes() {
        let web::Seat::Program(scope) = route.seat else {
            continue;
        };
        let method = route.method.as_str().to_lowercase();
        let told = &document["paths"][route.path][&method]["security"][0]["token"][0];
        assert_eq!(told, scope.word(), "{} {}", route.method, route.path);
    }
}
