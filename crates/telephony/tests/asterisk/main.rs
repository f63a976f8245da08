//! One table, two exchanges: what a far end does comes out as the same reports, whether it is
//! played or called over SIP.
//!
//! The real one is at `DISPO_TEST_ASTERISK`; `scripts/asterisk-for-tests` brings it up.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

mod ears;
mod far_end;
mod hearing;
mod leave;
mod menu;
mod real;
mod scenarios;
mod showing;
mod simulated;
