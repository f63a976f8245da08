//! What holds on SQLite and PostgreSQL alike. Run beside a server that may be written to:
//! `scripts/postgres-for-tests cargo nextest run -p store`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod centre;
mod connection;
mod door;
mod migrations;
mod rowwise;
mod statements;
mod support;
mod transactions;
