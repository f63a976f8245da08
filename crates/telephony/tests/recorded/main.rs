//! What Asterisk said in each scenario, recorded, and taken in without Asterisk: in order, twice,
//! with losses, in any order, and mixed with what nobody would send.
//!
//! `frames/` has a file for each scenario: one frame a line as it came, but for ids of channels
//! (`CALL`, `PHONE`, `BRIDGE`) and what differs from call to call.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

mod callers;
mod cut;
mod during;
mod ears;
#[path = "../asterisk/far_end.rs"]
#[allow(dead_code, reason = "what is recorded needs no simulated far end")]
mod far_end;
mod heard;
mod hostile;
mod in_order;
mod leaving;
mod listening;
mod own_call;
mod play;
mod played;
mod renewed;
mod ringback;
#[path = "../asterisk/scenarios.rs"]
#[allow(dead_code, reason = "what is recorded needs no simulated far end")]
mod scenarios;
mod several;
mod sounds;
mod taping;
mod three;
