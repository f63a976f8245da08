//! Callers on the simulated exchange: whom they reach, and every end there is.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

mod ends;
mod house;
mod in_vain;
mod opting_out;
mod reached;
mod recording;
mod taken_back;
