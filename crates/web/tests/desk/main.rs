//! The agent's desk, spoken to as a browser does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod coding;
mod filling;
mod house;
mod idle;
mod phoning;
mod staying;
mod undoing;
