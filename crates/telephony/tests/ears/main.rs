//! The ear alone, without any exchange: everybody who may pick up, made of syllables, tones and
//! noise, and what each is taken for. `--no-capture` shows the table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers belong to the tests"
)]

#[allow(dead_code, reason = "what an outcome means is for real calls")]
mod callees;
mod greetings;
mod made;
mod matrix;
mod music;
mod voice;
