//! The agent's desk, spoken to as a browser does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod answering;
mod by_itself;
mod coding;
mod entering;
mod filling;
mod hostile;
mod house;
mod idle;
mod phoning;
mod recording;
mod staying;
mod talking;
mod undoing;
