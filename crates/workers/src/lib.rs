//! Runs the loops: intake of reports, dialler, outbox couriers, keeper (due, rescue, prune).
//!
//! Each loop is a plain step that does what is due and says how much it did. [`Centre`] runs
//! them together in real time; elsewhere threads and waiting are for whoever calls.

mod archive;
mod aside;
mod carrier;
mod centre;
mod courier;
mod earlier;
mod handsets;
mod intake;
mod keeper;
mod lines;
mod reception;
mod recorder;
mod refused;
mod ringing;
mod simulated;
mod talks;
mod traffic;
mod wav;

pub use archive::{Archive, ArchiveProblem};
pub use centre::{Centre, reconcile};
pub use courier::Courier;
pub use intake::{deliver, entry, event_id};
pub use keeper::{Done, Keeper, OpenCall};
pub use lines::{FarEnd, Lines};
