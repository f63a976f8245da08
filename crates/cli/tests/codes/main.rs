//! Every code of four products by its real trigger: files are imported, calls placed on the
//! simulated exchange, agents and supervisors work in the browser, time passes, and the code must
//! stand in the journal. What is played lies in `catalogues/scenarios`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod calling_in;
mod coverage;
mod house;
mod line;
mod page;
mod paper;
mod play;
mod rows;
mod watching;

use rows::Product;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Plays all of a product's rows, some at a time, and tells every one that does not come about.
fn play_all(product: &Product) {
    let next = AtomicUsize::new(0);
    let failures = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(row) = product.rows.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let Some(steps) = &row.steps else { continue };
                    if let Err(why) = play::play(product, &row.code, steps) {
                        failures
                            .lock()
                            .unwrap()
                            .push(format!("{}: {why}", row.code));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap();
    failures.sort();
    assert!(
        failures.is_empty(),
        "{}\n{}",
        product.catalogue,
        failures.join("\n")
    );
}

#[test]
fn callpro() {
    play_all(&rows::product("callpro"));
}

#[test]
fn callmonkey() {
    play_all(&rows::product("callmonkey"));
}

#[test]
fn contact_expert() {
    play_all(&rows::product("contact-expert"));
}

#[test]
fn stucc() {
    play_all(&rows::product("stucc"));
}
