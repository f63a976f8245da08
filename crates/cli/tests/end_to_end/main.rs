//! The real program on real files, each test in a folder of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod answering;
mod asterisk;
mod catalogues;
mod erasing;
mod exchanging;
mod exporting;
mod fixtures;
mod living;
mod measuring;
mod moving;
mod owning;
mod questions;
mod recording;
mod refusals;
mod replaying;
mod resuming;
mod simulating;
mod support;
mod suppressing;
mod updating;
