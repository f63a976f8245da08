//! Turns orders into calls and what the line says into reports: Asterisk, or a simulated exchange.
//!
//! `line` is the contract: an [`Order`] carries the engine's leave to dial, and what comes
//! back is the engine's own `Report`. Nothing else is spoken here.

pub mod asterisk;
mod cause;
mod exchange;
mod line;
mod meter;

pub use cause::usual_cause;
pub use exchange::{Callee, Fate, SimulatedExchange};
pub use line::{Heard, LineId, NotPlaced, Order, Placed, WhyNot};
pub use meter::Meter;
