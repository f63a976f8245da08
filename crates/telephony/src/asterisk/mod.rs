//! A real exchange: Asterisk, by its REST interface over one websocket.
//!
//! `frame` reads what it says, `request` words what is asked of it, `course` says which outcome
//! a call had. `calls` is the machine between them, with `phones` (agents' own) and `stock`
//! (after the connection was lost), `earlier` (what an earlier program dialled), `during` (hold, mute, keys), `third` and `together` (somebody else
//! in the talk), `listening` (a supervisor at it), `tape` (what is recorded); it has no input or
//! output; `ear` and `media` tell machines from people; `gone` ends what an Asterisk carried that does not come back. `exchanges` makes one of
//! several, `whereabouts` knows which phone is with which. `link` keeps the connection, `exchange` is what the rest of the house sees; `ask` only
//! looks, `fetch` brings what was recorded.

mod after;
mod again;
mod answering;
mod ask;
mod attending;
mod call;
mod callers;
mod callers_held;
mod callers_lost;
mod callers_taken;
mod calls;
mod course;
mod dialling;
mod during;
mod ear;
mod earlier;
mod exchange;
mod exchanges;
mod fetch;
mod frame;
mod gone;
mod hearing;
mod link;
mod listening;
mod media;
mod phones;
mod renewed;
mod request;
mod ringback;
mod settings;
mod several;
mod stock;
mod tape;
mod tape_end;
mod tape_outsider;
mod third;
mod together;
mod tone;
mod whereabouts;

pub use ask::Told;
pub use call::{Dial, Phone, Said};
pub use callers::InSaid;
pub use calls::{About, Calls, Meters};
pub use course::{Course, EndedBy};
pub use during::Standing;
pub use earlier::AnsweredBefore;
pub use exchange::Asterisk;
pub use exchanges::Exchanges;
pub use fetch::FetchProblem;
pub use frame::{Answer, End, Frame, FrameProblem, State};
pub use link::LinkProblem;
pub use request::Request;
pub use settings::{AddressProblem, AsteriskAddress, MenuSettings, Settings};
pub use several::AsteriskAddresses;
pub use tape::{TapeSaid, TapeStep};
pub use tone::Tone;
pub use whereabouts::Whereabouts;
