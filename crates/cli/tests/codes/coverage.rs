//! The table of all codes: complete, in order, and nothing waits that could be played.

use crate::play::choose;
use crate::rows::{PRODUCTS, product};
use std::collections::BTreeSet;

#[test]
fn every_row_names_a_code_and_says_how_it_comes_about_or_what_it_waits_for() {
    let mut total = 0;
    for name in PRODUCTS {
        let product = product(name);
        total += product.rows.len();
        let text = import::catalogue(&product.catalogue).unwrap();
        let catalogue = engine::Catalogue::parse(text).unwrap();
        assert!(catalogue.file().languages.contains(&product.language));
        let mut seen = BTreeSet::new();
        for row in &product.rows {
            assert!(seen.insert(&row.code), "{name} {} stands twice", row.code);
            assert!(is_there(&catalogue, &row.code), "{name} {}", row.code);
            let whole = match (&row.steps, &row.trigger, &row.waits_for) {
                (Some(steps), Some(_), None) => !steps.is_empty(),
                (None, None, Some(_)) => true,
                _ => false,
            };
            assert!(
                whole,
                "{name} {}: steps with a trigger, or waits_for",
                row.code
            );
        }
    }
    assert_eq!(total, 65 + 20 + 22 + 25 + 13);
}

/// A code, or a cause beside one.
fn is_there(catalogue: &engine::Catalogue, code: &str) -> bool {
    match code.strip_prefix("minor ") {
        Some(minor) => catalogue
            .causes()
            .iter()
            .any(|cause| cause.code.as_str() == minor),
        None => catalogue.find(code).is_some(),
    }
}

/// What waits, for which ability, and the way to the page that would come with it. The list cannot
/// grow unseen, and a row whose ability is there needs its scenario.
const PENDING: [(&str, &str, &[&str]); 5] = [
    ("calendar", "/calendars", &["callpro 781"]),
    (
        "e-mail tasks",
        "/mailbox",
        &[
            "contact-expert 50",
            "contact-expert 61",
            "contact-expert 62",
        ],
    ),
    ("stages with scripts", "/stages", &["contact-expert 52"]),
    (
        "predictive dialling",
        "/pacing",
        &["contact-expert minor 26"],
    ),
    ("mail to contacts", "/mails", &["stucc failed/$error"]),
];

#[test]
fn what_waits_is_known_and_waits_for_what_is_not_built() {
    let mut waiting = BTreeSet::new();
    for name in PRODUCTS {
        for row in product(name).rows {
            if let Some(what) = row.waits_for {
                waiting.insert((what, format!("{name} {}", row.code)));
            }
        }
    }
    let known: BTreeSet<(String, String)> = PENDING
        .into_iter()
        .flat_map(|(what, _, rows)| {
            rows.iter()
                .map(move |row| (what.to_owned(), (*row).to_owned()))
        })
        .collect();
    assert_eq!(waiting, known);
    for (what, path, _) in PENDING {
        let built = web::all_routes()
            .iter()
            .any(|route| route.path.starts_with(path));
        assert!(
            !built,
            "{what}: {path} is there, so the rows that wait for it need scenarios"
        );
    }
}

#[test]
fn nothing_that_waits_can_be_chosen_at_the_desk() {
    for name in PRODUCTS {
        let product = product(name);
        let waits = product.rows.iter().filter(|row| row.waits_for.is_some());
        for row in waits.filter(|row| !row.code.starts_with("minor ")) {
            let chosen = choose(&product, &row.code);
            assert!(
                chosen.is_err(),
                "{name} {} can be chosen at the desk, so it needs its scenario",
                row.code
            );
        }
    }
}
