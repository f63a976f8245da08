//! Getting in, staying in, being kept out, and who may go where.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod administering;
mod auditing;
mod crossing;
mod entering;
mod house;
mod own;
mod starting;
mod tokens;
mod walking;
