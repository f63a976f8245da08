//! Turns orders into calls and what the line says into reports: Asterisk, or a simulated exchange.
//!
//! `line` is the contract: an [`Order`] carries the engine's leave to dial, and what comes
//! back is the engine's own `Report`. Nothing else is spoken here.

pub mod asterisk;
mod caller;
mod cause;
mod ear;
mod exchange;
mod inbound;
mod line;
mod played;
mod played_attending;
mod ring_in;
mod simulated_tapes;
mod tape;
mod tones;

pub use caller::{Caller, whole};
pub use cause::usual_cause;
pub use ear::{Ear, Verdict};
pub use exchange::{Callee, Fate, SimulatedExchange};
pub use inbound::{InHeard, InLine, InNews, InOrder};
pub use line::{Heard, LineId, NotPlaced, Order, Placed, WhyNot};
pub use meters::Meter;
pub use played::PlayedTalks;
pub use ring_in::SimulatedCaller;
pub use simulated_tapes::SimulatedTapes;
pub use tape::{TapeAct, TapeWord, Taped};
pub use tones::{RATE, WAV_HEAD, tones, wav_head};
