//! The rules of the house that no compiler knows, kept by an ordinary test.
//!
//! Each rule is a function that takes what it judges and gives back what is wrong with it, so
//! that its own tests can show it a bad sample. `house.rs` shows every rule the real house.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod catalogues;
mod documents;
mod house;
mod rooms;
mod source;
mod tree;
mod words;
