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

mod amd;
#[path = "../ears/callees.rs"]
#[allow(dead_code, reason = "what is asked of each kind is for the ear alone")]
mod callees;
mod during;
mod ears;
mod far_end;
#[path = "../ears/greetings.rs"]
mod greetings;
mod hearing;
mod leave;
mod listened;
mod listening;
#[path = "../ears/made.rs"]
mod made;
mod menu;
#[path = "../ears/music.rs"]
mod music;
mod real;
mod ringback;
mod scenarios;
mod showing;
mod simulated;
mod sound;
mod three;
#[path = "../ears/voice.rs"]
mod voice;
mod ways;
