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
        .filter(|route| route.path.starts_with("/api/") || route.path == "/metrics")
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

/// Two shapes of one name would be described as one.
#[test]
fn every_shape_has_a_name_of_its_own() {
    fn walk(folder: &std::path::Path, names: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, names);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for described in text.split("ToSchema)]").skip(1) {
                let mut words = described.split_whitespace();
                let name = words.find(|word| matches!(*word, "struct" | "enum"));
                names.extend(name.and_then(|_| words.next()).map(str::to_owned));
            }
        }
    }
    let mut names = Vec::new();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/area/api");
    walk(std::path::Path::new(source), &mut names);
    assert!(names.len() > 50, "{names:?}");
    names.sort();
    let twice: Vec<_> = names.windows(2).filter(|two| two[0] == two[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
