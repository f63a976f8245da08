//! A real exchange: Asterisk, by its REST interface over one websocket.
//!
//! `frame` reads what it says, `request` words what is asked of it, `course` says which outcome
//! a call had. `calls` is the machine between them, with `phones` (agents' own) and `stock`
//! (after the connection was lost); it has no input or output. `link` keeps the connection,
//! `exchange` is what the rest of the house sees; `ask` only looks.

mod after;
mod answering;
mod ask;
mod call;
mod calls;
mod course;
mod dialling;
mod ear;
mod exchange;
mod frame;
mod hearing;
mod link;
mod phones;
mod request;
mod settings;
mod stock;
mod tone;

pub use ask::Told;
pub use call::{Dial, Phone, Said};
pub use calls::{About, Calls, Meters};
pub use course::{Course, EndedBy};
pub use ear::Ear;
pub use exchange::Asterisk;
pub use frame::{Answer, End, Frame, FrameProblem};
pub use link::LinkProblem;
pub use request::Request;
pub use settings::{AddressProblem, AsteriskAddress, MenuSettings, Settings};
pub use tone::Tone;
