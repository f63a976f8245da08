//! The table of all codes: complete, in order, and nothing waits that could be played.

use crate::rows::{PRODUCTS, product};
use std::collections::BTreeSet;

#[test]
fn every_row_names_a_code_and_says_how_it_comes_about_or_what_it_waits_for() {
    for name in PRODUCTS {
        let product = product(name);
        let text = import::catalogue(&product.catalogue).unwrap();
        let catalogue = engine::Catalogue::parse(text).unwrap();
        assert!(catalogue.file().languages.contains(&product.language));
        let mut seen = BTreeSet::new();
        for row in &product.rows {
            assert!(seen.insert(&row.code), "{name} {} stands twice", row.code);
            assert!(catalogue.find(&row.code).is_some(), "{name} {}", row.code);
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
}
