//! Fifty calls through a real Asterisk, and what breaks in the middle of them: afterwards every
//! attempt has one disposition, no channel is left, nobody is stuck.
//!
//! Asterisk is at `DISPO_TEST_ASTERISK`; `scripts/asterisk-for-tests` brings it up.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

mod breaking;
mod callers;
mod causes;
#[path = "../../../telephony/tests/asterisk/far_end.rs"]
mod far_end;
mod house;
mod inbound;
mod journal;
mod leaving;
mod proxy;
mod recording;
mod restart;
#[path = "../../../telephony/tests/asterisk/scenarios.rs"]
mod scenarios;
mod sounds;
mod tape;
mod two;
