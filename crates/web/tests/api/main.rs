//! The API as programs meet it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code
)]

mod asking;
mod calling_in;
mod campaigning;
mod centre;
mod disposing;
mod document;
mod drafting;
mod example;
#[path = "../people/house.rs"]
mod house;
mod intake;
mod listing;
mod locking;
mod once;
mod privacy;
mod reading;
mod registers;
mod suppressing;
